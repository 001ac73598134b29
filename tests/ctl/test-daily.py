# SPDX-License-Identifier: GPL-3.0-or-later
"""hearthctl on the records of daily life: several residents in one, marks on a body, and what is kept from whom."""

import json
import os
import subprocess

from hearthctl import BAD_INPUT, DENIED, DONE, House, call, case, folder, main

HOUSE = House(os.path.join(folder(), "house"), "--residents", "4", "--months", "3")
TYPES = {line["type"]: line for line in call("types").expect(DONE).lines()}
ACCOUNTS = {a["role"]: a["id"] for a in HOUSE.call("director", "list", "account").expect(DONE).lines()}
SECRET = "Something that only the director reads"
INCIDENT = {
    "occurred_at": "2026-01-05T19:40:00+01:00",
    "reported_at": "2026-01-05T19:45:00+01:00",
    "category": "accident",
    "severity": "1",
    "affected": ["R-001"],
    "involved": ["R-002"],
    "seen": "Slipped on the wet terrace.",
}


def residents():
    return {line["code"]: line["id"] for line in HOUSE.call("director", "list", "resident").lines()}


def list_of(role, kind, *options):
    return HOUSE.call(role, "list", kind, *options).expect(DONE).lines()


def is_kept_from(role, kind, record, words):
    """Neither listed nor shown nor found."""
    listed = HOUSE.call(role, "list", kind)
    assert listed.status in (DONE, DENIED), listed.err
    shown = HOUSE.call(role, "show", record)
    assert shown.status not in (DONE, BAD_INPUT), shown.out
    found = HOUSE.call(role, "search", words)
    for answer in (listed, shown, found):
        assert record not in answer.out and words not in answer.out + answer.err, answer.out


@case
def every_type_is_told_of():
    for kind in (
        "addendum", "house_log", "house_event", "handover", "handover_read", "leave", "visit", "missing_episode",
        "notification", "notification_rule", "incident", "incident_review", "allegation", "complaint", "safety_plan",
        "need_given", "task", "room", "bed", "room_restriction", "staff_load",
    ):
        assert kind in TYPES, kind
        HOUSE.call("director", "list", kind).expect(DONE)
    fields = {field["name"]: field for field in TYPES["incident"]["fields"]}
    assert TYPES["incident"]["owner"] == "residents"
    assert fields["affected"]["kind"] == "links" and fields["affected"]["link_type"] == "resident"
    assert fields["body_map"]["kind"] == "body_map" and fields["body_map"]["choices"]


@case
def the_demo_lives():
    leaves = list_of("duty-carer", "leave")
    assert [leave for leave in leaves if "out_at" in leave and "back_at" not in leave]
    (episode,) = list_of("duty-carer", "missing_episode")
    assert episode["found_how"] == "staff" and episode["closed_on"]
    incidents = list_of("duty-carer", "incident")
    assert len(incidents) >= 4 and all(i["code"].startswith("INC-") for i in incidents)
    assert list_of("duty-carer", "handover")[0]["state"] == "signed"
    assert list_of("duty-carer", "house_log")[0]["state"] == "open"


@case
def several_residents_are_given_by_number():
    ids = residents()
    saved = HOUSE.add("duty-carer", "incident", INCIDENT).expect(DONE).one()
    assert saved["affected"] == [ids["R-001"]] and saved["involved"] == [ids["R-002"]]
    for code in ("R-001", "R-002"):
        assert saved["id"] in [line["id"] for line in list_of("duty-carer", "incident", "--resident", code)]
    assert saved["id"] not in [line["id"] for line in list_of("duty-carer", "incident", "--resident", "R-004")]
    again = HOUSE.add("duty-carer", "incident", dict(INCIDENT, affected=[ids["R-003"]])).expect(DONE).one()
    assert again["affected"] == [ids["R-003"]]
    hits = HOUSE.call("duty-carer", "search", "wet terrace").expect(DONE).lines()
    assert {saved["id"], again["id"]} <= {hit["id"] for hit in hits}


@case
def links_that_are_none_are_named():
    for wrong in ("R-001", ["R-777"], ["R-001", 7], ["two words"]):
        answer = HOUSE.add("duty-carer", "incident", dict(INCIDENT, affected=wrong)).expect(BAD_INPUT)
        assert list(answer.problems()) == ["affected"], answer.err


