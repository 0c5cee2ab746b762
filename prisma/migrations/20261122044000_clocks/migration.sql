-- The clocks of cases, what supervisors have to know of, and what the public side may know of the rota. docs/decisions/0028 says why so.

-- A clock whose time has not been reckoned. Working days and holidays are known to lib/domain alone; a job reckons them.
CREATE INDEX "case_clock_unreckoned_idx" ON "case_clock"("id") WHERE ended_at IS NULL AND paused_at IS NULL AND due_at IS NULL;

-- The rules of lib/domain/clocks/clock-rules.ts, kept by triggers, so that nothing that changes a case can forget them. A test plays one
-- against the other.

CREATE FUNCTION case_is_over(p_case "case") RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p_case.status = 'closed' OR p_case.erased_at IS NOT NULL
$$;

CREATE FUNCTION waits_for_reporter(p_case "case") RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p_case.status = 'awaiting-contact'
$$;

CREATE FUNCTION start_clock(p_case "case", p_kind text, p_at timestamptz) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO case_clock (id, case_id, kind, started_at, due_at, paused_at, pause)
  SELECT gen_random_uuid(), p_case.id, p_kind, p_at, CASE WHEN p_kind = 'first-contact' THEN p_case.promised_by END,
    CASE WHEN waits THEN p_at END, CASE WHEN waits THEN 'awaiting-reporter' END
  FROM (SELECT p_kind = 'next-update' AND waits_for_reporter(p_case)) AS w(waits)
$$;

CREATE FUNCTION end_clocks(p_case_id uuid, p_kinds text[], p_at timestamptz, p_with_case boolean) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE case_clock SET ended_at = p_at, outcome = CASE
      WHEN p_at > due_at THEN 'late' WHEN p_with_case THEN 'dropped' ELSE 'kept' END
  WHERE case_id = p_case_id AND kind = ANY (p_kinds) AND ended_at IS NULL
$$;

-- The next update stands still while the reporter is waited for, and starts anew when they are not.
CREATE FUNCTION pause_or_resume(p_case "case", p_at timestamptz) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE case_clock SET
    started_at = CASE WHEN paused_at IS NULL THEN started_at ELSE p_at END,
    paused_at = CASE WHEN paused_at IS NULL THEN p_at END,
    pause = CASE WHEN paused_at IS NULL THEN 'awaiting-reporter' END,
    due_at = NULL, warned_at = NULL, broken_at = NULL
  WHERE case_id = p_case.id AND kind = 'next-update' AND ended_at IS NULL
    AND (paused_at IS NOT NULL) IS DISTINCT FROM waits_for_reporter(p_case)
$$;

-- Whoever reads messages with their code, and is reached in no other way, has had none yet: no attempt is a contact to them.
CREATE FUNCTION waits_for_message(p_case_id uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM case_clock k WHERE k.case_id = p_case_id AND k.kind = 'first-contact' AND k.ended_at IS NULL AND k.reach = 'code')
$$;

