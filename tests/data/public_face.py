#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What a visitor sees of Hearth in menu and software centre: public_face.py DESKTOP-FILE METAINFO VERSION."""

import os
import re
import struct
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

from telling import assert_tells_nothing

ROOT = Path(os.environ['HEARTH_SOURCE_DIR'])
PICTURES = ROOT / 'data/screenshots'
ICONS = ROOT / 'data/icons'
DESKTOP_FILE, METAINFO, VERSION = Path(sys.argv[1]), Path(sys.argv[2]), sys.argv[3]
XML_LANG = '{http://www.w3.org/XML/1998/namespace}lang'
SITE = 'https://hearthrecords.org/'
LARGEST = 150_000  # bytes of a picture


def metainfo():
    return ElementTree.parse(METAINFO).getroot()


def images():
    return [image for image in metainfo().iter('image') if image.get(XML_LANG) is None]


def size_of(png):
    head = png.read_bytes()[:24]
    assert head[:8] == b'\x89PNG\r\n\x1a\n', f'{png.name} is no PNG'
    return struct.unpack('>II', head[16:24])


def test_desktop_file():
    """Also without a warning or a hint, which alone do not make it fail."""
    run = subprocess.run(['desktop-file-validate', '--warn-kde', DESKTOP_FILE], capture_output=True, text=True)
    assert run.returncode == 0 and not run.stdout + run.stderr, run.stdout + run.stderr


def test_desktop_file_and_metainfo_agree():
    entries = dict(line.split('=', 1) for line in DESKTOP_FILE.read_text().splitlines() if '=' in line)
    root = metainfo()
    for entry, told, element in ((DESKTOP_FILE.name, DESKTOP_FILE.name, 'launchable'), ('Name', entries['Name'], 'name'),
                                 ('Comment', entries['Comment'], 'summary'), ('Icon', entries['Icon'], 'id')):
        assert told == root.findtext(element), f'{entry}: “{told}”; {element}: “{root.findtext(element)}”'
    assert list(ICONS.rglob(entries['Icon'] + '.svg')), f'there is no icon {entries["Icon"]}'


def test_newest_release_is_this_version():
    newest = metainfo().find('releases/release')
    assert newest.get('version') == VERSION, f'{newest.get("version")} is told of, {VERSION} is built'
    assert newest.findall('description/*'), 'nothing is told of it'


def test_pictures_are_as_told():
    assert images(), 'there are none'
    for image in images():
        base = f'{SITE}screenshots/{VERSION}/'
        assert image.text.startswith(base), f'{image.text} is not below {base}'
        picture = PICTURES / image.text.removeprefix(base)
        assert picture.is_file(), f'there is no {picture.relative_to(ROOT)}'
        told = int(image.get('width')), int(image.get('height'))
        assert size_of(picture) == told, f'{picture.name} is {size_of(picture)}, and told to be {told}'
        assert picture.stat().st_size <= LARGEST, f'{picture.name} has {picture.stat().st_size} bytes'


def test_every_picture_is_shown():
    shown = {image.text.rsplit('/', 1)[1] for image in images()}
    there = {p.name for p in PICTURES.iterdir()}
    assert there == shown, f'there are {sorted(there)}, and shown are {sorted(shown)}'


def test_one_picture_comes_first():
    shots = metainfo().findall('screenshots/screenshot')
    first = [shot.get('type') for shot in shots].count('default')
    assert first == 1, f'{first} pictures are to come first'
    assert all(shot.findtext('caption') for shot in shots), 'a picture has no words'


def test_every_address_is_ours():
    addresses = re.findall(r'https?://[^\s<"]+', METAINFO.read_text())
    assert addresses and all(address.startswith(SITE) for address in addresses), addresses


def test_nothing_tells_a_visitor():
    icons = list(ICONS.rglob('*.svg'))
    assert icons
    for path in (DESKTOP_FILE, METAINFO, *icons):
        assert_tells_nothing(path.read_text(), path.name)
    for path in (*icons, *PICTURES.iterdir()):
        assert_tells_nothing(re.sub(r'[-_.]', ' ', path.name), f'the name of {path.name}')


def main():
    tests = [(n, f) for n, f in globals().items() if n.startswith('test_')]
    failed = 0
    print(f'1..{len(tests)}')
    for number, (name, function) in enumerate(tests, 1):
        try:
            function()
            print(f'ok {number} - {name}')
        except AssertionError as error:
            failed += 1
            print(f'not ok {number} - {name}\n# {error}')
    return 1 if failed else 0


sys.exit(main())
