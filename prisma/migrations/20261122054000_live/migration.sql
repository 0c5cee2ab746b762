-- The desk hears of what changes while it changes, and of who else has a case open. docs/decisions/0034 says why so.

-- Says that something about a case is otherwise: its id and nothing else, once the change holds. What is sent in for the first time says
-- nothing here: every commit with a notice in it waits for every other, and intake must not queue. Whoever took it in says so after.
CREATE FUNCTION tell_live() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about uuid := CASE
    WHEN TG_TABLE_NAME = 'case' THEN (to_jsonb(NEW)->>'id')::uuid
    WHEN TG_TABLE_NAME = 'agreement' THEN (SELECT c.id FROM "case" c WHERE c.submission_id = (to_jsonb(NEW)->>'submission_id')::uuid)
    ELSE (to_jsonb(NEW)->>'case_id')::uuid
  END;
BEGIN
  IF about IS NOT NULL THEN
    PERFORM pg_notify('alongside_live', about::text);
  END IF;
  RETURN NULL;
END
$$;
-- That somebody had it open for the first time changes nothing that is shown.
CREATE TRIGGER case_tells_live AFTER UPDATE ON "case" FOR EACH ROW WHEN (
  (OLD.version, OLD.status, OLD.assignee_id, OLD.offered_to_id, OLD.restricted, OLD.named_ids, OLD.conflicted_ids, OLD.district,
    OLD.risk_rank, OLD.plan_version, OLD.danger_at, OLD.erased_at)
  IS DISTINCT FROM
  (NEW.version, NEW.status, NEW.assignee_id, NEW.offered_to_id, NEW.restricted, NEW.named_ids, NEW.conflicted_ids, NEW.district,
    NEW.risk_rank, NEW.plan_version, NEW.danger_at, NEW.erased_at)
) EXECUTE FUNCTION tell_live();
CREATE TRIGGER case_event_tells_live AFTER INSERT ON "case_event" FOR EACH ROW WHEN (NEW.type <> 'received') EXECUTE FUNCTION tell_live();
CREATE TRIGGER escalation_tells_live AFTER INSERT OR UPDATE ON "escalation" FOR EACH ROW EXECUTE FUNCTION tell_live();
CREATE TRIGGER agreement_tells_live AFTER INSERT OR UPDATE ON "agreement" FOR EACH ROW EXECUTE FUNCTION tell_live();
CREATE TRIGGER outbound_tells_live AFTER INSERT OR UPDATE OF state ON "outbound" FOR EACH ROW WHEN (NEW.case_id IS NOT NULL)
EXECUTE FUNCTION tell_live();

-- What tells one state of a case from the next, as a page was made from it; of which contact plan it was stands first.
CREATE FUNCTION case_mark(p_case_id uuid, p_plan integer, p_version integer) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p_plan || '-' || p_version || '-' || coalesce((extract(epoch FROM max(e.at)) * 1000)::bigint, 0) || '-' || count(*)
  FROM case_event e WHERE e.case_id = p_case_id
$$;

-- What the policy looks at of cases that changed, for a process that then asks it for each of those who watch. Nobody's alone.
CREATE FUNCTION live_cases(p_ids uuid[]) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_nobody();
  RETURN (
    SELECT coalesce(jsonb_agg(jsonb_build_object(
      'id', c.id, 'district', c.district, 'status', c.status, 'assigneeId', c.assignee_id, 'recordedById', c.recorded_by_id,
      'receivedAt', c.received_at, 'restricted', c.restricted, 'namedIds', c.named_ids, 'conflictedIds', c.conflicted_ids,
      'excludedDistricts', c.excluded_districts, 'namesExclusion', c.names_exclusion, 'offeredToId', c.offered_to_id,
      'inQueue', c.status <> 'closed' OR coalesce(c.last_message_from = 'reporter', false), 'mark', case_mark(c.id, c.plan_version, c.version)
    )), '[]')
    FROM "case" c WHERE c.id = ANY (p_ids) AND c.force = desk_force()
  );
