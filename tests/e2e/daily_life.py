#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A morning in a house of 24: by keyboard alone a carer writes up everybody, loses the power in the middle, goes on and
signs; the next one reads the handover. Then what nobody plans: a line in the wrong file, an incident, a leave, somebody
missing. All of it is in the timelines, for hearthctl, and on paper. Nothing of what is typed is readable on the disk."""

import contextlib
import json
import os
import sys
import time
from datetime import datetime, timedelta, timezone

# A zone in which it is between ten and eleven now: the morning's shift, however long this takes.
HOURS_AHEAD = (10 - datetime.now(timezone.utc).hour + 11) % 24 - 11
os.environ['TZ'] = f'Etc/GMT{-HOURS_AHEAD:+d}'
time.tzset()

import house  # noqa: E402
from gi.repository import GLib  # noqa: E402
from hearth_e2e import Hearth, Steps, box_of, hearthctl, name_of, run, wait_until  # noqa: E402

GRID = 'The shift: residents and items'
MOST_KEYS = 6  # for one ordinary resident
DIGITS = '11141'
MEANS = {'presence': 'present', 'sleep_quality': 'well', 'breakfast': 'all', 'hygiene': 'alone', 'mood': 'good',
         'participation': 'joined'}
EXCEPTION, CUT_OFF, ADDED_TO = 4, 11, 2  # of those who are in the house

# Words that stand nowhere but in what is typed here.
NO_BREAKFAST = 'Only wanted zandoodle tea'
CUT_WORDS = 'Umbrellino came down and helped with the tables'
HANDED_OVER = 'The Zephyrbrook van comes at noon'
MISPLACED = 'Mended the umbrastella bicycle'
HELPS = 'A walk to the larkwhistle gate'
ADDED = 'Ate a quillonberry bun after all'
SEEN = 'Loud words about a vossenia drawing'
LEAVE_TO = 'The Frostwhistle farm'
CLOTHES = 'Purple mirabellum coat'
CANARIES = ('larkwhistle', 'zandoodle', 'umbrastella', 'Umbrellino', 'Zephyrbrook', 'quillonberry', 'vossenia',
            'Frostwhistle', 'mirabellum')

HOUSE, STAFF = house.make_demo_house('demo', '--residents', '24', '--months', '1')
PAPER = house.folder('paper')
TODAY = datetime.now().date().isoformat()
hearth = Hearth(HOUSE, folder=PAPER)
lines = []  # of the shift: (name, whether in the house)
here = []  # which of the lines are in the house
keys_for = {}  # name → how many keys


# --- helpers ----------------------------------------------------------------


def ctl(role, *arguments, words=''):
    return hearthctl(*arguments, '--house', HOUSE, '--user', STAFF[role]['user'], '--password-file', '-',
                     input=STAFF[role]['password'] + '\n' + words)


def records(record_type, *options):
    return [json.loads(line) for line in ctl('house-manager', 'list', record_type, *options).splitlines()]


ADDRESS = records('house')[0]['letter_address']
RESIDENTS = records('resident')
CODES = {resident['name_used']: resident['code'] for resident in RESIDENTS}
OUT = {leave['resident'] for leave in records('leave') if 'out_at' in leave and 'back_at' not in leave}
HERE = [resident for resident in RESIDENTS if resident['id'] not in OUT]
HURT, SAW, AWAY, WRONG, RIGHT, *_ = [resident['name_used'] for resident in HERE]


def plan_for(resident):
    """A safety plan, as it was made with them some days ago."""
    plan = {'resident': resident['id'], 'made_on': (datetime.now() - timedelta(days=9)).date().isoformat(),
            'review': (datetime.now() + timedelta(days=80)).date().isoformat(), 'helps': HELPS}
    ctl('key-worker', 'add', 'safety_plan', words=json.dumps(plan))


plan_for(HERE[0])


def change_to(role):
    house.change_person(hearth, STAFF[role]['user'], STAFF[role]['password'])


@contextlib.contextmanager
def keyboard_alone():
    """What would use the pointer fails."""
    def refuse(*_, **__):
        raise AssertionError('the pointer is used')

    hearth.focus = hearth.click_on = hearth.point_at = refuse
    try:
        yield
    finally:
        del hearth.focus, hearth.click_on, hearth.point_at


def sign_in_by_keyboard(role):
    hearth.wait_for_keyboard('Sign-in name')
    hearth.press_keys(STAFF[role]['user'])
    hearth.tab_to('Password')
    hearth.press_keys(STAFF[role]['password'])
    hearth.key('Return')
    hearth.find('Pages', 'list')


def go_by_keyboard(page):
    hearth.key('ctrl+k')
    dialog = hearth.find('Search everything', 'dialog')
    hearth.press_keys(page)
    hearth.find(page, 'list item', dialog)
    hearth.key('Return')
    hearth.wait_gone('Search everything', 'dialog')


def is_at(words):
    """The keyboard is in the cell that is read out so."""
    with contextlib.suppress(GLib.Error, AttributeError):
        return hearth.has_keyboard.get_name().startswith(words)
    return False


def wait_at(words):
    wait_until(lambda: is_at(words), f'the keyboard to be at “{words}”')


def open_shift():
    hearth.has_keyboard = None
    go_by_keyboard('Shift')
    wait_until(lambda: is_at(tuple(f'{name}, ' for name in CODES)), 'the keyboard to be in the grid')


def value_of(name, item):
    """What a cell of the grid says."""
    words = f'{name}, {item}: '
    return hearth.find(holds=words, role='table cell').get_name()[len(words):]


def write(line):
    """A resident like on any other day; counts the keys."""
    name, is_here = lines[line]
    keys = DIGITS if is_at(f'{name}, Sleep: ') else ('Tab', *DIGITS)
    if not is_here:
        keys = ('0',) if is_at(f'{name}, ') else ('Down', '0')
    hearth.key(*keys)
    keys_for[name] = len(keys)
    wait_at(f'{name}, Feeling unwell: ' if is_here else f'{lines[line + 1][0]}, ')


def pick_resident(name):
    """In the dialog “Which resident?”."""
    dialog = hearth.find('Which resident?', 'dialog')
    hearth.press_keys(CODES[name])

    def only_one():
        found = [a for a in hearth.walk(dialog) if a.get_role_name() == 'list item']
        return found[0] if len(found) == 1 else None

    hearth.click_on(wait_until(only_one, f'{name} alone to be found'))
    hearth.wait_gone('Which resident?', 'dialog')


def add_link(field, name):
    """Chooses one more resident in a form."""
    row = hearth.find(field, 'grouping')
    hearth.has_keyboard = None
    hearth.click_on(hearth.find(f'{field}: add', 'toggle button'))
    wait_until(lambda: is_at('Search'), 'the keyboard to be in the search')
    hearth.press_keys(CODES[name])
    wait_until(lambda: [name_of(a) for a in hearth.walk(row) if name_of(a) in CODES] == [name],
               f'{name} alone to be found')
    hearth.key('Return')
    hearth.find(f'{name}: take away', 'button', row)
    hearth.key('Escape')  # it stays for more
    hearth.wait_gone('Search', 'entry')


def save():
    hearth.key('ctrl+s')
    hearth.wait_gone('Save', 'button')


def print_paper(name):
    """From the page that is open; (text, number of pages)."""
    hearth.find(holds='Page 1 of ')
    hearth.key('ctrl+p')
    hearth.print_to_file(PAPER / 'output.pdf')
    paper = (PAPER / 'output.pdf').rename(PAPER / f'{name}.pdf')
    pages = next(line.split()[1] for line in run('pdfinfo', paper).splitlines() if line.startswith('Pages:'))
    return ' '.join(run('pdftotext', '-layout', paper, '-').split()), int(pages)


def assert_names_nobody_but(text, *names):
    """Nor where the house has its letters sent, the only address that it knows of itself."""
    assert ADDRESS not in text, text
    told = [name for name in CODES if name in text and name not in names]
    assert not told, f'{told} in: {text}'


# --- the shift --------------------------------------------------------------


def a_carer_opens_the_shift_by_keyboard():
    hearth.start()
    with keyboard_alone():
        sign_in_by_keyboard('duty-carer')
        open_shift()
    for cell in hearth.walk(hearth.find(GRID, 'table')):
        name, _, value = cell.get_name().partition(', Where: ')
        if value:
            lines.append((name, value == 'In the house'))
    assert len(lines) == 24 and {name for name, _ in lines} == set(CODES), lines
    assert {CODES[name] for name, is_here in lines if is_here} == {resident['code'] for resident in HERE}, lines
    here.extend(line for line, (_, is_here) in enumerate(lines) if is_here)


def half_of_the_house_is_written():
    with keyboard_alone():
        wait_at(f'{lines[0][0]}, ')
        for line in range(here[CUT_OFF]):
            if line == here[EXCEPTION]:
                write_exception(lines[line][0])
            else:
                write(line)


def write_exception(name):
    if not is_at(f'{name}, '):
        hearth.key('Tab')
    wait_at(f'{name}, Sleep: ')
    hearth.key('1', '3')  # words are asked for at once
    wait_at(f'{name} · ')
    hearth.press_keys(NO_BREAKFAST)
    hearth.key('Return')
    wait_at(f'{name}, Washing and dressing: ')
    hearth.key('1', '4', '1')
    wait_at(f'{name}, Feeling unwell: ')


def the_power_goes_in_the_middle():
    name = lines[here[CUT_OFF]][0]
    with keyboard_alone():
        hearth.key('Tab', '1', '1', 'End')
        wait_at(f'{name}, Notes: ')
        wait_until(lambda: 'Saved' in hearth.find(role='row header', holds=f'{name} {CODES[name]}').get_name(),
                   'the entry to be saved')
        before = house.written(HOUSE)
        hearth.press_keys(CUT_WORDS)
        wait_until(lambda: house.written(HOUSE) != before, 'the words to be kept')
    hearth.kill()


def what_was_saved_is_there():
    hearth.start()
    with keyboard_alone():
        sign_in_by_keyboard('duty-carer')
        open_shift()
    for line, (name, is_here) in enumerate(lines[:here[CUT_OFF]]):
        if line == here[EXCEPTION]:
            assert (value_of(name, 'Breakfast'), value_of(name, 'Notes')) == ('None', NO_BREAKFAST)
        elif is_here:
            assert value_of(name, 'Mood') == 'Good', name
    kept = value_of(lines[here[CUT_OFF]][0], 'Notes')
    assert value_of(lines[here[CUT_OFF]][0], 'Breakfast') == 'All'
    assert CUT_WORDS.startswith(kept) and kept != 'empty', f'kept: “{kept}”'


def the_rest_is_written():
    with keyboard_alone():
        name = lines[here[CUT_OFF]][0]
        hearth.key('Tab')
        wait_at(f'{name}, Washing and dressing: ')
        hearth.key('1', '4', '1')
        wait_at(f'{name}, Feeling unwell: ')
        for line in range(here[CUT_OFF] + 1, len(lines)):
            write(line)
    ordinary = [name for name, is_here in lines if is_here and name in keys_for]
    assert len(ordinary) == len(here) - 2 and all(keys_for[name] <= MOST_KEYS for name in ordinary), keys_for


def the_shift_is_signed_by_keyboard():
    with keyboard_alone():
        hearth.key('ctrl+Return')
        hearth.find(holds='24 entries will be signed')
        hearth.wait_for_keyboard('Sign the shift')
        hearth.key('Return')
        hearth.find(holds='24 entries are signed')
        hearth.find(holds='All entries are signed')


# --- the handover -----------------------------------------------------------


def the_handover_is_written_and_signed():
    hearth.go_to('Handover')
    hearth.click('Write…', 'button')
    hearth.find('Save', 'button')
    hearth.type_into('What else the next shift must know', HANDED_OVER)
    save()
    hearth.find(HANDED_OVER)
    hearth.click('Sign…', 'button')
    hearth.click('Sign', 'button', below=hearth.find('Sign this entry?', ('dialog', 'alert')))
    hearth.find('Nobody of the next shift has read it yet')


def asks_to_read():
    """What stands on Today of this shift's handover."""
    rows = hearth.look('To be read', 'list')
    return rows and hearth.look(holds='Morning, ', role='list item', below=rows)


