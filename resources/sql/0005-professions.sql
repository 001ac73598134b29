-- SPDX-License-Identifier: GPL-3.0-or-later
-- Every profession has its page: health, counselling, plans, education, the law.

ALTER TABLE house ADD COLUMN report_days INTEGER CHECK (report_days BETWEEN 1 AND 120);
ALTER TABLE house ADD COLUMN interviews_most INTEGER CHECK (interviews_most BETWEEN 1 AND 50);
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
    NEW.report_days IS OLD.report_days AND
    NEW.interviews_most IS OLD.interviews_most AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;

ALTER TABLE task ADD COLUMN outside TEXT;
DROP TRIGGER task_closed;
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
    NEW.outside IS OLD.outside AND
    NEW.assignee_role IS OLD.assignee_role AND
    NEW.urgent IS OLD.urgent AND
    NEW.done_on IS OLD.done_on AND
    NEW.done_by IS OLD.done_by AND
    NEW.outcome IS OLD.outcome AND
    NEW.cancelled IS OLD.cancelled AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;

ALTER TABLE counselling_session ADD COLUMN goal TEXT REFERENCES record_index (id);
ALTER TABLE counselling_session ADD COLUMN goal_step INTEGER CHECK (goal_step BETWEEN -2 AND 2);
DROP TRIGGER counselling_session_closed;
CREATE TRIGGER counselling_session_closed BEFORE UPDATE ON counselling_session
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.date IS OLD.date AND
    NEW.start IS OLD.start AND
    NEW.end IS OLD.end AND
    NEW.kind IS OLD.kind AND
    NEW.took_place IS OLD.took_place AND
    NEW.whose_choice IS OLD.whose_choice AND
    NEW.number IS OLD.number AND
    NEW.modality IS OLD.modality AND
    NEW.place IS OLD.place AND
    NEW.present IS OLD.present AND
    NEW.language IS OLD.language AND
    NEW.mood_before IS OLD.mood_before AND
    NEW.mood_after IS OLD.mood_after AND
    NEW.said IS OLD.said AND
    NEW.asked_about IS OLD.asked_about AND
    NEW.risk IS OLD.risk AND
    NEW.escalated IS OLD.escalated AND
    NEW.themes IS OLD.themes AND
    NEW.interventions IS OLD.interventions AND
    NEW.goal IS OLD.goal AND
    NEW.goal_step IS OLD.goal_step AND
    NEW.homework IS OLD.homework AND
    NEW.next_session IS OLD.next_session AND
    NEW.summary IS OLD.summary AND
    NEW.team_note_commitment IS OLD.team_note_commitment AND
    NEW.process_note_commitment IS OLD.process_note_commitment AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;

ALTER TABLE statement ADD COLUMN legal_case TEXT REFERENCES record_index (id);
DROP TRIGGER statement_closed;
CREATE TRIGGER statement_closed BEFORE UPDATE ON statement
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.date IS OLD.date AND
    NEW.body IS OLD.body AND
    NEW.interviewer IS OLD.interviewer AND
    NEW.place IS OLD.place AND
    NEW.purpose IS OLD.purpose AND
    NEW.topics IS OLD.topics AND
    NEW.legal_case IS OLD.legal_case AND
    NEW.minutes IS OLD.minutes AND
    NEW.support_person IS OLD.support_person AND
    NEW.recorded IS OLD.recorded AND
    NEW.reference IS OLD.reference AND
    NEW.reusable_for IS OLD.reusable_for AND
    NEW.effect IS OLD.effect AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;

