#!/usr/bin/env python3
# SPDX-License-Identifier: GPL-3.0-or-later
"""Checks of the tree itself: lint.py CHECK [ROOT]. Each finding is one line, "file:line: what is wrong".

lint.py --fix-potfiles [ROOT] writes po/POTFILES as the check wants it.
"""

import ast
import os
import re
import subprocess
import sys
import tempfile
from pathlib import Path

FOLDERS = ('src', 'tests', 'resources', 'data', 'po', 'docs', 'flatpak', '.ci')
FILE_LIMIT = 800
FUNCTION_LIMIT = 60

# Who may include whom (docs/architecture.md). A folder always may include itself.
LAYERS = {
    'core': (),
    'records': ('core',),
    'vault': ('core',),
    'store': ('core', 'records', 'vault'),
    'rules': ('core', 'records', 'vault', 'store'),
    'draw': ('core',),
    'report': ('core', 'records', 'vault', 'store', 'rules', 'draw'),
    'demo': ('core', 'records', 'vault', 'store', 'rules', 'draw', 'report'),
    'ctl': ('core', 'records', 'vault', 'store', 'rules', 'draw', 'report', 'demo'),
    'decode': (),
    'widgets': ('core', 'records', 'draw'),
    'views': ('core', 'records', 'vault', 'store', 'rules', 'draw', 'report', 'demo', 'decode', 'widgets'),
    'app': ('core', 'records', 'vault', 'store', 'rules', 'draw', 'report', 'demo', 'widgets', 'views'),
}
WITH_GTK = ('widgets', 'views', 'app')

INCLUDE = re.compile(r'^\s*#\s*include\s+([<"])([^>"]+)[>"]')
GTK_HEADER = re.compile(r'^(gtk|gdk|gsk)/|^adwaita\.h$')
STRING = re.compile(r'"(?:\\.|[^"\\\n])*"')
SQL_CALL = re.compile(r'\bsqlite3_\w+')
SQL_TEXT = re.compile(r'^"\s*(SELECT\s|INSERT\s+(OR\s+\w+\s+)?INTO\s|UPDATE\s+\w+\s+SET\s|DELETE\s+FROM\s'
                      r'|(CREATE|DROP|ALTER)\s+(VIRTUAL\s+)?(TABLE|INDEX|TRIGGER)\s|PRAGMA\s|ATTACH\s|VACUUM\b)')
MARKED = re.compile(r'\b(?:N_|C_|NC_|_|ngettext|g_dngettext|g_dpgettext2?)\s*\(\s*((?:[^()"]*"(?:\\.|[^"\\])*")+)')
SLEEP = re.compile(r'\b(?:g_usleep|usleep|sleep|nanosleep|time\.sleep)\s*\(|^\s*sleep\s+[\d.$]')
UNFINISHED = re.compile(r'\b(?:TODO|FIXME|XXX)\b')
HOME_PATH = re.compile(r'(?<![\w.$}])/(?:home|Users)/\w+|(?<![\w.$}])/root/\w')

# Words that must not stand in what people read, and why.
UNKIND = {
    'escape': 'say what happened (“left without telling staff”)',
    'violation': 'say what happened',
    'write-up': 'say what happened',
    'abscond': 'say “left without telling staff”',
    'inmate': 'say “resident”',
    'runaway': 'say what happened',
}
GENDERED = ('he', 'she', 'him', 'his', 'her', 'hers', 'himself', 'herself')
UNKIND_WORD = re.compile(r'\b(' + '|'.join(UNKIND) + r')(?:s|d|ed|ing)?\b(?! sequence)', re.IGNORECASE)
GENDERED_WORD = re.compile(r'\b(' + '|'.join(GENDERED) + r')\b', re.IGNORECASE)


def files(root, *suffixes, below=FOLDERS):
    """Project files with one of the suffixes (none given: every file), sorted."""
    found = [p for p in root.iterdir() if p.is_file()] if below is FOLDERS else []
    for folder in below:
        found += (p for p in (root / folder).rglob('*') if p.is_file())
    return sorted(p for p in found if '__pycache__' not in p.parts
                  and (not suffixes or p.suffix in suffixes))


def text_of(path):
    """The file's text, or None when it is not text."""
    try:
        return path.read_text(encoding='utf-8')
    except UnicodeDecodeError:
        return None


def lines_of(root, paths):
    for path in paths:
        for number, line in enumerate((text_of(path) or '').splitlines(), 1):
            yield path.relative_to(root), number, line


# --- the checks ---------------------------------------------------------------


