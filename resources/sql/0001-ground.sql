-- SPDX-License-Identifier: GPL-3.0-or-later
-- The ground: what every record has, its history, the audit chain; then a table per record type.
-- Shapes only are checked here: choices, required fields and rules live in the record types.
-- The part below "record types" is written by build/…/tests/store/print-schema from the descriptors.

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
CREATE INDEX record_index_by_type ON record_index (type, event, state, resident);
CREATE INDEX record_index_by_resident ON record_index (resident, event, type, state);
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

-- record types
