-- 009_keys.sql - what the latest row of a key is found by.  The log and undo look it up for
-- each row, and went through the whole table every time.

-- Every start parses what stands in a file: the sums as SQL alone makes them are
-- v_public_summor now, made on demand (public.sql).
DROP VIEW v_check_unit_year;

CREATE INDEX goal_code ON goal (programme, code);
CREATE INDEX indicator_code ON indicator (programme, code);
CREATE INDEX assignment_action ON assignment (action);
CREATE INDEX precondition_name ON precondition (programme, name);
CREATE INDEX link_action ON link (action, relation, code);
CREATE INDEX requirement_year ON requirement (programme, year, kind);
CREATE INDEX overlap_pair ON overlap (action, other);
CREATE INDEX reallocation_code ON reallocation (programme, code);
CREATE INDEX calculation_area ON calculation (area);
CREATE INDEX benchmark_code ON benchmark (programme, code);
