-- SPDX-License-Identifier: GPL-3.0-or-later
-- The ground: what every record has, its history, the audit chain; then a table per record type.
-- Shapes only are checked here: choices, required fields and rules live in the record types.
-- The part below "record types" was written by tests/store/print-schema from the descriptors.

-- Every record of every type, in one place: its number here is its row in its own table and in the
-- search tables. "event" is the local date of what it tells of, with the time when that is known.
CREATE TABLE record_index (
  row INTEGER PRIMARY KEY,
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  type TEXT NOT NULL,
  resident TEXT REFERENCES record_index (id),
  event TEXT NOT NULL CHECK (event = '' OR event GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]*'),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error'))
) STRICT;
CREATE INDEX record_index_by_type ON record_index (type, event, row, state);
CREATE INDEX record_index_by_resident ON record_index (resident, event, row, type, state);
CREATE TRIGGER record_index_keep BEFORE DELETE ON record_index
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
CREATE TRIGGER record_index_same BEFORE UPDATE ON record_index
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR NEW.type IS NOT OLD.type
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;

-- A record as it was at each save; sealed text only as its commitment.
CREATE TABLE revision (
  id TEXT NOT NULL REFERENCES record_index (id),
  revision INTEGER NOT NULL CHECK (revision > 0),
  at TEXT NOT NULL,
  by TEXT NOT NULL,
  reason TEXT,
  body TEXT NOT NULL CHECK (json_valid (body)),
  PRIMARY KEY (id, revision)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER revision_keep BEFORE DELETE ON revision
BEGIN SELECT RAISE (ABORT, 'history is kept'); END;
CREATE TRIGGER revision_same BEFORE UPDATE ON revision
BEGIN SELECT RAISE (ABORT, 'history is not changed'); END;

-- The chain: each row's hash covers the one before, and its author signs it.
CREATE TABLE audit (
  sequence INTEGER PRIMARY KEY CHECK (sequence > 0),
  at TEXT NOT NULL CHECK (at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T[0-9][0-9]:[0-9][0-9]:[0-9][0-9]Z'),
  utc_offset TEXT NOT NULL,
  boot TEXT NOT NULL,
  sign_in TEXT NOT NULL,
  person TEXT NOT NULL,
  role TEXT NOT NULL,
  action TEXT NOT NULL,
  type TEXT NOT NULL,
  id TEXT NOT NULL,
  revision INTEGER NOT NULL,
  before BLOB,
  after BLOB,
  reason TEXT NOT NULL,
  previous BLOB NOT NULL CHECK (length (previous) = 32),
  hash BLOB NOT NULL CHECK (length (hash) = 32),
  signature BLOB NOT NULL CHECK (length (signature) = 64)
) STRICT;
CREATE TRIGGER audit_keep BEFORE DELETE ON audit
BEGIN SELECT RAISE (ABORT, 'the audit is kept'); END;
CREATE TRIGGER audit_same BEFORE UPDATE ON audit
BEGIN SELECT RAISE (ABORT, 'the audit is not changed'); END;

-- Whose signature is whose. Each row has its own audit row, signed by somebody known before.
CREATE TABLE person_key (
  person TEXT NOT NULL,
  signing BLOB NOT NULL CHECK (length (signing) = 32),
  sealing BLOB NOT NULL CHECK (length (sealing) = 32),
  epoch INTEGER NOT NULL CHECK (epoch > 0),
  since TEXT NOT NULL,
  PRIMARY KEY (person, signing)
) STRICT, WITHOUT ROWID;
CREATE TRIGGER person_key_keep BEFORE DELETE ON person_key
BEGIN SELECT RAISE (ABORT, 'keys are kept'); END;
CREATE TRIGGER person_key_same BEFORE UPDATE ON person_key
BEGIN SELECT RAISE (ABORT, 'keys are not changed'); END;

-- drafts, attachments, search

-- What a person typed and has not saved yet. Values as JSON; those of sealed fields are sealed in there.
CREATE TABLE draft (
  place INTEGER PRIMARY KEY, -- the newest has the highest
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  author TEXT NOT NULL,
  type TEXT NOT NULL,
  record TEXT NOT NULL,
  resident TEXT NOT NULL,
  revision INTEGER NOT NULL CHECK (revision >= 0),
  saved_at TEXT NOT NULL,
  body TEXT NOT NULL CHECK (json_valid (body))
) STRICT;
CREATE INDEX draft_by_author ON draft (author, type, record, resident, place);

-- Attached files: what they are, and the key that opens files/<file>. Of a compartment's files the key is sealed.
CREATE TABLE attachment (
  id TEXT NOT NULL PRIMARY KEY CHECK (length (id) = 26),
  resident TEXT REFERENCES record_index (id),
  name TEXT NOT NULL,
  media_type TEXT NOT NULL,
  size INTEGER NOT NULL CHECK (size >= 0),
  added_at TEXT NOT NULL,
  added_by TEXT NOT NULL,
  compartment TEXT NOT NULL,
  file TEXT NOT NULL CHECK (length (file) = 64 AND file NOT GLOB '*[^0-9a-f]*'),
  file_size INTEGER NOT NULL CHECK (file_size > 0),
  file_hash BLOB NOT NULL CHECK (length (file_hash) = 32),
  key BLOB CHECK (length (key) = 32),
  sealed_key BLOB,
  sealed_commitment BLOB CHECK (length (sealed_commitment) = 32),
  sealed_number INTEGER,
  CHECK ((key IS NULL) = (compartment <> '')),
  CHECK ((sealed_key IS NULL) = (compartment = ''))
) STRICT, WITHOUT ROWID;
CREATE INDEX attachment_by_file ON attachment (file);
CREATE TRIGGER attachment_keep BEFORE DELETE ON attachment
BEGIN SELECT RAISE (ABORT, 'attachments are kept'); END;
CREATE TRIGGER attachment_same BEFORE UPDATE ON attachment
BEGIN SELECT RAISE (ABORT, 'attachments are not changed'); END;

-- Search text of a record up to each tier: 1 house, 2 care, 3 case, 4 clinical. A row is there only where the
-- record has text of just that tier; it then holds that of the lower ones too, so that all words of a question
-- are looked for in one place. rowid is record_index.row.
CREATE VIRTUAL TABLE search_1 USING fts5 (body, tokenize = 'trigram remove_diacritics 1', columnsize = 0);
CREATE VIRTUAL TABLE search_2 USING fts5 (body, tokenize = 'trigram remove_diacritics 1', columnsize = 0);
CREATE VIRTUAL TABLE search_3 USING fts5 (body, tokenize = 'trigram remove_diacritics 1', columnsize = 0);
CREATE VIRTUAL TABLE search_4 USING fts5 (body, tokenize = 'trigram remove_diacritics 1', columnsize = 0);
-- Names and codes once more, so that people are found before what is written of them: rowid is row * 8 + tier.
CREATE VIRTUAL TABLE search_name USING fts5 (body, tokenize = 'trigram remove_diacritics 1', columnsize = 0);
-- FTS5's own secure-delete stays off: in SQLite 3.46 it spoils the index when a transaction is rolled back. The
-- pages are encrypted, and what is taken out of a record stays in its history; a purge has to run 'optimize'.

-- Each word of a name or code, for questions too short for three letters at a time.
CREATE TABLE search_word (
  word TEXT NOT NULL,
  row INTEGER NOT NULL REFERENCES record_index (row),
  PRIMARY KEY (word, row)
) STRICT, WITHOUT ROWID;
CREATE INDEX search_word_by_row ON search_word (row);

-- record types

CREATE TABLE house (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  name TEXT,
  organisation TEXT,
  letter_address TEXT,
  letter_phone TEXT,
  demo INTEGER CHECK (demo IN (0, 1)),
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER house_closed BEFORE UPDATE ON house
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.name IS OLD.name AND
    NEW.organisation IS OLD.organisation AND
    NEW.letter_address IS OLD.letter_address AND
    NEW.letter_phone IS OLD.letter_phone AND
    NEW.demo IS OLD.demo AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER house_same BEFORE UPDATE ON house
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER house_keep BEFORE DELETE ON house
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;

CREATE TABLE account (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  name TEXT,
  user TEXT,
  role TEXT,
  profession TEXT,
  active INTEGER CHECK (active IN (0, 1)),
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER account_closed BEFORE UPDATE ON account
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.name IS OLD.name AND
    NEW.user IS OLD.user AND
    NEW.role IS OLD.role AND
    NEW.profession IS OLD.profession AND
    NEW.active IS OLD.active AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER account_same BEFORE UPDATE ON account
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER account_keep BEFORE DELETE ON account
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;

CREATE TABLE resident (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  code TEXT,
  name_used TEXT,
  local_name TEXT,
  form_of_address TEXT,
  pseudonym TEXT,
  legal_name TEXT,
  aliases TEXT,
  photo TEXT REFERENCES attachment (id),
  birth TEXT CHECK (birth GLOB '[0-9][0-9][0-9][0-9]*'),
  birth_source TEXT,
  sex TEXT,
  gender TEXT,
  nationality TEXT,
  birth_place TEXT,
  origin_district TEXT,
  ethnicity TEXT,
  marital_status TEXT,
  children INTEGER CHECK (children BETWEEN 0 AND 20),
  strengths TEXT,
  wishes TEXT,
  comforts TEXT,
  religion TEXT,
  languages TEXT,
  interpreter INTEGER CHECK (interpreter IN (0, 1)),
  literacy TEXT,
  disability TEXT,
  description TEXT,
  unsafe_places TEXT,
  last_address BLOB,
  last_address_commitment BLOB CHECK (length (last_address_commitment) = 32),
  last_address_seal INTEGER,
  last_address_epoch INTEGER,
  key_worker TEXT REFERENCES record_index (id),
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE UNIQUE INDEX resident_by_code ON resident (code);
CREATE TRIGGER resident_closed BEFORE UPDATE ON resident
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.code IS OLD.code AND
    NEW.name_used IS OLD.name_used AND
    NEW.local_name IS OLD.local_name AND
    NEW.form_of_address IS OLD.form_of_address AND
    NEW.pseudonym IS OLD.pseudonym AND
    NEW.legal_name IS OLD.legal_name AND
    NEW.aliases IS OLD.aliases AND
    NEW.photo IS OLD.photo AND
    NEW.birth IS OLD.birth AND
    NEW.birth_source IS OLD.birth_source AND
    NEW.sex IS OLD.sex AND
    NEW.gender IS OLD.gender AND
    NEW.nationality IS OLD.nationality AND
    NEW.birth_place IS OLD.birth_place AND
    NEW.origin_district IS OLD.origin_district AND
    NEW.ethnicity IS OLD.ethnicity AND
    NEW.marital_status IS OLD.marital_status AND
    NEW.children IS OLD.children AND
    NEW.strengths IS OLD.strengths AND
    NEW.wishes IS OLD.wishes AND
    NEW.comforts IS OLD.comforts AND
    NEW.religion IS OLD.religion AND
    NEW.languages IS OLD.languages AND
    NEW.interpreter IS OLD.interpreter AND
    NEW.literacy IS OLD.literacy AND
    NEW.disability IS OLD.disability AND
    NEW.description IS OLD.description AND
    NEW.unsafe_places IS OLD.unsafe_places AND
    NEW.last_address_commitment IS OLD.last_address_commitment AND
    NEW.key_worker IS OLD.key_worker AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER resident_same BEFORE UPDATE ON resident
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER resident_keep BEFORE DELETE ON resident
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;

CREATE TABLE stay (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  placement TEXT,
  start TEXT CHECK (start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  planned_end TEXT CHECK (planned_end GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  end TEXT CHECK (end GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  end_reason TEXT,
  room TEXT,
  wish TEXT,
  legal_basis TEXT,
  decided_by TEXT,
  order_number TEXT,
  order_issued TEXT CHECK (order_issued GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  order_expires TEXT CHECK (order_expires GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  referred_by TEXT,
  referrer TEXT,
  brought_by TEXT,
  condition TEXT,
  first_words TEXT,
  supervision TEXT,
  leave_conditions TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER stay_closed BEFORE UPDATE ON stay
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.placement IS OLD.placement AND
    NEW.start IS OLD.start AND
    NEW.planned_end IS OLD.planned_end AND
    NEW.end IS OLD.end AND
    NEW.end_reason IS OLD.end_reason AND
    NEW.room IS OLD.room AND
    NEW.wish IS OLD.wish AND
    NEW.legal_basis IS OLD.legal_basis AND
    NEW.decided_by IS OLD.decided_by AND
    NEW.order_number IS OLD.order_number AND
    NEW.order_issued IS OLD.order_issued AND
    NEW.order_expires IS OLD.order_expires AND
    NEW.referred_by IS OLD.referred_by AND
    NEW.referrer IS OLD.referrer AND
    NEW.brought_by IS OLD.brought_by AND
    NEW.condition IS OLD.condition AND
    NEW.first_words IS OLD.first_words AND
    NEW.supervision IS OLD.supervision AND
    NEW.leave_conditions IS OLD.leave_conditions AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER stay_same BEFORE UPDATE ON stay
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER stay_keep BEFORE DELETE ON stay
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;

CREATE TABLE contact (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  name TEXT,
  relation TEXT,
  also_here TEXT REFERENCES record_index (id),
  languages TEXT,
  trusted INTEGER CHECK (trusted IN (0, 1)),
  wish TEXT,
  safe_to_call TEXT,
  phone TEXT,
  call_hours TEXT,
  say_we_are TEXT,
  emergency INTEGER CHECK (emergency IN (0, 1)),
  no_contact INTEGER CHECK (no_contact IN (0, 1)),
  no_contact_since TEXT CHECK (no_contact_since GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  no_contact_order TEXT,
  no_contact_reason BLOB,
  no_contact_reason_commitment BLOB CHECK (length (no_contact_reason_commitment) = 32),
  no_contact_reason_seal INTEGER,
  no_contact_reason_epoch INTEGER,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER contact_closed BEFORE UPDATE ON contact
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.name IS OLD.name AND
    NEW.relation IS OLD.relation AND
    NEW.also_here IS OLD.also_here AND
    NEW.languages IS OLD.languages AND
    NEW.trusted IS OLD.trusted AND
    NEW.wish IS OLD.wish AND
    NEW.safe_to_call IS OLD.safe_to_call AND
    NEW.phone IS OLD.phone AND
    NEW.call_hours IS OLD.call_hours AND
    NEW.say_we_are IS OLD.say_we_are AND
    NEW.emergency IS OLD.emergency AND
    NEW.no_contact IS OLD.no_contact AND
    NEW.no_contact_since IS OLD.no_contact_since AND
    NEW.no_contact_order IS OLD.no_contact_order AND
    NEW.no_contact_reason_commitment IS OLD.no_contact_reason_commitment AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER contact_same BEFORE UPDATE ON contact
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER contact_keep BEFORE DELETE ON contact
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;

CREATE TABLE alert (
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
  level TEXT,
  text TEXT,
  action TEXT,
  start TEXT CHECK (start GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  end TEXT CHECK (end GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  review TEXT CHECK (review GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER alert_closed BEFORE UPDATE ON alert
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.kind IS OLD.kind AND
    NEW.level IS OLD.level AND
    NEW.text IS OLD.text AND
    NEW.action IS OLD.action AND
    NEW.start IS OLD.start AND
    NEW.end IS OLD.end AND
    NEW.review IS OLD.review AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER alert_same BEFORE UPDATE ON alert
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER alert_keep BEFORE DELETE ON alert
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;

CREATE TABLE daily_log (
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
  shift TEXT,
  presence TEXT,
  mood TEXT,
  mood_word TEXT,
  participation TEXT,
  positive_moment TEXT,
  own_words TEXT,
  sleep_from TEXT CHECK (sleep_from GLOB '[0-9][0-9]:[0-9][0-9]'),
  sleep_to TEXT CHECK (sleep_to GLOB '[0-9][0-9]:[0-9][0-9]'),
  times_woken INTEGER CHECK (times_woken BETWEEN 0 AND 30),
  nightmares INTEGER CHECK (nightmares IN (0, 1)),
  breakfast TEXT,
  lunch TEXT,
  dinner TEXT,
  hygiene TEXT,
  attendance TEXT,
  activity TEXT,
  contacts TEXT,
  health TEXT,
  concern TEXT,
  notes TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER daily_log_closed BEFORE UPDATE ON daily_log
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.date IS OLD.date AND
    NEW.shift IS OLD.shift AND
    NEW.presence IS OLD.presence AND
    NEW.mood IS OLD.mood AND
    NEW.mood_word IS OLD.mood_word AND
    NEW.participation IS OLD.participation AND
    NEW.positive_moment IS OLD.positive_moment AND
    NEW.own_words IS OLD.own_words AND
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
CREATE TRIGGER daily_log_same BEFORE UPDATE ON daily_log
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER daily_log_keep BEFORE DELETE ON daily_log
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;

CREATE TABLE consent (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  purpose TEXT,
  recipient TEXT,
  categories TEXT,
  limits TEXT,
  given_by TEXT,
  assent INTEGER CHECK (assent IN (0, 1)),
  reasons TEXT,
  explained_by TEXT,
  language TEXT,
  manner TEXT,
  scan TEXT REFERENCES attachment (id),
  valid_from TEXT CHECK (valid_from GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  valid_until TEXT CHECK (valid_until GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  withdrawn_on TEXT CHECK (withdrawn_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  withdrawal TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER consent_closed BEFORE UPDATE ON consent
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.purpose IS OLD.purpose AND
    NEW.recipient IS OLD.recipient AND
    NEW.categories IS OLD.categories AND
    NEW.limits IS OLD.limits AND
    NEW.given_by IS OLD.given_by AND
    NEW.assent IS OLD.assent AND
    NEW.reasons IS OLD.reasons AND
    NEW.explained_by IS OLD.explained_by AND
    NEW.language IS OLD.language AND
    NEW.manner IS OLD.manner AND
    NEW.scan IS OLD.scan AND
    NEW.valid_from IS OLD.valid_from AND
    NEW.valid_until IS OLD.valid_until AND
    NEW.withdrawn_on IS OLD.withdrawn_on AND
    NEW.withdrawal IS OLD.withdrawal AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER consent_same BEFORE UPDATE ON consent
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER consent_keep BEFORE DELETE ON consent
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;

CREATE TABLE statement (
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
  body TEXT,
  interviewer TEXT,
  place TEXT,
  purpose TEXT,
  topics TEXT,
  minutes INTEGER CHECK (minutes BETWEEN 0 AND 1440),
  support_person TEXT,
  recorded TEXT,
  reference TEXT,
  reusable_for TEXT,
  effect TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
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
    NEW.minutes IS OLD.minutes AND
    NEW.support_person IS OLD.support_person AND
    NEW.recorded IS OLD.recorded AND
    NEW.reference IS OLD.reference AND
    NEW.reusable_for IS OLD.reusable_for AND
    NEW.effect IS OLD.effect AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER statement_same BEFORE UPDATE ON statement
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER statement_keep BEFORE DELETE ON statement
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
