#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""The manifest asks for what a house was promised, and for nothing else: permissions.py MANIFEST."""

import re
import sys

# Whoever wants to add to this changes what every house was told (flatpak/README.md, “What it may do”).
ALLOWED = {'--socket=wayland', '--socket=fallback-x11', '--share=ipc'}


def finish_args(text):
    """The list below “finish-args:”."""
    block = re.search(r'^finish-args:\n((?:[ \t]+.*\n|\n)+)', text, re.MULTILINE)
    return [line.strip().removeprefix('- ') for line in block.group(1).splitlines() if line.strip()]


with open(sys.argv[1], encoding='utf-8') as manifest:
    asked = finish_args(manifest.read())
right = sorted(asked) == sorted(ALLOWED)
print('1..1')
print(f'{"ok" if right else "not ok"} 1 - the manifest asks for what is allowed')
if not right:
    print(f'# it asks for {asked}')
sys.exit(not right)