def the_next_carer_is_asked_to_read_it():
    change_to('key-worker')
    hearth.click_on(wait_until(asks_to_read, 'Today to ask for it'))
    hearth.find(HANDED_OVER)


def reads_and_signs_it():
    hearth.click('I have read it', 'button')
    hearth.find(holds='Read by Kim')
    hearth.go_to('Today')
    wait_until(lambda: hearth.look('To do', 'heading') and not asks_to_read(), 'Today to ask no longer')


# --- what was signed --------------------------------------------------------


def row_menu(line, entry):
    """Of the shift's grid, by its key."""
    hearth.key('ctrl+Home', *['Down'] * line)
    wait_at(f'{lines[line][0]}, ')
    hearth.key('Menu')
    hearth.click(entry, 'menu item')


def something_is_added_to_a_signed_entry():
    open_shift()
    row_menu(here[ADDED_TO], 'Add to it…')
    hearth.find('Save', 'button')
    hearth.type_into('What is to be added', ADDED)
    save()
    house.open_resident(hearth, lines[here[ADDED_TO]][0], CODES[lines[here[ADDED_TO]][0]])
    hearth.click('Timeline', 'page tab')
    hearth.find(holds=ADDED)


def an_entry_is_signed_in_the_wrong_file():
    hearth.go_to('Daily log')
    hearth.find(holds=' entries', role='label')
    hearth.key('ctrl+n')
    pick_resident(WRONG)
    hearth.type_into('Date', TODAY)
    hearth.choose('Shift', 'Afternoon')
    hearth.type_into('A good moment', MISPLACED)
    save()
    open_found(MISPLACED.split()[2])
    more('Sign…')
    hearth.click('Sign', 'button', below=hearth.find('Sign this entry?', ('dialog', 'alert')))
    hearth.find(holds='This entry is signed')


