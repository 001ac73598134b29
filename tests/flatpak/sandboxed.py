# SPDX-License-Identifier: GPL-3.0-or-later
"""The installed Flatpak, driven as tests/e2e drives the built program; its file and print dialogs are the portal's."""

import configparser
import os
import re
import shutil
import subprocess
from pathlib import Path

from gi.repository import Atspi
from hearth_e2e import Hearth, children, run, wait_until

ID = 'org.hearthrecords.Hearth'
OWN = Path(os.environ['HOME']) / '.var/app' / ID
DATA = OWN / 'data'
SETTINGS = 'gtk-4.0/settings.ini'  # of the toolkit, which the test's display comes with
PORTAL = 'xdg-desktop-portal-gtk'


def processes_inside():
    """The programs in the sandbox as they are numbered outside: {number: name}."""
    found = {}
    for folder in Path('/proc').glob('[0-9]*'):
        try:
            if f'name={ID}' in (folder / 'root/.flatpak-info').read_text():
                found[int(folder.name)] = (folder / 'comm').read_text().strip()
        except OSError:
            continue
    return found


def granted():
    """What the installed program may do outside its sandbox: {group: {key: {values}}}."""
    told = configparser.ConfigParser(interpolation=None)
    told.optionxform = str
    told.read_string(run('flatpak', 'info', '--user', '--show-metadata', ID))
    about = ('Application',)
    return {group: {key: set(filter(None, values.split(';'))) for key, values in told[group].items()}
            for group in told.sections() if group not in about}


class Sandboxed(Hearth):
    command = ('flatpak', 'run', '--user', ID)

    def start(self):
        (OWN / 'config' / SETTINGS).parent.mkdir(parents=True, exist_ok=True)
        shutil.copy(Path(os.environ['XDG_CONFIG_HOME']) / SETTINGS, OWN / 'config' / SETTINGS)
        return super().start()

    def _is_it(self, application):
        return application.get_name() == 'hearth'

    def _window_search(self):
        return '--class', 'hearth'

    def kill(self):
        subprocess.run(['flatpak', 'kill', ID], check=False)
        self.wait_for_end()

    # --- the portal's dialogs: windows of a program outside ------------------

    def _portal(self, title):
        def look():
            for application in children(Atspi.get_desktop(0)):
                if application.get_name() == PORTAL:
                    return next((window for window in children(application) if window.get_name() == title), None)
            return None

        dialog = wait_until(look, f'the portal’s “{title}”')
        window = run('xdotool', 'search', '--sync', '--onlyvisible', '--name', f'^{re.escape(title)}$').split()[-1]
        run('xdotool', 'windowactivate', '--sync', window)
        return dialog, window

    def _answer(self, title, path):
        dialog, _ = self._portal(title)
        self.key('ctrl+a')
        self.press_keys(str(path))
        self.key('Return')
        return dialog

    def save_in_dialog(self, title, name):
        self._answer(title, self.folder / name)
        self._wait_for_portal_to_close(title)

    def open_in_dialog(self, title, name):
        self._portal(title)
        self.key('ctrl+l')
        self._answer(title, self.folder / name)
        self._wait_for_portal_to_close(title)

    def choose_folder_in_dialog(self, title, folder):
        self.open_in_dialog(title, folder)

    def print_on(self, printer):
        """Answers the portal's print dialog."""
        dialog, _ = self._portal('Print')
        self.click(printer, 'table cell', below=dialog)
        self.click('Print', ('push button', 'button'), below=dialog)
        self._wait_for_portal_to_close('Print')

    def _wait_for_portal_to_close(self, title):
        def is_gone():
            return not subprocess.run(['xdotool', 'search', '--onlyvisible', '--name', f'^{re.escape(title)}$'],
                                      capture_output=True, check=False).stdout

        wait_until(is_gone, f'the portal’s “{title}” to close')
        self.raise_window()
