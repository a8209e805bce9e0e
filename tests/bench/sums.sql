-- sums.sql - how lines are classed now: what both peers of "make bench" that keep the sums
-- need (src/ledger/balance.h gives the numbers).
CREATE VIEW classed AS
SELECT l.id AS line, l.action, v.counts, v.unit, coalesce(l.unit, 0) AS recipient,
  CASE v.kind WHEN '' THEN 0 WHEN 'budgetreducering' THEN 1 ELSE 2 END AS kind,
  coalesce(v.area, 0) AS area,
  CASE l.cost_kind WHEN 'ospecificerat' THEN 0 WHEN 'personal' THEN 1 WHEN 'drift' THEN 2
    WHEN 'material' THEN 3 WHEN 'intäkt' THEN 4 ELSE 5 END AS cost_kind
FROM line l JOIN action_version v ON v.action = l.action
WHERE v.version = (SELECT max(w.version) FROM action_version w WHERE w.action = l.action);
