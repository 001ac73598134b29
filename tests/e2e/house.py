# SPDX-License-Identifier: GPL-3.0-or-later
"""Houses for the tests and the tour, made by hearthctl, and signing in to them."""

import contextlib
import json
import os
import re
import stat
import subprocess
from pathlib import Path

from hearth_e2e import hearthctl, text_of, wait_until

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


def written(house):
    """How much the database has been written to so far. The files beside it come and go with who has it open."""
    done = []
    for path in sorted(house.glob('house.db*')):
        with contextlib.suppress(FileNotFoundError):
            done.append((path.name, path.stat().st_size, path.stat().st_mtime_ns))
    return done


def read_sheet(hearth):
    """Both halves of the recovery sheet, from the page that shows them."""
    return [text_of(label) for label in hearth.walk()
            if label.get_role_name() == 'label' and re.fullmatch(r'([0-9A-Z]{4} ){8,}[0-9A-Z]{1,4}', text_of(label))]


def sign_in(hearth, user=USER, password=PASSWORD):
    enter(hearth, user, password)
    hearth.find('Pages', 'list')


def lock(hearth):
    hearth.key('ctrl+l')
    hearth.find('Sign in', 'button')


def change_person(hearth, user, password):
    """Locks, and lets somebody else sign in."""
    lock(hearth)
    sign_in(hearth, user, password)


def refused(hearth, user, password, words):
    """Tries to sign in, and reads @words."""
    enter(hearth, user, password)
    hearth.find(holds=words)
    assert hearth.look('Pages', 'list') is None


def text_below(hearth, title):
    """What stands in the row with that title, below it."""
    labels = [text_of(label) for label in hearth.walk() if label.get_role_name() == 'label']
    return labels[labels.index(title) + 1]


def add_person(hearth, name, role, user=None):
    """Makes an account on the page “Staff”; (sign-in name, first password), read off the slip."""
    hearth.go_to('Staff')
    hearth.find('New person (Ctrl+N)', 'button')
    hearth.key('ctrl+n')
    hearth.type_into('Name', name)
    if user:
        hearth.type_into('Name to sign in with', user)
    hearth.choose('Role', role)
    hearth.click('Make the account', 'button')
    hearth.find('It is on paper', 'button')
    slip = text_below(hearth, 'Sign-in name'), text_below(hearth, 'First password')
    hearth.click('It is on paper', 'button')
    hearth.find(name, 'heading')
    return slip


def choose_password(hearth, password):
    """At the first sign-in."""
    hearth.find('Choose your own password')
    hearth.type_into('Password', password)
    hearth.type_into('Password again', password)
    hearth.click('Use this password', 'button')
    hearth.find('Pages', 'list')


def enter(hearth, user, password):
    """Up to what comes after a right password."""
    hearth.type_into('Sign-in name', user)
    hearth.type_into('Password', password)
    hearth.click('Sign in', 'button')


def sections(hearth):
    """What the sidebar offers."""
    pages = hearth.find('Pages', 'list')
    return [row.get_name() for row in hearth.walk(pages) if row.get_role_name() == 'list item']


def search(hearth, words):
    """What Ctrl+K finds, with all that is written there; [] for nothing."""
    hearth.key('ctrl+k')
    dialog = hearth.find('Search everything', 'dialog')
    hearth.insert(words)  # all at once, so that no answer is to a part of them

    def found():
        if hearth.look('Nothing found', below=dialog):
            return ['nothing']
        return [' '.join(text_of(label) for label in hearth.walk(row) if label.get_role_name() == 'label')
                for row in hearth.walk(dialog) if row.get_role_name() == 'list item']

    results = wait_until(found, f'an answer to “{words}”')
    hearth.key('Escape')
    hearth.wait_gone('Search everything', 'dialog')
    return [] if results == ['nothing'] else results


def open_resident(hearth, name, number):
    hearth.key('ctrl+k')
    hearth.find('Search everything', 'dialog')
    hearth.press_keys(number)
    hearth.find(holds=name, role='list item')
    hearth.key('Return')
    hearth.find(name, 'heading')


def reveal(hearth):
    """Opens the texts that a form does not show by itself."""
    while hidden := hearth.look('Show', 'toggle button'):
        hearth.click_on(hidden)


def read_everything(below, look):
    """Calls look (path, contents) for every file that is there. A copy that is being made comes, goes and changes its
    name meanwhile: it starts anew then, until it found everything where it was listed."""

    def looked_at_all():
        gone = []

        def could_not_list(error):
            if not isinstance(error, FileNotFoundError):
                raise error
            gone.append(error.filename)

        for folder, _, names in os.walk(below, onerror=could_not_list):
            for path in (Path(folder, name) for name in names):
                try:
                    if stat.S_ISREG(path.lstat().st_mode):
                        look(path, path.read_bytes())
                except FileNotFoundError:
                    gone.append(path)
        return not gone

    wait_until(looked_at_all, f'the files below {below} to stay')


def assert_nothing_readable(house, words, *allowed):
    """None of the words (text, or bytes) stands in a file of the house, the home, or the temporary folder, but below
    the folders that are allowed to hold them."""
    wanted = [code for word in words for code in
              ((word,) if isinstance(word, bytes) else (word.encode('utf-8'), word.encode('utf-16-le')))]
    house = house.resolve()
    allowed = [folder.resolve() for folder in allowed]
    seen = set()

    def look(path, contents):
        if any(folder in path.parents for folder in allowed):
            return
        for word in wanted:
            assert word not in contents, f'{word!r} stands in {path}'
        if house in path.parents:
            seen.add(path.name)
            readable = subprocess.run(['strings'], input=contents, capture_output=True, check=True).stdout
            for word in words:
                assert isinstance(word, bytes) or word.encode() not in readable, f'{word} is readable in {path}'

    read_everything(Path(os.environ['HOME']).resolve().parent, look)
    assert {'house.db', 'house.keys'} <= seen, seen
