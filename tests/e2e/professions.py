#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One resident, and what each profession does with them in the window: the nurse, the counsellor, the carer who meets an
alert, the key worker with the plan, the teacher with a week at school, the legal officer on the way to a hearing. Then the
reports that a court and a team get, on paper, read for what must stand there and what must not."""

import contextlib
import json
import os
import sys
import time
from datetime import date, datetime, timedelta, timezone

# A zone in which it is between ten and eleven now: nothing that is dated today lies ahead, and no day ends on the way.
HOURS_AHEAD = (10 - datetime.now(timezone.utc).hour + 11) % 24 - 11
os.environ['TZ'] = f'Etc/GMT{-HOURS_AHEAD:+d}'
time.tzset()

import house  # noqa: E402
from gi.repository import GLib  # noqa: E402
from hearth_e2e import Hearth, Steps, hearthctl, name_of, run, wait_until  # noqa: E402

NAME, LEGAL_NAME = 'Wrenna', 'Wrenna Larkwhistle'
# Words that stand nowhere but in what is written here.
COOLED = 'Cooled with zandoodle tea'
TALKED = 'Drew the pellarine boat'
PROCESS = 'Slower with corvinelle next time'
KNOW = 'Company in the mirandole evening'
OWN = 'I want to sing the tavolin song'
GOAL = 'Goes to the choir each Tuesday'
ACTION = 'Ask the quillonberry choir'
ACCUSED = 'Barnaby Quexley'
RELEASED = 'Well enough to be heard, with vossenia breaks'
SITUATION = 'Lives in a safe place and likes the lumbrelle class'
SCHOOL = 'Zephyrbrook School'
HEARING, MOVED = (f'{(datetime.now() + timedelta(days=days)).date()} 09:30' for days in (40, 47))
TODAY = datetime.now().date().isoformat()

HOUSE, STAFF = house.make_demo_house('demo', '--residents', '3', '--months', '1')
PAPER = house.folder('paper')
hearth = Hearth(HOUSE, folder=PAPER)


# --- helpers ----------------------------------------------------------------


def ctl(role, *arguments, words=''):
    return hearthctl(*arguments, '--house', HOUSE, '--user', STAFF[role]['user'], '--password-file', '-',
                     input=STAFF[role]['password'] + '\n' + words)


def add(role, record_type, **fields):
    """By hearthctl; its id."""
    return json.loads(ctl(role, 'add', record_type, words=json.dumps(fields)))['id']


def records(role, record_type, *options):
    return [json.loads(line) for line in ctl(role, 'list', record_type, *options).splitlines()]


def day(days):
    return (date.today() + timedelta(days=days)).isoformat()


OTHERS = records('director', 'resident')
ADDRESS = records('director', 'house')[0]['letter_address']
RESIDENT = add('director', 'resident', name_used=NAME, legal_name=LEGAL_NAME, birth='2010-05-03', sex='2')
add('director', 'stay', resident=RESIDENT, placement='this_house', start=day(-60))
PLACE = add('teacher', 'enrolment', resident=RESIDENT, school=SCHOOL, programme='formal', start=day(-30),
            days=['mon', 'tue', 'wed', 'thu', 'fri'])
add('nurse', 'measurement', resident=RESIDENT, date=day(-40), height=149.5, weight=40.0)
add('nurse', 'contribution', resident=RESIDENT, date=day(-1), part='health', uses=['court', 'progress'], text=RELEASED)
add('legal-officer', 'accused', resident=RESIDENT, letter='A1', identity=ACCUSED, noted_on=day(-20), status='custody')
CODE = next(one['code'] for one in records('director', 'resident') if one['id'] == RESIDENT)


def begin_as(role):
    if hearth.process is None:
        hearth.start()
        house.sign_in(hearth, STAFF[role]['user'], STAFF[role]['password'])
    else:
        house.change_person(hearth, STAFF[role]['user'], STAFF[role]['password'])


def open_area(area):
    house.open_resident(hearth, NAME, CODE)
    hearth.click_on(hearth.find(area, 'list item', hearth.find('Areas', 'list')))
    hearth.find('The record', 'list')


def begin(record_type):
    """Something else than what Ctrl+N writes on the page of an area."""
    dismiss()
    hearth.click('Add something else', 'toggle button')
    hearth.click(record_type, 'menu item')
    hearth.find('Save', 'button')


def dismiss():
    """What was just told lies over the lower end of the page."""
    if said := hearth.look('Dismiss', 'button'):
        hearth.click_on(said)
        hearth.wait_gone('Dismiss', 'button')


def begin_first():
    dismiss()
    hearth.key('ctrl+n')
    hearth.find('Save', 'button')


def save():
    hearth.key('ctrl+s')
    hearth.wait_gone('Save', 'button')


def only(found, **fields):
    fitting = [one for one in found if all(one.get(name) == value for name, value in fields.items())]
    assert len(fitting) == 1, found
    return fitting[0]


# --- the nurse --------------------------------------------------------------


def the_nurse_writes_an_urgent_screening():
    begin_as('nurse')
    open_area('Health')
    begin_first()
    hearth.choose('Why', 'On arrival')
    hearth.choose('Fever', 'Yes')
    hearth.type_into('What was done at once', COOLED)
    save()


def and_is_led_to_what_follows():
    hearth.find('What to do now')
    hearth.find(holds='A doctor should see the resident today')
    hearth.click('Done', 'button')


def a_swapped_blood_pressure_is_seen():
    begin('Measurement')
    hearth.type_into('Height', '150')
    hearth.type_into('Weight', '41.5')
    hearth.type_into('Blood pressure, upper', '62')
    hearth.type_into('Blood pressure, lower', '101')
    hearth.key('ctrl+s')
    hearth.find(holds='Were they swapped?')
    hearth.type_into('Blood pressure, upper', '101')
    hearth.type_into('Blood pressure, lower', '62')
    save()
    hearth.find('101/62')
    hearth.find(role='image', holds='Weight')


# --- the counsellor, and who meets the alert --------------------------------


def the_counsellor_writes_a_session():
    begin_as('counsellor')
    open_area('Counselling')
    begin_first()
    hearth.choose('Kind', 'Individual')
    hearth.choose('How it went', 'Took place')
    hearth.type_into('Summary for the file', TALKED)
    hearth.type_into('Process note', PROCESS)
    save()


def and_a_safety_check():
    begin('Safety check')
    hearth.choose('Risk seen', 'Medium')
    hearth.type_into('What everybody on duty must know', KNOW)
    hearth.type_into('Ask again on', day(7))
    save()


def the_carer_sees_the_alert():
    begin_as('duty-carer')
    house.open_resident(hearth, NAME, CODE)
    hearth.find(holds=KNOW)
    assert hearth.look('Counselling', 'list item', hearth.find('Areas', 'list')) is None


# --- the plan ---------------------------------------------------------------


def a_plan_with_a_goal_is_made():
    begin_as('key-worker')
    open_area('Plans')
    begin_first()
    hearth.type_into('Next review', day(90))
    save()
    begin('Goal')
    hearth.choose('Area', 'People')
    hearth.type_into('In the resident’s own words', OWN)
    hearth.type_into('What we work on', GOAL)
    hearth.choose('How it stands', 'In progress')
    save()


def its_progress_is_written():
    hearth.find('Who does what')
    hearth.key('ctrl+n')
    dialog = hearth.find('How near is it?', 'dialog')
    hearth.key('Right', 'Right', 'Right')
    hearth.click('Save', 'button', below=dialog)
    hearth.wait_gone('How near is it?', 'dialog')
    hearth.find(holds='3 of 10')


def an_action_is_added_and_ticked():
    hearth.click('Add who does what…', 'button')
    hearth.find('Save', 'button')
    hearth.type_into('What is to be done', ACTION)
    save()
    hearth.click(f'Done: {ACTION}', 'check box')
    hearth.click('Done', 'button', below=hearth.find('Done?', ('dialog', 'alert')))
    hearth.find('1 of 1 done')


# --- the teacher ------------------------------------------------------------


def the_teacher_fills_a_week_by_keyboard():
    begin_as('teacher')
    hearth.go_to('Education')
    hearth.click('The week before', 'button')
    hearth.find(holds=f'{NAME}, Monday, ')
    for weekday, digit, means in (('Monday', '1', 'Was there'), ('Tuesday', '1', 'Was there'),
                                  ('Wednesday', '2', 'Came late'), ('Thursday', '1', 'Was there'),
                                  ('Friday', '1', 'Was there')):
        go_to_cell(f'{NAME}, {weekday}, ')
        hearth.key(digit)
        wait_until(lambda: is_written(f'{NAME}, {weekday}, ', means), f'{weekday} to be written')


def is_written(cell, means):
    found = hearth.look(holds=cell)
    return found and found.get_name().endswith(f': {means}')


def is_at(words):
    with contextlib.suppress(GLib.Error, AttributeError):
        return hearth.has_keyboard.get_name().startswith(words)
    return False


def press(key):
    hearth.has_keyboard = None
    hearth.key(key)
    wait_until(lambda: hearth.has_keyboard, 'the keyboard to go on')


def go_to_cell(cell):
    """By keyboard, from wherever it is."""
    names = tuple(f'{name}, ' for name in (NAME, *(one['name_used'] for one in OTHERS)))
    while not is_at(names):
        press('Tab')
    if not is_at(cell):
        press('Right')  # so that there is a way back
        press('ctrl+Home')
    while not is_at(f'{NAME}, '):
        press('Down')
    while not is_at(cell):
        press('Right')


# --- the legal officer ------------------------------------------------------


def a_case_and_a_hearing_are_added():
    begin_as('legal-officer')
    open_area('Legal')
    begin_first()
    hearth.choose('Kind', 'Criminal case')
    hearth.choose('Stage', 'Trial')
    hearth.type_into('Court or office', 'District court of Sampletown')
    save()
    begin('Hearing')
    hearth.type_into('When', HEARING)
    hearth.choose('Kind', 'To give evidence')
    hearth.choose('The resident comes', 'In person')
    save()


def it_is_prepared():
    hearth.click(holds='Prepare: ', role=('button', 'list item'))
    hearth.find(holds='0 of ')


def the_steps_move_with_the_day():
    hearth.click('Change…', 'button')
    hearth.type_into('When', MOVED)
    save()
    hearth.find(holds='steps moved along')


def protection_is_asked_for_and_granted():
    hearth.click('Add protection…', 'button')
    hearth.find('Save', 'button')
    hearth.choose('What', 'Support person in sight')
    hearth.choose('The resident', 'Wants it')
    hearth.type_into('Asked for on', TODAY)
    save()
    dismiss()
    hearth.click('Support person in sight', 'label', below=hearth.find('Protection at court', 'list'))
    hearth.find('Save', 'button')
    hearth.choose('Answer', 'Granted')
    hearth.type_into('Answered on', TODAY)
    save()
    hearth.find('Granted', 'label', below=hearth.find('Protection at court', 'list'))


def the_report_to_the_court_is_written():
    dismiss()
    hearth.click('Write the court report…', 'button')
    hearth.find('Save', 'button')
    hearth.type_into('The situation in one paragraph', SITUATION)
    save()


# --- paper ------------------------------------------------------------------


def print_paper(kind):
    """From the page that is open; its text."""
    hearth.find(holds='Page 1 of ')
    hearth.key('ctrl+p')
    hearth.print_to_file(PAPER / 'output.pdf')
    paper = (PAPER / 'output.pdf').rename(PAPER / f'{kind}.pdf')
    return ' '.join(run('pdftotext', '-layout', paper, '-').split())


def assert_tells(text, *words):
    missing = [word for word in words if word not in text]
    assert not missing, f'{missing} not in: {text}'
    closed = [word for word in (TALKED, PROCESS, KNOW, COOLED, ACCUSED, ADDRESS) if word in text]
    named = [one['name_used'] for one in OTHERS if one['name_used'] in text]
    assert not closed and not named, f'{closed} {named} in: {text}'


def the_preparation_is_printed():
    dismiss()
    hearth.click('Print', 'toggle button')
    hearth.click('Preparation for a hearing', 'menu item')
    assert_tells(print_paper('preparation'), 'Support person in sight')
    hearth.key('alt+Left')


def the_report_to_the_court_is_printed():
    hearth.click('Print the court report', 'button')
    assert_tells(print_paper('court'), SITUATION, RELEASED)


def the_report_of_progress_is_printed():
    hearth.go_to('Reports')
    hearth.click('Choose…', ('button', 'label'))
    hearth.pick('Which resident?', CODE)
    hearth.type_into('Purpose', 'Review of the plan')
    hearth.type_into('Recipient', 'Social welfare office')
    hearth.click('Show the report', 'button')
    assert_tells(print_paper('progress'), GOAL)
    hearth.close()


def the_house_is_whole():
    assert only(records('key-worker', 'goal_progress', '--resident', CODE), value=3)
    done = json.loads(ctl('director', 'verify'))
    assert done['whole'] and not done['findings'], done


STEPS = Steps(
    the_nurse_writes_an_urgent_screening,
    and_is_led_to_what_follows,
    a_swapped_blood_pressure_is_seen,
    the_counsellor_writes_a_session,
    and_a_safety_check,
    the_carer_sees_the_alert,
    a_plan_with_a_goal_is_made,
    its_progress_is_written,
    an_action_is_added_and_ticked,
    the_teacher_fills_a_week_by_keyboard,
    a_case_and_a_hearing_are_added,
    it_is_prepared,
    the_steps_move_with_the_day,
    protection_is_asked_for_and_granted,
    the_report_to_the_court_is_written,
    the_preparation_is_printed,
    the_report_to_the_court_is_printed,
    the_report_of_progress_is_printed,
    the_house_is_whole,
)
sys.exit(STEPS.run(hearth))
