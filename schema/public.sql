-- public.sql - the plan as it is now, for tools that read databases (BI).  Made in a file on
-- demand (sparplan vyer), because every start parses what stands in a file.
--
-- They are an interface: columns are added, at the end, and neither renamed nor taken away.
-- A change of this file is a new version of the schema (a numbered file, empty if need be),
-- so that an upgrade makes the views anew and any other text in a file is refused.
--   names:   those of the export as JSON, without å, ä and ö; (program, id) is an action
--   amounts: _ore is exact, _kr the same as a floating-point number of kronor
--   NULL:    what is missing, never 0 or ''
-- What is said of an action that was taken away is not shown.

CREATE VIEW v_public_program AS
SELECT p.code AS program, (SELECT nullif(v.name, '') FROM programme_version v
  WHERE v.programme = p.id ORDER BY v.id DESC LIMIT 1) AS namn
FROM programme p;

-- åtgärder, the latest version of each
CREATE VIEW v_public_atgarder AS
SELECT p.code AS program, a.code AS id, v.name AS atgard, u.name AS forvaltning,
  r.name AS omrade, nullif(v.kind, '') AS typ, CASE v.counts WHEN 1 THEN 'ja' ELSE 'nej' END AS raknas,
  nullif(v.owner, '') AS ansvarig, nullif(v.status, '') AS status, v.stage AS grad, v.basis AS bas,
  nullif(v.plan_ready, '') AS plan_klar, nullif(v.start, '') AS start, nullif(v.finish, '') AS slut,
  nullif(v.indicator, '') AS uppfoljningsmatt, nullif(v.description, '') AS beskrivning, v.version
FROM action a JOIN programme p ON p.id = a.programme JOIN action_version v ON v.action = a.id
JOIN unit u ON u.id = v.unit LEFT JOIN area r ON r.id = v.area
WHERE NOT v.removed AND v.version = (SELECT max(w.version) FROM action_version w WHERE w.action = a.id);

-- mål: a row per line and year.  ar NULL: ej årsfördelat; mottagare NULL: ej fördelad
CREATE VIEW v_public_mal AS
SELECT p.code AS program, a.code AS id, u.name AS mottagare, l.cost_kind AS kostnadsslag,
  nullif(t.year, 0) AS ar, t.amount_ore AS belopp_ore, t.amount_ore / 100.0 AS belopp_kr
FROM target t JOIN line l ON l.id = t.line LEFT JOIN unit u ON u.id = l.unit
JOIN action a ON a.id = l.action JOIN programme p ON p.id = a.programme
JOIN action_version v ON v.action = a.id
WHERE t.amount_ore IS NOT NULL
  AND t.id = (SELECT max(x.id) FROM target x WHERE x.line = t.line AND x.year = t.year)
  AND NOT v.removed AND v.version = (SELECT max(w.version) FROM action_version w WHERE w.action = a.id);

-- utfall: a row per saving in force, its corrections added.  verifierat: what a second person
-- has attested of it, corrections only when the saving is too
CREATE VIEW v_public_utfall AS
WITH attested (saving) AS (SELECT saving FROM verification x WHERE x.standing
  AND x.id = (SELECT max(y.id) FROM verification y WHERE y.saving = x.saving)),
part (saving, ore, reports, attested_ore) AS (
  SELECT coalesce(s.corrects, s.id), s.amount_ore, s.reports,
    CASE WHEN s.id IN attested AND coalesce(s.corrects, s.id) IN attested THEN s.amount_ore END
  FROM saving s),
whole (saving, ore, attested_ore) AS (SELECT saving, sum(ore), sum(attested_ore) FROM part
  GROUP BY saving HAVING sum(reports) > 0)
SELECT p.code AS program, a.code AS id, u.name AS mottagare, l.cost_kind AS kostnadsslag,
  s.month / 100 AS ar, printf('%d-%02d', s.month / 100, s.month % 100) AS period,
  k.ore AS belopp_ore, k.ore / 100.0 AS belopp_kr,
  k.attested_ore AS verifierat_ore, k.attested_ore / 100.0 AS verifierat_kr,
  coalesce((SELECT c.document FROM saving c WHERE c.corrects = s.id AND c.reports >= 0
    AND c.document IS NOT NULL ORDER BY c.id DESC LIMIT 1), s.document) AS underlag,
  coalesce((SELECT c.comment FROM saving c WHERE c.corrects = s.id AND c.reports >= 0
    AND c.comment IS NOT NULL ORDER BY c.id DESC LIMIT 1), s.comment) AS kommentar, s.ref
