# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real program as a person would: by what is written on the screen, with pointer and keyboard.

Widgets are found through AT-SPI, by role and name, as a screen reader finds them. Nothing here sleeps:
every wait looks again each time the main loop turns, until a deadline, and then says what it saw.
"""

import contextlib
import os
import re
import signal
import subprocess
import sys
import time
import traceback
from pathlib import Path

import gi

gi.require_version('Atspi', '2.0')
from gi.repository import Atspi, GLib  # noqa: E402

# GTK has no cache to ask for; libatspi says so each time.
GLib.log_set_handler('dbind', GLib.LogLevelFlags.LEVEL_WARNING, lambda *_: None, None)

BUILD = Path(os.environ['HEARTH_BUILD_DIR'])
PATIENCE = 60  # seconds until a wait gives up; a loaded machine is slow
LOOK_AGAIN = 60  # milliseconds between two looks
TOP_LEVELS = ('frame', 'dialog')
STILL = 4  # looks that show the same, until a page counts as drawn
COMPLAINT = re.compile(r'-(WARNING|CRITICAL|ERROR) \*\*|runtime error:')
SAYS_ITS_WORDS = ('status bar', 'notification', 'alert')
INPUTS = ('text', 'entry', 'password text', 'spin button')
MOST_TABS = 120  # more than any page has places to stop at


class Missing(AssertionError):
    """Something did not appear, or not in time."""


def wait_until(condition, what, seconds=PATIENCE):
    """What @condition answers as soon as it is true. D-Bus errors of widgets that go away count as “not yet”."""
    deadline = time.monotonic() + seconds
    context = GLib.MainContext.default()
    tick = GLib.timeout_add(LOOK_AGAIN, lambda: GLib.SOURCE_CONTINUE)
    try:
        while True:
            with contextlib.suppress(GLib.Error):
                if result := condition():
                    return result
            if time.monotonic() > deadline:
                raise Missing(f'waited {seconds} seconds for {what}')
            context.iteration(True)
    finally:
        GLib.source_remove(tick)


def run(*command, **options):
    """Runs a command that must succeed; its output as text."""
    done = subprocess.run(list(map(str, command)), capture_output=True, text=True, check=False, **options)
    if done.returncode:
        raise AssertionError(f'{command[0]} ended with {done.returncode}: {done.stderr.strip()}')
    return done.stdout


def hearthctl(*arguments, **options):
    return run(BUILD / 'src/ctl/hearthctl', *arguments, **options)


def children(accessible):
    for index in range(accessible.get_child_count()):
        if (child := accessible.get_child_at_index(index)) is not None:
            yield child


def is_state(accessible, state):
    return accessible.get_state_set().contains(getattr(Atspi.StateType, state.upper()))


def is_now(accessible, state):
    """As is_state (), asking the program and not what is remembered of it."""
    accessible.clear_cache()
    return is_state(accessible, state)


def text_of(accessible):
    """What stands in an entry or text view, or the words of a label."""
    text = accessible.get_text_iface()
    return Atspi.Text.get_text(text, 0, -1) if text else accessible.get_name()


def name_of(accessible):
    """As a screen reader says it: what tells how things are has no name but its words, and a line of a menu none but its
    label."""
    name = accessible.get_name()
    if not name and accessible.get_role_name() == 'menu item':
        return next((text_of(relation.get_target(0)) for relation in accessible.get_relation_set()
                     if relation.get_relation_type() == Atspi.RelationType.LABELLED_BY), '')
    return text_of(accessible) or '' if not name and accessible.get_role_name() in SAYS_ITS_WORDS else name or ''


def box_of(accessible):
    component = accessible.get_component_iface()
    if component is None:
        raise GLib.Error('it does not answer yet')
    box = component.get_extents(Atspi.CoordType.WINDOW)
    return box.x, box.y, box.width, box.height


def middle(box):
    return box[0] + box[2] // 2, box[1] + box[3] // 2


def ancestor(accessible, roles, outermost=False):
    """The next one up (itself counts) with one of the roles, or the last such."""
    found = None
    while accessible is not None and accessible.get_role_name() != 'application':
        if accessible.get_role_name() in roles:
            found = accessible
            if not outermost:
                break
        accessible = accessible.get_parent()
    return found


class Hearth:
    """One running program."""

    command = (str(BUILD / 'src/hearth'),)

    def __init__(self, house=None, environment=None, folder=None):
        self.house = house
        self.environment = {**os.environ, **(environment or {})}
        self.folder = Path(folder or os.environ['TMPDIR'])  # where file dialogs begin
        self.process = None
        self.application = None
        self.log = None
        self.has_keyboard = None  # what the program last said of it
        self.listener = Atspi.EventListener.new(self._focus_moved)

    # --- life -------------------------------------------------------------

    def start(self):
        self.log = open(Path(os.environ['TMPDIR']) / 'hearth.log', 'ab')
        self.folder.mkdir(exist_ok=True)
        self.process = subprocess.Popen([*self.command, *([str(self.house)] if self.house else [])],
                                        env=self.environment, cwd=self.folder, stdout=self.log, stderr=self.log)
        self.application = wait_until(self._look_for_application, 'the program on the accessibility bus')
        self.listener.register('object:state-changed:focused')
        self.find(role='frame')
        self.window = wait_until(self._look_for_window, 'the program’s window')
        self.raise_window()
        return self

    def raise_window(self):
        run('xdotool', 'windowactivate', '--sync', self.window)

    def _look_for_application(self):
        if self.process.poll() is not None:
            raise Missing(f'the program ended with {self.process.returncode} at once:\n{self.read_log()}')
        for application in children(Atspi.get_desktop(0)):
            if self._is_it(application):
                return application
        return None

    def _is_it(self, application):
        return application.get_process_id() == self.process.pid

    def _window_search(self):
        return '--pid', str(self.process.pid)

    def _look_for_window(self):
        found = subprocess.run(['xdotool', 'search', '--onlyvisible', *self._window_search()],
                               capture_output=True, text=True, check=False).stdout.split()
        return found[-1] if found else None

    def wait_for_end(self):
        wait_until(lambda: self.process.poll() is not None, 'the program to end')
        return self.process.returncode

    def close(self):
        """Closes the window, as with the mouse; the program must end well."""
        self.key('ctrl+q')
        assert self.wait_for_end() == 0, self.read_log()
        assert not COMPLAINT.search(self.read_log()), self.read_log()

    def kill(self):
        """kill -9: no chance to save anything."""
        self.process.send_signal(signal.SIGKILL)
        self.wait_for_end()

    def stop(self):
        """For the end of a test, in whatever state."""
        if self.process and self.process.poll() is None:
            self.kill()
        if self.log:
            self.log.close()

    def read_log(self):
        return Path(self.log.name).read_text(errors='replace') if self.log else ''

    # --- looking ----------------------------------------------------------

    def walk(self, below=None, showing=True, fresh=True):
        """Every accessible below (the whole program when None), outermost first. @showing: only what is on a
        page that is shown, be it scrolled out of sight."""
        below = below or self.application
        if fresh:
            below.clear_cache()
        for child in children(below):
            try:
                if showing and not is_state(child, 'showing'):
                    continue
                yield child
                yield from self.walk(child, showing, fresh=False)
            except GLib.Error:
                continue

    def look(self, name=None, role=None, below=None, holds=None):
        """The first that fits, or None. @name: the whole accessible name; @holds: a part of it; @role: a
        name as “button”, or several."""
        roles = (role,) if isinstance(role, str) else role
        for accessible in self.walk(below):
            own = name_of(accessible)
            # A row of libadwaita that holds an entry says its title twice.
            if name is not None and own not in (name, f'{name} {name}'):
                continue
            if holds is not None and holds not in own:
                continue
            if roles is None or accessible.get_role_name() in roles:
                return accessible
        return None

    def find(self, name=None, role=None, below=None, holds=None, seconds=PATIENCE):
        what = ' '.join(filter(None, [str(role or 'something'), name and f'called “{name}”',
                                      holds and f'with “{holds}” in its name']))
        return wait_until(lambda: self.look(name, role, below, holds), what, seconds)

    def wait_gone(self, name=None, role=None, holds=None):
        wait_until(lambda: self.look(name, role, None, holds) is None, f'“{name or holds}” to go away')

    def names(self, role=None):
        """Every name that is on the screen, for messages."""
        return [name_of(a) for a in self.walk() if name_of(a) and role in (None, a.get_role_name())]

    def read(self, name, role=INPUTS):
        return text_of(self.find(name, role))

    def wait_for_text(self, name, text):
        wait_until(lambda: self.read(name) == text, f'“{name}” to hold “{text}”')

    # --- doing ------------------------------------------------------------

    def focus(self, accessible, popup=None):
        """Gives it the keyboard with a click of the pointer."""
        self.point_at(accessible, popup)
        run('xdotool', 'click', 1)
        return accessible

    def click(self, name=None, role=('button', 'toggle button', 'list item', 'radio button', 'menu item', 'check box',
                                     'table row', 'page tab', 'row', 'table cell'), below=None, holds=None):
        """Clicks with the pointer in the middle of what is found."""
        self.click_on(self.find(name, role, below, holds))

    def click_on(self, accessible):
        wait_until(lambda: is_now(accessible, 'sensitive'), f'“{accessible.get_name()}” to be usable')
        actions = accessible.get_action_iface()
        if actions and Atspi.Action.get_n_actions(actions) and \
                Atspi.Action.get_action_name(actions, 0) in ('click', 'toggle'):
            Atspi.Action.do_action(actions, 0)
            return
        self.focus(accessible)

    def point_at(self, accessible, popup=None):
        """Moves the pointer to the middle of it, turning the wheel until it is in sight. @popup: what it scrolls in
        when that lies above the page."""
        top = ancestor(accessible, TOP_LEVELS, outermost=True)
        panes = [popup] if popup else []
        inner = accessible
        while not popup and (inner := ancestor(inner.get_parent(), ('scroll pane',))) is not None:
            panes.insert(0, inner)
        panes = panes or [top]  # a window does not scroll itself: the wheel in its middle turns another pane

        def is_in_sight():
            wanted = middle(box_of(accessible))
            for pane in panes:  # outermost first
                left, upper, width, height = box_of(pane)
                if not upper < wanted[1] < upper + height:
                    self._move_pointer(top, left + width // 2, upper + height // 2)
                    run('xdotool', 'click', 5 if wanted[1] > upper else 4)
                    return None
            return wanted

        seen = [None]

        def stands_still():
            """A page that has just come is still finding the place of its rows."""
            seen.append(is_in_sight())
            return seen[-1] if seen[-1] == seen[-2] else None

        self._move_pointer(top, *wait_until(stands_still, f'“{accessible.get_name()}” to be in sight'))

    def _move_pointer(self, top, x, y):
        """To a place given as AT-SPI gives it, relative to the content of a window or dialog."""
        window = self.window if top.get_role_name() == 'frame' else self._look_for_dialog(top.get_name())
        left, upper, _, _ = box_of(top)
        run('xdotool', 'mousemove', '--window', window, x - left, y - upper)

    @staticmethod
    def _look_for_dialog(title):
        """A dialog that is a window of its own, as GTK's print and file dialogs are."""
        return run('xdotool', 'search', '--onlyvisible', '--name', f'^{title}$').split()[-1]

    def key(self, *keys):
        """Presses keys, as “ctrl+k”."""
        run('xdotool', 'key', '--clearmodifiers', *keys)

    def insert(self, text):
        """Puts text of any script where the cursor is, as an input method would."""
        field = wait_until(lambda: next((a for a in self.walk() if is_state(a, 'focused')
                                         and a.get_editable_text_iface()), None), 'a field to have the keyboard')
        Atspi.EditableText.insert_text(field.get_editable_text_iface(), len(text_of(field)), text, len(text.encode()))

    def _focus_moved(self, event, *_):
        if event.detail1:
            self.has_keyboard = event.source

    def tab_to(self, name):
        """Presses Tab until what is called so has the keyboard."""
        for _ in range(MOST_TABS):
            self.has_keyboard = None
            self.key('Tab')
            wait_until(lambda: self.has_keyboard, 'the keyboard to go on')
            with contextlib.suppress(GLib.Error):
                if self.has_keyboard.get_name() in (name, f'{name} {name}'):
                    return self.has_keyboard
        raise Missing(f'Tab does not lead to “{name}”')

    def wait_for_keyboard(self, name):
        """Until what is called so has the keyboard by itself."""
        wait_until(lambda: any(is_state(a, 'focused') and a.get_name() == name for a in self.walk()),
                   f'“{name}” to have the keyboard')

    def press_keys(self, text):
        """Types plain letters on the keyboard, wherever the focus is."""
        run('xdotool', 'type', '--clearmodifiers', '--delay', 4, '--', text)

    def type_into(self, name, text, keys=None):
        """Puts @text in place of what stands in the field. @keys: on the keyboard (default for plain letters);
        other scripts go in as an input method would put them."""
        field = self.focus(self.find(name, INPUTS))
        wait_until(lambda: is_now(field, 'focused'), f'“{name}” to have the keyboard')
        if text_of(field):
            self.key('ctrl+a', 'BackSpace')
            wait_until(lambda: text_of(field) == '', f'“{name}” to be empty')
        if keys or (keys is None and text.isascii()):
            self.press_keys(text)
        else:
            Atspi.EditableText.insert_text(field.get_editable_text_iface(), 0, text, len(text.encode()))
        if field.get_role_name() != 'password text':
            wait_until(lambda: text_of(field) == text or is_masked(field, text), f'“{name}” to hold what was typed')

    def choose(self, name, choice):
        """Picks @choice in the row called @name: a button in it, or a line of the list that it opens."""
        row = self.find(name, ('combo box', 'grouping', 'radio group'))
        if row.get_role_name() != 'combo box':
            button = self.find(choice, 'radio button', row)
            self.click_on(button)
            wait_until(lambda: is_now(button, 'checked'), f'“{choice}” to be chosen')
            return
        self.focus(row)
        popup = self.find(role='scroll pane', below=row)
        self.focus(self.find(choice, 'label', popup), popup)
        wait_until(lambda: self.look(role='scroll pane', below=row) is None, 'the list to close')
        self.find(choice, 'label', row)

    # --- whole tasks --------------------------------------------------------

    def go_to(self, section):
        """Opens a page from the sidebar. What is still closing above the window may take a click, so it is asked again."""
        def is_there():
            row = self.find(section, 'list item', self.find('Pages', 'list'))
            self.click_on(row)
            with contextlib.suppress(Missing):
                return wait_until(lambda: is_now(row, 'selected'), f'“{section}” to be chosen', seconds=5)

        wait_until(is_there, f'the page “{section}”')

    def click_for_dialog(self, name, role, title):
        """Clicks what opens a dialog that is a window of its own. A page that is still coming may lose a click, so it is
        asked again."""
        def is_up():
            self.click(name, role)
            with contextlib.suppress(Missing):
                return self.find(title, 'dialog', seconds=20)

        wait_until(is_up, f'“{title}” to open')

    def pick(self, title, number):
        """Types a resident's number into a dialog with a list, and takes the one that is left."""
        dialog = self.find(title, 'dialog')
        self.press_keys(number)

        def only_one():
            results = [a for a in self.walk(dialog) if a.get_role_name() == 'list item']
            # While letters are still coming in, the row that is there may be about to go.
            return results[0] if len(results) == 1 and is_now(results[0], 'sensitive') else None

        self.click_on(wait_until(only_one, f'{number} alone to be found'))
        self.wait_gone(title, 'dialog')

    def print_to_file(self, path):
        """Answers GTK's print dialog; the file comes where the program runs."""
        dialog = self.find('Print', 'dialog')
        self.click('Print to File', 'table row', below=dialog)
        self.click('Print', 'button', below=dialog)
        self.wait_gone('Print', 'dialog')
        wait_until(lambda: path.exists() and b'%%EOF' in path.read_bytes()[-16:], f'{path.name} to be whole')

    def save_in_dialog(self, title, name):
        """Answers GTK's file dialog with a name in the folder it begins in."""
        self.focus(self.find('Name:', 'text', self.find(title, 'dialog')))
        self.key('ctrl+a')
        self.press_keys(name)  # what this entry holds, GTK does not tell
        self.key('Return')
        self.wait_gone(title, 'dialog')

    def open_in_dialog(self, title, name):
        """Answers GTK's file dialog with a file of the folder it begins in."""
        dialog = self.find(title, 'dialog')
        self.focus(self.find(name, 'table cell', dialog))
        self.click('Open', 'button', below=dialog)
        self.wait_gone(title, 'dialog')

    # --- pictures ---------------------------------------------------------

    def resize(self, width, height):
        """Answers how wide the window is then: more than asked for when its content does not fit."""
        run('xdotool', 'windowsize', self.window, width, height)
        with contextlib.suppress(Missing):
            wait_until(lambda: box_of(self.find(role='frame'))[2] == width, 'that width', seconds=10)
        return box_of(self.find(role='frame'))[2]

    def still(self):
        """The window's picture (PPM) once it has been the same for several looks in a row."""
        last, same = None, 0

        def is_still():
            nonlocal last, same
            self.look(role='frame')  # answered only when the program is not busy
            shot = subprocess.run(['import', '-silent', '-window', self.window, 'ppm:-'],
                                  capture_output=True, check=True).stdout
            same, last = (same + 1 if shot == last else 0), shot
            return same >= STILL

        wait_until(is_still, 'the window to stand still')
        return last

    def photograph(self, path):
        subprocess.run(['convert', 'ppm:-', f'png:{path}'], input=self.still(), check=True)


