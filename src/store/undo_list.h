/*
 * undo_list.h - how each kind of fact is taken back.  No include guard.
 *
 * UNDO(name, touched later, put back): ?1 is the change to take back, ?2 the new change.
 * The first gives the changes that wrote facts of the same key after it; the second inserts, for each fact
 * of the change, the values that stood before it, or the removal of what was not there.
 */
UNDO(target,
    "SELECT l.change FROM target t JOIN target l ON l.line = t.line AND l.year = t.year AND l.id > t.id AND l.change <> t.change WHERE t.change = ?1",
    "INSERT INTO target (change, line, year, amount_ore) SELECT ?2, t.line, t.year, (SELECT p.amount_ore FROM target p WHERE p.line = t.line AND p.year = t.year AND p.change < ?1 ORDER BY p.id DESC LIMIT 1) FROM target t WHERE t.change = ?1 GROUP BY t.line, t.year ORDER BY t.id")
UNDO(status_report,
    "SELECT l.change FROM status_report t JOIN status_report l ON l.action = t.action AND l.round = t.round AND l.id > t.id AND l.change <> t.change WHERE t.change = ?1",
    "INSERT INTO status_report (change, action, round, removed, status, light, comment, nothing_new, result) "
    "SELECT ?2, t.action, t.round, coalesce(p.removed, 1), coalesce(p.status, t.status), coalesce(p.light, t.light), coalesce(p.comment, t.comment), coalesce(p.nothing_new, t.nothing_new), CASE WHEN p.id IS NULL THEN t.result ELSE p.result END "
    "FROM status_report t LEFT JOIN status_report p ON p.id = (SELECT q.id FROM status_report q WHERE q.action = t.action AND q.round = t.round AND q.change < ?1 ORDER BY q.id DESC LIMIT 1) WHERE t.change = ?1 GROUP BY t.action, t.round ORDER BY t.id")
UNDO(forecast,
    "SELECT l.change FROM forecast t JOIN forecast l ON l.action = t.action AND l.round = t.round AND l.year = t.year AND l.id > t.id AND l.change <> t.change WHERE t.change = ?1",
    "INSERT INTO forecast (change, action, round, year, amount_ore) SELECT ?2, t.action, t.round, t.year, (SELECT p.amount_ore FROM forecast p WHERE p.action = t.action AND p.round = t.round AND p.year = t.year AND p.change < ?1 ORDER BY p.id DESC LIMIT 1) FROM forecast t WHERE t.change = ?1 GROUP BY t.action, t.round, t.year ORDER BY t.id")
UNDO(requirement,
    "SELECT l.change FROM requirement t JOIN requirement l ON l.programme = t.programme AND l.year = t.year AND l.kind = t.kind AND l.id > t.id AND l.change <> t.change WHERE t.change = ?1",
    "INSERT INTO requirement (change, programme, year, kind, removed, amount_ore, difference_ore, reason) "
    "SELECT ?2, t.programme, t.year, t.kind, coalesce(p.removed, 1), coalesce(p.amount_ore, t.amount_ore), coalesce(p.difference_ore, t.difference_ore), coalesce(p.reason, t.reason) "
    "FROM requirement t LEFT JOIN requirement p ON p.id = (SELECT q.id FROM requirement q WHERE q.programme = t.programme AND q.year = t.year AND q.kind = t.kind AND q.change < ?1 ORDER BY q.id DESC LIMIT 1) WHERE t.change = ?1 GROUP BY t.programme, t.year, t.kind ORDER BY t.id")
UNDO(overlap,
    "SELECT l.change FROM overlap t JOIN overlap l ON l.action = t.action AND l.other = t.other AND l.year = t.year AND l.id > t.id AND l.change <> t.change WHERE t.change = ?1",
    "INSERT INTO overlap (change, action, other, year, removed, amount_ore, yields, reason) "
    "SELECT ?2, t.action, t.other, t.year, coalesce(p.removed, 1), CASE WHEN p.id IS NULL THEN t.amount_ore ELSE p.amount_ore END, CASE WHEN p.id IS NULL THEN t.yields ELSE p.yields END, coalesce(p.reason, t.reason) "
    "FROM overlap t LEFT JOIN overlap p ON p.id = (SELECT q.id FROM overlap q WHERE q.action = t.action AND q.other = t.other AND q.year = t.year AND q.change < ?1 ORDER BY q.id DESC LIMIT 1) WHERE t.change = ?1 GROUP BY t.action, t.other, t.year ORDER BY t.id")
