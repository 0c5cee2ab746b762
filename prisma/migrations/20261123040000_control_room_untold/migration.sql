-- Supervisors know of danger until the control room was told, and not only until somebody opens the case: what the watch looks at has with it
-- which rules the case came under, and whether the control room knows.
DO $$
DECLARE
  body text := pg_get_functiondef('cases_to_escalate(uuid, integer)'::regprocedure);
  patch text[];
BEGIN
  FOREACH patch SLICE 1 IN ARRAY ARRAY[
    ['broken jsonb, raised jsonb)', 'broken jsonb, raised jsonb, risk_rules text[], control_room_told boolean)'],
    ['coalesce(e.raised, ''[]'')', 'coalesce(e.raised, ''[]''), c.risk_rules, w.told'],
    ['WHERE c.force = desk_force()', 'CROSS JOIN LATERAL (
    SELECT EXISTS (SELECT FROM case_event t WHERE t.case_id = c.id AND t.type = ''control-room-told'') AS told
  ) w
  WHERE c.force = desk_force()'],
    ['OR e.raised IS NOT NULL', 'OR e.raised IS NOT NULL OR (c.risk_rules <> ''{}'' AND NOT w.told)']
  ] LOOP
    IF position(patch[1] IN body) = 0 THEN
      RAISE EXCEPTION 'cases_to_escalate has not what is to be replaced: %', patch[1];
    END IF;
    body := replace(body, patch[1], patch[2]);
  END LOOP;
  -- What a function gives is changed by making it anew.
  DROP FUNCTION cases_to_escalate(uuid, integer);
  EXECUTE body;
END
$$;
ALTER FUNCTION cases_to_escalate(uuid, integer) OWNER TO alongside_owner;
REVOKE ALL ON FUNCTION cases_to_escalate(uuid, integer) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION cases_to_escalate(uuid, integer) TO alongside_staff;
