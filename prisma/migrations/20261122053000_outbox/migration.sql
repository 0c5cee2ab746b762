-- What goes out by text and e-mail: written with what causes it, sent by a job, and told of where it does not arrive. docs/decisions/0033 says
-- why so.

-- What somebody at the desk was written of, so that each thing is told once.
CREATE TABLE "staff_told" (
    "account_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "since" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "staff_told_pkey" PRIMARY KEY ("account_id", "case_id", "reason", "since"),
    CONSTRAINT "staff_told_check" CHECK (reason IN ('danger', 'offered', 'late', 'near', 'message'))
);
ALTER TABLE "staff_told" ADD CONSTRAINT "staff_told_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id")
  ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "staff_told" ADD CONSTRAINT "staff_told_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id")
  ON DELETE CASCADE ON UPDATE CASCADE;
CREATE INDEX "staff_told_case_id_idx" ON "staff_told"("case_id");
ALTER TABLE "staff_told" OWNER TO alongside_owner;
ALTER TABLE "staff_told" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON "staff_told" TO alongside_owner USING (true) WITH CHECK (true);

-- Puts something to a reporter in the outbox, in the transaction of the act that causes it. Outcomes: 'written'; 'plan-changed' (it was meant by a
-- plan that holds no more); 'not-found' (there is no such case, or none they may do this to).
CREATE FUNCTION write_outbound(p jsonb) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
  written outbound := jsonb_populate_record(NULL::outbound, p);
BEGIN
  SELECT c.* INTO about FROM "case" c WHERE c.id = written.case_id FOR UPDATE;
  IF NOT FOUND OR desk_actor_id() IS NULL OR NOT desk_opens_anyway(about.id) OR about.erased_at IS NOT NULL THEN
    RETURN 'not-found';
  ELSIF written.plan_version IS DISTINCT FROM about.plan_version THEN
    RETURN 'plan-changed';
  END IF;
  PERFORM insert_sealed_box(p->'box');
  INSERT INTO outbound (id, force, case_id, way, purpose, plan_version, box_id, made_at, made_by_id, next_at)
  VALUES (written.id, about.force, about.id, written.way, written.purpose, written.plan_version, (p->'box'->>'id')::uuid, written.made_at,
    desk_actor_id(), written.next_at);
  RETURN 'written';
END
$$;

-- One that has come to an end: its box, with whom to and the words, is destroyed.
CREATE FUNCTION end_outbound(p_id uuid, p_state text, p_reason text, p_at timestamptz) RETURNS outbound
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  ended outbound;
BEGIN
  DELETE FROM sealed_box WHERE id = (SELECT o.box_id FROM outbound o WHERE o.id = p_id);
  UPDATE outbound SET state = p_state, reason = p_reason, ended_at = p_at, box_id = NULL WHERE id = p_id RETURNING * INTO ended;
  RETURN ended;
END
$$;