def is_masked(field, text):
    """Password entries show one sign for each letter."""
    shown = text_of(field)
    return len(shown) == len(text) and len(set(shown)) == 1 and not shown[0].isascii()


class Steps:
    """A test as a person would tell it: functions with telling names, one TAP line each; after the first that fails
    the rest is not tried."""

    def __init__(self, *steps):
        self.steps = steps

    def run(self, hearth):
        """@hearth: what is photographed when a step fails, and ended at the end."""
        print(f'1..{len(self.steps)}', flush=True)
        names = [step.__name__.replace('_', ' ') for step in self.steps]
        for number, (step, name) in enumerate(zip(self.steps, names), 1):
            try:
                step()
            except Exception as error:  # noqa: BLE001: whatever it was, it is told below
                print(f'not ok {number} - {name}', flush=True)
                self.tell(error, hearth)
                for left in range(number, len(names)):
                    print(f'not ok {left + 1} - {names[left]} (not tried)')
                hearth.stop()
                return 1
            print(f'ok {number} - {name}', flush=True)
        hearth.stop()
        return 0

    @staticmethod
    def tell(error, hearth):
        lines = traceback.format_exception(error)
        if hearth and hearth.process and hearth.process.poll() is None:
            with contextlib.suppress(Exception):
                lines.append(f'On the screen: {hearth.names()}\n')
                pictures = BUILD / 'e2e-failures'
                pictures.mkdir(exist_ok=True)
                hearth.photograph(pictures / (Path(sys.argv[0]).stem + '.png'))
                lines.append(f'Picture: {pictures}\n')
        if hearth:
            lines.append(hearth.read_log()[-4000:])
        for line in ''.join(lines).splitlines():
            print(f'# {line}', flush=True)
