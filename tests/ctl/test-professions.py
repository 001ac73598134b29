# SPDX-License-Identifier: GPL-3.0-or-later
"""What nurse, counsellor, teacher and legal officer save: said in words when it cannot be, as in the window."""

import datetime
import json
import os

from hearthctl import BAD_INPUT, DENIED, DONE, House, case, folder, main

HOUSE = House(os.path.join(folder(), "house"), "--residents", "2", "--months", "1")
TODAY = datetime.date.today()
NEW = HOUSE.add("key-worker", "resident", {"name_used": "เกล้า · Kėja"}).expect(DONE).one()["code"]
OTHER = HOUSE.add("key-worker", "resident", {"name_used": "ريحانة"}).expect(DONE).one()["code"]


def day(offset):
    return (TODAY + datetime.timedelta(days=offset)).isoformat()


def at(offset, time="09:30"):
    return f"{day(offset)}T{time}:00+07:00"


def add(role, kind, resident=NEW, /, **fields):
    return HOUSE.add(role, kind, {"resident": resident, **fields})


def change(role, record, /, *options, **fields):
    return HOUSE.call(role, "change", record["id"], *options, stdin=json.dumps(fields).encode())


def show(role, record):
    return HOUSE.call(role, "show", record["id"]).expect(DONE).one()["record"]


def refused(answer, field, words):
    """One problem, of this field, in these words; exit status 2."""
    problems = answer.expect(BAD_INPUT).problems()
    assert list(problems) == [field] and words in problems[field], problems
    assert answer.out == ""


CASE = add("legal-officer", "legal_case", kind="criminal", stage="trial", opened_on=day(-60)).expect(DONE).one()


def add_hearing(**fields):
    hearing = {"legal_case": CASE["id"], "kind": "testimony", "attend": "in_person", "status": "planned"}
    return add("legal-officer", "hearing", **{**hearing, **fields})


@case
def a_height_of_17_cm_is_refused():
    refused(add("nurse", "measurement", date=day(0), height=17), "height", "between 30 and 230 cm")


@case
def nobody_shrinks_without_a_word():
    add("nurse", "measurement", date=day(-40), height=152, weight=45).expect(DONE)
    refused(add("nurse", "measurement", date=day(0), height=142), "height", "taller before")
    add("nurse", "measurement", date=day(0), height=142, note="วัดซ้ำแล้ว").expect(DONE)


@case
def a_weight_that_leaps_is_asked_about():
    add("nurse", "measurement", OTHER, date=day(-20), weight=45).expect(DONE)
    refused(add("nurse", "measurement", OTHER, date=day(0), weight=25), "weight", "more than a third")


@case
def a_blood_pressure_with_the_numbers_swapped_is_refused():
    refused(add("nurse", "measurement", date=day(0), systolic=70, diastolic=110), "systolic", "swapped")
    refused(add("nurse", "measurement", date=day(0), systolic=120), "diastolic", "two numbers")


@case
def a_session_that_ends_before_it_starts_is_refused():
    session = {"date": day(-1), "kind": "individual", "took_place": "attended", "start": "10:00"}
    refused(add("counsellor", "counselling_session", **session, end="09:15"), "end", "earlier than “From”")
    add("counsellor", "counselling_session", **session, end="10:45").expect(DONE)


@case
def a_second_active_plan_is_refused():
    for role, kind in (("key-worker", "care_plan"), ("teacher", "education_plan")):
        plan = add(role, kind, start=day(-30), review=day(60)).expect(DONE).one()
        refused(add(role, kind, start=day(-5), review=day(60)), "start", "There is a plan for this time already")
        add(role, kind, OTHER, start=day(-5), review=day(60)).expect(DONE)
        change(role, plan, ended_on=day(-5)).expect(DONE)
        add(role, kind, start=day(-5), review=day(60)).expect(DONE)


@case
def attendance_outside_of_the_place_is_refused():
    place = {"school": "โรงเรียน", "programme": "formal", "start": day(-20), "until": day(-2)}
    enrolment = add("teacher", "enrolment", **place).expect(DONE).one()

    def attend(offset):
        return add("teacher", "attendance", enrolment=enrolment["id"], date=day(offset), was_there="present")

    refused(attend(-21), "date", "begins on a later day")
    refused(attend(-1), "date", "had ended by this day")
    attend(-20).expect(DONE)
    refused(attend(-20), "date", "already")
    refused(change("teacher", enrolment, start=day(-19)), "start", "days before this one")


