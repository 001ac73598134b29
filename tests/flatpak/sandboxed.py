# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed Flatpak, driven as tests/e2e drives the built program; its file and print dialogs are the portal's."""

import configparser
import contextlib
import os
import re
import shutil
import subprocess
from pathlib import Path

from gi.repository import Atspi, GLib
from hearth_e2e import Hearth, children, is_now, run, text_of, wait_until

ID = 'org.hearthrecords.Hearth'
OWN = Path(os.environ['HOME']) / '.var/app' / ID
DATA = OWN / 'data'
SETTINGS = 'gtk-4.0/settings.ini'  # of the toolkit, which the test's display comes with
TAKES = ('Open', 'Save', 'Select')  # what is chosen
BUTTONS = ('button', 'push button')
PORTAL = 'xdg-desktop-portal-gtk'


def program_inside():
    """The number, as seen outside, of the program that runs in the sandbox."""
    for line in run('flatpak', 'ps', '--columns=application,child-pid').splitlines():
        name, _, number = line.partition('\t')
        if name == ID:
            return next(int(child) for child in [number.strip(), *descendants(number.strip())]
                        if Path(f'/proc/{child}/comm').read_text() == 'hearth\n')
    raise AssertionError('it does not run')


def descendants(number):
    for child in Path(f'/proc/{number}/task/{number}/children').read_text().split():
        yield child
        yield from descendants(child)


def granted():
    """What the installed program may do outside its sandbox: {group: {key: {values}}}."""
    told = configparser.ConfigParser(interpolation=None)
    told.optionxform = str
    told.read_string(run('flatpak', 'info', '--user', '--show-metadata', ID))
    about = ('Application',)
    return {group: {key: set(filter(None, values.split(';'))) for key, values in told[group].items()}
            for group in told.sections() if group not in about}


class Sandboxed(Hearth):
    command = ('flatpak', 'run', '--user', ID)

    def start(self):
        (OWN / 'config' / SETTINGS).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(Path(os.environ['XDG_CONFIG_HOME']) / SETTINGS, OWN / 'config' / SETTINGS)
        return super().start()

    def _is_it(self, application):
        return application.get_name() == 'hearth'

    def _window_search(self):
        return '--class', 'hearth'

    def kill(self):
        subprocess.run(['flatpak', 'kill', ID], check=False)
        self.wait_for_end()

    # --- the portal's dialogs: windows of a program outside ------------------

    def click_for_dialog(self, name, role, title):
        self.click(name, role)
        self._portal(title)

    def _portal(self, title):
        def look():
            for application in children(Atspi.get_desktop(0)):
                if application.get_name() == PORTAL:
                    return next((window for window in children(application) if window.get_name() == title), None)
            return None

        dialog = wait_until(look, f'the portal’s “{title}”')
        window = run('xdotool', 'search', '--sync', '--onlyvisible', '--name', f'^{re.escape(title)}$').split()[-1]
        run('xdotool', 'windowactivate', '--sync', window)
        return dialog, window

    def _answer(self, title, path, *keys):
        """Types a whole path into the chooser. @keys: what opens a field for it."""
        dialog, _ = self._portal(title)
        if keys:
            self.key(*keys)

        def field():
            return next((a for a in self.walk(dialog) if is_now(a, 'focused') and a.get_editable_text_iface()), None)

        entry = wait_until(field, 'a field for the path')
        self.key('ctrl+a')
        self.press_keys(str(path))
        wait_until(lambda: text_of(entry).rstrip('/') == str(path), 'the path to stand there')
        button = next(a for a in self.walk(dialog) if a.get_name() in TAKES and a.get_role_name() in BUTTONS)
        self.key('Return')  # of a folder it only goes there
        wait_until(lambda: not self._is_up(title) or is_now(button, 'sensitive'), 'the path to be taken')
        if self._is_up(title):
            with contextlib.suppress(GLib.Error):  # it is closing meanwhile
                Atspi.Action.do_action(button.get_action_iface(), 0)
        self._wait_for_portal_to_close(title)

    def save_in_dialog(self, title, name):
        self._answer(title, self.folder / name)

    def open_in_dialog(self, title, name):
        # Among what was opened last, where it begins, no path is taken.
        self._answer(title, self.folder / name, 'alt+Home', 'ctrl+l')

    def choose_folder_in_dialog(self, title, folder):
        self.open_in_dialog(title, folder)

    def print_on(self, printer):
        """Answers the portal's print dialog."""
        dialog, _ = self._portal('Print')
        self.click(printer, 'table cell', below=dialog)
        self.click('Print', BUTTONS, below=dialog)
        self._wait_for_portal_to_close('Print')

    @staticmethod
    def _is_up(title):
        return bool(subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', f'^{re.escape(title)}$'],
                                   capture_output=True, check=False).stdout)

    def _wait_for_portal_to_close(self, title):
        wait_until(lambda: not self._is_up(title), f'the portal’s “{title}” to close')
        self.raise_window()
