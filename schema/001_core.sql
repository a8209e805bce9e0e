-- 001_core.sql - changes, programmes, the organisation, and the register of actions.
--
-- Every fact belongs to a change, is inserted once and is never updated or deleted: the
-- triggers below refuse it.  The current state is the latest row of a key; the state as of
-- change N is the latest row with change <= N.  Ids grow with the changes, so the order of
-- ids is the order of history.  Amounts are integer öre; '' is "not said".
--
-- A fact's change has no foreign key: its row is written last, because the digest covers the
-- facts, and a deferred key would search every table for children at each commit.  kontroll
-- looks for facts that no change has written.

-- One transaction.  Digests are chained: kontroll recomputes them from the facts.
CREATE TABLE change (
  number      INTEGER PRIMARY KEY,           -- 1, 2, 3 ...: decides history's order
  at_ms       INTEGER NOT NULL,              -- UTC, ms since 1970; never goes back
  who         TEXT NOT NULL,
  verb        TEXT NOT NULL,                 -- "import plan", "andra", "utfall" ...
  note        TEXT NOT NULL,                 -- file names and the like
  undoes      INTEGER REFERENCES change,
  last_saving INTEGER NOT NULL,              -- greatest saving.id after the change
  digest      BLOB NOT NULL CHECK (length(digest) = 32)
) STRICT;

CREATE TABLE programme (
  id     INTEGER PRIMARY KEY,
  change INTEGER NOT NULL,
  code   TEXT NOT NULL UNIQUE CHECK (code <> '')
) STRICT;

CREATE TABLE programme_version (
  id        INTEGER PRIMARY KEY,
  change    INTEGER NOT NULL,
  programme INTEGER NOT NULL REFERENCES programme,
  name      TEXT NOT NULL
) STRICT;

-- förvaltningar: nodes of the organisation tree
CREATE TABLE unit (
  id        INTEGER PRIMARY KEY,
  change    INTEGER NOT NULL,
  programme INTEGER NOT NULL REFERENCES programme,
  name      TEXT NOT NULL CHECK (name <> ''),
  parent    INTEGER REFERENCES unit,         -- NULL: top level, where rollups stop
  UNIQUE (programme, name)
) STRICT;

-- områden: the plan's section headings
CREATE TABLE area (
  id        INTEGER PRIMARY KEY,
  change    INTEGER NOT NULL,
  programme INTEGER NOT NULL REFERENCES programme,
  name      TEXT NOT NULL CHECK (name <> ''),
  UNIQUE (programme, name)
) STRICT;

-- åtgärder: the identity; everything else about one is a version
CREATE TABLE action (
  id        INTEGER PRIMARY KEY,
  change    INTEGER NOT NULL,
  programme INTEGER NOT NULL REFERENCES programme,
  code      TEXT NOT NULL CHECK (code <> ''),
  UNIQUE (programme, code)
) STRICT;

CREATE TABLE action_version (
  id          INTEGER PRIMARY KEY,
  change      INTEGER NOT NULL,
  action      INTEGER NOT NULL REFERENCES action,
  version     INTEGER NOT NULL CHECK (version > 0),
  removed     INTEGER NOT NULL CHECK (removed BETWEEN 0 AND 1),
  name        TEXT NOT NULL CHECK (name <> ''),
  unit        INTEGER NOT NULL REFERENCES unit,
  area        INTEGER REFERENCES area,
  kind        TEXT NOT NULL CHECK (kind = '' OR kind = 'budgetreducering'
                OR kind = 'underskottshantering'),
  counts      INTEGER NOT NULL CHECK (counts BETWEEN 0 AND 1),   -- räknas mot kravet
  owner       TEXT NOT NULL,
  status      TEXT NOT NULL,
  stage       INTEGER NOT NULL CHECK (stage BETWEEN 0 AND 5),
  basis       TEXT NOT NULL CHECK (basis = 'period' OR basis = 'nivå' OR basis = 'engång'),
  plan_ready  TEXT NOT NULL,                 -- as plans write dates: "Q4 2019", "våren 2020"
  start       TEXT NOT NULL,
  finish      TEXT NOT NULL,
  indicator   TEXT NOT NULL,
  description TEXT NOT NULL,
  UNIQUE (action, version)                   -- two who save version 8: the second is refused
) STRICT;

CREATE TRIGGER change_no_update BEFORE UPDATE ON change BEGIN SELECT RAISE(ABORT, 'history does not change'); END;
CREATE TRIGGER change_no_delete BEFORE DELETE ON change BEGIN SELECT RAISE(ABORT, 'history does not change'); END;
CREATE TRIGGER programme_no_update BEFORE UPDATE ON programme BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER programme_no_delete BEFORE DELETE ON programme BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER programme_version_no_update BEFORE UPDATE ON programme_version BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER programme_version_no_delete BEFORE DELETE ON programme_version BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER unit_no_update BEFORE UPDATE ON unit BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER unit_no_delete BEFORE DELETE ON unit BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER area_no_update BEFORE UPDATE ON area BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER area_no_delete BEFORE DELETE ON area BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER action_no_update BEFORE UPDATE ON action BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER action_no_delete BEFORE DELETE ON action BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER action_version_no_update BEFORE UPDATE ON action_version BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER action_version_no_delete BEFORE DELETE ON action_version BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