FROM whole k JOIN saving s ON s.id = k.saving JOIN line l ON l.id = s.line
LEFT JOIN unit u ON u.id = l.unit JOIN action a ON a.id = l.action
JOIN programme p ON p.id = a.programme JOIN action_version v ON v.action = a.id
WHERE NOT v.removed AND v.version = (SELECT max(w.version) FROM action_version w WHERE w.action = a.id);

-- summor: target and realised per förvaltning (the top one) and year, verified or not.  ar
-- NULL: ej årsfördelat
CREATE VIEW v_public_summor AS
WITH RECURSIVE tree (unit, top) AS (SELECT id, id FROM unit WHERE parent IS NULL
  UNION ALL SELECT u.id, top FROM tree JOIN unit u ON u.parent = unit),
amount (line, year, target, saving, reports) AS (
  SELECT line, year, amount_ore, NULL, 0 FROM target WHERE id IN
    (SELECT max(id) FROM target GROUP BY line, year)
  UNION ALL SELECT line, month / 100, NULL, amount_ore, reports FROM saving),
total (programme, unit, counts, year, target, saving) AS (
  SELECT a.programme, top, counts, year, sum(target),
    CASE WHEN sum(reports) > 0 THEN sum(saving) END
  FROM amount JOIN line l ON l.id = line JOIN action a ON a.id = l.action
  JOIN action_version v ON v.action = a.id JOIN tree ON tree.unit = v.unit
  WHERE NOT removed AND version =
    (SELECT max(version) FROM action_version w WHERE w.action = a.id)
  GROUP BY a.programme, top, counts, year)
SELECT p.code AS program, u.name AS forvaltning, CASE t.counts WHEN 1 THEN 'ja' ELSE 'nej' END AS raknas,
  nullif(t.year, 0) AS ar, t.target AS mal_ore, t.target / 100.0 AS mal_kr,
  t.saving AS realiserat_ore, t.saving / 100.0 AS realiserat_kr
FROM total t JOIN programme p ON p.id = t.programme JOIN unit u ON u.id = t.unit
WHERE t.target IS NOT NULL OR t.saving IS NOT NULL;

-- prognoser: what the owner foresaw for a year, as told in a round
CREATE VIEW v_public_prognoser AS
SELECT p.code AS program, a.code AS id, r.label AS omgang,
  printf('%d-%02d', r.cutoff / 100, r.cutoff % 100) AS till_och_med, f.year AS ar,
  f.amount_ore AS prognos_ore, f.amount_ore / 100.0 AS prognos_kr
FROM forecast f JOIN round r ON r.id = f.round JOIN action a ON a.id = f.action
JOIN programme p ON p.id = a.programme JOIN action_version v ON v.action = a.id
WHERE f.amount_ore IS NOT NULL AND f.id = (SELECT max(x.id) FROM forecast x
    WHERE x.action = f.action AND x.round = f.round AND x.year = f.year)
  AND NOT v.removed AND v.version = (SELECT max(w.version) FROM action_version w WHERE w.action = a.id);

-- lägesrapporter: a row per action and round
CREATE VIEW v_public_lagen AS
SELECT p.code AS program, a.code AS id, r.label AS omgang,
  printf('%d-%02d', r.cutoff / 100, r.cutoff % 100) AS till_och_med,
  nullif(s.status, '') AS status, nullif(s.light, '') AS ljus, nullif(s.comment, '') AS kommentar,
  CASE s.nothing_new WHEN 1 THEN 'ja' END AS inget_nytt, nullif(s.result, '') AS resultat
FROM status_report s JOIN round r ON r.id = s.round JOIN action a ON a.id = s.action
JOIN programme p ON p.id = a.programme JOIN action_version v ON v.action = a.id
WHERE NOT s.removed AND s.id = (SELECT max(x.id) FROM status_report x
    WHERE x.action = s.action AND x.round = s.round)
  AND NOT v.removed AND v.version = (SELECT max(w.version) FROM action_version w WHERE w.action = a.id);

