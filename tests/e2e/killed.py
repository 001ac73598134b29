#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The power goes in the middle of a word: what was typed is offered again after the next start."""

import json
import sys

import house
from hearth_e2e import Hearth, Steps, hearthctl, wait_until

NAME = 'Amaru Fernweh'
LANGUAGES = 'Quechua, some Spanish'
WISHES = 'To learn the accordion and to see the sea'
HOUSE = house.make_house()
hearth = Hearth(HOUSE)


def start_and_sign_in():
    hearth.start()
    house.sign_in(hearth)


def somebody_types():
    hearthctl('add', 'resident', '--house', HOUSE, '--user', house.USER, '--password-file', '-',
              input=house.PASSWORD + '\n' + json.dumps({'name_used': NAME}) + '\n')
    start_and_sign_in()
    hearth.key('ctrl+k')
    hearth.find('Search everything', 'dialog')
    hearth.press_keys('R-001')
    hearth.find(holds=NAME, role='list item')
    hearth.key('Return')
    hearth.click('Change these facts', 'button')
    hearth.find('Languages')
    before = house.written(HOUSE)
    hearth.type_into('Languages', LANGUAGES)
    wait_until(lambda: house.written(HOUSE) != before, 'a draft to be kept')


def and_is_killed_in_the_middle_of_a_word():
    before = house.written(HOUSE)
    hearth.type_into('Wishes, in own words', WISHES[:24])
    wait_until(lambda: house.written(HOUSE) != before, 'the longer draft to be kept')
    hearth.press_keys(WISHES[24:30])
    hearth.kill()


def today_offers_the_draft():
    start_and_sign_in()
    hearth.find('1 unfinished entry is waiting')
    hearth.find(holds='Unfinished, from ')


def its_text_is_there():
    hearth.click('Continue', ('button', 'label'))
    hearth.wait_for_text('Languages', LANGUAGES)
    kept = hearth.read('Wishes, in own words')
    assert len(kept) >= 24 and WISHES.startswith(kept), f'kept: “{kept}”'


def a_second_kill_loses_nothing_either():
    hearth.kill()
    start_and_sign_in()
    hearth.click('Continue', ('button', 'label'))
    hearth.wait_for_text('Languages', LANGUAGES)


def it_is_finished_and_saved():
    hearth.type_into('Wishes, in own words', WISHES)
    hearth.key('ctrl+s')
    hearth.wait_gone('Save', 'button')
    hearth.find('Nothing is waiting.')
    wait_until(lambda: hearth.look(holds='Unfinished, from ') is None, 'the draft to be gone')


def a_kill_after_saving_loses_nothing():
    hearth.kill()
    start_and_sign_in()
    hearth.find('Nothing is waiting.')
    assert hearth.look(holds='Unfinished, from ') is None
    hearth.close()
    stored = json.loads(house.ctl_in(HOUSE, 'list', 'resident'))
    assert (stored['languages'], stored['wishes']) == (LANGUAGES, WISHES), stored


def the_chain_verifies():
    assert '"findings": []' in house.ctl_in(HOUSE, 'verify')


STEPS = Steps(
    somebody_types,
    and_is_killed_in_the_middle_of_a_word,
    today_offers_the_draft,
    its_text_is_there,
    a_second_kill_loses_nothing_either,
    it_is_finished_and_saved,
    a_kill_after_saving_loses_nothing,
    the_chain_verifies,
)
sys.exit(STEPS.run(hearth))
