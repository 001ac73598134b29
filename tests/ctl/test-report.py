# SPDX-License-Identifier: GPL-3.0-or-later
"""hearthctl report: PDFs of the four residents every demo house begins with."""

import os
import re
import subprocess

from hearthctl import BAD_INPUT, DENIED, DONE, FAILED, House, call, case, folder, main

HOUSE = House(os.path.join(folder(), "house"), "--residents", "4", "--months", "2")


def report(role, *options, kind="progress"):
    out = os.path.join(folder(), "report.pdf")
    return out, HOUSE.call(role, "report", kind, "--out", out, *options)


def text_of(path):
    return subprocess.run(["pdftotext", "-raw", path, "-"], capture_output=True, check=True).stdout.decode()


def letters_of(path):
    """A slanted word comes out as one letter a line."""
    return "".join(text_of(path).split())


@case
def a_report_of_each_script_is_a_sound_pdf():
    for code in ("R-001", "R-002", "R-003", "R-004"):
        out, answer = report("key-worker", "--resident", code)
        made = answer.expect(DONE).one()
        assert made["out"] == out and made["pages"] >= 1 and re.fullmatch("[0-9a-f]{64}", made["hash"])
        text = text_of(out)
        assert code in text and made["hash"][:16] in text
        subprocess.run(["qpdf", "--check", out], check=True, capture_output=True)
        assert os.stat(out).st_mode & 0o77 == 0


@case
def the_demo_and_a_draft_are_marked():
    out, answer = report("key-worker", "--resident", "R-001")
    answer.expect(DONE)
    assert "DEMO·DRAFT" in letters_of(out)
    place, out = os.path.join(folder(), "house"), os.path.join(folder(), "report.pdf")
    password = b"quiet lantern river meadow\n"
    call("create", place, "--user", "anna", "--password-file", "-", stdin=password).expect(DONE)
    sign_in = ["--house", place, "--user", "anna", "--password-file", "-"]
    call("add", "resident", *sign_in, stdin=password + b'{"name_used": "Ida"}').expect(DONE)
    call("report", "progress", "--resident", "R-001", "--out", out, *sign_in, stdin=password).expect(DONE)
    assert "DRAFT" in letters_of(out) and "DEMO" not in letters_of(out)


@case
def paper_is_a4_or_letter():
    for paper, size in (("A4", "595.276 x 841.89"), ("Letter", "612 x 792")):
        out, answer = report("key-worker", "--resident", "R-001", "--paper", paper)
        answer.expect(DONE)
        info = subprocess.run(["pdfinfo", out], capture_output=True, check=True).stdout.decode()
        assert size in info, info
    report("key-worker", "--resident", "R-001", "--paper", "A5")[1].expect(BAD_INPUT).says("A4")


@case
def a_name_for_reports_stands_in_for_every_other():
    resident = [line for line in HOUSE.call("director", "list", "resident").expect(DONE).lines() if line.get("pseudonym")]
    assert [line["code"] for line in resident] == ["R-002"]
    out, answer = report("director", "--resident", "R-002", "--purpose", "About " + resident[0]["name_used"])
    answer.expect(DONE)
    text = text_of(out)
    assert "About " + resident[0]["pseudonym"] in text
    for name in ("name_used", "local_name", "legal_name"):
        assert resident[0][name] and resident[0][name] not in text, name


@case
def purpose_and_recipient_stand_in_it():
    out, answer = report("key-worker", "--resident", "R-001", "--purpose", "Review of care", "--recipient", "Youth office")
    answer.expect(DONE)
    text = text_of(out)
    assert "Review of care" in text and "Youth office" in text


@case
def each_kind_is_listed_and_can_be_made():
    listed = call("report", "--help").expect(DONE).out
    for kind, words in (
        ("progress", "Sign-off"),
        ("belongings", "Member of staff"),
        ("preference-card", "Topics not to raise"),
    ):
        assert kind in listed, listed
        out, answer = report("director", "--resident", "R-003", kind=kind)
        answer.expect(DONE)
        assert words in text_of(out)


@case
def a_paper_about_today_takes_no_days():
    out, answer = report("director", "--resident", "R-001", "--to", "2026-03-01", kind="belongings")
    answer.expect(BAD_INPUT).says("about today")
    assert not os.path.exists(out)


@case
def bad_options_are_refused_and_write_nothing():
    for options in (
        [],
        ["--resident", "R-001", "--from", "2026-02-31"],
        ["--resident", "R-001", "--from", "2026-03-02", "--to", "2026-03-01"],
        ["--resident", "R-001", "--to", "2999-01-01"],
        ["--resident", "R-001", "--language", "not a language"],
    ):
        out, answer = report("key-worker", *options)
        answer.expect(BAD_INPUT)
        assert not os.path.exists(out)
    report("key-worker", "--resident", "R-001", kind="frobnicate")[1].expect(BAD_INPUT).says("--help")
    report("key-worker", "--resident", "R-999")[1].expect(FAILED)
    HOUSE.call("key-worker", "report", "progress", "--resident", "R-001").expect(BAD_INPUT).says("--out")
    HOUSE.call("key-worker", "report", "progress", "--resident", "R-001", "--out", "/none/r.pdf").expect(FAILED)


@case
def the_role_decides():
    for role in ("auditor", "administrator", "teacher"):
        out, answer = report(role, "--resident", "R-001")
        answer.expect(DENIED)
        assert not os.path.exists(out)


@case
def that_a_report_left_the_house_is_in_the_audit():
    rows = HOUSE.call("auditor", "verify").one()["audit_rows"]
    report("key-worker", "--resident", "R-001")[1].expect(DONE)
    # Two sign-ins and sign-outs at most would be four; the export is a row of its own.
    assert HOUSE.call("auditor", "verify").expect(DONE).one()["audit_rows"] > rows + 2


@case
def help_lists_the_kinds():
    assert "progress" in HOUSE.call("key-worker", "report", "--help").expect(DONE).out


main()
