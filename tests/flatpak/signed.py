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

    def publish(self, repository, ref, folder):
        """A repository with what @repository has, signed; each a later version than the one before."""
        sign = f'--gpg-sign={self.key}', f'--gpg-homedir={self.home}'
        run('ostree', 'init', '--mode=archive', f'--repo={folder}')
        run('flatpak', 'build-commit-from', '--force', '--timestamp=NOW', *sign, f'--src-repo={repository}', folder, ref)
        run('flatpak', 'build-update-repo', *sign, folder)
        return run('ostree', 'rev-parse', f'--repo={folder}', ref).strip()

    def stop(self):
        subprocess.run(['gpgconf', '--homedir', self.home, '--kill', 'gpg-agent'], check=False)


class Office:
    """A computer that gets its versions from a repository: what lies in @served just now."""

    def __init__(self, folder, served, key):
        self.served = Path(served)
        self.environment = {**os.environ, 'FLATPAK_USER_DIR': str(folder)}
        self.key = key

    def flatpak(self, *arguments):
        return subprocess.run(['flatpak', *map(str, arguments)], capture_output=True, text=True, check=False,
                              env=self.environment)

    def serve(self, folder):
        self.served.unlink(missing_ok=True)
        self.served.symlink_to(folder)

    def install(self, platform):
        for arguments in (('install', '--user', '--noninteractive', '--bundle', platform),
                          ('remote-add', '--user', f'--gpg-import={self.key}', 'hearth', self.served),
                          ('install', '--user', '--noninteractive', 'hearth', ID)):
            done = self.flatpak(*arguments)
            assert done.returncode == 0, done.stderr
        return self.commit()

    def update(self):
        self.flatpak('update', '--user', '--noninteractive', ID)
        return self.commit()

    def commit(self):
        return self.flatpak('info', '--user', '--show-commit', ID).stdout.strip()
