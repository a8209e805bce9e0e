-- 005_reference.sql - earlier programmes to judge this one against.

-- referensprogram: what was promised and what came of it
CREATE TABLE benchmark (
  id           INTEGER PRIMARY KEY,
  change       INTEGER NOT NULL,
  programme    INTEGER NOT NULL REFERENCES programme,
  code         TEXT NOT NULL CHECK (code <> ''),
  removed      INTEGER NOT NULL CHECK (removed BETWEEN 0 AND 1),
  name         TEXT NOT NULL,
  period       TEXT NOT NULL,
  promised_ore INTEGER,
  realised_ore INTEGER,
  source       TEXT NOT NULL
) STRICT;

CREATE TRIGGER benchmark_no_update BEFORE UPDATE ON benchmark BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER benchmark_no_delete BEFORE DELETE ON benchmark BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
