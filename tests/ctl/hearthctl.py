# SPDX-License-Identifier: GPL-3.0-or-later
"""Drives the real hearthctl as a script would, and reports in TAP."""

import json
import os
import subprocess
import sys
import tempfile
import traceback

PROGRAM = os.environ["HEARTHCTL"]
DONE, FAILED, BAD_INPUT, DENIED = range(4)

_cases = []


class Answer:
    """What one call gave back."""

    def __init__(self, done):
        self.status = done.returncode
        self.out = done.stdout.decode()
        self.err = done.stderr.decode()

    def lines(self):
        """The objects on stdout."""
        return [json.loads(line) for line in self.out.splitlines()]

    def one(self):
        (answer,) = self.lines()
        return answer

    def problems(self):
        """Field → reason, as said on stderr."""
        found = [json.loads(line) for line in self.err.splitlines()]
        for problem in found:
            assert set(problem) == {"field", "reason"}, problem
            assert problem["reason"].strip(), problem
        return {problem["field"]: problem["reason"] for problem in found}

    def expect(self, status):
        assert self.status == status, f"exit {self.status} instead of {status}: {self.out}{self.err}"
        return self

    def says(self, *words):
        """One sentence on stderr, with all of these words."""
        assert self.err.startswith("hearthctl: ") and self.err.count("\n") == 1, self.err
        for word in words:
            assert word in self.err, f"“{word}” is not in: {self.err}"
        return self


def call(*arguments, stdin=b"", **environment):
    """Runs hearthctl; status, stdout and stderr come back."""
    return Answer(
        subprocess.run(
            [PROGRAM, *arguments],
            input=stdin,
            capture_output=True,
            env={**os.environ, **environment},
            timeout=300,
            check=False,
        )
    )


class House:
    """A demo house and the people who sign in to it, by role."""

    def __init__(self, folder, *options):
        self.folder = folder
        self.made = call("demo", folder, *options).expect(DONE).one()
        self.users = {a["role"]: a["user"] for a in self.made["accounts"]}
        self.passwords = {a["role"]: a["password"] for a in self.made["accounts"]}

    def sign_in(self, role, folder=None):
        return ["--house", folder or self.folder, "--user", self.users[role], "--password-file", "-"]

    def call(self, role, *arguments, stdin=b"", folder=None):
        """Runs a command as the person of a role; the password goes in through stdin, before the rest."""
        line = self.passwords[role].encode() + b"\n"
        return call(*arguments, *self.sign_in(role, folder), stdin=line + stdin)

    def add(self, role, kind, record):
        text = record if isinstance(record, bytes) else json.dumps(record).encode()
        return self.call(role, "add", kind, stdin=text)


def folder():
    """A new empty folder; the test's own temporary folder goes away with the test."""
    return tempfile.mkdtemp()


def case(function):
    """Marks a test case."""
    _cases.append(function)
    return function


def main():
    """Runs every case, in the order of the file."""
    print(f"1..{len(_cases)}")
    failed = 0
    for number, function in enumerate(_cases, 1):
        try:
            function()
            print(f"ok {number} - {function.__name__}", flush=True)
        except Exception:  # pylint: disable=broad-except
            failed += 1
            print(f"not ok {number} - {function.__name__}", flush=True)
            for line in traceback.format_exc().splitlines():
                print(f"# {line}")
    sys.exit(1 if failed else 0)
