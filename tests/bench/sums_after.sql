-- sums_after.sql - the sums added up in one pass when all rows are in: the least that SQL can
-- do with; a peer of "make bench" (needs classed of sums.sql).
CREATE TEMP TABLE by_month AS
SELECT programme, line, month, sum(amount_ore) AS ore, sum(reports) AS reports
FROM saving GROUP BY line, month;
CREATE TEMP TABLE by_year AS
SELECT m.programme, c.*, m.year, m.ore, m.reports
FROM (SELECT programme, line, month / 100 AS year, sum(ore) AS ore, sum(reports) AS reports
  FROM by_month GROUP BY line, month / 100) m JOIN classed c ON c.line = m.line;
INSERT INTO balance
SELECT programme, grouping, counts, key, year, 0, 0, ore, reports FROM (
  SELECT programme, 0 AS grouping, counts, unit AS key, year, sum(ore) AS ore,
    sum(reports) AS reports FROM by_year GROUP BY 1, 3, 4, 5
  UNION ALL SELECT programme, 1, counts, recipient, year, sum(ore), sum(reports)
    FROM by_year GROUP BY 1, 3, 4, 5
  UNION ALL SELECT programme, 2, counts, kind, year, sum(ore), sum(reports)
    FROM by_year GROUP BY 1, 3, 4, 5
  UNION ALL SELECT programme, 3, counts, area, year, sum(ore), sum(reports)
    FROM by_year GROUP BY 1, 3, 4, 5
  UNION ALL SELECT programme, 4, counts, action, year, sum(ore), sum(reports)
    FROM by_year GROUP BY 1, 3, 4, 5
  UNION ALL SELECT programme, 5, counts, cost_kind, year, sum(ore), sum(reports)
    FROM by_year GROUP BY 1, 3, 4, 5
  UNION ALL SELECT m.programme, 6, c.counts, m.month, m.month / 100, sum(m.ore), sum(m.reports)
    FROM by_month m JOIN classed c ON c.line = m.line GROUP BY 1, 3, 4) WHERE true
ON CONFLICT DO UPDATE SET realised_ore = realised_ore + excluded.realised_ore,
  reports = reports + excluded.reports;
