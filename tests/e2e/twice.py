#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""One person taken in from two sides: at the window, which is locked over the unfinished admission, and by hearthctl
meanwhile. The window asks before it makes a second file."""

import json
import subprocess
import sys

import house
from hearth_e2e import BUILD, Hearth, Steps, hearthctl, wait_until

NAME = 'Amaru Fernweh'
BIRTH = '2012-05-04'
HOUSE = house.make_house()
hearth = Hearth(HOUSE)


def an_admission_is_begun():
    hearth.start()
    house.sign_in(hearth)
    before = house.written(HOUSE)
    hearth.key('ctrl+shift+n')
    hearth.type_into('Name used', NAME)
    hearth.type_into('Birth date', BIRTH)
    hearth.find(holds='Nobody like this')
    hearth.click('Continue', 'button')
    hearth.type_into('Brought by', 'A teacher')
    wait_until(lambda: house.written(HOUSE) != before, 'a draft to be kept')


def an_open_house_is_refused_to_others():
    refused = subprocess.run([str(BUILD / 'src/ctl/hearthctl'), 'list', 'resident', '--house', str(HOUSE), '--user',
                              house.USER, '--password-file', '-'], input=house.PASSWORD + '\n', capture_output=True,
                             text=True, check=False)
    assert refused.returncode != 0 and not refused.stdout, refused
    assert 'already at work on this house' in refused.stderr, refused.stderr


def a_locked_one_is_not():
    hearth.key('ctrl+l')
    hearth.find('Sign in', 'button')
    hearthctl('add', 'resident', '--house', HOUSE, '--user', house.USER, '--password-file', '-',
              input=house.PASSWORD + '\n' + json.dumps({'name_used': NAME, 'birth': BIRTH}) + '\n')


def the_window_asks_who_that_is():
    house.sign_in(hearth)
    hearth.click('Continue', ('button', 'label'))
    hearth.wait_for_text('Name used', NAME)
    hearth.find(holds=f'First say whether this is {NAME}')
    hearth.key('ctrl+s')
    hearth.wait_for_keyboard('The same person')


def the_file_is_gone_on_with():
    hearth.click('The same person')
    hearth.wait_for_text('Brought by', 'A teacher')
    hearth.key('ctrl+s')
    hearth.find(f'{NAME} was admitted')
    hearth.close()


def there_is_one_file():
    residents = [json.loads(line) for line in house.ctl_in(HOUSE, 'list', 'resident').splitlines()]
    assert [resident['name_used'] for resident in residents] == [NAME], residents
    stay = json.loads(house.ctl_in(HOUSE, 'list', 'stay'))
    assert (stay['resident'], stay['brought_by']) == (residents[0]['id'], 'A teacher'), stay
    assert '"findings": []' in house.ctl_in(HOUSE, 'verify')


STEPS = Steps(
    an_admission_is_begun,
    an_open_house_is_refused_to_others,
    a_locked_one_is_not,
    the_window_asks_who_that_is,
    the_file_is_gone_on_with,
    there_is_one_file,
)
sys.exit(STEPS.run(hearth))
