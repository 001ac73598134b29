# SPDX-License-Identifier: GPL-3.0-or-later
"""hearthctl add, list, show, search on a small demo house."""

import json
import os

from hearthctl import BAD_INPUT, DENIED, DONE, FAILED, House, case, folder, main

HOUSE = House(os.path.join(folder(), "house"), "--residents", "2", "--months", "1")
ENTRY = {"resident": "R-001", "date": "2026-03-01", "shift": "night"}


def add_resident(**fields):
    return HOUSE.add("key-worker", "resident", fields).expect(DONE).one()


@case
def demo_prints_who_can_sign_in():
    assert HOUSE.made["residents"] == 2
    assert len(HOUSE.users) == len(HOUSE.made["accounts"]) == 10
    assert len(set(HOUSE.passwords.values())) == 10
    accounts = HOUSE.call("director", "list", "account").expect(DONE).lines()
    assert {a["role"]: a["user"] for a in accounts} == HOUSE.users
    assert all(a["active"] is True for a in accounts)
    (house,) = HOUSE.call("duty-carer", "list", "house").expect(DONE).lines()
    assert house["demo"] is True


@case
def every_account_of_the_demo_signs_in():
    for role in HOUSE.users:
        HOUSE.call(role, "list", "account").expect(DONE)


@case
def names_of_any_script_come_back_as_they_were():
    names = {
        "ณัฐธิดา": "กุลธิดา ฟ้าใส",
        "نور الهدى": "نُورُ الهُدَى",
        "Ngọc Ánh": "Nguyễn Thị Ngọc Ánh",
        "Z̶a̴l̷g̸o": "ស្រីលក្ខណ៍",
        "O’Neil \"Mac\" \\": "အေးမြ",
    }
    for used, local in names.items():
        saved = add_resident(name_used=used, local_name=local)
        assert (saved["name_used"], saved["local_name"]) == (used, local)
        shown = HOUSE.call("key-worker", "show", saved["id"]).expect(DONE).one()
        assert shown["type"] == "resident" and shown["record"] == saved
        assert saved["id"] in [r["id"] for r in HOUSE.call("key-worker", "list", "resident").lines()]


@case
def nobody_is_written_down_twice():
    first = add_resident(name_used="Rosa Amaranta", birth="2011-05-03")
    again = {"name_used": "Roza Amaranta", "birth": "2011-05-03"}
    problems = HOUSE.add("key-worker", "resident", again).expect(BAD_INPUT).problems()
    assert list(problems) == ["name_used"]
    assert f'("different_from": "{first["code"]}")' in problems["name_used"]
    second = add_resident(**again, different_from=first["code"])
    assert second["code"] != first["code"]


@case
def every_kind_of_value_comes_back_as_json_has_it():
    record = dict(
        ENTRY,
        mood="good",
        nightmares=False,
        times_woken=2,
        sleep_from="21:45",
        sleep_to="06:30",
        notes="Line one\nline two\ttabbed",
        positive_moment='Said "yes" \\ laughed',
    )
    saved = HOUSE.add("duty-carer", "daily_log", record).expect(DONE).one()
    assert {key: saved[key] for key in record if key != "resident"} == {k: v for k, v in record.items() if k != "resident"}
    assert saved["revision"] == 1 and len(saved["id"]) == 26 and saved["created_at"][19] in "Z+-"
    assert "mood_word" not in saved, "what is unset is left out"
    assert "sleep" not in saved, "what is computed is not stored"
    statement = {
        "resident": "r-001",
        "date": "2026-01-05",
        "body": "lawyer",
        "purpose": "A talk",
        "recorded": ["video", "written"],
        "minutes": 45.0,
    }
    saved = HOUSE.add("key-worker", "statement", statement).expect(DONE).one()
    assert saved["recorded"] == ["written", "video"] and saved["minutes"] == 45
    for name, birth in (("Nim", "2012"), ("Orn", "2012-03"), ("Pla", "2012-03-01"), ("Sai", "2012~")):
        assert add_resident(name_used=name, birth=birth)["birth"] == birth
    saved = HOUSE.add("duty-carer", "daily_log", dict(ENTRY, nightmares="yes", notes=None)).expect(DONE).one()
    assert saved["nightmares"] is True and "notes" not in saved


