-- A case is offered to an officer, who takes it or says no; nothing rests with somebody away. docs/decisions/0027 says why so.

CREATE INDEX "case_to_route_idx" ON "case"("risk_rank", "received_at", "id")
  WHERE status = 'new' AND assignee_id IS NULL AND offered_to_id IS NULL AND erased_at IS NULL;

-- The core of the policy, once more in full: whoever is asked to take a case sees its headline, wherever it is. 'open' comes with taking
-- it, and so says for itself now whose districts it is in.
DO $do$
DECLARE
  seen text := $rule$
    force = (SELECT desk_force())
    AND NOT (SELECT desk_actor_id()) = ANY (conflicted_ids)
    AND CASE
      WHEN restricted THEN
        (SELECT desk_role()) IN ('supervisor', 'liaison-officer') AND (SELECT desk_actor_id()) = ANY (named_ids)
      WHEN (SELECT desk_role()) = 'supervisor' THEN true
      WHEN (SELECT desk_role()) IN ('call-handler', 'triager', 'liaison-officer') AND id = ANY ((SELECT desk_glass())::uuid[]) THEN true
      WHEN (SELECT desk_role()) = 'liaison-officer' THEN
        assignee_id IS NOT DISTINCT FROM (SELECT desk_actor_id())
        OR (offered_to_id IS NOT DISTINCT FROM (SELECT desk_actor_id()) AND assignee_id IS NULL AND status <> 'closed')
        OR (district = ANY ((SELECT desk_districts())::text[])
          AND NOT names_exclusion AND NOT excluded_districts && (SELECT desk_districts()))
      WHEN (SELECT desk_role()) = 'triager' THEN assignee_id IS NULL AND status <> 'closed'
      WHEN (SELECT desk_role()) = 'call-handler' THEN
        recorded_by_id = (SELECT desk_actor_id()) AND received_at >= (SELECT desk_today())
      ELSE false
    END
  $rule$;
  opened text := $rule$
    CASE
      WHEN (SELECT desk_role()) IN ('supervisor', 'triager') THEN true
      WHEN (SELECT desk_role()) = 'liaison-officer' THEN
        restricted OR assignee_id IS NOT DISTINCT FROM (SELECT desk_actor_id()) OR id = ANY ((SELECT desk_glass())::uuid[])
        OR (assignee_id IS NULL AND status <> 'closed' AND district = ANY ((SELECT desk_districts())::text[])
          AND NOT names_exclusion AND NOT excluded_districts && (SELECT desk_districts()))
      WHEN (SELECT desk_role()) = 'call-handler' THEN id = ANY ((SELECT desk_glass())::uuid[])
      ELSE false
    END
  $rule$;
  sealed text;