def open_found(word):
    hearth.key('ctrl+k')
    dialog = hearth.find('Search everything', 'dialog')
    hearth.press_keys(word)
    hearth.click(holds=word, role='list item', below=dialog)
    hearth.wait_gone('Search everything', 'dialog')


def more(entry):
    hearth.click('More', 'toggle button')
    hearth.click(entry, 'menu item')


def it_is_marked_and_points_to_the_right_one():
    more('Belongs to another resident…')
    pick_resident(RIGHT)
    hearth.wait_for_text('A good moment', MISPLACED)
    show_timeline(WRONG)
    hearth.find('Entered in error')
    hearth.click(holds=MISPLACED)
    hearth.find(holds='entered in error')
    hearth.click('The entry as it stands in the right file', 'list item')
    hearth.find(RIGHT)
    hearth.wait_for_text('A good moment', MISPLACED)


# --- what nobody plans ------------------------------------------------------


def an_incident_is_written_and_signed():
    hearth.go_to('Incidents')
    hearth.find('Standing')
    hearth.key('ctrl+n')
    hearth.find('About somebody who works here?')
    hearth.type_into('When it happened', f'{TODAY} 09:30')
    hearth.choose('Kind', 'Between residents')
    hearth.choose('Severity', '3 · Serious')
    add_link('Residents it happened to', HURT)
    add_link('Residents who saw it', SAW)
    hearth.type_into('Seen and heard (facts only)', SEEN)
    save()
    hearth.find('Who must be told')
    hearth.click('Sign…', 'button')
    hearth.click('Sign', 'button', below=hearth.find('Sign this entry?', ('dialog', 'alert')))
    hearth.find(holds='This is signed')


