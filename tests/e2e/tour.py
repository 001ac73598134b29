#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks through the real program on a fresh invented house and photographs every page: tour.py FOLDER.

Each page in three widths, light and dark: FOLDER/<scheme>-<width>/<number>-<page>.png. A report is printed
to FOLDER/report.pdf, with a picture of each of its pages.
"""

import re
import sys
from pathlib import Path

from hearth_e2e import Hearth, Missing, hearthctl, run
from house import make_demo_house, sign_in

SIZES = ((1600, 1000), (900, 700), (360, 720))
SCHEMES = {'light': 'prefer-light', 'dark': 'prefer-dark'}


class Tour:
    def __init__(self, target, scheme, house):
        self.target = target
        self.scheme = scheme
        self.count = 0
        self.hearth = Hearth(house, environment={'ADW_DEBUG_COLOR_SCHEME': SCHEMES[scheme]})

    def shoot(self, page):
        """The page that is open, in every size; ends in the widest, where the tour goes on."""
        self.count += 1
        print(f'  {self.scheme}: {page}', flush=True)
        name = f'{self.count:02}-{re.sub("[^a-z0-9]+", "-", page.lower()).strip("-")}.png'
        for width, height in (*SIZES[1:], SIZES[0]):
            folder = self.target / f'{self.scheme}-{width}'
            folder.mkdir(exist_ok=True)
            self.hearth.resize(width, height)
            self.hearth.photograph(folder / name)

    def walk(self, account):
        self.hearth.start()
        self.hearth.resize(*SIZES[0])
        self.shoot('Sign in')
        self.hearth.click('Make a new house…', 'button')
        self.hearth.find('Put the house into')
        self.shoot('New house')
        self.hearth.click('Back to sign-in', 'button')
        sign_in(self.hearth, account['user'], account['password'])
        for section in self.sections():
            self.open_section(section)
            self.shoot(section)
            if visit := getattr(self, 'in_' + re.sub('[^a-z]+', '_', section.lower()), None):
                visit()
        self.dialogs()
        self.hearth.close()

    def sections(self):
        pages = self.hearth.find('Pages', 'list')
        return [a.get_name() for a in self.hearth.walk(pages) if a.get_role_name() == 'list item']

    def open_section(self, name):
        self.hearth.click(name, 'list item', below=self.hearth.find('Pages', 'list'))

    def dialogs(self):
        for keys, page, sign in (('ctrl+k', 'Search', None), ('ctrl+question', 'Keyboard shortcuts', None),
                                 ('F1', 'Help', None)):
            self.hearth.key(keys)
            self.hearth.find(role='dialog')
            if page == 'Search':
                self.hearth.press_keys('good')
            self.shoot(page)
            self.hearth.key('Escape')
            self.hearth.wait_gone(role='dialog')


def main():
    target = Path(sys.argv[1])
    print('Making a demo house …', flush=True)
    house, staff = make_demo_house()
    for scheme in SCHEMES:
        tour = Tour(target, scheme, house)
        try:
            tour.walk(staff['director'])
        except Missing as error:
            print(f'The tour stopped: {error}. On the screen: {tour.hearth.names()}', file=sys.stderr)
            tour.hearth.photograph(target / f'stopped-{scheme}.png')
            return 1
        finally:
            tour.hearth.stop()
    return 0


sys.exit(main())
