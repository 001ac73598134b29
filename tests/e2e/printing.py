#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Paper: a report goes to a real print queue. What arrives is what was shown, page by page, and the queue learns no
name."""

import json
import re
import sys

import house
from hearth_e2e import Hearth, Steps, hearthctl, run, wait_until
from print_queue import PRINTER, PrintQueue, assert_same_pages, is_possible

if not is_possible():
    print('1..0 # SKIP a print server runs only as root here')
    sys.exit(0)

CODE = 'R-002'
PURPOSE = 'Quarterly review'
RECIPIENT = 'Office for families'

HOUSE, STAFF = house.make_demo_house('demo', '--residents', '4', '--months', '2')
DIRECTOR = STAFF['director']
PAPER = house.folder('paper')
queue = PrintQueue(house.folder('cups'))
hearth = Hearth(HOUSE, environment=queue.environment, folder=PAPER)
shown = PAPER / 'shown.pdf'


def resident():
    listed = hearthctl('list', 'resident', '--house', HOUSE, '--user', DIRECTOR['user'], '--password-file', '-',
                       input=DIRECTOR['password'] + '\n')
    return next(record for record in map(json.loads, listed.splitlines()) if record['code'] == CODE)


PERSON = resident()


def a_print_server_runs():
    queue.start()
    assert PRINTER in run('lpstat', '-p', env=hearth.environment)


def a_report_is_shown():
    hearth.start()
    house.sign_in(hearth, DIRECTOR['user'], DIRECTOR['password'])
    hearth.go_to('Reports')
    hearth.click('Choose…', ('button', 'label'))
    hearth.pick('Which resident?', CODE)
    hearth.type_into('Purpose', PURPOSE)
    hearth.type_into('Recipient', RECIPIENT)
    hearth.click('Show the report', 'button')
    hearth.find(holds='Page 1 of ')
    hearth.key('ctrl+s')
    hearth.save_in_dialog('Save as PDF', shown.name)
    wait_until(shown.exists, 'the PDF')


def it_is_sent_to_the_printer():
    hearth.key('ctrl+p')
    dialog = hearth.find('Print', 'dialog')
    hearth.click(PRINTER, 'table row', below=dialog)
    hearth.click('Print', 'button', below=dialog)
    hearth.wait_gone('Print', 'dialog')
    queue.wait_for_paper()


def every_page_arrives_as_it_was_shown():
    assert_same_pages(shown, queue.wait_for_paper()[0])


def the_queue_learns_no_name():
    assert queue.job_names(), 'the queue keeps no job'
    for name in queue.job_names():
        assert re.fullmatch(r'Hearth [0-9a-f]{8}', name), name
        assert name in queue.everything_told()
    told = queue.everything_told().casefold()
    names = [PERSON[field] for field in ('name_used', 'legal_name', 'name_local') if PERSON.get(field)]
    assert names
    for word in (*(part for name in names for part in name.split()), CODE, PURPOSE, RECIPIENT, DIRECTOR['user']):
        assert word.casefold() not in told, f'the print server was told “{word}”'


def nothing_is_left_behind():
    hearth.close()
    queue.stop()


STEPS = Steps(
    a_print_server_runs,
    a_report_is_shown,
    it_is_sent_to_the_printer,
    every_page_arrives_as_it_was_shown,
    the_queue_learns_no_name,
    nothing_is_left_behind,
)
try:
    sys.exit(STEPS.run(hearth))
finally:
    queue.stop()