def one_of_those_who_must_be_told_is_told():
    hearth.click('Told now', 'button')
    dialog = hearth.find(holds=' was told', role=('dialog', 'alert'))
    hearth.type_into('Their number or name', 'Desk 7')
    hearth.click('Told now', 'button', below=dialog)
    hearth.find(holds='By phone')


def a_leave_is_asked_for():
    begin_for(AWAY, 'Leave…')
    hearth.choose('Kind of leave', 'For some hours')
    hearth.type_into('Leaves', f'{TODAY} 11:00')
    hearth.type_into('Due back', f'{TODAY} 16:00')
    hearth.type_into('Where to', LEAVE_TO)
    save()
    row_in('Asked for', AWAY)


def begin_for(name, what):
    """From the menu of a row on the page “Whereabouts”."""
    hearth.go_to('Whereabouts')
    row = row_in('In the house', name)
    hearth.click_on(hearth.find('Leave, visit, missing', 'toggle button', row))
    hearth.click(what, 'menu item')
    hearth.find('Save', 'button')


def row_in(group, name):
    """The page makes its rows anew with each change."""
    return wait_until(lambda: (rows := hearth.look(group, 'list')) and hearth.look(name, 'list item', rows),
                      f'{name} in “{group}”')


def press_in_row(group, button):
    hearth.click_on(wait_until(lambda: hearth.look(button, 'button', row_in(group, AWAY)), f'“{button}”'))