@case
def a_resident_is_named_by_number_or_by_id():
    resident = add_resident(name_used="Bee")
    for key in (resident["code"], resident["code"].lower(), resident["id"]):
        saved = HOUSE.add("duty-carer", "daily_log", dict(ENTRY, resident=key)).expect(DONE).one()
        assert saved["resident"] == resident["id"]
    for key in ("R-999", "", "nobody", resident["id"][:-1] + "!", 7, None, ["R-001"], "R-0\u000001"):
        answer = HOUSE.add("duty-carer", "daily_log", dict(ENTRY, resident=key)).expect(BAD_INPUT)
        assert list(answer.problems()) == ["resident"], answer.err


@case
def the_31st_of_february_is_refused_with_field_and_reason():
    for date in ("2026-02-31", "2025-02-29", "2026-13-01"):
        problems = HOUSE.add("duty-carer", "daily_log", dict(ENTRY, date=date)).expect(BAD_INPUT).problems()
        assert problems == {"date": "There is no such date."}, problems


@case
def everything_wrong_is_said_at_once():
    before = len(HOUSE.call("duty-carer", "list", "daily_log").lines())
    record = {
        "shift": "midnight",
        "date": "2026-02-31",
        "times_woken": 31,
        "nightmares": "maybe",
        "mood": 3,
        "sleep_from": "25:00",
        "lunch": ["all"],
        "notes": "bell \x07",
        "frobnicate": 1,
        "revision": 7,
        "sleep": "8 h",
        "activity": 12,
    }
    problems = HOUSE.add("duty-carer", "daily_log", record).expect(BAD_INPUT).problems()
    assert set(problems) == set(record) | {"resident"}, problems
    assert "midnight" in problems["shift"]
    assert "0 and 30" in problems["times_woken"]
    assert problems["resident"] == "This is needed."
    assert len(HOUSE.call("duty-carer", "list", "daily_log").lines()) == before


@case
def dates_in_the_future_and_in_the_wrong_order_are_refused():
    answer = HOUSE.add("duty-carer", "daily_log", dict(ENTRY, date="2999-01-01")).expect(BAD_INPUT)
    assert list(answer.problems()) == ["date"]
    stay = {"resident": "R-001", "placement": "this_house", "start": "2026-03-01", "end": "2026-02-01"}
    assert list(HOUSE.add("key-worker", "stay", stay).expect(BAD_INPUT).problems()) == ["end"]


@case
def json_that_is_none_is_refused_with_its_line():
    for text, line in (
        (b"", 1),
        (b"[]", 1),
        (b'"text"', 1),
        (b"{", 1),
        (b'{"date"}', 1),
        (b'{"date": }', 1),
        (b'{"date": "2026-03-01",}', 1),
        (b"{'date': '2026-03-01'}", 1),
        (b'{"date": 2026-03-01}', 1),
        (b'{"date": "2026-03-01"} {}', 1),
        (b'{"date": "2026-03-01"}\0', 1),
        (b'{\n"date": "2026-03-01"\n"shift": "night"}', 3),
        (b'{"notes": "a\tb"}', 1),
        (b'{"notes": "a\\x"}', 1),
        (b'{"notes": "\\ud800"}', 1),
        (b'{"times_woken": 01}', 1),
        (b'{"times_woken": .5}', 1),
        (b'{"times_woken": NaN}', 1),
        (b'{"nightmares": True}', 1),
        (b'{"\xff": 1}', 1),
        (b"// comment\n{}", 1),
        (b"[" * 100000, 1),
        (b'{"a":' * 100000, 1),
        (b"\xef\xbb\xbf{}", 1),
    ):
        problems = HOUSE.add("duty-carer", "daily_log", text).expect(BAD_INPUT).problems()
        assert list(problems) == [""] and f"line {line}:" in problems[""], (text[:40], problems)


