-- A merged case whose reporter described somebody to leave out goes along to no officer with the one that goes on: whom they meant, no rule can
-- tell, and whoever gave that one away chose for it alone. It stands by itself again, and a person chooses. docs/decisions/0037 says why so.
CREATE OR REPLACE FUNCTION follow_holder() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one "case";
BEGIN
  IF EXISTS (SELECT FROM account a WHERE a.id = NEW.assignee_id AND a.role <> 'supervisor') THEN
    FOR one IN
      SELECT c.* FROM "case" c WHERE c.goes_on_in_id = NEW.id AND c.status <> 'closed' AND c.names_exclusion ORDER BY c.id FOR UPDATE
    LOOP
      PERFORM part_case(one, act_time());
    END LOOP;
  END IF;
  PERFORM give_to_merged(NEW.id, NEW.assignee_id);
  RETURN NULL;
END
$$;