UNDO(reallocation,
    "SELECT l.change FROM reallocation t JOIN reallocation l ON l.programme = t.programme AND l.code = t.code AND l.year = t.year AND l.id > t.id AND l.change <> t.change WHERE t.change = ?1",
    "INSERT INTO reallocation (change, programme, code, year, removed, purpose, amount_ore, terms, funding) "
    "SELECT ?2, t.programme, t.code, t.year, coalesce(p.removed, 1), coalesce(p.purpose, t.purpose), coalesce(p.amount_ore, t.amount_ore), coalesce(p.terms, t.terms), coalesce(p.funding, t.funding) "
    "FROM reallocation t LEFT JOIN reallocation p ON p.id = (SELECT q.id FROM reallocation q WHERE q.programme = t.programme AND q.code = t.code AND q.year = t.year AND q.change < ?1 ORDER BY q.id DESC LIMIT 1) WHERE t.change = ?1 GROUP BY t.programme, t.code, t.year ORDER BY t.id")
UNDO(calculation,
    "SELECT l.change FROM calculation t JOIN calculation l ON l.area = t.area AND l.period = t.period AND l.id > t.id AND l.change <> t.change WHERE t.change = ?1",
    "INSERT INTO calculation (change, area, period, removed, gross_ore, cost_ore, net_ore, sums, source) "
    "SELECT ?2, t.area, t.period, coalesce(p.removed, 1), coalesce(p.gross_ore, t.gross_ore), coalesce(p.cost_ore, t.cost_ore), coalesce(p.net_ore, t.net_ore), coalesce(p.sums, t.sums), coalesce(p.source, t.source) "
    "FROM calculation t LEFT JOIN calculation p ON p.id = (SELECT q.id FROM calculation q WHERE q.area = t.area AND q.period = t.period AND q.change < ?1 ORDER BY q.id DESC LIMIT 1) WHERE t.change = ?1 GROUP BY t.area, t.period ORDER BY t.id")
UNDO(benchmark,
    "SELECT l.change FROM benchmark t JOIN benchmark l ON l.programme = t.programme AND l.code = t.code AND l.id > t.id AND l.change <> t.change WHERE t.change = ?1",
    "INSERT INTO benchmark (change, programme, code, removed, name, period, promised_ore, realised_ore, source) "
    "SELECT ?2, t.programme, t.code, coalesce(p.removed, 1), coalesce(p.name, t.name), coalesce(p.period, t.period), CASE WHEN p.id IS NULL THEN t.promised_ore ELSE p.promised_ore END, CASE WHEN p.id IS NULL THEN t.realised_ore ELSE p.realised_ore END, coalesce(p.source, t.source) "
    "FROM benchmark t LEFT JOIN benchmark p ON p.id = (SELECT q.id FROM benchmark q WHERE q.programme = t.programme AND q.code = t.code AND q.change < ?1 ORDER BY q.id DESC LIMIT 1) WHERE t.change = ?1 GROUP BY t.programme, t.code ORDER BY t.id")
UNDO(setting,
    "SELECT l.change FROM setting t JOIN setting l ON l.programme IS t.programme AND l.name = t.name AND l.id > t.id AND l.change <> t.change WHERE t.change = ?1",
    "INSERT INTO setting (change, programme, name, value) SELECT ?2, t.programme, t.name, coalesce((SELECT p.value FROM setting p WHERE p.programme IS t.programme AND p.name = t.name AND p.change < ?1 ORDER BY p.id DESC LIMIT 1), '') FROM setting t WHERE t.change = ?1 GROUP BY t.programme, t.name ORDER BY t.id")
UNDO(round_state,
    "SELECT l.change FROM round_state t JOIN round_state l ON l.round = t.round AND l.id > t.id AND l.change <> t.change WHERE t.change = ?1",
    "INSERT INTO round_state (change, round, due, closed) SELECT ?2, t.round, coalesce(p.due, ''), coalesce(p.closed, 0) FROM round_state t LEFT JOIN round_state p ON p.id = (SELECT q.id FROM round_state q WHERE q.round = t.round AND q.change < ?1 ORDER BY q.id DESC LIMIT 1) WHERE t.change = ?1 GROUP BY t.round ORDER BY t.id")