@case
def bytes_that_are_no_text_are_refused_by_field():
    for text in (b'{"notes": "\xff\xfe"}', b'{"notes": "a\\u0000b"}', b'{"notes": "a\0b"}', b'{"notes": "\xed\xa0\x80"}'):
        problems = HOUSE.add("duty-carer", "daily_log", text).expect(BAD_INPUT).problems()
        assert "bytes" in problems["notes"], problems
        assert set(problems) == {"notes", "resident", "date", "shift"}


@case
def a_name_given_twice_is_refused():
    text = b'{"resident": "R-001", "date": "2026-03-01", "shift": "night", "notes": "a", "notes": "b"}'
    problems = HOUSE.add("duty-carer", "daily_log", text).expect(BAD_INPUT).problems()
    assert list(problems) == ["notes"]


@case
def ten_megabytes_of_text_are_refused_in_words():
    for field, record in (
        ("notes", dict(ENTRY, notes="ก" * (10 << 20))),
        ("activity", dict(ENTRY, activity="x" * (10 << 20))),
        ("x" * 1000, dict(ENTRY, **{"x" * 1000: 1})),
    ):
        assert list(HOUSE.add("duty-carer", "daily_log", record).expect(BAD_INPUT).problems()) == [field]


@case
def numbers_are_read_digit_for_digit():
    for number, status in (("3", DONE), ("3.0", DONE), ("0", DONE), ("3.5", BAD_INPUT), ("-1", BAD_INPUT),
                           ("1e1", BAD_INPUT), ("99999999999999999999", BAD_INPUT), ('"3"', BAD_INPUT)):
        text = json.dumps(ENTRY)[:-1] + f', "times_woken": {number}}}'
        answer = HOUSE.add("duty-carer", "daily_log", text.encode()).expect(status)
        if status == BAD_INPUT:
            assert list(answer.problems()) == ["times_woken"]


@case
def list_finds_what_is_in_several_files():
    first, second, third = (add_resident(name_used=name) for name in ("Ketuma", "Sorani", "Belimo"))
    event = {"occurred_at": "2026-02-01T08:00:00+07:00", "kind": "activity", "text": "Flew a kite",
             "residents": [first["id"], second["id"]]}
    HOUSE.add("duty-carer", "house_event", event).expect(DONE)

    def events(resident):
        answer = HOUSE.call("duty-carer", "list", "house_event", "--resident", resident["code"])
        return [entry["residents"] for entry in answer.expect(DONE).lines()]

    assert events(first) == events(second) == [event["residents"]]
    assert events(third) == []


@case
def list_keeps_to_resident_and_days():
    resident = add_resident(name_used="Ketu")
    for day in ("2026-02-01", "2026-02-02", "2026-02-03"):
        HOUSE.add("duty-carer", "daily_log", dict(ENTRY, resident=resident["code"], date=day)).expect(DONE)

    def dates(*options):
        answer = HOUSE.call("duty-carer", "list", "daily_log", "--resident", resident["code"], *options)
        return [entry["date"] for entry in answer.expect(DONE).lines()]

    assert dates() == ["2026-02-03", "2026-02-02", "2026-02-01"]
    assert dates("--from", "2026-02-02") == ["2026-02-03", "2026-02-02"]
    assert dates("--to", "2026-02-02") == ["2026-02-02", "2026-02-01"]
    assert dates("--from", "2026-02-02", "--to", "2026-02-02") == ["2026-02-02"]
    assert dates("--from", "2026-02-04") == []
    for day in ("2026-02-31", "yesterday", "2026-02", "2026-02-01~", ""):
        HOUSE.call("duty-carer", "list", "daily_log", "--from", day).expect(BAD_INPUT)
    HOUSE.call("duty-carer", "list", "daily_log", "--resident", "R-999").expect(FAILED)
    HOUSE.call("duty-carer", "list", "resident", "--resident", "R-001").expect(BAD_INPUT)
    HOUSE.call("duty-carer", "list", "frobnicate").expect(BAD_INPUT).says("types")


@case
def show_tells_every_version():
    saved = add_resident(name_used="Ora")
    shown = HOUSE.call("key-worker", "show", saved["id"]).expect(DONE).one()
    (version,) = shown["revisions"]
    assert version["revision"] == 1 and version["record"]["name_used"] == "Ora"
    assert version["saved_by"] == saved["created_by"]
    HOUSE.call("key-worker", "show", "nonsense").expect(BAD_INPUT)
    HOUSE.call("key-worker", "show", "0" * 26).expect(FAILED)


