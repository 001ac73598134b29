#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Everybody of the invented house signs in, one after the other, and sees their own part: the pages in the sidebar,
the residents, what is in a file, and nothing else by Ctrl+K either."""

import json
import re
import sys

import house
from hearth_e2e import Hearth, Steps, hearthctl, name_of, wait_until

DAILY = ['Today', 'Shift', 'Handover', 'Whereabouts', 'Tasks']
RESIDENTS = ['Residents', 'Daily log', 'Incidents', 'Complaints']
REST = ['Rooms', 'Reports']
CARE = [*DAILY, *RESIDENTS, 'Education', *REST]
CLINICAL = [*DAILY, *RESIDENTS, 'Health', 'Counselling', 'Plans', 'Education', *REST]
CASE_WORK = [*DAILY, *RESIDENTS, 'Plans', 'Education', 'Legal', *REST]
EVERYTHING = [*DAILY, *RESIDENTS, 'Health', 'Counselling', 'Plans', 'Education', 'Legal', *REST]
SECTIONS = {
    'duty-carer': CARE,
    'key-worker': CASE_WORK,
    'teacher': CARE,
    'legal-officer': CASE_WORK,
    'nurse': CLINICAL,
    'counsellor': CLINICAL,
    'house-manager': [*CASE_WORK, 'Staff', 'Approvals', 'Audit'],
    'director': [*EVERYTHING, 'Staff', 'Approvals', 'Audit'],
    'administrator': ['Staff'],
    'auditor': ['Audit'],
}
HOUSE, STAFF = house.make_demo_house('demo', '--residents', '4', '--months', '1')
hearth = Hearth(HOUSE)

# The rows of the page “File”, by what opens them.
DAY = {'People', 'Identity papers', 'Belongings', 'Stays', 'Admissions', 'Alerts', 'Daily log', 'Events', 'Visits and calls',
       'Leaves', 'Given by the house', 'Tasks', 'Safety plans', 'Incidents', 'Times missing', 'Beds', 'Not in one room',
       'Allergies', 'Appointments', 'Strengths', 'Hearings',
       'Where learning begins', 'School or training places', 'Education plans', 'Learning goals', 'Attendance', 'Marks',
       'Trainings', 'Skills', 'Certificates'}
CASE = {'Documents', 'Consents', 'Statements', 'Exploitation history',
        'Cases', 'Orders', 'Protection at court', 'Accused persons', 'Texts of court reports'}
TEAM = {'Plans', 'Goals', 'Progress', 'Reviews', 'Six areas of recovery', 'Referrals', 'Steps of preparation',
        'Contributions to reports'}
LEAD = {'Openings in an emergency', 'Limits of a file', 'Complaints'}
HEALTH = {'Medical screenings', 'Measurements', 'Medicines', 'Conditions', 'Vaccinations',
          'Counselling sessions', 'Group sessions', 'Safety checks', 'Scores'}
FILE = {
    'duty-carer': DAY,
    'key-worker': DAY | TEAM | CASE,
    'teacher': DAY,
    'legal-officer': DAY | TEAM | CASE,
    'nurse': DAY | TEAM | HEALTH,
    'counsellor': DAY | TEAM | HEALTH,
    'house-manager': DAY | TEAM | CASE | LEAD,
    'director': DAY | TEAM | CASE | LEAD | HEALTH | {'Concerns about somebody who works here'},
}
EVERYBODY = ['R-001', 'R-002', 'R-003', 'R-004']


def ctl(role, *arguments):
    """hearthctl, signed in as somebody of that role."""
    return hearthctl(*arguments, '--house', HOUSE, '--user', STAFF[role]['user'], '--password-file', '-',
                     input=STAFF[role]['password'] + '\n')


def records(role, record_type):
    return [json.loads(line) for line in ctl(role, 'list', record_type).splitlines()]


HIDDEN = next(limit['resident'] for limit in records('house-manager', 'file_limit'))
NAMES = {resident['id']: (resident['name_used'], resident['code']) for resident in records('director', 'resident')}
SESSION = next(session for session in records('counsellor', 'counselling_session')
               if session['resident'] != HIDDEN and session.get('summary'))
WORDS = ' '.join([word for word in re.findall(r'\w+', SESSION['summary']) if len(word) > 3][:5])


def numbers_in_list():
    """The residents on the page, by their number."""
    hearth.go_to('Residents')
    # The page of today speaks of residents too, until this one is there.
    return wait_until(lambda: sorted(cell.get_name() for cell in hearth.walk()
                                     if cell.get_role_name() == 'table cell' and cell.get_name().startswith('R-')),
                      'the list of residents')


def rows_of_file():
    name, number = NAMES[SESSION['resident']]
    house.open_resident(hearth, name, number)
    hearth.click('File', 'page tab')
    hearth.find('People and papers', 'list')
    rows = [row.get_name() for row in hearth.walk() if row.get_role_name() == 'list item']
    for page in house.sections(hearth):
        rows.remove(page)  # once: the daily log has a row too
    return set(rows) - {''}


def sees(role):
    """Signs in, and compares what is there with the tables above."""
    house.change_person(hearth, **{key: STAFF[role][key] for key in ('user', 'password')})
    assert house.sections(hearth) == SECTIONS[role], house.sections(hearth)
    reads_files = role in FILE
    hidden = NAMES[HIDDEN][1] if role == 'teacher' else None
    if reads_files:
        numbers = numbers_in_list()
        assert numbers == [number for number in EVERYBODY if number != hidden], numbers
        rows = rows_of_file()
        assert rows == FILE[role], rows ^ FILE[role]
    found = [words for words in house.search(hearth, WORDS) if 'Counselling' in words]
    assert bool(found) == ('Counselling' in SECTIONS[role]), found
    for forbidden in [name for name in ('Audit', 'Staff') if name not in SECTIONS[role]][:1]:
        offered = house.search(hearth, forbidden)
        assert not any(words.startswith(forbidden) for words in offered), offered
    if not reads_files:
        assert house.search(hearth, 'R-00') == []


def a_carer_sees_the_day():
    hearth.start()
    house.sign_in(hearth, STAFF['director']['user'], STAFF['director']['password'])
    sees('duty-carer')


def a_key_worker_sees_the_case():
    sees('key-worker')


def a_nurse_sees_what_is_clinical():
    sees('nurse')


def a_counsellor_sees_sessions():
    sees('counsellor')


def a_teacher_does_not_see_the_file_of_a_relative():
    sees('teacher')
    assert house.search(hearth, NAMES[HIDDEN][1]) == []
    listed = [resident['id'] for resident in records_while_locked('teacher', 'resident')]
    assert HIDDEN not in listed and len(listed) == len(EVERYBODY) - 1, listed


def records_while_locked(role, record_type):
    house.lock(hearth)
    return records(role, record_type)


def a_legal_officer_sees_the_case():
    sees('legal-officer')


def a_house_manager_sees_staff_approvals_and_audit():
    sees('house-manager')
    hearth.go_to('Staff')
    hearth.find(holds='Cora Amberfield', role='list item')
    hearth.go_to('Approvals')
    hearth.find('Nothing waits for you')
    hearth.go_to('Audit')
    hearth.find('What was done, newest first')


def a_director_sees_every_file():
    sees('director')


def an_administrator_sees_the_staff_and_no_resident():
    sees('administrator')
    hearth.go_to('Staff')
    hearth.find(holds='Cora Amberfield', role='list item')


def an_auditor_sees_the_audit_and_no_resident():
    sees('auditor')
    hearth.find('What was done, newest first')
    shown = ' '.join(hearth.names())
    assert not any(name in shown for name, _ in NAMES.values()), shown


def everybody_is_told_when_they_were_here():
    carer = STAFF['duty-carer']
    house.lock(hearth)
    house.refused(hearth, carer['user'], 'not the password at all', 'password is not right')
    house.sign_in(hearth, carer['user'], carer['password'])
    words = name_of(hearth.find(holds='Last here: today'))
    assert '1 wrong name or password was tried' in words, words
    hearth.close()


STEPS = Steps(
    a_carer_sees_the_day,
    a_key_worker_sees_the_case,
    a_nurse_sees_what_is_clinical,
    a_counsellor_sees_sessions,
    a_teacher_does_not_see_the_file_of_a_relative,
    a_legal_officer_sees_the_case,
    a_house_manager_sees_staff_approvals_and_audit,
    a_director_sees_every_file,
    an_administrator_sees_the_staff_and_no_resident,
    an_auditor_sees_the_audit_and_no_resident,
    everybody_is_told_when_they_were_here,
)
sys.exit(STEPS.run(hearth))
