-- 004_adjustments.sql - what stands beside the register: requirements as printed, overlaps,
-- reallocations, gross-to-net calculations.  The latest row of a key is in force; removed = 1
-- takes it away.

-- krav: a sum the source prints, and the difference its reason explains
CREATE TABLE requirement (
  id             INTEGER PRIMARY KEY,
  change         INTEGER NOT NULL,
  programme      INTEGER NOT NULL REFERENCES programme,
  year           INTEGER NOT NULL CHECK (year = 0 OR year BETWEEN 2000 AND 2099), -- 0: hela programmet
  kind           TEXT NOT NULL,              -- '': alla typer
  removed        INTEGER NOT NULL CHECK (removed BETWEEN 0 AND 1),
  amount_ore     INTEGER NOT NULL,
  difference_ore INTEGER NOT NULL,           -- computed - printed
  reason         TEXT NOT NULL
) STRICT;

-- överlapp: the same krona claimed by two actions; amount NULL: suspected only
CREATE TABLE overlap (
  id         INTEGER PRIMARY KEY,
  change     INTEGER NOT NULL,
  action     INTEGER NOT NULL REFERENCES action,
  other      INTEGER NOT NULL REFERENCES action CHECK (other <> action),
  year       INTEGER NOT NULL,               -- 0: ej årsfördelat
  removed    INTEGER NOT NULL CHECK (removed BETWEEN 0 AND 1),
  amount_ore INTEGER,
  yields     INTEGER REFERENCES action,      -- the one that gives way
  reason     TEXT NOT NULL
) STRICT;

-- omfördelning: a temporary budget increase, never netted
CREATE TABLE reallocation (
  id         INTEGER PRIMARY KEY,
  change     INTEGER NOT NULL,
  programme  INTEGER NOT NULL REFERENCES programme,
  code       TEXT NOT NULL CHECK (code <> ''),
  year       INTEGER NOT NULL,
  removed    INTEGER NOT NULL CHECK (removed BETWEEN 0 AND 1),
  purpose    TEXT NOT NULL,
  amount_ore INTEGER NOT NULL,
  terms      TEXT NOT NULL,
  funding    TEXT NOT NULL
) STRICT;

-- kalkyl: gross - cost = net of an area, as the source calculates it
CREATE TABLE calculation (
  id        INTEGER PRIMARY KEY,
  change    INTEGER NOT NULL,
  area      INTEGER NOT NULL REFERENCES area,
  period    TEXT NOT NULL,
  removed   INTEGER NOT NULL CHECK (removed BETWEEN 0 AND 1),
  gross_ore INTEGER NOT NULL,
  cost_ore  INTEGER NOT NULL,
  net_ore   INTEGER NOT NULL,
  sums      INTEGER NOT NULL CHECK (sums BETWEEN 0 AND 1),  -- net is the sum of the area's targets
  source    TEXT NOT NULL
) STRICT;

CREATE TRIGGER requirement_no_update BEFORE UPDATE ON requirement BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER requirement_no_delete BEFORE DELETE ON requirement BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER overlap_no_update BEFORE UPDATE ON overlap BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER overlap_no_delete BEFORE DELETE ON overlap BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER reallocation_no_update BEFORE UPDATE ON reallocation BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER reallocation_no_delete BEFORE DELETE ON reallocation BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER calculation_no_update BEFORE UPDATE ON calculation BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER calculation_no_delete BEFORE DELETE ON calculation BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
