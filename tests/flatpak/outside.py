# SPDX-License-Identifier: GPL-3.0-or-later
"""What stands outside the sandbox to be reached: listeners, files, a name on the bus; and the program that tries to."""

import os
import secrets
import shutil
import socket
import subprocess
import threading
from pathlib import Path

import gi

gi.require_version('Gio', '2.0')
from gi.repository import Gio, GLib  # noqa: E402
from hearth_e2e import run  # noqa: E402
from sandboxed import DATA, ID  # noqa: E402

SOURCE = Path(__file__).parent / 'probe.c'
BUS_NAME = 'org.hearthrecords.Outside'


class Outside:
    def __init__(self, folder):
        self.folder = Path(folder)
        self.folder.mkdir()
        self.secret = self.folder / 'secret'
        self.secret.write_text('words outside')
        self.written = self.folder / 'written'
        self.abstract = '@' + secrets.token_hex(8)
        self.socket = self.folder / 'socket'
        self.port = self._listen()
        self.connection = Gio.bus_get_sync(Gio.BusType.SESSION)
        Gio.bus_own_name_on_connection(self.connection, BUS_NAME, Gio.BusNameOwnerFlags.NONE, None, None)
        self.probe = DATA / 'probe'
        flags = run('pkg-config', '--cflags', '--libs', 'gio-2.0').split()
        DATA.mkdir(parents=True, exist_ok=True)
        run('gcc', '-o', self.probe, SOURCE, *flags)

    def _listen(self):
        four = socket.create_server(('127.0.0.1', 0))
        port = four.getsockname()[1]
        six = socket.create_server(('::1', port), family=socket.AF_INET6)
        datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
        datagrams.bind(('127.0.0.1', port))
        threading.Thread(target=_echo_datagrams, args=(datagrams,), daemon=True).start()
        for address in ('\0' + self.abstract[1:], str(self.socket)):
            local = socket.socket(socket.AF_UNIX)
            local.bind(address)
            local.listen()
            threading.Thread(target=_echo, args=(local,), daemon=True).start()
        for server in (four, six):
            threading.Thread(target=_echo, args=(server,), daemon=True).start()
        return port

    def try_all(self, sandboxed):
        """What could be done: {name: whether}, and what was seen: {name: [entries]}."""
        self.written.unlink(missing_ok=True)
        command = ['flatpak', 'run', '--user', f'--command={self.probe}', ID] if sandboxed else [self.probe]
        command += [self.port, self.abstract, self.socket, self.secret, self.written]
        process = subprocess.Popen(list(map(str, command)),
                                   stdout=subprocess.PIPE, text=True)
        while process.poll() is None:  # it asks for our name on the bus
            GLib.MainContext.default().iteration(False)
        could, seen = {}, {}
        for line in process.stdout.read().splitlines():
            name, answer, *_ = line.split(' ', 2)
            if answer in ('yes', 'no'):
                could[name] = answer == 'yes'
            else:
                seen.setdefault(name, []).append(answer)
        assert process.returncode == 0, process.returncode
        could['write'] = self.written.exists()
        return could, seen

    def remove(self):
        self.probe.unlink()
        shutil.rmtree(self.folder)


def _echo(server):
    while True:
        connection, _ = server.accept()
        connection.sendall(connection.recv(64))
        connection.close()


def _echo_datagrams(server):
    while True:
        message, sender = server.recvfrom(64)
        server.sendto(message, sender)
