# SPDX-License-Identifier: GPL-3.0-or-later
"""hearthctl verify, backup, restore; two instances; nothing readable on the disk."""

import fcntl
import json
import os
import shutil
import subprocess

from hearthctl import BAD_INPUT, DENIED, DONE, FAILED, House, call, case, folder, main

HOUSE = House(os.path.join(folder(), "house"), "--residents", "2", "--months", "1")


def copy_of_house():
    """A house of one's own, to spoil."""
    place = os.path.join(folder(), "house")
    shutil.copytree(HOUSE.folder, place)
    return place


def tamper(place, sql):
    password = HOUSE.passwords["director"].encode() + b"\n"
    subprocess.run([os.environ["TAMPER"], place, HOUSE.users["director"], sql], input=password, check=True)


def files_of(place):
    return {
        name: open(os.path.join(root, name), "rb").read() for root, _, names in os.walk(place) for name in names
    }


@case
def a_whole_house_verifies():
    report = HOUSE.call("auditor", "verify").expect(DONE).one()
    assert report["whole"] is True and report["findings"] == []
    assert report["records"] >= HOUSE.made["records"] and report["audit_rows"] >= report["records"]
    number, digits = report["anchor"].split(" · ")
    assert int(number) > 0 and len(digits) == 16
    HOUSE.call("teacher", "verify").expect(DENIED)


@case
def a_changed_audit_row_is_named():
    place = copy_of_house()
    tamper(place, "DROP TRIGGER audit_same; UPDATE audit SET role = 'nurse' WHERE sequence = 17")
    report = HOUSE.call("auditor", "verify", folder=place).expect(FAILED).one()
    assert report["whole"] is False
    assert 17 in [finding.get("sequence") for finding in report["findings"]], report


@case
def a_record_changed_behind_the_audit_is_found():
    place = copy_of_house()
    tamper(place, "UPDATE resident SET name_used = 'Somebody else' WHERE code = 'R-001'")
    report = HOUSE.call("auditor", "verify", folder=place).expect(FAILED).one()
    assert "record" in [finding["kind"] for finding in report["findings"]], report


