-- A case that goes on in another is looked at as well while the control room was not told of it: merging tells nobody. Who is to have it is asked of
-- the one that goes on alone.
DO $$
DECLARE
  body text := pg_get_functiondef('cases_to_escalate(uuid, integer)'::regprocedure);
  patch text[];
BEGIN
  FOREACH patch SLICE 1 IN ARRAY ARRAY[
    ['c.goes_on_in_id IS NULL OR (c.risk_rank = 0', 'c.goes_on_in_id IS NULL OR (c.first_opened_at IS NOT NULL AND c.risk_rules <> ''{}'' AND NOT w.told)
      OR (c.risk_rank = 0'],
    ['c.assignee_id IS NULL AND c.offered_to_id IS NULL', 'c.assignee_id IS NULL AND c.offered_to_id IS NULL AND c.goes_on_in_id IS NULL']
  ] LOOP
    IF position(patch[1] IN body) = 0 THEN
      RAISE EXCEPTION 'cases_to_escalate has not what is to be replaced: %', patch[1];
    END IF;
    body := replace(body, patch[1], patch[2]);
  END LOOP;
  EXECUTE body;
END
$$;