UNDO(verification,
    "SELECT l.change FROM verification t JOIN verification l ON l.saving = t.saving AND l.id > t.id AND l.change <> t.change WHERE t.change = ?1",
    "INSERT INTO verification (change, saving, standing, note) SELECT ?2, t.saving, coalesce((SELECT p.standing FROM verification p WHERE p.saving = t.saving AND p.change < ?1 ORDER BY p.id DESC LIMIT 1), 0), '' FROM verification t WHERE t.change = ?1 GROUP BY t.saving ORDER BY t.id")
UNDO(decision,
    "SELECT l.change FROM decision t JOIN decision l ON l.programme = t.programme AND l.code = t.code AND l.action IS t.action AND l.id > t.id AND l.change <> t.change WHERE t.change = ?1",
    "INSERT INTO decision (change, programme, code, action, removed, day, body, paragraph, journal, outcome, subject, phase, amount_ore, note) "
    "SELECT ?2, t.programme, t.code, t.action, coalesce(p.removed, 1), coalesce(p.day, t.day), coalesce(p.body, t.body), coalesce(p.paragraph, t.paragraph), coalesce(p.journal, t.journal), coalesce(p.outcome, t.outcome), coalesce(p.subject, t.subject), CASE WHEN p.id IS NULL THEN t.phase ELSE p.phase END, CASE WHEN p.id IS NULL THEN t.amount_ore ELSE p.amount_ore END, CASE WHEN p.id IS NULL THEN t.note ELSE p.note END "
    "FROM decision t LEFT JOIN decision p ON p.id = (SELECT q.id FROM decision q WHERE q.programme = t.programme AND q.code = t.code AND q.action IS t.action AND q.change < ?1 ORDER BY q.id DESC LIMIT 1) WHERE t.change = ?1 GROUP BY t.programme, t.code, t.action ORDER BY t.id")
UNDO(assessment,
    "SELECT l.change FROM assessment t JOIN assessment l ON l.action = t.action AND l.id > t.id AND l.change <> t.change WHERE t.change = ?1",
    "INSERT INTO assessment (change, action, removed, day, reference, conclusion) SELECT ?2, t.action, coalesce(p.removed, 1), coalesce(p.day, t.day), coalesce(p.reference, t.reference), coalesce(p.conclusion, t.conclusion) "
    "FROM assessment t LEFT JOIN assessment p ON p.id = (SELECT q.id FROM assessment q WHERE q.action = t.action AND q.change < ?1 ORDER BY q.id DESC LIMIT 1) WHERE t.change = ?1 GROUP BY t.action ORDER BY t.id")
UNDO(milestone,
    "SELECT l.change FROM milestone t JOIN milestone l ON l.action IS t.action AND l.goal IS t.goal AND l.programme IS t.programme AND l.name = t.name AND l.id > t.id AND l.change <> t.change WHERE t.change = ?1",
    "INSERT INTO milestone (change, action, name, removed, due, reached, programme, goal) SELECT ?2, t.action, t.name, coalesce(p.removed, 1), coalesce(p.due, t.due), coalesce(p.reached, t.reached), t.programme, t.goal "
    "FROM milestone t LEFT JOIN milestone p ON p.id = (SELECT q.id FROM milestone q WHERE q.action IS t.action AND q.goal IS t.goal AND q.programme IS t.programme AND q.name = t.name AND q.change < ?1 ORDER BY q.id DESC LIMIT 1) WHERE t.change = ?1 GROUP BY t.action, t.programme, t.goal, t.name ORDER BY t.id")
UNDO(issued,
    "SELECT l.change FROM issued t JOIN issued l ON l.programme = t.programme AND l.number = t.number AND l.id > t.id AND l.change <> t.change WHERE t.change = ?1",
    "INSERT INTO issued (change, programme, number, removed, book, cutoff, as_of, since, unit, action, decision, digest) SELECT ?2, t.programme, t.number, coalesce(p.removed, 1), t.book, t.cutoff, t.as_of, t.since, t.unit, t.action, t.decision, t.digest "
    "FROM issued t LEFT JOIN issued p ON p.id = (SELECT q.id FROM issued q WHERE q.programme = t.programme AND q.number = t.number AND q.change < ?1 ORDER BY q.id DESC LIMIT 1) WHERE t.change = ?1 GROUP BY t.programme, t.number ORDER BY t.id")
