#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""A carer writes the shift of 24 residents by keyboard alone, the power goes meanwhile, goes on, signs, and hands over; the
next one reads that and signs for it."""

import json
import sys

import house
from hearth_e2e import Hearth, Steps, hearthctl, name_of, wait_until

RESIDENTS = 24
MOST_KEYS = 6
# The first item that is not a choice.
WORDS_BEGIN = 'Feeling unwell'
WORDS = 'Laughed about the kitten in the laundry'

HOUSE, STAFF = house.make_demo_house('demo', '--residents', str(RESIDENTS), '--months', '1')
CARER, NEXT = STAFF['duty-carer'], STAFF['key-worker']
hearth = Hearth(HOUSE)
done = set()  # the names of those who are written


def records(record_type):
    lines = hearthctl('list', record_type, '--house', HOUSE, '--user', NEXT['user'], '--password-file', '-',
                      input=NEXT['password'] + '\n')
    return {record['id']: record for record in map(json.loads, lines.splitlines())}


BEFORE = {kind: records(kind) for kind in ('daily_log', 'handover', 'handover_read')}


def new(kind):
    return [record for key, record in records(kind).items() if key not in BEFORE[kind]]


def press(*keys):
    """Presses keys; the cell that has the keyboard then: who, and which item; empty outside of the grid."""
    hearth.has_keyboard = None
    hearth.key(*keys)
    cell = wait_until(lambda: hearth.has_keyboard, f'the keyboard to go on after {keys}')
    who, comma, item = name_of(cell).partition(', ')
    return (who, item.partition(':')[0]) if comma else ('', '')


def written():
    """How many residents the page says are written."""
    label = hearth.find(holds=f' of {RESIDENTS} written')
    return int(name_of(label).split()[0])


def write_one(who, item):
    """An ordinary resident, digit after digit, up to the words; how many keys that takes."""
    keys = 0
    while item != WORDS_BEGIN:
        now, item = press('4' if item == 'Mood' else '1')
        assert now == who, f'{now} instead of {who}'
        keys += 1
    done.add(who)
    return keys


def the_shift_opens_with_a_key():
    hearth.start()
    house.sign_in(hearth, CARER['user'], CARER['password'])
    hearth.key('alt+3')
    hearth.find('The shift: residents and items')
    assert written() == 0


def an_ordinary_resident_takes_six_keys():
    keys = 1 + write_one(*press('Tab'))
    assert keys <= MOST_KEYS, keys


def words_are_typed_in_place():
    who, item = press('Right', 'Right')
    assert item == 'A good moment', item
    hearth.key('Return')
    hearth.find(f'{who} · A good moment')
    hearth.press_keys(WORDS)
    hearth.key('Return')
    hearth.find(holds='A good moment: ' + WORDS)


def a_power_cut_takes_nothing_away():
    press('Down')
    wait_until(lambda: written() == 1, 'the row that was left to be saved')
    hearth.kill()
    hearth.start()
    house.sign_in(hearth, CARER['user'], CARER['password'])
    hearth.key('alt+3')
    wait_until(lambda: written() == 1, 'what was written to be there')
    hearth.find(holds='A good moment: ' + WORDS)


def tab_leads_to_whoever_is_left():
    who, item = press('Tab')
    while who:
        write_one(who, item)
        who, item = press('Tab')
    assert len(done) > RESIDENTS // 2, done


def who_is_away_takes_one_key():
    hearth.key('alt+1')
    hearth.find('To do')
    hearth.key('alt+3')
    hearth.find('The shift: residents and items')
    who, _ = press('ctrl+End')
    who, _ = press('ctrl+Home')
    for _ in range(RESIDENTS):
        if who in done:
            who, _ = press('Down') if len(done) < RESIDENTS else (who, '')
        else:
            done.add(who)
            who, _ = press('0') if len(done) < RESIDENTS else ('', hearth.key('0'))
    hearth.key('ctrl+s')
    wait_until(lambda: written() == RESIDENTS, 'everybody to be written')


def it_is_signed_in_one_act():
    hearth.key('ctrl+Return')
    hearth.find('Sign the shift', 'dialog')
    hearth.key('Return')
    hearth.wait_gone('Sign the shift', 'dialog')
    hearth.find(holds='All entries are signed')


def the_handover_is_signed():
    hearth.key('alt+0')
    hearth.find('From one shift to the next')
    hearth.tab_to('Sign…')
    hearth.key('Return')
    hearth.find('Sign this entry?')
    hearth.key('Return')
    hearth.find('Nobody of the next shift has read it yet')


def the_next_one_reads_it():
    house.change_person(hearth, NEXT['user'], NEXT['password'])
    hearth.key('alt+0')
    hearth.find('From one shift to the next')
    hearth.tab_to('I have read it')
    hearth.key('Return')
    hearth.find(holds='Read by ')
    hearth.close()


def all_of_it_is_in_the_house():
    entries = new('daily_log')
    assert len(entries) == RESIDENTS, len(entries)
    assert {entry['state'] for entry in entries} == {'signed'}
    assert [entry['positive_moment'] for entry in entries if entry.get('positive_moment')] == [WORDS]
    assert [handover['state'] for handover in new('handover')] == ['signed']
    assert len(new('handover_read')) == 1


STEPS = Steps(
    the_shift_opens_with_a_key,
    an_ordinary_resident_takes_six_keys,
    words_are_typed_in_place,
    a_power_cut_takes_nothing_away,
    tab_leads_to_whoever_is_left,
    who_is_away_takes_one_key,
    it_is_signed_in_one_act,
    the_handover_is_signed,
    the_next_one_reads_it,
    all_of_it_is_in_the_house,
)
sys.exit(STEPS.run(hearth))
