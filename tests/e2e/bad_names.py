#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Sign-in names as people have them, in their script, with spaces and capitals: written in any of the ways that look
the same, they are the same name. And the only director cannot lock the house out of itself."""

import sys

import house
from hearth_e2e import Hearth, Steps

THAI, THAI_TYPED = 'คุณ ปลา น้ำใจ', 'คุณ  ปลา น\u0e49\u0e4d\u0e32ใจ '  # the same, as other keyboards compose it
ARABIC, ARABIC_TYPED = 'أنس Al Mansour', 'ا\u0654نس AL MANSOUR'  # hamza above apart; other capitals
LATIN, LATIN_TYPED = 'Zoë De La Rivière', 'ZOE\u0308 de la RIVIE\u0300RE'
PEOPLE = (('Pla Namjai', THAI, THAI_TYPED), ('Anas Mansour', ARABIC, ARABIC_TYPED),
          ('Zoe Riviere', LATIN, LATIN_TYPED))
ADMINISTRATOR = 'adil'
OWN = 'basket copper lantern willow'
HOUSE = house.make_house()
hearth = Hearth(HOUSE)
slips = {}


def accounts_in_three_scripts():
    hearth.start()
    house.sign_in(hearth)
    for name, user, _ in PEOPLE:
        slips[user] = house.add_person(hearth, name, 'Duty carer', user)
        assert slips[user][0] == user, slips
    slips[ADMINISTRATOR] = house.add_person(hearth, 'Adil Brightwater', 'Administrator', ADMINISTRATOR)


def the_same_name_written_otherwise_is_refused():
    hearth.go_to('Staff')
    hearth.find('New person (Ctrl+N)', 'button')
    hearth.key('ctrl+n')
    hearth.type_into('Name', 'Somebody Else')
    hearth.type_into('Name to sign in with', LATIN_TYPED)
    hearth.choose('Role', 'Teacher')
    hearth.click('Make the account', 'button')
    hearth.find('Another one has this already.')
    assert hearth.look('It is on paper', 'button') is None


def each_signs_in_as_they_type_it():
    for name, user, typed in PEOPLE:
        house.lock(hearth)
        house.enter(hearth, typed, slips[user][1])
        house.choose_password(hearth, OWN)
        hearth.find(name, 'label')
        house.change_person(hearth, typed.upper(), OWN)
        hearth.find(name, 'label')


def the_only_director_cannot_remove_herself():
    house.change_person(hearth, house.USER.upper(), house.PASSWORD)
    hearth.go_to('Staff')
    hearth.click(house.USER, 'list item')
    hearth.find(holds='This is your own account.')
    assert hearth.look('Remove from the house…') is None


def nor_take_her_role_away():
    hearth.click('Change the account…', ('button', 'list item'))
    hearth.choose('Role', 'Nurse')
    hearth.key('ctrl+s')
    hearth.find('One’s own role and sign-in are changed by somebody else.')
    assert hearth.look('Save', 'button'), 'the form was closed in spite of it'


def nor_does_an_administrator_remove_the_only_director():
    house.lock(hearth)
    house.enter(hearth, *slips[ADMINISTRATOR])
    house.choose_password(hearth, OWN)
    hearth.go_to('Staff')
    hearth.click(house.USER, 'list item')
    hearth.find(holds='is the only director. Make somebody else director first')
    assert hearth.look('Remove from the house…') is None


def and_still_signs_in():
    house.change_person(hearth, house.USER, house.PASSWORD)
    assert 'Staff' in house.sections(hearth)
    hearth.close()


STEPS = Steps(
    accounts_in_three_scripts,
    the_same_name_written_otherwise_is_refused,
    each_signs_in_as_they_type_it,
    the_only_director_cannot_remove_herself,
    nor_take_her_role_away,
    nor_does_an_administrator_remove_the_only_director,
    and_still_signs_in,
)
sys.exit(STEPS.run(hearth))
