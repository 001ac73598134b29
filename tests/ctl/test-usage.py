# SPDX-License-Identifier: GPL-3.0-or-later
"""hearthctl without a house: help, usage, passwords, types, create."""

import json
import os
import re
import subprocess

from hearthctl import BAD_INPUT, DENIED, DONE, FAILED, call, case, folder, main

COMMANDS = ["create", "demo", "types", "add", "change", "list", "show", "search", "report", "audit", "verify"]
COMMANDS += ["backup", "copies", "drill", "restore"]
PASSWORD = "quiet lantern river meadow"


def create(*options, stdin=PASSWORD.encode() + b"\n"):
    place = os.path.join(folder(), "house")
    return place, call("create", place, "--password-file", "-", *options, stdin=stdin)


@case
def help_names_every_command_and_no_other():
    answer = call("--help").expect(DONE)
    assert answer.err == ""
    assert re.findall(r"^  ([a-z]+) ", answer.out, re.M) == COMMANDS


@case
def every_command_has_help():
    for command in COMMANDS:
        answer = call(command, "--help").expect(DONE)
        assert answer.out.startswith(f"Usage:\n  hearthctl {command}"), answer.out
        assert answer.err == ""


@case
def the_man_page_tells_of_every_command_and_option():
    with open(os.path.join(os.environ["HEARTH_SOURCE_DIR"], "data", "hearthctl.1"), encoding="utf-8") as page:
        text = page.read()
    for command in COMMANDS:
        assert f".Cm {command}" in text, command
        for option in re.findall(r"--([a-z-]+)", call(command, "--help").out.replace("--help", "")):
            assert f"Fl -{option}" in text, f"{command} --{option}"


@case
def version():
    assert re.fullmatch(r"hearthctl \d+\.\d+\.\d+\n", call("--version").expect(DONE).out)


@case
def wrong_usage_exits_2():
    call().expect(BAD_INPUT)
    call("frobnicate").expect(BAD_INPUT).says("frobnicate")
    call("score").expect(BAD_INPUT)
    call("types", "--frobnicate").expect(BAD_INPUT).says("frobnicate")
    call("types", "too much").expect(BAD_INPUT).says("Usage")
    call("list").expect(BAD_INPUT).says("Usage")
    call("list", "resident").expect(BAD_INPUT).says("--house")
    call("list", "resident", "--house", "x", "--user", "y").expect(BAD_INPUT).says("--password-file")
    call("restore", "one").expect(BAD_INPUT)


@case
def the_password_is_neither_argument_nor_environment():
    place, answer = create("--user", "anna")
    answer.expect(DONE)
    sign_in = ["--house", place, "--user", "anna"]
    call("list", "resident", *sign_in, "--password", PASSWORD).expect(BAD_INPUT)
    call("list", "resident", *sign_in, HEARTH_PASSWORD=PASSWORD).expect(BAD_INPUT)
    call("list", "resident", *sign_in, "--password-file", "-", stdin=PASSWORD.encode()).expect(DONE)
    call("list", "resident", *sign_in, "--password-file", "-", stdin=PASSWORD.encode() + b"\r\n").expect(DONE)


@case
def odd_passwords_are_refused_in_words():
    sign_in = ["list", "resident", "--house", folder(), "--user", "anna", "--password-file"]
    call(*sign_in, os.path.join(folder(), "none")).expect(BAD_INPUT).says("password file")
    call(*sign_in, "-", stdin=b"\xff\xfe\n").expect(BAD_INPUT).says("UTF-8")
    call(*sign_in, "-", stdin=b"a\0b\n").expect(BAD_INPUT).says("UTF-8")
    call(*sign_in, "-", stdin=b"x" * 5000).expect(BAD_INPUT).says("cannot be read")


@case
def a_folder_without_a_house_is_named_as_such():
    empty = folder()
    for house in (empty, os.path.join(empty, "none")):
        call("list", "resident", "--house", house, "--user", "a", "--password-file", "-", stdin=b"x\n").expect(
            FAILED
        ).says("no house")
    assert os.listdir(empty) == []


@case
def types_prints_every_type_with_its_fields():
    types = {line["type"]: line for line in call("types").expect(DONE).lines()}
    assert {"resident", "stay", "contact", "alert", "daily_log", "account", "consent", "statement"} <= set(types)
    for kind in types.values():
        for field in kind["fields"]:
            assert field["label"], field
            assert ("choices" in field) == (field["kind"] in ("choice", "multi_choice", "body_map")), field
    entry = {field["name"]: field for field in types["daily_log"]["fields"]}
    assert entry["date"]["required"] and not entry["date"]["read_only"]
    assert entry["sleep"]["read_only"] and entry["created_at"]["read_only"] and not entry["resident"]["read_only"]
    assert (entry["times_woken"]["minimum"], entry["times_woken"]["maximum"]) == (0, 30)
    assert [c["code"] for c in entry["shift"]["choices"]] == ["morning", "afternoon", "night"]