@case
def a_flipped_byte_is_reported_as_damage():
    size = os.path.getsize(os.path.join(HOUSE.folder, "house.db"))
    for offset in (40, 5000, size // 2, size - 100):
        place = copy_of_house()
        with open(os.path.join(place, "house.db"), "r+b") as file:
            file.seek(offset)
            byte = file.read(1)
            file.seek(offset)
            file.write(bytes([byte[0] ^ 0x10]))
        answer = HOUSE.call("auditor", "verify", folder=place).expect(FAILED)
        assert answer.err == "", answer.err
        report = answer.one()
        assert "damage" in [finding["kind"] for finding in report["findings"]], (offset, report)


@case
def a_second_instance_is_kept_out_in_words():
    with open(os.path.join(HOUSE.folder, "house.lock"), "rb") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
        for command in (["list", "resident"], ["verify"], ["backup", folder()]):
            HOUSE.call("director", *command).expect(FAILED).says("already")
    HOUSE.call("director", "list", "resident").expect(DONE)


@case
def nothing_of_what_was_added_is_readable_on_the_disk():
    secrets = {
        "name_used": "Marigold-Needle",
        "local_name": "เข็มทองคำเปลว",
        "legal_name": "Hyacinthe Undergrove",
        "wishes": "To see the lighthouse of Farrowmere",
    }
    HOUSE.add("key-worker", "resident", secrets).expect(DONE)
    words = list(secrets.values()) + list(HOUSE.users.values()) + list(HOUSE.passwords.values())
    words += [r["name_used"] for r in HOUSE.call("director", "list", "resident").lines()]
    words += ["Linden House", "CREATE TABLE", "daily_log"]
    for name, content in files_of(HOUSE.folder).items():
        for word in words:
            if len(word) > 4:  # shorter ones turn up by chance
                assert word.encode() not in content, f"{word} stands in {name}"
                assert word.encode("utf-16-le") not in content, f"{word} stands in {name}"


@case
def a_copy_can_be_put_back():
    destination = folder()
    copy = HOUSE.call("administrator", "backup", destination).expect(DONE).one()["copy"]
    assert os.path.dirname(copy) == destination
    before = HOUSE.call("director", "list", "daily_log").lines()
    place = os.path.join(folder(), "restored")
    call("restore", copy, place).expect(DONE)
    assert HOUSE.call("director", "list", "daily_log", folder=place).expect(DONE).lines() == before
    HOUSE.call("auditor", "verify", folder=place).expect(DONE)
    HOUSE.call("teacher", "backup", destination).expect(DENIED)


@case
def copies_are_listed_and_tried_out():
    destination = folder()
    assert call("copies", destination).expect(DONE).lines() == []
    first = HOUSE.call("director", "backup", destination).expect(DONE).one()["copy"]
    HOUSE.add("key-worker", "resident", {"name_used": "Ida"}).expect(DONE)
    second = HOUSE.call("director", "backup", destination).expect(DONE).one()["copy"]
    listed = call("copies", destination).expect(DONE).lines()
    assert [copy["copy"] for copy in listed] == [second, first]
    assert {copy["why"] for copy in listed} == {"asked"} and len({copy["house"] for copy in listed}) == 1
    old, new = [HOUSE.call("administrator", "drill", copy).expect(DONE).one() for copy in (first, second)]
    # To the second, in which more than one entry may be written.
    assert old["records"] == old["records_now"] - 1 and old["last_entry"] <= old["last_entry_now"]
    assert new["records"] == new["records_now"] and new["last_entry"] == new["last_entry_now"]
    assert sorted(os.listdir(destination)) == sorted(os.path.basename(copy) for copy in (first, second))
    HOUSE.call("teacher", "drill", second).expect(DENIED)


@case
def a_copy_that_cannot_be_relied_on_is_told_of():
    destination = folder()
    copy = HOUSE.call("director", "backup", destination).expect(DONE).one()["copy"]
    with open(os.path.join(copy, "house.db"), "r+b") as file:
        file.seek(9000)
        file.write(b"spoilt")
    HOUSE.call("director", "drill", copy).expect(FAILED).says("damaged", "not touched")
    assert os.listdir(destination) == [os.path.basename(copy)]
    HOUSE.call("director", "drill", folder()).expect(FAILED).says("no copy")
    HOUSE.call("director", "drill", os.path.join(folder(), "none")).expect(FAILED).says("not there")
    call("copies", os.path.join(folder(), "none")).expect(FAILED).says("not there")
    other = House(os.path.join(folder(), "other"), "--residents", "1", "--months", "1")
    copy = other.call("director", "backup", folder()).expect(DONE).one()["copy"]
    HOUSE.call("director", "drill", copy).expect(FAILED).says("another house")


@case
def the_audit_is_read_by_who_may():
    resident = HOUSE.add("key-worker", "resident", {"name_used": "Ida"}).expect(DONE).one()
    lines = HOUSE.call("house-manager", "audit", "--resident", resident["code"]).expect(DONE).lines()
    assert [line["action"] for line in lines] == ["create"], lines
    assert lines[0]["id"] == lines[0]["resident"] == resident["id"] and lines[0]["role"] == "key-worker"
    person = lines[0]["person"]
    by_auditor = HOUSE.call("auditor", "audit", "--resident", resident["id"]).expect(DONE).lines()
    assert by_auditor == lines
    HOUSE.call("director", "show", resident["id"]).expect(DONE)
    lines = HOUSE.call("auditor", "audit", "--record", resident["id"], "--action", "view").expect(DONE).lines()
    assert {line["action"] for line in lines} <= {"view"}
    lines = HOUSE.call("auditor", "audit", "--person", person, "--action", "sign-in").expect(DONE).lines()
    assert lines and {(line["action"], line["person"]) for line in lines} == {("sign-in", person)}
    everything = HOUSE.call("auditor", "audit").expect(DONE).lines()
    numbers = [line["sequence"] for line in everything]
    assert numbers == list(range(numbers[0], 0, -1))
    day = everything[0]["at"][:10]
    assert HOUSE.call("auditor", "audit", "--from", day).expect(DONE).lines()[0]["sequence"] > numbers[0]
    assert HOUSE.call("auditor", "audit", "--to", "1999-12-31").expect(DONE).lines() == []
    for role in ("teacher", "key-worker", "nurse", "administrator"):
        HOUSE.call(role, "audit").expect(DENIED)
    HOUSE.call("auditor", "audit", "--from", "yesterday").expect(BAD_INPUT)


@case
def who_is_kept_from_a_file_reads_nothing_of_it_in_the_audit():
    resident = HOUSE.add("key-worker", "resident", {"name_used": "Noi"}).expect(DONE).one()
    accounts = HOUSE.call("director", "list", "account").expect(DONE).lines()
    manager = next(a["id"] for a in accounts if a["user"] == HOUSE.users["house-manager"])
    limit = {"resident": resident["code"], "person": manager, "kind": "conflict", "start": "2026-01-01"}
    HOUSE.add("director", "file_limit", {**limit, "reason": "They are cousins"}).expect(DONE)
    HOUSE.call("house-manager", "audit", "--resident", resident["id"]).expect(DENIED)
    HOUSE.call("house-manager", "audit", "--record", resident["id"]).expect(DENIED)
    answer = HOUSE.call("house-manager", "audit").expect(DONE)
    assert resident["id"] not in answer.out and "cousins" not in answer.out
    assert [line["action"] for line in answer.lines()].count("create") >= 2
    lines = HOUSE.call("director", "audit", "--resident", resident["id"]).expect(DONE).lines()
    assert [line["type"] for line in lines] == ["file_limit", "resident"]


@case
def restore_never_writes_over_a_house():
    copy = HOUSE.call("director", "backup", folder()).expect(DONE).one()["copy"]
    place = copy_of_house()
    before = files_of(place)
    call("restore", copy, place).expect(FAILED)
    assert files_of(place) == before
    call("restore", folder(), os.path.join(folder(), "new")).expect(FAILED)


@case
def a_spoilt_copy_is_not_put_back():
    copy = HOUSE.call("director", "backup", folder()).expect(DONE).one()["copy"]
    with open(os.path.join(copy, "house.db"), "r+b") as file:
        file.seek(9000)
        file.write(b"spoilt")
    place = os.path.join(folder(), "new")
    call("restore", copy, place).expect(FAILED)
    assert not os.path.exists(place)


@case
def a_backup_that_cannot_be_written_fails():
    HOUSE.call("director", "backup", "/proc/none").expect(FAILED)


@case
def a_missing_or_damaged_key_file_is_told():
    place = copy_of_house()
    for name in os.listdir(place):
        if name.startswith("house.keys"):
            os.remove(os.path.join(place, name))
    HOUSE.call("director", "list", "resident", folder=place).expect(FAILED).says("house.keys")
    place = copy_of_house()
    for name in os.listdir(place):
        if name.startswith("house.keys"):
            with open(os.path.join(place, name), "w", encoding="utf-8") as file:
                file.write("{")
    HOUSE.call("director", "list", "resident", folder=place).expect(FAILED).says("house.keys")


@case
def a_previous_key_file_that_was_used_is_told_of():
    for content in (None, "{"):
        place = copy_of_house()
        path = os.path.join(place, "house.keys")
        if content is None:
            os.remove(path)
        else:
            with open(path, "w", encoding="utf-8") as file:
                file.write(content)
        answer = HOUSE.call("auditor", "verify", folder=place).expect(FAILED)
        assert answer.err == "", answer.err
        assert [finding["kind"] for finding in answer.one()["findings"]] == ["keys"], answer.out
        HOUSE.call("auditor", "verify", folder=place).expect(DONE)


@case
def a_house_of_a_newer_hearth_is_left_alone():
    place = copy_of_house()
    tamper(place, "PRAGMA user_version = 9999")
    before = files_of(place)["house.db"]
    HOUSE.call("director", "list", "resident", folder=place).expect(FAILED).says("newer")
    assert files_of(place)["house.db"] == before


@case
def the_audit_trail_keeps_who_did_what():
    rows = HOUSE.call("auditor", "verify").expect(DONE).one()["audit_rows"]
    HOUSE.add("key-worker", "resident", {"name_used": "Ida"}).expect(DONE)
    HOUSE.add("key-worker", "resident", {"name_used": ""}).expect(BAD_INPUT)
    assert HOUSE.call("auditor", "verify").expect(DONE).one()["audit_rows"] > rows + 1


@case
def answers_are_one_object_a_line():
    for line in HOUSE.call("director", "list", "daily_log").out.splitlines():
        assert isinstance(json.loads(line), dict)


main()
