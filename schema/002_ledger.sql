-- 002_ledger.sql - plan lines, their targets, the ledger of realised savings, its balances.

-- Lists of words are checked with OR: IN would fill a temporary table for every row.

-- mållinje: action × recipient × cost kind.  Targets and savings point at a line, so a
-- saving on a unit the action does not belong to cannot exist.
CREATE TABLE line (
  id        INTEGER PRIMARY KEY,
  change    INTEGER NOT NULL,
  action    INTEGER NOT NULL REFERENCES action,
  unit      INTEGER REFERENCES unit,         -- mottagare; NULL: ej fördelad
  cost_kind TEXT NOT NULL CHECK (cost_kind = 'ospecificerat' OR cost_kind = 'personal'
              OR cost_kind = 'drift' OR cost_kind = 'material' OR cost_kind = 'intäkt'
              OR cost_kind = 'införandekostnad')
) STRICT;
CREATE UNIQUE INDEX line_key ON line (action, coalesce(unit, 0), cost_kind);

-- mål: the latest row of (line, year) is in force; amount NULL withdraws it
CREATE TABLE target (
  id         INTEGER PRIMARY KEY,
  change     INTEGER NOT NULL,
  line       INTEGER NOT NULL REFERENCES line,
  year       INTEGER NOT NULL CHECK (year = 0 OR year BETWEEN 2000 AND 2099), -- 0: ej årsfördelad
  amount_ore INTEGER
) STRICT;
CREATE INDEX target_line ON target (line, year);

-- utfall.  A correction points at the row it corrects; the amounts add up.  `reports` adds
-- up to 1 while the saving stands and to 0 when it has been taken back.
CREATE TABLE saving (
  id         INTEGER PRIMARY KEY,
  change     INTEGER NOT NULL,
  programme  INTEGER NOT NULL,              -- the line's, for saving_ref
  line       INTEGER NOT NULL REFERENCES line,
  month      INTEGER NOT NULL CHECK (month BETWEEN 200001 AND 209912), -- YYYYMM
  amount_ore INTEGER NOT NULL,
  reports    INTEGER NOT NULL CHECK (reports BETWEEN -1 AND 1),
  corrects   INTEGER REFERENCES saving,
  ref        TEXT,                           -- as given; NULL: one per line and month
  document   TEXT,                           -- underlag
  comment    TEXT
) STRICT;
-- Sums per line and month come from this index alone.
CREATE INDEX saving_sums ON saving (line, month, amount_ore, reports);
-- Nothing is counted twice.
CREATE UNIQUE INDEX saving_ref ON saving (programme, ref) WHERE ref IS NOT NULL;
CREATE UNIQUE INDEX saving_own ON saving (line, month) WHERE ref IS NULL AND corrects IS NULL;
CREATE INDEX saving_corrects ON saving (corrects) WHERE corrects IS NOT NULL;

-- Derived, not a fact: what targets and savings in force add up to per group and year
-- (src/ledger/balance.h).  kontroll recomputes it from the ledger and compares.
CREATE TABLE balance (
  programme    INTEGER NOT NULL REFERENCES programme,
  grouping     INTEGER NOT NULL,             -- enum grouping
  counts       INTEGER NOT NULL,
  key          INTEGER NOT NULL,             -- unit, kind, area, action, cost kind or month
  year         INTEGER NOT NULL,             -- 0: ej årsfördelat
  target_ore   INTEGER NOT NULL,
  targets      INTEGER NOT NULL,             -- how many amounts are in the sum
  realised_ore INTEGER NOT NULL,
  reports      INTEGER NOT NULL,
  PRIMARY KEY (programme, grouping, counts, year, key)
) STRICT, WITHOUT ROWID;

CREATE TRIGGER line_no_update BEFORE UPDATE ON line BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER line_no_delete BEFORE DELETE ON line BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER target_no_update BEFORE UPDATE ON target BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER target_no_delete BEFORE DELETE ON target BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER saving_no_update BEFORE UPDATE ON saving BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER saving_no_delete BEFORE DELETE ON saving BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
