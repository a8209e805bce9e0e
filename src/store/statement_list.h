/*
 * statement_list.h - every one-line SQL statement, once.  No include guard.
 *
 * STATEMENT(name, sql).  Parameters are numbered; every statement is prepared against a
 * fresh schema by a test.
 */
STATEMENT(BEGIN, "BEGIN IMMEDIATE")
STATEMENT(BEGIN_READ, "BEGIN")
STATEMENT(COMMIT, "COMMIT")
STATEMENT(ROLLBACK, "ROLLBACK")
STATEMENT(DATA_VERSION, "PRAGMA data_version")

/* changes */
STATEMENT(LAST_CHANGE, "SELECT number, at_ms, who, digest, last_saving FROM change ORDER BY number DESC LIMIT 1")
STATEMENT(CHANGE, "SELECT number, at_ms, who, verb, note, undoes, last_saving, digest FROM change WHERE number = ?1")
STATEMENT(CHANGES, "SELECT number, at_ms, who, verb, note, undoes, last_saving, digest FROM change ORDER BY number")
STATEMENT(CHANGE_AT, "SELECT max(number) FROM change WHERE at_ms <= ?1")
STATEMENT(ADD_CHANGE, "INSERT INTO change (number, at_ms, who, verb, note, undoes, last_saving, digest) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8)")

/* programmes and the organisation; ?2 is the change as of which */
STATEMENT(PROGRAMMES, "SELECT p.id, p.code, v.name FROM programme p JOIN programme_version v ON v.programme = p.id WHERE v.change <= ?1 ORDER BY p.id, v.id")
STATEMENT(ADD_PROGRAMME, "INSERT INTO programme (change, code) VALUES (?1, ?2)")
STATEMENT(ADD_PROGRAMME_VERSION, "INSERT INTO programme_version (change, programme, name) VALUES (?1, ?2, ?3)")
STATEMENT(UNITS, "SELECT id, coalesce(parent, 0), name FROM unit WHERE programme = ?1 AND change <= ?2 ORDER BY id")
STATEMENT(ADD_UNIT, "INSERT INTO unit (change, programme, name) VALUES (?1, ?2, ?3)")
STATEMENT(AREAS, "SELECT id, name FROM area WHERE programme = ?1 AND change <= ?2 ORDER BY id")
STATEMENT(ADD_AREA, "INSERT INTO area (change, programme, name) VALUES (?1, ?2, ?3)")

/* the register */
/* NOT INDEXED: in order of id without a sort; the newest version by one step from the end of
 * its index, which needs no look at `change` when everything is wanted as it is now */
#define VERSION_COLUMNS "action, version, removed, name, unit, area, kind, counts, owner, status, stage, basis, plan_ready, start, finish, indicator, description"
#define NEWEST_VERSION "action_version v ON v.id = (SELECT w.id FROM action_version w WHERE w.action = a.id ORDER BY w.version DESC LIMIT 1)"
STATEMENT(ACTIONS_NOW, "SELECT " VERSION_COLUMNS ", a.code FROM action a NOT INDEXED JOIN " NEWEST_VERSION " WHERE a.programme = ?1 AND ?2 ORDER BY a.id")
/* the whole table in its order, without a look at each row's key: programmes are few */
STATEMENT(PLACES, "SELECT action, unit, counts, code FROM place WHERE +programme = ?1 ORDER BY programme, action")
/* after a change whose versions are those above ?1 */
#define NEW_VERSION "action_version v JOIN action a ON a.id = v.action WHERE v.id > ?1 AND v.version = (SELECT max(w.version) FROM action_version w WHERE w.action = v.action)"
STATEMENT(LEAVE_PLACES, "DELETE FROM place WHERE (programme, action) IN (SELECT a.programme, a.id FROM " NEW_VERSION " AND v.removed)")
STATEMENT(TAKE_PLACES, "INSERT OR REPLACE INTO place (programme, action, unit, counts, code) SELECT a.programme, a.id, v.unit, v.counts, a.code FROM " NEW_VERSION " AND NOT v.removed")
#undef NEW_VERSION
STATEMENT(WRONG_PLACES, "WITH newest AS (SELECT a.programme, a.id, v.unit, v.counts, a.code FROM action a NOT INDEXED JOIN " NEWEST_VERSION " WHERE NOT v.removed) SELECT (SELECT count(*) FROM (SELECT * FROM newest EXCEPT SELECT * FROM place)) + (SELECT count(*) FROM (SELECT * FROM place EXCEPT SELECT * FROM newest))")
STATEMENT(ACTION_NOW, "SELECT " VERSION_COLUMNS " FROM action_version WHERE action = ?1 ORDER BY version DESC LIMIT 1")
STATEMENT(ACTIONS,
    "SELECT " VERSION_COLUMNS ", a.code FROM action a NOT INDEXED JOIN action_version v ON v.id = (SELECT w.id FROM action_version w WHERE w.action = a.id AND w.change <= ?2 ORDER BY w.version DESC LIMIT 1) WHERE a.programme = ?1 ORDER BY a.id")
#undef VERSION_COLUMNS
#undef NEWEST_VERSION
STATEMENT(ACTION_BY_CODE, "SELECT id FROM action WHERE programme = ?1 AND code = ?2")
STATEMENT(ACTION_CODES, "SELECT id, code FROM action WHERE programme = ?1 AND change <= ?2 ORDER BY id")
STATEMENT(ACTION_VERSION, "SELECT max(version) FROM action_version WHERE action = ?1")
STATEMENT(ACTION_CHANGED, "SELECT c.at_ms, c.who FROM action_version v JOIN change c ON c.number = v.change WHERE v.action = ?1 AND v.change <= ?2 ORDER BY v.version DESC LIMIT 1")
STATEMENT(ADD_ACTION, "INSERT INTO action (change, programme, code) VALUES (?1, ?2, ?3)")
STATEMENT(ADD_VERSION, "INSERT INTO action_version (change, action, version, removed, name, unit, area, kind, counts, owner, status, stage, basis, plan_ready, start, finish, indicator, description) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16, ?17, ?18)")