@case
def a_consent_given_after_it_was_withdrawn_is_refused():
    consent = {"purpose": "lawyer", "given_by": "self", "valid_from": day(-10), "valid_until": day(100)}
    refused(
        add("legal-officer", "consent", **consent, withdrawn_on=day(-20)), "withdrawn_on", "earlier than “From”"
    )
    saved = add("legal-officer", "consent", **consent, withdrawn_on=day(-3)).expect(DONE).one()
    referral = {"service": "legal", "to_whom": "ทนาย", "status": "sent", "consent": saved["id"]}
    refused(add("legal-officer", "referral", **referral, sent_on=day(-1)), "consent", "did not hold on that day")
    add("legal-officer", "referral", **referral, sent_on=day(-4)).expect(DONE)


@case
def an_order_that_holds_no_longer_is_asked_about():
    order = {"legal_case": CASE["id"], "ordered_on": day(-50), "words": "ห้ามเข้าใกล้", "expires": day(-1)}
    refused(add("legal-officer", "court_order", **order, status="not_yet"), "status", "holds no longer")
    add("legal-officer", "court_order", **order, status="ended").expect(DONE)


@case
def a_hearing_that_moves_takes_its_steps_along():
    hearing = add_hearing(at=at(30)).expect(DONE).one()
    assert hearing["report_due"] == day(30 - 21)
    step = {"hearing": hearing["id"], "stage": "logistics", "text": "จองรถ"}
    before = add("legal-officer", "preparation", **step, days=7).expect(DONE).one()
    after = add("legal-officer", "preparation", **step, days=-3).expect(DONE).one()
    done = add("legal-officer", "preparation", **step, days=20, done_on=day(0)).expect(DONE).one()
    assert (before["due"], after["due"], done["due"]) == (day(23), day(33), day(10))

    moved = change("legal-officer", hearing, "--reason", "ศาลเลื่อน", at=at(44)).expect(DONE).one()
    assert moved["report_due"] == day(44 - 21)
    assert show("legal-officer", before)["due"] == day(37)
    assert show("legal-officer", after)["due"] == day(47)
    assert show("legal-officer", done)["due"] == day(10)

    change("legal-officer", hearing, at=at(30)).expect(DONE)
    assert show("legal-officer", before)["due"] == day(23)
    change("legal-officer", hearing, status="cancelled").expect(DONE)
    assert show("legal-officer", before)["not_needed"] is True
    change("legal-officer", hearing, status="planned").expect(DONE)
    assert show("legal-officer", before)["not_needed"] is False


@case
def a_hearing_is_not_planned_for_a_day_that_is_over():
    refused(add_hearing(at=at(-2)), "at", "This day is over")
    hearing = add_hearing(at=at(20)).expect(DONE).one()
    refused(change("legal-officer", hearing, at=at(-2)), "at", "This day is over")
    refused(change("legal-officer", hearing, status="held"), "status", "still to come")
    refused(change("duty-carer", hearing, at=at(21)), "at", "A key worker or the legal officer")
    assert show("legal-officer", hearing)["revision"] == 1


@case
def what_belongs_to_somebody_else_is_not_named():
    refused(add_hearing(resident=OTHER, at=at(20)), "legal_case", "in this resident’s file")
    family = add("legal-officer", "legal_case", kind="custody", stage="trial", opened_on=day(-60))
    hearing = add_hearing(at=at(20)).expect(DONE).one()
    order = {"legal_case": family.expect(DONE).one()["id"], "hearing": hearing["id"], "words": "…"}
    refused(
        add("legal-officer", "court_order", **order, ordered_on=day(-1), status="not_yet"), "hearing", "another case"
    )


@case
def a_risk_that_was_seen_becomes_an_alert():
    check = {"at": at(-1), "risk": "high"}
    problems = add("counsellor", "safety_check", **check).expect(BAD_INPUT).problems()
    assert set(problems) == {"alert_text", "review"}, problems
    add("counsellor", "safety_check", **check, alert_text="อยู่ใกล้ ๆ", review=day(1)).expect(DONE)
    alerts = HOUSE.call("duty-carer", "list", "alert", "--resident", NEW).expect(DONE).lines()
    assert [(a["kind"], a["level"], a["text"]) for a in alerts] == [("watch", "high", "อยู่ใกล้ ๆ")], alerts


@case
def change_says_what_is_wrong():
    hearing = add_hearing(at=at(25), court="ศาล").expect(DONE).one()
    assert "court" not in change("legal-officer", hearing, court=None).expect(DONE).one()
    problems = change("legal-officer", hearing, colour="red", revision=9, at="soon").expect(BAD_INPUT).problems()
    assert set(problems) == {"colour", "revision", "at"}, problems
    refused(change("legal-officer", hearing, resident=OTHER), "resident", "kept by the program")
    HOUSE.call("legal-officer", "change", "R-001", stdin=b"{}").expect(BAD_INPUT).says("not the id")
    change("teacher", CASE, court="x").expect(DENIED)
    change("nurse", hearing, court="x").expect(DENIED)


main()
