-- 008_goals.sql - the other follow-up systems: goals, indicators and what they show,
-- assignments, preconditions, and what actions have to do with them.  Decisions, milestones
-- and status reports are made anew with what those documents say about them; what they held
-- stays, and so do its digests, because a column that is NULL is not in one.
--
-- Values are hundredths of the indicator's unit, NULL for none.  '' is "not said".  The
-- latest row of a key is in force; removed = 1 takes it away.

CREATE TEMP TABLE held_decision AS SELECT * FROM decision;
CREATE TEMP TABLE held_milestone AS SELECT * FROM milestone;
CREATE TEMP TABLE held_report AS SELECT * FROM status_report;
DROP TABLE decision;
DROP TABLE milestone;
DROP TABLE status_report;

-- beslut or other dated event: the latest row of (programme, code, action) is in force
--   action: NULL: about the programme
--   day: as written: 2019-06-12, våren 2019
--   body: instans
--   journal: diarienummer
--   phase: fas of the programme
--   amount_ore: what it promised or told of
CREATE TABLE decision (
  id         INTEGER PRIMARY KEY,
  change     INTEGER NOT NULL,
  programme  INTEGER NOT NULL REFERENCES programme,
  code       TEXT NOT NULL CHECK (code <> ''),
  action     INTEGER REFERENCES action,
  removed    INTEGER NOT NULL CHECK (removed BETWEEN 0 AND 1),
  day        TEXT NOT NULL,
  body       TEXT NOT NULL,
  paragraph  TEXT NOT NULL,
  journal    TEXT NOT NULL,
  outcome    TEXT NOT NULL,
  subject    TEXT NOT NULL,
  phase      TEXT,
  amount_ore INTEGER,
  note       TEXT
) STRICT;
CREATE INDEX decision_code ON decision (programme, code, action);
CREATE INDEX decision_change ON decision (change);

-- milstolpe of an action, or of a goal: the latest row of (action, goal, name) is in force
--   due: when it should be reached
--   reached: when it was; '' while it is open
--   programme, goal: of a goal's; goal is its code
CREATE TABLE milestone (
  id        INTEGER PRIMARY KEY,
  change    INTEGER NOT NULL,
  action    INTEGER REFERENCES action,
  name      TEXT NOT NULL CHECK (name <> ''),
  removed   INTEGER NOT NULL CHECK (removed BETWEEN 0 AND 1),
  due       TEXT NOT NULL,
  reached   TEXT NOT NULL,
  programme INTEGER REFERENCES programme,
  goal      TEXT CHECK ((goal IS NULL) <> (action IS NULL))
) STRICT;
CREATE INDEX milestone_action ON milestone (action);
CREATE INDEX milestone_change ON milestone (change);

-- lägesrapport: the latest row of (action, round) is in force
--   comment: of an uppdrag: pågående arbete
--   nothing_new: inget nytt att redovisa
--   result: of an uppdrag: resultat
CREATE TABLE status_report (
  id          INTEGER PRIMARY KEY,
  change      INTEGER NOT NULL,
  action      INTEGER NOT NULL REFERENCES action,
  round       INTEGER NOT NULL REFERENCES round,
  removed     INTEGER NOT NULL CHECK (removed BETWEEN 0 AND 1),
  status      TEXT NOT NULL,
  light       TEXT NOT NULL,
  comment     TEXT NOT NULL,
  nothing_new INTEGER NOT NULL CHECK (nothing_new BETWEEN 0 AND 1),
  result      TEXT
) STRICT;
CREATE INDEX status_report_key ON status_report (action, round);

INSERT INTO decision SELECT *, NULL, NULL, NULL FROM held_decision;
INSERT INTO milestone SELECT *, NULL, NULL FROM held_milestone;
INSERT INTO status_report SELECT *, NULL FROM held_report;
DROP TABLE held_decision;
DROP TABLE held_milestone;
DROP TABLE held_report;

-- mål: a node of a tree.  parent is a code of the same programme, '' for a root
--   area: grupp
CREATE TABLE goal (
  id        INTEGER PRIMARY KEY,
  change    INTEGER NOT NULL,
  programme INTEGER NOT NULL REFERENCES programme,
  code      TEXT NOT NULL CHECK (code <> ''),
  removed   INTEGER NOT NULL,
  parent    TEXT NOT NULL,
  level     TEXT NOT NULL CHECK (level <> ''),
  number    TEXT NOT NULL,
  name      TEXT NOT NULL,
  area      TEXT NOT NULL,
  note      TEXT NOT NULL
) STRICT;