-- krav.  ar NULL: the whole programme; typ NULL: all of them
CREATE VIEW v_public_krav AS
SELECT p.code AS program, nullif(q.year, 0) AS ar, nullif(q.kind, '') AS typ,
  q.amount_ore AS belopp_ore, q.amount_ore / 100.0 AS belopp_kr,
  nullif(q.difference_ore, 0) AS skillnad_ore, nullif(q.difference_ore, 0) / 100.0 AS skillnad_kr,
  nullif(q.reason, '') AS skal
FROM requirement q JOIN programme p ON p.id = q.programme
WHERE NOT q.removed AND q.id = (SELECT max(x.id) FROM requirement x
    WHERE x.programme = q.programme AND x.year = q.year AND x.kind = q.kind);

-- milstolpar of actions (id) and goals (mal)
CREATE VIEW v_public_milstolpar AS
SELECT p.code AS program, a.code AS id, m.goal AS mal, m.name AS milstolpe,
  nullif(m.due, '') AS datum, nullif(m.reached, '') AS klar
FROM milestone m LEFT JOIN action a ON a.id = m.action
JOIN programme p ON p.id = coalesce(a.programme, m.programme)
WHERE NOT m.removed AND m.id = (SELECT max(x.id) FROM milestone x
    WHERE x.action IS m.action AND x.programme IS m.programme AND x.goal IS m.goal AND x.name = m.name)
  AND (m.action IS NULL OR EXISTS (SELECT 1 FROM action_version v WHERE v.action = m.action AND NOT v.removed
    AND v.version = (SELECT max(w.version) FROM action_version w WHERE w.action = m.action)));

-- beslut, about an action or (id NULL) the programme
CREATE VIEW v_public_beslut AS
SELECT p.code AS program, d.code AS nr, a.code AS id, nullif(d.day, '') AS datum,
  nullif(d.body, '') AS instans, nullif(d.paragraph, '') AS paragraf, nullif(d.journal, '') AS diarienummer,
  nullif(d.outcome, '') AS utfall, nullif(d.subject, '') AS beslut, nullif(d.phase, '') AS fas,
  d.amount_ore AS belopp_ore, d.amount_ore / 100.0 AS belopp_kr, nullif(d.note, '') AS anmarkning
FROM decision d JOIN programme p ON p.id = d.programme LEFT JOIN action a ON a.id = d.action
WHERE NOT d.removed AND d.id = (SELECT max(x.id) FROM decision x
    WHERE x.programme = d.programme AND x.code = d.code AND x.action IS d.action)
  AND (d.action IS NULL OR EXISTS (SELECT 1 FROM action_version v WHERE v.action = d.action AND NOT v.removed
    AND v.version = (SELECT max(w.version) FROM action_version w WHERE w.action = d.action)));

-- mätvärden: a period of `manader` months that ends with `till_och_med`
CREATE VIEW v_public_matvarden AS
SELECT p.code AS program, i.code AS kod, i.name AS matt, nullif(m.place, '') AS ort,
  printf('%d-%02d', m.month / 100, m.month % 100) AS till_och_med, m.span AS manader,
  m.women / 100.0 AS k, m.men / 100.0 AS m, m.total / 100.0 AS totalt, nullif(m.text, '') AS text,
  nullif(m.attained, '') AS maluppfyllelse, nullif(m.trend, '') AS utveckling, nullif(m.note, '') AS anmarkning
FROM measurement m JOIN programme p ON p.id = m.programme
JOIN indicator i ON i.programme = m.programme AND i.code = m.indicator
WHERE NOT m.removed AND m.id = (SELECT max(x.id) FROM measurement x WHERE x.programme = m.programme
    AND x.indicator = m.indicator AND x.place = m.place AND x.month = m.month AND x.span = m.span)
  AND NOT i.removed AND i.id = (SELECT max(x.id) FROM indicator x
    WHERE x.programme = i.programme AND x.code = i.code);

-- ändringar: who changed what, when (UTC)
CREATE VIEW v_public_andringar AS
SELECT c.number AS nummer, strftime('%Y-%m-%dT%H:%M:%fZ', c.at_ms / 1000.0, 'unixepoch') AS tid,
  c.who AS vem, c.verb AS vad, nullif(c.note, '') AS anmarkning, c.undoes AS angrar
FROM change c;
