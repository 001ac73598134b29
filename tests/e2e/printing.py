#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Paper: a report goes to a real print queue. What arrives is what was shown, page by page, and the queue learns no
name."""

import json
import re
import sys

import house
from hearth_e2e import Hearth, Steps, hearthctl, run, wait_until
from print_queue import PRINTER, PrintQueue, is_possible

if not is_possible():
    print('1..0 # SKIP a print server runs only as root here')
    sys.exit(0)

CODE = 'R-002'
PURPOSE = 'Quarterly review'
RECIPIENT = 'Office for families'
DOTS = 40  # per inch, when pages are compared as pictures
MOST_APART = 0.05  # of 1, on the mean of all dots: on its way to paper each letter is drawn once more

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


def count_pages(paper):
    return int(re.search(r'^Pages: +(\d+)$', run('pdfinfo', paper), re.MULTILINE).group(1))


def pages_of(paper, name):
    """The pages as pictures, in order."""
    run('pdftoppm', '-r', DOTS, '-gray', paper, PAPER / name)
    return sorted(PAPER.glob(f'{name}-*.pgm'))


def every_page_arrives_as_it_was_shown():
    arrived = queue.wait_for_paper()[0]
    assert count_pages(shown) > 1, 'one page alone proves no order'
    assert count_pages(arrived) == count_pages(shown)
    before, after = pages_of(shown, 'shown'), pages_of(arrived, 'arrived')
    for number, page in enumerate(before):
        apart = [how_far_apart(page, other) for other in after]
        assert apart[number] < MOST_APART, f'page {number + 1} arrived otherwise: {apart}'
        assert min(apart) == apart[number], f'page {number + 1} arrived in another place: {apart}'


def how_far_apart(page, other):
    """The mean of how far dots are apart, from 0, the same, to 1."""
    # Answers 1 where pictures differ, which is no error here; the figure comes in brackets.
    told = run('sh', '-c', 'compare -metric MAE "$0" "$1" null: 2>&1 || true', page, other)
    return float(re.search(r'\(([\d.e-]+)\)', told).group(1))


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