-- styrmått, uppföljningsmått
--   goal: code
--   direction: öka, minska, nå, minst, högst
--   aim: the target in words
--   women: the target in numbers
--   periods: when it is followed up
--   section: the production table it is a row of
--   part_of: code of the one it is a "varav" of
CREATE TABLE indicator (
  id        INTEGER PRIMARY KEY,
  change    INTEGER NOT NULL,
  programme INTEGER NOT NULL REFERENCES programme,
  code      TEXT NOT NULL CHECK (code <> ''),
  removed   INTEGER NOT NULL,
  name      TEXT NOT NULL CHECK (name <> ''),
  goal      TEXT NOT NULL,
  direction TEXT NOT NULL,
  aim       TEXT NOT NULL,
  women     INTEGER,
  men       INTEGER,
  total     INTEGER,
  unit      TEXT NOT NULL,
  periods   TEXT NOT NULL,
  section   TEXT NOT NULL,
  part_of   TEXT NOT NULL,
  note      TEXT NOT NULL
) STRICT;

-- mätvärde: the latest row of (programme, indicator, place, month, span) is in force
--   indicator: code
--   place: ort
--   month: the period's last
--   span: its months
--   text: as printed
--   attained: måluppfyllelse as printed
--   trend: utveckling as printed
CREATE TABLE measurement (
  id        INTEGER PRIMARY KEY,
  change    INTEGER NOT NULL,
  programme INTEGER NOT NULL REFERENCES programme,
  indicator TEXT NOT NULL CHECK (indicator <> ''),
  place     TEXT NOT NULL,
  month     INTEGER NOT NULL CHECK (month BETWEEN 200001 AND 209912),
  span      INTEGER NOT NULL CHECK (span BETWEEN 1 AND 12),
  removed   INTEGER NOT NULL,
  women     INTEGER,
  men       INTEGER,
  total     INTEGER,
  text      TEXT NOT NULL,
  attained  TEXT NOT NULL,
  trend     TEXT NOT NULL,
  note      TEXT NOT NULL
) STRICT;
CREATE INDEX measurement_key ON measurement (programme, indicator, place);

-- uppdrag or strategisk åtgärd: what makes an action one
--   effect: förväntad effekt
--   amount_text: an amount the source only tells of
CREATE TABLE assignment (
  id               INTEGER PRIMARY KEY,
  change           INTEGER NOT NULL,
  action           INTEGER NOT NULL REFERENCES action,
  removed          INTEGER NOT NULL,
  form             TEXT NOT NULL CHECK (form <> ''),
  timetable        TEXT NOT NULL,
  timetable_kind   TEXT NOT NULL,
  timetable_period TEXT NOT NULL,
  effect           TEXT NOT NULL,
  amount_text      TEXT NOT NULL
) STRICT;

-- förutsättning: what must be in place before effects can come
CREATE TABLE precondition (
  id          INTEGER PRIMARY KEY,
  change      INTEGER NOT NULL,
  programme   INTEGER NOT NULL REFERENCES programme,
  name        TEXT NOT NULL CHECK (name <> ''),
  removed     INTEGER NOT NULL,
  required    TEXT NOT NULL,
  met         TEXT NOT NULL,
  explanation TEXT NOT NULL
) STRICT;

-- what an action has to do with a goal, an indicator or a decision of its programme
--   relation: mål, mått, beslut, målbelopp
--   year: of the target that the decision set
CREATE TABLE link (
  id       INTEGER PRIMARY KEY,
  change   INTEGER NOT NULL,
  action   INTEGER NOT NULL REFERENCES action,
  relation TEXT NOT NULL CHECK (relation <> ''),
  code     TEXT NOT NULL CHECK (code <> ''),
  year     INTEGER NOT NULL,
  removed  INTEGER NOT NULL
) STRICT;

CREATE TRIGGER decision_no_update BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER decision_no_delete BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER milestone_no_update BEFORE UPDATE ON milestone BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER milestone_no_delete BEFORE DELETE ON milestone BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER status_report_no_update BEFORE UPDATE ON status_report BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER status_report_no_delete BEFORE DELETE ON status_report BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER goal_no_update BEFORE UPDATE ON goal BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER goal_no_delete BEFORE DELETE ON goal BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER indicator_no_update BEFORE UPDATE ON indicator BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER indicator_no_delete BEFORE DELETE ON indicator BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER measurement_no_update BEFORE UPDATE ON measurement BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER measurement_no_delete BEFORE DELETE ON measurement BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER assignment_no_update BEFORE UPDATE ON assignment BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER assignment_no_delete BEFORE DELETE ON assignment BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER precondition_no_update BEFORE UPDATE ON precondition BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER precondition_no_delete BEFORE DELETE ON precondition BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER link_no_update BEFORE UPDATE ON link BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER link_no_delete BEFORE DELETE ON link BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
