#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One day in the office: signing in, a new resident, the daily log, searching, a report on paper; and the same
again after closing. Nothing of what was typed may be readable on the disk."""

import sys
from datetime import date

import house
from hearth_e2e import Hearth, Steps, run, wait_until

# Words that stand nowhere but in what is typed here.
NAME = 'Linnea Zephyrbrook'
LOCAL_NAME = 'ลินเนีย สุขใจ'
LANGUAGES = 'Quillonian, some Thai'
MOMENT = 'Taught the kitten zandoodling in the garden'
CANARIES = (*NAME.split(), *LOCAL_NAME.split(), 'Quillonian', 'zandoodling', house.PASSWORD)

HOUSE = house.folder('house')
PAPER = house.folder('paper')
hearth = Hearth(HOUSE, folder=PAPER)


def a_wrong_password_is_refused_in_words():
    hearth.start()
    hearth.type_into('Sign-in name', house.USER)
    hearth.type_into('Password', 'a wrong password entirely')
    hearth.click('Sign in', 'button')
    hearth.find(holds='password is not right')
    assert hearth.look('Pages', 'list') is None


def the_right_password_opens_the_house():
    house.sign_in(hearth)
    hearth.find('Nobody lives here yet')


def a_resident_is_admitted():
    hearth.click('Admit a resident', 'button')
    hearth.type_into('Name used', NAME)
    hearth.type_into('Name in own script', LOCAL_NAME)
    hearth.click('Continue', 'button')
    hearth.type_into('Languages', LANGUAGES)


def a_date_that_does_not_exist_is_refused_next_to_its_field():
    hearth.type_into('Birth date', '31 February 2012')
    hearth.key('ctrl+s')
    hearth.find('There is no such date.')
    assert hearth.look('Save', 'button'), 'the form was closed in spite of it'
    hearth.type_into('Birth date', 'about 2012')
    hearth.key('ctrl+s')
    hearth.wait_gone('Save', 'button')
    hearth.find(holds=NAME)


def todays_log_is_written():
    hearth.go_to('Daily log')
    hearth.key('ctrl+n')
    hearth.find('Which resident?', 'dialog')
    hearth.press_keys('linnea')
    hearth.click(holds=NAME, role='list item')
    hearth.type_into('Date', date.today().isoformat())
    hearth.choose('Shift', 'Morning')
    hearth.choose('Mood', 'Good')
    hearth.type_into('A good moment', MOMENT)
    hearth.wait_gone('Undo', 'button')  # of the admission, above the rows below
    hearth.type_into('Fell asleep', '21:30')
    hearth.type_into('Woke up', '6:15')
    hearth.key('ctrl+s')
    hearth.wait_gone('Save', 'button')
    hearth.find(holds='zandoodling')


def escape_leaves_the_search():
    hearth.key('ctrl+k')
    hearth.find('Search everything', 'dialog')
    hearth.press_keys('nothing like that')
    hearth.key('Escape')
    hearth.wait_gone('Search everything', 'dialog')


def searching_finds_it():
    hearth.key('ctrl+k')
    hearth.find('Search everything', 'dialog')
    hearth.press_keys('zandoodl')
    hearth.click(holds='zandoodling', role='list item')
    assert hearth.read('A good moment') == MOMENT


def searching_finds_the_name_in_its_script():
    hearth.key('ctrl+k')
    hearth.find('Search everything', 'dialog')
    hearth.insert('สุขใจ')
    hearth.click(holds=NAME, role='list item')
    hearth.find(NAME, 'heading')


def a_report_is_shown():
    hearth.go_to('Reports')
    hearth.click('Choose…', ('button', 'label'))
    hearth.find('Which resident?', 'dialog')
    hearth.press_keys('linnea')
    hearth.click(holds=NAME, role='list item')
    hearth.type_into('Purpose', 'Review with the social worker')
    hearth.type_into('Recipient', 'Social welfare office')
    hearth.click('Show the report', 'button')
    hearth.find(holds='Page 1 of ')


def it_is_printed():
    hearth.key('ctrl+p')
    hearth.print_to_file(PAPER / 'output.pdf')
    text = run('pdftotext', PAPER / 'output.pdf', '-')
    assert NAME in text and MOMENT in text, text
    assert 'Zephyrbrook' not in run('pdfinfo', PAPER / 'output.pdf')


def it_is_saved_as_pdf():
    hearth.key('ctrl+s')
    hearth.save_in_dialog('Save as PDF', 'report.pdf')
    wait_until((PAPER / 'report.pdf').exists, 'the PDF')
    text = run('pdftotext', PAPER / 'report.pdf', '-')
    assert NAME in text and MOMENT in text, text
    run('qpdf', '--check', PAPER / 'report.pdf')


def nothing_typed_is_readable_while_the_house_is_open():
    house.assert_nothing_readable(HOUSE, CANARIES, PAPER)


def closing_ends_the_program():
    hearth.close()


def nothing_typed_is_readable_afterwards():
    house.assert_nothing_readable(HOUSE, CANARIES, PAPER)


def everything_is_there_after_opening_again():
    hearth.start()
    house.sign_in(hearth)
    hearth.find(holds='zandoodling')
    hearth.go_to('Residents')
    hearth.click(holds=NAME, role=('list item', 'table row'))
    hearth.find(NAME, 'heading')
    hearth.find(holds=LOCAL_NAME)
    hearth.focus(hearth.find('Profile', ('toggle button', 'radio button', 'page tab', 'button')))
    hearth.find('about 2012')
    hearth.find(LANGUAGES)
    hearth.go_to('Daily log')
    hearth.click(holds='zandoodling', role=('list item', 'table row'))
    assert hearth.read('A good moment') == MOMENT
    assert hearth.read('Fell asleep') == '21:30'
    hearth.close()


def the_chain_verifies():
    assert '"findings": []' in house.ctl_in(HOUSE, 'verify')


if __name__ == '__main__':
    house.make_house(HOUSE.name)
    sys.exit(Steps(
        a_wrong_password_is_refused_in_words,
        the_right_password_opens_the_house,
        a_resident_is_admitted,
        a_date_that_does_not_exist_is_refused_next_to_its_field,
        todays_log_is_written,
        escape_leaves_the_search,
        searching_finds_it,
        searching_finds_the_name_in_its_script,
        a_report_is_shown,
        it_is_printed,
        it_is_saved_as_pdf,
        nothing_typed_is_readable_while_the_house_is_open,
        closing_ends_the_program,
        nothing_typed_is_readable_afterwards,
        everything_is_there_after_opening_again,
        the_chain_verifies,
    ).run(hearth))