-- Somebody tried to reach the reporter: the first contact is not waited for any more. Where they were told something, the next update is,
-- anew.
CREATE FUNCTION follow_attempt(p_case "case", p_told boolean, p_at timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM end_clocks(p_case.id, '{first-contact}', p_at, false);
  IF p_told THEN
    PERFORM end_clocks(p_case.id, '{next-update}', p_at, false);
  END IF;
  IF NOT EXISTS (SELECT FROM case_clock k WHERE k.case_id = p_case.id AND k.kind = 'next-update' AND k.ended_at IS NULL) THEN
    PERFORM start_clock(p_case, 'next-update', p_at);
  END IF;
END
$$;

CREATE FUNCTION follow_case() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  every CONSTANT text[] := '{first-contact,next-update,review}';
  at timestamptz := NEW.received_at;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    at := CASE
      WHEN NEW.last_message_at IS DISTINCT FROM OLD.last_message_at AND NEW.last_message_at IS NOT NULL THEN NEW.last_message_at
      WHEN NEW.closed_at IS DISTINCT FROM OLD.closed_at AND NEW.closed_at IS NOT NULL THEN NEW.closed_at
      WHEN isfinite(desk_at()) THEN desk_at() ELSE now() END;
    IF case_is_over(NEW) THEN
      PERFORM end_clocks(NEW.id, every, at, true);
      -- What was promised and not kept stays for a supervisor to settle.
      UPDATE escalation SET settled_at = at
      WHERE case_id = NEW.id AND settled_at IS NULL AND (NEW.erased_at IS NOT NULL OR rule NOT IN ('promise-broken', 'update-overdue'));
      RETURN NULL;
    END IF;
  ELSIF case_is_over(NEW) THEN
    RETURN NULL;
  END IF;

  IF TG_OP = 'INSERT' OR case_is_over(OLD) THEN
    PERFORM start_clock(NEW, CASE WHEN TG_OP = 'INSERT' AND NOT waits_for_reporter(NEW) THEN 'first-contact' ELSE 'next-update' END, at);
    PERFORM start_clock(NEW, 'review', at);
    RETURN NULL;
  END IF;

  IF (NEW.last_message_from IS NOT DISTINCT FROM 'staff' AND NEW.last_message_at IS DISTINCT FROM OLD.last_message_at)
    OR (waits_for_reporter(NEW) AND NOT waits_for_reporter(OLD) AND NOT waits_for_message(NEW.id))
  THEN
    PERFORM follow_attempt(NEW, true, at);
  -- Where no contact was promised, but that it is read and decided on, that is so once somebody works on it.
  ELSIF NEW.status IN ('in-progress', 'awaiting-contact') AND OLD.status <> NEW.status AND EXISTS (
    SELECT FROM case_clock k WHERE k.case_id = NEW.id AND k.kind = 'first-contact' AND k.ended_at IS NULL AND k.asked IS NOT NULL
      AND (k.reach IN ('out', 'code') AND (k.asked = 'desk-first' OR k.asked = 'officer' AND k.duty_at IS NOT NULL)) IS NOT TRUE
  ) THEN
    PERFORM follow_attempt(NEW, false, at);
  END IF;
  PERFORM pause_or_resume(NEW, at);
  -- Other days hold for another risk. What is broken stays so.
  IF NEW.risk_rank <> OLD.risk_rank THEN
    UPDATE case_clock SET due_at = NULL, warned_at = NULL
    WHERE case_id = NEW.id AND kind <> 'first-contact' AND ended_at IS NULL AND broken_at IS NULL;
  END IF;
  RETURN NULL;
END
$$;

-- Whoever answered before is not waited for either.
WITH answered AS (
  UPDATE "case" SET status = 'in-progress', version = version + 1
  WHERE status = 'awaiting-contact' AND last_message_from = 'reporter' RETURNING id, last_message_at
)
INSERT INTO case_event (id, case_id, at, type, detail)
SELECT gen_random_uuid(), id, last_message_at, 'status-set', '{"from": "awaiting-contact", "to": "in-progress"}' FROM answered;

CREATE TRIGGER case_clocks_start AFTER INSERT ON "case" FOR EACH ROW EXECUTE FUNCTION follow_case();
CREATE TRIGGER case_clocks_follow AFTER UPDATE ON "case" FOR EACH ROW
WHEN ((OLD.status, OLD.last_message_at, OLD.last_message_from, OLD.erased_at, OLD.risk_rank)
  IS DISTINCT FROM (NEW.status, NEW.last_message_at, NEW.last_message_from, NEW.erased_at, NEW.risk_rank))
EXECUTE FUNCTION follow_case();

-- A supervisor has looked through a case: the next look is waited for.
CREATE FUNCTION follow_review() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
BEGIN
  IF desk_role() IS DISTINCT FROM 'supervisor' THEN
    RAISE EXCEPTION 'a review is a supervisor''s' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT c.* INTO about FROM "case" c WHERE c.id = NEW.case_id;
  IF NOT case_is_over(about) THEN
    PERFORM end_clocks(NEW.case_id, '{review}', NEW.at, false);
    PERFORM start_clock(about, 'review', NEW.at);
  END IF;
  UPDATE escalation SET settled_at = NEW.at, settled_by_id = NEW.actor_id
  WHERE case_id = NEW.case_id AND rule = 'review-overdue' AND settled_at IS NULL;
  RETURN NULL;
END
$$;

CREATE TRIGGER case_event_reviews AFTER INSERT ON "case_event" FOR EACH ROW WHEN (NEW.type = 'reviewed') EXECUTE FUNCTION follow_review();

-- Whoever has the case, or a supervisor, records that they tried to reach the reporter and what came of it.
CREATE FUNCTION follow_contact() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
BEGIN
  SELECT c.* INTO about FROM "case" c WHERE c.id = NEW.case_id;
  IF desk_role() IS DISTINCT FROM 'supervisor' AND about.assignee_id IS DISTINCT FROM desk_actor_id() OR desk_role() IS NULL THEN
    RAISE EXCEPTION 'a contact is recorded by whoever has the case' USING ERRCODE = 'insufficient_privilege';
  ELSIF NEW.detail ->> 'result' IS NULL OR NEW.detail ->> 'result' NOT IN ('spoke', 'left-message', 'no-answer') THEN
    RAISE EXCEPTION 'a contact has a result' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT case_is_over(about) AND NOT waits_for_message(about.id) THEN
    PERFORM follow_attempt(about, NEW.detail ->> 'result' <> 'no-answer', NEW.at);
  END IF;
  RETURN NULL;
END
$$;

CREATE TRIGGER case_event_contacts AFTER INSERT ON "case_event" FOR EACH ROW WHEN (NEW.type = 'contact-recorded')
EXECUTE FUNCTION follow_contact();

-- Cases that are there already. Those in work were reached: so it was said of them until now.
INSERT INTO case_clock (id, case_id, kind, started_at, due_at, paused_at, pause)
SELECT gen_random_uuid(), c.id, k.kind, CASE WHEN k.kind = 'next-update' THEN now() ELSE c.received_at END,
  CASE WHEN k.kind = 'first-contact' THEN c.promised_by END,
  CASE WHEN k.kind = 'next-update' AND waits_for_reporter(c) THEN now() END,
  CASE WHEN k.kind = 'next-update' AND waits_for_reporter(c) THEN 'awaiting-reporter' END
FROM "case" c
CROSS JOIN LATERAL (VALUES
  (CASE WHEN c.status IN ('in-progress', 'awaiting-contact') THEN 'next-update' ELSE 'first-contact' END), ('review')) AS k(kind)
WHERE NOT case_is_over(c);

-- What the watch over the clocks works with: nobody is signed in, and what it gets is codes and times.

CREATE FUNCTION require_nobody() RETURNS void
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF desk_actor_id() IS NOT NULL OR desk_force() IS NULL THEN
    RAISE EXCEPTION 'the clocks are watched by nobody' USING ERRCODE = 'insufficient_privilege';
  END IF;
END
$$;

CREATE FUNCTION clocks_to_reckon(p_limit integer) RETURNS TABLE (id uuid, kind text, started_at timestamptz, risk_rank smallint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT k.id, k.kind, k.started_at, c.risk_rank FROM case_clock k JOIN "case" c ON c.id = k.case_id
  WHERE k.ended_at IS NULL AND k.paused_at IS NULL AND k.due_at IS NULL AND c.force = desk_force() AND desk_actor_id() IS NULL
  ORDER BY k.id LIMIT p_limit
$$;

-- Sets when clocks are due that are still as they were seen, and gives how many.
CREATE FUNCTION reckon_clocks(p_rows jsonb) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  held uuid[];
  reckoned integer;
BEGIN
  PERFORM require_nobody();
  -- Whatever changes a case holds it before its clocks; who holds one now is not waited for.
  held := ARRAY(
    SELECT c.id FROM "case" c
    WHERE c.id IN (SELECT k.case_id FROM case_clock k JOIN jsonb_to_recordset(p_rows) AS r(id uuid) ON k.id = r.id)
    FOR NO KEY UPDATE SKIP LOCKED);
  UPDATE case_clock k SET due_at = r.due_at
  FROM jsonb_to_recordset(p_rows) AS r(id uuid, started_at timestamptz, risk_rank smallint, due_at timestamptz), "case" c
  WHERE k.id = r.id AND c.id = k.case_id AND c.id = ANY (held) AND c.force = desk_force() AND c.risk_rank = r.risk_rank AND k.started_at = r.started_at
    AND k.ended_at IS NULL AND k.paused_at IS NULL AND k.due_at IS NULL;
  GET DIAGNOSTICS reckoned = ROW_COUNT;
  RETURN reckoned;
END
$$;

-- Running clocks that may be near their time or past it, and have not been told of: the rules decide which are. Not those of decoys.
CREATE FUNCTION clocks_due(p_at timestamptz, p_after uuid, p_limit integer)
RETURNS TABLE (id uuid, kind text, started_at timestamptz, due_at timestamptz, warned_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT k.id, k.kind, k.started_at, k.due_at, k.warned_at FROM case_clock k JOIN "case" c ON c.id = k.case_id
  WHERE k.ended_at IS NULL AND k.paused_at IS NULL AND c.force = desk_force() AND desk_actor_id() IS NULL
    AND (p_after IS NULL OR k.id > p_after) AND k.broken_at IS NULL
    AND (k.due_at < p_at OR (k.warned_at IS NULL AND k.due_at - greatest((k.due_at - k.started_at) / 2, interval '1 hour') <= p_at))
    AND NOT EXISTS (SELECT FROM decoy d WHERE d.case_id = c.id)
  ORDER BY k.id LIMIT p_limit
$$;

-- Notes of clocks that they are near their time (`clock-near`) or past it (`clock-broken`), once each, and gives how many. A case that
-- somebody changes meanwhile is for the next time: it is held before its clocks, as by whatever changes a case, and not waited for.
CREATE FUNCTION note_clocks(p_rows jsonb, p_at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one record;
  about "case";
  clock case_clock;
  noted integer := 0;
BEGIN
  PERFORM require_nobody();
  FOR one IN SELECT r.id, r.what FROM jsonb_to_recordset(p_rows) AS r(id uuid, what text) ORDER BY r.id LOOP
    SELECT c.* INTO about FROM "case" c
    WHERE c.id = (SELECT k.case_id FROM case_clock k WHERE k.id = one.id) AND c.force = desk_force() FOR NO KEY UPDATE SKIP LOCKED;
    CONTINUE WHEN NOT FOUND;
    UPDATE case_clock k SET warned_at = coalesce(k.warned_at, p_at),
      broken_at = CASE WHEN one.what = 'clock-broken' THEN p_at ELSE k.broken_at END
    WHERE k.id = one.id AND k.ended_at IS NULL AND k.paused_at IS NULL AND k.due_at IS NOT NULL AND k.broken_at IS NULL
      AND (one.what = 'clock-broken' AND k.due_at < p_at OR one.what = 'clock-near' AND k.warned_at IS NULL)
    RETURNING * INTO clock;
    IF FOUND THEN
      PERFORM note_case_act(about, p_at, one.what, jsonb_build_object('clock', clock.kind));
      noted := noted + 1;
    END IF;
  END LOOP;
  RETURN noted;
END
$$;

-- Open cases about which a supervisor may have to know something, or had to. Not decoys.
CREATE FUNCTION cases_to_escalate(p_after uuid, p_limit integer)
RETURNS TABLE (
  id uuid, risk_rank smallint, received_at timestamptz, promised_by timestamptz, first_opened_at timestamptz, unrouted_at timestamptz,
  broken jsonb, raised jsonb
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.id, c.risk_rank, c.received_at, c.promised_by, c.first_opened_at, last.unrouted_at, coalesce(k.broken, '{}'),
    coalesce(e.raised, '[]')
  FROM "case" c
  LEFT JOIN LATERAL (
    SELECT CASE WHEN s.rule = 'no-officer-available' OR (s.freed AND s.rule IN ('somebody-described', 'officer-not-asked-for'))
      THEN s.at END AS unrouted_at
    FROM said_of_nobodys(c.id) s WHERE c.assignee_id IS NULL AND c.offered_to_id IS NULL
  ) last ON true
  LEFT JOIN LATERAL (
    SELECT jsonb_object_agg(b.kind, b.broken_at) AS broken FROM case_clock b
    WHERE b.case_id = c.id AND b.ended_at IS NULL AND b.broken_at IS NOT NULL
  ) k ON true
  LEFT JOIN LATERAL (
    SELECT jsonb_agg(jsonb_build_object('rule', r.rule, 'at', r.raised_at, 'open', r.settled_at IS NULL)) AS raised
    FROM escalation r WHERE r.case_id = c.id
  ) e ON true
  WHERE c.force = desk_force() AND desk_actor_id() IS NULL AND c.status <> 'closed' AND c.erased_at IS NULL
    AND (p_after IS NULL OR c.id > p_after) AND NOT EXISTS (SELECT FROM decoy d WHERE d.case_id = c.id)
    AND (c.first_opened_at IS NULL OR k.broken IS NOT NULL OR e.raised IS NOT NULL OR last.unrouted_at IS NOT NULL)
  ORDER BY c.id LIMIT p_limit
$$;

-- A supervisor has to know of a case by a rule that holds since `p_since`. False, and nothing done, where they know or have settled it.
CREATE FUNCTION raise_escalation(p_case_id uuid, p_rule text, p_since timestamptz, p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
BEGIN
  PERFORM require_nobody();
  SELECT c.* INTO about FROM "case" c WHERE c.id = p_case_id AND c.force = desk_force() AND NOT case_is_over(c) FOR NO KEY UPDATE;
  IF NOT FOUND OR EXISTS (
    SELECT FROM escalation e WHERE e.case_id = p_case_id AND e.rule = p_rule AND (e.settled_at IS NULL OR e.raised_at >= p_since)
  ) THEN
    RETURN false;
  END IF;
  INSERT INTO escalation (id, case_id, rule, raised_at) VALUES (gen_random_uuid(), p_case_id, p_rule, p_at) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM note_case_act(about, p_at, 'escalated', jsonb_build_object('rule', p_rule));
  RETURN true;
END
$$;

-- What a rule asked for has been done: nobody has to settle it.
CREATE FUNCTION pass_escalation(p_case_id uuid, p_rule text, p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_nobody();
  PERFORM FROM "case" c WHERE c.id = p_case_id AND c.force = desk_force() FOR NO KEY UPDATE;
  UPDATE escalation SET settled_at = p_at WHERE case_id = p_case_id AND rule = p_rule AND settled_at IS NULL;
  RETURN FOUND;
END
$$;

-- A supervisor who sees the case has seen to what they had to know of. What asks for something passes once that is done, and in no other way:
-- passesAlone() of lib/domain/clocks/escalation-rules.ts. Outcomes: 'changed'; 'not-found' (none, none they may know of or settle, or settled
-- already).
CREATE FUNCTION settle_escalation(p_reference text, p_rule text, p_at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
BEGIN
  SELECT c.* INTO about FROM "case" c WHERE c.reference = p_reference AND desk_sees(c.id) FOR NO KEY UPDATE;
  IF NOT FOUND OR desk_role() IS DISTINCT FROM 'supervisor' OR p_rule IN ('danger-unacknowledged', 'unrouted', 'unopened') THEN
    RETURN 'not-found';
  END IF;
  UPDATE escalation SET settled_at = p_at, settled_by_id = desk_actor_id()
  WHERE case_id = about.id AND rule = p_rule AND settled_at IS NULL;
  IF NOT FOUND THEN
    RETURN 'not-found';
  END IF;
  PERFORM note_case_act(about, p_at, 'escalation-settled', jsonb_build_object('rule', p_rule));
  RETURN 'changed';
END
$$;

-- A message of the reporter's ends that they are waited for: the case is one in progress, and waiting has to be said anew.
CREATE OR REPLACE FUNCTION accept_message(p jsonb) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
  written message := jsonb_populate_record(NULL::message, p->'message');
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT c.* INTO about FROM "case" c JOIN return_code r ON r.submission_id = c.submission_id
    WHERE c.submission_id = written.submission_id FOR UPDATE OF c;
  IF NOT FOUND THEN
    RETURN 'gone';
  END IF;
  IF EXISTS (SELECT FROM message m WHERE m.token_hash = written.token_hash) THEN
    RETURN 'repeat';
  END IF;
  IF 20 <= (
    SELECT count(*) FROM message m
    WHERE m.submission_id = written.submission_id AND m.author = 'reporter' AND m.at > coalesce(
      (SELECT max(s.at) FROM message s WHERE s.submission_id = written.submission_id AND s.author = 'staff'), '-infinity')
  ) THEN
    RETURN 'full';
  END IF;

  PERFORM insert_sealed_box(p->'box');
  INSERT INTO message (id, submission_id, at, author, box_id, token_hash)
  VALUES (written.id, written.submission_id, written.at, 'reporter', (p->'box'->>'id')::uuid, written.token_hash);
  UPDATE "case" SET last_message_at = written.at, last_message_from = 'reporter', version = version + 1,
    status = CASE WHEN waits_for_reporter(about) THEN 'in-progress' ELSE status END
  WHERE id = about.id;
  INSERT INTO audit_event (at, action, case_id, reference, detail, force)
  VALUES (written.at, 'collected', about.id, about.reference, '{"what": "message"}', about.force);
  INSERT INTO case_event (id, case_id, at, type)
  VALUES ((p->>'event_id')::uuid, about.id, written.at, 'message-received');
  IF waits_for_reporter(about) THEN
    PERFORM note_case_act(about, written.at, 'status-set', '{"from": "awaiting-contact", "to": "in-progress"}');
  END IF;
  RETURN 'accepted';
END
$$;

-- What a promise is reckoned from: of each officer who is on duty in the next weeks what routing looks at, and when. No id and no name.
CREATE FUNCTION duty_ahead(p_force text, p_at timestamptz)
RETURNS TABLE (
  districts text[], languages text[], specialisms text[], trained_until date, open_cases integer, open_limit integer, one_more boolean,
  handing_over boolean, duty_from timestamptz, duty_until timestamptz, next_from timestamptz, next_until timestamptz
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT o.districts, o.languages, o.specialisms, o.training_until, coalesce(load.open, 0)::integer, o.open_limit,
    o.one_more_at IS NOT NULL, o.handing_over_at IS NOT NULL, duty.from_at[1], duty.until_at[1], duty.from_at[2], duty.until_at[2]
  FROM officer o
  JOIN account a ON a.id = o.account_id AND a.active AND a.role = 'liaison-officer'
  JOIN LATERAL (
    SELECT array_agg(s.starts_at ORDER BY s.starts_at) AS from_at, array_agg(s.ends_at ORDER BY s.starts_at) AS until_at FROM (
      SELECT s.starts_at, s.ends_at FROM duty_shift s
      WHERE s.officer_id = o.id AND s.ends_at > p_at AND s.starts_at < p_at + interval '15 days' ORDER BY s.starts_at LIMIT 2
    ) s
  ) duty ON duty.from_at IS NOT NULL
  LEFT JOIN (
    SELECT held.account, count(*) AS open FROM "case" c
    CROSS JOIN LATERAL (VALUES (coalesce(c.assignee_id, c.offered_to_id))) AS held(account)
    WHERE c.force = p_force AND c.status <> 'closed' AND NOT c.restricted AND held.account IS NOT NULL GROUP BY 1
  ) load ON load.account = a.id
  WHERE o.active
  ORDER BY o.id
$$;

-- What a submission says of the duty it counts on is its first clock's.
CREATE OR REPLACE FUNCTION store_submission(p jsonb, p_recorded_by uuid)
RETURNS TABLE (outcome text, submission_id uuid, reference text, promised_by timestamptz)
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  received submission := jsonb_populate_record(NULL::submission, p->'submission');
  opened "case" := jsonb_populate_record(NULL::"case", p->'case');
  unchanged boolean;
BEGIN
  -- Lasts to the end of the transaction: whoever is told "received" can rely on it, whatever the server's default.
  PERFORM set_config('synchronous_commit', 'on', true);
  unchanged := lock_draft(p->'draft');

  RETURN QUERY SELECT 'repeat', s.id, s.reference, c.promised_by
    FROM submission s JOIN "case" c ON c.submission_id = s.id WHERE s.token_hash = received.token_hash;
  IF FOUND THEN
    RETURN;
  END IF;
  IF NOT unchanged THEN
    RETURN QUERY SELECT 'draft-changed', NULL::uuid, NULL::text, NULL::timestamptz;
    RETURN;
  END IF;
  IF EXISTS (SELECT FROM submission s WHERE s.reference = received.reference) THEN
    RETURN QUERY SELECT 'reference-taken', NULL::uuid, NULL::text, NULL::timestamptz;
    RETURN;
  END IF;

  PERFORM insert_sealed_box(p->'box');
  INSERT INTO submission (id, reference, kind, channel, force, journey_version, locale, token_hash, received_at, box_id)
  VALUES (received.id, received.reference, received.kind, received.channel, received.force, received.journey_version,
    received.locale, received.token_hash, received.received_at, (p->'box'->>'id')::uuid);
  INSERT INTO "case" (id, reference, submission_id, force, kind, channel, district, strands, risk_suggested, risk_rank,
    risk_rules, wants_officer, languages, excluded_districts, names_exclusion, restricted, slow_lane, received_at,
    promised_by, recorded_by_id)
  VALUES (opened.id, received.reference, received.id, received.force, received.kind, received.channel, opened.district,
    opened.strands, opened.risk_suggested, opened.risk_rank, opened.risk_rules, opened.wants_officer, opened.languages,
    opened.excluded_districts, opened.names_exclusion, opened.restricted, coalesce(opened.slow_lane, false),
    received.received_at, opened.promised_by, p_recorded_by);
  UPDATE case_clock SET duty_at = (p->'case'->>'duty_at')::timestamptz,
    beyond_target = coalesce((p->'case'->>'beyond_target')::boolean, false), asked = p->'case'->>'asked', reach = p->'case'->>'reach'
  WHERE case_id = opened.id AND kind = 'first-contact';
  IF jsonb_typeof(p->'return_code') = 'object' THEN
    INSERT INTO return_code (lookup, submission_id, reporter_public_key, wrapped_private_key)
    SELECT lookup, received.id, reporter_public_key, wrapped_private_key
    FROM jsonb_populate_record(NULL::return_code, p->'return_code');
  END IF;
  INSERT INTO audit_event (at, actor_id, role, action, case_id, reference, force)
  VALUES (received.received_at, p_recorded_by, (SELECT a.role FROM account a WHERE a.id = p_recorded_by), 'collected',
    opened.id, received.reference, received.force);
  INSERT INTO case_event (id, case_id, at, actor_id, type)
  VALUES ((p->>'event_id')::uuid, opened.id, received.received_at, p_recorded_by, 'received');
  PERFORM write_locked_draft(p->'draft');

  RETURN QUERY SELECT 'accepted', received.id, received.reference, opened.promised_by;
END
$$;

-- What the holder of a return code is told has the clocks with it.
DROP FUNCTION follow_up_status(uuid);
CREATE FUNCTION follow_up_status(p_submission_id uuid)
RETURNS TABLE (
  reference text, kind text, status text, received_at timestamptz, promised_by timestamptz, held_by_role text,
  closed_at timestamptz, wants_officer boolean, first_contact_open boolean, duty_at timestamptz, beyond_target boolean,
  asked text, reach text, update_started_at timestamptz, risk_rank smallint, held_before boolean, was_written_to boolean
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.reference, c.kind, c.status, c.received_at, c.promised_by, a.role, c.closed_at, c.wants_officer,
    f.id IS NOT NULL AND f.ended_at IS NULL, f.duty_at, coalesce(f.beyond_target, false), f.asked, f.reach, u.started_at, c.risk_rank,
    EXISTS (SELECT FROM case_event e WHERE e.case_id = c.id AND e.type IN ('taken', 'assigned', 'transferred')),
    EXISTS (SELECT FROM message m WHERE m.submission_id = c.submission_id AND m.author = 'staff')
  FROM "case" c LEFT JOIN account a ON a.id = c.assignee_id
  LEFT JOIN case_clock f ON f.case_id = c.id AND f.kind = 'first-contact'
  LEFT JOIN case_clock u ON u.case_id = c.id AND u.kind = 'next-update' AND u.ended_at IS NULL AND u.paused_at IS NULL
  WHERE c.submission_id = p_submission_id
$$;

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY[
    'case_is_over("case")', 'waits_for_reporter("case")', 'waits_for_message(uuid)', 'start_clock("case", text, timestamptz)',
    'end_clocks(uuid, text[], timestamptz, boolean)', 'pause_or_resume("case", timestamptz)', 'follow_case()', 'follow_review()',
    'follow_attempt("case", boolean, timestamptz)', 'follow_contact()',
    'require_nobody()', 'clocks_to_reckon(integer)', 'reckon_clocks(jsonb)', 'clocks_due(timestamptz, uuid, integer)',
    'note_clocks(jsonb, timestamptz)', 'cases_to_escalate(uuid, integer)', 'raise_escalation(uuid, text, timestamptz, timestamptz)',
    'pass_escalation(uuid, text, timestamptz)', 'settle_escalation(text, text, timestamptz)', 'duty_ahead(text, timestamptz)',
    'follow_up_status(uuid)'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', one);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION clocks_to_reckon(integer), reckon_clocks(jsonb), clocks_due(timestamptz, uuid, integer),
  note_clocks(jsonb, timestamptz), cases_to_escalate(uuid, integer), raise_escalation(uuid, text, timestamptz, timestamptz),
  pass_escalation(uuid, text, timestamptz), settle_escalation(text, text, timestamptz)
TO alongside_staff;
GRANT EXECUTE ON FUNCTION follow_up_status(uuid) TO alongside_public;
GRANT EXECUTE ON FUNCTION duty_ahead(text, timestamptz) TO alongside_public, alongside_staff;