BEGIN
  EXECUTE format('ALTER POLICY staff_sees ON "case" USING (%s)', seen);
  FOREACH sealed IN ARRAY ARRAY['sealed_field', 'key_wrap'] LOOP
    EXECUTE format(
      'ALTER POLICY staff_opens ON %1$I USING (EXISTS (
         SELECT FROM "case" c WHERE c.submission_id = (SELECT desk_submission_of_box(%1$I.box_id)) AND (%2$s)))',
      sealed, opened);
  END LOOP;
  EXECUTE format(
    'CREATE OR REPLACE FUNCTION desk_sees(p_case_id uuid) RETURNS boolean
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
     AS $f$ SELECT EXISTS (SELECT FROM "case" WHERE id = p_case_id AND %s) $f$', seen);
  EXECUTE format(
    'CREATE OR REPLACE FUNCTION desk_opens(p_case_id uuid) RETURNS boolean
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
     AS $f$ SELECT EXISTS (SELECT FROM "case" WHERE id = p_case_id AND %s AND (%s)) $f$', seen, opened);
  EXECUTE replace(format(
    'CREATE OR REPLACE FUNCTION desk_opens_anyway(p_case_id uuid) RETURNS boolean
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
     AS $f$ SELECT EXISTS (SELECT FROM "case" WHERE id = p_case_id AND %s AND (%s)) $f$', seen, opened),
    '(SELECT desk_glass())::uuid[]', '''{}''::uuid[]');
END
$do$;

-- Whatever makes a case somebody's, or nobody's to be asked for, ends the offer of it, whoever does it and by whatever way.
CREATE FUNCTION end_offer() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  asked uuid := OLD.offered_to_id;
  ended timestamptz := CASE WHEN desk_at() = 'infinity' THEN date_trunc('milliseconds', clock_timestamp()) ELSE desk_at() END;
BEGIN
  IF NEW.assignee_id IS NOT NULL OR NEW.status = 'closed' OR NEW.restricted OR NEW.erased_at IS NOT NULL
    OR NEW.offered_to_id = ANY (NEW.conflicted_ids)
  THEN
    NEW.offered_to_id := NULL;
    NEW.offered_at := NULL;
  END IF;
  IF asked IS NOT NULL AND NEW.offered_to_id IS DISTINCT FROM asked THEN
    UPDATE case_offer SET ended_at = greatest(ended, offered_at),
      outcome = CASE WHEN NEW.assignee_id = asked AND desk_actor_id() = asked THEN 'accepted' ELSE 'withdrawn' END,
      reason = CASE
        WHEN NEW.assignee_id = asked AND desk_actor_id() = asked THEN NULL
        WHEN NEW.assignee_id IS NOT NULL THEN 'given'
        WHEN NEW.status = 'closed' THEN 'closed'
        WHEN NEW.restricted THEN 'sealed'
        ELSE 'conflict-declared' END
    WHERE case_id = NEW.id AND ended_at IS NULL;
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER case_offer_ends
BEFORE UPDATE ON "case"
FOR EACH ROW WHEN (OLD.offered_to_id IS NOT NULL OR NEW.offered_to_id IS NOT NULL)
EXECUTE FUNCTION end_offer();

-- Nobody can be asked for it: a supervisor has to know. Who holds it or is asked settles that.
CREATE FUNCTION settle_unrouted() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE escalation SET settled_at = CASE WHEN desk_at() = 'infinity' THEN date_trunc('milliseconds', clock_timestamp()) ELSE desk_at() END,
    settled_by_id = desk_actor_id()
  WHERE case_id = NEW.id AND rule = 'unrouted' AND settled_at IS NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER case_is_routed
AFTER UPDATE ON "case"
FOR EACH ROW WHEN (
  (OLD.assignee_id IS NULL AND OLD.offered_to_id IS NULL AND OLD.status <> 'closed' AND NOT OLD.restricted)
  AND (NEW.assignee_id IS NOT NULL OR NEW.offered_to_id IS NOT NULL OR NEW.status = 'closed' OR NEW.restricted)
)
EXECUTE FUNCTION settle_unrouted();

-- Routing looks again when a case is nobody's, when one is ready to be routed and when somebody's duty changes: the worker listens. What
-- the public sends wakes nobody by itself: a notice holds up every other commit, and a case is compared with declared links first.
CREATE FUNCTION wake_routing() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('alongside_routing', '');
  RETURN NULL;
END
$$;
CREATE TRIGGER case_wakes_routing
AFTER UPDATE ON "case"
FOR EACH ROW WHEN (
  (OLD.assignee_id IS NOT NULL AND NEW.assignee_id IS NULL)
  OR (OLD.offered_to_id IS NOT NULL AND NEW.offered_to_id IS NULL AND NEW.assignee_id IS NULL)
  OR (OLD.status <> NEW.status AND 'closed' IN (OLD.status, NEW.status))
  OR (OLD.restricted AND NOT NEW.restricted)
  OR OLD.conflicted_ids <> NEW.conflicted_ids
  OR (NEW.offered_to_id IS NOT NULL AND OLD.possible_conflict_ids <> NEW.possible_conflict_ids)
)
EXECUTE FUNCTION wake_routing();
CREATE TRIGGER indexed_case_wakes_routing AFTER INSERT ON "case_index" FOR EACH STATEMENT EXECUTE FUNCTION wake_routing();
CREATE TRIGGER duty_wakes_routing AFTER INSERT OR DELETE OR UPDATE ON "duty_shift" FOR EACH STATEMENT EXECUTE FUNCTION wake_routing();

-- What liaison officers hold or are asked to take, and when they were last given or asked for one. Sealed cases are outside every count.
CREATE FUNCTION loads_of_officers() RETURNS TABLE (account_id uuid, open_cases integer, last_assigned_at timestamptz)
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.id, coalesce(held.open, 0)::integer, greatest(given.last, asked.last)
  FROM account a
  LEFT JOIN (
    SELECT coalesce(c.assignee_id, c.offered_to_id) AS account, count(*) AS open FROM "case" c
    WHERE c.status <> 'closed' AND NOT c.restricted AND (c.assignee_id IS NOT NULL OR c.offered_to_id IS NOT NULL)
      AND c.force = desk_force() GROUP BY 1
  ) held ON held.account = a.id
  LEFT JOIN (
    SELECT e.detail ->> 'to' AS account, max(e.at) AS last FROM case_event e JOIN "case" c ON c.id = e.case_id
    WHERE e.type IN ('taken', 'assigned', 'transferred') AND NOT c.restricted AND c.force = desk_force() GROUP BY 1
  ) given ON given.account = a.id::text
  LEFT JOIN (
    SELECT o.account_id AS account, max(o.offered_at) AS last FROM case_offer o JOIN "case" c ON c.id = o.case_id
    WHERE NOT c.restricted AND c.force = desk_force() GROUP BY 1
  ) asked ON asked.account = a.id
  WHERE a.role = 'liaison-officer'
$$;

CREATE OR REPLACE FUNCTION officer_loads() RETURNS TABLE (account_id uuid, open_cases integer, last_assigned_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT l.account_id, l.open_cases, l.last_assigned_at FROM loads_of_officers() l
  WHERE desk_role() IN ('call-handler', 'triager', 'liaison-officer', 'supervisor', 'administrator')
$$;

-- What follows is for whatever runs by the clock, with nobody signed in.
CREATE FUNCTION expect_nobody() RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF desk_actor_id() IS NOT NULL THEN
    RAISE EXCEPTION 'routing runs for nobody' USING ERRCODE = 'insufficient_privilege';
  END IF;
END
$$;

-- Every officer as routing looks at them, with the duty of yesterday and of as many days ahead as are given.
CREATE FUNCTION routing_rota(p_at timestamptz, p_days integer) RETURNS jsonb
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM expect_nobody();
  RETURN (
    WITH ahead AS (
      SELECT officer_id, jsonb_agg(jsonb_build_object('startsAt', starts_at, 'endsAt', ends_at) ORDER BY starts_at) AS shifts
        FROM duty_shift WHERE ends_at > p_at - interval '1 day' AND starts_at < p_at + make_interval(days => p_days) GROUP BY 1
    )
    SELECT coalesce(jsonb_agg(jsonb_build_object(
      'id', o.id, 'accountId', a.id, 'active', o.active AND a.active, 'districts', o.districts, 'languages', o.languages,
      'trainingUntil', o.training_until, 'openLimit', o.open_limit, 'openCases', coalesce(load.open_cases, 0),
      'specialisms', o.specialisms, 'oneMore', o.one_more_at IS NOT NULL, 'handingOver', o.handing_over_at IS NOT NULL,
      'lastAssignedAt', load.last_assigned_at, 'shifts', coalesce(ahead.shifts, '[]')
    ) ORDER BY o.id), '[]')
      FROM officer o JOIN account a ON a.id = o.account_id AND a.role = 'liaison-officer'
      LEFT JOIN loads_of_officers() load ON load.account_id = a.id
      LEFT JOIN ahead ON ahead.officer_id = o.id
  );
END
$$;

-- When the first clock of a case is due, a supervisor's aside; what was promised where it has no clock yet. Null: nothing runs.
CREATE FUNCTION first_due(p_case "case") RETURNS timestamptz
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(
    (SELECT min(k.due_at) FROM case_clock k
      WHERE k.case_id = p_case.id AND k.ended_at IS NULL AND k.paused_at IS NULL AND k.kind <> 'review'),
    CASE WHEN p_case.status IN ('new', 'assigned') AND NOT EXISTS (SELECT FROM case_clock k WHERE k.case_id = p_case.id)
      THEN p_case.promised_by END)
$$;

-- What routing said last of a case that is nobody's, since it is: what was said before somebody had it says nothing. 'freed': it was taken, or
-- came, from whoever held it.
CREATE FUNCTION said_of_nobodys(p_case_id uuid) RETURNS TABLE (rule text, at timestamptz, freed boolean)
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT d.decision ->> 'rule', d.at, held.freed
  FROM (
    SELECT coalesce(max(e.at), '-infinity') AS until, coalesce(bool_or(e.type IN ('freed', 'handed-back')), false) AS freed
    FROM case_event e WHERE e.case_id = p_case_id
      AND e.type IN ('taken', 'assigned', 'transferred', 'freed', 'handed-back', 'closed')
  ) held
  JOIN routing_decision d ON d.case_id = p_case_id AND d.at >= held.until
  ORDER BY d.at DESC, d.id DESC LIMIT 1
$$;

-- The published facts of a case that routing looks at, and whom it was offered to before.
CREATE FUNCTION routable(p_case "case") RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_build_object(
    'id', p_case.id, 'version', p_case.version, 'district', p_case.district, 'languages', p_case.languages, 'strands', p_case.strands,
    'riskRules', p_case.risk_rules, 'excludedDistricts', p_case.excluded_districts, 'namesExclusion', p_case.names_exclusion,
    'wantsOfficer', p_case.wants_officer, 'restricted', p_case.restricted, 'conflictedIds', p_case.conflicted_ids,
    'possibleConflictIds', p_case.possible_conflict_ids, 'dueAt', first_due(p_case),
    'declinedIds', coalesce((SELECT jsonb_agg(DISTINCT o.account_id) FROM case_offer o
      WHERE o.case_id = p_case.id AND o.outcome = 'declined'), '[]'),
    'unansweredIds', coalesce((SELECT jsonb_agg(DISTINCT o.account_id) FROM case_offer o
      WHERE o.case_id = p_case.id AND o.outcome = 'lapsed' AND o.reason = 'duty-over'), '[]'))
$$;

-- Every offer that waits, the newest first, and how the duty has ended that it was for, if it has: the rule of lib/domain/duty.ts, which duty
-- somebody can be counted on in. Less than half an hour of duty with it is no time to answer.
CREATE FUNCTION open_offers(p_at timestamptz) RETURNS TABLE (found jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM expect_nobody();
  RETURN QUERY
    SELECT routable(c) || jsonb_build_object('accountId', c.offered_to_id, 'dutyOver', (
      SELECT CASE WHEN NOT bool_or(had.rest >= least(interval '2 hours', had.length / 2)) THEN NULL
        WHEN sum(had.rest) >= interval '30 minutes' THEN 'duty-over' ELSE 'duty-too-short' END
      FROM (
        SELECT s.ends_at - greatest(s.starts_at, c.offered_at) AS rest, s.ends_at - s.starts_at AS length
        FROM duty_shift s JOIN officer o ON o.id = s.officer_id
        WHERE o.account_id = c.offered_to_id AND s.ends_at > c.offered_at AND s.ends_at <= p_at
      ) had HAVING count(*) > 0))
    FROM "case" c WHERE c.offered_to_id IS NOT NULL AND c.force = desk_force() ORDER BY c.offered_at DESC, c.id;
END
$$;

-- Cases that officers hold, but for those of `p_settled`, of whom it is known that their cases rest with them; and when the holder of each last
-- did something to it or a person last gave it to them.
CREATE FUNCTION held_cases(p_settled uuid[]) RETURNS TABLE (found jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM expect_nobody();
  RETURN QUERY
    SELECT routable(c) || jsonb_build_object('accountId', c.assignee_id,
      'touchedAt', (SELECT max(e.at) FROM case_event e WHERE e.case_id = c.id AND (e.actor_id = c.assignee_id
        OR (e.actor_id IS NOT NULL AND e.type IN ('assigned', 'transferred') AND e.detail ->> 'to' = c.assignee_id::text))))
    FROM "case" c JOIN account a ON a.id = c.assignee_id AND a.role = 'liaison-officer'
    WHERE c.status <> 'closed' AND NOT c.restricted AND c.erased_at IS NULL AND c.force = desk_force()
      AND NOT c.assignee_id = ANY (p_settled)
      AND NOT EXISTS (SELECT FROM decoy d WHERE d.case_id = c.id)
    ORDER BY c.risk_rank, c.received_at, c.id;
END
$$;

-- Cases nobody holds or is asked for, the most urgent first, some after where the last call ended: those compared with what staff
-- declared, or ten minutes old. One that nobody is to be asked for is among them until that is said.
CREATE FUNCTION cases_to_route(p_at timestamptz, p_after jsonb, p_limit integer) RETURNS TABLE (found jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM expect_nobody();
  RETURN QUERY
    SELECT routable(c) || jsonb_build_object('saidRule', said.rule, 'riskRank', c.risk_rank, 'receivedAt', c.received_at)
    FROM "case" c
    LEFT JOIN LATERAL said_of_nobodys(c.id) said ON true
    WHERE c.status = 'new' AND c.assignee_id IS NULL AND c.offered_to_id IS NULL AND c.erased_at IS NULL AND c.force = desk_force()
      AND (p_after IS NULL OR (c.risk_rank, c.received_at, c.id)
        > ((p_after ->> 'riskRank')::smallint, (p_after ->> 'receivedAt')::timestamptz, (p_after ->> 'id')::uuid))
      AND (c.received_at <= p_at - interval '10 minutes' OR EXISTS (SELECT FROM case_index i WHERE i.case_id = c.id))
      AND NOT EXISTS (SELECT FROM decoy d WHERE d.case_id = c.id)
      AND ((c.wants_officer AND NOT c.names_exclusion AND NOT c.restricted) OR said.rule IS DISTINCT FROM
        CASE WHEN c.restricted THEN 'restricted-to-supervisors' WHEN c.names_exclusion THEN 'somebody-described'
          ELSE 'officer-not-asked-for' END)
    ORDER BY c.risk_rank, c.received_at, c.id LIMIT p_limit;
END
$$;

-- Keeps what routing decided of cases that are still nobody's, and offers them: to an account, or to nobody, which a supervisor has to know
-- of where the rule is that nobody is available, and where somebody had it before. A case that somebody is at in this moment is left for the
-- next run. Says how many offers were made.
CREATE FUNCTION store_routing(p_rows jsonb, p_at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one record;
  about "case";
  made integer := 0;
BEGIN
  PERFORM expect_nobody();
  PERFORM set_config('synchronous_commit', 'on', true);
  PERFORM set_config('app.at', p_at::text, true);
  FOR one IN
    SELECT r.* FROM jsonb_to_recordset(p_rows) AS r(id uuid, account uuid, officer uuid, decision jsonb)
  LOOP
    SELECT c.* INTO about FROM "case" c
    WHERE c.id = one.id AND c.status = 'new' AND c.assignee_id IS NULL AND c.offered_to_id IS NULL AND c.erased_at IS NULL
      AND c.force = desk_force()
      AND (one.account IS NULL OR (NOT c.restricted AND NOT c.names_exclusion AND c.wants_officer AND NOT one.account = ANY (c.conflicted_ids)
        AND NOT one.account = ANY (c.possible_conflict_ids)
        AND EXISTS (SELECT FROM account a JOIN officer o ON o.account_id = a.id AND o.active AND o.handing_over_at IS NULL
          WHERE a.id = one.account AND a.active AND a.role = 'liaison-officer')))
    FOR UPDATE SKIP LOCKED;
    CONTINUE WHEN NOT FOUND;
    INSERT INTO routing_decision (id, case_id, at, chosen_id, decision)
    VALUES (gen_random_uuid(), about.id, p_at, one.officer, one.decision);
    IF one.account IS NOT NULL THEN
      UPDATE "case" SET offered_to_id = one.account, offered_at = p_at WHERE id = about.id;
      INSERT INTO case_offer (id, case_id, account_id, offered_at) VALUES (gen_random_uuid(), about.id, one.account, p_at);
      PERFORM note_case_act(about, p_at, 'offered', jsonb_build_object('to', one.account));
      made := made + 1;
    ELSIF one.decision ->> 'rule' = 'no-officer-available'
      OR (one.decision ->> 'rule' IN ('somebody-described', 'officer-not-asked-for') AND (SELECT s.freed FROM said_of_nobodys(about.id) s))
    THEN
      INSERT INTO escalation (id, case_id, rule, raised_at) VALUES (gen_random_uuid(), about.id, 'unrouted', p_at)
      ON CONFLICT (case_id, rule) WHERE settled_at IS NULL DO NOTHING;
      IF FOUND THEN
        PERFORM note_case_act(about, p_at, 'unrouted', '{}');
      END IF;
    END IF;
  END LOOP;
  RETURN made;
END
$$;

-- An offer has ended: what the history of the case says of it, which whoever sees the case reads, and why, for the audit alone.
CREATE FUNCTION note_offer_end(p_case "case", p_at timestamptz, p_type text, p_detail jsonb, p_why jsonb) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO case_event (id, case_id, at, actor_id, type, detail)
  VALUES (gen_random_uuid(), p_case.id, p_at, desk_actor_id(), p_type, p_detail);
  INSERT INTO audit_event (at, actor_id, role, action, case_id, reference, detail, force)
  VALUES (p_at, desk_actor_id(), desk_role(), p_type, p_case.id, p_case.reference, p_detail || p_why, p_case.force)
$$;

-- Offers that hold no more, each with the code of why. Says how many there were. A case that somebody is at in this moment is left for the
-- next run, here and below.
CREATE FUNCTION lapse_offers(p_rows jsonb, p_at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one record;
  about "case";
  ended integer := 0;
BEGIN
  PERFORM expect_nobody();
  PERFORM set_config('synchronous_commit', 'on', true);
  PERFORM set_config('app.at', p_at::text, true);
  FOR one IN SELECT r.* FROM jsonb_to_recordset(p_rows) AS r(id uuid, account uuid, reason text) ORDER BY r.id LOOP
    SELECT c.* INTO about FROM "case" c WHERE c.id = one.id AND c.offered_to_id = one.account AND c.force = desk_force()
    FOR UPDATE SKIP LOCKED;
    CONTINUE WHEN NOT FOUND;
    UPDATE case_offer SET ended_at = greatest(p_at, offered_at), outcome = 'lapsed', reason = one.reason
    WHERE case_id = one.id AND ended_at IS NULL;
    UPDATE "case" SET offered_to_id = NULL, offered_at = NULL WHERE id = one.id;
    PERFORM note_offer_end(about, p_at, 'offer-lapsed', jsonb_build_object('from', one.account), jsonb_build_object('rule', one.reason));
    ended := ended + 1;
  END LOOP;
  RETURN ended;
END
$$;

-- Cases that do not rest with whoever holds them, as they were seen, are nobody's again. Says how many.
CREATE FUNCTION free_cases(p_rows jsonb, p_at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one record;
  about "case";
  freed integer := 0;
BEGIN
  PERFORM expect_nobody();
  PERFORM set_config('synchronous_commit', 'on', true);
  PERFORM set_config('app.at', p_at::text, true);
  FOR one IN SELECT r.* FROM jsonb_to_recordset(p_rows) AS r(id uuid, version integer, account uuid, reason text) ORDER BY r.id LOOP
    SELECT c.* INTO about FROM "case" c
    WHERE c.id = one.id AND c.version = one.version AND c.assignee_id = one.account AND c.status <> 'closed' AND NOT c.restricted
      AND c.force = desk_force() FOR UPDATE SKIP LOCKED;
    CONTINUE WHEN NOT FOUND;
    UPDATE "case" SET assignee_id = NULL, status = 'new', version = version + 1 WHERE id = one.id;
    PERFORM note_case_act(about, p_at, 'freed', jsonb_build_object('from', one.account, 'rule', one.reason));
    freed := freed + 1;
  END LOOP;
  RETURN freed;
END
$$;

-- Cases that stay with whoever holds them, or is asked to, who is away until after something is due: a supervisor has to know, once while it is
-- so. Of others they need know it no more.
CREATE FUNCTION tell_away(p_ids uuid[], p_at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
  told integer := 0;
BEGIN
  PERFORM expect_nobody();
  PERFORM set_config('synchronous_commit', 'on', true);
  UPDATE escalation e SET settled_at = p_at FROM "case" c
  WHERE e.rule = 'holder-away' AND e.settled_at IS NULL AND NOT e.case_id = ANY (p_ids) AND c.id = e.case_id AND c.force = desk_force();
  FOR about IN
    SELECT c.* FROM "case" c WHERE c.id = ANY (p_ids) AND coalesce(c.assignee_id, c.offered_to_id) IS NOT NULL AND c.status <> 'closed' AND NOT c.restricted
      AND c.force = desk_force()
      -- What a supervisor has settled they know, until it is given to somebody again.
      AND NOT EXISTS (SELECT FROM escalation e WHERE e.case_id = c.id AND e.rule = 'holder-away' AND (e.settled_at IS NULL
        OR (e.settled_by_id IS NOT NULL AND e.raised_at >= coalesce((SELECT max(v.at) FROM case_event v
          WHERE v.case_id = c.id AND v.type IN ('taken', 'assigned', 'transferred', 'offered')), '-infinity'))))
    ORDER BY c.id FOR NO KEY UPDATE SKIP LOCKED
  LOOP
    INSERT INTO escalation (id, case_id, rule, raised_at) VALUES (gen_random_uuid(), about.id, 'holder-away', p_at)
    ON CONFLICT (case_id, rule) WHERE settled_at IS NULL DO NOTHING;
    PERFORM note_case_act(about, p_at, 'escalated', jsonb_build_object('rule', 'holder-away'));
    told := told + 1;
  END LOOP;
  RETURN told;
END
$$;

-- Whoever is asked to take a case takes it, as they saw it. Outcomes: 'changed'; 'conflict' (another version by now); 'offer-over' (they are
-- not asked any more); 'not-found' (there is none, or none they were ever asked for or see).
CREATE FUNCTION accept_offer(p_reference text, p_version integer, p_at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
  me uuid := desk_actor_id();
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT c.* INTO about FROM "case" c WHERE c.reference = p_reference AND c.force = desk_force() FOR UPDATE;
  IF NOT FOUND OR coalesce(desk_role() <> 'liaison-officer', true)
    OR NOT (desk_sees(about.id) OR EXISTS (SELECT FROM case_offer o WHERE o.case_id = about.id AND o.account_id = me))
  THEN
    RETURN 'not-found';
  ELSIF about.assignee_id = me THEN
    -- Pressed twice.
    RETURN 'changed';
  ELSIF about.offered_to_id IS DISTINCT FROM me THEN
    RETURN 'offer-over';
  ELSIF about.version <> p_version THEN
    RETURN 'conflict';
  END IF;
  UPDATE "case" SET assignee_id = me, status = 'assigned', version = version + 1 WHERE id = about.id;
  PERFORM note_case_act(about, p_at, 'taken', jsonb_build_object('to', me, 'asked', true));
  RETURN 'changed';
END
$$;

-- Whoever is asked says no, for a reason of a list. That they know somebody in it keeps the case from them from then on, which the audit
-- says and the history does not: whoever sees the case reads that. Outcomes as above.
CREATE FUNCTION decline_offer(p_reference text, p_at timestamptz, p_reason text) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
  me uuid := desk_actor_id();
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT c.* INTO about FROM "case" c WHERE c.reference = p_reference AND c.force = desk_force() FOR UPDATE;
  IF NOT FOUND OR coalesce(desk_role() <> 'liaison-officer', true)
    OR NOT (desk_sees(about.id) OR EXISTS (SELECT FROM case_offer o WHERE o.case_id = about.id AND o.account_id = me))
  THEN
    RETURN 'not-found';
  ELSIF about.offered_to_id IS DISTINCT FROM me THEN
    RETURN 'offer-over';
  END IF;
  UPDATE case_offer SET ended_at = greatest(p_at, offered_at), outcome = 'declined', reason = p_reason
  WHERE case_id = about.id AND ended_at IS NULL;
  PERFORM note_offer_end(about, p_at, 'offer-declined', '{}', jsonb_build_object('reason', p_reason));
  IF p_reason = 'know-somebody' THEN
    PERFORM settle_standing(about, about.restricted, about.named_ids, about.conflicted_ids || me, p_at);
    INSERT INTO audit_event (at, actor_id, role, action, case_id, reference, detail, force)
    VALUES (p_at, me, desk_role(), 'recused', about.id, about.reference, '{"reason": "other-interest"}', about.force);
  END IF;
  UPDATE "case" SET offered_to_id = NULL, offered_at = NULL WHERE id = about.id;
  RETURN 'changed';
END
$$;

-- Why somebody said no, or could not be asked any more, may tie them to the reporter: it is for those who may assign, and for themselves.
-- That their duty ended is anybody's to know who sees the case. Why an offer was withdrawn is not, whatever the reason: if all but one were
-- told, the one that is not would be too.
REVOKE SELECT ON "case_offer" FROM alongside_staff;
GRANT SELECT ("id", "case_id", "account_id", "offered_at", "ended_at", "outcome") ON "case_offer" TO alongside_staff;
CREATE FUNCTION answers_to_offers(p_case_id uuid) RETURNS TABLE (offer_id uuid, account_id uuid, outcome text, reason text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT o.id, o.account_id, o.outcome, CASE
    WHEN o.reason IN ('duty-over', 'duty-too-short') OR desk_role() IN ('supervisor', 'triager')
      OR o.account_id = desk_actor_id() THEN o.reason END
  FROM case_offer o WHERE o.case_id = p_case_id AND desk_sees(p_case_id)
$$;

-- As before, but that the cases are held in the order in which routing holds them, so that neither waits for the other for ever.
CREATE OR REPLACE FUNCTION hand_back_cases(p_account_id uuid, p_restricted_only boolean, p_at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one "case";
  left_named uuid[];
  away uuid[];
  handed integer := 0;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  IF desk_role() IS DISTINCT FROM 'administrator' THEN
    RAISE EXCEPTION 'only an administrator hands cases back' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM FROM "case" c
  WHERE c.force = desk_force() AND (
    (c.assignee_id = p_account_id AND c.status <> 'closed' AND (c.restricted OR NOT p_restricted_only))
    OR (c.restricted AND p_account_id = ANY (c.named_ids) AND c.erased_at IS NULL))
  ORDER BY c.id FOR UPDATE;
  FOR one IN
    SELECT c.* FROM "case" c
    WHERE c.restricted AND p_account_id = ANY (c.named_ids) AND c.force = desk_force() AND c.erased_at IS NULL
    ORDER BY c.id FOR UPDATE
  LOOP
    away := one.conflicted_ids || p_account_id;
    left_named := array_remove(one.named_ids, p_account_id);
    IF cardinality(supervising_readers(left_named, away)) = 0 THEN
      left_named := able_readers(left_named, away) || standing_readers(away);
    END IF;
    UPDATE "case" SET named_ids = left_named, version = version + 1 WHERE id = one.id;
    PERFORM note_case_act(one, p_at, 'named', jsonb_build_object('people', array_to_string(left_named, ' ')));
  END LOOP;
  FOR one IN
    UPDATE "case" c SET assignee_id = NULL, status = 'new', version = c.version + 1
    WHERE c.assignee_id = p_account_id AND c.force = desk_force() AND c.status <> 'closed'
      AND (c.restricted OR NOT p_restricted_only)
    RETURNING c.*
  LOOP
    PERFORM note_case_act(one, p_at, 'handed-back', jsonb_build_object('from', p_account_id));
    handed := handed + CASE WHEN one.restricted THEN 0 ELSE 1 END;
  END LOOP;
  RETURN handed;
END
$$;

-- Cases of which somebody who reads the audit is to learn nothing from it: as before, but that they stood aside is read in the audit, which
-- says so also where the history does not.
CREATE OR REPLACE FUNCTION desk_hidden_cases() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(h.id), '{}') FROM (
    SELECT c.id FROM "case" c
    WHERE c.restricted AND desk_role() = 'supervisor' AND NOT desk_actor_id() = ANY (c.named_ids)
    UNION SELECT c.id FROM "case" c
    WHERE c.conflicted_ids @> ARRAY[desk_actor_id()] AND (desk_role() IS DISTINCT FROM 'auditor'
      OR EXISTS (SELECT FROM case_event e
        WHERE e.case_id = c.id AND e.type = 'conflict-found' AND e.detail ->> 'to' = desk_actor_id()::text)
      OR EXISTS (SELECT FROM audit_event a WHERE a.case_id = c.id AND a.action = 'recused' AND a.actor_id = desk_actor_id()))
  ) h
$$;

-- Destroys what was said and what finds it: data keys, sealed words, messages, the return code, blind indexes, why routing chose whom, who
-- was asked, what was due when, and the facts the law protects most. The reference, the times, the disposition and the history's codes
-- stay, and whom the reporter wanted left out, so that they see no more of it than before.
CREATE OR REPLACE FUNCTION destroy_case(p_case "case", p_at timestamptz) RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  doomed uuid[] := ARRAY(SELECT boxes_of_case(p_case.id));
BEGIN
  -- A re-wrapping that is at one of them finishes first, and finds no key of it afterwards.
  PERFORM FROM key_wrap w WHERE w.box_id = ANY (doomed) ORDER BY w.box_id, w.key_id FOR UPDATE;
  DELETE FROM key_wrap WHERE box_id = ANY (doomed);
  DELETE FROM sealed_field WHERE box_id = ANY (doomed);
  UPDATE case_event SET box_id = NULL WHERE case_id = p_case.id;
  UPDATE submission SET equality_box_id = NULL WHERE id = p_case.submission_id;
  DELETE FROM message WHERE submission_id = p_case.submission_id;
  DELETE FROM return_code WHERE submission_id = p_case.submission_id;
  DELETE FROM routing_decision WHERE case_id = p_case.id;
  DELETE FROM case_offer WHERE case_id = p_case.id;
  DELETE FROM case_clock WHERE case_id = p_case.id;
  DELETE FROM escalation WHERE case_id = p_case.id;
  DELETE FROM case_index WHERE case_id = p_case.id;
  -- The submission's own box stays as an empty name, because the submission does.
  DELETE FROM sealed_box b WHERE b.id = ANY (doomed) AND NOT EXISTS (SELECT FROM submission s WHERE s.box_id = b.id);
  UPDATE "case" SET erased_at = p_at, strands = '{}', risk_rules = '{}', languages = '{}', wants_officer = false,
    last_message_at = NULL, last_message_from = NULL, version = version + 1
  WHERE id = p_case.id;
  RETURN cardinality(doomed);
END
$$;

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY[
    'end_offer()', 'settle_unrouted()', 'wake_routing()', 'loads_of_officers()', 'expect_nobody()', 'routing_rota(timestamptz, integer)',
    'first_due("case")', 'said_of_nobodys(uuid)', 'tell_away(uuid[], timestamptz)',
    'routable("case")', 'open_offers(timestamptz)', 'held_cases(uuid[])', 'cases_to_route(timestamptz, jsonb, integer)',
    'store_routing(jsonb, timestamptz)', 'lapse_offers(jsonb, timestamptz)', 'free_cases(jsonb, timestamptz)',
    'accept_offer(text, integer, timestamptz)', 'decline_offer(text, timestamptz, text)', 'answers_to_offers(uuid)',
    'note_offer_end("case", timestamptz, text, jsonb, jsonb)'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', one);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION
  routing_rota(timestamptz, integer), open_offers(timestamptz), held_cases(uuid[]), cases_to_route(timestamptz, jsonb, integer),
  store_routing(jsonb, timestamptz), lapse_offers(jsonb, timestamptz), free_cases(jsonb, timestamptz), tell_away(uuid[], timestamptz),
  accept_offer(text, integer, timestamptz), decline_offer(text, timestamptz, text), answers_to_offers(uuid)
TO alongside_staff;
