-- How long a case is kept: when its period ends, told beforehand by a job, and until when somebody decided to keep it beyond. No job
-- destroys anything: docs/decisions/0023 says why. And the row of the audit without which nothing is taken out.

ALTER TABLE "case" ADD COLUMN "retention_due_on" DATE;
ALTER TABLE "case" ADD COLUMN "kept_until" DATE;

CREATE INDEX "case_force_retention_due_on_idx" ON "case"("force", "retention_due_on");

-- A case that is opened again, and one that is closed again, starts its period anew.
CREATE FUNCTION restart_retention() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.retention_due_on := NULL;
  NEW.kept_until := NULL;
  RETURN NEW;
END
$$;

CREATE TRIGGER case_retention_restarts
BEFORE UPDATE ON "case"
FOR EACH ROW WHEN (NEW.status IS DISTINCT FROM OLD.status)
EXECUTE FUNCTION restart_retention();

-- Closed cases of the force that are not erased, for the job that reckons when their period ends, some at a time after `p_after`. Codes
-- and times alone, and nothing while somebody is signed in.
CREATE FUNCTION retention_cases(p_after uuid, p_limit integer)
RETURNS TABLE (
  id uuid, kind text, disposition text, received_at timestamptz, closed_at timestamptz, kept_until date, due_on date, held boolean
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.id, c.kind, c.disposition, c.received_at, c.closed_at, c.kept_until, c.retention_due_on, c.legal_hold IS NOT NULL
  FROM "case" c
  WHERE c.force = desk_force() AND desk_actor_id() IS NULL AND c.status = 'closed' AND c.erased_at IS NULL
    AND (p_after IS NULL OR c.id > p_after)
  ORDER BY c.id LIMIT p_limit
$$;

-- Notes on cases when their period ends, or that it does not yet, and says how many were warned of. Only on those that are as the job saw
-- them; the first time with a line of history and one of the audit.
CREATE FUNCTION mark_retention(p_marks jsonb, p_at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one record;
  marked "case";
  warned integer := 0;
BEGIN
  IF desk_actor_id() IS NOT NULL OR desk_force() IS NULL THEN
    RAISE EXCEPTION 'nobody marks a period by hand' USING ERRCODE = 'insufficient_privilege';
  END IF;
  FOR one IN
    SELECT m.id, m.due_on, m.closed_at, m.kept_until, m.rule, c.retention_due_on AS was
    FROM jsonb_to_recordset(p_marks) AS m(id uuid, due_on date, closed_at timestamptz, kept_until date, rule text)
    JOIN "case" c ON c.id = m.id ORDER BY m.id
    FOR UPDATE OF c
  LOOP
    UPDATE "case" SET retention_due_on = one.due_on
    WHERE id = one.id AND force = desk_force() AND status = 'closed' AND erased_at IS NULL
      AND (one.due_on IS NULL OR legal_hold IS NULL) AND closed_at IS NOT DISTINCT FROM one.closed_at
      AND kept_until IS NOT DISTINCT FROM one.kept_until AND retention_due_on IS DISTINCT FROM one.due_on
    RETURNING * INTO marked;
    IF FOUND AND one.was IS NULL AND one.due_on IS NOT NULL THEN
      PERFORM note_case_act(marked, p_at, 'retention-warned', jsonb_build_object('due', one.due_on, 'rule', one.rule));
      warned := warned + 1;
    END IF;
  END LOOP;
  RETURN warned;
END
$$;

-- Somebody decided that a closed case is kept until a later day, for a reason. Outcomes: 'changed'; 'conflict' (another version by now);
-- 'not-found' (none, or none they may do this to); 'bad-transition' (open, erased, or asked to be erased); 'invalid' (no later than it
-- is kept already).
CREATE FUNCTION keep_case(p_id uuid, p_version integer, p_at timestamptz, p_until date, p_reason text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  found_case "case";
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT c.* INTO found_case FROM "case" c WHERE c.id = p_id FOR UPDATE;
  IF NOT FOUND OR desk_role() IS DISTINCT FROM 'supervisor' OR NOT desk_sees(p_id) THEN
    RETURN 'not-found';
  ELSIF found_case.version <> p_version THEN
    RETURN 'conflict';
  ELSIF found_case.erased_at IS NOT NULL OR found_case.status <> 'closed'
    OR EXISTS (SELECT FROM erasure_request r WHERE r.case_id = p_id AND r.decided_at IS NULL) THEN
    RETURN 'bad-transition';
  ELSIF p_until <= greatest(found_case.kept_until, found_case.retention_due_on) THEN
    RETURN 'invalid';
  END IF;
  UPDATE "case" SET kept_until = p_until, retention_due_on = NULL, version = version + 1 WHERE id = p_id;
  PERFORM note_case_act(found_case, p_at, 'kept-longer', jsonb_build_object('reason', p_reason, 'until', p_until));
  RETURN 'changed';
END
$$;

-- Before anything of a case is taken out: the line of its history and the row of the audit, which says who is given it: the person, another
-- force, or a court, whose name is sealed in `p_box` beside the line of the history that the audit names. False, and nothing written, where
-- the actor may not, where nobody is named, or where what the person told about who they are would go to another force.
CREATE FUNCTION note_export(p_id uuid, p_at timestamptz, p_detail jsonb, p_box jsonb) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  found_case "case";
  line_id uuid := gen_random_uuid();
  reason text := p_detail ->> 'reason';
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT c.* INTO found_case FROM "case" c WHERE c.id = p_id FOR UPDATE;
  IF NOT FOUND OR desk_role() IS DISTINCT FROM 'supervisor' OR NOT desk_opens(p_id) OR found_case.erased_at IS NOT NULL THEN
    RETURN false;
  ELSIF p_detail ->> 'recipient' IS NULL OR (reason = 'court') IS DISTINCT FROM (jsonb_typeof(p_box) IS NOT DISTINCT FROM 'object')
    OR (reason = 'other-force' AND (p_detail ->> 'identity')::boolean IS DISTINCT FROM false) THEN
    RETURN false;
  END IF;
  IF reason = 'court' THEN
    PERFORM insert_sealed_box(p_box);
  END IF;
  INSERT INTO case_event (id, case_id, at, actor_id, type, detail, box_id)
  VALUES (line_id, p_id, p_at, desk_actor_id(), 'exported', p_detail, (p_box ->> 'id')::uuid);
  INSERT INTO audit_event (at, actor_id, role, action, case_id, reference, detail, force)
  VALUES (p_at, desk_actor_id(), desk_role(), 'exported', p_id, found_case.reference, p_detail || jsonb_build_object('event', line_id),
    found_case.force);
  RETURN true;
END
$$;

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY[
    'restart_retention()', 'retention_cases(uuid, integer)', 'mark_retention(jsonb, timestamptz)',
    'keep_case(uuid, integer, timestamptz, date, text)', 'note_export(uuid, timestamptz, jsonb, jsonb)'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', one);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION
  retention_cases(uuid, integer), mark_retention(jsonb, timestamptz), keep_case(uuid, integer, timestamptz, date, text),
  note_export(uuid, timestamptz, jsonb, jsonb)
TO alongside_staff;

-- Each list of cases that are kept, and the queue, is read by an index of its own, so that no page costs more the more is closed. Prisma
-- knows of no index on some of the rows.
CREATE INDEX "case_held_idx" ON "case"("force", "closed_at") WHERE legal_hold IS NOT NULL AND erased_at IS NULL;
CREATE INDEX "case_erased_idx" ON "case"("force", "erased_at") WHERE erased_at IS NOT NULL;
CREATE INDEX "case_in_queue_idx" ON "case"("force", "status") WHERE status <> 'closed' OR last_message_from = 'reporter';
CREATE INDEX "erasure_request_waiting_idx" ON "erasure_request"("case_id") WHERE decided_at IS NULL;
