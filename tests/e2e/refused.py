#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Houses that cannot be opened: each time a sentence says what happened and what to do, and no byte is changed."""

import hashlib
import shutil
import sys

import house
from hearth_e2e import Hearth, Steps

GOOD = house.make_house()
PAGE = 4096


class Current:
    """The program that runs at present, for the pictures of a failure."""

    def __init__(self):
        self.hearth = None

    def __getattr__(self, name):
        return getattr(self.hearth, name)

    def stop(self):
        if self.hearth:
            self.hearth.stop()


current = Current()


def fingerprint(folder):
    """Of all that is kept; the count of tries and the lock are there to be written."""
    return {path.name: hashlib.sha256(path.read_bytes()).hexdigest() for path in folder.rglob('*')
            if path.is_file() and path.name not in ('house.tries', 'house.lock')}


def copy_of_house(name):
    return shutil.copytree(GOOD, house.folder(name))


def refused(folder, *words, password=house.PASSWORD):
    """Tries to open the house in @folder, and reads @words on the screen."""
    before = fingerprint(folder)
    current.hearth = Hearth(folder).start()
    hearth = current.hearth
    hearth.type_into('Sign-in name', house.USER)
    hearth.type_into('Password', password)
    hearth.click('Sign in', 'button')
    for part in words:
        hearth.find(holds=part)
    assert hearth.look('Pages', 'list') is None
    hearth.close()
    assert fingerprint(folder) == before, 'files of the house were changed'


def a_missing_key_file():
    folder = copy_of_house('no-keys')
    for path in folder.glob('house.keys*'):
        path.unlink()
    refused(folder, 'no key file', 'from a backup')


def a_damaged_key_file():
    folder = copy_of_house('bad-keys')
    for path in folder.glob('house.keys*'):
        path.write_bytes(path.read_bytes()[:len(path.read_bytes()) // 2])
    refused(folder, 'house.keys', 'damaged')


def a_missing_database():
    folder = copy_of_house('no-database')
    (folder / 'house.db').unlink()
    refused(folder, 'There is no house in this folder')


def a_database_of_another_house():
    folder = copy_of_house('swapped')
    other = house.make_house('other')
    shutil.copy(other / 'house.db', folder / 'house.db')
    refused(folder, 'Hearth changed nothing')


def a_damaged_first_page():
    folder = copy_of_house('bad-page')
    database = folder / 'house.db'
    contents = bytearray(database.read_bytes())
    contents[100] ^= 1
    database.write_bytes(contents)
    refused(folder, 'damaged', 'Hearth changed nothing')


def a_folder_that_is_no_house():
    folder = house.folder('empty')
    folder.mkdir()
    refused(folder, 'no key file', 'choose another folder')


def a_second_program():
    folder = copy_of_house('twice')
    first = Hearth(folder).start()
    try:
        house.sign_in(first)
        current.hearth = second = Hearth(folder).start()
        second.type_into('Sign-in name', house.USER)
        second.type_into('Password', house.PASSWORD)
        second.click('Sign in', 'button')
        second.find(holds='already at work')
        assert second.look('Pages', 'list') is None
        second.close()
        first.raise_window()
        first.close()
    finally:
        first.stop()


STEPS = Steps(
    a_missing_key_file,
    a_damaged_key_file,
    a_missing_database,
    a_database_of_another_house,
    a_damaged_first_page,
    a_folder_that_is_no_house,
    a_second_program,
)
sys.exit(STEPS.run(current))
