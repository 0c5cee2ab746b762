-- Somebody rings and says how they may be reached from now on. docs/decisions/0031 says why so.

-- Whoever has the case, or a supervisor, puts a plan in the place of the one that holds, for the person it is of: the history and the audit say who,
-- how it was known that it is them, and what is allowed now that was not. Outcomes: 'changed'; 'plan-changed' (another plan holds by now);
-- 'conflict'; 'not-found' (none, none they may do this to, or erased).
CREATE FUNCTION change_plan_at_desk(p_case_id uuid, p_version integer, p_plan_version integer, p jsonb) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT c.* INTO about FROM "case" c WHERE c.id = p_case_id FOR UPDATE;
  IF NOT FOUND OR NOT desk_opens_anyway(p_case_id) OR about.erased_at IS NOT NULL
    OR (desk_role() IS DISTINCT FROM 'supervisor' AND about.assignee_id IS DISTINCT FROM desk_actor_id()) THEN
    RETURN 'not-found';
  ELSIF about.plan_version <> p_plan_version THEN
    RETURN 'plan-changed';
  ELSIF about.version <> p_version THEN
    RETURN 'conflict';
  ELSIF p->>'known' IS NULL
    OR p->>'known' NOT IN ('answered-what-only-they-know', 'rang-known-number', 'in-person', 'their-officer-knows-them') THEN
    RAISE EXCEPTION 'it is said how they were known' USING ERRCODE = 'check_violation';
  END IF;
  UPDATE "case" SET version = version + 1 WHERE id = p_case_id;
  PERFORM put_contact_plan(about, p->'plan', (p->>'at')::timestamptz, 'staff',
    jsonb_strip_nulls(jsonb_build_object('known', p->>'known', 'widened', p->>'widened')));
  RETURN 'changed';
END
$$;
ALTER FUNCTION change_plan_at_desk(uuid, integer, integer, jsonb) OWNER TO alongside_owner;
REVOKE ALL ON FUNCTION change_plan_at_desk(uuid, integer, integer, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION change_plan_at_desk(uuid, integer, integer, jsonb) TO alongside_staff;