/* lines, targets */
STATEMENT(LINES, "SELECT l.id, l.action, coalesce(l.unit, 0), l.cost_kind FROM line l JOIN action a ON a.id = l.action WHERE a.programme = ?1 AND l.change <= ?2 ORDER BY l.id")
STATEMENT(LINES_OF_ACTION, "SELECT id, action, coalesce(unit, 0), cost_kind FROM line WHERE action = ?1 AND change <= ?2 ORDER BY id")
STATEMENT(LINE_BY_KEY, "SELECT id FROM line WHERE action = ?1 AND coalesce(unit, 0) = ?2 AND cost_kind = ?3")
STATEMENT(ADD_LINE, "INSERT INTO line (change, action, unit, cost_kind) VALUES (?1, ?2, ?3, ?4) ON CONFLICT DO NOTHING")
STATEMENT(TARGETS, "SELECT t.line, t.year, t.amount_ore FROM target t JOIN line l ON l.id = t.line JOIN action a ON a.id = l.action WHERE a.programme = ?1 AND t.change <= ?2 ORDER BY t.id")
STATEMENT(TARGETS_OF_LINE, "SELECT year, amount_ore FROM target WHERE line = ?1 AND change <= ?2 ORDER BY id")
STATEMENT(ADD_TARGETS, "INSERT INTO target (change, line, year, amount_ore) SELECT ?1, line, year, amount_ore FROM target_batch")

/* the ledger; ?n last_saving is the greatest id seen */
STATEMENT(ADD_SAVING, "INSERT INTO saving (change, programme, line, month, amount_ore, reports, corrects, ref, document, comment) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10) ON CONFLICT DO NOTHING")
STATEMENT(ADD_SAVINGS, "INSERT INTO saving (change, programme, line, month, amount_ore, reports, ref, document, comment) SELECT ?1, ?2, line, month, amount_ore, 1, ref, document, comment FROM saving_batch WHERE true ON CONFLICT DO NOTHING")
STATEMENT(SAVING_BY_REF, "SELECT id, line, month FROM saving WHERE programme = ?1 AND ref = ?2")
STATEMENT(SAVING_OWN, "SELECT id, line, month FROM saving WHERE line = ?1 AND month = ?2 AND ref IS NULL AND corrects IS NULL")
STATEMENT(SAVING_SUM, "SELECT s.amount_ore + coalesce((SELECT sum(c.amount_ore) FROM saving c WHERE c.corrects = s.id), 0), s.reports + coalesce((SELECT sum(c.reports) FROM saving c WHERE c.corrects = s.id), 0) FROM saving s WHERE s.id = ?1")
STATEMENT(SAVINGS_OF_LINE,
    "SELECT s.id, s.line, s.month, s.amount_ore + coalesce((SELECT sum(c.amount_ore) FROM saving c WHERE c.corrects = s.id AND c.id <= ?2), 0), s.reports + coalesce((SELECT sum(c.reports) FROM saving c WHERE c.corrects = s.id AND c.id <= ?2), 0), s.ref, coalesce((SELECT c.document FROM saving c WHERE c.corrects = s.id AND c.reports >= 0 AND c.document IS NOT NULL AND c.id <= ?2 ORDER BY c.id DESC LIMIT 1), s.document), coalesce((SELECT c.comment FROM saving c WHERE c.corrects = s.id AND c.reports >= 0 AND c.comment IS NOT NULL AND c.id <= ?2 ORDER BY c.id DESC LIMIT 1), s.comment) "
    "FROM saving s WHERE s.line = ?1 AND s.id <= ?2 AND s.corrects IS NULL ORDER BY s.month, s.id")
STATEMENT(SAVINGS,
    "SELECT s.id, s.line, s.month, s.amount_ore + coalesce((SELECT sum(c.amount_ore) FROM saving c WHERE c.corrects = s.id), 0), s.reports + coalesce((SELECT sum(c.reports) FROM saving c WHERE c.corrects = s.id), 0), s.ref, coalesce((SELECT c.document FROM saving c WHERE c.corrects = s.id AND c.reports >= 0 AND c.document IS NOT NULL ORDER BY c.id DESC LIMIT 1), s.document), coalesce((SELECT c.comment FROM saving c WHERE c.corrects = s.id AND c.reports >= 0 AND c.comment IS NOT NULL ORDER BY c.id DESC LIMIT 1), s.comment) "
    "FROM saving s WHERE s.programme = ?1 AND s.corrects IS NULL ORDER BY s.id")
STATEMENT(CUBE, "SELECT line, month, amount_ore, reports FROM saving WHERE id <= ?1 ORDER BY line, month")
STATEMENT(CUBE_OF_LINE, "SELECT line, month, amount_ore, reports FROM saving WHERE line = ?2 AND month BETWEEN ?3 AND ?4 AND id <= ?1 ORDER BY month")

/* balances */
STATEMENT(BALANCES, "SELECT counts, key, year, target_ore, targets, realised_ore, reports FROM balance WHERE programme = ?1 AND grouping = ?2")
STATEMENT(YEAR_BALANCES, "SELECT counts, key, year, target_ore, targets, realised_ore, reports FROM balance WHERE programme = ?1 AND grouping = ?2 AND counts = ?3 AND year = ?4 AND key BETWEEN ?5 AND ?6")
STATEMENT(ALL_BALANCES, "SELECT counts, key, year, target_ore, targets, realised_ore, reports, grouping FROM balance WHERE programme = ?1")
STATEMENT(ADD_BALANCES, "INSERT INTO balance (programme, grouping, counts, key, year, target_ore, targets, realised_ore, reports) SELECT ?1, grouping, counts, key, year, target_ore, targets, realised_ore, reports FROM balance_batch WHERE true ON CONFLICT DO UPDATE SET target_ore = target_ore + excluded.target_ore, targets = targets + excluded.targets, realised_ore = realised_ore + excluded.realised_ore, reports = reports + excluded.reports")
STATEMENT(LAST_POSTED, "SELECT max(key) FROM balance WHERE programme = ?1 AND grouping = 6")
STATEMENT(LAST_YEAR, "SELECT max(year) FROM balance WHERE programme = ?1 AND targets > 0")
STATEMENT(LAST_MONTH, "SELECT max(key) FROM balance WHERE programme = ?1 AND grouping = 6 AND reports > 0 AND realised_ore <> 0")

