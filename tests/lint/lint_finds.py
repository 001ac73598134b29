#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Shows every check of lint.py a tree that it must object to, and one that it must not."""

import shutil
import sys
import tempfile
from pathlib import Path

sys.dont_write_bytecode = True
sys.path.insert(0, str(Path(__file__).parent))
import lint  # noqa: E402

HEAD = '/* SPDX-License-Identifier: GPL-3.0-or-later\n * Says what it is for.\n */\n'
LONG_BODY = HEAD + 'static void\nlong_one (void)\n{\n' + '  x ();\n' * 59 + '}\n'
OWN_ROOT = Path(__file__).resolve().parents[2]

# check, file, contents, words that the finding must hold (None: nothing may be found)
CASES = [
    ('layers', 'src/core/a.c', '#include "store/store.h"\n', 'core may not include store'),
    ('layers', 'src/widgets/a.c', '#include "store/store.h"\n', 'widgets may not include store'),
    ('layers', 'src/report/a.h', '#include <gtk/gtk.h>\n', 'GTK'),
    ('layers', 'src/ctl/a.c', '#include <adwaita.h>\n', 'GTK'),
    ('layers', 'src/core/a.c', '#include "record.h"\n', 'write the folder'),
    ('layers', 'src/extra/a.c', '#include "core/id.h"\n', 'no place'),
    ('layers', 'src/views/a.c', '#include "config.h"\n#include "a-resources.h"\n#include "store/store.h"\n#include <adwaita.h>\n', None),
    ('length', 'src/core/a.c', HEAD + '\n' * 800, '803 lines'),
    ('length', 'src/core/a.c', LONG_BODY, 'long_one () has 61 lines'),
    ('length', 'src/core/a.c', LONG_BODY.replace('  x ();\n', '', 1), None),
    ('length', 'tests/e2e/a.py', 'def f():\n' + '    x()\n' * 60, 'f () has 61 lines'),
    ('licence', 'src/core/a.c', '/* Nothing. */\n', 'no SPDX'),
    ('licence', 'src/core/a.c', '/* SPDX-License-Identifier: GPL-3.0-or-later */\nint x;\n', 'no sentence'),
    ('licence', 'src/core/a.c', HEAD, None),
    ('style', 'src/core/a.c', 'void f(void) { }\n', 'src/core/a.c:1: not formatted'),
    ('style', 'src/core/a.c', 'void f (void);\n', None),
    ('blueprints', 'resources/ui/a.blp', 'using Gtk 4.0;\n\nLabel {\n  colour: 1;\n}\n', 'colour'),
    ('blueprints', 'resources/ui/a.blp', 'using Gtk 4.0;\nLabel {label:"x";}\n', 'resources/ui/a.blp:1: not formatted'),
    ('blueprints', 'resources/ui/a.blp', 'using Gtk 4.0;\n\nLabel {\n  label: "x";\n}\n', None),
    ('potfiles', 'src/core/a.c', 'x = N_ ("Sleep");\n', 'src/core/a.c holds words'),
    ('potfiles', 'resources/ui/a.blp', 'label: _("Sleep");\n', 'resources/ui/a.blp holds words'),
    ('potfiles', 'po/POTFILES', 'src/core/gone.c\n', 'src/core/gone.c is listed'),
    ('potfiles', 'src/core/a.c', 'hearth_ (x);\n', None),
    ('sql', 'src/views/a.c', 'x = "SELECT id FROM resident";\n', 'SQL outside'),
    ('sql', 'src/rules/a.c', 'sqlite3_exec (db);\n', 'SQLite is called'),
    ('sql', 'data/a.sql', 'VACUUM;\n', 'resources/sql'),
    ('sql', 'src/store/a.c', 'x = "SELECT id FROM resident";\n', None),
    ('sql', 'src/views/a.c', 'x = "Select a resident";\n', None),
    ('tests', 'tests/core/a.c', '  g_usleep (100);\n', 'do not sleep'),
    ('tests', 'tests/e2e/a.py', 'time.sleep(1)\n', 'do not sleep'),
    ('tests', 'src/core/meson.build', '\n', 'src/core has no tests'),
    ('tests', 'tests/core/a.c', '  { "sleep", 1 }, sleep_hours (2)\n', None),
    ('words', 'docs/a.md', 'See /home/' + 'anna/hearth.\n', 'path of one machine'),
    ('words', 'src/core/a.c', '/* TO' + 'DO: rest */\n', 'finish it'),
    ('words', 'src/records/a.c', 'N_ ("Rule violations")\n', 'say what happened'),
    ('words', 'resources/ui/a.blp', 'title: _("What she said");\n', 'the resident'),
    ('words', 'src/ctl/a.c', '_ ("an escape sequence")\n', None),
    ('words', 'src/records/a.c', 'N_ ("Weather, there, this")\n', None),
]


def tree(folder):
    for name in ('src', 'tests', 'resources', 'data', 'po'):
        (folder / name).mkdir()
    shutil.copy(OWN_ROOT / '.clang-format', folder)
    (folder / 'po/POTFILES').write_text('')
    return folder


def run(check, name, contents):
    with tempfile.TemporaryDirectory() as folder:
        root = tree(Path(folder))
        (root / name).parent.mkdir(parents=True, exist_ok=True)
        (root / name).write_text(contents)
        return '\n'.join(lint.CHECKS[check](root))


def main():
    failed = 0
    print(f'1..{len(CASES) + 1}')
    for number, (check, name, contents, wanted) in enumerate(CASES, 1):
        found = run(check, name, contents)
        good = not found if wanted is None else wanted in found
        failed += not good
        print(f'{"ok" if good else "not ok"} {number} - {check}: {wanted or "nothing"}')
        if not good:
            print(f'# wanted: {wanted}\n# found: {found!r}')
    untested = set(lint.CHECKS) - {case[0] for case in CASES}
    print(f'{"not ok" if untested else "ok"} {len(CASES) + 1} - every check is shown something {untested or ""}')
    return 1 if failed or untested else 0


sys.exit(main())
