# SPDX-License-Identifier: GPL-3.0-or-later
"""Counts what the named build folders' test programs found, tells what failed, and ends with one line:
N passed, N failed."""

import json
import os
import re
import sys

TAP_LINE = re.compile(r'^(not )?ok\b\s*\d*\s*-?\s*([^#]*)(#\s*(SKIP|TODO)\b.*)?', re.IGNORECASE)
GOOD = ('OK', 'EXPECTEDFAIL')


def read_log(build):
    try:
        with open(os.path.join(build, 'meson-logs', 'testlog.json'), encoding='utf-8') as log:
            return [json.loads(line) for line in log]
    except FileNotFoundError:
        return []


def count(run):
    """passed, failed and skipped of one program."""
    cases = [m for m in map(TAP_LINE.match, (run.get('stdout') or '').splitlines()) if m]
    failed = sum(1 for m in cases if m[1])
    skipped = sum(1 for m in cases if not m[1] and m[3])
    passed = len(cases) - failed - skipped
    if run['result'] == 'SKIP':
        return passed, failed, max(skipped, 1)
    if run['result'] not in GOOD:
        return passed, max(failed, 1), skipped
    # A program that is not TAP is one test.
    return (passed, failed, skipped) if cases else (1, 0, 0)


def tell(build, run):
    print(f'\n=== {run["name"]} ({os.path.basename(build)}): {run["result"].lower()}', end='')
    print(f', exit status {run["returncode"]}' if run.get('returncode') else '')
    for stream in ('stdout', 'stderr'):
        for line in (run.get(stream) or '').rstrip().splitlines():
            if not line.startswith('# GLib-DEBUG: g_set_user_dirs'):
                print(line)


def main():
    passed = failed = skipped = programs = 0
    for build in sys.argv[1:]:
        runs = read_log(build)
        if not runs:
            print(f'No test ran in {build}.')
            failed += 1
        for run in runs:
            p, f, s = count(run)
            passed, failed, skipped, programs = passed + p, failed + f, skipped + s, programs + 1
            if f:
                tell(build, run)
    print(f'\n{programs} programs' + (f', {skipped} tests skipped' if skipped else '') + '.')
    print(f'{passed} passed, {failed} failed')
    return 1 if failed else 0


sys.exit(main())