/* facets: how each line is classified as of a change */
STATEMENT(FACETS,
    "SELECT l.id, l.action, v.unit, coalesce(l.unit, 0), coalesce(v.area, 0), v.kind, l.cost_kind, v.counts, v.removed FROM line l JOIN action a ON a.id = l.action JOIN action_version v ON v.action = a.id AND v.version = (SELECT max(w.version) FROM action_version w WHERE w.action = a.id AND w.change <= ?2) WHERE a.programme = ?1 AND l.change <= ?2 ORDER BY l.id")
STATEMENT(FACET_OF_ACTION, "SELECT v.unit, coalesce(v.area, 0), v.kind, v.counts, v.removed FROM action_version v WHERE v.action = ?1 ORDER BY v.version DESC LIMIT 1")

/* rounds, reports */
STATEMENT(ANY_ROUND, "SELECT 1 FROM round WHERE programme = ?1 LIMIT 1")
STATEMENT(ROUNDS, "SELECT id, label, cutoff FROM round WHERE programme = ?1 AND change <= ?2 ORDER BY cutoff, label")
STATEMENT(ADD_ROUND, "INSERT INTO round (change, programme, label, cutoff) VALUES (?1, ?2, ?3, ?4)")
STATEMENT(REPORTS,
    "SELECT s.action, r.label, r.cutoff, s.removed, s.status, s.light, s.comment, s.nothing_new, s.id, r.id, s.change, coalesce(s.result, '') FROM status_report s JOIN round r ON r.id = s.round WHERE r.programme = ?1 AND s.change <= ?2 ORDER BY s.id")
STATEMENT(REPORTS_OF_ACTION,
    "SELECT s.action, r.label, r.cutoff, s.removed, s.status, s.light, s.comment, s.nothing_new, s.id, r.id, s.change, coalesce(s.result, '') FROM status_report s JOIN round r ON r.id = s.round WHERE s.action = ?1 AND s.change <= ?2 ORDER BY s.id")
