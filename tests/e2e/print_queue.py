# SPDX-License-Identifier: GPL-3.0-or-later
"""A real print queue: CUPS of its own, with its PDF printer, on a socket that only the test knows."""

import ctypes
import os
import re
import shutil
import subprocess
from functools import partial
from pathlib import Path

from hearth_e2e import run, wait_until

PRINTER = 'Office'
DRIVER = 'lsb/usr/cups-pdf/CUPS-PDF_opt.ppd'
SERVER_USER = 'lp'  # CUPS does not run its filters as root
# The PDF printer looks for its settings here only.
SETTINGS = '/etc/cups/cups-pdf.conf'
DOTS = 40  # per inch, when pages are compared as pictures
MOST_APART = 0.05  # of 1, on the mean of all dots: on its way to paper each letter is drawn once more
MS_BIND, MS_REC, MS_PRIVATE = 0x1000, 0x4000, 0x40000  # of mount(2)

SERVER = """Listen {folder}/cups.sock
LogLevel debug
MaxLogSize 0
Browsing Off
DefaultAuthType None
WebInterface No
PreserveJobHistory Yes
PreserveJobFiles Yes
<Location />
  Order allow,deny
  Allow all
</Location>
<Policy default>
  JobPrivateAccess all
  JobPrivateValues none
  <Limit All>
    Order deny,allow
    Allow all
  </Limit>
</Policy>
"""

FILES = """ServerRoot {folder}
RequestRoot {folder}/spool
CacheDir {folder}/cache
StateDir {folder}/state
TempDir {folder}/tmp
ErrorLog {folder}/log/error
AccessLog {folder}/log/access
PageLog {folder}/log/page
User lp
Group lp
SystemGroup root
Sandboxing Relaxed
"""

PAPER = """Out {folder}/arrived
AnonDirName {folder}/arrived
Spool {folder}/tmp
Log {folder}/log
"""


def see_as_settings(path):
    """From now on this process, and what it starts, finds @path where the PDF printer looks for its settings."""
    libc = ctypes.CDLL(None, use_errno=True)
    os.unshare(os.CLONE_NEWNS)
    for source, target, flags in ((None, '/', MS_REC | MS_PRIVATE), (path, SETTINGS, MS_BIND)):
        if libc.mount(source and os.fsencode(source), os.fsencode(target), None, flags, None):
            raise OSError(ctypes.get_errno(), f'{target} cannot be mounted')


def is_possible():
    """Whether this machine lets a test run a print server: as root, in a view of the file system of its own."""
    if os.geteuid() != 0 or not shutil.which('cupsd') or not Path(SETTINGS).exists():
        return False
    try:
        return subprocess.run(['true'], preexec_fn=partial(see_as_settings, SETTINGS), check=False).returncode == 0
    except subprocess.SubprocessError:
        return False


class PrintQueue:
    """Runs from start () to stop (); what was printed arrives as PDF."""

    def __init__(self, folder):
        self.folder = Path(folder)
        self.arrived = self.folder / 'arrived'
        self.server = None
        self.environment = {'CUPS_SERVER': str(self.folder / 'cups.sock')}

    def start(self):
        for name in ('spool', 'cache', 'state', 'tmp', 'log', 'ppd', 'arrived'):
            (self.folder / name).mkdir(parents=True)
            shutil.chown(self.folder / name, SERVER_USER)
        for parent in (self.folder, *self.folder.parents):
            if parent.stat().st_uid == os.geteuid():  # the server's user has to come through
                parent.chmod(parent.stat().st_mode | 0o011)
        for name, text in (('cupsd.conf', SERVER), ('cups-files.conf', FILES), ('cups-pdf.conf', PAPER)):
            (self.folder / name).write_text(text.format(folder=self.folder))
        self.server = subprocess.Popen(
            ['cupsd', '-f', '-c', self.folder / 'cupsd.conf', '-s', self.folder / 'cups-files.conf'],
            preexec_fn=partial(see_as_settings, self.folder / 'cups-pdf.conf'),
            stdout=subprocess.DEVNULL, stderr=subprocess.STDOUT)
        environment = {**os.environ, **self.environment}
        wait_until(lambda: (self.folder / 'cups.sock').exists(), 'the print server')
        run('lpadmin', '-p', PRINTER, '-E', '-v', 'cups-pdf:/', '-m', DRIVER, '-o', 'PageSize=A4', env=environment)
        run('lpadmin', '-d', PRINTER, env=environment)
        return self

    def stop(self):
        if self.server:
            self.server.terminate()
            self.server.wait()

    def wait_for_paper(self, number=1):
        """The PDFs that arrived, the oldest first, once there are @number that are whole."""
        def whole():
            papers = sorted(self.arrived.glob('*.pdf'), key=lambda paper: paper.stat().st_mtime)
            return papers if len(papers) >= number and \
                all(b'%%EOF' in paper.read_bytes()[-32:] for paper in papers) else None

        return wait_until(whole, f'{number} papers to arrive')

    def job_names(self):
        """What the queue shows of its jobs."""
        found = []
        for job in sorted((self.folder / 'spool').glob('c*')):
            data = job.read_bytes()
            # As on the wire (RFC 8010): the attribute's name, two bytes of length, its value.
            for match in re.finditer(rb'\x00\x08job-name(..)', data, re.DOTALL):
                length = int.from_bytes(match.group(1), 'big')
                found.append(data[match.end():match.end() + length].decode())
        return found

    def everything_told(self):
        """What the server wrote of its jobs, but their pages: what an administrator of the printer can read."""
        texts = [path.read_bytes() for path in (self.folder / 'log').iterdir()]
        texts += [path.read_bytes() for path in (self.folder / 'spool').glob('c*')]
        texts += [path.name.encode() for path in self.arrived.iterdir()]
        return b'\n'.join(texts).decode(errors='replace')


def assert_same_pages(shown, arrived):
    """That the PDF which arrived has the pages of the other, in their order, as pictures: it went through a printer's
    language, and may not have a text any more."""
    assert count_pages(shown) > 1, 'one page alone proves no order'
    assert count_pages(arrived) == count_pages(shown)
    before, after = pages_of(shown, 'shown'), pages_of(arrived, 'arrived')
    for number, page in enumerate(before):
        apart = [how_far_apart(page, other) for other in after]
        assert apart[number] < MOST_APART, f'page {number + 1} arrived otherwise: {apart}'
        assert min(apart) == apart[number], f'page {number + 1} arrived in another place: {apart}'


def count_pages(paper):
    return int(re.search(r'^Pages: +(\d+)$', run('pdfinfo', paper), re.MULTILINE).group(1))


def pages_of(paper, name):
    """The pages as pictures, in order."""
    folder = Path(os.environ['TMPDIR'])
    run('pdftoppm', '-r', DOTS, '-gray', paper, folder / name)
    return sorted(folder.glob(f'{name}-*.pgm'))


def how_far_apart(page, other):
    """The mean of how far dots are apart, from 0, the same, to 1."""
    # Answers 1 where pictures differ, which is no error here; the figure comes in brackets.
    told = run('sh', '-c', 'compare -metric MAE "$0" "$1" null: 2>&1 || true', page, other)
    return float(re.search(r'\(([\d.e-]+)\)', told).group(1))
