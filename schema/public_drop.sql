-- public_drop.sql - takes away the views of public.sql, those of earlier versions too: a name
-- that has once been released is never taken out of this list.
DROP VIEW IF EXISTS v_public_program;
DROP VIEW IF EXISTS v_public_atgarder;
DROP VIEW IF EXISTS v_public_mal;
DROP VIEW IF EXISTS v_public_utfall;
DROP VIEW IF EXISTS v_public_summor;
DROP VIEW IF EXISTS v_public_prognoser;
DROP VIEW IF EXISTS v_public_lagen;
DROP VIEW IF EXISTS v_public_krav;
DROP VIEW IF EXISTS v_public_milstolpar;
DROP VIEW IF EXISTS v_public_beslut;
DROP VIEW IF EXISTS v_public_matvarden;
DROP VIEW IF EXISTS v_public_andringar;
