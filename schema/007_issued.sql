-- 007_issued.sql - appendices that have been issued: which look at the data each was, so that
-- it can be printed again as it was, and a digest of what it showed.

-- fastställd bilaga: the latest row of (programme, number) is in force
CREATE TABLE issued (
  id        INTEGER PRIMARY KEY,
  change    INTEGER NOT NULL,
  programme INTEGER NOT NULL REFERENCES programme,
  number    INTEGER NOT NULL CHECK (number > 0),   -- "Bilaga 7"; never given again
  removed   INTEGER NOT NULL CHECK (removed BETWEEN 0 AND 1),
  book      TEXT NOT NULL CHECK (book <> ''),      -- "uppfoljning"
  cutoff    INTEGER NOT NULL CHECK (cutoff BETWEEN 200001 AND 209912),
  as_of     INTEGER NOT NULL,                      -- the last change it shows
  since     INTEGER,                               -- forandringar: the earlier instant's
  unit      INTEGER REFERENCES unit,               -- only its actions; NULL: all
  action    INTEGER REFERENCES action,             -- atgard: the one it is about
  decision  TEXT NOT NULL CHECK (decision <> ''),  -- "RS 2021-09-14 §123"
  digest    TEXT NOT NULL CHECK (length(digest) = 64)   -- SHA-256 of what it shows, hex
) STRICT;
CREATE INDEX issued_number ON issued (programme, number);

CREATE TRIGGER issued_no_update BEFORE UPDATE ON issued BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER issued_no_delete BEFORE DELETE ON issued BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
