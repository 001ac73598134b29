#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""What the desktop sees of Hearth: icons, settings that are really used, and a translation template that can be made."""

import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ElementTree
from pathlib import Path

ROOT = Path(os.environ['HEARTH_SOURCE_DIR'])
ID = 'org.hearthrecords.Hearth'


def icon_is_square(path, size):
    svg = ElementTree.parse(ROOT / 'data/icons/hicolor' / path).getroot()
    assert svg.get('viewBox') == f'0 0 {size} {size}', svg.get('viewBox')
    assert svg.get('width') == svg.get('height') == str(size)


def test_icon():
    icon_is_square(f'scalable/apps/{ID}.svg', 128)


def test_symbolic_icon():
    path = f'symbolic/apps/{ID}-symbolic.svg'
    icon_is_square(path, 16)
    colours = set(re.findall(r'#[0-9a-f]{6}', (ROOT / 'data/icons/hicolor' / path).read_text()))
    assert colours == {'#222222'}, colours  # GTK recolours only this


def test_every_setting_is_used():
    schema = ElementTree.parse(ROOT / f'data/{ID}.gschema.xml')
    sources = ''.join(p.read_text() for p in (ROOT / 'src').rglob('*.[ch]'))
    unused = [key.get('name') for key in schema.iter('key') if f'"{key.get("name")}"' not in sources]
    assert not unused, f'no source reads {unused}'


def test_every_used_setting_exists():
    schema = ElementTree.parse(ROOT / f'data/{ID}.gschema.xml')
    keys = {key.get('name') for key in schema.iter('key')}
    call = re.compile(r'g_settings_(?:get|set|bind|create_action|reset)\w*\s*\(\s*[^,]+,\s*"([a-z-]+)"')
    for path in (ROOT / 'src').rglob('*.c'):
        for key in call.findall(path.read_text()):
            assert key in keys, f'{path.name} reads “{key}”, which is not in the schema'


def test_translation_template():
    run = subprocess.run(
        ['xgettext', '--files-from=po/POTFILES', '--from-code=UTF-8', '--keyword=_', '--keyword=N_',
         '--keyword=C_:1c,2', '--keyword=g_dngettext:2,3', '--output=-'],
        cwd=ROOT, capture_output=True, text=True)
    assert run.returncode == 0, run.stderr
    assert run.stdout.count('\nmsgid ') > 20, 'almost nothing to translate was found'


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