-- Tells the case, and supervisors where something did not arrive.
CREATE FUNCTION tell_outbound(p outbound, p_type text, p_at timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
BEGIN
  SELECT c.* INTO about FROM "case" c WHERE c.id = p.case_id;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  PERFORM note_case_act(about, p_at, p_type, jsonb_build_object('way', p.way, 'purpose', p.purpose, 'reason', p.reason));
  IF p_type = 'outbound-failed' AND NOT case_is_over(about) AND NOT EXISTS (
    SELECT FROM escalation e WHERE e.case_id = about.id AND e.rule = 'undelivered' AND e.settled_at IS NULL
  ) THEN
    INSERT INTO escalation (id, case_id, rule, raised_at) VALUES (gen_random_uuid(), about.id, 'undelivered', p_at) ON CONFLICT DO NOTHING;
    IF FOUND THEN
      PERFORM note_case_act(about, p_at, 'escalated', '{"rule": "undelivered"}');
    END IF;
  END IF;
END
$$;

-- What waits to go out stops where the plan it was meant by holds no more, or the case is erased. What is being sent just now is looked at again
-- by whoever claims it; what went out went out, and of one that was erased nothing leads to where a provider keeps it.
CREATE FUNCTION stop_outbound() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one outbound;
  erased boolean := NEW.erased_at IS NOT NULL;
  at timestamptz := coalesce(NEW.erased_at,
    CASE WHEN isfinite(desk_at()) THEN desk_at() ELSE date_trunc('milliseconds', clock_timestamp()) END);
BEGIN
  IF erased THEN
    DELETE FROM staff_told WHERE case_id = NEW.id;
    UPDATE outbound SET provider_ref = NULL WHERE case_id = NEW.id AND provider_ref IS NOT NULL;
  END IF;
  FOR one IN
    SELECT o.* FROM outbound o WHERE o.case_id = NEW.id AND (o.state = 'waiting' OR erased AND o.state = 'sending') FOR UPDATE
  LOOP
    CONTINUE WHEN NOT erased AND one.plan_version = NEW.plan_version;
    one := end_outbound(one.id, 'stopped', CASE WHEN erased THEN 'erased' ELSE 'plan-changed' END, at);
    IF NOT erased THEN
      PERFORM tell_outbound(one, 'outbound-stopped', at);
    END IF;
  END LOOP;
  RETURN NULL;
END
$$;
CREATE TRIGGER case_outbound_stops AFTER UPDATE ON "case" FOR EACH ROW
WHEN ((OLD.plan_version, OLD.erased_at) IS DISTINCT FROM (NEW.plan_version, NEW.erased_at)) EXECUTE FUNCTION stop_outbound();

-- What was meant for somebody who wants nothing more done by now waits no more, whatever plan holds.
CREATE FUNCTION stop_withdrawn() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one uuid;
BEGIN
  FOR one IN SELECT o.id FROM outbound o WHERE o.case_id = NEW.case_id AND o.state = 'waiting' FOR UPDATE LOOP
    PERFORM tell_outbound(end_outbound(one, 'stopped', 'withdrawn', NEW.at), 'outbound-stopped', NEW.at);
  END LOOP;
  RETURN NULL;
END
$$;
CREATE TRIGGER case_event_stops_outbound AFTER INSERT ON "case_event" FOR EACH ROW WHEN (NEW.type = 'withdrawn')
EXECUTE FUNCTION stop_withdrawn();

CREATE FUNCTION wake_outbound() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('alongside_outbound', '');
  RETURN NULL;
END
$$;
CREATE TRIGGER outbound_wakes AFTER INSERT ON "outbound" FOR EACH STATEMENT EXECUTE FUNCTION wake_outbound();

-- Takes what is due to be sent, for five minutes, what staff are told at once before all else: what nobody has said anything of by then is for the
-- next, twelve times at most, and 48 times what staff are told at once. `stop` says why it is to be sent no more: a notice also where nothing is new to them any more.
CREATE FUNCTION claim_outbound(p_at timestamptz, p_limit integer) RETURNS SETOF jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one outbound;
  why text;
BEGIN
  PERFORM require_nobody();
  PERFORM set_config('synchronous_commit', 'on', true);
  FOR one IN
    SELECT o.* FROM outbound o
    WHERE o.state IN ('waiting', 'sending') AND o.next_at <= p_at AND o.force = desk_force()
    ORDER BY o.purpose <> 'alert', o.next_at, o.id LIMIT p_limit FOR UPDATE SKIP LOCKED
  LOOP
    SELECT CASE
        WHEN one.case_id IS NOT NULL AND c.erased_at IS NOT NULL THEN 'erased'
        WHEN one.case_id IS NOT NULL AND c.plan_version IS DISTINCT FROM one.plan_version THEN 'plan-changed'
        WHEN one.case_id IS NOT NULL AND withdrawn_since(c.id) > one.made_at THEN 'withdrawn'
        WHEN one.account_id IS NOT NULL AND a.active IS DISTINCT FROM true THEN 'account-closed'
        WHEN one.purpose = 'notice' AND NOT EXISTS (
          SELECT FROM message m WHERE m.submission_id = c.submission_id AND m.author = 'staff' AND m.read_at IS NULL
        ) AND NOT (c.status = 'closed' AND end_is_news(c.id)) THEN 'read'
        WHEN one.tries >= CASE WHEN one.purpose = 'alert' THEN 48 ELSE 12 END THEN 'unreadable'
      END INTO why
    FROM (VALUES (1)) AS v(x) LEFT JOIN "case" c ON c.id = one.case_id LEFT JOIN account a ON a.id = one.account_id;
    -- Whoever claims it opens it: the row comes first, as with every look.
    INSERT INTO audit_event (at, action, case_id, reference, detail, force)
    SELECT p_at, 'outbound-opened', one.case_id, (SELECT c.reference FROM "case" c WHERE c.id = one.case_id),
      jsonb_build_object('way', one.way, 'purpose', one.purpose, 'box', one.box_id), one.force
    WHERE why IS NULL;
    UPDATE outbound SET state = 'sending', tries = tries + 1, next_at = p_at + interval '5 minutes' WHERE id = one.id;
    RETURN NEXT jsonb_build_object('id', one.id, 'way', one.way, 'purpose', one.purpose, 'caseId', one.case_id, 'accountId', one.account_id,
      'tries', one.tries + 1, 'again', one.tries > 0, 'stop', why,
      'box', (
        SELECT jsonb_build_object('id', b.id, 'purpose', b.purpose, 'suite', b.suite,
          'fields', coalesce((
            SELECT jsonb_agg(jsonb_build_object('field', f.field, 'version', f.version, 'ciphertext', encode(f.ciphertext, 'base64')))
            FROM sealed_field f WHERE f.box_id = b.id), '[]'),
          'wraps', coalesce((
            SELECT jsonb_agg(jsonb_build_object('keyId', w.key_id, 'wrap', encode(w.wrap, 'base64')))
            FROM key_wrap w WHERE w.box_id = b.id), '[]'))
        FROM sealed_box b WHERE b.id = one.box_id));
  END LOOP;
END
$$;

-- What became of one that was claimed, in the try that it was: nothing of somebody else's try. `waiting`: again at `next_at`, as a try or, outside
-- the hours that are safe, as none.
CREATE FUNCTION note_outbound(p_id uuid, p_tries integer, p jsonb, p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one outbound;
  about "case";
  became text := p->>'state';
BEGIN
  PERFORM require_nobody();
  -- The case before what hangs on it, like whatever changes one.
  SELECT c.* INTO about FROM "case" c WHERE c.id = (SELECT o.case_id FROM outbound o WHERE o.id = p_id) FOR NO KEY UPDATE;
  SELECT o.* INTO one FROM outbound o WHERE o.id = p_id AND o.state = 'sending' AND o.tries = p_tries AND o.force = desk_force() FOR UPDATE;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  IF became = 'waiting' THEN
    UPDATE outbound SET state = 'waiting', next_at = (p->>'next_at')::timestamptz, reason = p->>'reason',
      tries = tries - CASE WHEN p->>'reason' = 'outside-hours' THEN 1 ELSE 0 END
    WHERE id = p_id;
  ELSIF became = 'sent' THEN
    DELETE FROM sealed_box WHERE id = one.box_id;
    UPDATE outbound SET state = 'sent', sent_at = p_at, reason = NULL, box_id = NULL, provider_ref = p->>'provider_ref',
      next_at = p_at + interval '1 minute'
    WHERE id = p_id RETURNING * INTO one;
    PERFORM tell_outbound(one, 'outbound-sent', p_at);
    -- A letter is an attempt to reach somebody. Whether it told them something, nobody knows.
    IF one.purpose = 'letter' AND NOT case_is_over(about) AND NOT waits_for_message(about.id) THEN
      PERFORM follow_attempt(about, false, p_at);
    END IF;
  ELSIF became IN ('failed', 'stopped') THEN
    PERFORM tell_outbound(end_outbound(p_id, became, p->>'reason', p_at), 'outbound-' || became, p_at);
    -- What did not reach somebody at the desk for so long is written to them anew, as far as it still is so. Not where it was refused: that would
    -- be refused each minute.
    IF one.purpose = 'alert' AND p->>'reason' = 'unreachable' THEN
      DELETE FROM staff_told t WHERE t.account_id = one.account_id AND t.since <= one.made_at;
    END IF;
  ELSE
    RAISE EXCEPTION 'nothing becomes %', became USING ERRCODE = 'check_violation';
  END IF;
  RETURN true;
END
$$;

-- What a provider has taken and may know more of, for three days.
CREATE FUNCTION outbound_to_follow(p_at timestamptz, p_limit integer) RETURNS TABLE (id uuid, way text, provider_ref text, sent_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT o.id, o.way, o.provider_ref, o.sent_at FROM outbound o
  WHERE o.state = 'sent' AND o.provider_ref IS NOT NULL AND o.next_at <= p_at AND o.sent_at > p_at - interval '3 days'
    AND o.force = desk_force() AND desk_actor_id() IS NULL
  ORDER BY o.next_at, o.id LIMIT p_limit
$$;

-- What a provider says of one it took: it arrived, it did not, or nothing yet.
CREATE FUNCTION note_delivery(p_id uuid, p_state text, p_reason text, p_next_at timestamptz, p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_nobody();
  PERFORM FROM "case" c WHERE c.id = (SELECT o.case_id FROM outbound o WHERE o.id = p_id) FOR NO KEY UPDATE;
  PERFORM FROM outbound o WHERE o.id = p_id AND o.state = 'sent' AND o.force = desk_force() FOR UPDATE;
  IF NOT FOUND THEN
    RETURN false;
  ELSIF p_state = 'delivered' THEN
    PERFORM end_outbound(p_id, 'delivered', NULL, p_at);
  ELSIF p_state = 'failed' THEN
    PERFORM tell_outbound(end_outbound(p_id, 'failed', p_reason, p_at), 'outbound-failed', p_at);
  ELSE
    UPDATE outbound SET next_at = p_next_at WHERE id = p_id;
  END IF;
  RETURN true;
END
$$;

-- What there is to tell staff by e-mail: of each case that is theirs, or that they are asked to take, what waits for them; and of danger,
-- supervisors too. Of one that is closed, what came afterwards, until somebody has read it: supervisors where nobody has it. Nothing of cases they
-- may not see, and nothing of decoys.
CREATE FUNCTION staff_news(p_at timestamptz)
RETURNS TABLE (
  account_id uuid, email text, letters text, quiet_from smallint, quiet_until smallint, digest_at timestamptz, case_id uuid, reference text,
  reason text, since timestamptz, told boolean
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH live AS (
    SELECT c.* FROM "case" c
    WHERE c.force = desk_force() AND desk_actor_id() IS NULL AND (c.status <> 'closed' OR c.last_message_from = 'reporter') AND c.erased_at IS NULL
      AND NOT EXISTS (SELECT FROM decoy d WHERE d.case_id = c.id)
  ), open AS (
    SELECT l.* FROM live l WHERE l.status <> 'closed'
  ), news AS (
    SELECT c.assignee_id AS account_id, c.id AS case_id, 'message' AS reason, c.last_message_at AS since FROM open c
    WHERE c.last_message_from = 'reporter' AND c.last_message_at IS NOT NULL
    UNION SELECT coalesce(h.id, s.id), c.id, 'message', c.last_message_at FROM live c
    LEFT JOIN account h ON h.id = c.assignee_id AND h.active LEFT JOIN account s ON h.id IS NULL AND s.role = 'supervisor'
    WHERE c.status = 'closed' AND EXISTS (
      SELECT FROM message m WHERE m.submission_id = c.submission_id AND m.author = 'reporter' AND m.at > c.closed_at AND m.read_at IS NULL)
    UNION SELECT o.account_id, c.id, 'offered', o.offered_at FROM open c JOIN case_offer o ON o.case_id = c.id
    WHERE o.ended_at IS NULL AND c.offered_to_id = o.account_id
    UNION SELECT c.assignee_id, c.id, CASE WHEN k.broken_at IS NULL THEN 'near' ELSE 'late' END, coalesce(k.broken_at, k.warned_at)
    FROM open c JOIN case_clock k ON k.case_id = c.id
    WHERE k.ended_at IS NULL AND k.paused_at IS NULL AND k.kind <> 'review' AND (k.broken_at IS NOT NULL OR k.warned_at IS NOT NULL)
    UNION SELECT c.assignee_id, c.id, 'danger', c.danger_at FROM open c WHERE c.danger_at IS NOT NULL
    UNION SELECT s.id, c.id, 'danger', c.danger_at FROM open c JOIN account s ON s.role = 'supervisor' WHERE c.danger_at IS NOT NULL
  )
  SELECT a.id, a.email, a.letters, a.quiet_from, a.quiet_until,
    (SELECT max(o.made_at) FROM outbound o WHERE o.account_id = a.id AND o.purpose = 'digest'),
    c.id, c.reference, n.reason, n.since,
    EXISTS (SELECT FROM staff_told t WHERE (t.account_id, t.case_id, t.reason, t.since) = (a.id, c.id, n.reason, n.since))
  FROM news n JOIN live c ON c.id = n.case_id
  JOIN account a ON a.id = n.account_id AND a.active
  WHERE NOT a.id = ANY (c.conflicted_ids) AND (NOT c.restricted OR a.id = ANY (c.named_ids))
  ORDER BY a.id, n.since, c.reference
$$;

-- Puts a letter to somebody at the desk in the outbox, and what it told them of in the list of that. False, and nothing done, where each of it was
-- told meanwhile, or a digest was made since.
CREATE FUNCTION write_staff_letter(p jsonb) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  written outbound := jsonb_populate_record(NULL::outbound, p);
  fresh integer;
BEGIN
  PERFORM require_nobody();
  PERFORM FROM account a WHERE a.id = written.account_id FOR UPDATE;
  INSERT INTO staff_told (account_id, case_id, reason, since)
  SELECT written.account_id, t.case_id, t.reason, t.since
  FROM jsonb_to_recordset(p->'told') AS t(case_id uuid, reason text, since timestamptz) ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS fresh = ROW_COUNT;
  IF (written.purpose = 'alert' AND fresh = 0) OR (written.purpose = 'digest' AND EXISTS (
    SELECT FROM outbound o WHERE o.account_id = written.account_id AND o.purpose = 'digest' AND o.made_at >= (p->>'not_since')::timestamptz
  )) THEN
    RETURN false;
  END IF;
  PERFORM insert_sealed_box(p->'box');
  INSERT INTO outbound (id, force, account_id, way, purpose, box_id, made_at, next_at)
  VALUES (written.id, desk_force(), written.account_id, 'email', written.purpose, (p->'box'->>'id')::uuid, written.made_at, written.made_at);
  RETURN true;
END
$$;

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY[
    'write_outbound(jsonb)', 'end_outbound(uuid, text, text, timestamptz)', 'tell_outbound(outbound, text, timestamptz)', 'stop_outbound()',
    'stop_withdrawn()', 'wake_outbound()', 'claim_outbound(timestamptz, integer)', 'note_outbound(uuid, integer, jsonb, timestamptz)',
    'outbound_to_follow(timestamptz, integer)', 'note_delivery(uuid, text, text, timestamptz, timestamptz)', 'staff_news(timestamptz)',
    'write_staff_letter(jsonb)'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', one);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION write_outbound(jsonb), claim_outbound(timestamptz, integer), note_outbound(uuid, integer, jsonb, timestamptz),
  outbound_to_follow(timestamptz, integer), note_delivery(uuid, text, text, timestamptz, timestamptz), staff_news(timestamptz),
  write_staff_letter(jsonb)
TO alongside_staff;
