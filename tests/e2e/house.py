# SPDX-License-Identifier: GPL-3.0-or-later
"""Houses for the tests and the tour, made by hearthctl, and signing in to them."""

import json
import os
import re
from pathlib import Path

from hearth_e2e import hearthctl, run, text_of

USER = 'maria'
PASSWORD = 'quiet lantern river meadow'


def folder(name):
    return Path(os.environ['TMPDIR']) / name


def make_house(name='house'):
    """An empty house; its director is USER."""
    house = folder(name)
    hearthctl('create', house, '--user', USER, '--password-file', '-', '--sheet', folder(name + '-sheet.pdf'),
              input=PASSWORD + '\n')
    return house


def make_demo_house(name='demo', *options):
    """The invented house; and {role: account} of its staff."""
    house = folder(name)
    made = json.loads(hearthctl('demo', house, *options))
    return house, {account['role']: account for account in made['accounts']}


def ctl_in(house, *arguments):
    """hearthctl in a house of make_house (), signed in as USER."""
    return hearthctl(*arguments, '--house', house, '--user', USER, '--password-file', '-', input=PASSWORD + '\n')


def read_sheet(hearth):
    """Both halves of the recovery sheet, from the page that shows them."""
    return [text_of(label) for label in hearth.walk()
            if label.get_role_name() == 'label' and re.fullmatch(r'([0-9A-Z]{4} ){8,}[0-9A-Z]{1,4}', text_of(label))]


def sign_in(hearth, user=USER, password=PASSWORD):
    hearth.type_into('Sign-in name', user)
    hearth.type_into('Password', password)
    hearth.click('Sign in', 'button')
    hearth.find('Pages', 'list')


def assert_nothing_readable(house, words, *allowed):
    """None of the words (text, or bytes) stands in a file of the house, the home, or the temporary folder, but below
    the folders that are allowed to hold them."""
    wanted = [code for word in words for code in
              ((word,) if isinstance(word, bytes) else (word.encode('utf-8'), word.encode('utf-16-le')))]
    for path in Path(os.environ['HOME']).parent.rglob('*'):
        if path.is_file() and not any(folder in path.parents for folder in allowed):
            contents = path.read_bytes()
            for word in wanted:
                assert word not in contents, f'{word!r} stands in {path}'
    readable = run('strings', *(p for p in house.rglob('*') if p.is_file()))
    assert not any(word in readable for word in words if isinstance(word, str))
