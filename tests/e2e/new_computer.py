#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The computer is stolen and nobody knows a password: the copy on the stick and the two halves of the recovery sheet
bring the house back on another one. Before that, copies that cannot be made or put back say why."""

import json
import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import first_run
import house
from hearth_e2e import BUILD, Steps, hearthctl, run, wait_until
from house import USER, folder

NAME = 'Amiraleth Vossen'
FIRST_PASSWORD = 'pebble violet market candle'
OWN = 'saddle copper window orchard'
hearth = first_run.HEARTH
hearth.folder = folder('desk')
hearth.environment['GSETTINGS_BACKEND'] = 'keyfile'  # remembers where copies go
STICK = hearth.folder / 'stick'
NEW_HOME = folder('new-home')
sheet = []


def the_house():
    return wait_until(lambda: next(folder('..').glob('home/.local/share/hearth/house'), None), 'the house')


def copies_in(place):
    return sorted(path for path in place.iterdir() if path.is_dir() and not path.name.startswith('.'))


def ask_for_copy():
    hearth.key('ctrl+k')
    hearth.find('Search everything', 'dialog')
    hearth.insert('Back up now')
    hearth.find('Back up now', 'list item')
    hearth.key('Return')
    hearth.wait_gone('Search everything', 'dialog')


def choose_folder(title, name):
    """Answers GTK's file dialog with a folder of the one it begins in."""
    dialog = hearth.find(title, 'dialog')
    hearth.focus(hearth.find(name, 'table cell', dialog))
    hearth.click('Select', 'button', below=dialog)
    hearth.wait_gone(title, 'dialog')


def both_halves_are_kept():
    sheet.extend(' '.join(half.split()) for half in
                 re.findall(r'(?:[0-9A-Z]{4}\s){13}[0-9A-Z]{4}', run('pdftotext', hearth.folder / 'sheet.pdf', '-')))
    assert len(sheet) == 2, sheet


def somebody_is_admitted():
    hearth.key('ctrl+shift+n')
    hearth.type_into('Name used', NAME)
    hearth.key('ctrl+s')
    hearth.find('Languages')
    hearth.key('ctrl+s')
    hearth.find(f'{NAME} was admitted')


def a_copy_goes_onto_the_stick():
    STICK.mkdir()
    ask_for_copy()
    hearth.find('Where shall the copy go?')
    hearth.click('Put copies into', 'button')
    choose_folder('Where copies go', STICK.name)
    hearth.find('The copy is made and checked')
    hearth.click('Close', 'button', below=hearth.find('Copy of the house', 'dialog'))
    hearth.wait_gone('Copy of the house', 'dialog')
    assert len(copies_in(STICK)) == 1, copies_in(STICK)


def a_stick_that_was_pulled_out_is_asked_for():
    away = STICK.rename(folder('pocket'))
    ask_for_copy()
    hearth.find(holds='Plug in the stick or disk')
    hearth.key('Escape')
    hearth.wait_gone('Copy of the house', 'dialog')
    away.rename(STICK)


def quitting_makes_a_copy_by_itself():
    hearth.close()
    copies = copies_in(the_house() / 'copies')
    assert copies, 'no copy was made'
    listed = [json.loads(line) for line in hearthctl('copies', the_house() / 'copies').splitlines()]
    assert len(listed) == len(copies), (listed, copies)


def a_live_house_is_not_written_over():
    before = (the_house() / 'house.keys').read_bytes()
    refused = subprocess.run([str(BUILD / 'src/ctl/hearthctl'), 'restore', str(copies_in(STICK)[0]), str(the_house())],
                             capture_output=True, text=True, check=False)
    assert refused.returncode and refused.stderr.strip().endswith('.'), refused
    assert (the_house() / 'house.keys').read_bytes() == before


def another_computer_knows_no_house():
    environment = {name: value.replace(os.environ['HOME'], str(NEW_HOME)) for name, value in os.environ.items()
                   if name in ('HOME', 'XDG_CONFIG_HOME', 'XDG_CACHE_HOME', 'XDG_DATA_HOME', 'XDG_STATE_HOME')}
    shutil.copytree(Path(os.environ['XDG_CONFIG_HOME']) / 'gtk-4.0', Path(environment['XDG_CONFIG_HOME']) / 'gtk-4.0')
    shutil.rmtree(the_house())  # with the computer
    hearth.environment.update(environment)
    hearth.start()
    hearth.find('Step 1 of 6')


def the_copy_is_put_back():
    hearth.click('Put back a copy', ('list item', 'button'))
    hearth.find('Choose the folder with the copy.')
    hearth.click('Folder with the copy', 'button')
    choose_folder('Choose the folder with the copy', STICK.name)
    hearth.click('Put the copy back', 'button')
    hearth.find(holds='Every file of the copy was read and is whole.')


def mistyped(half):
    """With one other letter in it."""
    return half[:6] + ('A' if half[6] != 'A' else 'C') + half[7:]


def type_sheet(first, second):
    hearth.type_into('First half', first)
    hearth.type_into('Second half', second)
    hearth.click('Open with the sheet', 'button')


def one_wrong_letter_on_the_sheet_is_told():
    hearth.click('Use the recovery sheet', ('list item', 'button'))
    type_sheet(sheet[0], mistyped(sheet[1]))
    hearth.find(holds='wrong or missing letter in the second half')
    type_sheet(mistyped(sheet[0]), sheet[1])
    hearth.find(holds='wrong or missing letter in the first half')


def both_halves_give_a_new_password():
    type_sheet(sheet[0].lower(), sheet[1])
    hearth.find('Who gets a new password?')
    assert hearth.look('Pages', 'list') is None
    assert not any(NAME in name for name in hearth.names()), hearth.names()
    hearth.click('Maria Winter', 'list item')
    hearth.type_into('Password', FIRST_PASSWORD)
    hearth.type_into('Password again', FIRST_PASSWORD)
    hearth.click('Give this password', 'button')
    hearth.find('What was done')
    hearth.click('Go to sign-in', 'button')


def the_house_is_as_it_was():
    house.enter(hearth, USER, FIRST_PASSWORD)
    house.choose_password(hearth, OWN)
    hearth.find(holds='The recovery sheet has been used')
    house.open_resident(hearth, NAME, 'R-001')
    hearth.close()


def and_whole():
    back = wait_until(lambda: next(NEW_HOME.rglob('house.db'), None), 'the house on the new computer').parent
    result = json.loads(hearthctl('verify', '--house', back, '--user', USER, '--password-file', '-', input=OWN + '\n'))
    assert result['whole'] and not result['findings'], result


if __name__ == '__main__':
    sys.exit(Steps(
        first_run.nobody_knows_a_house,
        first_run.enter_leads_from_field_to_field,
        first_run.the_first_account,
        first_run.the_sheet_is_typed_back_from_paper,
        first_run.straight_into_the_house,
        both_halves_are_kept,
        somebody_is_admitted,
        a_copy_goes_onto_the_stick,
        a_stick_that_was_pulled_out_is_asked_for,
        quitting_makes_a_copy_by_itself,
        a_live_house_is_not_written_over,
        another_computer_knows_no_house,
        the_copy_is_put_back,
        one_wrong_letter_on_the_sheet_is_told,
        both_halves_give_a_new_password,
        the_house_is_as_it_was,
        and_whole,
    ).run(hearth))
