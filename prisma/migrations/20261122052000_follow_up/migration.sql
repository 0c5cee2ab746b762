-- What whoever holds a return code can do besides writing: say that somebody is in danger, change how they may be reached, say that something
-- is not as agreed, withdraw, and answer whether what was agreed happened. docs/decisions/0032 says why so.

-- They add to what they told us, and do not ask.
ALTER TABLE "message" ADD COLUMN "adds" BOOLEAN NOT NULL DEFAULT false;

-- Somebody is in danger, as a message says or whoever wrote it: it comes first in every queue, a clock of minutes runs until somebody has read
-- it, and a case that was closed is open again, so that it is watched like any other.
CREATE FUNCTION note_danger(p_case "case", p_at timestamptz, p_danger jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  reopened text := CASE WHEN p_case.status = 'closed' THEN CASE WHEN p_case.assignee_id IS NULL THEN 'new' ELSE 'in-progress' END END;
BEGIN
  UPDATE "case" SET danger_at = p_at, status = coalesce(reopened, status),
    closed_at = CASE WHEN reopened IS NULL THEN closed_at END, disposition = CASE WHEN reopened IS NULL THEN disposition END
  WHERE id = p_case.id;
  IF reopened IS NOT NULL THEN
    PERFORM note_case_act(p_case, p_at, 'status-set', jsonb_build_object('from', 'closed', 'to', reopened));
  END IF;
  INSERT INTO case_clock (id, case_id, kind, started_at, due_at)
  VALUES (gen_random_uuid(), p_case.id, 'acknowledge', p_at, (p_danger->>'due_at')::timestamptz) ON CONFLICT DO NOTHING;
  PERFORM note_case_act(p_case, p_at, 'danger-said', jsonb_build_object('by', p_danger->>'by'));
END
$$;

-- Whether this key's code is the one that opens a submission now.
CREATE FUNCTION code_still_opens(p_submission_id uuid, p_key bytea) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (SELECT FROM return_code r WHERE r.submission_id = p_submission_id AND r.reporter_public_key = p_key)
$$;

-- The case of a code's holder, held; no row where there is none any more. Whoever asks has the key that the code's private one belongs to: where a
-- new code was given, a browser with the old one open does nothing any more. The code is looked for once the case is held, so that one that is
-- being renewed is the new one.
CREATE FUNCTION hold_case_of_code(p_submission_id uuid, p_key bytea) RETURNS SETOF "case"
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM "case" c WHERE c.submission_id = p_submission_id FOR UPDATE;
  RETURN QUERY SELECT c.* FROM "case" c WHERE c.submission_id = p_submission_id AND code_still_opens(p_submission_id, p_key);
END
$$;

-- What is said of danger where the words that came with it are not kept. One that nobody has read yet says it already; once somebody has, the next
-- has to be read again.
CREATE FUNCTION note_danger_alone(p_case "case", p_at timestamptz, p_danger jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT EXISTS (SELECT FROM case_clock k WHERE k.case_id = p_case.id AND k.kind = 'acknowledge' AND k.ended_at IS NULL) THEN
    PERFORM note_danger(p_case, p_at, p_danger);
    -- Whoever had the case before them has not seen it, so what they do there is refused, as after a message that is kept.
    UPDATE "case" SET version = version + 1 WHERE id = p_case.id;
  END IF;
END
$$;

-- Somebody with a return code says that there is danger, in a message that cannot be taken as it is. Outcomes: 'accepted'; 'gone'.
CREATE FUNCTION note_danger_said(p_submission_id uuid, p_key bytea, p_danger jsonb, p_at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT * INTO about FROM hold_case_of_code(p_submission_id, p_key);
  IF NOT FOUND THEN
    RETURN 'gone';
  END IF;
  PERFORM note_danger_alone(about, p_at, p_danger);
  RETURN 'accepted';
END
$$;

-- Of messages that say somebody is in danger five more fit than of others; after them that one came is kept, and its words are not.
CREATE OR REPLACE FUNCTION accept_message(p jsonb) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
  written message := jsonb_populate_record(NULL::message, p->'message');
  danger boolean := coalesce(jsonb_typeof(p->'danger') = 'object', false);
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT * INTO about FROM hold_case_of_code(written.submission_id, (p->>'key')::bytea);
  IF NOT FOUND THEN
    RETURN 'gone';
  END IF;
  IF EXISTS (SELECT FROM message m WHERE m.token_hash = written.token_hash) THEN
    RETURN 'repeat';
  END IF;
  IF (20 + CASE WHEN danger THEN 5 ELSE 0 END) <= (
    SELECT count(*) FROM message m
    WHERE m.submission_id = written.submission_id AND m.author = 'reporter' AND m.at > coalesce(
      (SELECT max(s.at) FROM message s WHERE s.submission_id = written.submission_id AND s.author = 'staff'), '-infinity')
  ) THEN
    IF danger THEN
      PERFORM note_danger_alone(about, written.at, p->'danger');
    END IF;
    RETURN 'full';
  END IF;

  PERFORM insert_sealed_box(p->'box');
  INSERT INTO message (id, submission_id, at, author, box_id, token_hash, adds)
  VALUES (written.id, written.submission_id, written.at, 'reporter', (p->'box'->>'id')::uuid, written.token_hash, coalesce(written.adds, false));
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
  IF danger THEN
    PERFORM note_danger(about, written.at, p->'danger');
  END IF;
  RETURN 'accepted';
END
$$;

-- Whoever tells the control room, answers, speaks with them, decides on the risk or closes has seen to it.
CREATE FUNCTION see_to_danger() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM end_clocks(NEW.case_id, '{acknowledge}', NEW.at, false);
  IF NEW.type <> 'contact-recorded' OR NEW.detail->>'result' = 'spoke' THEN
    UPDATE "case" SET danger_at = NULL WHERE id = NEW.case_id AND danger_at IS NOT NULL;
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER case_event_sees_to_danger AFTER INSERT ON "case_event" FOR EACH ROW
WHEN (NEW.actor_id IS NOT NULL AND NEW.type IN ('control-room-told', 'message-sent', 'contact-recorded', 'risk-decided', 'closed'))
EXECUTE FUNCTION see_to_danger();

-- What somebody had before them of what the reporter wrote is read from now on. The clock that ran when they looked ends with it, unless something
-- of its time has not been read: what comes in meanwhile is nobody's yet. The case is held before its clocks, as by whatever changes both.
DROP FUNCTION note_messages_read(uuid, timestamptz);
CREATE FUNCTION note_messages_read(p_case_id uuid, p_ids uuid[], p_clock uuid, p_at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT desk_opens(p_case_id) THEN
    RETURN;
  END IF;
  IF p_clock IS NOT NULL THEN
    PERFORM FROM "case" c WHERE c.id = p_case_id FOR NO KEY UPDATE;
  END IF;
  UPDATE message m SET read_at = p_at FROM "case" c
  WHERE c.id = p_case_id AND m.submission_id = c.submission_id AND m.id = ANY (p_ids) AND m.author = 'reporter' AND m.read_at IS NULL;
  PERFORM end_clocks(p_case_id, '{acknowledge}', p_at, false)
  FROM case_clock k JOIN "case" c ON c.id = k.case_id
  WHERE k.id = p_clock AND k.case_id = p_case_id AND k.kind = 'acknowledge' AND k.ended_at IS NULL AND NOT EXISTS (
    SELECT FROM message m
    WHERE m.submission_id = c.submission_id AND m.author = 'reporter' AND m.read_at IS NULL AND m.at >= k.started_at);
END
$$;

-- The clock of a message ends with its case too; and what somebody says was not as agreed is no officer's to settle by closing.
CREATE OR REPLACE FUNCTION follow_case() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  every CONSTANT text[] := '{first-contact,next-update,review,acknowledge}';
  at timestamptz := NEW.received_at;
BEGIN
  IF TG_OP = 'UPDATE' THEN
    at := CASE
      WHEN NEW.last_message_at IS DISTINCT FROM OLD.last_message_at AND NEW.last_message_at IS NOT NULL THEN NEW.last_message_at
      WHEN NEW.closed_at IS DISTINCT FROM OLD.closed_at AND NEW.closed_at IS NOT NULL THEN NEW.closed_at
      WHEN isfinite(desk_at()) THEN desk_at() ELSE now() END;
    IF case_is_over(NEW) THEN
      PERFORM end_clocks(NEW.id, every, at, true);
      -- What was promised and not kept stays for a supervisor to settle, and so does what somebody says was not as agreed.
      UPDATE escalation SET settled_at = at
      WHERE case_id = NEW.id AND settled_at IS NULL AND (NEW.erased_at IS NOT NULL OR rule NOT IN ('promise-broken', 'update-overdue', 'not-as-agreed'))
        -- Nor does writing once more take back that nobody has answered.
        AND (NEW.erased_at IS NOT NULL OR rule <> 'unanswered' OR NEW.last_message_from IS DISTINCT FROM 'reporter');
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

-- Closed cases whose reporter has written since, and since when nobody has answered or a supervisor seen to it. No clock runs of them. Not decoys.
CREATE FUNCTION replies_after_closing() RETURNS TABLE (id uuid, risk_rank smallint, since timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.id, c.risk_rank, min(m.at) FROM "case" c JOIN message m ON m.submission_id = c.submission_id AND m.author = 'reporter'
  WHERE c.force = desk_force() AND desk_actor_id() IS NULL AND c.status = 'closed' AND c.last_message_from = 'reporter' AND c.erased_at IS NULL
    AND NOT EXISTS (SELECT FROM decoy d WHERE d.case_id = c.id)
    AND NOT EXISTS (SELECT FROM escalation e WHERE e.case_id = c.id AND e.rule = 'unanswered' AND e.settled_at IS NULL)
    AND m.at > greatest(c.closed_at,
      (SELECT max(s.at) FROM message s WHERE s.submission_id = c.submission_id AND s.author = 'staff'),
      (SELECT max(e.settled_at) FROM escalation e WHERE e.case_id = c.id AND e.rule = 'unanswered'))
  GROUP BY c.id
$$;

-- Of a case that is closed supervisors are told that nobody answers, and nothing else.
CREATE OR REPLACE FUNCTION raise_escalation(p_case_id uuid, p_rule text, p_since timestamptz, p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
BEGIN
  PERFORM require_nobody();
  SELECT c.* INTO about FROM "case" c
  WHERE c.id = p_case_id AND c.force = desk_force() AND c.erased_at IS NULL
    AND (NOT case_is_over(c) OR p_rule = 'unanswered' AND c.last_message_from = 'reporter') FOR NO KEY UPDATE;
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

-- What somebody says was not as agreed is about whoever holds the case: they do not settle it themselves, unless no other supervisor may know of it.
CREATE FUNCTION is_for_another(p_case_id uuid, p_rule text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p_rule = 'not-as-agreed' AND EXISTS (
    SELECT FROM "case" c JOIN account a ON a.role = 'supervisor' AND a.active AND a.id <> c.assignee_id
    WHERE c.id = p_case_id AND c.assignee_id = desk_actor_id()
      AND NOT a.id = ANY (c.conflicted_ids) AND (NOT c.restricted OR a.id = ANY (c.named_ids)))
$$;

CREATE OR REPLACE FUNCTION settle_escalation(p_reference text, p_rule text, p_at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
BEGIN
  SELECT c.* INTO about FROM "case" c WHERE c.reference = p_reference AND desk_sees(c.id) FOR NO KEY UPDATE;
  IF NOT FOUND OR desk_role() IS DISTINCT FROM 'supervisor' OR p_rule IN ('danger-unacknowledged', 'unrouted', 'unopened', 'danger-message')
    OR is_for_another(about.id, p_rule) THEN
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

-- A plan takes the place of the one that holds, at once: what waits to go out under the old one is stopped and destroyed, and what the clocks
-- know of how they are reached follows. `p_told`: codes that its history says besides.
CREATE FUNCTION put_contact_plan(p_case "case", p_plan jsonb, p_at timestamptz, p_made_by text, p_told jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM insert_sealed_box(p_plan->'box');
  INSERT INTO contact_plan (id, submission_id, version, made_at, made_by, account_id, reach, box_id)
  VALUES ((p_plan->>'id')::uuid, p_case.submission_id, p_case.plan_version + 1, p_at, p_made_by,
    CASE WHEN p_made_by = 'staff' THEN desk_actor_id() END, p_plan->>'reach', (p_plan->'box'->>'id')::uuid);
  UPDATE "case" SET plan_version = p_case.plan_version + 1 WHERE id = p_case.id;
  UPDATE case_clock SET reach = p_plan->>'reach' WHERE case_id = p_case.id AND kind = 'first-contact';
  PERFORM note_case_act(p_case, p_at, 'plan-changed', jsonb_build_object('by', p_made_by, 'reach', p_plan->>'reach') || p_told);
END
$$;

-- The holder of a return code says anew how they may be reached. Outcomes: 'accepted'; 'repeat' (this plan is kept already); 'full' (twenty in a
-- day: whoever it is, the last one holds); 'gone'.
CREATE FUNCTION accept_contact_plan(p jsonb) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
  at timestamptz := (p->>'at')::timestamptz;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT * INTO about FROM hold_case_of_code((p->>'submission_id')::uuid, (p->>'key')::bytea);
  IF NOT FOUND THEN
    RETURN 'gone';
  ELSIF EXISTS (SELECT FROM contact_plan c WHERE c.id = (p->'plan'->>'id')::uuid) THEN
    RETURN 'repeat';
  ELSIF 20 <= (SELECT count(*) FROM contact_plan c WHERE c.submission_id = about.submission_id AND c.made_at > at - interval '1 day') THEN
    RETURN 'full';
  END IF;
  PERFORM put_contact_plan(about, p->'plan', at, 'reporter', '{}');
  RETURN 'accepted';
END
$$;

-- A supervisor has to know of a case, from now, by a rule that nobody watches for. False where they know already.
CREATE FUNCTION escalate_now(p_case "case", p_rule text, p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO escalation (id, case_id, rule, raised_at) VALUES (gen_random_uuid(), p_case.id, p_rule, p_at) ON CONFLICT DO NOTHING;
  RETURN FOUND;
END
$$;

-- "This is not what we agreed": supervisors are told, and settle it. Outcomes: 'accepted', also where they know already; 'gone'.
CREATE FUNCTION note_not_agreed(p_submission_id uuid, p_key bytea, p_at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT * INTO about FROM hold_case_of_code(p_submission_id, p_key);
  IF NOT FOUND THEN
    RETURN 'gone';
  END IF;
  IF escalate_now(about, 'not-as-agreed', p_at) THEN
    PERFORM note_case_act(about, p_at, 'not-as-agreed', '{}');
  END IF;
  RETURN 'accepted';
END
$$;

CREATE FUNCTION withdrawn_plan_id(p_submission_id uuid, p_before integer) RETURNS uuid
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT md5(format('%s|withdrawn|%s', p_submission_id, p_before))::uuid
$$;

-- Since when somebody wants nothing more done: until they say that it is to go on, or the case is opened again.
CREATE FUNCTION withdrawn_since(p_case_id uuid) RETURNS timestamptz
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT max(e.at) FROM case_event e WHERE e.case_id = p_case_id AND e.type = 'withdrawn' AND NOT EXISTS (
    SELECT FROM case_event r WHERE r.case_id = p_case_id AND r.at > e.at
      AND (r.type = 'withdrawal-taken-back' OR r.type = 'status-set' AND r.detail->>'from' = 'closed'))
$$;

-- Whether whoever wants nothing more done wants to be told how it ends, by what they said last; null where they go on.
CREATE FUNCTION wants_to_hear(p_case_id uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT e.detail->>'hear' = 'yes' FROM case_event e
  WHERE e.case_id = p_case_id AND e.type = 'withdrawn' AND withdrawn_since(p_case_id) IS NOT NULL ORDER BY e.at DESC LIMIT 1
$$;

-- Whether the end of a case is something new to whoever has its code: they want to be told, or are asked whether what was agreed happened.
CREATE FUNCTION end_is_news(p_case_id uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM "case" c JOIN return_code r ON r.submission_id = c.submission_id
    LEFT JOIN LATERAL (
      SELECT a.answer IS NULL AS unanswered FROM agreement a WHERE a.submission_id = c.submission_id ORDER BY a.made_at DESC, a.id DESC LIMIT 1
    ) last ON true
    WHERE c.id = p_case_id AND c.erased_at IS NULL
      AND CASE WHEN withdrawn_since(c.id) IS NULL THEN coalesce(last.unanswered, false) ELSE coalesce(wants_to_hear(c.id), false) END)
$$;

-- The next update stands still from the start where nothing more is to be done.
CREATE OR REPLACE FUNCTION start_clock(p_case "case", p_kind text, p_at timestamptz) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO case_clock (id, case_id, kind, started_at, due_at, paused_at, pause)
  SELECT gen_random_uuid(), p_case.id, p_kind, p_at, CASE WHEN p_kind = 'first-contact' THEN p_case.promised_by END,
    CASE WHEN why IS NOT NULL THEN p_at END, why
  FROM (SELECT CASE WHEN p_kind <> 'next-update' THEN NULL WHEN withdrawn_since(p_case.id) IS NOT NULL THEN 'withdrawn'
    WHEN waits_for_reporter(p_case) THEN 'awaiting-reporter' END) AS w(why)
$$;

CREATE OR REPLACE FUNCTION pause_or_resume(p_case "case", p_at timestamptz) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE case_clock SET
    started_at = CASE WHEN paused_at IS NULL THEN started_at ELSE p_at END,
    paused_at = CASE WHEN paused_at IS NULL THEN p_at END,
    pause = CASE WHEN paused_at IS NULL THEN 'awaiting-reporter' END,
    due_at = NULL, warned_at = NULL, broken_at = NULL
  WHERE case_id = p_case.id AND kind = 'next-update' AND ended_at IS NULL AND pause IS DISTINCT FROM 'withdrawn'
    AND (paused_at IS NOT NULL) IS DISTINCT FROM waits_for_reporter(p_case)
$$;

-- While they want nothing more done nobody is asked to take it, and the clocks of contact stand still; danger and a supervisor's look do not. When
-- it goes on the next update starts anew, and of a first contact what was left of its time, where that is over by then.
CREATE FUNCTION follow_withdrawal() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
BEGIN
  IF NEW.type = 'withdrawn' THEN
    UPDATE case_clock SET paused_at = coalesce(paused_at, NEW.at), pause = 'withdrawn',
      due_at = CASE WHEN kind = 'first-contact' THEN due_at END, warned_at = CASE WHEN kind = 'first-contact' THEN warned_at END,
      broken_at = CASE WHEN kind = 'first-contact' THEN broken_at END
    WHERE case_id = NEW.case_id AND kind IN ('first-contact', 'next-update') AND ended_at IS NULL AND pause IS DISTINCT FROM 'withdrawn';
    UPDATE case_offer SET ended_at = greatest(NEW.at, offered_at), outcome = 'withdrawn', reason = 'reporter-withdrew'
    WHERE case_id = NEW.case_id AND ended_at IS NULL;
    UPDATE "case" SET offered_to_id = NULL, offered_at = NULL WHERE id = NEW.case_id AND offered_to_id IS NOT NULL;
    RETURN NULL;
  END IF;
  SELECT c.* INTO about FROM "case" c WHERE c.id = NEW.case_id;
  UPDATE case_clock SET
    due_at = CASE WHEN kind = 'next-update' THEN NULL WHEN due_at > paused_at AND due_at <= NEW.at THEN due_at + (NEW.at - paused_at) ELSE due_at END,
    started_at = CASE WHEN kind = 'next-update' THEN NEW.at ELSE started_at END,
    paused_at = CASE WHEN kind = 'next-update' AND waits_for_reporter(about) THEN NEW.at END,
    pause = CASE WHEN kind = 'next-update' AND waits_for_reporter(about) THEN 'awaiting-reporter' END
  WHERE case_id = NEW.case_id AND ended_at IS NULL AND pause = 'withdrawn';
  RETURN NULL;
END
$$;
CREATE TRIGGER case_event_withdraws AFTER INSERT ON "case_event" FOR EACH ROW
WHEN (NEW.type IN ('withdrawn', 'withdrawal-taken-back') OR NEW.type = 'status-set' AND NEW.detail->>'from' = 'closed')
EXECUTE FUNCTION follow_withdrawal();

-- Routing asks nobody to take it either, unless somebody is in danger.
DO $do$
DECLARE
  one regprocedure;
  free CONSTANT text := 'c.offered_to_id IS NULL AND c.erased_at IS NULL';
BEGIN
  FOREACH one IN ARRAY ARRAY['cases_to_route(timestamptz, jsonb, integer)', 'store_routing(jsonb, timestamptz)']::regprocedure[] LOOP
    IF position(free IN pg_get_functiondef(one)) = 0 THEN
      RAISE EXCEPTION '% does not say which cases are free', one;
    END IF;
    EXECUTE replace(pg_get_functiondef(one), free, free || ' AND (c.danger_at IS NOT NULL OR withdrawn_since(c.id) IS NULL)');
  END LOOP;
END
$do$;

-- They want it to go on after all. How they may be reached stays as they said last. Outcomes: 'accepted', also where it goes on already; 'over' (it
-- is closed by now: a person opens it again); 'gone'.
CREATE FUNCTION take_back_withdrawal(p_submission_id uuid, p_key bytea, p_at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT * INTO about FROM hold_case_of_code(p_submission_id, p_key);
  IF NOT FOUND THEN
    RETURN 'gone';
  ELSIF about.status = 'closed' THEN
    RETURN 'over';
  ELSIF withdrawn_since(about.id) IS NOT NULL THEN
    UPDATE "case" SET version = version + 1 WHERE id = about.id;
    PERFORM note_case_act(about, p_at, 'withdrawal-taken-back', '{}');
  END IF;
  RETURN 'accepted';
END
$$;

-- They want nothing more done. A person closes the case, and reads whether they want to be told; from now on the plan is the one that comes with
-- it, where there is one: who sends one wants to hear nothing. The same said twice is said once, while it counts. Outcomes:
-- 'accepted'; 'repeat' (all of it holds already); 'gone'.
CREATE FUNCTION withdraw_case(p jsonb) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
  at timestamptz := (p->>'at')::timestamptz;
  hear CONSTANT boolean := jsonb_typeof(p->'plan') IS DISTINCT FROM 'object';
  said boolean;
  put boolean;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT * INTO about FROM hold_case_of_code((p->>'submission_id')::uuid, (p->>'key')::bytea);
  IF NOT FOUND THEN
    RETURN 'gone';
  END IF;
  said := withdrawn_since(about.id) IS NOT NULL AND wants_to_hear(about.id) IS NOT DISTINCT FROM hear;
  -- Its id is made of the plan that it takes the place of, so that it is known to hold where it does.
  put := NOT hear AND NOT EXISTS (
    SELECT FROM contact_plan c WHERE c.submission_id = about.submission_id AND c.version = about.plan_version
      AND c.id = withdrawn_plan_id(about.submission_id, about.plan_version - 1));
  IF said AND NOT put THEN
    RETURN 'repeat';
  END IF;
  IF NOT said THEN
    UPDATE "case" SET version = version + 1 WHERE id = about.id;
    PERFORM note_case_act(about, at, 'withdrawn', jsonb_build_object('hear', CASE WHEN hear THEN 'yes' ELSE 'no' END));
  END IF;
  IF put THEN
    PERFORM put_contact_plan(about,
      p->'plan' || jsonb_build_object('id', withdrawn_plan_id(about.submission_id, about.plan_version)), at, 'reporter', '{}');
  END IF;
  RETURN 'accepted';
END
$$;

-- What was agreed with somebody, as whoever has the case or a supervisor writes it down. The line in its history is change_case's.
CREATE FUNCTION store_agreement(p_case_id uuid, p jsonb) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
BEGIN
  SELECT c.* INTO about FROM "case" c WHERE c.id = p_case_id FOR UPDATE;
  IF NOT FOUND OR NOT desk_opens_anyway(p_case_id)
    OR (desk_role() IS DISTINCT FROM 'supervisor' AND about.assignee_id IS DISTINCT FROM desk_actor_id()) THEN
    RETURN false;
  END IF;
  PERFORM insert_sealed_box(p->'box');
  INSERT INTO agreement (id, submission_id, made_at, account_id, box_id)
  VALUES ((p->>'id')::uuid, about.submission_id, (p->>'at')::timestamptz, desk_actor_id(), (p->'box'->>'id')::uuid);
  RETURN true;
END
$$;

-- Closing asks whether what was agreed last happened.
CREATE FUNCTION ask_of_agreement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE agreement SET asked_at = coalesce(NEW.closed_at, now())
  WHERE asked_at IS NULL
    AND id = (SELECT a.id FROM agreement a WHERE a.submission_id = NEW.submission_id ORDER BY a.made_at DESC, a.id DESC LIMIT 1);
  RETURN NULL;
END
$$;
CREATE TRIGGER case_closing_asks AFTER UPDATE OF status ON "case" FOR EACH ROW
WHEN (OLD.status <> 'closed' AND NEW.status = 'closed') EXECUTE FUNCTION ask_of_agreement();

-- What was agreed last, with no wrap of a key but the code holder's own.
CREATE FUNCTION follow_up_agreement(p_submission_id uuid, p_key bytea)
RETURNS TABLE (
  id uuid, made_at timestamptz, asked_at timestamptz, answer text, answered_at timestamptz, box_id uuid, purpose text, suite integer,
  fields jsonb, wraps jsonb
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.id, a.made_at, a.asked_at, a.answer, a.answered_at, b.id, b.purpose, b.suite::integer,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('field', f.field, 'version', f.version,
       'ciphertext', encode(f.ciphertext, 'hex'))), '[]') FROM sealed_field f WHERE f.box_id = b.id),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('keyId', w.key_id, 'wrap', encode(w.wrap, 'hex'))), '[]')
     FROM key_wrap w WHERE w.box_id = b.id AND w.key_id = 'reporter-' || p_submission_id::text)
  FROM agreement a JOIN sealed_box b ON b.id = a.box_id
  WHERE a.submission_id = p_submission_id AND code_still_opens(p_submission_id, p_key) ORDER BY a.made_at DESC, a.id DESC LIMIT 1
$$;

-- Whether what was agreed happened, in the person's word, which they may change for fourteen days. No goes to supervisors, also of a case that is
-- closed. Outcomes: 'accepted'; 'over' (not asked, or answered too long ago); 'gone'.
CREATE FUNCTION answer_agreement(p_submission_id uuid, p_key bytea, p_id uuid, p_answer text, p_at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
  before agreement;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT * INTO about FROM hold_case_of_code(p_submission_id, p_key);
  IF NOT FOUND THEN
    RETURN 'gone';
  END IF;
  SELECT a.* INTO before FROM agreement a WHERE a.id = p_id AND a.submission_id = p_submission_id AND a.asked_at IS NOT NULL;
  IF NOT FOUND OR p_at > before.answered_at + interval '14 days' THEN
    RETURN 'over';
  ELSIF before.answer IS NOT DISTINCT FROM p_answer THEN
    RETURN 'accepted';
  END IF;
  UPDATE agreement SET answer = p_answer, answered_at = coalesce(answered_at, p_at) WHERE id = p_id;
  PERFORM note_case_act(about, p_at, 'agreement-answered', jsonb_build_object('answer', p_answer));
  IF p_answer = 'no' THEN
    PERFORM escalate_now(about, 'not-as-agreed', p_at);
  END IF;
  RETURN 'accepted';
END
$$;

-- Somebody who gave their name has lost their code: a supervisor who has checked who they are gives them a new one. The old one opens nothing
-- any more, and what was written is sealed to the new key. Outcomes: 'changed'; 'conflict'; 'not-found'; 'bad-transition' (there was no code).
CREATE FUNCTION renew_return_code(p_case_id uuid, p_version integer, p jsonb) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
  reporter text;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT c.* INTO about FROM "case" c WHERE c.id = p_case_id FOR UPDATE;
  IF NOT FOUND OR desk_role() IS DISTINCT FROM 'supervisor' OR NOT desk_opens_anyway(p_case_id) THEN
    RETURN 'not-found';
  ELSIF about.version <> p_version THEN
    RETURN 'conflict';
  END IF;
  reporter := 'reporter-' || about.submission_id::text;
  DELETE FROM return_code WHERE submission_id = about.submission_id;
  IF NOT FOUND THEN
    RETURN 'bad-transition';
  END IF;
  INSERT INTO return_code (lookup, submission_id, reporter_public_key, wrapped_private_key)
  SELECT lookup, about.submission_id, reporter_public_key, wrapped_private_key FROM jsonb_populate_record(NULL::return_code, p->'return_code');
  DELETE FROM key_wrap w USING boxes_of_case(p_case_id) AS b(id) WHERE w.box_id = b.id AND w.key_id = reporter;
  INSERT INTO key_wrap (box_id, key_id, wrap)
  SELECT w.box_id, reporter, w.wrap FROM jsonb_to_recordset(p->'wraps') AS w(box_id uuid, wrap bytea)
  JOIN boxes_of_case(p_case_id) AS b(id) ON b.id = w.box_id;
  UPDATE "case" SET version = version + 1 WHERE id = p_case_id;
  PERFORM note_case_act(about, (p->>'at')::timestamptz, 'code-renewed', jsonb_build_object('checked', p->>'checked'));
  RETURN 'changed';
END
$$;

-- Words of the follow-up page that a force says its own way, for whoever reads it.
CREATE FUNCTION follow_up_words(p_force text, p_locale text) RETURNS TABLE (key text, words text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT w.key, w.words FROM force_words w WHERE w.force = p_force AND w.locale = p_locale
$$;

-- An administrator or a supervisor says it their force's way; null is the product's own words again. `p_version` is the version they saw, 0 for
-- none. Outcomes: 'changed'; 'conflict'; 'not-found' (not theirs to say); 'invalid' (too long, or nothing).
CREATE FUNCTION set_force_words(p_key text, p_locale text, p_words text, p_version integer, p_at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  before integer;
BEGIN
  IF desk_role() IS NULL OR desk_role() NOT IN ('administrator', 'supervisor') OR desk_force() IS NULL THEN
    RETURN 'not-found';
  ELSIF p_words = '' OR length(p_words) > 300 THEN
    RETURN 'invalid';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended(format('force-words|%s|%s|%s', desk_force(), p_key, p_locale), 0));
  SELECT w.version INTO before FROM force_words w WHERE w.force = desk_force() AND w.key = p_key AND w.locale = p_locale;
  IF coalesce(before, 0) <> p_version THEN
    RETURN 'conflict';
  END IF;
  IF p_words IS NULL THEN
    DELETE FROM force_words WHERE force = desk_force() AND key = p_key AND locale = p_locale;
  ELSE
    INSERT INTO force_words (force, key, locale, words, version, made_at, made_by_id)
    VALUES (desk_force(), p_key, p_locale, p_words, 1, p_at, desk_actor_id())
    ON CONFLICT (force, key, locale) DO UPDATE SET words = p_words, version = force_words.version + 1, made_at = p_at,
      made_by_id = desk_actor_id();
  END IF;
  INSERT INTO audit_event (at, actor_id, role, action, detail, force)
  VALUES (p_at, desk_actor_id(), desk_role(), 'words-changed',
    jsonb_build_object('words', p_key, 'language', p_locale, 'own', p_words IS NOT NULL), desk_force());
  RETURN 'changed';
END
$$;

-- What the holder of a return code is told has danger, withdrawing and what is disputed with it, and which messages add to what they told.
DROP FUNCTION follow_up_status(uuid);
CREATE FUNCTION follow_up_status(p_submission_id uuid)
RETURNS TABLE (
  reference text, kind text, status text, received_at timestamptz, promised_by timestamptz, held_by_role text,
  closed_at timestamptz, wants_officer boolean, first_contact_open boolean, duty_at timestamptz, beyond_target boolean,
  asked text, reach text, update_started_at timestamptz, risk_rank smallint, held_before boolean, was_written_to boolean, danger_at timestamptz,
  withdrawn_at timestamptz, disputed boolean, plan_by_staff_at timestamptz
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.reference, c.kind, c.status, c.received_at, CASE WHEN f.ended_at IS NULL THEN coalesce(f.due_at, c.promised_by) ELSE c.promised_by END,
    a.role, c.closed_at, c.wants_officer,
    f.id IS NOT NULL AND f.ended_at IS NULL AND f.paused_at IS NULL, f.duty_at, coalesce(f.beyond_target, false), f.asked, f.reach, u.started_at, c.risk_rank,
    EXISTS (SELECT FROM case_event e WHERE e.case_id = c.id AND e.type IN ('taken', 'assigned', 'transferred')),
    EXISTS (SELECT FROM message m WHERE m.submission_id = c.submission_id AND m.author = 'staff'),
    c.danger_at, withdrawn_since(c.id),
    EXISTS (SELECT FROM escalation x WHERE x.case_id = c.id AND x.rule = 'not-as-agreed' AND x.settled_at IS NULL),
    (SELECT p.made_at FROM contact_plan p
     WHERE p.submission_id = c.submission_id AND p.version = c.plan_version AND p.made_by = 'staff')
  FROM "case" c LEFT JOIN account a ON a.id = c.assignee_id
  LEFT JOIN case_clock f ON f.case_id = c.id AND f.kind = 'first-contact'
  LEFT JOIN case_clock u ON u.case_id = c.id AND u.kind = 'next-update' AND u.ended_at IS NULL AND u.paused_at IS NULL
  WHERE c.submission_id = p_submission_id
$$;

DROP FUNCTION follow_up_messages(uuid, timestamptz);
CREATE FUNCTION follow_up_messages(p_submission_id uuid, p_key bytea, p_now timestamptz)
RETURNS TABLE (
  id uuid, at timestamptz, author text, by_role text, read_at timestamptz, box_id uuid, purpose text, suite integer,
  fields jsonb, wraps jsonb, adds boolean
)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE message m SET read_at = p_now
  WHERE m.submission_id = p_submission_id AND m.author = 'staff' AND m.read_at IS NULL
    AND code_still_opens(p_submission_id, p_key);

  SELECT m.id, m.at, m.author, a.role, m.read_at, b.id, b.purpose, b.suite::integer,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('field', f.field, 'version', f.version,
       'ciphertext', encode(f.ciphertext, 'hex'))), '[]') FROM sealed_field f WHERE f.box_id = b.id),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('keyId', w.key_id, 'wrap', encode(w.wrap, 'hex'))), '[]')
     FROM key_wrap w WHERE w.box_id = b.id AND w.key_id = 'reporter-' || p_submission_id::text),
    m.adds
  FROM message m JOIN sealed_box b ON b.id = m.box_id LEFT JOIN account a ON a.id = m.account_id
  WHERE m.submission_id = p_submission_id AND code_still_opens(p_submission_id, p_key)
  ORDER BY m.at, m.id
$$;

-- Boxes that hang on a case have plans, agreements and what goes out among them: whoever may open the case opens them, and erasing finds them.
CREATE OR REPLACE FUNCTION desk_submission_of_box(p_box_id uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(
    (SELECT s.id FROM submission s WHERE s.box_id = p_box_id),
    (SELECT m.submission_id FROM message m WHERE m.box_id = p_box_id),
    (SELECT c.submission_id FROM contact_plan c WHERE c.box_id = p_box_id),
    (SELECT a.submission_id FROM agreement a WHERE a.box_id = p_box_id),
    (SELECT c.submission_id FROM outbound o JOIN "case" c ON c.id = o.case_id WHERE o.box_id = p_box_id),
    (SELECT c.submission_id FROM case_event e JOIN "case" c ON c.id = e.case_id WHERE e.box_id = p_box_id LIMIT 1)
  )
$$;

CREATE OR REPLACE FUNCTION boxes_of_case(p_id uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.box_id FROM "case" c JOIN submission s ON s.id = c.submission_id WHERE c.id = p_id
  UNION SELECT s.equality_box_id FROM "case" c JOIN submission s ON s.id = c.submission_id
    WHERE c.id = p_id AND s.equality_box_id IS NOT NULL
  UNION SELECT m.box_id FROM "case" c JOIN message m ON m.submission_id = c.submission_id WHERE c.id = p_id
  UNION SELECT p.box_id FROM "case" c JOIN contact_plan p ON p.submission_id = c.submission_id WHERE c.id = p_id
  UNION SELECT a.box_id FROM "case" c JOIN agreement a ON a.submission_id = c.submission_id WHERE c.id = p_id
  UNION SELECT o.box_id FROM outbound o WHERE o.case_id = p_id AND o.box_id IS NOT NULL
  UNION SELECT e.box_id FROM case_event e WHERE e.case_id = p_id AND e.box_id IS NOT NULL
  UNION SELECT g.reason_box_id FROM broken_glass g WHERE g.case_id = p_id AND g.reason_box_id IS NOT NULL
  UNION SELECT g.note_box_id FROM broken_glass g WHERE g.case_id = p_id AND g.note_box_id IS NOT NULL
$$;

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
  DELETE FROM contact_plan WHERE submission_id = p_case.submission_id;
  DELETE FROM agreement WHERE submission_id = p_case.submission_id;
  UPDATE outbound SET box_id = NULL WHERE case_id = p_case.id;
  DELETE FROM return_code WHERE submission_id = p_case.submission_id;
  DELETE FROM routing_decision WHERE case_id = p_case.id;
  DELETE FROM case_offer WHERE case_id = p_case.id;
  DELETE FROM case_clock WHERE case_id = p_case.id;
  DELETE FROM escalation WHERE case_id = p_case.id;
  DELETE FROM case_index WHERE case_id = p_case.id;
  DELETE FROM case_presence WHERE case_id = p_case.id;
  DELETE FROM case_snooze WHERE case_id = p_case.id;
  DELETE FROM case_seen WHERE case_id = p_case.id;
  -- The submission's own box stays as an empty name, because the submission does.
  DELETE FROM sealed_box b WHERE b.id = ANY (doomed) AND NOT EXISTS (SELECT FROM submission s WHERE s.box_id = b.id);
  UPDATE "case" SET erased_at = p_at, strands = '{}', risk_rules = '{}', languages = '{}', wants_officer = false,
    last_message_at = NULL, last_message_from = NULL, danger_at = NULL, version = version + 1
  WHERE id = p_case.id;
  RETURN cardinality(doomed);
END
$$;

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY[
    'note_danger("case", timestamptz, jsonb)', 'note_danger_alone("case", timestamptz, jsonb)',
    'note_danger_said(uuid, bytea, jsonb, timestamptz)', 'see_to_danger()', 'note_messages_read(uuid, uuid[], uuid, timestamptz)', 'hold_case_of_code(uuid, bytea)', 'code_still_opens(uuid, bytea)',
    'replies_after_closing()', 'is_for_another(uuid, text)', 'put_contact_plan("case", jsonb, timestamptz, text, jsonb)', 'accept_contact_plan(jsonb)', 'escalate_now("case", text, timestamptz)',
    'note_not_agreed(uuid, bytea, timestamptz)', 'withdraw_case(jsonb)', 'withdrawn_plan_id(uuid, integer)', 'withdrawn_since(uuid)', 'wants_to_hear(uuid)', 'end_is_news(uuid)',
    'follow_withdrawal()',
    'take_back_withdrawal(uuid, bytea, timestamptz)', 'store_agreement(uuid, jsonb)', 'ask_of_agreement()',
    'follow_up_agreement(uuid, bytea)', 'answer_agreement(uuid, bytea, uuid, text, timestamptz)', 'renew_return_code(uuid, integer, jsonb)',
    'follow_up_words(text, text)', 'set_force_words(text, text, text, integer, timestamptz)', 'follow_up_status(uuid)',
    'follow_up_messages(uuid, bytea, timestamptz)'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', one);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION note_danger_said(uuid, bytea, jsonb, timestamptz), accept_contact_plan(jsonb), note_not_agreed(uuid, bytea, timestamptz), withdraw_case(jsonb),
  take_back_withdrawal(uuid, bytea, timestamptz), follow_up_agreement(uuid, bytea), answer_agreement(uuid, bytea, uuid, text, timestamptz), follow_up_words(text, text), follow_up_status(uuid),
  follow_up_messages(uuid, bytea, timestamptz), code_still_opens(uuid, bytea)
TO alongside_public;
GRANT EXECUTE ON FUNCTION replies_after_closing(), is_for_another(uuid, text), withdrawn_since(uuid), wants_to_hear(uuid), end_is_news(uuid), note_messages_read(uuid, uuid[], uuid, timestamptz), store_agreement(uuid, jsonb), renew_return_code(uuid, integer, jsonb),
  set_force_words(text, text, text, integer, timestamptz)
TO alongside_staff;
