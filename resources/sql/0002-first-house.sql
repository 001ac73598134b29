-- SPDX-License-Identifier: GPL-3.0-or-later
-- The first house: admissions, identity papers, belongings, documents, exploitation history, saved views; and what a
-- resident prefers.

-- Who did what to one record, without reading the whole chain.
CREATE INDEX audit_by_record ON audit (id, revision);

ALTER TABLE resident ADD COLUMN avoid_topics TEXT;
ALTER TABLE resident ADD COLUMN too_much TEXT;
ALTER TABLE resident ADD COLUMN may_sit_in TEXT;
ALTER TABLE resident ADD COLUMN different_from TEXT;
DROP TRIGGER resident_closed;
CREATE TRIGGER resident_closed BEFORE UPDATE ON resident
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.name_used IS OLD.name_used AND
    NEW.code IS OLD.code AND
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
    NEW.religion IS OLD.religion AND
    NEW.comforts IS OLD.comforts AND
    NEW.avoid_topics IS OLD.avoid_topics AND
    NEW.too_much IS OLD.too_much AND
    NEW.may_sit_in IS OLD.may_sit_in AND
    NEW.languages IS OLD.languages AND
    NEW.interpreter IS OLD.interpreter AND
    NEW.literacy IS OLD.literacy AND
    NEW.disability IS OLD.disability AND
    NEW.description IS OLD.description AND
    NEW.unsafe_places IS OLD.unsafe_places AND
    NEW.last_address_commitment IS OLD.last_address_commitment AND
    NEW.different_from IS OLD.different_from AND
    NEW.key_worker IS OLD.key_worker AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;

