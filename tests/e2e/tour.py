#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Walks through the real program on a fresh invented house and photographs every page: tour.py FOLDER.

Each page in three widths, light and dark: FOLDER/<scheme>-<width>/<number>-<page>.png. A report is printed
to FOLDER/report.pdf, with a picture of each of its pages.
"""

import re
import shutil
import sys
from pathlib import Path

from hearth_e2e import Hearth, Missing, run
from house import make_demo_house, read_sheet, sign_in

SIZES = ((1600, 1000), (900, 700), (360, 720))
ROWS = ('list item', 'table row')
SWITCHES = ('toggle button', 'radio button', 'page tab', 'button')
DIALOGS = ('dialog', 'alert')
AREAS = ('Health', 'Counselling', 'Plans', 'Education', 'Legal')
AREAS = ('Health', 'Counselling', 'Plans', 'Education', 'Legal')
SCHEMES = {'light': 'prefer-light', 'dark': 'prefer-dark'}


class Tour:
    def __init__(self, target, scheme, house):
        self.target = target
        self.scheme = scheme
        self.count = 0
        self.too_wide = []
        self.hearth = Hearth(house, environment={'ADW_DEBUG_COLOR_SCHEME': SCHEMES[scheme]})

    def shoot(self, page):
        """The page that is open, in every size; ends in the widest, where the tour goes on."""
        self.count += 1
        print(f'  {self.scheme}: {page}', flush=True)
        name = f'{self.count:02}-{re.sub("[^a-z0-9]+", "-", page.lower()).strip("-")}.png'
        for width, height in (*SIZES[1:], SIZES[0]):
            folder = self.target / f'{self.scheme}-{width}'
            folder.mkdir(exist_ok=True)
            actual = self.hearth.resize(width, height)
            if actual != width:
                self.too_wide.append(f'{page} ({self.scheme}) needs {actual} pixels, and has {width}')
            self.hearth.photograph(folder / name)

    def walk(self, account):
        self.hearth.start()
        self.hearth.resize(*SIZES[0])
        self.before_signing_in()
        sign_in(self.hearth, account['user'], account['password'])
        self.shoot('Today')
        self.shift()
        self.whereabouts()
        self.residents()
        self.daily_log()
        self.incidents()
        for section in ('Tasks', 'Rooms', *AREAS, 'Approvals', 'Audit'):
            self.hearth.go_to(section)
            self.shoot(section)
        self.session()
        self.court()
        self.reports()
        self.staff()
        self.dialogs()
        self.narrow_sidebar()
        self.hearth.close()

    def shift(self):
        """What the shift that runs now looks like while it is written, its house log, and the handover."""
        self.hearth.go_to('Shift')
        self.hearth.find('House log', 'button')
        self.hearth.key('Tab')
        for digit in '1143':
            self.hearth.key(digit)
        self.shoot('Shift')
        self.hearth.key('ctrl+Return')
        self.hearth.find('Sign the shift', 'dialog')
        self.shoot('Sign the shift')
        self.hearth.key('Escape')
        self.hearth.wait_gone('Sign the shift', 'dialog')
        self.hearth.click('House log', 'button')
        self.hearth.find('Events of this shift')
        self.shoot('House log')
        self.back()
        self.hearth.go_to('Handover')
        self.hearth.find('From one shift to the next')
        self.shoot('Handover')

    def whereabouts(self):
        self.hearth.go_to('Whereabouts')
        self.hearth.find('In the house', 'list')
        self.shoot('Whereabouts')
        self.hearth.click('Leave, visit, missing', 'toggle button', below=self.hearth.find('In the house', 'list'))
        self.hearth.click('Missing…', 'menu item')
        self.hearth.find('Clothes and appearance')
        self.shoot('Somebody is missing')
        self.back()
        self.hearth.find('In the house', 'list')
        for words, page in (('carried', 'What I carried'), ('told', 'Who must be told')):
            self.hearth.key('ctrl+k')
            dialog = self.hearth.find('Search everything', 'dialog')
            self.hearth.press_keys(words)
            self.hearth.click(page, 'list item', below=dialog)
            self.hearth.wait_gone('Search everything', 'dialog')
            self.hearth.find(page, ('label', 'heading'))
            self.shoot(page)

    def incidents(self):
        self.hearth.go_to('Incidents')
        self.hearth.find('Standing')
        self.shoot('Incidents')
        self.hearth.click('What they have in common', 'button')
        self.hearth.find('Every kind')
        self.shoot('What incidents have in common')
        self.back()
        self.hearth.find('Standing')
        self.hearth.click_on(next(row for row in self.hearth.walk() if '· Serious' in (row.get_name() or '')))
        self.hearth.find('Who must be told')
        self.shoot('One incident')
        self.back()
        self.hearth.find('Standing')
        self.hearth.key('ctrl+n')
        self.hearth.find('About somebody who works here?')
        self.shoot('New incident')
        self.back()
        self.hearth.go_to('Complaints')
        self.hearth.find('Pass something on')
        self.shoot('Complaints')
        self.hearth.click('Something about somebody who works here', ROWS)
        self.hearth.find('Who will read this')
        self.shoot('New concern')
        self.back()

    def before_signing_in(self):
        self.shoot('Sign in')
        self.hearth.click('Nobody can sign in? Use the recovery sheet', 'button')
        self.hearth.find('Open with the sheet', 'button')
        self.shoot('Sign in with the sheet')
        self.back()
        self.hearth.find('Sign-in name')
        self.hearth.click('Make a new house…', 'button')
        self.hearth.find('Back to sign-in', 'button')
        self.shoot('Welcome')
        for way, page in (('Try with invented people', 'Demo house'), ('Put back a copy', 'Put back a copy')):
            self.hearth.click(way, ROWS)
            self.hearth.wait_gone('Back to sign-in', 'button')
            self.shoot(page)
            self.back()
            self.hearth.find('Back to sign-in', 'button')
        self.first_run()
        self.hearth.click('Back to sign-in', 'button')
        self.hearth.wait_gone('Back to sign-in', 'button')

    def first_run(self):
        """The six steps of a new house, and all the way back."""
        self.hearth.click('Set up our house', ROWS)
        self.hearth.type_into('Organisation', 'Lantern Hill Association')
        self.hearth.type_into('Name of the house', 'Garden')
        self.shoot('New house')
        self.hearth.click('Next', 'button')
        self.hearth.type_into('Your name', 'Ada Winter')
        self.hearth.type_into('Sign-in name', 'ada')
        self.hearth.click('Suggest a password')
        self.hearth.find(holds='Suggested: ')
        self.shoot('First account')
        self.hearth.click('Next', 'button')
        self.hearth.find('It is on paper', 'button')
        first, second = read_sheet(self.hearth)
        self.shoot('Recovery sheet')
        self.hearth.click('It is on paper', 'button')
        self.hearth.type_into('First half', first)
        self.hearth.type_into('Second half', second)
        self.shoot('Typed back')
        self.hearth.click('Next', 'button')
        self.hearth.find('Open the house without a copy', 'button')
        self.shoot('Place for copies')
        for page in ('Step 5 of 6', 'Step 4 of 6', 'Step 3 of 6', 'Step 2 of 6', 'Step 1 of 6'):
            self.back()
            self.hearth.find(page)

    def residents(self):
        self.hearth.go_to('Residents')
        self.hearth.find(role=ROWS)
        self.shoot('Residents')
        for number in ('R-001', 'R-002', 'R-003', 'R-004'):
            self.open_resident(number)
            self.shoot(f'Resident {number}')
            if number == 'R-001':
                self.resident_page()
            if number == 'R-002':
                self.areas()
        self.admission()

    def admission(self):
        """Somebody whose name sounds like that of a resident; nothing is saved."""
        self.hearth.key('ctrl+shift+n')
        self.hearth.find('Who is arriving?')
        self.shoot('New admission')
        self.hearth.type_into('Name used', 'Maia')
        self.hearth.find('May be here already')
        self.hearth.click('Somebody else')
        self.shoot('May be here already')
        self.hearth.click('Continue', 'button')
        self.hearth.find('Needed at once')
        self.shoot('Admission at night')
        self.hearth.click('Full')
        self.hearth.find('Rights and the house')
        self.shoot('Admission in full')
        self.back()

    def open_resident(self, number):
        self.hearth.key('ctrl+k')
        self.hearth.pick('Search everything', number)
        self.hearth.find('Change these facts', 'button')

    def resident_page(self):
        self.show('Timeline')
        self.hearth.find(holds='Written by ')
        self.shoot('Timeline')
        self.show('Profile')
        self.shoot('Profile')
        self.show('File')
        self.shoot('File')
        for part in ('Stays', 'People', 'Alerts', 'Identity papers', 'Belongings', 'Consents', 'Statements'):
            self.hearth.click(part, 'list item')
            self.hearth.wait_gone('Admissions', 'list item')
            self.shoot(f'Resident {part}')
            self.back()
        self.show('Overview')
        self.hearth.click('Change these facts', 'button')
        self.hearth.find('Save', 'button')
        self.shoot('Resident form')
        self.back()
        self.hearth.find('Change these facts', 'button')
        self.hearth.key('ctrl+h')
        self.hearth.find('First entered')
        self.shoot('History')
        self.back()

    def areas(self):
        """The pages of the professions of the resident whose overview is open, and a form of health."""
        for area in AREAS:
            self.hearth.click_on(self.hearth.find(area, 'list item', below=self.hearth.find('Areas', 'list')))
            self.hearth.find('The record')
            self.shoot(f'Resident {area}')
            if area == 'Health':
                self.hearth.key('ctrl+n')
                self.hearth.find('Urgent today')
                self.shoot('New screening')
                self.back()
                self.hearth.find('The record')
            self.back()

    def show(self, view):
        """One of the views of the page, by the switch that is on screen."""
        self.hearth.focus(self.hearth.find(view, SWITCHES))

    def daily_log(self):
        self.hearth.go_to('Daily log')
        self.shoot('Daily log')
        self.hearth.key('ctrl+n')
        self.hearth.find('Which resident?', 'dialog')
        self.shoot('Which resident')
        self.hearth.pick('Which resident?', 'R-002')
        self.hearth.find('Save', 'button')
        self.shoot('Daily log form')
        self.back()

    def professions(self):
        """What each profession has of one resident, a goal and a hearing."""
        for area in AREAS:
            self.open_resident('R-001')
            self.hearth.click_on(self.hearth.find(area, 'list item', self.hearth.find('Areas', 'list')))
            self.hearth.find('The record', 'list')
            self.shoot(f'{area} of a resident')
            self.one_of(area, 'Plans', 'Goals', 'Goal', 'Who does what')
            self.one_of(area, 'Legal', 'Hearings', 'Hearing', 'Getting ready')

    def one_of(self, area, wanted, kind, page, sign):
        """The page of the first record of a kind, from the list that the page of an area leads to."""
        if area == wanted:
            self.open_list(kind)
            self.hearth.click_on(self.hearth.find(role='table row', holds='lanned' if kind == 'Hearings' else None))
            self.hearth.find(sign)
            self.shoot(page)

    def open_list(self, kind):
        self.hearth.click_on(self.hearth.find(kind, 'list item', self.hearth.find('The record', 'list')))
        self.hearth.find(role='table row')

    def session(self):
        """As a director sees it: without what is sealed; and a session with a group."""
        for kind, page, sign in (('Counselling sessions', 'Counselling session', 'Summary for the file'),
                                 ('Group sessions', 'Group session', 'Who took part')):
            self.hearth.go_to('Counselling')
            self.open_list(kind)
            self.hearth.click_on(self.hearth.find(role='table row'))
            self.hearth.find(sign)
            self.shoot(page)

    def reports(self):
        self.hearth.go_to('Reports')
        self.shoot('Reports')
        self.hearth.click('Choose…', ('button', 'label'))
        self.hearth.pick('Which resident?', 'R-001')
        self.hearth.type_into('Purpose', 'Review of the care plan')
        self.hearth.type_into('Recipient', 'Social welfare office')
        self.hearth.click('Show the report', 'button')
        self.hearth.find(holds='Page 1 of ')
        self.shoot('Report')
        if self.scheme == 'light':
            self.hearth.key('ctrl+p')
            self.hearth.print_to_file(self.hearth.folder / 'output.pdf')
            shutil.copy(self.hearth.folder / 'output.pdf', self.target / 'report.pdf')
            run('pdftoppm', '-r', 80, '-png', self.target / 'report.pdf', self.target / 'report')
        self.back()

    def staff(self):
        """The people of the house, one of them, and a new one; nothing is saved."""
        self.hearth.go_to('Staff')
        self.hearth.find(holds='May sign in')
        self.shoot('Staff')
        self.hearth.click('Nara Silverton', 'list item')
        self.hearth.find('Take away…')
        self.shoot('Person')
        self.back()
        self.hearth.click('Recovery sheet', ROWS)
        self.hearth.find(holds='On paper, in two halves')
        self.shoot('The recovery sheet and its keys')
        self.back()
        self.hearth.find(holds='May sign in')
        self.hearth.key('ctrl+n')
        self.hearth.type_into('Name', 'Ines Alder')
        self.hearth.choose('Role', 'Nurse')
        self.shoot('New person')
        self.hearth.click('All of it, in words', ROWS + SWITCHES)
        self.hearth.find('One role')
        self.shoot('Roles')
        self.back()
        self.hearth.find('Who it is')
        self.back()

    def dialogs(self):
        for keys, page in (('ctrl+k', 'Search'), ('ctrl+comma', 'Preferences'), ('ctrl+question', 'Keyboard shortcuts'),
                           ('F1', 'Help')):
            self.hearth.key(keys)
            self.hearth.find(role=DIALOGS)
            if page == 'Search':
                self.hearth.press_keys('garden')
                self.hearth.find(role='list item', holds='garden')
            self.shoot(page)
            self.hearth.key('Escape')
            self.hearth.wait_gone(role=DIALOGS)

        self.hearth.key('F9')
        self.hearth.find('Calendar')
        self.shoot('Cover')
        self.hearth.key('F9')
        self.hearth.wait_gone('Calendar')

        for words, page in (('about', 'About Hearth'), ('your acc', 'Your account'),
                            ('back up', 'Back up now'), ('copies', 'Copies of the house')):
            self.hearth.key('ctrl+k')
            self.hearth.find('Search everything', 'dialog')
            self.hearth.press_keys(words)
            self.hearth.find(page, 'list item')
            self.hearth.key('Return')
            self.hearth.wait_gone('Search everything', 'dialog')
            self.hearth.find(role=DIALOGS)
            self.shoot(page)
            self.hearth.key('Escape')
            self.hearth.wait_gone(role=DIALOGS)

    def narrow_sidebar(self):
        """What a narrow window shows one step before every page."""
        self.hearth.go_to('Residents')
        self.hearth.resize(*SIZES[-1])
        self.hearth.key('alt+Left')
        self.hearth.find('Pages', 'list')
        self.count += 1
        self.hearth.photograph(self.target / f'{self.scheme}-{SIZES[-1][0]}' / f'{self.count:02}-sidebar.png')

    def back(self):
        """To the page before, by its button."""
        backs = [a for a in self.hearth.walk() if a.get_role_name() == 'button' and a.get_name() == 'Back']
        self.hearth.click_on(backs[-1])


def main():
    target = Path(sys.argv[1])
    print('Making a demo house …', flush=True)
    house, staff = make_demo_house()
    too_wide = []
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
        too_wide += tour.too_wide
    print(*too_wide, sep='\n', file=sys.stderr)
    return 1 if too_wide else 0


sys.exit(main())
