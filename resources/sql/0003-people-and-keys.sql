-- SPDX-License-Identifier: GPL-3.0-or-later
-- People and keys: staff files, trainings, approvals, who may see a file, openings in an emergency, counselling
-- sessions; after how long the house locks itself; attached files of a compartment whose key is replaced.

-- What was done of one kind, such as giving keys, without reading the whole chain.
CREATE INDEX audit_by_action ON audit (action, sequence);
-- What one person did, and what was done in a time.
CREATE INDEX audit_by_person ON audit (person, at);
CREATE INDEX audit_by_time ON audit (at);

-- An attachment stays what it is; only the key to its file may be sealed once more, to the same commitment.
DROP TRIGGER attachment_same;
CREATE TRIGGER attachment_same BEFORE UPDATE ON attachment
WHEN NEW.id IS NOT OLD.id OR NEW.resident IS NOT OLD.resident OR NEW.name IS NOT OLD.name OR
    NEW.media_type IS NOT OLD.media_type OR NEW.size IS NOT OLD.size OR
    NEW.added_at IS NOT OLD.added_at OR NEW.added_by IS NOT OLD.added_by OR
    NEW.compartment IS NOT OLD.compartment OR NEW.file IS NOT OLD.file OR
    NEW.file_size IS NOT OLD.file_size OR NEW.file_hash IS NOT OLD.file_hash OR
    NEW.key IS NOT OLD.key OR NEW.sealed_commitment IS NOT OLD.sealed_commitment
BEGIN SELECT RAISE (ABORT, 'attachments are not changed'); END;

ALTER TABLE account ADD COLUMN password_given TEXT CHECK (password_given GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*');
DROP TRIGGER account_closed;
CREATE TRIGGER account_closed BEFORE UPDATE ON account
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.name IS OLD.name AND
    NEW.user IS OLD.user AND
    NEW.role IS OLD.role AND
    NEW.profession IS OLD.profession AND
    NEW.active IS OLD.active AND
    NEW.password_given IS OLD.password_given AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;

ALTER TABLE house ADD COLUMN lock_minutes INTEGER CHECK (lock_minutes BETWEEN 1 AND 15);
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
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;

CREATE TABLE staff_file (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  account TEXT REFERENCES record_index (id),
  position TEXT,
  employment TEXT,
  started TEXT CHECK (started GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  ended TEXT CHECK (ended GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  code_signed TEXT CHECK (code_signed GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  check_kind TEXT,
  check_result TEXT,
  check_date TEXT CHECK (check_date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  check_expires TEXT CHECK (check_expires GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  check_note TEXT,
  emergency_name TEXT,
  emergency_relation TEXT,
  emergency_phone TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER staff_file_closed BEFORE UPDATE ON staff_file
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.account IS OLD.account AND
    NEW.position IS OLD.position AND
    NEW.employment IS OLD.employment AND
    NEW.started IS OLD.started AND
    NEW.ended IS OLD.ended AND
    NEW.code_signed IS OLD.code_signed AND
    NEW.check_kind IS OLD.check_kind AND
    NEW.check_result IS OLD.check_result AND
    NEW.check_date IS OLD.check_date AND
    NEW.check_expires IS OLD.check_expires AND
    NEW.check_note IS OLD.check_note AND
    NEW.emergency_name IS OLD.emergency_name AND
    NEW.emergency_relation IS OLD.emergency_relation AND
    NEW.emergency_phone IS OLD.emergency_phone AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER staff_file_same BEFORE UPDATE ON staff_file
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER staff_file_keep BEFORE DELETE ON staff_file
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE staff_training (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  account TEXT REFERENCES record_index (id),
  title TEXT,
  held_by TEXT,
  date TEXT CHECK (date GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  valid_until TEXT CHECK (valid_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER staff_training_closed BEFORE UPDATE ON staff_training
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.account IS OLD.account AND
    NEW.title IS OLD.title AND
    NEW.held_by IS OLD.held_by AND
    NEW.date IS OLD.date AND
    NEW.valid_until IS OLD.valid_until AND
    NEW.note IS OLD.note AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER staff_training_same BEFORE UPDATE ON staff_training
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER staff_training_keep BEFORE DELETE ON staff_training
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE approval (
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
  subject_revision INTEGER CHECK (subject_revision BETWEEN 1 AND 1000000000),
  step TEXT,
  comment TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER approval_closed BEFORE UPDATE ON approval
WHEN 1 AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.subject IS OLD.subject AND
    NEW.subject_type IS OLD.subject_type AND
    NEW.subject_revision IS OLD.subject_revision AND
    NEW.step IS OLD.step AND
    NEW.comment IS OLD.comment AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER approval_same BEFORE UPDATE ON approval
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER approval_keep BEFORE DELETE ON approval
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE file_limit (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  person TEXT REFERENCES record_index (id),
  kind TEXT,
  reason TEXT,
  start TEXT CHECK (start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  until TEXT CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER file_limit_closed BEFORE UPDATE ON file_limit
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.person IS OLD.person AND
    NEW.kind IS OLD.kind AND
    NEW.reason IS OLD.reason AND
    NEW.start IS OLD.start AND
    NEW.until IS OLD.until AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER file_limit_same BEFORE UPDATE ON file_limit
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER file_limit_keep BEFORE DELETE ON file_limit
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE emergency_access (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  person TEXT REFERENCES record_index (id),
  opened_at TEXT CHECK (opened_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  until TEXT CHECK (until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  reason TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER emergency_access_closed BEFORE UPDATE ON emergency_access
WHEN 1 AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.person IS OLD.person AND
    NEW.opened_at IS OLD.opened_at AND
    NEW.until IS OLD.until AND
    NEW.reason IS OLD.reason AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER emergency_access_same BEFORE UPDATE ON emergency_access
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER emergency_access_keep BEFORE DELETE ON emergency_access
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TABLE counselling_session (
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
  start TEXT CHECK (start GLOB '[0-9][0-9]:[0-9][0-9]'),
  end TEXT CHECK (end GLOB '[0-9][0-9]:[0-9][0-9]'),
  kind TEXT,
  took_place TEXT,
  whose_choice TEXT,
  number INTEGER CHECK (number BETWEEN 1 AND 500),
  modality TEXT,
  place TEXT,
  present TEXT,
  language TEXT,
  mood_before INTEGER CHECK (mood_before BETWEEN 0 AND 10),
  mood_after INTEGER CHECK (mood_after BETWEEN 0 AND 10),
  said TEXT,
  asked_about TEXT,
  risk TEXT,
  escalated TEXT,
  themes TEXT,
  interventions TEXT,
  homework TEXT,
  next_session TEXT CHECK (next_session GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  summary TEXT,
  team_note BLOB,
  team_note_commitment BLOB CHECK (length (team_note_commitment) = 32),
  team_note_seal INTEGER,
  team_note_epoch INTEGER,
  process_note BLOB,
  process_note_commitment BLOB CHECK (length (process_note_commitment) = 32),
  process_note_seal INTEGER,
  process_note_epoch INTEGER,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
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
    NEW.homework IS OLD.homework AND
    NEW.next_session IS OLD.next_session AND
    NEW.summary IS OLD.summary AND
    NEW.team_note_commitment IS OLD.team_note_commitment AND
    NEW.process_note_commitment IS OLD.process_note_commitment AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER counselling_session_same BEFORE UPDATE ON counselling_session
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER counselling_session_keep BEFORE DELETE ON counselling_session
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