def the_manager_agrees():
    change_to('house-manager')
    hearth.go_to('Whereabouts')
    press_in_row('Asked for', 'Agree')
    press_in_row('Agreed, to come', 'Goes now')
    row_in('On leave', AWAY)


def and_the_leave_ends():
    press_in_row('On leave', 'Is back')
    row_in('In the house', AWAY)


def somebody_is_missing():
    begin_for(HURT, 'Missing…')
    hearth.type_into('Last seen', f'{TODAY} 09:40')
    hearth.choose('Danger', 'High')
    hearth.type_into('Clothes and appearance', CLOTHES)
    save()
    hearth.find(holds='Not seen for')


def the_missing_sheet_names_nobody_else():
    hearth.key('ctrl+p')
    text, pages = print_paper('missing')
    assert HURT in text and CLOTHES in text and HELPS in text, text
    assert_names_nobody_but(text, HURT)
    assert pages == 1, pages


def and_is_found():
    hearth.go_to('Whereabouts')
    hearth.click_on(row_in('Missing', HURT))
    hearth.click('Is back…', 'button')
    hearth.find('Save', 'button')
    hearth.type_into('Back or found', f'{TODAY} 09:55')
    save()
    hearth.find(holds='Was missing for 0 h 15 min')


def the_timelines_tell_all_of_it():
    show_timeline(HURT)
    scroll_to('Missing: Was missing')
    scroll_to('Incident: Between residents')
    show_timeline(AWAY)
    scroll_to(LEAVE_TO)


