-- sums_trigger.sql - the sums kept row by row, as a plain schema keeps them; a peer of
-- "make bench" (needs classed of sums.sql).
CREATE TRIGGER saving_balance AFTER INSERT ON saving BEGIN
  INSERT INTO balance
  SELECT new.programme, g.grouping, c.counts,
    CASE g.grouping WHEN 0 THEN c.unit WHEN 1 THEN c.recipient WHEN 2 THEN c.kind WHEN 3 THEN c.area
      WHEN 4 THEN c.action WHEN 5 THEN c.cost_kind ELSE new.month END,
    new.month / 100, 0, 0, new.amount_ore, new.reports
  FROM (SELECT 0 AS grouping UNION ALL SELECT 1 UNION ALL SELECT 2 UNION ALL SELECT 3
    UNION ALL SELECT 4 UNION ALL SELECT 5 UNION ALL SELECT 6) g, classed c
  WHERE c.line = new.line
  ON CONFLICT DO UPDATE SET realised_ore = realised_ore + excluded.realised_ore,
    reports = reports + excluded.reports;
END;
