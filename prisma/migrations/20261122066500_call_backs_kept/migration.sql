-- A call-back that is not safe or not wanted any more is called off, and one that nobody kept is told of. docs/decisions/0046 says why so.

-- By which plan it was agreed: where another holds by now, somebody has to look before they ring.
ALTER TABLE "case_call_back" ADD COLUMN "plan_version" INTEGER;
UPDATE "case_call_back" b SET plan_version = c.plan_version FROM "case" c WHERE c.id = b.case_id;
ALTER TABLE "case_call_back" ALTER COLUMN "plan_version" SET NOT NULL;

ALTER TABLE "case_call_back" DROP CONSTRAINT "case_call_back_end_check";
ALTER TABLE "case_call_back" ADD CONSTRAINT "case_call_back_end_check" CHECK (
  num_nonnulls(ended_at, outcome) IN (0, 2)
  AND outcome IN ('done', 'unreached', 'moved', 'cancelled', 'dropped', 'withdrawn', 'unsafe')
  AND (reason IS NOT NULL) = (outcome IS NOT NULL AND outcome IN ('moved', 'cancelled')));

DROP TRIGGER event_keeps_call_back ON "case_event";
CREATE TRIGGER event_keeps_call_back AFTER INSERT ON "case_event" FOR EACH ROW
WHEN (NEW.type IN ('call-back-set', 'call-back-moved', 'call-back-done', 'call-back-unreached', 'call-back-cancelled'))
EXECUTE FUNCTION follow_call_back();

-- Whoever wants nothing more done is not rung, and nobody who is not to be reached out to any more. A plan that allows some way is sealed: whether
-- a call at that time is among it is seen by whoever opens it, who is told to look.
CREATE FUNCTION call_off_call_back() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE case_call_back SET ended_at = NEW.at, outcome = CASE NEW.type WHEN 'withdrawn' THEN 'withdrawn' ELSE 'unsafe' END
  WHERE case_id = NEW.case_id AND ended_at IS NULL;
  -- Nor is anybody to be sent to ring them because a time passed before.
  UPDATE escalation e SET settled_at = NEW.at FROM "case" c
  WHERE c.id = NEW.case_id AND e.case_id = coalesce(c.goes_on_in_id, c.id) AND e.rule = 'call-back-missed' AND e.settled_at IS NULL AND NOT EXISTS (
    SELECT FROM case_call_back b JOIN "case" o ON o.id = b.case_id
     WHERE coalesce(o.goes_on_in_id, o.id) = e.case_id AND b.ended_at IS NULL AND b.ends_at < NEW.at);
  RETURN NULL;
END
$$;
CREATE TRIGGER event_calls_off_call_back AFTER INSERT ON "case_event" FOR EACH ROW
WHEN (NEW.type = 'withdrawn' OR NEW.type = 'plan-changed' AND NEW.detail->>'reach' IS DISTINCT FROM 'out')
EXECUTE FUNCTION call_off_call_back();

-- Open cases of which somebody was to be rung back by now, and nobody said what came of it: of a merged one, the case it goes on in. Not decoys,
-- and not what supervisors know already.
CREATE FUNCTION call_backs_missed(p_at timestamptz) RETURNS TABLE (id uuid, since timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT r.id, min(b.ends_at)
  FROM case_call_back b
  JOIN "case" c ON c.id = b.case_id
  JOIN "case" r ON r.id = coalesce(c.goes_on_in_id, c.id)
  WHERE b.ended_at IS NULL AND b.ends_at < p_at AND r.force = desk_force() AND desk_actor_id() IS NULL AND NOT case_is_over(r)
    AND NOT EXISTS (SELECT FROM decoy d WHERE d.case_id = r.id)
    AND NOT EXISTS (
      SELECT FROM escalation e WHERE e.case_id = r.id AND e.rule = 'call-back-missed' AND (e.settled_at IS NULL OR e.raised_at >= b.ends_at))
  GROUP BY r.id
$$;

DO $$
DECLARE
  one text;
  patch text[];
  body text;
BEGIN
  FOREACH one IN ARRAY ARRAY['call_off_call_back()', 'call_backs_missed(timestamptz)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', one);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
  END LOOP;
  FOREACH patch SLICE 1 IN ARRAY ARRAY[
    ['follow_call_back()', '(id, case_id, starts_at, ends_at)', '(id, case_id, starts_at, ends_at, plan_version)'],
    ['follow_call_back()', '(NEW.detail->>''until'')::timestamptz)', '(NEW.detail->>''until'')::timestamptz, about.plan_version)'],
    ['is_case_work(text)', '''call-back-unreached'',', '''call-back-unreached'', ''call-back-cancelled'','],
    -- At which hour a call is safe for somebody, and why not, goes with the case; the audit, which nothing goes from, never had it.
    ['destroy_case("case", timestamptz)', 'UPDATE case_event SET box_id = NULL WHERE case_id = p_case.id;',
      'UPDATE case_event SET box_id = NULL WHERE case_id = p_case.id;
  UPDATE case_event SET detail = detail - ARRAY[''from'', ''until'', ''reason''] WHERE case_id = p_case.id AND type LIKE ''call-back-%'';'],
    ['change_case(uuid, integer, jsonb)', 'found_case.reference, told, found_case.force)',
      'found_case.reference, CASE WHEN p_act->>''type'' LIKE ''call-back-%'' THEN told - ARRAY[''from'', ''until'', ''reason''] ELSE told END, found_case.force)']
  ] LOOP
    body := pg_get_functiondef(patch[1]::regprocedure);
    IF position(patch[2] IN body) = 0 THEN
      RAISE EXCEPTION '% is not as it was', patch[1];
    END IF;
    EXECUTE replace(body, patch[2], patch[3]);
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION call_backs_missed(timestamptz) TO alongside_staff;

UPDATE case_event e SET detail = e.detail - ARRAY['from', 'until', 'reason'] FROM "case" c
WHERE c.id = e.case_id AND c.erased_at IS NOT NULL AND e.type LIKE 'call-back-%';
