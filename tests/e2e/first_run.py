#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The first minutes of a new user, through the window alone: a house is set up, its sheet typed back from the paper,
a copy made, and the name waits at the next sign-in."""

import json
import re
import sys

from hearth_e2e import Hearth, Steps, hearthctl, run, wait_until
from house import PASSWORD, USER, folder, sign_in

HEARTH = Hearth()
ROWS = ('list item', 'button')


def nobody_knows_a_house():
    HEARTH.start()
    HEARTH.find('Step 1 of 6')
    HEARTH.click('Set up our house', ROWS)
    HEARTH.find('Step 2 of 6')


def enter_leads_from_field_to_field():
    HEARTH.type_into('Organisation', 'Lantern Hill Association')
    HEARTH.key('Return')
    HEARTH.press_keys('Garden')
    HEARTH.wait_for_text('Name of the house', 'Garden')
    HEARTH.key('Return')
    HEARTH.find('Step 3 of 6')


def the_first_account():
    HEARTH.type_into('Your name', 'Maria Winter')
    HEARTH.type_into('Sign-in name', USER)
    HEARTH.type_into('Password', PASSWORD)
    HEARTH.type_into('Password again', PASSWORD)
    HEARTH.key('Return')
    HEARTH.find('Step 4 of 6')


def the_sheet_is_typed_back_from_paper():
    HEARTH.click_for_dialog('Save as PDF…', ROWS, 'Save the sheet as PDF')
    HEARTH.save_in_dialog('Save the sheet as PDF', 'sheet.pdf')
    paper = HEARTH.folder / 'sheet.pdf'
    wait_until(paper.exists, 'the sheet on paper')
    HEARTH.find(holds='Saved. Print it')
    first, second = re.findall(r'(?:[0-9A-Z]{4}\s){13}[0-9A-Z]{4}', run('pdftotext', paper, '-'))
    HEARTH.click('It is on paper', 'button')
    HEARTH.find('Step 5 of 6')
    HEARTH.type_into('First half', ' '.join(first.split()).lower())
    HEARTH.type_into('Second half', ' '.join(second.split()))
    HEARTH.key('Return')
    HEARTH.find('Step 6 of 6')


def straight_into_the_house():
    HEARTH.click('Open the house without a copy', 'button')
    HEARTH.find('Pages', 'list')
    HEARTH.find('Maria Winter')


def a_place_for_copies_can_wait():
    HEARTH.key('ctrl+k')
    HEARTH.find('Search everything', 'dialog')
    HEARTH.press_keys('back up')
    HEARTH.find('Back up now', 'list item')
    HEARTH.key('Return')
    HEARTH.find('Where shall the copy go?')
    HEARTH.key('Escape')
    HEARTH.wait_gone('Where shall the copy go?')


def the_name_waits():
    HEARTH.key('ctrl+l')
    HEARTH.find('Sign in', 'button')
    HEARTH.wait_for_text('Sign-in name', USER)
    sign_in(HEARTH)
    HEARTH.close()


def the_house_is_whole():
    house = wait_until(lambda: next(folder('..').glob('home/.local/share/hearth/house'), None), 'the house')
    result = json.loads(hearthctl('verify', '--house', house, '--user', USER, '--password-file', '-',
                                  input=PASSWORD + '\n'))
    assert result['whole'], result
    assert [path.name for path in house.parent.iterdir()] == ['house'], 'something else was left'


if __name__ == '__main__':
    sys.exit(Steps(nobody_knows_a_house, enter_leads_from_field_to_field, the_first_account,
                   the_sheet_is_typed_back_from_paper, straight_into_the_house, a_place_for_copies_can_wait,
                   the_name_waits, the_house_is_whole).run(HEARTH))