@case
def create_makes_a_house_its_director_can_sign_in_to():
    sheet = os.path.join(folder(), "sheet.pdf")
    place, answer = create(
        "--user", "สมชาย", "--name", "Linden", "--organisation", "جمعية", "--person", "สมชาย ใจดี", "--sheet", sheet
    )
    account = answer.expect(DONE).one()
    assert answer.err == ""
    assert (account["user"], account["role"], account["name"]) == ("สมชาย", "director", "สมชาย ใจดี")
    sign_in = ["--house", place, "--user", "สมชาย", "--password-file", "-"]
    for language in ("C.UTF-8", "C"):  # a scheduler may have no locale at all
        (house,) = call("list", "house", *sign_in, stdin=PASSWORD.encode(), LC_ALL=language).expect(DONE).lines()
        assert (house["name"], house["organisation"]) == ("Linden", "جمعية")
        assert "demo" not in house
    assert [a["id"] for a in call("list", "account", *sign_in, stdin=PASSWORD.encode()).lines()] == [account["id"]]
    assert os.stat(place).st_mode & 0o77 == 0 and os.stat(sheet).st_mode & 0o77 == 0
    text = subprocess.run(["pdftotext", sheet, "-"], capture_output=True, check=True).stdout.decode()
    assert "Linden" in text and "First half" in text and "Second half" in text


@case
def create_without_a_sheet_file_prints_both_halves_once():
    _, answer = create("--user", "anna")
    answer.expect(DONE)
    assert len(answer.err.splitlines()) == 3 and "recovery" not in answer.out


@case
def create_refuses_what_cannot_be_and_leaves_nothing():
    place, answer = create("--user", "anna", stdin=b"short\n")
    answer.expect(BAD_INPUT)
    assert os.listdir(os.path.dirname(place)) == []
    place, answer = create("--user", "")
    answer.expect(BAD_INPUT)
    assert "user" in answer.problems()
    assert os.listdir(os.path.dirname(place)) == []
    place, answer = create("--user", "anna", "--sheet", "/none/such/sheet.pdf")
    answer.expect(FAILED)
    assert os.listdir(os.path.dirname(place)) == []
    call("create", folder(), "--user", "anna").expect(BAD_INPUT).says("--password-file")


@case
def create_and_demo_leave_a_full_folder_alone():
    full = folder()
    with open(os.path.join(full, "letter.txt"), "w", encoding="utf-8") as letter:
        letter.write("mine")
    call("create", full, "--user", "anna", "--password-file", "-", stdin=PASSWORD.encode()).expect(FAILED).says("empty")
    call("demo", full).expect(FAILED).says("empty")
    assert os.listdir(full) == ["letter.txt"]


@case
def demo_refuses_sizes_that_make_no_sense():
    place = os.path.join(folder(), "house")
    for options in (["--residents", "0"], ["--residents", "-3"], ["--months", "0"], ["--seed", "-1"], ["--months", "x"]):
        call("demo", place, *options).expect(BAD_INPUT)
    assert not os.path.exists(place)


@case
def a_wrong_name_and_a_wrong_password_are_told_alike():
    place, answer = create("--user", "anna")
    answer.expect(DONE)

    def sign_in(user, password):
        return call(
            "list", "resident", "--house", place, "--user", user, "--password-file", "-", stdin=password.encode()
        )

    wrong = sign_in("anna", "not the right one").expect(DENIED)
    assert sign_in("nobody", PASSWORD).expect(DENIED).err == wrong.err
    sign_in("anna", PASSWORD).expect(DONE)
    for _ in range(20):  # how many are free is the vault's business
        wait = sign_in("anna", "not the right one").expect(DENIED)
        if wait.err != wrong.err:
            return
    raise AssertionError("after some wrong ones, the house waits")


@case
def output_that_cannot_be_written_is_a_failure():
    with open("/dev/full", "wb") as full:
        done = subprocess.run([os.environ["HEARTHCTL"], "types"], stdout=full, stderr=subprocess.PIPE, check=False)
    assert done.returncode == FAILED and b"could not be written" in done.stderr


@case
def every_line_of_types_is_json():
    for line in call("types").out.splitlines():
        json.loads(line)


main()