def check_layers(root):
    for path, number, line in lines_of(root, files(root, '.c', '.h', below=['src'])):
        include = INCLUDE.match(line)
        if not include:
            continue
        quote, header = include.groups()
        folder = path.parts[1] if len(path.parts) > 2 else None
        if quote == '<':
            if folder and folder not in WITH_GTK and GTK_HEADER.match(header):
                yield f'{path}:{number}: GTK may be included only in {", ".join(WITH_GTK)}'
        elif '/' not in header:
            if header != 'config.h' and not header.endswith('-resources.h'):
                yield f'{path}:{number}: write the folder too: "{folder or "folder"}/{header}"'
        elif folder is None:
            continue  # main.c stands above all
        elif folder not in LAYERS:
            yield f'{path}:{number}: the folder src/{folder} has no place in the rule of folders'
        else:
            target = header.split('/')[0]
            if target != folder and target not in LAYERS[folder]:
                yield f'{path}:{number}: {folder} may not include {target}'


def c_functions(text):
    """(name, first line, lines) of each function body that starts with '{' in the first column."""
    lines = text.splitlines()
    start = None
    for number, line in enumerate(lines, 1):
        if line.rstrip() == '{':
            start = number
        elif line.startswith('}') and start:
            name = next((m[1] for back in range(start - 2, max(start - 14, -1), -1)
                         if (m := re.match(r'(\w+)\s*\(', lines[back]))), '?')
            yield name, start, number - start + 1
            start = None


def check_length(root):
    for path in files(root, '.c', '.h', '.py', '.blp', below=['src', 'tests', 'resources', 'flatpak']):
        text = text_of(path)
        where = path.relative_to(root)
        if (total := text.count('\n')) >= FILE_LIMIT:
            yield f'{where}:1: the file has {total} lines; fewer than {FILE_LIMIT} are allowed'
        if path.suffix == '.py':
            functions = [(n.name, n.lineno, n.end_lineno - n.lineno + 1) for n in ast.walk(ast.parse(text))
                         if isinstance(n, ast.FunctionDef)]
        else:
            functions = c_functions(text)
        for name, start, length in functions:
            if length > FUNCTION_LIMIT:
                yield f'{where}:{start}: {name} () has {length} lines; {FUNCTION_LIMIT} are allowed'


def check_licence(root):
    """Every source says its licence at its top, and C files what they are for in one sentence."""
    named = [root / 'dev', root / 'meson.build', root / 'meson_options.txt', root / 'flatpak/make',
             root / 'flatpak/stick/install'] + files(root, below=['.ci'])
    for path in files(root, '.c', '.h', '.py', '.sh', '.blp', '.css', '.sql', '.svg', '.xml', '.desktop', '.yml',
                      below=['src', 'tests', 'resources', 'data', 'flatpak']) + [p for p in named if p.exists()]:
        text = text_of(path)
        head = text.splitlines()[:4]
        spdx = next((n for n, line in enumerate(head) if 'SPDX-License-Identifier:' in line), None)
        if spdx is None:
            yield f'{path.relative_to(root)}:1: no SPDX-License-Identifier at the top'
        elif path.suffix in ('.c', '.h') and not re.match(r' \* \S', '\n'.join(head[spdx + 1:spdx + 2])):
            yield f'{path.relative_to(root)}:1: no sentence below the SPDX line that says what the file is for'


def check_style(root):
    """clang-format has nothing to change."""
    paths = files(root, '.c', '.h', below=['src', 'tests'])
    if not paths:
        return
    run = subprocess.run(['clang-format', f'--style=file:{root / ".clang-format"}', '--dry-run', *map(str, paths)],
                         capture_output=True, text=True)
    if run.returncode:
        yield run.stderr.strip()
    places = {}
    for found in re.finditer(r'^(\S+?):(\d+):\d+: (?:warning|error): code should be clang-formatted', run.stderr, re.M):
        places.setdefault(found[1], []).append(found[2])
    for path, numbers in places.items():
        yield f'{Path(path).relative_to(root)}:{numbers[0]}: not formatted in {len(numbers)} places; ./dev format does it'


def check_blueprints(root):
    """Every interface file compiles and is formatted."""
    paths = list(map(str, files(root, '.blp', below=['resources'])))
    if not paths:
        return
    with tempfile.TemporaryDirectory() as out:
        run = subprocess.run(['blueprint-compiler', 'batch-compile', out, str(root / 'resources'), *paths],
                             capture_output=True, text=True)
        if run.returncode:
            yield re.sub(r'\x1b\[\d*m', '', run.stdout + run.stderr).strip()
    run = subprocess.run(['blueprint-compiler', 'format', '--no-diff', *paths], capture_output=True, text=True)
    if run.returncode:
        for found in re.findall(r'Would format (\S+\.blp)', re.sub(r'\x1b\[\d*m', '', run.stdout + run.stderr)):
            yield f'{Path(found).relative_to(root)}:1: not formatted; ./dev format does it'