def scroll_to(words):
    """Turns the wheel over the timeline: only what is near is there at all."""
    left, upper, width, height = box_of(hearth.find('Timeline', 'list'))
    run('xdotool', 'mousemove', '--window', hearth.window, left + width // 2, upper + height // 2)

    def turn():
        found = hearth.look(holds=words)
        if not found:
            run('xdotool', 'click', 5)
        return found

    wait_until(turn, f'“{words}” in the timeline')


def show_timeline(name):
    house.open_resident(hearth, name, CODES[name])
    hearth.click('Timeline', 'page tab')


# --- paper ------------------------------------------------------------------


def the_handover_is_printed():
    hearth.go_to('Handover')
    hearth.click('The handover of this shift', 'button')
    hearth.find(HANDED_OVER)
    hearth.key('ctrl+p')
    text, pages = print_paper('handover')
    assert HANDED_OVER in text and CODES[HURT] in text, text
    assert pages <= 2, pages  # one, after a quieter morning


def the_incident_report_names_nobody_else():
    hearth.go_to('Incidents')
    hearth.click(holds='Between residents', role='table row')
    hearth.find('Who must be told')
    hearth.key('ctrl+p')
    text, _ = print_paper('incident')
    assert SEEN in text and CODES[SAW] in text, text
    assert_names_nobody_but(text)


def the_safety_card_is_one_page():
    house.open_resident(hearth, HURT, CODES[HURT])
    hearth.click('Print the safety card', 'button')
    text, pages = print_paper('safety')
    assert HURT in text and HELPS in text and pages == 1, (pages, text)
    assert_names_nobody_but(text, HURT)


def the_log_of_a_month_has_the_addendum():
    name = lines[here[ADDED_TO]][0]
    house.open_resident(hearth, name, CODES[name])
    hearth.click('File', 'page tab')
    hearth.click('Log of a month', 'button')
    text, _ = print_paper('month')
    assert name in text and ADDED in text, text
    assert_names_nobody_but(text, name)


def nothing_typed_is_readable():
    house.assert_nothing_readable(HOUSE, CANARIES, PAPER)
    hearth.close()
    house.assert_nothing_readable(HOUSE, CANARIES, PAPER)


# --- hearthctl --------------------------------------------------------------


def hearthctl_tells_the_shift():
    entries = [entry for entry in records('daily_log', '--from', TODAY) if entry['shift'] == 'morning']
    first = [entry for entry in entries if entry['state'] != 'open']
    assert len({entry['resident'] for entry in first}) == len(first) == 24, len(first)
    ordinary = [entry for entry in first if all(entry.get(item) == value for item, value in MEANS.items())]
    assert len(ordinary) == len(here) - 1, len(ordinary)
    assert {entry['resident'] for entry in first if entry['presence'] == 'leave'} == OUT
    assert states_of(WRONG) == ['in_error'] and states_of(RIGHT) == ['open']
    assert [read for read in records('handover_read', '--from', TODAY)], 'nobody read the handover'


def states_of(name):
    return [entry['state'] for entry in records('daily_log', '--resident', CODES[name])
            if entry.get('positive_moment') == MISPLACED]


def and_what_nobody_planned():
    incident = only(records('incident', '--resident', CODES[HURT], '--from', TODAY), seen=SEEN)
    assert incident['state'] == 'signed', incident
    notifications = [one for one in records('notification', '--resident', CODES[HURT])
                     if one['subject'] == incident['id']]
    assert len(notifications) > 1 and len([one for one in notifications if 'done_at' in one]) == 1, notifications
    leave = only(records('leave', '--resident', CODES[AWAY]), where_to=LEAVE_TO)
    assert leave['decision'] == 'agreed' and leave['out_at'] <= leave['back_at'], leave
    episode = only(records('missing_episode', '--resident', CODES[HURT], '--from', TODAY), description=CLOTHES)
    assert 'found_at' in episode, episode
    only(records('addendum', '--resident', CODES[lines[here[ADDED_TO]][0]]), text=ADDED)


def only(found, **fields):
    fitting = [one for one in found if all(one.get(name) == value for name, value in fields.items())]
    assert len(fitting) == 1, found
    return fitting[0]


def the_house_is_whole():
    done = json.loads(ctl('director', 'verify'))
    assert done['whole'] and not done['findings'], done


STEPS = Steps(
    a_carer_opens_the_shift_by_keyboard,
    half_of_the_house_is_written,
    the_power_goes_in_the_middle,
    what_was_saved_is_there,
    the_rest_is_written,
    the_shift_is_signed_by_keyboard,
    the_handover_is_written_and_signed,
    the_next_carer_is_asked_to_read_it,
    reads_and_signs_it,
    something_is_added_to_a_signed_entry,
    an_entry_is_signed_in_the_wrong_file,
    it_is_marked_and_points_to_the_right_one,
    an_incident_is_written_and_signed,
    one_of_those_who_must_be_told_is_told,
    a_leave_is_asked_for,
    the_manager_agrees,
    and_the_leave_ends,
    somebody_is_missing,
    the_missing_sheet_names_nobody_else,
    and_is_found,
    the_timelines_tell_all_of_it,
    the_handover_is_printed,
    the_incident_report_names_nobody_else,
    the_safety_card_is_one_page,
    the_log_of_a_month_has_the_addendum,
    nothing_typed_is_readable,
    hearthctl_tells_the_shift,
    and_what_nobody_planned,
    the_house_is_whole,
)
sys.exit(STEPS.run(hearth))