CREATE TABLE screening (
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
  reason TEXT,
  place TEXT,
  examiner TEXT,
  chaperone TEXT,
  interpreter TEXT,
  agreed TEXT,
  bleeding TEXT,
  fever TEXT,
  severe_pain TEXT,
  breathless TEXT,
  dying_thoughts TEXT,
  pregnancy_trouble TEXT,
  injury TEXT,
  recent_harm TEXT,
  recent_hours INTEGER CHECK (recent_hours BETWEEN 0 AND 336),
  urgent_done TEXT,
  illnesses TEXT,
  seizures TEXT,
  cough TEXT,
  tb_contact TEXT,
  mental_care TEXT,
  sleep_trouble TEXT,
  eating_trouble TEXT,
  medicines_now TEXT,
  allergic TEXT,
  asked_note TEXT,
  substances BLOB,
  substances_commitment BLOB CHECK (length (substances_commitment) = 32),
  substances_seal INTEGER,
  substances_epoch INTEGER,
  reproductive BLOB,
  reproductive_commitment BLOB CHECK (length (reproductive_commitment) = 32),
  reproductive_seal INTEGER,
  reproductive_epoch INTEGER,
  sexual_health BLOB,
  sexual_health_commitment BLOB CHECK (length (sexual_health_commitment) = 32),
  sexual_health_seal INTEGER,
  sexual_health_epoch INTEGER,
  work_back TEXT,
  work_hearing TEXT,
  work_breathing TEXT,
  work_heart TEXT,
  work_skin TEXT,
  work_eyes TEXT,
  work_limbs TEXT,
  work_chemicals TEXT,
  work_note TEXT,
  general TEXT,
  skin TEXT,
  teeth TEXT,
  eyes TEXT,
  ears TEXT,
  chest TEXT,
  heart TEXT,
  belly TEXT,
  movement TEXT,
  nerves TEXT,
  found_note TEXT,
  vision_right TEXT,
  vision_left TEXT,
  body_map TEXT,
  intimate BLOB,
  intimate_commitment BLOB CHECK (length (intimate_commitment) = 32),
  intimate_seal INTEGER,
  intimate_epoch INTEGER,
  summary TEXT,
  fit_for TEXT,
  limits TEXT,
  diet TEXT,
  isolation TEXT,
  next_check TEXT CHECK (next_check GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  forensic TEXT,
  forensic_on TEXT CHECK (forensic_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  forensic_where TEXT,
  forensic_number TEXT,
  forensic_receipt TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER screening_closed BEFORE UPDATE ON screening
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.date IS OLD.date AND
    NEW.reason IS OLD.reason AND
    NEW.place IS OLD.place AND
    NEW.examiner IS OLD.examiner AND
    NEW.chaperone IS OLD.chaperone AND
    NEW.interpreter IS OLD.interpreter AND
    NEW.agreed IS OLD.agreed AND
    NEW.bleeding IS OLD.bleeding AND
    NEW.fever IS OLD.fever AND
    NEW.severe_pain IS OLD.severe_pain AND
    NEW.breathless IS OLD.breathless AND
    NEW.dying_thoughts IS OLD.dying_thoughts AND
    NEW.pregnancy_trouble IS OLD.pregnancy_trouble AND
    NEW.injury IS OLD.injury AND
    NEW.recent_harm IS OLD.recent_harm AND
    NEW.recent_hours IS OLD.recent_hours AND
    NEW.urgent_done IS OLD.urgent_done AND
    NEW.illnesses IS OLD.illnesses AND
    NEW.seizures IS OLD.seizures AND
    NEW.cough IS OLD.cough AND
    NEW.tb_contact IS OLD.tb_contact AND
    NEW.mental_care IS OLD.mental_care AND
    NEW.sleep_trouble IS OLD.sleep_trouble AND
    NEW.eating_trouble IS OLD.eating_trouble AND
    NEW.medicines_now IS OLD.medicines_now AND
    NEW.allergic IS OLD.allergic AND
    NEW.asked_note IS OLD.asked_note AND
    NEW.substances_commitment IS OLD.substances_commitment AND
    NEW.reproductive_commitment IS OLD.reproductive_commitment AND
    NEW.sexual_health_commitment IS OLD.sexual_health_commitment AND
    NEW.work_back IS OLD.work_back AND
    NEW.work_hearing IS OLD.work_hearing AND
    NEW.work_breathing IS OLD.work_breathing AND
    NEW.work_heart IS OLD.work_heart AND
    NEW.work_skin IS OLD.work_skin AND
    NEW.work_eyes IS OLD.work_eyes AND
    NEW.work_limbs IS OLD.work_limbs AND
    NEW.work_chemicals IS OLD.work_chemicals AND
    NEW.work_note IS OLD.work_note AND
    NEW.general IS OLD.general AND
    NEW.skin IS OLD.skin AND
    NEW.teeth IS OLD.teeth AND
    NEW.eyes IS OLD.eyes AND
    NEW.ears IS OLD.ears AND
    NEW.chest IS OLD.chest AND
    NEW.heart IS OLD.heart AND
    NEW.belly IS OLD.belly AND
    NEW.movement IS OLD.movement AND
    NEW.nerves IS OLD.nerves AND
    NEW.found_note IS OLD.found_note AND
    NEW.vision_right IS OLD.vision_right AND
    NEW.vision_left IS OLD.vision_left AND
    NEW.body_map IS OLD.body_map AND
    NEW.intimate_commitment IS OLD.intimate_commitment AND
    NEW.summary IS OLD.summary AND
    NEW.fit_for IS OLD.fit_for AND
    NEW.limits IS OLD.limits AND
    NEW.diet IS OLD.diet AND
    NEW.isolation IS OLD.isolation AND
    NEW.next_check IS OLD.next_check AND
    NEW.forensic IS OLD.forensic AND
    NEW.forensic_on IS OLD.forensic_on AND
    NEW.forensic_where IS OLD.forensic_where AND
    NEW.forensic_number IS OLD.forensic_number AND
    NEW.forensic_receipt IS OLD.forensic_receipt AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER screening_same BEFORE UPDATE ON screening
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER screening_keep BEFORE DELETE ON screening
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE measurement (
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
  time TEXT CHECK (time GLOB '[0-9][0-9]:[0-9][0-9]'),
  height REAL CHECK (height BETWEEN 30 AND 230),
  weight REAL CHECK (weight BETWEEN 0.5 AND 350),
  arm REAL CHECK (arm BETWEEN 5 AND 60),
  head REAL CHECK (head BETWEEN 25 AND 70),
  temperature REAL CHECK (temperature BETWEEN 30 AND 44),
  systolic INTEGER CHECK (systolic BETWEEN 50 AND 260),
  diastolic INTEGER CHECK (diastolic BETWEEN 30 AND 160),
  pulse INTEGER CHECK (pulse BETWEEN 25 AND 250),
  breaths INTEGER CHECK (breaths BETWEEN 5 AND 90),
  oxygen INTEGER CHECK (oxygen BETWEEN 50 AND 100),
  pain INTEGER CHECK (pain BETWEEN 0 AND 10),
  note TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER measurement_closed BEFORE UPDATE ON measurement
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.date IS OLD.date AND
    NEW.time IS OLD.time AND
    NEW.height IS OLD.height AND
    NEW.weight IS OLD.weight AND
    NEW.arm IS OLD.arm AND
    NEW.head IS OLD.head AND
    NEW.temperature IS OLD.temperature AND
    NEW.systolic IS OLD.systolic AND
    NEW.diastolic IS OLD.diastolic AND
    NEW.pulse IS OLD.pulse AND
    NEW.breaths IS OLD.breaths AND
    NEW.oxygen IS OLD.oxygen AND
    NEW.pain IS OLD.pain AND
    NEW.note IS OLD.note AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER measurement_same BEFORE UPDATE ON measurement
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER measurement_keep BEFORE DELETE ON measurement
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE health_condition (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  condition TEXT,
  status TEXT,
  since TEXT CHECK (since GLOB '[0-9][0-9][0-9][0-9]*'),
  found_by TEXT,
  ended_on TEXT CHECK (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  care TEXT,
  next_check TEXT CHECK (next_check GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  sealed BLOB,
  sealed_commitment BLOB CHECK (length (sealed_commitment) = 32),
  sealed_seal INTEGER,
  sealed_epoch INTEGER,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER health_condition_closed BEFORE UPDATE ON health_condition
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.condition IS OLD.condition AND
    NEW.status IS OLD.status AND
    NEW.since IS OLD.since AND
    NEW.found_by IS OLD.found_by AND
    NEW.ended_on IS OLD.ended_on AND
    NEW.care IS OLD.care AND
    NEW.next_check IS OLD.next_check AND
    NEW.sealed_commitment IS OLD.sealed_commitment AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER health_condition_same BEFORE UPDATE ON health_condition
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER health_condition_keep BEFORE DELETE ON health_condition
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE allergy (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  substance TEXT,
  kind TEXT,
  severity TEXT,
  reaction TEXT,
  action TEXT,
  source TEXT,
  noted_on TEXT CHECK (noted_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ended_on TEXT CHECK (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER allergy_closed BEFORE UPDATE ON allergy
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.substance IS OLD.substance AND
    NEW.kind IS OLD.kind AND
    NEW.severity IS OLD.severity AND
    NEW.reaction IS OLD.reaction AND
    NEW.action IS OLD.action AND
    NEW.source IS OLD.source AND
    NEW.noted_on IS OLD.noted_on AND
    NEW.ended_on IS OLD.ended_on AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER allergy_same BEFORE UPDATE ON allergy
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER allergy_keep BEFORE DELETE ON allergy
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE medicine (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  medicine TEXT,
  strength TEXT,
  dose TEXT,
  schedule TEXT,
  route TEXT,
  as_needed INTEGER CHECK (as_needed IN (0, 1)),
  most TEXT,
  reason TEXT,
  prescribed_by TEXT,
  start TEXT CHECK (start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until TEXT CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  kept TEXT,
  stopped_why TEXT,
  note TEXT,
  sealed BLOB,
  sealed_commitment BLOB CHECK (length (sealed_commitment) = 32),
  sealed_seal INTEGER,
  sealed_epoch INTEGER,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER medicine_closed BEFORE UPDATE ON medicine
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.medicine IS OLD.medicine AND
    NEW.strength IS OLD.strength AND
    NEW.dose IS OLD.dose AND
    NEW.schedule IS OLD.schedule AND
    NEW.route IS OLD.route AND
    NEW.as_needed IS OLD.as_needed AND
    NEW.most IS OLD.most AND
    NEW.reason IS OLD.reason AND
    NEW.prescribed_by IS OLD.prescribed_by AND
    NEW.start IS OLD.start AND
    NEW.until IS OLD.until AND
    NEW.kept IS OLD.kept AND
    NEW.stopped_why IS OLD.stopped_why AND
    NEW.note IS OLD.note AND
    NEW.sealed_commitment IS OLD.sealed_commitment AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER medicine_same BEFORE UPDATE ON medicine
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER medicine_keep BEFORE DELETE ON medicine
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE vaccination (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  vaccine TEXT,
  other TEXT,
  dose INTEGER CHECK (dose BETWEEN 1 AND 10),
  date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]*'),
  source TEXT,
  product TEXT,
  place TEXT,
  next_due TEXT CHECK (next_due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reaction TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER vaccination_closed BEFORE UPDATE ON vaccination
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.vaccine IS OLD.vaccine AND
    NEW.other IS OLD.other AND
    NEW.dose IS OLD.dose AND
    NEW.date IS OLD.date AND
    NEW.source IS OLD.source AND
    NEW.product IS OLD.product AND
    NEW.place IS OLD.place AND
    NEW.next_due IS OLD.next_due AND
    NEW.reaction IS OLD.reaction AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER vaccination_same BEFORE UPDATE ON vaccination
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER vaccination_keep BEFORE DELETE ON vaccination
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE appointment (
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
  kind TEXT,
  where_to TEXT,
  with_whom TEXT,
  reason TEXT,
  status TEXT,
  wish TEXT,
  escort TEXT CHECK (length (escort) % 27 = 26 AND escort NOT GLOB '*[^ 0-9A-Z]*'),
  transport TEXT,
  bring TEXT,
  result TEXT,
  result_on TEXT CHECK (result_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  sealed BLOB,
  sealed_commitment BLOB CHECK (length (sealed_commitment) = 32),
  sealed_seal INTEGER,
  sealed_epoch INTEGER,
  told_on TEXT CHECK (told_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  told_by TEXT,
  waits INTEGER CHECK (waits IN (0, 1)),
  follow_up TEXT,
  next_on TEXT CHECK (next_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER appointment_closed BEFORE UPDATE ON appointment
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.at IS OLD.at AND
    NEW.kind IS OLD.kind AND
    NEW.where_to IS OLD.where_to AND
    NEW.with_whom IS OLD.with_whom AND
    NEW.reason IS OLD.reason AND
    NEW.status IS OLD.status AND
    NEW.wish IS OLD.wish AND
    NEW.escort IS OLD.escort AND
    NEW.transport IS OLD.transport AND
    NEW.bring IS OLD.bring AND
    NEW.result IS OLD.result AND
    NEW.result_on IS OLD.result_on AND
    NEW.sealed_commitment IS OLD.sealed_commitment AND
    NEW.told_on IS OLD.told_on AND
    NEW.told_by IS OLD.told_by AND
    NEW.waits IS OLD.waits AND
    NEW.follow_up IS OLD.follow_up AND
    NEW.next_on IS OLD.next_on AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER appointment_same BEFORE UPDATE ON appointment
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER appointment_keep BEFORE DELETE ON appointment
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE referral (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  service TEXT,
  to_whom TEXT,
  reason TEXT,
  consent TEXT REFERENCES record_index (id),
  sent_on TEXT CHECK (sent_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  status TEXT,
  follow_up TEXT CHECK (follow_up GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  answer TEXT,
  answered_on TEXT CHECK (answered_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  rating TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER referral_closed BEFORE UPDATE ON referral
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.service IS OLD.service AND
    NEW.to_whom IS OLD.to_whom AND
    NEW.reason IS OLD.reason AND
    NEW.consent IS OLD.consent AND
    NEW.sent_on IS OLD.sent_on AND
    NEW.status IS OLD.status AND
    NEW.follow_up IS OLD.follow_up AND
    NEW.answer IS OLD.answer AND
    NEW.answered_on IS OLD.answered_on AND
    NEW.rating IS OLD.rating AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER referral_same BEFORE UPDATE ON referral
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER referral_keep BEFORE DELETE ON referral
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE safety_check (
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
  self_harm TEXT,
  dying TEXT,
  means TEXT,
  leaving TEXT,
  threats TEXT,
  contact TEXT,
  said TEXT,
  risk TEXT,
  agreed TEXT,
  told TEXT,
  alert_text TEXT,
  review TEXT CHECK (review GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER safety_check_closed BEFORE UPDATE ON safety_check
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.at IS OLD.at AND
    NEW.self_harm IS OLD.self_harm AND
    NEW.dying IS OLD.dying AND
    NEW.means IS OLD.means AND
    NEW.leaving IS OLD.leaving AND
    NEW.threats IS OLD.threats AND
    NEW.contact IS OLD.contact AND
    NEW.said IS OLD.said AND
    NEW.risk IS OLD.risk AND
    NEW.agreed IS OLD.agreed AND
    NEW.told IS OLD.told AND
    NEW.alert_text IS OLD.alert_text AND
    NEW.review IS OLD.review AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER safety_check_same BEFORE UPDATE ON safety_check
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER safety_check_keep BEFORE DELETE ON safety_check
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE group_session (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  start TEXT CHECK (start GLOB '[0-9][0-9]:[0-9][0-9]'),
  end TEXT CHECK (end GLOB '[0-9][0-9]:[0-9][0-9]'),
  topic TEXT,
  unit TEXT,
  place TEXT,
  leaders TEXT CHECK (length (leaders) % 27 = 26 AND leaders NOT GLOB '*[^ 0-9A-Z]*'),
  done TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER group_session_closed BEFORE UPDATE ON group_session
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.date IS OLD.date AND
    NEW.start IS OLD.start AND
    NEW.end IS OLD.end AND
    NEW.topic IS OLD.topic AND
    NEW.unit IS OLD.unit AND
    NEW.place IS OLD.place AND
    NEW.leaders IS OLD.leaders AND
    NEW.done IS OLD.done AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER group_session_same BEFORE UPDATE ON group_session
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER group_session_keep BEFORE DELETE ON group_session
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE group_attendance (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  session TEXT REFERENCES record_index (id),
  date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  topic TEXT,
  part TEXT,
  line TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER group_attendance_closed BEFORE UPDATE ON group_attendance
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.session IS OLD.session AND
    NEW.date IS OLD.date AND
    NEW.topic IS OLD.topic AND
    NEW.part IS OLD.part AND
    NEW.line IS OLD.line AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER group_attendance_same BEFORE UPDATE ON group_attendance
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER group_attendance_keep BEFORE DELETE ON group_attendance
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE assessment_score (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  instrument TEXT,
  date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  score REAL CHECK (score BETWEEN -10000 AND 10000),
  lowest REAL CHECK (lowest BETWEEN -10000 AND 10000),
  highest REAL CHECK (highest BETWEEN -10000 AND 10000),
  better TEXT,
  assessor TEXT REFERENCES record_index (id),
  respondent TEXT,
  occasion TEXT,
  meaning TEXT,
  note TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER assessment_score_closed BEFORE UPDATE ON assessment_score
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.instrument IS OLD.instrument AND
    NEW.date IS OLD.date AND
    NEW.score IS OLD.score AND
    NEW.lowest IS OLD.lowest AND
    NEW.highest IS OLD.highest AND
    NEW.better IS OLD.better AND
    NEW.assessor IS OLD.assessor AND
    NEW.respondent IS OLD.respondent AND
    NEW.occasion IS OLD.occasion AND
    NEW.meaning IS OLD.meaning AND
    NEW.note IS OLD.note AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER assessment_score_same BEFORE UPDATE ON assessment_score
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER assessment_score_keep BEFORE DELETE ON assessment_score
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE strength (
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
  text TEXT,
  said TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER strength_closed BEFORE UPDATE ON strength
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.date IS OLD.date AND
    NEW.kind IS OLD.kind AND
    NEW.text IS OLD.text AND
    NEW.said IS OLD.said AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER strength_same BEFORE UPDATE ON strength
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER strength_keep BEFORE DELETE ON strength
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE care_plan (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  start TEXT CHECK (start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  review TEXT CHECK (review GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  wishes TEXT,
  summary TEXT,
  worries TEXT,
  agreed TEXT,
  agreed_on TEXT CHECK (agreed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  guardian TEXT,
  ended_on TEXT CHECK (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ended_why TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER care_plan_closed BEFORE UPDATE ON care_plan
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.start IS OLD.start AND
    NEW.review IS OLD.review AND
    NEW.wishes IS OLD.wishes AND
    NEW.summary IS OLD.summary AND
    NEW.worries IS OLD.worries AND
    NEW.agreed IS OLD.agreed AND
    NEW.agreed_on IS OLD.agreed_on AND
    NEW.guardian IS OLD.guardian AND
    NEW.ended_on IS OLD.ended_on AND
    NEW.ended_why IS OLD.ended_why AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER care_plan_same BEFORE UPDATE ON care_plan
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER care_plan_keep BEFORE DELETE ON care_plan
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE goal (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  plan TEXT REFERENCES record_index (id),
  domain TEXT,
  own TEXT,
  text TEXT,
  measure TEXT,
  baseline TEXT,
  start TEXT CHECK (start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  target TEXT CHECK (target GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  status TEXT,
  help TEXT,
  barrier TEXT,
  ended_on TEXT CHECK (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ended_why TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER goal_closed BEFORE UPDATE ON goal
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.plan IS OLD.plan AND
    NEW.domain IS OLD.domain AND
    NEW.own IS OLD.own AND
    NEW.text IS OLD.text AND
    NEW.measure IS OLD.measure AND
    NEW.baseline IS OLD.baseline AND
    NEW.start IS OLD.start AND
    NEW.target IS OLD.target AND
    NEW.status IS OLD.status AND
    NEW.help IS OLD.help AND
    NEW.barrier IS OLD.barrier AND
    NEW.ended_on IS OLD.ended_on AND
    NEW.ended_why IS OLD.ended_why AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER goal_same BEFORE UPDATE ON goal
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER goal_keep BEFORE DELETE ON goal
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE goal_progress (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  goal TEXT REFERENCES record_index (id),
  date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  value INTEGER CHECK (value BETWEEN 0 AND 10),
  seen_by TEXT,
  said TEXT,
  note TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER goal_progress_closed BEFORE UPDATE ON goal_progress
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.goal IS OLD.goal AND
    NEW.date IS OLD.date AND
    NEW.value IS OLD.value AND
    NEW.seen_by IS OLD.seen_by AND
    NEW.said IS OLD.said AND
    NEW.note IS OLD.note AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER goal_progress_same BEFORE UPDATE ON goal_progress
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER goal_progress_keep BEFORE DELETE ON goal_progress
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE plan_review (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  plan TEXT REFERENCES record_index (id),
  date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  staff TEXT CHECK (length (staff) % 27 = 26 AND staff NOT GLOB '*[^ 0-9A-Z]*'),
  others TEXT,
  part TEXT,
  agreed TEXT,
  disagreed TEXT,
  guardian TEXT,
  decisions TEXT,
  next_review TEXT CHECK (next_review GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER plan_review_closed BEFORE UPDATE ON plan_review
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.plan IS OLD.plan AND
    NEW.date IS OLD.date AND
    NEW.staff IS OLD.staff AND
    NEW.others IS OLD.others AND
    NEW.part IS OLD.part AND
    NEW.agreed IS OLD.agreed AND
    NEW.disagreed IS OLD.disagreed AND
    NEW.guardian IS OLD.guardian AND
    NEW.decisions IS OLD.decisions AND
    NEW.next_review IS OLD.next_review AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER plan_review_same BEFORE UPDATE ON plan_review
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER plan_review_keep BEFORE DELETE ON plan_review
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE recovery_score (
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
  occasion TEXT,
  asked TEXT,
  safety TEXT,
  safety_why TEXT,
  legal TEXT,
  legal_why TEXT,
  mental TEXT,
  mental_why TEXT,
  economic TEXT,
  economic_why TEXT,
  social TEXT,
  social_why TEXT,
  physical TEXT,
  physical_why TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER recovery_score_closed BEFORE UPDATE ON recovery_score
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.date IS OLD.date AND
    NEW.occasion IS OLD.occasion AND
    NEW.asked IS OLD.asked AND
    NEW.safety IS OLD.safety AND
    NEW.safety_why IS OLD.safety_why AND
    NEW.legal IS OLD.legal AND
    NEW.legal_why IS OLD.legal_why AND
    NEW.mental IS OLD.mental AND
    NEW.mental_why IS OLD.mental_why AND
    NEW.economic IS OLD.economic AND
    NEW.economic_why IS OLD.economic_why AND
    NEW.social IS OLD.social AND
    NEW.social_why IS OLD.social_why AND
    NEW.physical IS OLD.physical AND
    NEW.physical_why IS OLD.physical_why AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER recovery_score_same BEFORE UPDATE ON recovery_score
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER recovery_score_keep BEFORE DELETE ON recovery_score
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE education_baseline (
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
  last_school TEXT,
  last_grade TEXT,
  left TEXT CHECK (left GLOB '[0-9][0-9][0-9][0-9]*'),
  years_out REAL CHECK (years_out BETWEEN 0 AND 30),
  language TEXT,
  certificates TEXT,
  reading TEXT,
  writing TEXT,
  numbers TEXT,
  helps TEXT,
  difficulty TEXT,
  summary TEXT,
  likes TEXT,
  dream TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER education_baseline_closed BEFORE UPDATE ON education_baseline
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.date IS OLD.date AND
    NEW.last_school IS OLD.last_school AND
    NEW.last_grade IS OLD.last_grade AND
    NEW.left IS OLD.left AND
    NEW.years_out IS OLD.years_out AND
    NEW.language IS OLD.language AND
    NEW.certificates IS OLD.certificates AND
    NEW.reading IS OLD.reading AND
    NEW.writing IS OLD.writing AND
    NEW.numbers IS OLD.numbers AND
    NEW.helps IS OLD.helps AND
    NEW.difficulty IS OLD.difficulty AND
    NEW.summary IS OLD.summary AND
    NEW.likes IS OLD.likes AND
    NEW.dream IS OLD.dream AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER education_baseline_same BEFORE UPDATE ON education_baseline
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER education_baseline_keep BEFORE DELETE ON education_baseline
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE enrolment (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  school TEXT,
  programme TEXT,
  grade TEXT,
  start TEXT CHECK (start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until TEXT CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  end_reason TEXT,
  days TEXT,
  contact TEXT,
  phone TEXT,
  told TEXT,
  transport TEXT,
  support TEXT,
  sponsor TEXT,
  fees TEXT,
  paid_until TEXT CHECK (paid_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  sponsor_note TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER enrolment_closed BEFORE UPDATE ON enrolment
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.school IS OLD.school AND
    NEW.programme IS OLD.programme AND
    NEW.grade IS OLD.grade AND
    NEW.start IS OLD.start AND
    NEW.until IS OLD.until AND
    NEW.end_reason IS OLD.end_reason AND
    NEW.days IS OLD.days AND
    NEW.contact IS OLD.contact AND
    NEW.phone IS OLD.phone AND
    NEW.told IS OLD.told AND
    NEW.transport IS OLD.transport AND
    NEW.support IS OLD.support AND
    NEW.sponsor IS OLD.sponsor AND
    NEW.fees IS OLD.fees AND
    NEW.paid_until IS OLD.paid_until AND
    NEW.sponsor_note IS OLD.sponsor_note AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER enrolment_same BEFORE UPDATE ON enrolment
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER enrolment_keep BEFORE DELETE ON enrolment
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE education_plan (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  start TEXT CHECK (start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  review TEXT CHECK (review GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  wishes TEXT,
  summary TEXT,
  support TEXT,
  agreed TEXT,
  ended_on TEXT CHECK (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ended_why TEXT,
  reviewed_on TEXT CHECK (reviewed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reviewed_with TEXT,
  part TEXT,
  said TEXT,
  result TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER education_plan_closed BEFORE UPDATE ON education_plan
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.start IS OLD.start AND
    NEW.review IS OLD.review AND
    NEW.wishes IS OLD.wishes AND
    NEW.summary IS OLD.summary AND
    NEW.support IS OLD.support AND
    NEW.agreed IS OLD.agreed AND
    NEW.ended_on IS OLD.ended_on AND
    NEW.ended_why IS OLD.ended_why AND
    NEW.reviewed_on IS OLD.reviewed_on AND
    NEW.reviewed_with IS OLD.reviewed_with AND
    NEW.part IS OLD.part AND
    NEW.said IS OLD.said AND
    NEW.result IS OLD.result AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER education_plan_same BEFORE UPDATE ON education_plan
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER education_plan_keep BEFORE DELETE ON education_plan
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE learning_goal (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  plan TEXT REFERENCES record_index (id),
  own TEXT,
  text TEXT,
  steps TEXT,
  who TEXT REFERENCES record_index (id),
  start TEXT CHECK (start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  target TEXT CHECK (target GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  status TEXT,
  near INTEGER CHECK (near BETWEEN 0 AND 10),
  result TEXT,
  ended_on TEXT CHECK (ended_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER learning_goal_closed BEFORE UPDATE ON learning_goal
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.plan IS OLD.plan AND
    NEW.own IS OLD.own AND
    NEW.text IS OLD.text AND
    NEW.steps IS OLD.steps AND
    NEW.who IS OLD.who AND
    NEW.start IS OLD.start AND
    NEW.target IS OLD.target AND
    NEW.status IS OLD.status AND
    NEW.near IS OLD.near AND
    NEW.result IS OLD.result AND
    NEW.ended_on IS OLD.ended_on AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER learning_goal_same BEFORE UPDATE ON learning_goal
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER learning_goal_keep BEFORE DELETE ON learning_goal
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE attendance (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  enrolment TEXT REFERENCES record_index (id),
  date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  was_there TEXT,
  reason TEXT,
  note TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER attendance_closed BEFORE UPDATE ON attendance
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.enrolment IS OLD.enrolment AND
    NEW.date IS OLD.date AND
    NEW.was_there IS OLD.was_there AND
    NEW.reason IS OLD.reason AND
    NEW.note IS OLD.note AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER attendance_same BEFORE UPDATE ON attendance
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER attendance_keep BEFORE DELETE ON attendance
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE school_mark (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  enrolment TEXT REFERENCES record_index (id),
  date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  term TEXT,
  school_subject TEXT,
  mark TEXT,
  percent INTEGER CHECK (percent BETWEEN 0 AND 100),
  exam INTEGER CHECK (exam IN (0, 1)),
  comment TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER school_mark_closed BEFORE UPDATE ON school_mark
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.enrolment IS OLD.enrolment AND
    NEW.date IS OLD.date AND
    NEW.term IS OLD.term AND
    NEW.school_subject IS OLD.school_subject AND
    NEW.mark IS OLD.mark AND
    NEW.percent IS OLD.percent AND
    NEW.exam IS OLD.exam AND
    NEW.comment IS OLD.comment AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER school_mark_same BEFORE UPDATE ON school_mark
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER school_mark_keep BEFORE DELETE ON school_mark
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE vocational_training (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  trade TEXT,
  provider TEXT,
  status TEXT,
  start TEXT CHECK (start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until TEXT CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  hours INTEGER CHECK (hours BETWEEN 0 AND 10000),
  level TEXT,
  assessor TEXT,
  tools TEXT,
  placement TEXT,
  job_start TEXT CHECK (job_start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  wage TEXT,
  note TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER vocational_training_closed BEFORE UPDATE ON vocational_training
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.trade IS OLD.trade AND
    NEW.provider IS OLD.provider AND
    NEW.status IS OLD.status AND
    NEW.start IS OLD.start AND
    NEW.until IS OLD.until AND
    NEW.hours IS OLD.hours AND
    NEW.level IS OLD.level AND
    NEW.assessor IS OLD.assessor AND
    NEW.tools IS OLD.tools AND
    NEW.placement IS OLD.placement AND
    NEW.job_start IS OLD.job_start AND
    NEW.wage IS OLD.wage AND
    NEW.note IS OLD.note AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER vocational_training_same BEFORE UPDATE ON vocational_training
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER vocational_training_keep BEFORE DELETE ON vocational_training
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE skill (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  area TEXT,
  skill TEXT,
  level TEXT,
  date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  evidence TEXT,
  assessor TEXT REFERENCES record_index (id),
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER skill_closed BEFORE UPDATE ON skill
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.area IS OLD.area AND
    NEW.skill IS OLD.skill AND
    NEW.level IS OLD.level AND
    NEW.date IS OLD.date AND
    NEW.evidence IS OLD.evidence AND
    NEW.assessor IS OLD.assessor AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER skill_same BEFORE UPDATE ON skill
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER skill_keep BEFORE DELETE ON skill
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE certificate (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  title TEXT,
  issuer TEXT,
  date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  level TEXT,
  number TEXT,
  original TEXT,
  scan TEXT REFERENCES attachment (id),
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER certificate_closed BEFORE UPDATE ON certificate
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.title IS OLD.title AND
    NEW.issuer IS OLD.issuer AND
    NEW.date IS OLD.date AND
    NEW.level IS OLD.level AND
    NEW.number IS OLD.number AND
    NEW.original IS OLD.original AND
    NEW.scan IS OLD.scan AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER certificate_same BEFORE UPDATE ON certificate
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER certificate_keep BEFORE DELETE ON certificate
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE legal_case (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  code TEXT,
  kind TEXT,
  stage TEXT,
  court TEXT,
  number TEXT,
  opened_on TEXT CHECK (opened_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  charges TEXT,
  closed_on TEXT CHECK (closed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  outcome TEXT,
  police TEXT,
  investigator TEXT,
  prosecutor TEXT,
  judge TEXT,
  lawyer TEXT,
  lawyer_phone TEXT,
  guardian TEXT,
  interpreter TEXT,
  others_harmed BLOB,
  others_harmed_commitment BLOB CHECK (length (others_harmed_commitment) = 32),
  others_harmed_seal INTEGER,
  others_harmed_epoch INTEGER,
  testify TEXT,
  views TEXT,
  told_on TEXT CHECK (told_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  told_by TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE UNIQUE INDEX legal_case_by_code ON legal_case (code);
CREATE TRIGGER legal_case_closed BEFORE UPDATE ON legal_case
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.code IS OLD.code AND
    NEW.kind IS OLD.kind AND
    NEW.stage IS OLD.stage AND
    NEW.court IS OLD.court AND
    NEW.number IS OLD.number AND
    NEW.opened_on IS OLD.opened_on AND
    NEW.charges IS OLD.charges AND
    NEW.closed_on IS OLD.closed_on AND
    NEW.outcome IS OLD.outcome AND
    NEW.police IS OLD.police AND
    NEW.investigator IS OLD.investigator AND
    NEW.prosecutor IS OLD.prosecutor AND
    NEW.judge IS OLD.judge AND
    NEW.lawyer IS OLD.lawyer AND
    NEW.lawyer_phone IS OLD.lawyer_phone AND
    NEW.guardian IS OLD.guardian AND
    NEW.interpreter IS OLD.interpreter AND
    NEW.others_harmed_commitment IS OLD.others_harmed_commitment AND
    NEW.testify IS OLD.testify AND
    NEW.views IS OLD.views AND
    NEW.told_on IS OLD.told_on AND
    NEW.told_by IS OLD.told_by AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER legal_case_same BEFORE UPDATE ON legal_case
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER legal_case_keep BEFORE DELETE ON legal_case
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE accused (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  legal_case TEXT REFERENCES record_index (id),
  letter TEXT,
  identity BLOB,
  identity_commitment BLOB CHECK (length (identity_commitment) = 32),
  identity_seal INTEGER,
  identity_epoch INTEGER,
  relation TEXT,
  noted_on TEXT CHECK (noted_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  status TEXT,
  status_on TEXT CHECK (status_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  conditions TEXT,
  release_on TEXT CHECK (release_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  release_notice TEXT,
  no_contact INTEGER CHECK (no_contact IN (0, 1)),
  order_number TEXT,
  no_contact_from TEXT CHECK (no_contact_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  no_contact_until TEXT CHECK (no_contact_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  contact TEXT REFERENCES record_index (id),
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER accused_closed BEFORE UPDATE ON accused
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.legal_case IS OLD.legal_case AND
    NEW.letter IS OLD.letter AND
    NEW.identity_commitment IS OLD.identity_commitment AND
    NEW.relation IS OLD.relation AND
    NEW.noted_on IS OLD.noted_on AND
    NEW.status IS OLD.status AND
    NEW.status_on IS OLD.status_on AND
    NEW.conditions IS OLD.conditions AND
    NEW.release_on IS OLD.release_on AND
    NEW.release_notice IS OLD.release_notice AND
    NEW.no_contact IS OLD.no_contact AND
    NEW.order_number IS OLD.order_number AND
    NEW.no_contact_from IS OLD.no_contact_from AND
    NEW.no_contact_until IS OLD.no_contact_until AND
    NEW.contact IS OLD.contact AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER accused_same BEFORE UPDATE ON accused
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER accused_keep BEFORE DELETE ON accused
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE hearing (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  legal_case TEXT REFERENCES record_index (id),
  at TEXT CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  kind TEXT,
  court TEXT,
  judge TEXT,
  attend TEXT,
  closed TEXT,
  status TEXT,
  report_due TEXT CHECK (report_due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  report_filed_on TEXT CHECK (report_filed_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  summons_on TEXT CHECK (summons_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  support_person TEXT,
  escort TEXT CHECK (length (escort) % 27 = 26 AND escort NOT GLOB '*[^ 0-9A-Z]*'),
  transport TEXT,
  entrance TEXT,
  waiting_room TEXT,
  route TEXT,
  comfort TEXT,
  food TEXT,
  clothes TEXT,
  medicine TEXT,
  interpreter TEXT,
  children TEXT,
  after_care TEXT,
  signal TEXT,
  left_at TEXT CHECK (left_at GLOB '[0-9][0-9]:[0-9][0-9]'),
  arrived_at TEXT CHECK (arrived_at GLOB '[0-9][0-9]:[0-9][0-9]'),
  waited INTEGER CHECK (waited BETWEEN 0 AND 1440),
  heard_from TEXT CHECK (heard_from GLOB '[0-9][0-9]:[0-9][0-9]'),
  heard_until TEXT CHECK (heard_until GLOB '[0-9][0-9]:[0-9][0-9]'),
  breaks INTEGER CHECK (breaks BETWEEN 0 AND 30),
  measures_given TEXT,
  trouble TEXT,
  how_it_was TEXT,
  said TEXT,
  happened TEXT,
  result TEXT,
  told_on TEXT CHECK (told_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  next_on TEXT CHECK (next_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER hearing_closed BEFORE UPDATE ON hearing
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.legal_case IS OLD.legal_case AND
    NEW.at IS OLD.at AND
    NEW.kind IS OLD.kind AND
    NEW.court IS OLD.court AND
    NEW.judge IS OLD.judge AND
    NEW.attend IS OLD.attend AND
    NEW.closed IS OLD.closed AND
    NEW.status IS OLD.status AND
    NEW.report_due IS OLD.report_due AND
    NEW.report_filed_on IS OLD.report_filed_on AND
    NEW.summons_on IS OLD.summons_on AND
    NEW.support_person IS OLD.support_person AND
    NEW.escort IS OLD.escort AND
    NEW.transport IS OLD.transport AND
    NEW.entrance IS OLD.entrance AND
    NEW.waiting_room IS OLD.waiting_room AND
    NEW.route IS OLD.route AND
    NEW.comfort IS OLD.comfort AND
    NEW.food IS OLD.food AND
    NEW.clothes IS OLD.clothes AND
    NEW.medicine IS OLD.medicine AND
    NEW.interpreter IS OLD.interpreter AND
    NEW.children IS OLD.children AND
    NEW.after_care IS OLD.after_care AND
    NEW.signal IS OLD.signal AND
    NEW.left_at IS OLD.left_at AND
    NEW.arrived_at IS OLD.arrived_at AND
    NEW.waited IS OLD.waited AND
    NEW.heard_from IS OLD.heard_from AND
    NEW.heard_until IS OLD.heard_until AND
    NEW.breaks IS OLD.breaks AND
    NEW.measures_given IS OLD.measures_given AND
    NEW.trouble IS OLD.trouble AND
    NEW.how_it_was IS OLD.how_it_was AND
    NEW.said IS OLD.said AND
    NEW.happened IS OLD.happened AND
    NEW.result IS OLD.result AND
    NEW.told_on IS OLD.told_on AND
    NEW.next_on IS OLD.next_on AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER hearing_same BEFORE UPDATE ON hearing
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER hearing_keep BEFORE DELETE ON hearing
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE court_order (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  legal_case TEXT REFERENCES record_index (id),
  hearing TEXT REFERENCES record_index (id),
  ordered_on TEXT CHECK (ordered_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  number TEXT,
  words TEXT,
  responsible TEXT,
  due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  expires TEXT CHECK (expires GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  status TEXT,
  done_on TEXT CHECK (done_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  proof TEXT,
  obstacle TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER court_order_closed BEFORE UPDATE ON court_order
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.legal_case IS OLD.legal_case AND
    NEW.hearing IS OLD.hearing AND
    NEW.ordered_on IS OLD.ordered_on AND
    NEW.number IS OLD.number AND
    NEW.words IS OLD.words AND
    NEW.responsible IS OLD.responsible AND
    NEW.due IS OLD.due AND
    NEW.expires IS OLD.expires AND
    NEW.status IS OLD.status AND
    NEW.done_on IS OLD.done_on AND
    NEW.proof IS OLD.proof AND
    NEW.obstacle IS OLD.obstacle AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER court_order_same BEFORE UPDATE ON court_order
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER court_order_keep BEFORE DELETE ON court_order
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE protective_measure (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  legal_case TEXT REFERENCES record_index (id),
  hearing TEXT REFERENCES record_index (id),
  kind TEXT,
  detail TEXT,
  noted_on TEXT CHECK (noted_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  wanted TEXT,
  wish TEXT,
  requested_on TEXT CHECK (requested_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  requested_by TEXT,
  decision TEXT,
  decided_on TEXT CHECK (decided_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  reason TEXT,
  given TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER protective_measure_closed BEFORE UPDATE ON protective_measure
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.legal_case IS OLD.legal_case AND
    NEW.hearing IS OLD.hearing AND
    NEW.kind IS OLD.kind AND
    NEW.detail IS OLD.detail AND
    NEW.noted_on IS OLD.noted_on AND
    NEW.wanted IS OLD.wanted AND
    NEW.wish IS OLD.wish AND
    NEW.requested_on IS OLD.requested_on AND
    NEW.requested_by IS OLD.requested_by AND
    NEW.decision IS OLD.decision AND
    NEW.decided_on IS OLD.decided_on AND
    NEW.reason IS OLD.reason AND
    NEW.given IS OLD.given AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER protective_measure_same BEFORE UPDATE ON protective_measure
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER protective_measure_keep BEFORE DELETE ON protective_measure
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE preparation (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  hearing TEXT REFERENCES record_index (id),
  item TEXT,
  stage TEXT,
  text TEXT,
  days INTEGER CHECK (days BETWEEN -365 AND 365),
  due TEXT CHECK (due GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  who TEXT REFERENCES record_index (id),
  role TEXT,
  critical INTEGER CHECK (critical IN (0, 1)),
  done_on TEXT CHECK (done_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  done_by TEXT,
  reaction TEXT,
  note TEXT,
  not_needed INTEGER CHECK (not_needed IN (0, 1)),
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER preparation_closed BEFORE UPDATE ON preparation
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.hearing IS OLD.hearing AND
    NEW.item IS OLD.item AND
    NEW.stage IS OLD.stage AND
    NEW.text IS OLD.text AND
    NEW.days IS OLD.days AND
    NEW.due IS OLD.due AND
    NEW.who IS OLD.who AND
    NEW.role IS OLD.role AND
    NEW.critical IS OLD.critical AND
    NEW.done_on IS OLD.done_on AND
    NEW.done_by IS OLD.done_by AND
    NEW.reaction IS OLD.reaction AND
    NEW.note IS OLD.note AND
    NEW.not_needed IS OLD.not_needed AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER preparation_same BEFORE UPDATE ON preparation
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER preparation_keep BEFORE DELETE ON preparation
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE contribution (
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
  part TEXT,
  uses TEXT,
  text TEXT,
  basis TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER contribution_closed BEFORE UPDATE ON contribution
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.date IS OLD.date AND
    NEW.part IS OLD.part AND
    NEW.uses IS OLD.uses AND
    NEW.text IS OLD.text AND
    NEW.basis IS OLD.basis AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER contribution_same BEFORE UPDATE ON contribution
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER contribution_keep BEFORE DELETE ON contribution
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE court_report (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  hearing TEXT REFERENCES record_index (id),
  legal_case TEXT REFERENCES record_index (id),
  date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  asked_by TEXT,
  question TEXT,
  author_post TEXT,
  contacts TEXT,
  papers TEXT,
  situation TEXT,
  behaviour TEXT,
  family TEXT,
  views TEXT,
  asked_on TEXT CHECK (asked_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  asked_how TEXT,
  needs TEXT,
  risks TEXT,
  options TEXT,
  opinion TEXT,
  recommendations TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER court_report_closed BEFORE UPDATE ON court_report
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.hearing IS OLD.hearing AND
    NEW.legal_case IS OLD.legal_case AND
    NEW.date IS OLD.date AND
    NEW.asked_by IS OLD.asked_by AND
    NEW.question IS OLD.question AND
    NEW.author_post IS OLD.author_post AND
    NEW.contacts IS OLD.contacts AND
    NEW.papers IS OLD.papers AND
    NEW.situation IS OLD.situation AND
    NEW.behaviour IS OLD.behaviour AND
    NEW.family IS OLD.family AND
    NEW.views IS OLD.views AND
    NEW.asked_on IS OLD.asked_on AND
    NEW.asked_how IS OLD.asked_how AND
    NEW.needs IS OLD.needs AND
    NEW.risks IS OLD.risks AND
    NEW.options IS OLD.options AND
    NEW.opinion IS OLD.opinion AND
    NEW.recommendations IS OLD.recommendations AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER court_report_same BEFORE UPDATE ON court_report
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER court_report_keep BEFORE DELETE ON court_report
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
