# SPDX-License-Identifier: GPL-3.0-or-later
"""Releases signed with keys made for the moment, as flatpak/README.md tells to sign them."""

import os
import re
import subprocess
from pathlib import Path

from hearth_e2e import run
from sandboxed import ID


class Signer:
    def __init__(self, folder):
        self.home = Path(folder)
        self.home.mkdir(mode=0o700)
        self.public = self.home / 'public.gpg'
        gpg = ('gpg', '--homedir', self.home, '--batch', '--quiet')
        run(*gpg, '--passphrase', '', '--quick-generate-key', 'Releases', 'ed25519', 'sign', 'never')
        self.key = re.search(r'^fpr:+(\w+):', run(*gpg, '--with-colons', '--list-keys'), re.MULTILINE).group(1)
        run(*gpg, '--output', self.public, '--export', self.key)

    def release(self, repository, ref, folder):
        """A single file of what @repository has, signed; each a later version than the one before."""
        folder = Path(folder)
        sign = f'--gpg-sign={self.key}', f'--gpg-homedir={self.home}'
        run('ostree', 'init', '--mode=archive', f'--repo={folder}')
        run('flatpak', 'build-commit-from', '--force', '--timestamp=NOW', *sign, f'--src-repo={repository}', folder, ref)
        file = folder.with_suffix('.flatpak')
        run('flatpak', 'build-bundle', *sign, f'--gpg-keys={self.public}', folder, file, ID, ref.rsplit('/', 1)[1])
        return file

    def stop(self):
        subprocess.run(['gpgconf', '--homedir', self.home, '--kill', 'gpg-agent'], check=False)


def install(file, into):
    """Whether @file could be installed in the installation that lies in @into."""
    done = subprocess.run(['flatpak', 'install', '--user', '--noninteractive', '--bundle', file], capture_output=True,
                          text=True, check=False, env={**os.environ, 'FLATPAK_USER_DIR': str(into)})
    return done.returncode == 0
