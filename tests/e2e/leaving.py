#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Somebody comes to work here and goes again: a first password on a slip, one of their own, and after they went the
house key is replaced. Neither their password nor a key file kept from before opens the house any more."""

import json
import shutil
import subprocess
import sys

import house
from hearth_e2e import BUILD, Hearth, Steps, wait_until

NAME = 'Nora Quillon'
OWN = 'harbour pencil orchard violet'
COLLEAGUE = 'Timo Ashgrove'
COLLEAGUES_OWN = 'window saddle ribbon meadow'
HOUSE = house.make_house()
OLD_KEYS = house.folder('kept.keys')
hearth = Hearth(HOUSE)
slips = {}


def hearthctl_opens(folder, user, password):
    done = subprocess.run([str(BUILD / 'src/ctl/hearthctl'), 'list', 'account', '--house', str(folder), '--user', user,
                           '--password-file', '-'], input=password + '\n', capture_output=True, text=True, check=False)
    return done.returncode == 0, done.stdout + done.stderr


def a_director_makes_accounts():
    hearth.start()
    house.sign_in(hearth)
    slips[NAME] = house.add_person(hearth, NAME, 'Nurse')
    slips[COLLEAGUE] = house.add_person(hearth, COLLEAGUE, 'Duty carer')
    assert slips[NAME][0] == 'nora', slips
    hearth.find(holds='Has not signed in yet')


def the_first_password_opens_only_the_way_to_another():
    house.lock(hearth)
    house.enter(hearth, *slips[NAME])
    hearth.find('Choose your own password')
    assert hearth.look('Pages', 'list') is None
    hearth.type_into('Password', slips[NAME][1])
    hearth.type_into('Password again', slips[NAME][1])
    hearth.find(holds='That is the password you were given')
    house.choose_password(hearth, OWN)


def the_nurse_works():
    assert 'Residents' in house.sections(hearth)
    hearth.find(NAME)
    house.lock(hearth)
    house.refused(hearth, *slips[NAME], 'password is not right')
    house.sign_in(hearth, 'nora', OWN)


def the_carer_comes_too():
    house.lock(hearth)
    house.enter(hearth, *slips[COLLEAGUE])
    house.choose_password(hearth, COLLEAGUES_OWN)


def the_nurse_goes():
    house.change_person(hearth, house.USER, house.PASSWORD)
    shutil.copy(HOUSE / 'house.keys', OLD_KEYS)
    hearth.go_to('Staff')
    hearth.click(holds=NAME, role='list item')
    hearth.click('Remove from the house…', ('button', 'list item'))
    hearth.find('Remove this person?')
    hearth.type_into('Reason', 'Moved to another town')
    hearth.click('Remove', 'button')


def the_house_key_is_replaced():
    hearth.find('The house key is replaced')
    hearth.click('Close', 'button', below=hearth.find('The house key is replaced', ('dialog', 'alert')))
    hearth.wait_gone('The house key is replaced')
    hearth.find('No longer here')
    assert (HOUSE / 'house.keys').read_bytes() != OLD_KEYS.read_bytes()


def the_old_password_is_refused():
    house.lock(hearth)
    house.refused(hearth, 'nora', OWN, 'password is not right')


def others_still_sign_in():
    house.sign_in(hearth, 'timo', COLLEAGUES_OWN)
    house.change_person(hearth, house.USER, house.PASSWORD)
    hearth.close()


def nor_does_the_kept_key_file_open_it():
    opens, answer = hearthctl_opens(HOUSE, 'nora', OWN)
    assert not opens, answer
    beside = shutil.copytree(HOUSE, house.folder('beside'))
    for keys in beside.glob('house.keys*'):
        keys.unlink()
    shutil.copy(OLD_KEYS, beside / 'house.keys')
    opens, answer = hearthctl_opens(beside, 'nora', OWN)
    assert not opens and 'Quillon' not in answer, answer


def the_house_is_whole():
    result = json.loads(house.ctl_in(HOUSE, 'verify'))
    assert result['whole'] and not result['findings'], result
    left = wait_until(lambda: sorted(path.name for path in HOUSE.iterdir()), 'the files')
    assert 'house.db.next' not in left, left


STEPS = Steps(
    a_director_makes_accounts,
    the_first_password_opens_only_the_way_to_another,
    the_nurse_works,
    the_carer_comes_too,
    the_nurse_goes,
    the_house_key_is_replaced,
    the_old_password_is_refused,
    others_still_sign_in,
    nor_does_the_kept_key_file_open_it,
    the_house_is_whole,
)
sys.exit(STEPS.run(hearth))
