#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed Flatpak: what it may do, what it cannot, and a first day in it. A house is set up in its own folder, a
resident is admitted and written about, found, printed and copied onto a stick, all through the portals."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import day
import first_run
import house
from hearth_e2e import BUILD, Steps, run, wait_until
from outside import Outside
from print_queue import PRINTER, PrintQueue
from sandboxed import DATA, ID, Sandboxed, granted, processes_inside
from signed import Office, Signer

# Nothing else may be granted. Flatpak itself writes “x11” beside “fallback-x11”.
MOST = {'Context': {'shared': {'ipc'}, 'sockets': {'wayland', 'fallback-x11', 'x11'}}}
DEVICES = {'null', 'zero', 'full', 'random', 'urandom', 'tty', 'console', 'ptmx', 'pts', 'shm', 'fd', 'stdin', 'stdout', 'stderr',
           'core'}
RUNTIME = 'org.hearthrecords.Platform'
CARRIED = BUILD / 'stick/hearth'
PICTURE = 'umbrellino.png'

PAPER = house.folder('paper')
STICK = PAPER / 'stick'
hearth = Sandboxed(folder=PAPER)
first_run.HEARTH = day.hearth = hearth
day.PAPER = PAPER
queue = PrintQueue(house.folder('cups'))
canaries = list(day.CANARIES)


# --- from the stick -----------------------------------------------------------


def a_damaged_file_is_not_installed():
    damaged = house.folder('damaged')
    shutil.copytree(CARRIED, damaged)
    with open(damaged / 'hearth.flatpak', 'r+b') as file:
        file.seek(5000)
        file.write(b'damaged')
    refused = subprocess.run(['sh', damaged / 'install'], capture_output=True, text=True, check=False)
    assert refused.returncode and 'Nothing was installed' in refused.stderr, refused
    assert not run('flatpak', 'list', '--user', '--columns=application'), 'something was installed'
    shutil.rmtree(damaged)


def it_is_installed_from_the_stick_alone():
    installed = run('sh', CARRIED / 'install')
    assert 'Hearth is installed' in installed, installed
    listed = run('flatpak', 'list', '--user', '--columns=application').split()
    assert sorted(listed) == [ID, RUNTIME], listed


def installing_it_again_changes_nothing():
    before = commit_of(ID), commit_of(RUNTIME)
    assert 'Hearth is installed' in run('sh', CARRIED / 'install')
    assert (commit_of(ID), commit_of(RUNTIME)) == before


def commit_of(what):
    return run('flatpak', 'info', '--user', '--show-commit', what).strip()


def a_later_folder_brings_it_up_to_date():
    """The same files as a later version, so that only the number differs."""
    ref = run('flatpak', 'info', '--user', '--show-ref', ID).strip()
    later, repository = house.folder('later'), house.folder('repository')
    shutil.copytree(CARRIED, later)
    run('ostree', 'init', '--mode=archive', f'--repo={repository}')
    run('flatpak', 'build-commit-from', '--force', '--timestamp=NOW', f'--src-repo={BUILD / "repository"}', repository, ref)
    run('flatpak', 'build-bundle', repository, later / 'hearth.flatpak', ID, 'stable')
    commit = run('ostree', 'rev-parse', f'--repo={repository}', ref).strip()
    contents = (later / 'CONTENTS').read_text()
    (later / 'CONTENTS').write_text(contents.replace(commit_of(ID), commit))
    sums = run('sha256sum', './hearth.flatpak', './platform.flatpak', 'install', 'CONTENTS', cwd=later)
    (later / 'SHA256SUMS').write_text(sums)
    before = commit_of(RUNTIME)
    run('sh', later / 'install')
    assert commit_of(ID) == commit and commit_of(RUNTIME) == before


def what_another_has_signed_is_no_update():
    ours, others = Signer(house.folder('our-key')), Signer(house.folder('other-key'))
    ref = run('flatpak', 'info', '--user', '--show-ref', ID).strip()
    office = Office(house.folder('office'), house.folder('served'), ours.public)
    published = {}
    for name, signer in (('first', ours), ('foreign', others), ('second', ours)):
        published[name] = signer.publish(BUILD / 'repository', ref, house.folder(name))
        signer.stop()
    office.serve(house.folder('first'))
    assert office.install(CARRIED / 'platform.flatpak') == published['first']
    office.serve(house.folder('foreign'))
    assert office.update() == published['first'], 'another’s version was installed'
    office.serve(house.folder('second'))
    assert office.update() == published['second']
    shutil.rmtree(house.folder('office'))


def the_desktop_offers_it_by_a_neutral_name():
    entry = next((Path(os.environ['XDG_DATA_HOME']) / 'flatpak/exports/share/applications').glob('*.desktop'))
    text = entry.read_text()
    assert entry.stem == ID and 'Name=Hearth\n' in text and f'Icon={ID}\n' in text, text
    run('desktop-file-validate', entry)


# --- the sandbox --------------------------------------------------------------


def it_may_do_what_is_listed_and_nothing_else():
    assert granted() == MOST, granted()


