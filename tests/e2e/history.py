#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What was done can be read, and taken back: a change, its undo by the keyboard, and the history of both."""

import json
import sys

import house
from hearth_e2e import Hearth, Steps, hearthctl

NAME = 'Amaru Fernweh'
OTHER = 'Amaru Wanderlust'
HOUSE = house.make_house()
hearth = Hearth(HOUSE)


def stored():
    return json.loads(house.ctl_in(HOUSE, 'list', 'resident'))


def a_resident_is_changed():
    hearthctl('add', 'resident', '--house', HOUSE, '--user', house.USER, '--password-file', '-',
              input=house.PASSWORD + '\n' + json.dumps({'name_used': NAME}) + '\n')
    hearth.start()
    house.sign_in(hearth)
    hearth.key('ctrl+k')
    hearth.find('Search everything', 'dialog')
    hearth.press_keys('R-001')
    hearth.find(holds=NAME, role='list item')
    hearth.key('Return')
    hearth.find(NAME, 'heading')
    hearth.click('Change these facts', 'button')
    hearth.type_into('Name used', OTHER)
    hearth.key('ctrl+s')
    hearth.find(OTHER, 'heading')


def the_keys_take_it_back_while_the_toast_is_up():
    hearth.find('Undo', 'button')
    hearth.key('ctrl+z')
    hearth.find(NAME, 'heading')
    hearth.find('As it was before')


def the_history_tells_all_of_it():
    hearth.key('ctrl+h')
    for deed in ('Brought back by undo', 'Changed', 'First entered'):
        hearth.find(deed)
    changes = [a.get_name() for a in hearth.walk() if 'became' in (a.get_name() or '')]
    assert any(words.index(NAME) < words.index(OTHER) for words in changes), changes
    assert any(words.index(OTHER) < words.index(NAME) for words in changes), changes


def a_version_opens_as_it_was():
    hearth.key('Down')
    hearth.key('Return')
    hearth.find(holds='As it was on ')
    hearth.find(OTHER)
    hearth.close()


def it_was_really_saved():
    assert stored()['name_used'] == NAME, stored()
    assert stored()['revision'] == 3, stored()


STEPS = Steps(
    a_resident_is_changed,
    the_keys_take_it_back_while_the_toast_is_up,
    the_history_tells_all_of_it,
    a_version_opens_as_it_was,
    it_was_really_saved,
)

sys.exit(STEPS.run(hearth))