END
$$;

-- Whether whoever acts may open a case and has it theirs, or has said why they open it: the rule of lib/queries/given-reason.ts. Whoever has
-- not is told of nobody who has it open, and is not there themselves.
CREATE FUNCTION has_reason(p_case_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT desk_opens(p_case_id) AND (
    EXISTS (SELECT FROM "case" c WHERE c.id = p_case_id AND (c.assignee_id = desk_actor_id() OR c.id = ANY (desk_glass())))
    OR EXISTS (
      SELECT FROM case_reason r JOIN staff_session s ON s.handle = r.session_handle
      WHERE r.case_id = p_case_id AND r.account_id = desk_actor_id() AND r.given_at > desk_at() - interval '8 hours'
        AND r.reason <> 'taking-out' AND s.ended_at IS NULL
    )
  )
$$;

-- Whoever acts has a case open on a page of theirs, now, and is writing there or not. Page 0 is one that is made and has not said anything
-- itself: it is gone once one of theirs does. Others hear of what is new in that. Says who else has it open: whoever was there within the minute.
CREATE FUNCTION be_here(p_case_id uuid, p_page smallint, p_writing boolean) RETURNS TABLE (name text, writing boolean)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  me uuid := desk_actor_id();
  since timestamptz := desk_at() - interval '60 seconds';
  was boolean;
  is_now boolean;
BEGIN
  IF me IS NULL OR NOT isfinite(desk_at()) OR NOT has_reason(p_case_id) THEN
    RETURN;
  END IF;
  DELETE FROM case_presence p WHERE p.case_id = p_case_id AND p.seen_at <= since;
  SELECT bool_or(p.writing_at > since IS TRUE) INTO was FROM case_presence p WHERE p.case_id = p_case_id AND p.account_id = me;
  INSERT INTO case_presence (case_id, account_id, page, seen_at, writing_at)
  VALUES (p_case_id, me, p_page, desk_at(), CASE WHEN p_writing THEN desk_at() END)
  ON CONFLICT (case_id, account_id, page) DO UPDATE SET seen_at = excluded.seen_at, writing_at = excluded.writing_at;
  IF p_page > 0 THEN
    DELETE FROM case_presence p WHERE p.case_id = p_case_id AND p.account_id = me AND p.page = 0;
  END IF;
  SELECT bool_or(p.writing_at > since IS TRUE) INTO is_now FROM case_presence p WHERE p.case_id = p_case_id AND p.account_id = me;
  IF was IS DISTINCT FROM is_now THEN
    PERFORM pg_notify('alongside_live', p_case_id || ' here');
  END IF;
  RETURN QUERY
    SELECT a.name, bool_or(p.writing_at > since IS TRUE)
    FROM case_presence p JOIN account a ON a.id = p.account_id
    WHERE p.case_id = p_case_id AND p.account_id <> me GROUP BY a.id ORDER BY a.name, a.id;
END
$$;

-- Whoever acts has left a page of a case. Another of theirs that is open stays, and has said so itself.
CREATE FUNCTION be_gone(p_case_id uuid, p_page smallint) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM case_presence p WHERE p.case_id = p_case_id AND p.account_id = desk_actor_id() AND p.page IN (0, p_page);
  IF FOUND THEN
    PERFORM pg_notify('alongside_live', p_case_id || ' here');
  END IF;
END
$$;

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY[
    'tell_live()', 'case_mark(uuid, integer, integer)', 'live_cases(uuid[])', 'has_reason(uuid)', 'be_here(uuid, smallint, boolean)',
    'be_gone(uuid, smallint)'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', one);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION case_mark(uuid, integer, integer), live_cases(uuid[]), be_here(uuid, smallint, boolean), be_gone(uuid, smallint)
  TO alongside_staff;

-- Who else has a case open is told by be_here alone, to whoever may open it.
DROP POLICY staff_sees ON "case_presence";
REVOKE SELECT ON "case_presence" FROM alongside_staff;