UNDO(goal,
    "SELECT l.change FROM goal t JOIN goal l ON l.programme = t.programme AND l.code = t.code AND l.id > t.id AND l.change <> t.change WHERE t.change = ?1",
    "INSERT INTO goal (change, programme, code, parent, level, number, name, area, note, removed) SELECT ?2, t.programme, t.code, coalesce(p.parent, t.parent), coalesce(p.level, t.level), coalesce(p.number, t.number), coalesce(p.name, t.name), coalesce(p.area, t.area), coalesce(p.note, t.note), coalesce(p.removed, 1) "
    "FROM goal t LEFT JOIN goal p ON p.id = (SELECT q.id FROM goal q WHERE q.programme = t.programme AND q.code = t.code AND q.change < ?1 ORDER BY q.id DESC LIMIT 1) WHERE t.change = ?1 GROUP BY t.programme, t.code ORDER BY t.id")
UNDO(indicator,
    "SELECT l.change FROM indicator t JOIN indicator l ON l.programme = t.programme AND l.code = t.code AND l.id > t.id AND l.change <> t.change WHERE t.change = ?1",
    "INSERT INTO indicator (change, programme, code, name, goal, direction, aim, women, men, total, unit, periods, section, part_of, note, removed) SELECT ?2, t.programme, t.code, coalesce(p.name, t.name), coalesce(p.goal, t.goal), coalesce(p.direction, t.direction), coalesce(p.aim, t.aim), CASE WHEN p.id IS NULL THEN t.women ELSE p.women END, CASE WHEN p.id IS NULL THEN t.men ELSE p.men END, CASE WHEN p.id IS NULL THEN t.total ELSE p.total END, coalesce(p.unit, t.unit), coalesce(p.periods, t.periods), coalesce(p.section, t.section), coalesce(p.part_of, t.part_of), coalesce(p.note, t.note), coalesce(p.removed, 1) "
    "FROM indicator t LEFT JOIN indicator p ON p.id = (SELECT q.id FROM indicator q WHERE q.programme = t.programme AND q.code = t.code AND q.change < ?1 ORDER BY q.id DESC LIMIT 1) WHERE t.change = ?1 GROUP BY t.programme, t.code ORDER BY t.id")
UNDO(measurement,
    "SELECT l.change FROM measurement t JOIN measurement l ON l.programme = t.programme AND l.indicator = t.indicator AND l.place = t.place AND l.month = t.month AND l.span = t.span AND l.id > t.id AND l.change <> t.change WHERE t.change = ?1",
    "INSERT INTO measurement (change, programme, indicator, place, month, span, women, men, total, text, attained, trend, note, removed) SELECT ?2, t.programme, t.indicator, t.place, t.month, t.span, CASE WHEN p.id IS NULL THEN t.women ELSE p.women END, CASE WHEN p.id IS NULL THEN t.men ELSE p.men END, CASE WHEN p.id IS NULL THEN t.total ELSE p.total END, coalesce(p.text, t.text), coalesce(p.attained, t.attained), coalesce(p.trend, t.trend), coalesce(p.note, t.note), coalesce(p.removed, 1) "
    "FROM measurement t LEFT JOIN measurement p ON p.id = (SELECT q.id FROM measurement q WHERE q.programme = t.programme AND q.indicator = t.indicator AND q.place = t.place AND q.month = t.month AND q.span = t.span AND q.change < ?1 ORDER BY q.id DESC LIMIT 1) WHERE t.change = ?1 GROUP BY t.programme, t.indicator, t.place, t.month, t.span ORDER BY t.id")
UNDO(assignment,
    "SELECT l.change FROM assignment t JOIN assignment l ON l.action = t.action AND l.id > t.id AND l.change <> t.change WHERE t.change = ?1",
    "INSERT INTO assignment (change, action, form, timetable, timetable_kind, timetable_period, effect, amount_text, removed) SELECT ?2, t.action, coalesce(p.form, t.form), coalesce(p.timetable, t.timetable), coalesce(p.timetable_kind, t.timetable_kind), coalesce(p.timetable_period, t.timetable_period), coalesce(p.effect, t.effect), coalesce(p.amount_text, t.amount_text), coalesce(p.removed, 1) "
    "FROM assignment t LEFT JOIN assignment p ON p.id = (SELECT q.id FROM assignment q WHERE q.action = t.action AND q.change < ?1 ORDER BY q.id DESC LIMIT 1) WHERE t.change = ?1 GROUP BY t.action ORDER BY t.id")