def wanted_potfiles(root):
    """Files that hold words for people, in the order of po/POTFILES."""
    data = [p for p in files(root, below=['data']) if p.name.endswith(('.desktop', '.metainfo.xml.in', '.gschema.xml'))]
    marked = [p for p in files(root, '.c', '.h', '.blp', below=['src', 'resources']) if MARKED.search(text_of(p))]
    return [str(p.relative_to(root)) for p in sorted(data + marked)]


def check_potfiles(root):
    wanted = wanted_potfiles(root)
    listed = [line for line in text_of(root / 'po/POTFILES').splitlines()
              if line and not line.startswith('#')]
    for path in sorted(set(wanted) - set(listed)):
        yield f'po/POTFILES:1: {path} holds words to translate and is not listed'
    for path in sorted(set(listed) - set(wanted)):
        yield f'po/POTFILES:1: {path} is listed and holds no words to translate'
    if set(wanted) == set(listed) and wanted != listed:
        yield 'po/POTFILES:1: not in order'


def check_sql(root):
    """SQL stands only in src/store and resources/sql."""
    for path, number, line in lines_of(root, files(root, '.c', '.h', below=['src'])):
        if path.parts[1] == 'store':
            continue
        if SQL_CALL.search(line):
            yield f'{path}:{number}: SQLite is called outside src/store'
        elif any(SQL_TEXT.match(s) for s in STRING.findall(line)):
            yield f'{path}:{number}: SQL outside src/store'
    for path in files(root, '.sql'):
        if path.relative_to(root).parts[:2] != ('resources', 'sql'):
            yield f'{path.relative_to(root)}:1: SQL files belong into resources/sql'


def check_tests(root):
    """No test sleeps; each folder of src has its tests."""
    here = Path(__file__).resolve()
    for path, number, line in lines_of(root, files(root, below=['tests'])):
        if SLEEP.search(line) and (root / path).name not in (here.name, 'lint_finds.py'):
            yield f'{path}:{number}: tests wait for events, they do not sleep'
    for folder in sorted(p for p in (root / 'src').iterdir() if (p / 'meson.build').exists()):
        if folder.name != 'app' and not (root / 'tests' / folder.name / 'meson.build').exists():
            yield f'tests/{folder.name}: src/{folder.name} has no tests'


def visible_words(root):
    """(path, line number, string) of everything marked for translation."""
    for name in wanted_potfiles(root):
        text = text_of(root / name)
        for marked in MARKED.finditer(text):
            yield name, text.count('\n', 0, marked.start()) + 1, ' '.join(STRING.findall(marked[1]))


def check_words(root):
    """No path of one machine, no marks of unfinished work, and kind words in what people read."""
    above = root.resolve().parent
    machine = [str(root.resolve()), str(above)] if len(above.parts) > 1 else []
    machine = [re.compile(re.escape(m) + r'(?![\w-])') for m in machine if m not in ('/usr', '/tmp', '/opt', '/srv')]
    for path, number, line in lines_of(root, files(root)):
        if (root / path).name == 'COPYING':
            continue
        if HOME_PATH.search(line) or any(m.search(line) for m in machine):
            yield f'{path}:{number}: a path of one machine'
        if UNFINISHED.search(line) and (root / path).name not in ('lint.py', 'lint_finds.py', 'summary.py'):
            yield f'{path}:{number}: finish it, or write an issue'
    for path, number, words in visible_words(root):
        if found := UNKIND_WORD.search(words):
            yield f'{path}:{number}: “{found[0]}”: {UNKIND[found[1].lower()]}'
        if found := GENDERED_WORD.search(words):
            yield f'{path}:{number}: “{found[0]}”: residents are girls, boys, women and men; say “the resident”'


CHECKS = {name.removeprefix('check_'): function for name, function in list(globals().items())
          if name.startswith('check_')}


def main():
    if len(sys.argv) < 2 or sys.argv[1] not in ('--fix-potfiles', *CHECKS):
        print(f'usage: lint.py {"|".join(CHECKS)}|--fix-potfiles [ROOT]', file=sys.stderr)
        return 2
    root = Path(sys.argv[2] if len(sys.argv) > 2 else os.environ.get('HEARTH_SOURCE_DIR', '.')).absolute()
    if sys.argv[1] == '--fix-potfiles':
        (root / 'po/POTFILES').write_text('# Written by ./dev format\n' + ''.join(f'{p}\n' for p in wanted_potfiles(root)))
        return 0
    found = list(CHECKS[sys.argv[1]](root))
    for line in found:
        print(line)
    return 1 if found else 0


if __name__ == '__main__':
    sys.exit(main())
