-- 003_followup.sql - reporting rounds, status reports and forecasts.

-- rapporteringsomgång: a label and the month it ends with
CREATE TABLE round (
  id        INTEGER PRIMARY KEY,
  change    INTEGER NOT NULL,
  programme INTEGER NOT NULL REFERENCES programme,
  label     TEXT NOT NULL CHECK (label <> ''),   -- "DÅ04-2021", "2021-03"
  cutoff    INTEGER NOT NULL CHECK (cutoff BETWEEN 200001 AND 209912),
  UNIQUE (programme, label)
) STRICT;

-- lägesrapport: the latest row of (action, round) is in force
CREATE TABLE status_report (
  id          INTEGER PRIMARY KEY,
  change      INTEGER NOT NULL,
  action      INTEGER NOT NULL REFERENCES action,
  round       INTEGER NOT NULL REFERENCES round,
  removed     INTEGER NOT NULL CHECK (removed BETWEEN 0 AND 1),
  status      TEXT NOT NULL,
  light       TEXT NOT NULL,
  comment     TEXT NOT NULL,
  nothing_new INTEGER NOT NULL CHECK (nothing_new BETWEEN 0 AND 1)  -- inget nytt att redovisa
) STRICT;
CREATE INDEX status_report_key ON status_report (action, round);

-- prognos: the owner's, for the whole year of the round's cut-off; NULL withdraws it
CREATE TABLE forecast (
  id         INTEGER PRIMARY KEY,
  change     INTEGER NOT NULL,
  action     INTEGER NOT NULL REFERENCES action,
  round      INTEGER NOT NULL REFERENCES round,
  year       INTEGER NOT NULL CHECK (year BETWEEN 2000 AND 2099),
  amount_ore INTEGER
) STRICT;
CREATE INDEX forecast_key ON forecast (action, round, year);

CREATE TRIGGER round_no_update BEFORE UPDATE ON round BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER round_no_delete BEFORE DELETE ON round BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER status_report_no_update BEFORE UPDATE ON status_report BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER status_report_no_delete BEFORE DELETE ON status_report BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER forecast_no_update BEFORE UPDATE ON forecast BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER forecast_no_delete BEFORE DELETE ON forecast BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
