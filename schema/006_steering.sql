-- 006_steering.sql - how a programme is steered: settings, the state of rounds, attests of
-- savings, and what the stages rest on (beslut, risk- och konsekvensanalys, milstolpar).

-- inställning: the latest row of (programme, name) is in force.  Every programme is given a
-- row of each when it is made, so that weights and thresholds can be read with any tool.
CREATE TABLE setting (
  id        INTEGER PRIMARY KEY,
  change    INTEGER NOT NULL,
  programme INTEGER REFERENCES programme,    -- NULL: of the whole database
  name      TEXT NOT NULL CHECK (name <> ''),
  value     TEXT NOT NULL                    -- as written: "75 %", "30", "ja"; '': the default
) STRICT;

-- The latest row of a round is in force; without one it is open and has no due date.
CREATE TABLE round_state (
  id     INTEGER PRIMARY KEY,
  change INTEGER NOT NULL,
  round  INTEGER NOT NULL REFERENCES round,
  due    TEXT NOT NULL,                      -- ÅÅÅÅ-MM-DD or ''
  closed INTEGER NOT NULL CHECK (closed BETWEEN 0 AND 1)
) STRICT;
CREATE INDEX round_state_round ON round_state (round);

-- verifiering: a second person's attest of one row of the ledger; the latest is in force
CREATE TABLE verification (
  id       INTEGER PRIMARY KEY,
  change   INTEGER NOT NULL,
  saving   INTEGER NOT NULL REFERENCES saving,
  standing INTEGER NOT NULL CHECK (standing BETWEEN 0 AND 1),
  note     TEXT NOT NULL
) STRICT;
CREATE INDEX verification_saving ON verification (saving);
CREATE INDEX verification_change ON verification (change);

-- beslut: the latest row of (programme, code, action) is in force
CREATE TABLE decision (
  id        INTEGER PRIMARY KEY,
  change    INTEGER NOT NULL,
  programme INTEGER NOT NULL REFERENCES programme,
  code      TEXT NOT NULL CHECK (code <> ''),
  action    INTEGER REFERENCES action,       -- NULL: about the programme
  removed   INTEGER NOT NULL CHECK (removed BETWEEN 0 AND 1),
  day       TEXT NOT NULL,                   -- as written: 2019-06-12, våren 2019
  body      TEXT NOT NULL,                   -- instans
  paragraph TEXT NOT NULL,
  journal   TEXT NOT NULL,                   -- diarienummer
  outcome   TEXT NOT NULL,
  subject   TEXT NOT NULL
) STRICT;
CREATE INDEX decision_code ON decision (programme, code, action);
CREATE INDEX decision_change ON decision (change);

-- risk- och konsekvensanalys: the latest row of an action is in force
CREATE TABLE assessment (
  id         INTEGER PRIMARY KEY,
  change     INTEGER NOT NULL,
  action     INTEGER NOT NULL REFERENCES action,
  removed    INTEGER NOT NULL CHECK (removed BETWEEN 0 AND 1),
  day        TEXT NOT NULL,
  reference  TEXT NOT NULL,                  -- diarienummer or document
  conclusion TEXT NOT NULL
) STRICT;
CREATE INDEX assessment_action ON assessment (action);
CREATE INDEX assessment_change ON assessment (change);

-- milstolpe: the latest row of (action, name) is in force
CREATE TABLE milestone (
  id      INTEGER PRIMARY KEY,
  change  INTEGER NOT NULL,
  action  INTEGER NOT NULL REFERENCES action,
  name    TEXT NOT NULL CHECK (name <> ''),
  removed INTEGER NOT NULL CHECK (removed BETWEEN 0 AND 1),
  due     TEXT NOT NULL,                     -- when it should be reached
  reached TEXT NOT NULL                      -- when it was; '': open
) STRICT;
CREATE INDEX milestone_action ON milestone (action);
CREATE INDEX milestone_change ON milestone (change);

-- Derived, not a fact: where each action that is not removed stands now, as its newest
-- version says, so that a list of actions does not look for it.  kontroll compares.
CREATE TABLE place (
  programme INTEGER NOT NULL,
  action    INTEGER NOT NULL,
  unit      INTEGER NOT NULL,
  counts    INTEGER NOT NULL,
  code      TEXT NOT NULL,
  PRIMARY KEY (programme, action)
) STRICT, WITHOUT ROWID;
INSERT INTO place SELECT a.programme, a.id, v.unit, v.counts, a.code FROM action a JOIN action_version v ON v.action = a.id
  WHERE NOT v.removed AND v.version = (SELECT max(w.version) FROM action_version w WHERE w.action = a.id);

CREATE TRIGGER setting_no_update BEFORE UPDATE ON setting BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER setting_no_delete BEFORE DELETE ON setting BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER round_state_no_update BEFORE UPDATE ON round_state BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER round_state_no_delete BEFORE DELETE ON round_state BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER verification_no_update BEFORE UPDATE ON verification BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER verification_no_delete BEFORE DELETE ON verification BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER decision_no_update BEFORE UPDATE ON decision BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER decision_no_delete BEFORE DELETE ON decision BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER assessment_no_update BEFORE UPDATE ON assessment BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER assessment_no_delete BEFORE DELETE ON assessment BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER milestone_no_update BEFORE UPDATE ON milestone BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;
CREATE TRIGGER milestone_no_delete BEFORE DELETE ON milestone BEGIN SELECT RAISE(ABORT, 'facts are append-only'); END;

-- The sums of each förvaltning straight from the facts, for whoever would check the program
-- with another tool: it reads neither balance nor anything that C has computed.  unit is the
-- action's own at the top level, year 0 is ej årsfördelat.  No targets, or no reports, is
-- no amount: `targets` and `reports` say how many there are.
CREATE VIEW v_check_unit_year AS
WITH RECURSIVE tree (unit, top) AS (SELECT id, id FROM unit WHERE parent IS NULL
  UNION ALL SELECT u.id, top FROM tree JOIN unit u ON u.parent = unit),
amount (line, year, target, saving, reports) AS (
  SELECT line, year, amount_ore, 0, 0 FROM target WHERE id IN
    (SELECT max(id) FROM target GROUP BY line, year)
  UNION ALL SELECT line, month / 100, NULL, amount_ore, reports FROM saving)
SELECT a.programme, top AS unit, counts, year, sum(target) AS target_ore,
  count(target) AS targets, sum(saving) AS realised_ore, sum(reports) AS reports
FROM amount JOIN line l ON l.id = line JOIN action a ON a.id = l.action
JOIN action_version v ON v.action = a.id JOIN tree ON tree.unit = v.unit
WHERE NOT removed AND version =
  (SELECT max(version) FROM action_version w WHERE w.action = a.id)
GROUP BY a.programme, top, counts, year;
