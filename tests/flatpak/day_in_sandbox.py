#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed Flatpak: what it may do, what it cannot, and a first day in it. A house is set up in its own folder, a
resident is admitted and written about, found, printed and copied onto a stick, all through the portals."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import day
import first_run
import house
from hearth_e2e import BUILD, Steps, run, wait_until
from outside import Outside
from print_queue import PRINTER, PrintQueue, assert_same_pages
from sandboxed import DATA, ID, Sandboxed, granted, program_inside
from signed import Office, Signer

# Flatpak itself writes “x11” beside “fallback-x11”.
MOST = {'Context': {'shared': {'ipc'}, 'sockets': {'wayland', 'fallback-x11', 'x11'}}}
DEVICES = {'null', 'zero', 'full', 'random', 'urandom', 'tty', 'console', 'ptmx', 'pts', 'shm', 'fd', 'stdin', 'stdout',
           'stderr', 'core'}
RUNTIME = 'org.hearthrecords.Platform'
CARRIED = BUILD / 'stick/hearth'
MAKE = Path(__file__).parents[2] / 'flatpak/make'
BRANCH = '13'
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


def make_folder(name, key=None):
    """What flatpak/make leaves on a stick, made once more of the same repository."""
    out = house.folder(name)
    out.mkdir()
    for part in ('repository', 'platform.flatpak'):
        (out / part).symlink_to(BUILD / part)
    signed = {'HEARTH_SIGN_KEY': key.key, 'HEARTH_SIGN_HOME': str(key.home)} if key else {}
    run(MAKE, out, 'open_key', 'make_stick', env={**os.environ, **signed})
    return out / 'stick/hearth'


def a_later_folder_brings_it_up_to_date_and_an_older_one_stops():
    """The same files as a later version, so that only number and date differ."""
    ref = run('flatpak', 'info', '--user', '--show-ref', ID).strip()
    repository = house.folder('later-repository')
    run('ostree', 'init', '--mode=archive', f'--repo={repository}')
    run('flatpak', 'build-commit-from', '--force', '--timestamp=NOW', f'--src-repo={BUILD / "repository"}', repository, ref,
        f'runtime/{RUNTIME}/{ref.split("/")[2]}/{BRANCH}')
    later = house.folder('later')
    later.mkdir()
    (later / 'repository').symlink_to(repository)
    (later / 'platform.flatpak').symlink_to(BUILD / 'platform.flatpak')
    run(MAKE, later, 'make_stick')
    line = next(line for line in (CARRIED / 'CONTENTS').read_text().splitlines() if line.startswith('platform'))
    contents = later / 'stick/hearth/CONTENTS'
    contents.write_text(line + '\n' + contents.read_text().splitlines()[1] + '\n')
    (later / 'stick/hearth/SHA256SUMS').write_text(run('sha256sum', 'hearth.flatpak', cwd=contents.parent))
    before = commit_of(ID), commit_of(RUNTIME)
    run('sh', contents.parent / 'install')
    after = commit_of(ID)
    assert after == run('ostree', 'rev-parse', f'--repo={repository}', ref).strip() != before[0]
    assert commit_of(RUNTIME) == before[1]
    stopped = subprocess.run(['sh', CARRIED / 'install'], capture_output=True, text=True, check=False)
    assert stopped.returncode and 'newer version is installed' in stopped.stderr and commit_of(ID) == after, stopped
    run('sh', CARRIED / 'install', '--go-back')
    assert commit_of(ID) == before[0]


def the_list_of_files_is_signed():
    """As flatpak/README.md tells to look at it before anything is run."""
    signer = Signer(house.folder('list-key'))
    folder = make_folder('signed', signer)
    look = ('gpg --no-default-keyring --keyring ./hearth.gpg --verify SHA256SUMS.sig SHA256SUMS && '
            'sha256sum --check --strict SHA256SUMS')
    assert signer.key in run('gpg', '--homedir', signer.home, '--show-keys', folder / 'hearth.gpg')
    run('sh', '-c', look, cwd=folder)
    with open(folder / 'install', 'a', encoding='utf-8') as script:
        script.write('echo altered\n')
    assert subprocess.run(['sh', '-c', look], cwd=folder, capture_output=True, check=False).returncode
    (folder / 'SHA256SUMS').write_text(run('sha256sum', 'install', cwd=folder))
    assert subprocess.run(['sh', '-c', look], cwd=folder, capture_output=True, check=False).returncode
    signer.stop()


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
    assert_same_pages(PAPER / 'report.pdf', queue.wait_for_paper()[0])


def the_private_folder_for_printing_is_empty():
    folders = list(Path(f'/proc/{program_inside()}/root{os.environ["XDG_RUNTIME_DIR"]}').glob('hearth-*'))
    assert folders, 'there is no private folder'
    wait_until(lambda: not any(path for folder in folders for path in folder.iterdir()), 'the private folder to be empty')


def a_picture_is_attached_through_the_portal():
    run('convert', '-size', '600x400', 'plasma:orange-navy', PAPER / PICTURE)
    canaries.append((PAPER / PICTURE).read_bytes()[200:260])
    house.open_resident(hearth, day.NAME, 'R-001')
    hearth.click('Change these facts', 'button')
    hearth.click('Add…', 'button')
    hearth.open_in_dialog('Attach a file', PICTURE)
    hearth.find(PICTURE)
    hearth.key('ctrl+s')
    hearth.wait_gone('Save', 'button')
    hearth.find('Undo', 'button')
    hearth.click('Change these facts', 'button')
    hearth.click('Photo', 'button')
    hearth.find(PICTURE, 'image')
    hearth.find(holds='PNG image')


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


def only_names_of_chosen_files_are_noted_outside():
    """The desktop does that, in what it opened last and in what it lent; nothing else of the day."""
    noted = [path for path in (Path(os.environ['XDG_DATA_HOME']) / 'recently-used.xbel',
                               Path(os.environ['XDG_DATA_HOME']) / 'flatpak/db/documents') if path.exists()]
    assert noted, 'the desktop noted nothing: does it still?'
    for path in noted:
        names = set(re.findall(rb'paper/([^"<>\0/]*)', path.read_bytes()))
        assert names <= {b'sheet.pdf', b'report.pdf', PICTURE.encode(), STICK.name.encode()}, names


def nothing_typed_is_readable():
    installed = (Path(os.environ['XDG_DATA_HOME']) / 'flatpak' / part for part in ('app', 'repo', 'runtime'))
    house.assert_nothing_readable(day.HOUSE, canaries, PAPER, queue.folder, *installed)


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
            the_list_of_files_is_signed,
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
            day.it_is_saved_as_pdf,
            it_is_printed_through_the_portal,
            the_private_folder_for_printing_is_empty,
            a_picture_is_attached_through_the_portal,
            a_copy_goes_onto_a_stick_through_the_portal,
            nothing_typed_is_readable,
            day.closing_ends_the_program,
            only_names_of_chosen_files_are_noted_outside,
            nothing_typed_is_readable,
            day.everything_is_there_after_opening_again,
            a_later_folder_brings_it_up_to_date_and_an_older_one_stops,
            and_again_on_another_day_without_asking,
            the_chain_verifies_inside,
        ).run(hearth))
    finally:
        queue.stop()
