#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Makes the pictures that a software centre shows of Hearth, and the one of README.md: screenshots.py FOLDER PICTURE.

A software centre is public on the office computer, so nothing there tells what the program is for: a house with a few
tasks that any team has, in a window too narrow for the names of the pages beside them. Look at each before it goes
out. The one for README.md is read by developers, and shows the demo house.
"""

import re
import subprocess
import sys
from pathlib import Path

from hearth_e2e import Hearth, Missing
from house import PASSWORD, USER, make_demo_house, sign_in

sys.path.append(str(Path(__file__).parents[1] / 'data'))
from telling import assert_tells_nothing  # noqa: E402

SIZE = (720, 540)  # up to 720 the names of the pages do not stand beside them
WIDE = (1200, 750)
HALF = r'([0-9A-Z]{4} ){13}[0-9A-Z]{4}'  # of the sheet, as it is shown
FRAME = 4  # what GTK draws around a window where nobody draws shadows; its innermost line stays
TASKS = ('Send the papers for the meeting', 'Water the plants by the window', 'Order paper for the printer',
         'Ring the electrician about the lamp', 'Find a day for the team lunch')
LOOK = {'ADW_DEBUG_COLOR_SCHEME': 'prefer-light', 'GDK_DISABLE': 'gl,vulkan', 'GSK_RENDERER': 'cairo',
        'GSETTINGS_BACKEND': 'memory', 'LC_ALL': 'C.UTF-8'}


def resize(hearth, size):
    width, height = (length + 2 * FRAME for length in size)
    assert hearth.resize(width, height) == width, f'the page is wider than {size[0]}'


def shoot(hearth, size, path):
    """The window without the frame around it; the file holds nothing but the picture."""
    width, height = size
    subprocess.run(['convert', 'ppm:-', '-crop', f'{width}x{height}+{FRAME}+{FRAME}', '+repage', '-strip', '-depth', '8',
                    '-define', 'png:exclude-chunks=date,time', '-define', 'png:compression-level=9', f'png24:{path}'],
                   input=hearth.still(), check=True)
    print(f'  {path.name}', flush=True)


class ForEverybody:
    """What the software centre shows."""

    def __init__(self, target):
        self.target = target
        self.hearth = Hearth(environment=LOOK)

    def shoot(self, page):
        assert_tells_nothing(' '.join(self.hearth.names()), page)
        shoot(self.hearth, SIZE, self.target / f'{page}.png')

    def walk(self):
        resize(self.hearth, SIZE)
        self.setting_up()
        self.signing_in()
        self.tasks()
        self.searching()

    # The last step is the one that looks the same in a sandbox, where the software centre puts the program.
    def setting_up(self):
        self.hearth.click('Set up our house', ('list item', 'button'))
        self.hearth.type_into('Organisation', 'Lantern Hill Association')
        self.hearth.type_into('Name of the house', 'Garden')
        self.hearth.click('Next', 'button')
        self.hearth.type_into('Your name', 'Maria Winter')
        self.hearth.type_into('Sign-in name', USER)
        self.hearth.type_into('Password', PASSWORD)
        self.hearth.type_into('Password again', PASSWORD)
        self.hearth.click('Next', 'button')
        self.type_sheet_back()
        self.hearth.find('Step 6 of 6')
        self.shoot('setting-up')
        self.hearth.click('Open the house without a copy', 'button')
        self.hearth.click('Dismiss', 'button')
        self.hearth.wait_gone('Dismiss', 'button')

    def type_sheet_back(self):
        self.hearth.find('It is on paper', 'button')
        halves = [name for name in self.hearth.names() if re.fullmatch(HALF, name)]
        self.hearth.click('It is on paper', 'button')
        for row, half in zip(('First half', 'Second half'), halves, strict=True):
            self.hearth.type_into(row, half)
        self.hearth.click('Next', 'button')

    def signing_in(self):
        self.hearth.key('ctrl+l')
        self.hearth.find('Sign in', 'button')
        self.hearth.type_into('Password', PASSWORD)
        self.shoot('sign-in')
        resize(self.hearth, WIDE)
        self.hearth.click('Sign in', 'button')
        self.hearth.find('Pages', 'list')
        self.hearth.click('Dismiss', 'button')
        self.hearth.wait_gone('Dismiss', 'button')

    def tasks(self):
        self.hearth.go_to('Tasks')
        resize(self.hearth, SIZE)
        self.hearth.wait_gone('Pages', 'list')
        for task in TASKS:
            self.hearth.type_into('What is to be done today?', task)
            self.hearth.key('Return')
            self.hearth.find(task, 'label')
            self.hearth.click('Dismiss', 'button')
            self.hearth.wait_gone('Dismiss', 'button')
        self.shoot('tasks')

    def searching(self):
        self.hearth.key('ctrl+k')
        dialog = self.hearth.find('Search everything', 'dialog')
        self.hearth.press_keys('paper')
        for task in (task for task in TASKS if 'paper' in task):
            self.hearth.find(task, 'label', below=dialog)
        self.shoot('search')
        self.hearth.key('Escape')
        self.hearth.wait_gone('Search everything', 'dialog')


class ForDevelopers:
    """What README.md shows."""

    def __init__(self, path):
        self.path = path
        house, staff = make_demo_house()
        self.account = staff['director']
        self.hearth = Hearth(house, environment=LOOK)

    def walk(self):
        resize(self.hearth, WIDE)
        sign_in(self.hearth, self.account['user'], self.account['password'])
        self.hearth.click('Dismiss', 'button')
        self.hearth.key('ctrl+k')
        self.hearth.pick('Search everything', 'R-001')
        self.hearth.find('Change these facts', 'button')
        shoot(self.hearth, WIDE, self.path)


def main():
    for pictures in (ForEverybody(Path(sys.argv[1])), ForDevelopers(Path(sys.argv[2]))):
        hearth = pictures.hearth
        try:
            hearth.start()
            pictures.walk()
            hearth.close()
        except (AssertionError, Missing) as error:
            print(f'No more pictures: {error}. On the screen: {hearth.names()}', file=sys.stderr)
            return 1
        finally:
            hearth.stop()
    return 0


sys.exit(main())