UNDO(precondition,
    "SELECT l.change FROM precondition t JOIN precondition l ON l.programme = t.programme AND l.name = t.name AND l.id > t.id AND l.change <> t.change WHERE t.change = ?1",
    "INSERT INTO precondition (change, programme, name, required, met, explanation, removed) SELECT ?2, t.programme, t.name, coalesce(p.required, t.required), coalesce(p.met, t.met), coalesce(p.explanation, t.explanation), coalesce(p.removed, 1) "
    "FROM precondition t LEFT JOIN precondition p ON p.id = (SELECT q.id FROM precondition q WHERE q.programme = t.programme AND q.name = t.name AND q.change < ?1 ORDER BY q.id DESC LIMIT 1) WHERE t.change = ?1 GROUP BY t.programme, t.name ORDER BY t.id")
UNDO(link,
    "SELECT l.change FROM link t JOIN link l ON l.action = t.action AND l.relation = t.relation AND l.code = t.code AND l.year = t.year AND l.id > t.id AND l.change <> t.change WHERE t.change = ?1",
    "INSERT INTO link (change, action, relation, code, year, removed) SELECT ?2, t.action, t.relation, t.code, t.year, coalesce(p.removed, 1) "
    "FROM link t LEFT JOIN link p ON p.id = (SELECT q.id FROM link q WHERE q.action = t.action AND q.relation = t.relation AND q.code = t.code AND q.year = t.year AND q.change < ?1 ORDER BY q.id DESC LIMIT 1) WHERE t.change = ?1 GROUP BY t.action, t.relation, t.code, t.year ORDER BY t.id")
UNDO(saving,
    "SELECT l.change FROM saving t JOIN saving l ON l.corrects = coalesce(t.corrects, t.id) AND l.id > t.id AND l.change <> t.change WHERE t.change = ?1",
    "INSERT INTO saving (change, programme, line, month, amount_ore, reports, corrects) SELECT ?2, t.programme, t.line, t.month, -t.amount_ore, -t.reports, coalesce(t.corrects, t.id) FROM saving t WHERE t.change = ?1 ORDER BY t.id")
UNDO(action_version,
    "SELECT l.change FROM action_version t JOIN action_version l ON l.action = t.action AND l.version > t.version AND l.change <> t.change WHERE t.change = ?1 "
    "UNION SELECT l.change FROM action_version t JOIN line n ON n.action = t.action JOIN saving l ON l.line = n.id WHERE t.change = ?1 AND NOT EXISTS (SELECT 1 FROM action_version q WHERE q.action = t.action AND q.version = t.version - 1 AND q.removed = 0) AND l.change > ?1 "
    "UNION SELECT l.change FROM action_version t JOIN status_report l ON l.action = t.action WHERE t.change = ?1 AND NOT EXISTS (SELECT 1 FROM action_version q WHERE q.action = t.action AND q.version = t.version - 1 AND q.removed = 0) AND l.change > ?1",
    "INSERT INTO action_version (change, action, version, removed, name, unit, area, kind, counts, owner, status, stage, basis, plan_ready, start, finish, indicator, description) "
    "SELECT ?2, t.action, (SELECT max(w.version) FROM action_version w WHERE w.action = t.action) + 1, CASE WHEN p.id IS NULL THEN 1 ELSE p.removed END, s.name, s.unit, s.area, s.kind, s.counts, s.owner, s.status, s.stage, s.basis, s.plan_ready, s.start, s.finish, s.indicator, s.description "
    "FROM action_version t LEFT JOIN action_version p ON p.id = (SELECT q.id FROM action_version q WHERE q.action = t.action AND q.change < ?1 ORDER BY q.version DESC LIMIT 1) JOIN action_version s ON s.id = coalesce(p.id, t.id) WHERE t.change = ?1 GROUP BY t.action ORDER BY t.id")