CREATE TABLE admission (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  arrived_at TEXT CHECK (arrived_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  age_stated INTEGER CHECK (age_stated BETWEEN 0 AND 120),
  operation TEXT,
  place_confirmed TEXT,
  needs TEXT,
  needs_note TEXT,
  given TEXT,
  followed INTEGER CHECK (followed IN (0, 1)),
  call_wish TEXT,
  rights_explained INTEGER CHECK (rights_explained IN (0, 1)),
  rights_on TEXT CHECK (rights_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  rights_language TEXT,
  orientation TEXT,
  questions TEXT,
  complete INTEGER CHECK (complete IN (0, 1)),
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER admission_closed BEFORE UPDATE ON admission
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.arrived_at IS OLD.arrived_at AND
    NEW.age_stated IS OLD.age_stated AND
    NEW.operation IS OLD.operation AND
    NEW.place_confirmed IS OLD.place_confirmed AND
    NEW.needs IS OLD.needs AND
    NEW.needs_note IS OLD.needs_note AND
    NEW.given IS OLD.given AND
    NEW.followed IS OLD.followed AND
    NEW.call_wish IS OLD.call_wish AND
    NEW.rights_explained IS OLD.rights_explained AND
    NEW.rights_on IS OLD.rights_on AND
    NEW.rights_language IS OLD.rights_language AND
    NEW.orientation IS OLD.orientation AND
    NEW.questions IS OLD.questions AND
    NEW.complete IS OLD.complete AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER admission_same BEFORE UPDATE ON admission
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER admission_keep BEFORE DELETE ON admission
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;

CREATE TABLE identity_document (
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
  number TEXT,
  name_on_it TEXT,
  issuer TEXT,
  issued TEXT CHECK (issued GLOB '[0-9][0-9][0-9][0-9]*'),
  expires TEXT CHECK (expires GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  original TEXT,
  original_detail TEXT,
  copy TEXT REFERENCES attachment (id),
  asked_on TEXT CHECK (asked_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  asked_from TEXT,
  expected_on TEXT CHECK (expected_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  obtained_on TEXT CHECK (obtained_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  note TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER identity_document_closed BEFORE UPDATE ON identity_document
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.kind IS OLD.kind AND
    NEW.number IS OLD.number AND
    NEW.name_on_it IS OLD.name_on_it AND
    NEW.issuer IS OLD.issuer AND
    NEW.issued IS OLD.issued AND
    NEW.expires IS OLD.expires AND
    NEW.original IS OLD.original AND
    NEW.original_detail IS OLD.original_detail AND
    NEW.copy IS OLD.copy AND
    NEW.asked_on IS OLD.asked_on AND
    NEW.asked_from IS OLD.asked_from AND
    NEW.expected_on IS OLD.expected_on AND
    NEW.obtained_on IS OLD.obtained_on AND
    NEW.note IS OLD.note AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER identity_document_same BEFORE UPDATE ON identity_document
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER identity_document_keep BEFORE DELETE ON identity_document
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;

CREATE TABLE belonging (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  item TEXT,
  quantity INTEGER CHECK (quantity BETWEEN 1 AND 9999),
  condition TEXT,
  description TEXT,
  photo TEXT REFERENCES attachment (id),
  kept TEXT,
  received_on TEXT CHECK (received_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  returned_on TEXT CHECK (returned_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  returned_to TEXT,
  signed INTEGER CHECK (signed IN (0, 1)),
  note TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER belonging_closed BEFORE UPDATE ON belonging
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.item IS OLD.item AND
    NEW.quantity IS OLD.quantity AND
    NEW.condition IS OLD.condition AND
    NEW.description IS OLD.description AND
    NEW.photo IS OLD.photo AND
    NEW.kept IS OLD.kept AND
    NEW.received_on IS OLD.received_on AND
    NEW.returned_on IS OLD.returned_on AND
    NEW.returned_to IS OLD.returned_to AND
    NEW.signed IS OLD.signed AND
    NEW.note IS OLD.note AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER belonging_same BEFORE UPDATE ON belonging
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER belonging_keep BEFORE DELETE ON belonging
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;

CREATE TABLE document (
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
  kind TEXT,
  file TEXT REFERENCES attachment (id),
  dated TEXT CHECK (dated GLOB '[0-9][0-9][0-9][0-9]*'),
  received_from TEXT,
  note TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER document_closed BEFORE UPDATE ON document
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.title IS OLD.title AND
    NEW.kind IS OLD.kind AND
    NEW.file IS OLD.file AND
    NEW.dated IS OLD.dated AND
    NEW.received_from IS OLD.received_from AND
    NEW.note IS OLD.note AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER document_same BEFORE UPDATE ON document
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER document_keep BEFORE DELETE ON document
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;

CREATE TABLE exploitation (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  resident TEXT NOT NULL REFERENCES record_index (id),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  adds_to TEXT REFERENCES record_index (id),
  kinds TEXT,
  industry TEXT,
  places TEXT,
  began TEXT CHECK (began GLOB '[0-9][0-9][0-9][0-9]*'),
  ended TEXT CHECK (ended GLOB '[0-9][0-9][0-9][0-9]*'),
  age_at_start INTEGER CHECK (age_at_start BETWEEN 0 AND 120),
  ending TEXT,
  recruiter TEXT,
  recruitment TEXT,
  promise TEXT,
  debt TEXT,
  journey TEXT,
  control TEXT,
  persons BLOB,
  persons_commitment BLOB CHECK (length (persons_commitment) = 32),
  persons_seal INTEGER,
  persons_epoch INTEGER,
  told_on TEXT CHECK (told_on GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]'),
  source TEXT,
  told_to TEXT,
  purpose TEXT,
  recorded TEXT,
  material TEXT,
  account BLOB,
  account_commitment BLOB CHECK (length (account_commitment) = 32),
  account_seal INTEGER,
  account_epoch INTEGER,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER exploitation_closed BEFORE UPDATE ON exploitation
WHEN 1 AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.adds_to IS OLD.adds_to AND
    NEW.kinds IS OLD.kinds AND
    NEW.industry IS OLD.industry AND
    NEW.places IS OLD.places AND
    NEW.began IS OLD.began AND
    NEW.ended IS OLD.ended AND
    NEW.age_at_start IS OLD.age_at_start AND
    NEW.ending IS OLD.ending AND
    NEW.recruiter IS OLD.recruiter AND
    NEW.recruitment IS OLD.recruitment AND
    NEW.promise IS OLD.promise AND
    NEW.debt IS OLD.debt AND
    NEW.journey IS OLD.journey AND
    NEW.control IS OLD.control AND
    NEW.persons_commitment IS OLD.persons_commitment AND
    NEW.told_on IS OLD.told_on AND
    NEW.source IS OLD.source AND
    NEW.told_to IS OLD.told_to AND
    NEW.purpose IS OLD.purpose AND
    NEW.recorded IS OLD.recorded AND
    NEW.material IS OLD.material AND
    NEW.account_commitment IS OLD.account_commitment AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER exploitation_same BEFORE UPDATE ON exploitation
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by OR
    NEW.resident IS NOT OLD.resident
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER exploitation_keep BEFORE DELETE ON exploitation
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;

CREATE TABLE saved_view (
  row INTEGER PRIMARY KEY REFERENCES record_index (row),
  id TEXT NOT NULL UNIQUE CHECK (length (id) = 26),
  revision INTEGER NOT NULL CHECK (revision > 0),
  state TEXT NOT NULL CHECK (state IN ('open', 'signed', 'in_error')),
  created_at TEXT NOT NULL CHECK (created_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  created_by TEXT NOT NULL,
  changed_at TEXT CHECK (changed_at GLOB '[0-9][0-9][0-9][0-9]-[0-9][0-9]-[0-9][0-9]T*Z*'),
  changed_by TEXT,
  title TEXT,
  list TEXT,
  question TEXT,
  extra TEXT CHECK (json_valid (extra))
) STRICT;
CREATE TRIGGER saved_view_closed BEFORE UPDATE ON saved_view
WHEN OLD.state <> 'open' AND NOT (
    (NEW.state IS OLD.state AND NEW.revision IS OLD.revision OR
     NEW.state = 'in_error' AND OLD.state <> 'in_error') AND
    NEW.title IS OLD.title AND
    NEW.list IS OLD.list AND
    NEW.question IS OLD.question AND
    NEW.extra IS OLD.extra)
BEGIN SELECT RAISE (ABORT, 'this record is closed'); END;
CREATE TRIGGER saved_view_same BEFORE UPDATE ON saved_view
WHEN NEW.row IS NOT OLD.row OR NEW.id IS NOT OLD.id OR
    NEW.created_at IS NOT OLD.created_at OR NEW.created_by IS NOT OLD.created_by
BEGIN SELECT RAISE (ABORT, 'a record stays what it is'); END;
CREATE TRIGGER saved_view_keep BEFORE DELETE ON saved_view
BEGIN SELECT RAISE (ABORT, 'records are kept'); END;
