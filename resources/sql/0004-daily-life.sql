-- SPDX-License-Identifier: GPL-3.0-or-later
-- Daily life: records that are in the files of several residents; the house log and the handover, where a resident is,
-- incidents and what follows, safety plans, tasks, rooms, what staff carry; the hours of the shifts.

-- Every record that a field naming several records points at. By it the files that a record is in are found, and who
-- must not see it.
CREATE TABLE record_link (
  row INTEGER NOT NULL REFERENCES record_index (row),
  field TEXT NOT NULL,
  target TEXT NOT NULL REFERENCES record_index (id),
  PRIMARY KEY (target, field, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX record_link_by_row ON record_link (row, field);

ALTER TABLE daily_log ADD COLUMN late_reason TEXT;
ALTER TABLE daily_log ADD COLUMN sleep_quality TEXT;
DROP TRIGGER daily_log_closed;
CREATE TRIGGER daily_log_closed BEFORE UPDATE ON daily_log
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.date IS OLD.date AND
    NEW.shift IS OLD.shift AND
    NEW.presence IS OLD.presence AND
    NEW.late_reason IS OLD.late_reason AND
    NEW.mood IS OLD.mood AND
    NEW.mood_word IS OLD.mood_word AND
    NEW.participation IS OLD.participation AND
    NEW.positive_moment IS OLD.positive_moment AND
    NEW.own_words IS OLD.own_words AND
    NEW.sleep_quality IS OLD.sleep_quality AND
    NEW.sleep_from IS OLD.sleep_from AND
    NEW.sleep_to IS OLD.sleep_to AND
    NEW.times_woken IS OLD.times_woken AND
    NEW.nightmares IS OLD.nightmares AND
    NEW.breakfast IS OLD.breakfast AND
    NEW.lunch IS OLD.lunch AND
    NEW.dinner IS OLD.dinner AND
    NEW.hygiene IS OLD.hygiene AND
    NEW.attendance IS OLD.attendance AND
    NEW.activity IS OLD.activity AND
    NEW.contacts IS OLD.contacts AND
    NEW.health IS OLD.health AND
    NEW.concern IS OLD.concern AND
    NEW.notes IS OLD.notes AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;

ALTER TABLE house ADD COLUMN morning_from TEXT CHECK (morning_from GLOB '[0-9][0-9]:[0-9][0-9]');
ALTER TABLE house ADD COLUMN afternoon_from TEXT CHECK (afternoon_from GLOB '[0-9][0-9]:[0-9][0-9]');
ALTER TABLE house ADD COLUMN night_from TEXT CHECK (night_from GLOB '[0-9][0-9]:[0-9][0-9]');
ALTER TABLE house ADD COLUMN late_hours INTEGER CHECK (late_hours BETWEEN 1 AND 168);
ALTER TABLE house ADD COLUMN complaint_days INTEGER CHECK (complaint_days BETWEEN 1 AND 90);
DROP TRIGGER house_closed;
CREATE TRIGGER house_closed BEFORE UPDATE ON house
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.name IS OLD.name AND
    NEW.organisation IS OLD.organisation AND
    NEW.letter_address IS OLD.letter_address AND
    NEW.letter_phone IS OLD.letter_phone AND
    NEW.lock_minutes IS OLD.lock_minutes AND
    NEW.demo IS OLD.demo AND
    NEW.morning_from IS OLD.morning_from AND
    NEW.afternoon_from IS OLD.afternoon_from AND
    NEW.night_from IS OLD.night_from AND
    NEW.late_hours IS OLD.late_hours AND
    NEW.complaint_days IS OLD.complaint_days AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;

-- What is about a record is found by it.
CREATE INDEX approval_by_subject ON approval (subject);

CREATE TABLE house_log (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  shift TEXT,
  staff TEXT CHECK (length (staff) % 27 = 26 AND staff NOT GLOB '*[^ 0-9A-Z]*'),
  coming TEXT CHECK (length (coming) % 27 = 26 AND coming NOT GLOB '*[^ 0-9A-Z]*'),
  expected INTEGER CHECK (expected BETWEEN 0 AND 999),
  present INTEGER CHECK (present BETWEEN 0 AND 999),
  away INTEGER CHECK (away BETWEEN 0 AND 999),
  missing INTEGER CHECK (missing BETWEEN 0 AND 999),
  count_note TEXT,
  keys INTEGER CHECK (keys IN (0, 1)),
  keys_note TEXT,
  phone INTEGER CHECK (phone IN (0, 1)),
  cash REAL CHECK (cash BETWEEN 0 AND 100000000),
  cash_note TEXT,
  checks TEXT,
  checks_note TEXT,
  maintenance TEXT,
  deliveries TEXT,
  weather TEXT,
  weather_note TEXT,
  notes TEXT,
  late_reason TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER house_log_closed BEFORE UPDATE ON house_log
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.date IS OLD.date AND
    NEW.shift IS OLD.shift AND
    NEW.staff IS OLD.staff AND
    NEW.coming IS OLD.coming AND
    NEW.expected IS OLD.expected AND
    NEW.present IS OLD.present AND
    NEW.away IS OLD.away AND
    NEW.missing IS OLD.missing AND
    NEW.count_note IS OLD.count_note AND
    NEW.keys IS OLD.keys AND
    NEW.keys_note IS OLD.keys_note AND
    NEW.phone IS OLD.phone AND
    NEW.cash IS OLD.cash AND
    NEW.cash_note IS OLD.cash_note AND
    NEW.checks IS OLD.checks AND
    NEW.checks_note IS OLD.checks_note AND
    NEW.maintenance IS OLD.maintenance AND
    NEW.deliveries IS OLD.deliveries AND
    NEW.weather IS OLD.weather AND
    NEW.weather_note IS OLD.weather_note AND
    NEW.notes IS OLD.notes AND
    NEW.late_reason IS OLD.late_reason AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER house_log_same BEFORE UPDATE ON house_log
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER house_log_keep BEFORE DELETE ON house_log
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE house_event (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  occurred_at TEXT CHECK (occurred_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  shift_date TEXT CHECK (shift_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  shift TEXT,
  kind TEXT,
  left_at TEXT CHECK (left_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  residents TEXT CHECK (length (residents) % 27 = 26 AND residents NOT GLOB '*[^ 0-9A-Z]*'),
  staff TEXT CHECK (length (staff) % 27 = 26 AND staff NOT GLOB '*[^ 0-9A-Z]*'),
  text TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER house_event_closed BEFORE UPDATE ON house_event
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.occurred_at IS OLD.occurred_at AND
    NEW.shift_date IS OLD.shift_date AND
    NEW.shift IS OLD.shift AND
    NEW.kind IS OLD.kind AND
    NEW.left_at IS OLD.left_at AND
    NEW.residents IS OLD.residents AND
    NEW.staff IS OLD.staff AND
    NEW.text IS OLD.text AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER house_event_same BEFORE UPDATE ON house_event
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER house_event_keep BEFORE DELETE ON house_event
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE handover (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  shift TEXT,
  since TEXT CHECK (since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  until TEXT CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  notes TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER handover_closed BEFORE UPDATE ON handover
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.date IS OLD.date AND
    NEW.shift IS OLD.shift AND
    NEW.since IS OLD.since AND
    NEW.until IS OLD.until AND
    NEW.notes IS OLD.notes AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER handover_same BEFORE UPDATE ON handover
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER handover_keep BEFORE DELETE ON handover
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE handover_read (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  handover TEXT REFERENCES record_index (id),
  note TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER handover_read_closed BEFORE UPDATE ON handover_read
WHEN 1 AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.handover IS OLD.handover AND
    NEW.note IS OLD.note AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER handover_read_same BEFORE UPDATE ON handover_read
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER handover_read_keep BEFORE DELETE ON handover_read
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE leave (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  kind TEXT,
  wish TEXT,
  asked_on TEXT CHECK (asked_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  leaves_at TEXT CHECK (leaves_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  due_back TEXT CHECK (due_back GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  where_to TEXT,
  with_whom TEXT,
  phone TEXT,
  escort TEXT,
  conditions TEXT,
  decision TEXT,
  decided_by TEXT REFERENCES record_index (id),
  decided_on TEXT CHECK (decided_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  decision_note TEXT,
  out_at TEXT CHECK (out_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  back_at TEXT CHECK (back_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  back_words TEXT,
  back_note TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER leave_closed BEFORE UPDATE ON leave
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.kind IS OLD.kind AND
    NEW.wish IS OLD.wish AND
    NEW.asked_on IS OLD.asked_on AND
    NEW.leaves_at IS OLD.leaves_at AND
    NEW.due_back IS OLD.due_back AND
    NEW.where_to IS OLD.where_to AND
    NEW.with_whom IS OLD.with_whom AND
    NEW.phone IS OLD.phone AND
    NEW.escort IS OLD.escort AND
    NEW.conditions IS OLD.conditions AND
    NEW.decision IS OLD.decision AND
    NEW.decided_by IS OLD.decided_by AND
    NEW.decided_on IS OLD.decided_on AND
    NEW.decision_note IS OLD.decision_note AND
    NEW.out_at IS OLD.out_at AND
    NEW.back_at IS OLD.back_at AND
    NEW.back_words IS OLD.back_words AND
    NEW.back_note IS OLD.back_note AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER leave_same BEFORE UPDATE ON leave
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER leave_keep BEFORE DELETE ON leave
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE visit (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  at TEXT CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  way TEXT,
  contact TEXT REFERENCES record_index (id),
  who TEXT,
  identity_checked INTEGER CHECK (identity_checked IN (0, 1)),
  allowed TEXT,
  took_place INTEGER CHECK (took_place IN (0, 1)),
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
  supervised_by TEXT REFERENCES record_index (id),
  wished TEXT,
  seen TEXT,
  said TEXT,
  after TEXT,
  note TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER visit_closed BEFORE UPDATE ON visit
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.at IS OLD.at AND
    NEW.way IS OLD.way AND
    NEW.contact IS OLD.contact AND
    NEW.who IS OLD.who AND
    NEW.identity_checked IS OLD.identity_checked AND
    NEW.allowed IS OLD.allowed AND
    NEW.took_place IS OLD.took_place AND
    NEW.minutes IS OLD.minutes AND
    NEW.supervised_by IS OLD.supervised_by AND
    NEW.wished IS OLD.wished AND
    NEW.seen IS OLD.seen AND
    NEW.said IS OLD.said AND
    NEW.after IS OLD.after AND
    NEW.note IS OLD.note AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER visit_same BEFORE UPDATE ON visit
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER visit_keep BEFORE DELETE ON visit
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE missing_episode (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  last_seen_at TEXT CHECK (last_seen_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  last_seen_where TEXT,
  last_seen_by TEXT REFERENCES record_index (id),
  noticed_at TEXT CHECK (noticed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  risk TEXT,
  risk_why TEXT,
  description TEXT,
  took_with TEXT,
  before TEXT,
  places TEXT,
  police_reference TEXT,
  found_at TEXT CHECK (found_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  found_how TEXT,
  found_where TEXT,
  condition TEXT,
  said TEXT,
  medical_check TEXT,
  talk_on TEXT CHECK (talk_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  talk_by TEXT REFERENCES record_index (id),
  talk_words TEXT,
  closed_on TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER missing_episode_closed BEFORE UPDATE ON missing_episode
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.last_seen_at IS OLD.last_seen_at AND
    NEW.last_seen_where IS OLD.last_seen_where AND
    NEW.last_seen_by IS OLD.last_seen_by AND
    NEW.noticed_at IS OLD.noticed_at AND
    NEW.risk IS OLD.risk AND
    NEW.risk_why IS OLD.risk_why AND
    NEW.description IS OLD.description AND
    NEW.took_with IS OLD.took_with AND
    NEW.before IS OLD.before AND
    NEW.places IS OLD.places AND
    NEW.police_reference IS OLD.police_reference AND
    NEW.found_at IS OLD.found_at AND
    NEW.found_how IS OLD.found_how AND
    NEW.found_where IS OLD.found_where AND
    NEW.condition IS OLD.condition AND
    NEW.said IS OLD.said AND
    NEW.medical_check IS OLD.medical_check AND
    NEW.talk_on IS OLD.talk_on AND
    NEW.talk_by IS OLD.talk_by AND
    NEW.talk_words IS OLD.talk_words AND
    NEW.closed_on IS OLD.closed_on AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER missing_episode_same BEFORE UPDATE ON missing_episode
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER missing_episode_keep BEFORE DELETE ON missing_episode
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE incident (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  code TEXT,
  occurred_at TEXT CHECK (occurred_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  reported_at TEXT CHECK (reported_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  place TEXT,
  place_note TEXT,
  category TEXT,
  severity TEXT,
  affected TEXT CHECK (length (affected) % 27 = 26 AND affected NOT GLOB '*[^ 0-9A-Z]*'),
  involved TEXT CHECK (length (involved) % 27 = 26 AND involved NOT GLOB '*[^ 0-9A-Z]*'),
  witnesses TEXT CHECK (length (witnesses) % 27 = 26 AND witnesses NOT GLOB '*[^ 0-9A-Z]*'),
  staff TEXT CHECK (length (staff) % 27 = 26 AND staff NOT GLOB '*[^ 0-9A-Z]*'),
  others TEXT,
  before TEXT,
  triggers TEXT,
  seen TEXT,
  said TEXT,
  after TEXT,
  calming TEXT,
  intervention INTEGER CHECK (intervention IN (0, 1)),
  intervention_kind TEXT,
  intervention_minutes INTEGER CHECK (intervention_minutes BETWEEN 0 AND 600),
  intervention_by TEXT CHECK (length (intervention_by) % 27 = 26 AND intervention_by NOT GLOB '*[^ 0-9A-Z]*'),
  intervention_why TEXT,
  injuries TEXT,
  medical_check TEXT,
  intervention_view TEXT,
  first_aid TEXT,
  emergency TEXT,
  emergency_reference TEXT,
  evidence TEXT,
  body_map TEXT,
  opinion TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE UNIQUE INDEX incident_by_code ON incident (code);
CREATE TRIGGER incident_closed BEFORE UPDATE ON incident
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.code IS OLD.code AND
    NEW.occurred_at IS OLD.occurred_at AND
    NEW.reported_at IS OLD.reported_at AND
    NEW.place IS OLD.place AND
    NEW.place_note IS OLD.place_note AND
    NEW.category IS OLD.category AND
    NEW.severity IS OLD.severity AND
    NEW.affected IS OLD.affected AND
    NEW.involved IS OLD.involved AND
    NEW.witnesses IS OLD.witnesses AND
    NEW.staff IS OLD.staff AND
    NEW.others IS OLD.others AND
    NEW.before IS OLD.before AND
    NEW.triggers IS OLD.triggers AND
    NEW.seen IS OLD.seen AND
    NEW.said IS OLD.said AND
    NEW.after IS OLD.after AND
    NEW.calming IS OLD.calming AND
    NEW.intervention IS OLD.intervention AND
    NEW.intervention_kind IS OLD.intervention_kind AND
    NEW.intervention_minutes IS OLD.intervention_minutes AND
    NEW.intervention_by IS OLD.intervention_by AND
    NEW.intervention_why IS OLD.intervention_why AND
    NEW.injuries IS OLD.injuries AND
    NEW.medical_check IS OLD.medical_check AND
    NEW.intervention_view IS OLD.intervention_view AND
    NEW.first_aid IS OLD.first_aid AND
    NEW.emergency IS OLD.emergency AND
    NEW.emergency_reference IS OLD.emergency_reference AND
    NEW.evidence IS OLD.evidence AND
    NEW.body_map IS OLD.body_map AND
    NEW.opinion IS OLD.opinion AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER incident_same BEFORE UPDATE ON incident
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER incident_keep BEFORE DELETE ON incident
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE incident_review (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  subject TEXT,
  subject_type TEXT,
  residents TEXT CHECK (length (residents) % 27 = 26 AND residents NOT GLOB '*[^ 0-9A-Z]*'),
  resident_talk_on TEXT CHECK (resident_talk_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  resident_talk_by TEXT REFERENCES record_index (id),
  resident_words TEXT,
  resident_wishes TEXT,
  staff_talk_on TEXT CHECK (staff_talk_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  staff_talk_note TEXT,
  cause TEXT,
  plan_followed TEXT,
  changes TEXT,
  reviewed_on TEXT CHECK (reviewed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reviewed_by TEXT REFERENCES record_index (id),
  closed_on TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  closing_note TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE INDEX incident_review_by_subject ON incident_review (subject);
CREATE TRIGGER incident_review_closed BEFORE UPDATE ON incident_review
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.subject IS OLD.subject AND
    NEW.subject_type IS OLD.subject_type AND
    NEW.residents IS OLD.residents AND
    NEW.resident_talk_on IS OLD.resident_talk_on AND
    NEW.resident_talk_by IS OLD.resident_talk_by AND
    NEW.resident_words IS OLD.resident_words AND
    NEW.resident_wishes IS OLD.resident_wishes AND
    NEW.staff_talk_on IS OLD.staff_talk_on AND
    NEW.staff_talk_note IS OLD.staff_talk_note AND
    NEW.cause IS OLD.cause AND
    NEW.plan_followed IS OLD.plan_followed AND
    NEW.changes IS OLD.changes AND
    NEW.reviewed_on IS OLD.reviewed_on AND
    NEW.reviewed_by IS OLD.reviewed_by AND
    NEW.closed_on IS OLD.closed_on AND
    NEW.closing_note IS OLD.closing_note AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER incident_review_same BEFORE UPDATE ON incident_review
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER incident_review_keep BEFORE DELETE ON incident_review
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE notification (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  subject TEXT,
  subject_type TEXT,
  residents TEXT CHECK (length (residents) % 27 = 26 AND residents NOT GLOB '*[^ 0-9A-Z]*'),
  whom TEXT,
  name TEXT,
  due_at TEXT CHECK (due_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  done_at TEXT CHECK (done_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  done_by TEXT REFERENCES record_index (id),
  how TEXT,
  reference TEXT,
  answer TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE INDEX notification_by_subject ON notification (subject);
CREATE TRIGGER notification_closed BEFORE UPDATE ON notification
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.subject IS OLD.subject AND
    NEW.subject_type IS OLD.subject_type AND
    NEW.residents IS OLD.residents AND
    NEW.whom IS OLD.whom AND
    NEW.name IS OLD.name AND
    NEW.due_at IS OLD.due_at AND
    NEW.done_at IS OLD.done_at AND
    NEW.done_by IS OLD.done_by AND
    NEW.how IS OLD.how AND
    NEW.reference IS OLD.reference AND
    NEW.answer IS OLD.answer AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER notification_same BEFORE UPDATE ON notification
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER notification_keep BEFORE DELETE ON notification
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE notification_rule (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  about TEXT,
  severity INTEGER CHECK (severity BETWEEN 1 AND 4),
  whom TEXT,
  hours INTEGER CHECK (hours BETWEEN 0 AND 720),
  off INTEGER CHECK (off IN (0, 1)),
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER notification_rule_closed BEFORE UPDATE ON notification_rule
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.about IS OLD.about AND
    NEW.severity IS OLD.severity AND
    NEW.whom IS OLD.whom AND
    NEW.hours IS OLD.hours AND
    NEW.off IS OLD.off AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER notification_rule_same BEFORE UPDATE ON notification_rule
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER notification_rule_keep BEFORE DELETE ON notification_rule
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE allegation (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  noticed_on TEXT CHECK (noticed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  residents TEXT CHECK (length (residents) % 27 = 26 AND residents NOT GLOB '*[^ 0-9A-Z]*'),
  told BLOB,
  told_commitment BLOB CHECK (length (told_commitment) = 32),
  told_seal INTEGER,
  told_epoch INTEGER,
  said BLOB,
  said_commitment BLOB CHECK (length (said_commitment) = 32),
  said_seal INTEGER,
  said_epoch INTEGER,
  about BLOB,
  about_commitment BLOB CHECK (length (about_commitment) = 32),
  about_seal INTEGER,
  about_epoch INTEGER,
  done BLOB,
  done_commitment BLOB CHECK (length (done_commitment) = 32),
  done_seal INTEGER,
  done_epoch INTEGER,
  kept_from TEXT CHECK (length (kept_from) % 27 = 26 AND kept_from NOT GLOB '*[^ 0-9A-Z]*'),
  steps BLOB,
  steps_commitment BLOB CHECK (length (steps_commitment) = 32),
  steps_seal INTEGER,
  steps_epoch INTEGER,
  told_outside TEXT CHECK (told_outside GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  outside BLOB,
  outside_commitment BLOB CHECK (length (outside_commitment) = 32),
  outside_seal INTEGER,
  outside_epoch INTEGER,
  outcome BLOB,
  outcome_commitment BLOB CHECK (length (outcome_commitment) = 32),
  outcome_seal INTEGER,
  outcome_epoch INTEGER,
  closed_on TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER allegation_closed BEFORE UPDATE ON allegation
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.noticed_on IS OLD.noticed_on AND
    NEW.residents IS OLD.residents AND
    NEW.told_commitment IS OLD.told_commitment AND
    NEW.said_commitment IS OLD.said_commitment AND
    NEW.about_commitment IS OLD.about_commitment AND
    NEW.done_commitment IS OLD.done_commitment AND
    NEW.kept_from IS OLD.kept_from AND
    NEW.steps_commitment IS OLD.steps_commitment AND
    NEW.told_outside IS OLD.told_outside AND
    NEW.outside_commitment IS OLD.outside_commitment AND
    NEW.outcome_commitment IS OLD.outcome_commitment AND
    NEW.closed_on IS OLD.closed_on AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER allegation_same BEFORE UPDATE ON allegation
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER allegation_keep BEFORE DELETE ON allegation
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE complaint (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  received_on TEXT CHECK (received_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  residents TEXT CHECK (length (residents) % 27 = 26 AND residents NOT GLOB '*[^ 0-9A-Z]*'),
  way TEXT,
  about TEXT,
  text TEXT,
  wish TEXT,
  about_staff TEXT CHECK (length (about_staff) % 27 = 26 AND about_staff NOT GLOB '*[^ 0-9A-Z]*'),
  taken_by TEXT REFERENCES record_index (id),
  answer_due TEXT CHECK (answer_due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  answer TEXT,
  answered_on TEXT CHECK (answered_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  content TEXT,
  outside TEXT,
  closed_on TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER complaint_closed BEFORE UPDATE ON complaint
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.received_on IS OLD.received_on AND
    NEW.residents IS OLD.residents AND
    NEW.way IS OLD.way AND
    NEW.about IS OLD.about AND
    NEW.text IS OLD.text AND
    NEW.wish IS OLD.wish AND
    NEW.about_staff IS OLD.about_staff AND
    NEW.taken_by IS OLD.taken_by AND
    NEW.answer_due IS OLD.answer_due AND
    NEW.answer IS OLD.answer AND
    NEW.answered_on IS OLD.answered_on AND
    NEW.content IS OLD.content AND
    NEW.outside IS OLD.outside AND
    NEW.closed_on IS OLD.closed_on AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER complaint_same BEFORE UPDATE ON complaint
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER complaint_keep BEFORE DELETE ON complaint
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE safety_plan (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  made_on TEXT CHECK (made_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  review TEXT CHECK (review GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  agreed INTEGER CHECK (agreed IN (0, 1)),
  agreed_on TEXT CHECK (agreed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ended_on TEXT CHECK (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  threats TEXT,
  last_contact TEXT,
  warning_signs TEXT,
  triggers TEXT,
  helps TEXT,
  worse TEXT,
  safe_places TEXT,
  safe_people TEXT,
  code_word TEXT,
  phone_rules TEXT,
  route_rules TEXT,
  signs_1 TEXT,
  signs_2 TEXT,
  signs_3 TEXT,
  if_called TEXT,
  if_leaves TEXT,
  if_missing TEXT,
  description TEXT,
  places TEXT,
  cash_phone TEXT,
  court_day TEXT,
  visit_plan TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER safety_plan_closed BEFORE UPDATE ON safety_plan
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.made_on IS OLD.made_on AND
    NEW.review IS OLD.review AND
    NEW.agreed IS OLD.agreed AND
    NEW.agreed_on IS OLD.agreed_on AND
    NEW.ended_on IS OLD.ended_on AND
    NEW.threats IS OLD.threats AND
    NEW.last_contact IS OLD.last_contact AND
    NEW.warning_signs IS OLD.warning_signs AND
    NEW.triggers IS OLD.triggers AND
    NEW.helps IS OLD.helps AND
    NEW.worse IS OLD.worse AND
    NEW.safe_places IS OLD.safe_places AND
    NEW.safe_people IS OLD.safe_people AND
    NEW.code_word IS OLD.code_word AND
    NEW.phone_rules IS OLD.phone_rules AND
    NEW.route_rules IS OLD.route_rules AND
    NEW.signs_1 IS OLD.signs_1 AND
    NEW.signs_2 IS OLD.signs_2 AND
    NEW.signs_3 IS OLD.signs_3 AND
    NEW.if_called IS OLD.if_called AND
    NEW.if_leaves IS OLD.if_leaves AND
    NEW.if_missing IS OLD.if_missing AND
    NEW.description IS OLD.description AND
    NEW.places IS OLD.places AND
    NEW.cash_phone IS OLD.cash_phone AND
    NEW.court_day IS OLD.court_day AND
    NEW.visit_plan IS OLD.visit_plan AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER safety_plan_same BEFORE UPDATE ON safety_plan
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER safety_plan_keep BEFORE DELETE ON safety_plan
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE need_given (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  kind TEXT,
  item TEXT,
  quantity INTEGER CHECK (quantity BETWEEN 1 AND 9999),
  size TEXT,
  value REAL CHECK (value BETWEEN 0 AND 10000000),
  choice INTEGER CHECK (choice IN (0, 1)),
  given_by TEXT REFERENCES record_index (id),
  signed INTEGER CHECK (signed IN (0, 1)),
  note TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER need_given_closed BEFORE UPDATE ON need_given
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.date IS OLD.date AND
    NEW.kind IS OLD.kind AND
    NEW.item IS OLD.item AND
    NEW.quantity IS OLD.quantity AND
    NEW.size IS OLD.size AND
    NEW.value IS OLD.value AND
    NEW.choice IS OLD.choice AND
    NEW.given_by IS OLD.given_by AND
    NEW.signed IS OLD.signed AND
    NEW.note IS OLD.note AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER need_given_same BEFORE UPDATE ON need_given
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER need_given_keep BEFORE DELETE ON need_given
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE task (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  subject TEXT,
  subject_type TEXT,
  title TEXT,
  details TEXT,
  residents TEXT CHECK (length (residents) % 27 = 26 AND residents NOT GLOB '*[^ 0-9A-Z]*'),
  due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  due_time TEXT CHECK (due_time GLOB '[0-9][0-9]:[0-9][0-9]'),
  remind INTEGER CHECK (remind BETWEEN 0 AND 60),
  repeat TEXT,
  assignee TEXT REFERENCES record_index (id),
  assignee_role TEXT,
  urgent INTEGER CHECK (urgent IN (0, 1)),
  done_on TEXT CHECK (done_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  done_by TEXT REFERENCES record_index (id),
  outcome TEXT,
  cancelled INTEGER CHECK (cancelled IN (0, 1)),
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE INDEX task_by_subject ON task (subject);
CREATE TRIGGER task_closed BEFORE UPDATE ON task
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.subject IS OLD.subject AND
    NEW.subject_type IS OLD.subject_type AND
    NEW.title IS OLD.title AND
    NEW.details IS OLD.details AND
    NEW.residents IS OLD.residents AND
    NEW.due IS OLD.due AND
    NEW.due_time IS OLD.due_time AND
    NEW.remind IS OLD.remind AND
    NEW.repeat IS OLD.repeat AND
    NEW.assignee IS OLD.assignee AND
    NEW.assignee_role IS OLD.assignee_role AND
    NEW.urgent IS OLD.urgent AND
    NEW.done_on IS OLD.done_on AND
    NEW.done_by IS OLD.done_by AND
    NEW.outcome IS OLD.outcome AND
    NEW.cancelled IS OLD.cancelled AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER task_same BEFORE UPDATE ON task
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER task_keep BEFORE DELETE ON task
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE room (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  name TEXT,
  floor TEXT,
  beds INTEGER CHECK (beds BETWEEN 1 AND 40),
  for_whom TEXT,
  note TEXT,
  closed_on TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER room_closed BEFORE UPDATE ON room
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.name IS OLD.name AND
    NEW.floor IS OLD.floor AND
    NEW.beds IS OLD.beds AND
    NEW.for_whom IS OLD.for_whom AND
    NEW.note IS OLD.note AND
    NEW.closed_on IS OLD.closed_on AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER room_same BEFORE UPDATE ON room
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER room_keep BEFORE DELETE ON room
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE bed (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  room TEXT REFERENCES record_index (id),
  number TEXT,
  start TEXT CHECK (start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  end TEXT CHECK (end GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER bed_closed BEFORE UPDATE ON bed
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.room IS OLD.room AND
    NEW.number IS OLD.number AND
    NEW.start IS OLD.start AND
    NEW.end IS OLD.end AND
    NEW.note IS OLD.note AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER bed_same BEFORE UPDATE ON bed
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER bed_keep BEFORE DELETE ON bed
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE room_restriction (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  residents TEXT CHECK (length (residents) % 27 = 26 AND residents NOT GLOB '*[^ 0-9A-Z]*'),
  reason TEXT,
  start TEXT CHECK (start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  end TEXT CHECK (end GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER room_restriction_closed BEFORE UPDATE ON room_restriction
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.residents IS OLD.residents AND
    NEW.reason IS OLD.reason AND
    NEW.start IS OLD.start AND
    NEW.end IS OLD.end AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER room_restriction_same BEFORE UPDATE ON room_restriction
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER room_restriction_keep BEFORE DELETE ON room_restriction
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE staff_load (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  hours REAL CHECK (hours BETWEEN 0.5 AND 24),
  kind TEXT,
  debrief TEXT,
  debrief_on TEXT CHECK (debrief_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  debrief_with TEXT,
  note TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER staff_load_closed BEFORE UPDATE ON staff_load
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.date IS OLD.date AND
    NEW.hours IS OLD.hours AND
    NEW.kind IS OLD.kind AND
    NEW.debrief IS OLD.debrief AND
    NEW.debrief_on IS OLD.debrief_on AND
    NEW.debrief_with IS OLD.debrief_with AND
    NEW.note IS OLD.note AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER staff_load_same BEFORE UPDATE ON staff_load
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER staff_load_keep BEFORE DELETE ON staff_load
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE addendum (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  subject TEXT,
  subject_type TEXT,
  residents TEXT CHECK (length (residents) % 27 = 26 AND residents NOT GLOB '*[^ 0-9A-Z]*'),
  points_to TEXT,
  text TEXT,
  said TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE INDEX addendum_by_subject ON addendum (subject);
CREATE TRIGGER addendum_closed BEFORE UPDATE ON addendum
WHEN 1 AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.subject IS OLD.subject AND
    NEW.subject_type IS OLD.subject_type AND
    NEW.residents IS OLD.residents AND
    NEW.points_to IS OLD.points_to AND
    NEW.text IS OLD.text AND
    NEW.said IS OLD.said AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER addendum_same BEFORE UPDATE ON addendum
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER addendum_keep BEFORE DELETE ON addendum
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