def it_reaches_nothing_outside():
    outside = Outside(house.folder('outside'))
    could, _ = outside.try_all(sandboxed=False)
    assert all(could.values()) and len(could) == 10, f'outside everything can be done: {could}'
    could, seen = outside.try_all(sandboxed=True)
    assert len(could) == 10 and not any(could.values()), could
    assert set(seen['device']) <= DEVICES, seen['device']
    assert set(seen.get('home', ())) <= {'.var', '.local'}, seen['home']
    outside.remove()


# --- the first day --------------------------------------------------------------


def the_house_lies_in_its_own_folder():
    found = [path.parent for path in DATA.rglob('house.db')]
    assert len(found) == 1, found
    day.HOUSE = found[0]


def a_printer_is_there():
    PAPER.mkdir(exist_ok=True)
    queue.start()
    run('dbus-update-activation-environment', f'CUPS_SERVER={queue.environment["CUPS_SERVER"]}')


def it_is_printed_through_the_portal():
    hearth.key('ctrl+p')
    hearth.print_on(PRINTER)
    paper = queue.wait_for_paper()[0]
    text = run('pdftotext', paper, '-')
    assert day.NAME in text and day.MOMENT in text, text


def the_private_folder_for_printing_is_empty():
    number = next(number for number, name in processes_inside().items() if name == 'hearth')
    folders = list(Path(f'/proc/{number}/root{os.environ["XDG_RUNTIME_DIR"]}').glob('hearth-*'))
    assert folders, 'there is no private folder'
    wait_until(lambda: not any(path for folder in folders for path in folder.iterdir()), 'the private folder to be empty')


def a_picture_is_attached_through_the_portal():
    run('convert', '-size', '600x400', 'plasma:orange-navy', PAPER / PICTURE)
    canaries.append((PAPER / PICTURE).read_bytes()[200:260])
    house.open_resident(hearth, day.NAME, 'R-001')
    hearth.click('File', 'page tab')
    hearth.click('Add files', 'button')
    hearth.open_in_dialog('Add files', PICTURE)
    hearth.find(holds=PICTURE)


def a_copy_goes_onto_a_stick_through_the_portal():
    STICK.mkdir()
    ask_for_copy()
    hearth.find('Where shall the copy go?')
    hearth.click('Put copies into', 'button')
    hearth.choose_folder_in_dialog('Where copies go', STICK.name)
    copy_is_made(1)


def ask_for_copy():
    hearth.key('ctrl+k')
    hearth.find('Search everything', 'dialog')
    hearth.insert('Back up now')
    hearth.find('Back up now', 'list item')
    hearth.key('Return')
    hearth.wait_gone('Search everything', 'dialog')


def copy_is_made(number):
    hearth.find('The copy is made and checked')
    assert hearth.look(holds='/run/') is None, hearth.names()
    hearth.click('Close', 'button', below=hearth.find('Copy of the house', 'dialog'))
    hearth.wait_gone('Copy of the house', 'dialog')
    copies = [path for path in STICK.iterdir() if not path.name.startswith('.')]
    assert len(copies) == number, copies


def and_again_on_another_day_without_asking():
    hearth.start()
    house.sign_in(hearth)
    ask_for_copy()
    copy_is_made(2)
    hearth.close()


def nothing_typed_is_readable():
    house.assert_nothing_readable(day.HOUSE, canaries, PAPER, queue.folder)


def the_chain_verifies_inside():
    told = run('flatpak', 'run', '--user', '--command=hearthctl', ID, 'verify', '--house', day.HOUSE, '--user', house.USER,
               '--password-file', '-', input=house.PASSWORD + '\n')
    assert '"findings": []' in told, told
    queue.stop()


if __name__ == '__main__':
    try:
        sys.exit(Steps(
            a_damaged_file_is_not_installed,
            it_is_installed_from_the_stick_alone,
            installing_it_again_changes_nothing,
            what_another_has_signed_is_no_update,
            the_desktop_offers_it_by_a_neutral_name,
            it_may_do_what_is_listed_and_nothing_else,
            it_reaches_nothing_outside,
            a_printer_is_there,
            first_run.nobody_knows_a_house,
            first_run.enter_leads_from_field_to_field,
            first_run.the_first_account,
            first_run.the_sheet_is_typed_back_from_paper,
            first_run.straight_into_the_house,
            the_house_lies_in_its_own_folder,
            day.a_resident_is_admitted,
            day.a_date_that_does_not_exist_is_refused_next_to_its_field,
            day.todays_log_is_written,
            day.searching_finds_it,
            day.searching_finds_the_name_in_its_script,
            day.a_report_is_shown,
            it_is_printed_through_the_portal,
            the_private_folder_for_printing_is_empty,
            day.it_is_saved_as_pdf,
            a_picture_is_attached_through_the_portal,
            a_copy_goes_onto_a_stick_through_the_portal,
            nothing_typed_is_readable,
            day.closing_ends_the_program,
            nothing_typed_is_readable,
            day.everything_is_there_after_opening_again,
            a_later_folder_brings_it_up_to_date,
            and_again_on_another_day_without_asking,
            the_chain_verifies_inside,
        ).run(hearth))
    finally:
        queue.stop()
