#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a counsellor writes for the team reaches a second counsellor who was given the key; what she writes for herself
reaches nobody: on no page, by no search, in no report, through no command, in no file."""

import json
import subprocess
import sys

import house
from hearth_e2e import BUILD, Hearth, Steps, hearthctl, name_of, run, text_of, wait_until

SUMMARY = 'Painted a lighthouse called Zandoodle'
TEAM_NOTE = 'Quillonberry tea before difficult things'
PROCESS_NOTE = 'Umbrellino frostwhistle'
TEAM, PROCESS = 'Quillonberry', ('Umbrellino', 'frostwhistle')
SECOND, OWN = 'Samu Norvane', 'harbour pencil orchard violet'
CLINICAL = ('nurse', 'director')
OTHERS = ('nurse', 'director', 'duty-carer', 'key-worker', 'teacher', 'legal-officer', 'house-manager', 'administrator',
          'auditor')
WITHOUT_FILES = ('administrator', 'auditor')

HOUSE, STAFF = house.make_demo_house('demo', '--residents', '2', '--months', '1')
NAME = json.loads(hearthctl('list', 'resident', '--house', HOUSE, '--user', STAFF['director']['user'],
                            '--password-file', '-', input=STAFF['director']['password'] + '\n').splitlines()[0])
hearth = Hearth(HOUSE, folder=house.folder('paper'))


def change_to(role):
    house.change_person(hearth, STAFF[role]['user'], STAFF[role]['password'])


def everything():
    """All that is written on the page, be it scrolled out of sight."""
    return ' '.join([name_of(a) or '' for a in hearth.walk()] +
                    [text_of(a) or '' for a in hearth.walk() if a.get_text_iface()])


def open_session():
    hearth.go_to('Counselling')
    hearth.click('Counselling sessions', 'list item')
    hearth.click('Individual', 'table row')
    wait_until(lambda: SUMMARY in everything(), 'the session')
    house.reveal(hearth)


def show_timeline(with_session):
    house.open_resident(hearth, NAME['name_used'], NAME['code'])
    hearth.click('Timeline', 'page tab')
    hearth.find(holds='Daily log entry: ')
    assert bool(hearth.look('Counselling session: Individual')) == with_session


def ctl(account, *arguments):
    """What hearthctl says, on whichever way."""
    done = subprocess.run([str(BUILD / 'src/ctl/hearthctl'), *map(str, arguments), '--house', str(HOUSE), '--user',
                           account['user'], '--password-file', '-'], input=account['password'] + '\n',
                          capture_output=True, text=True, check=False)
    return done.stdout + done.stderr


def assert_not_told(words, *parts):
    for part in parts:
        assert part.lower() not in words.lower(), f'{part} in: {words}'


def a_counsellor_writes_a_session():
    hearth.start()
    house.sign_in(hearth, STAFF['counsellor']['user'], STAFF['counsellor']['password'])
    hearth.go_to('Counselling')
    hearth.find('The record')
    hearth.key('ctrl+n')
    hearth.find('Which resident?', 'dialog')
    hearth.press_keys(NAME['code'])
    hearth.click(holds=NAME['name_used'], role='list item')
    hearth.choose('Kind', 'Individual')
    hearth.choose('How it went', 'Took place')
    hearth.type_into('Summary for the file', SUMMARY)
    hearth.type_into('Note for the counsellors', TEAM_NOTE)
    hearth.type_into('Process note', PROCESS_NOTE)
    hearth.key('ctrl+s')
    hearth.wait_gone('Save', 'button')
    assert_not_told(everything(), TEAM, *PROCESS)


def an_administrator_makes_a_second_counsellor():
    change_to('administrator')
    user, password = house.add_person(hearth, SECOND, 'Counsellor')
    STAFF['second'] = {'user': user, 'password': password}
    hearth.find(holds='Waits for approval')


def a_director_approves():
    change_to('director')
    hearth.go_to('Approvals')
    hearth.click(holds='Approve', role='button')
    hearth.find('Nothing waits for you')


def the_second_chooses_a_password():
    house.lock(hearth)
    house.enter(hearth, STAFF['second']['user'], STAFF['second']['password'])
    house.choose_password(hearth, OWN)
    STAFF['second']['password'] = OWN


def the_first_counsellor_gives_the_key():
    change_to('counsellor')
    hearth.click('Waits for the counselling key', 'list item')
    hearth.click('Counselling: Give the key…', 'button')
    hearth.find('Give this key?')
    hearth.click('Give the key', 'button')
    hearth.find('The key is given')


def the_second_reads_what_is_for_the_team():
    change_to('second')
    open_session()
    hearth.wait_for_text('Note for the counsellors', TEAM_NOTE)
    assert_not_told(everything(), *PROCESS)
    assert house.search(hearth, PROCESS[0]) == []
    show_timeline(with_session=True)
    assert_not_told(everything(), TEAM, *PROCESS)


def nobody_else_reads_either():
    for role in OTHERS:
        change_to(role)
        assert_not_told(everything(), TEAM, *PROCESS)
        if role in CLINICAL:
            open_session()
            assert_not_told(everything(), TEAM, 'Process note', *PROCESS)
        if role not in WITHOUT_FILES:
            show_timeline(with_session=role in CLINICAL)
            assert_not_told(everything(), TEAM, *PROCESS)
        assert house.search(hearth, PROCESS[0]) == [], role


def nor_is_it_in_a_report():
    change_to('counsellor')
    hearth.go_to('Reports')
    hearth.click('Choose…', ('button', 'label'))
    hearth.find('Which resident?', 'dialog')
    hearth.press_keys(NAME['code'])
    hearth.click(holds=NAME['name_used'], role='list item')
    hearth.type_into('Purpose', 'Supervision')
    hearth.type_into('Recipient', 'The supervisor')
    hearth.click('Show the report', 'button')
    hearth.find(holds='Page 1 of ')
    assert_not_told(everything(), TEAM, *PROCESS)


def who_may_not_save_does_not_print_into_a_file():
    hearth.key('ctrl+p')
    dialog = hearth.find('Print', 'dialog')
    hearth.click('Print to File', 'table row', below=dialog)
    hearth.click('Print', 'button', below=dialog)
    hearth.find(holds='your role does not include saving reports as files')
    hearth.key('Escape')
    hearth.wait_gone(holds='your role does not include saving reports as files')
    assert not (hearth.folder / 'output.pdf').exists()


def the_author_has_it_still():
    open_session()
    hearth.wait_for_text('Process note', PROCESS_NOTE)
    hearth.close()


def nor_does_a_command_tell_it():
    session = [json.loads(line)['id'] for line in ctl(STAFF['counsellor'], 'list', 'counselling_session').splitlines()
               if 'Zandoodle' in line]
    assert len(session) == 1, session
    for role in ('second', *OTHERS):
        said = [ctl(STAFF[role], *arguments) for arguments in (
            ('list', 'counselling_session'), ('show', session[0]), ('search', PROCESS[0]),
            ('report', 'progress', '--resident', NAME['code'], '--out', house.folder(f'{role}.pdf')),
            ('audit',))]
        if (paper := house.folder(f'{role}.pdf')).exists():
            said.append(run('pdftotext', paper, '-'))
            assert NAME['code'] in said[-1], said[-1]
        assert_not_told(' '.join(said), *PROCESS)
        if role == 'second':
            assert TEAM in said[1], said[1]
        else:
            assert_not_told(' '.join(said), TEAM)


def nor_a_file():
    assert house.folder('director.pdf').exists(), 'no report was made'
    copies = house.folder('copies')
    copies.mkdir()
    assert '"copy"' in ctl(STAFF['director'], 'backup', copies)
    assert '"findings": []' in ctl(STAFF['director'], 'verify')
    house.assert_nothing_readable(HOUSE, (TEAM, *PROCESS))


STEPS = Steps(
    a_counsellor_writes_a_session,
    an_administrator_makes_a_second_counsellor,
    a_director_approves,
    the_second_chooses_a_password,
    the_first_counsellor_gives_the_key,
    the_second_reads_what_is_for_the_team,
    nobody_else_reads_either,
    nor_is_it_in_a_report,
    who_may_not_save_does_not_print_into_a_file,
    the_author_has_it_still,
    nor_does_a_command_tell_it,
    nor_a_file,
)
sys.exit(STEPS.run(hearth))