@case
def marks_on_a_body_come_back_as_they_were():
    marks = "front 412 233 bruise Left arm\nback 500 640 scratch"
    saved = HOUSE.add("duty-carer", "incident", dict(INCIDENT, body_map=marks)).expect(DONE).one()
    assert saved["body_map"] == marks
    shown = HOUSE.call("duty-carer", "show", saved["id"]).expect(DONE).one()
    assert shown["record"]["body_map"] == marks
    for wrong in ("front 412 bruise", "side 412 233 bruise", "front 4120 233 bruise", "front 412 233 dragon"):
        answer = HOUSE.add("duty-carer", "incident", dict(INCIDENT, body_map=wrong)).expect(BAD_INPUT)
        assert list(answer.problems()) == ["body_map"], answer.err


@case
def who_must_be_told_follows_by_itself():
    (about,) = [i for i in list_of("director", "incident") if i["category"] == "contact_exploiter"]
    told = [n for n in list_of("director", "notification") if n["subject"] == about["id"]]
    assert {"director", "police"} <= {n["whom"] for n in told} and all("due_at" in n for n in told)


@case
def a_concern_is_read_by_the_director_alone():
    record = {"noticed_on": "2026-01-04", "residents": ["R-001"], "told": SECRET, "about": "Somebody"}
    saved = HOUSE.add("duty-carer", "allegation", record).expect(DONE)
    assert SECRET not in saved.out
    (concern,) = [c for c in list_of("director", "allegation") if c.get("told") == SECRET]
    for role in set(HOUSE.users) - {"director"}:
        is_kept_from(role, "allegation", concern["id"], SECRET)
        if role != "auditor":
            HOUSE.call(role, "list", "allegation").expect(DENIED)
    assert SECRET not in HOUSE.call("director", "search", SECRET).expect(DONE).out, "what is sealed is in no index"
    kept = HOUSE.add("duty-carer", "allegation", dict(record, kept_from=[ACCOUNTS["director"]]))
    assert list(kept.expect(BAD_INPUT).problems()) == ["kept_from"], "then nobody could read it"


@case
def a_complaint_is_hidden_from_whom_it_is_about():
    words = "The office door is slammed"
    record = {"received_on": "2026-01-04", "answer_due": "2026-01-18", "about": "staff", "text": words}
    HOUSE.add("key-worker", "complaint", dict(record, about_staff=[ACCOUNTS["house-manager"]])).expect(DONE)
    (complaint,) = [c for c in list_of("director", "complaint") if c["text"] == words]
    for role in set(HOUSE.users) - {"director"}:
        is_kept_from(role, "complaint", complaint["id"], words)
    assert list_of("house-manager", "complaint"), "others are there to be answered"


@case
def what_staff_carry_is_their_own():
    load = {"date": "2026-01-04", "hours": 2.5, "kind": "incident", "debrief": "offered"}
    saved = HOUSE.add("key-worker", "staff_load", load).expect(DONE).one()
    assert saved["hours"] == 2.5
    for role in ("key-worker", "director"):
        assert saved["id"] in [line["id"] for line in list_of(role, "staff_load")]
    is_kept_from("house-manager", "staff_load", saved["id"], "no such words")


def report(role, kind, *options):
    out = os.path.join(folder(), "report.pdf")
    return out, HOUSE.call(role, "report", kind, "--out", out, *options)


@case
def papers_about_a_record_are_made_of_it():
    for kind, about in (
        ("handover", "handover"),
        ("incident", "incident"),
        ("missing-sheet", "missing_episode"),
        ("leave-pass", "leave"),
    ):
        record = next(r for r in list_of("house-manager", about) if r.get("decision", "agreed") == "agreed")
        out, answer = report("house-manager", kind, "--record", record["id"])
        made = answer.expect(DONE).one()
        assert made["pages"] >= 1
        subprocess.run(["qpdf", "--check", out], check=True, capture_output=True)
        assert kind in call("report", "--help").out


@case
def papers_about_a_resident_are_made():
    (plan, *_) = list_of("director", "safety_plan")
    code = next(code for code, one in residents().items() if one == plan["resident"])
    for kind, resident in (("safety-card", code), ("monthly-log", "R-001")):
        out, answer = report("director", kind, "--resident", resident)
        answer.expect(DONE)
        assert os.path.getsize(out) > 0


@case
def a_paper_about_something_else_is_refused():
    incident = list_of("director", "incident")[0]["id"]
    for kind, options, words in (
        ("incident", ["--resident", "R-001"], "--record"),
        ("incident", [], "--record"),
        ("incident", ["--record", "R-001"], "id"),
        ("incident", ["--record", incident, "--resident", "R-001"], "--record"),
        ("progress", ["--record", incident], "--resident"),
        ("handover", ["--record", incident], "something else"),
    ):
        out, answer = report("director", kind, *options)
        answer.expect(BAD_INPUT).says(words)
        assert not os.path.exists(out)


@case
def all_is_well_afterwards():
    assert json.loads(HOUSE.call("director", "verify").expect(DONE).out)


main()
