-- What the database asks again, beyond the core: an act on a case asks whether the actor may open it and whom it would go to; what
-- an administrator hands back is this force's; and the audit takes no row about a case from nobody.

-- On behalf of somebody a row is added in their name alone. With nobody set any name can be given, because signing in and proving
-- again come before there is anybody: such a row is never about a case.
ALTER POLICY staff_adds ON "audit_event" WITH CHECK (
  actor_id = (SELECT desk_actor_id()) OR ((SELECT desk_actor_id()) IS NULL AND case_id IS NULL)
);

-- The act of somebody at the desk on a case they see, as they saw it: what changes, its words, its history and its audit, or
-- nothing. Only the columns listed here can change. Whoever sees the headline alone adds a line to the history and no more; what
-- changes the case or puts sealed words in it takes opening it. Outcomes: 'changed'; 'conflict' (it is another version by now, or
-- whom it would go to may not hold it); 'not-found' (there is none, or none they may know of or do this to).
CREATE OR REPLACE FUNCTION change_case(p_id uuid, p_version integer, p_act jsonb) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  found_case "case";
  changed "case";
  acted_at timestamptz := (p_act->>'at')::timestamptz;
  told jsonb := coalesce(p_act->'detail', '{}');
  touches boolean := coalesce(p_act->'patch', '{}') <> '{}' OR jsonb_typeof(p_act->'box') = 'object'
    OR jsonb_typeof(p_act->'message') = 'object' OR jsonb_typeof(p_act->'decision') = 'object';
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT c.* INTO found_case FROM "case" c WHERE c.id = p_id FOR UPDATE;
  IF NOT FOUND OR NOT desk_sees(p_id) OR (touches AND NOT desk_opens(p_id)) THEN
    RETURN 'not-found';
  END IF;
  IF found_case.version <> p_version THEN
    RETURN 'conflict';
  END IF;

  changed := jsonb_populate_record(found_case, coalesce(p_act->'patch', '{}'));
  IF changed.assignee_id IS NOT NULL AND changed.assignee_id IS DISTINCT FROM found_case.assignee_id THEN
    -- Held until this is done: an account that is being closed is waited for, and then it is no holder.
    PERFORM FROM account a WHERE a.id = changed.assignee_id AND a.active
      AND (a.role = 'supervisor' OR (a.role = 'liaison-officer' AND NOT found_case.restricted)) FOR SHARE;
    IF NOT FOUND THEN
      RETURN 'conflict';
    END IF;
  END IF;
  UPDATE "case" SET status = changed.status, assignee_id = changed.assignee_id, risk_decided = changed.risk_decided,
    risk_rank = changed.risk_rank, closed_at = changed.closed_at, disposition = changed.disposition,
    version = found_case.version + 1
  WHERE id = p_id;

  IF jsonb_typeof(p_act->'box') = 'object' THEN
    PERFORM insert_sealed_box(p_act->'box');
  END IF;
  IF jsonb_typeof(p_act->'message') = 'object' THEN
    PERFORM insert_sealed_box(p_act->'message'->'box');
    INSERT INTO message (id, submission_id, at, author, account_id, box_id)
    VALUES ((p_act->'message'->>'id')::uuid, found_case.submission_id, acted_at, 'staff', desk_actor_id(),
      (p_act->'message'->'box'->>'id')::uuid);
    UPDATE "case" SET last_message_at = acted_at, last_message_from = 'staff' WHERE id = p_id;
  END IF;
  IF jsonb_typeof(p_act->'decision') = 'object' THEN
    INSERT INTO routing_decision (id, case_id, at, chosen_id, decision)
    VALUES ((p_act->'decision'->>'id')::uuid, p_id, acted_at, (p_act->'decision'->>'chosen_id')::uuid,
      p_act->'decision'->'decision');
  END IF;
  INSERT INTO case_event (id, case_id, at, actor_id, type, detail, box_id)
  VALUES ((p_act->>'event_id')::uuid, p_id, acted_at, desk_actor_id(), p_act->>'type', told,
    (p_act->'box'->>'id')::uuid);
  INSERT INTO audit_event (at, actor_id, role, action, case_id, reference, detail, force)
  VALUES (acted_at, desk_actor_id(), desk_role(), coalesce(p_act->>'audited', p_act->>'type'), p_id,
    found_case.reference, told, found_case.force);
  RETURN 'changed';
END
$$;

-- How many open cases of this force an account holds: a number, for an administrator, who sees no case.
CREATE OR REPLACE FUNCTION open_cases_of(p_account_id uuid) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT count(*)::integer FROM "case" c
  WHERE c.assignee_id = p_account_id AND c.force = desk_force() AND c.status <> 'closed' AND desk_role() = 'administrator'
$$;

-- Open cases of this force of somebody who may hold them no longer are nobody's again, so that triage and supervisors see them at
-- once; says how many. `p_restricted_only`: they may still hold cases that are not restricted.
CREATE OR REPLACE FUNCTION hand_back_cases(p_account_id uuid, p_restricted_only boolean, p_at timestamptz) RETURNS integer
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
    WHERE c.assignee_id = p_account_id AND c.force = desk_force() AND c.status <> 'closed'
      AND (c.restricted OR NOT p_restricted_only)
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