@case
def search_finds_what_was_written_and_nobody_elses():
    resident = add_resident(name_used="Quenby", legal_name="Quenby Zanzarelle")
    entry = HOUSE.add("duty-carer", "daily_log", dict(ENTRY, resident=resident["code"], notes="Made a كُوخ of cards"))
    entry = entry.expect(DONE).one()

    def found(role, *words):
        return [hit["id"] for hit in HOUSE.call(role, "search", *words).expect(DONE).lines()]

    assert found("duty-carer", "quenby") == [resident["id"]]
    assert found("duty-carer", "كوخ") == [entry["id"]]
    assert found("duty-carer", "cards", "made") == [entry["id"]]
    assert found("key-worker", "Zanzarelle") == [resident["id"]]
    assert found("duty-carer", "Zanzarelle") == [], "the legal name is not for this role"
    assert found("duty-carer", '" OR notes:*') == []


@case
def what_the_role_may_not_is_denied():
    HOUSE.call("auditor", "list", "daily_log").expect(DENIED)
    HOUSE.call("administrator", "list", "resident").expect(DENIED)
    HOUSE.call("duty-carer", "list", "statement").expect(DENIED)
    HOUSE.add("auditor", "daily_log", ENTRY).expect(DENIED)
    HOUSE.add("duty-carer", "statement", {}).expect(DENIED)
    HOUSE.add("duty-carer", "account", {"name": "X", "user": "x", "role": "director"}).expect(DENIED)
    (resident,) = [r for r in HOUSE.call("duty-carer", "list", "resident").lines() if r["code"] == "R-001"]
    assert "legal_name" not in resident and "name_used" in resident
    HOUSE.add("duty-carer", "resident", {"name_used": "Y", "legal_name": "Y Z"}).expect(DENIED)


@case
def a_list_of_sealed_text_is_noted():
    resident = add_resident(name_used="Wren")
    sealed = {"resident": resident["code"], "name": "Somebody", "relation": "not_said", "safe_to_call": "no",
              "no_contact": True, "no_contact_reason": "Asked for the address"}
    HOUSE.add("director", "contact", sealed).expect(DONE)

    def rows_of_list(role):
        before = HOUSE.call("director", "verify").one()["audit_rows"]
        text = HOUSE.call(role, "list", "contact", "--resident", resident["code"]).expect(DONE).out
        return HOUSE.call("director", "verify").one()["audit_rows"] - before, "Asked for" in text

    plain, told = rows_of_list("duty-carer")
    assert not told
    noted, told = rows_of_list("director")
    assert told and noted == plain + 1, (plain, noted)


@case
def an_account_is_added_with_a_password_of_its_own():
    record = {"name": "Nia Invented", "user": "nia", "role": "duty-carer"}
    HOUSE.add("director", "account", record).expect(BAD_INPUT).says("--new-password-file")
    path = os.path.join(folder(), "password")
    with open(path, "w", encoding="utf-8") as file:
        file.write("a long enough password\n")
    text = json.dumps(record).encode()
    HOUSE.call("director", "add", "account", "--new-password-file", path, stdin=text).expect(DONE)
    HOUSE.users["new"], HOUSE.passwords["new"] = "NIA", "a long enough password"
    # Whoever gave it knows it too: it is good for choosing another, and for nothing else.
    for command in (["list", "resident"], ["add", "daily_log"], ["verify"], ["backup", folder()]):
        refused = HOUSE.call("new", *command, stdin=b"{}").expect(DENIED)
        assert refused.says("Choose your own password in the window first.").out == ""
    answer = HOUSE.call("director", "add", "account", "--new-password-file", path, stdin=text).expect(BAD_INPUT)
    assert list(answer.problems()) == ["user"]
    with open(path, "w", encoding="utf-8") as file:
        file.write("short\n")
    text = json.dumps(dict(record, user="nia2")).encode()
    HOUSE.call("director", "add", "account", "--new-password-file", path, stdin=text).expect(BAD_INPUT)


main()