/* in the order of its index: the last of each (action, round) is in force */
STATEMENT(REPORTED, "SELECT s.action, s.round, s.removed FROM status_report s JOIN round r ON r.id = s.round WHERE r.programme = ?1 AND r.cutoff = ?2 ORDER BY s.action, s.round, s.id")
STATEMENT(REPORT, "SELECT removed, status, light, comment, nothing_new FROM status_report WHERE action = ?1 AND round = ?2 ORDER BY id DESC LIMIT 1")
STATEMENT(ADD_REPORT, "INSERT INTO status_report (change, action, round, removed, status, light, comment, nothing_new, result) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
STATEMENT(FORECAST, "SELECT amount_ore FROM forecast WHERE action = ?1 AND round = ?2 AND year = ?3 AND change <= ?4 ORDER BY id DESC LIMIT 1")
STATEMENT(ADD_FORECAST, "INSERT INTO forecast (change, action, round, year, amount_ore) VALUES (?1, ?2, ?3, ?4, ?5)")

/* adjustments: the last row of each key, in the order in which the keys first came */
STATEMENT(REQUIREMENTS, "SELECT year, kind, removed, amount_ore, difference_ore, reason FROM requirement WHERE programme = ?1 AND change <= ?2 ORDER BY id")
STATEMENT(ADD_REQUIREMENT, "INSERT INTO requirement (change, programme, year, kind, removed, amount_ore, difference_ore, reason) VALUES (?1, ?2, ?3, ?4, 0, ?5, ?6, ?7)")
STATEMENT(OVERLAPS, "SELECT t.id, t.action, t.other, t.year, t.removed, t.amount_ore, coalesce(t.yields, 0), t.reason FROM (SELECT max(x.id) AS last, min(x.id) AS first FROM overlap x JOIN action a ON a.id = x.action WHERE a.programme = ?1 AND x.change <= ?2 GROUP BY x.action, x.other, x.year) k JOIN overlap t ON t.id = k.last ORDER BY k.first")
STATEMENT(ADD_OVERLAP, "INSERT INTO overlap (change, action, other, year, removed, amount_ore, yields, reason) VALUES (?1, ?2, ?3, ?4, 0, ?5, ?6, ?7)")
STATEMENT(REALLOCATIONS, "SELECT t.id, t.code, t.year, t.removed, t.purpose, t.amount_ore, t.terms, t.funding FROM (SELECT max(x.id) AS last, min(x.id) AS first FROM reallocation x WHERE x.programme = ?1 AND x.change <= ?2 GROUP BY x.code, x.year) k JOIN reallocation t ON t.id = k.last ORDER BY k.first")
STATEMENT(ADD_REALLOCATION, "INSERT INTO reallocation (change, programme, code, year, removed, purpose, amount_ore, terms, funding) VALUES (?1, ?2, ?3, ?4, 0, ?5, ?6, ?7, ?8)")
STATEMENT(CALCULATIONS, "SELECT t.id, t.area, t.period, t.removed, t.gross_ore, t.cost_ore, t.net_ore, t.sums, t.source FROM (SELECT max(x.id) AS last, min(x.id) AS first FROM calculation x JOIN area a ON a.id = x.area WHERE a.programme = ?1 AND x.change <= ?2 GROUP BY x.area, x.period) k JOIN calculation t ON t.id = k.last ORDER BY k.first")
STATEMENT(ADD_CALCULATION, "INSERT INTO calculation (change, area, period, removed, gross_ore, cost_ore, net_ore, sums, source) VALUES (?1, ?2, ?3, 0, ?4, ?5, ?6, ?7, ?8)")
STATEMENT(BENCHMARKS, "SELECT t.id, t.code, t.removed, t.name, t.period, t.promised_ore, t.realised_ore, t.source FROM (SELECT max(x.id) AS last, min(x.id) AS first FROM benchmark x WHERE x.programme = ?1 AND x.change <= ?2 GROUP BY x.code) k JOIN benchmark t ON t.id = k.last ORDER BY k.first")
STATEMENT(ADD_BENCHMARK, "INSERT INTO benchmark (change, programme, code, removed, name, period, promised_ore, realised_ore, source) VALUES (?1, ?2, ?3, 0, ?4, ?5, ?6, ?7, ?8)")

/* steering: settings, the state of rounds, attests, and what stages rest on */
STATEMENT(SETTINGS, "SELECT name, value FROM setting s WHERE (programme = ?1 OR programme IS NULL) AND change <= ?2 AND NOT EXISTS (SELECT 1 FROM setting l WHERE l.programme IS s.programme AND l.name = s.name AND l.id > s.id AND l.change <= ?2) ORDER BY id")
STATEMENT(SETTING, "SELECT name, value FROM setting WHERE programme = ?1 AND change <= ?2 AND name = ?3 ORDER BY id DESC LIMIT 1")
STATEMENT(SETTING_HISTORY, "SELECT s.change, c.at_ms, c.who, s.value FROM setting s JOIN change c ON c.number = s.change WHERE s.programme IS ?1 AND s.name = ?2 ORDER BY s.id")
STATEMENT(ADD_SETTING, "INSERT INTO setting (change, programme, name, value) VALUES (?1, ?2, ?3, ?4)")
STATEMENT(ROUND_STATES, "SELECT r.id, r.label, r.cutoff, coalesce(s.due, ''), coalesce(s.closed, 0) FROM round r LEFT JOIN round_state s ON s.id = (SELECT max(t.id) FROM round_state t WHERE t.round = r.id AND t.change <= ?2) WHERE r.programme = ?1 AND r.change <= ?2 ORDER BY r.cutoff, r.label")
STATEMENT(ROUND_STEPS, "SELECT s.round, s.change, s.closed FROM round_state s JOIN round r ON r.id = s.round WHERE r.programme = ?1 AND s.change <= ?2 ORDER BY s.round, s.id")
/* from the end: few are newer */
STATEMENT(LAST_ACTION, "SELECT id FROM action NOT INDEXED WHERE programme = ?1 AND change <= ?2 ORDER BY id DESC LIMIT 1")
STATEMENT(ADD_ROUND_STATE, "INSERT INTO round_state (change, round, due, closed) VALUES (?1, ?2, ?3, ?4)")
STATEMENT(LAST_CLOSED, "SELECT r.cutoff, s.round, s.closed FROM round_state s JOIN round r ON r.id = s.round WHERE r.programme = ?1 AND s.change <= ?2 ORDER BY s.round, s.id")
STATEMENT(UNVERIFIED, "SELECT s.line, s.month, s.amount_ore, s.reports FROM saving s WHERE s.programme = ?1 AND s.id <= ?3 AND s.month BETWEEN ?4 AND ?5 AND NOT (coalesce((SELECT v.standing FROM verification v WHERE v.saving = s.id AND v.change <= ?2 ORDER BY v.id DESC LIMIT 1), 0) AND (s.corrects IS NULL OR coalesce((SELECT v.standing FROM verification v WHERE v.saving = s.corrects AND v.change <= ?2 ORDER BY v.id DESC LIMIT 1), 0))) ORDER BY s.line, s.month")
STATEMENT(SAVINGS_TO_VERIFY, "SELECT s.id, s.amount_ore, c.who, coalesce((SELECT v.standing FROM verification v WHERE v.saving = s.id ORDER BY v.id DESC LIMIT 1), 0) FROM saving s JOIN change c ON c.number = s.change WHERE s.line = ?1 AND s.month = ?2 ORDER BY s.id")
STATEMENT(UNVERIFIED_OF_LINE, "SELECT coalesce(s.corrects, s.id), s.month, sum(s.amount_ore), sum(s.reports) FROM saving s WHERE s.line = ?1 AND s.id <= ?3 AND NOT (coalesce((SELECT v.standing FROM verification v WHERE v.saving = s.id AND v.change <= ?2 ORDER BY v.id DESC LIMIT 1), 0) AND (s.corrects IS NULL OR coalesce((SELECT v.standing FROM verification v WHERE v.saving = s.corrects AND v.change <= ?2 ORDER BY v.id DESC LIMIT 1), 0))) GROUP BY 1, 2 ORDER BY 1")
STATEMENT(ATTESTED_OWN, "SELECT 1 FROM verification v JOIN saving s ON s.id = v.saving JOIN change c ON c.number = s.change WHERE v.change = ?1 AND v.standing = 1 AND c.who = ?2 LIMIT 1")
STATEMENT(ADD_VERIFICATION, "INSERT INTO verification (change, saving, standing, note) VALUES (?1, ?2, ?3, ?4)")
STATEMENT(DECISIONS, "SELECT t.id, t.code, coalesce(t.action, 0), t.removed, t.day, t.body, t.paragraph, t.journal, t.outcome, t.subject, coalesce(t.phase, ''), t.amount_ore, coalesce(t.note, '') FROM (SELECT max(x.id) AS last, min(x.id) AS first FROM decision x WHERE x.programme = ?1 AND x.change <= ?2 GROUP BY x.code, x.action) k JOIN decision t ON t.id = k.last ORDER BY k.first")
STATEMENT(ADD_DECISION, "INSERT INTO decision (change, programme, code, action, removed, day, body, paragraph, journal, outcome, subject, phase, amount_ore, note) VALUES (?1, ?2, ?3, ?4, 0, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13)")
STATEMENT(ASSESSMENTS, "SELECT t.id, t.action, t.removed, t.day, t.reference, t.conclusion FROM (SELECT max(x.id) AS last, min(x.id) AS first FROM assessment x JOIN action a ON a.id = x.action WHERE a.programme = ?1 AND x.change <= ?2 GROUP BY x.action) k JOIN assessment t ON t.id = k.last ORDER BY k.first")
STATEMENT(ADD_ASSESSMENT, "INSERT INTO assessment (change, action, removed, day, reference, conclusion) VALUES (?1, ?2, 0, ?3, ?4, ?5)")
STATEMENT(MILESTONES, "SELECT t.id, coalesce(t.action, 0), t.name, t.removed, t.due, t.reached, coalesce(t.goal, '') FROM (SELECT max(x.id) AS last, min(x.id) AS first FROM milestone x LEFT JOIN action a ON a.id = x.action WHERE coalesce(a.programme, x.programme) = ?1 AND x.change <= ?2 GROUP BY x.action, x.goal, x.name) k JOIN milestone t ON t.id = k.last ORDER BY t.action, k.first")
STATEMENT(ADD_MILESTONE, "INSERT INTO milestone (change, action, name, removed, due, reached, programme, goal) VALUES (?1, ?2, ?3, 0, ?4, ?5, ?6, ?7)")
STATEMENT(FORECASTS, "SELECT f.action, r.cutoff, r.id, f.year, f.amount_ore FROM forecast f JOIN round r ON r.id = f.round WHERE r.programme = ?1 AND f.change <= ?2 ORDER BY f.action, r.cutoff, r.label, f.year, f.id")
STATEMENT(FIRST_FINISH, "SELECT v.action, v.finish, v.stage FROM action_version v JOIN action a ON a.id = v.action WHERE a.programme = ?1 AND v.change <= ?2 AND v.finish <> '' ORDER BY v.action, v.version")
STATEMENT(ISSUED, "SELECT t.number, t.book, t.cutoff, t.as_of, coalesce(t.since, -1), coalesce(u.name, ''), coalesce(a.code, ''), t.decision, t.digest, c.at_ms, c.who, c.number FROM (SELECT max(x.id) AS last FROM issued x WHERE x.programme = ?1 AND x.change <= ?2 GROUP BY x.number) k JOIN issued t ON t.id = k.last JOIN change c ON c.number = t.change LEFT JOIN unit u ON u.id = t.unit LEFT JOIN action a ON a.id = t.action WHERE NOT t.removed ORDER BY t.number")
STATEMENT(NEXT_ISSUED, "SELECT coalesce(max(number), 0) + 1 FROM issued WHERE programme = ?1")
STATEMENT(ADD_ISSUED, "INSERT INTO issued (change, programme, number, removed, book, cutoff, as_of, since, unit, action, decision, digest) VALUES (?1, ?2, ?3, 0, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11)")

/* goals, indicators, assignments, preconditions, links: the last row of each key */
STATEMENT(GOALS, "SELECT t.code, t.parent, t.level, t.number, t.name, t.area, t.note FROM (SELECT max(x.id) AS last, min(x.id) AS first FROM goal x WHERE x.programme = ?1 AND x.change <= ?2 GROUP BY x.code) k JOIN goal t ON t.id = k.last WHERE NOT t.removed ORDER BY k.first")
STATEMENT(ADD_GOAL, "INSERT INTO goal (change, programme, code, parent, level, number, name, area, note, removed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10)")
STATEMENT(INDICATORS, "SELECT t.code, t.name, t.goal, t.direction, t.aim, t.women, t.men, t.total, t.unit, t.periods, t.section, t.part_of, t.note FROM (SELECT max(x.id) AS last, min(x.id) AS first FROM indicator x WHERE x.programme = ?1 AND x.change <= ?2 GROUP BY x.code) k JOIN indicator t ON t.id = k.last WHERE NOT t.removed ORDER BY k.first")
STATEMENT(ADD_INDICATOR, "INSERT INTO indicator (change, programme, code, name, goal, direction, aim, women, men, total, unit, periods, section, part_of, note, removed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14, ?15, ?16)")
STATEMENT(MEASUREMENTS, "SELECT t.indicator, t.place, t.month, t.span, t.women, t.men, t.total, t.text, t.attained, t.trend, t.note FROM (SELECT max(x.id) AS last, min(x.id) AS first FROM measurement x WHERE x.programme = ?1 AND x.change <= ?2 GROUP BY x.indicator, x.place, x.month, x.span) k JOIN measurement t ON t.id = k.last WHERE NOT t.removed ORDER BY t.month, t.span, k.first")
STATEMENT(ADD_MEASUREMENT, "INSERT INTO measurement (change, programme, indicator, place, month, span, women, men, total, text, attained, trend, note, removed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13, ?14)")
STATEMENT(ASSIGNMENTS, "SELECT t.action, t.form, t.timetable, t.timetable_kind, t.timetable_period, t.effect, t.amount_text FROM (SELECT max(x.id) AS last, min(x.id) AS first FROM assignment x JOIN action a ON a.id = x.action WHERE a.programme = ?1 AND x.change <= ?2 GROUP BY x.action) k JOIN assignment t ON t.id = k.last WHERE NOT t.removed ORDER BY t.action")
STATEMENT(ADD_ASSIGNMENT, "INSERT INTO assignment (change, action, form, timetable, timetable_kind, timetable_period, effect, amount_text, removed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9)")
STATEMENT(PRECONDITIONS, "SELECT t.name, t.required, t.met, t.explanation FROM (SELECT max(x.id) AS last, min(x.id) AS first FROM precondition x WHERE x.programme = ?1 AND x.change <= ?2 GROUP BY x.name) k JOIN precondition t ON t.id = k.last WHERE NOT t.removed ORDER BY k.first")
STATEMENT(ADD_PRECONDITION, "INSERT INTO precondition (change, programme, name, required, met, explanation, removed) VALUES (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
STATEMENT(LINKS, "SELECT t.action, t.relation, t.code, t.year FROM (SELECT max(x.id) AS last, min(x.id) AS first FROM link x JOIN action a ON a.id = x.action WHERE a.programme = ?1 AND x.change <= ?2 GROUP BY x.action, x.relation, x.code, x.year) k JOIN link t ON t.id = k.last WHERE NOT t.removed ORDER BY t.action, k.first")
STATEMENT(ADD_LINK, "INSERT INTO link (change, action, relation, code, year, removed) VALUES (?1, ?2, ?3, ?4, ?5, ?6)")

/* whole-file checks */
STATEMENT(INTEGRITY, "PRAGMA integrity_check(20)")
STATEMENT(FOREIGN_KEYS, "PRAGMA foreign_key_check")

/* each fact table: where it ends, and what stands after that */
#define FACT(table) STATEMENT(MAX_##table, "SELECT coalesce(max(id), 0) FROM " #table)
#include "store/fact_list.h"
#undef FACT
#define FACT(table) STATEMENT(FROM_##table, "SELECT id, change FROM " #table " WHERE id >= ?1 ORDER BY id LIMIT 1")
#include "store/fact_list.h"
#undef FACT
#define FACT(table) STATEMENT(ROWS_##table, "SELECT * FROM " #table " WHERE id > ?1 ORDER BY id")
#include "store/fact_list.h"
#undef FACT

/* taking a change back */
#define UNDO(name, later, back) STATEMENT(LATER_##name, later) STATEMENT(BACK_##name, back)
#include "store/undo_list.h"
#undef UNDO
STATEMENT(TARGETS_OF_CHANGE, "SELECT t.line, t.year, t.amount_ore, (SELECT p.amount_ore FROM target p WHERE p.line = t.line AND p.year = t.year AND p.id < t.id ORDER BY p.id DESC LIMIT 1), l.action, coalesce(l.unit, 0), l.cost_kind, a.programme FROM target t JOIN line l ON l.id = t.line JOIN action a ON a.id = l.action WHERE t.change = ?1 ORDER BY t.id")
STATEMENT(SAVINGS_OF_CHANGE, "SELECT s.line, s.month, s.amount_ore, s.reports, l.action, coalesce(l.unit, 0), l.cost_kind, s.programme FROM saving s JOIN line l ON l.id = s.line WHERE s.id > ?2 AND s.change = ?1 ORDER BY s.id")
STATEMENT(VERSIONS_OF_CHANGE, "SELECT v.action, a.programme, v.unit, coalesce(v.area, 0), v.kind, v.counts, v.removed, p.unit, coalesce(p.area, 0), p.kind, p.counts, p.removed FROM action_version v JOIN action a ON a.id = v.action JOIN action_version p ON p.action = v.action AND p.version = v.version - 1 WHERE v.change = ?1 ORDER BY v.id")
STATEMENT(ACTIONS_OF_CHANGE, "SELECT action FROM action_version WHERE change = ?1 UNION SELECT action FROM status_report WHERE change = ?1")
STATEMENT(UNDOINGS, "SELECT number, undoes FROM change WHERE undoes IS NOT NULL ORDER BY number")

/* what changes did; ?1 the change or 0, ?2 the action or 0 */
STATEMENT(FACT_VERSIONS, "SELECT v.change, v.action, a.code, v.version, v.removed, v.name, u.name, coalesce(r.name, ''), v.kind, v.counts, v.owner, v.status, v.stage, v.basis, v.plan_ready, v.start, v.finish, v.indicator, v.description FROM action_version v JOIN action a ON a.id = v.action JOIN unit u ON u.id = v.unit LEFT JOIN area r ON r.id = v.area WHERE a.programme = ?1 AND (?2 = 0 OR v.action = ?2) AND (?3 = 0 OR v.action IN (SELECT w.action FROM action_version w WHERE w.id BETWEEN ?4 AND ?5)) AND (?3 = 0 OR v.change <= ?3) ORDER BY v.action, v.version")
STATEMENT(FACT_TARGETS, "SELECT t.change, l.action, a.code, t.year, t.amount_ore, (SELECT p.amount_ore FROM target p WHERE p.line = t.line AND p.year = t.year AND p.id < t.id ORDER BY p.id DESC LIMIT 1), coalesce(u.name, 'ej fördelad'), l.cost_kind FROM target t JOIN line l ON l.id = t.line JOIN action a ON a.id = l.action LEFT JOIN unit u ON u.id = l.unit WHERE a.programme = ?1 AND (?2 = 0 OR l.action = ?2) AND t.id BETWEEN ?4 AND ?5 ORDER BY t.id")
STATEMENT(FACT_SAVINGS, "SELECT s.change, l.action, a.code, s.month, s.amount_ore, s.reports, coalesce(s.corrects, 0), coalesce(u.name, 'ej fördelad'), l.cost_kind, s.id FROM saving s JOIN line l ON l.id = s.line JOIN action a ON a.id = l.action LEFT JOIN unit u ON u.id = l.unit WHERE s.programme = ?1 AND (?2 = 0 OR l.action = ?2) AND s.id BETWEEN ?4 AND ?5 ORDER BY s.id")
STATEMENT(FACT_SAVING_BEFORE, "SELECT sum(amount_ore), sum(reports) FROM saving WHERE (id = ?1 OR corrects = ?1) AND id < ?2")
STATEMENT(FACT_REPORTS, "SELECT s.change, s.action, a.code, r.label, s.removed, s.status, s.light, s.comment, s.nothing_new, coalesce(p.removed, 1), coalesce(p.status, ''), coalesce(p.light, ''), coalesce(p.comment, ''), coalesce(p.nothing_new, 0), coalesce((SELECT t.closed FROM round_state t WHERE t.round = r.id AND t.change < s.change ORDER BY t.id DESC LIMIT 1), 0), coalesce(s.result, ''), coalesce(p.result, '') FROM status_report s JOIN action a ON a.id = s.action JOIN round r ON r.id = s.round LEFT JOIN status_report p ON p.id = (SELECT q.id FROM status_report q WHERE q.action = s.action AND q.round = s.round AND q.id < s.id ORDER BY q.id DESC LIMIT 1) WHERE a.programme = ?1 AND (?2 = 0 OR s.action = ?2) AND s.id BETWEEN ?4 AND ?5 ORDER BY s.id")
STATEMENT(FACT_FORECASTS, "SELECT f.change, f.action, a.code, r.label, f.year, f.amount_ore, (SELECT p.amount_ore FROM forecast p WHERE p.action = f.action AND p.round = f.round AND p.year = f.year AND p.id < f.id ORDER BY p.id DESC LIMIT 1), coalesce((SELECT t.closed FROM round_state t WHERE t.round = r.id AND t.change < f.change ORDER BY t.id DESC LIMIT 1), 0) FROM forecast f JOIN action a ON a.id = f.action JOIN round r ON r.id = f.round WHERE a.programme = ?1 AND (?2 = 0 OR f.action = ?2) AND f.id BETWEEN ?4 AND ?5 ORDER BY f.id")
STATEMENT(FACT_OTHERS,
    "SELECT r.change, 'krav ' || CASE r.year WHEN 0 THEN 'hela programmet' ELSE r.year END || CASE r.kind WHEN '' THEN '' ELSE ' ' || r.kind END, r.amount_ore, r.removed FROM requirement r WHERE r.programme = ?1 AND r.change = ?2 "
    "UNION ALL SELECT o.change, 'överlapp ' || a.code || ' med ' || b.code, o.amount_ore, o.removed FROM overlap o JOIN action a ON a.id = o.action JOIN action b ON b.id = o.other WHERE a.programme = ?1 AND o.change = ?2 "
    "UNION ALL SELECT x.change, 'omfördelning ' || x.code || ' ' || x.year, x.amount_ore, x.removed FROM reallocation x WHERE x.programme = ?1 AND x.change = ?2 "
    "UNION ALL SELECT c.change, 'kalkyl ' || a.name || ' ' || c.period, c.net_ore, c.removed FROM calculation c JOIN area a ON a.id = c.area WHERE a.programme = ?1 AND c.change = ?2 "
    "UNION ALL SELECT b.change, 'referens ' || b.code, b.promised_ore, b.removed FROM benchmark b WHERE b.programme = ?1 AND b.change = ?2 "
    "UNION ALL SELECT v.change, 'programmets namn: ' || v.name, NULL, 0 FROM programme_version v WHERE v.programme = ?1 AND v.change = ?2")
/* a fact in words: all that it says, so that whatever has changed shows */
#define LOG_TEXT(column) " || CASE " column " WHEN '' THEN '' ELSE ', ' || " column " END"
#define LOG_NULL_TEXT(column) LOG_TEXT("coalesce(" column ", '')")
#define LOG_NUMBER(name, column) " || CASE WHEN " column " IS NULL THEN '' ELSE ', " name "' || CASE WHEN " column " < 0 THEN '−' ELSE '' END || (abs(" column ") / 100) || ',' || substr('0' || abs(" column " % 100), -2) END"
#define LOG_MKR(column) " || CASE WHEN " column " IS NULL THEN '' ELSE ', ' || CASE WHEN " column " < 0 THEN '−' ELSE '' END || rtrim(rtrim((abs(" column ") / 100000000) || ',' || substr('0000000' || abs(" column " % 100000000), -8), '0'), ',') || ' mkr' END"
#define LOG_WORDS(t, words) "CASE coalesce(" t ".removed, 1) WHEN 1 THEN '' ELSE substr(''" words ", 3) END"
#define LOG_GOAL(t) LOG_WORDS(t, LOG_TEXT(t ".level") LOG_TEXT(t ".number") LOG_TEXT(t ".name") " || CASE " t ".parent WHEN '' THEN '' ELSE ', under ' || " t ".parent END" LOG_TEXT(t ".area") LOG_TEXT(t ".note"))
#define LOG_INDICATOR(t) LOG_WORDS(t, LOG_TEXT(t ".name") " || CASE " t ".goal WHEN '' THEN '' ELSE ', under ' || " t ".goal END" LOG_TEXT(t ".direction") LOG_TEXT(t ".aim") LOG_NUMBER("K ", t ".women") LOG_NUMBER("M ", t ".men") LOG_NUMBER("totalt ", t ".total") LOG_TEXT(t ".unit") LOG_TEXT(t ".periods") LOG_TEXT(t ".section") " || CASE " t ".part_of WHEN '' THEN '' ELSE ', varav av ' || " t ".part_of END" LOG_TEXT(t ".note"))
#define LOG_PRECONDITION(t) LOG_WORDS(t, " || ', upptagen'" " || CASE " t ".required WHEN '' THEN '' ELSE ', krävs: ' || " t ".required END || CASE " t ".met WHEN '' THEN '' ELSE ', uppfylld: ' || " t ".met END" LOG_TEXT(t ".explanation"))
#define LOG_ASSIGNMENT(t) LOG_WORDS(t, LOG_TEXT(t ".form") LOG_TEXT(t ".timetable") LOG_TEXT(t ".timetable_kind") LOG_TEXT(t ".timetable_period") LOG_TEXT(t ".effect") LOG_TEXT(t ".amount_text"))
#define LOG_LINK(t) "CASE coalesce(" t ".removed, 1) WHEN 1 THEN '' ELSE CASE " t ".year WHEN 0 THEN 'ja' ELSE " t ".year END END"
#define LOG_MEASUREMENT(t) LOG_WORDS(t, " || CASE WHEN " t ".women IS NULL AND " t ".men IS NULL AND " t ".total IS NULL AND " t ".text = '' THEN ', data saknas' ELSE '' END" LOG_NUMBER("K ", t ".women") LOG_NUMBER("M ", t ".men") LOG_NUMBER("", t ".total") LOG_TEXT(t ".text") LOG_TEXT(t ".attained") LOG_TEXT(t ".trend") LOG_TEXT(t ".note"))
#define LOG_DECISION(t) LOG_WORDS(t, LOG_TEXT(t ".day") LOG_TEXT(t ".body") LOG_TEXT(t ".paragraph") LOG_TEXT(t ".journal") LOG_TEXT(t ".outcome") LOG_TEXT(t ".subject") LOG_NULL_TEXT(t ".phase") LOG_MKR(t ".amount_ore") LOG_NULL_TEXT(t ".note"))
STATEMENT(FACT_GOALS,
    "SELECT t.change, 0, '', 'mål ' || t.code, " LOG_GOAL("p") ", " LOG_GOAL("t") " FROM goal t LEFT JOIN goal p ON p.id = (SELECT max(q.id) FROM goal q WHERE q.programme = t.programme AND q.code = t.code AND q.id < t.id) WHERE t.programme = ?1 AND ?2 = 0 AND t.change BETWEEN ?4 AND ?5 "
    "UNION ALL SELECT t.change, 0, '', 'förutsättning ' || t.name, " LOG_PRECONDITION("p") ", " LOG_PRECONDITION("t") " FROM precondition t LEFT JOIN precondition p ON p.id = (SELECT max(q.id) FROM precondition q WHERE q.programme = t.programme AND q.name = t.name AND q.id < t.id) WHERE t.programme = ?1 AND ?2 = 0 AND t.change BETWEEN ?4 AND ?5")
STATEMENT(FACT_INDICATORS,
    "SELECT t.change, 0, '', 'mått ' || t.code, " LOG_INDICATOR("p") ", " LOG_INDICATOR("t") " FROM indicator t LEFT JOIN indicator p ON p.id = (SELECT max(q.id) FROM indicator q WHERE q.programme = t.programme AND q.code = t.code AND q.id < t.id) WHERE t.programme = ?1 AND ?2 = 0 AND t.change BETWEEN ?4 AND ?5")
STATEMENT(FACT_ASSIGNMENTS,
    "SELECT t.change, a.id, a.code, 'uppdrag', " LOG_ASSIGNMENT("p") ", " LOG_ASSIGNMENT("t") " FROM assignment t JOIN action a ON a.id = t.action LEFT JOIN assignment p ON p.id = (SELECT max(q.id) FROM assignment q WHERE q.action = t.action AND q.id < t.id) WHERE a.programme = ?1 AND (?2 = 0 OR a.id = ?2) AND t.change BETWEEN ?4 AND ?5 "
    "UNION ALL SELECT t.change, a.id, a.code, t.relation || ' ' || t.code, " LOG_LINK("p") ", " LOG_LINK("t") " FROM link t JOIN action a ON a.id = t.action LEFT JOIN link p ON p.id = (SELECT max(q.id) FROM link q WHERE q.action = t.action AND q.relation = t.relation AND q.code = t.code AND q.year = t.year AND q.id < t.id) WHERE a.programme = ?1 AND (?2 = 0 OR a.id = ?2) AND t.change BETWEEN ?4 AND ?5")
STATEMENT(FACT_MEASUREMENTS,
    "SELECT t.change, 0, '', 'mätvärde ' || t.indicator || ' ' || t.place || CASE t.place WHEN '' THEN '' ELSE ' ' END || CASE t.span WHEN 12 THEN '' WHEN 4 THEN 'T' || (t.month % 100 / 4) || ' ' WHEN 3 THEN 'K' || (t.month % 100 / 3) || ' ' ELSE '' END || (t.month / 100) || CASE t.span WHEN 1 THEN '-' || substr('0' || (t.month % 100), -2) ELSE '' END, " LOG_MEASUREMENT("p") ", " LOG_MEASUREMENT("t") " FROM measurement t LEFT JOIN measurement p ON p.id = (SELECT max(q.id) FROM measurement q WHERE q.programme = t.programme AND q.indicator = t.indicator AND q.place = t.place AND q.month = t.month AND q.span = t.span AND q.id < t.id) WHERE t.programme = ?1 AND ?2 = 0 AND t.change BETWEEN ?4 AND ?5")
STATEMENT(FACT_STEERING,
    "SELECT s.change, 0, '', 'inställning ' || s.name, coalesce(p.value, ''), s.value FROM setting s LEFT JOIN setting p ON p.id = (SELECT max(q.id) FROM setting q WHERE q.programme IS s.programme AND q.name = s.name AND q.id < s.id) WHERE ((s.programme = ?1 AND p.id IS NOT NULL) OR s.programme IS NULL) AND ?2 = 0 AND s.change = ?3 "
    "UNION ALL SELECT s.change, 0, '', 'omgång ' || r.label, CASE WHEN p.id IS NULL THEN '' ELSE CASE p.closed WHEN 1 THEN 'stängd' ELSE 'öppen' END || CASE p.due WHEN '' THEN '' ELSE ', senast ' || p.due END END, CASE s.closed WHEN 1 THEN 'stängd' ELSE 'öppen' END || CASE s.due WHEN '' THEN '' ELSE ', senast ' || s.due END FROM round_state s JOIN round r ON r.id = s.round LEFT JOIN round_state p ON p.id = (SELECT max(q.id) FROM round_state q WHERE q.round = s.round AND q.id < s.id) WHERE r.programme = ?1 AND ?2 = 0 AND s.change = ?3 "
    "UNION ALL SELECT v.change, a.id, a.code, 'verifiering av utfall ' || (s.month / 100) || '-' || substr('0' || (s.month % 100), -2), CASE v.standing WHEN 1 THEN '' ELSE 'verifierat' END, CASE v.standing WHEN 1 THEN 'verifierat' ELSE '' END FROM verification v JOIN saving s ON s.id = v.saving JOIN line l ON l.id = s.line JOIN action a ON a.id = l.action WHERE a.programme = ?1 AND (?2 = 0 OR a.id = ?2) AND v.change BETWEEN ?4 AND ?5 "
    "UNION ALL SELECT x.change, a.id, a.code, 'risk- och konsekvensanalys', CASE coalesce(p.removed, 1) WHEN 1 THEN '' ELSE p.day || ' ' || p.reference END, CASE x.removed WHEN 1 THEN '' ELSE x.day || ' ' || x.reference END FROM assessment x JOIN action a ON a.id = x.action LEFT JOIN assessment p ON p.id = (SELECT max(q.id) FROM assessment q WHERE q.action = x.action AND q.id < x.id) WHERE a.programme = ?1 AND (?2 = 0 OR a.id = ?2) AND x.change BETWEEN ?4 AND ?5 "
    "UNION ALL SELECT m.change, coalesce(a.id, 0), coalesce(a.code, ''), 'milstolpe ' || m.name || coalesce(' för mål ' || m.goal, ''), CASE coalesce(p.removed, 1) WHEN 1 THEN '' ELSE p.due || CASE p.reached WHEN '' THEN '' ELSE ', klar ' || p.reached END END, CASE m.removed WHEN 1 THEN '' ELSE m.due || CASE m.reached WHEN '' THEN '' ELSE ', klar ' || m.reached END END FROM milestone m LEFT JOIN action a ON a.id = m.action LEFT JOIN milestone p ON p.id = (SELECT max(q.id) FROM milestone q WHERE q.action IS m.action AND q.goal IS m.goal AND q.programme IS m.programme AND q.name = m.name AND q.id < m.id) WHERE coalesce(a.programme, m.programme) = ?1 AND (?2 = 0 OR a.id = ?2) AND m.change BETWEEN ?4 AND ?5 "
    "UNION ALL SELECT i.change, coalesce(a.id, 0), coalesce(a.code, ''), 'bilaga ' || i.number || ' ' || i.book, CASE i.removed WHEN 1 THEN i.decision ELSE '' END, CASE i.removed WHEN 1 THEN '' ELSE i.decision END FROM issued i LEFT JOIN action a ON a.id = i.action WHERE i.programme = ?1 AND (?2 = 0 OR i.action = ?2) AND i.change BETWEEN ?4 AND ?5")
STATEMENT(FACT_DECISIONS,
    "SELECT d.change, coalesce(a.id, 0), coalesce(a.code, ''), 'beslut ' || d.code, " LOG_DECISION("p") ", " LOG_DECISION("d") " FROM decision d LEFT JOIN action a ON a.id = d.action LEFT JOIN decision p ON p.id = (SELECT max(q.id) FROM decision q WHERE q.programme = d.programme AND q.code = d.code AND q.action IS d.action AND q.id < d.id) WHERE d.programme = ?1 AND (?2 = 0 OR d.action = ?2) AND d.change BETWEEN ?4 AND ?5")
#undef LOG_TEXT
#undef LOG_NULL_TEXT
#undef LOG_NUMBER
#undef LOG_MKR
#undef LOG_WORDS
#undef LOG_GOAL
#undef LOG_INDICATOR
#undef LOG_PRECONDITION
#undef LOG_ASSIGNMENT
#undef LOG_LINK
#undef LOG_MEASUREMENT
#undef LOG_DECISION
