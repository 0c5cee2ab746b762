-- What an administrator needs to change an account: the version they were looking at, and what becomes of the cases of somebody
-- who may no longer hold them.

ALTER TABLE "account" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- How many open cases an account holds: a number, for an administrator, who sees no case.
CREATE FUNCTION open_cases_of(p_account_id uuid) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT count(*)::integer FROM "case" c
  WHERE c.assignee_id = p_account_id AND c.status <> 'closed' AND desk_role() = 'administrator'
$$;

-- Open cases of somebody who may hold them no longer are nobody's again, so that triage and supervisors see them at once; says
-- how many. `p_restricted_only`: they may still hold cases that are not restricted.
CREATE FUNCTION hand_back_cases(p_account_id uuid, p_restricted_only boolean, p_at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one record;
  handed integer := 0;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  IF desk_role() IS DISTINCT FROM 'administrator' THEN
    RAISE EXCEPTION 'only an administrator hands cases back' USING ERRCODE = 'insufficient_privilege';
  END IF;
  FOR one IN
    UPDATE "case" c SET assignee_id = NULL, status = 'new', version = c.version + 1
    WHERE c.assignee_id = p_account_id AND c.status <> 'closed' AND (c.restricted OR NOT p_restricted_only)
    RETURNING c.id, c.reference, c.force
  LOOP
    INSERT INTO case_event (id, case_id, at, actor_id, type, detail)
    VALUES (gen_random_uuid(), one.id, p_at, desk_actor_id(), 'handed-back', jsonb_build_object('from', p_account_id));
    INSERT INTO audit_event (at, actor_id, role, action, case_id, reference, detail, force)
    VALUES (p_at, desk_actor_id(), desk_role(), 'handed-back', one.id, one.reference,
      jsonb_build_object('from', p_account_id), one.force);
    handed := handed + 1;
  END LOOP;
  RETURN handed;
END
$$;

ALTER FUNCTION open_cases_of(uuid) OWNER TO alongside_owner;
ALTER FUNCTION hand_back_cases(uuid, boolean, timestamptz) OWNER TO alongside_owner;
REVOKE ALL ON FUNCTION open_cases_of(uuid), hand_back_cases(uuid, boolean, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_cases_of(uuid), hand_back_cases(uuid, boolean, timestamptz) TO alongside_staff;
