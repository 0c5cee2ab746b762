-- Three roles, and what each may do. Nobody signs in as one of them: a login is a member and takes the role when it connects.
-- alongside_owner owns every table and function; alongside_public may call what the public side needs and has no right on any
-- table; alongside_staff sees of cases what the policy (lib/domain/policy.ts) lets the actor of the transaction see.

-- Roles belong to the whole server: another database of it may have made them already.
DO $$
DECLARE
  wanted text;
BEGIN
  FOREACH wanted IN ARRAY ARRAY['alongside_owner', 'alongside_public', 'alongside_staff'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = wanted) THEN
      BEGIN
        EXECUTE format('CREATE ROLE %I NOLOGIN NOSUPERUSER NOCREATEDB NOCREATEROLE NOBYPASSRLS NOREPLICATION', wanted);
      EXCEPTION WHEN duplicate_object OR unique_violation THEN
        NULL;
      END;
    END IF;
    -- Whoever migrates can take each role, so that one login is enough where no more are wanted.
    IF NOT (pg_has_role(current_user, wanted, 'SET') AND pg_has_role(current_user, wanted, 'USAGE')) THEN
      EXECUTE format('GRANT %I TO CURRENT_USER WITH SET TRUE, INHERIT TRUE', wanted);
    END IF;
  END LOOP;
END
$$;

GRANT USAGE, CREATE ON SCHEMA public TO alongside_owner;
GRANT USAGE ON SCHEMA public TO alongside_public, alongside_staff;
ALTER DEFAULT PRIVILEGES REVOKE EXECUTE ON FUNCTIONS FROM PUBLIC;

-- Which force an audit row is about: by column, because an auditor sees no case it could be read from.
ALTER TABLE "audit_event" ADD COLUMN "force" TEXT DEFAULT nullif(current_setting('app.force', true), '');
CREATE INDEX "case_event_box_id_idx" ON "case_event"("box_id");

-- Who acts. Only the id, the force and the start of the force's day are settings; role and districts are looked up, so that
-- nobody can claim them, and an account that is no longer active is nobody.

CREATE FUNCTION desk_actor_id() RETURNS uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT nullif(current_setting('app.actor', true), '')::uuid
$$;

CREATE FUNCTION desk_force() RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT nullif(current_setting('app.force', true), '')
$$;

CREATE FUNCTION desk_today() RETURNS timestamptz
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(nullif(current_setting('app.today', true), '')::timestamptz, 'infinity')
$$;

CREATE FUNCTION desk_role() RETURNS text
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.role FROM account a WHERE a.id = desk_actor_id() AND a.active
$$;

CREATE FUNCTION desk_districts() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce((
    SELECT o.districts FROM officer o JOIN account a ON a.id = o.account_id
    WHERE a.id = desk_actor_id() AND a.active AND a.role = 'liaison-officer' AND o.active
  ), '{}')
$$;

CREATE FUNCTION desk_submission_of_box(p_box_id uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(
    (SELECT s.id FROM submission s WHERE s.box_id = p_box_id),
    (SELECT m.submission_id FROM message m WHERE m.box_id = p_box_id),
    (SELECT c.submission_id FROM case_event e JOIN "case" c ON c.id = e.case_id WHERE e.box_id = p_box_id LIMIT 1)
  )
$$;

-- The core of the policy, once: for the row security of cases, and for the functions that act on one. `seen` is the policy's
-- 'see-headline'; `opened` is what 'open' asks for beyond it.
DO $do$
DECLARE
  seen text := $rule$
    force = (SELECT desk_force())
    AND CASE (SELECT desk_role())
      WHEN 'supervisor' THEN true
      WHEN 'liaison-officer' THEN NOT restricted AND (
        assignee_id = (SELECT desk_actor_id())
        OR (district = ANY ((SELECT desk_districts())::text[])
          AND NOT names_exclusion AND NOT excluded_districts && (SELECT desk_districts()))
      )
      WHEN 'triager' THEN NOT restricted AND assignee_id IS NULL AND status <> 'closed'
      WHEN 'call-handler' THEN
        NOT restricted AND recorded_by_id = (SELECT desk_actor_id()) AND received_at >= (SELECT desk_today())
      ELSE false
    END
  $rule$;
  opened text := $rule$
    CASE (SELECT desk_role())
      WHEN 'supervisor' THEN true
      WHEN 'triager' THEN true
      WHEN 'liaison-officer' THEN
        assignee_id = (SELECT desk_actor_id()) OR (assignee_id IS NULL AND status <> 'closed')
      ELSE false
    END
  $rule$;
  sealed text;
BEGIN
  EXECUTE format('CREATE POLICY staff_sees ON "case" FOR SELECT TO alongside_staff USING (%s)', seen);
  -- Of the case in the subquery, row security has already let through only what is seen.
  FOREACH sealed IN ARRAY ARRAY['sealed_field', 'key_wrap'] LOOP
    EXECUTE format(
      'CREATE POLICY staff_opens ON %1$I FOR SELECT TO alongside_staff USING (EXISTS (
         SELECT FROM "case" c WHERE c.submission_id = (SELECT desk_submission_of_box(%1$I.box_id)) AND (%2$s)))',
      sealed, opened);
  END LOOP;
  EXECUTE format(
    'CREATE FUNCTION desk_sees(p_case_id uuid) RETURNS boolean
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
     AS $f$ SELECT EXISTS (SELECT FROM "case" WHERE id = p_case_id AND %s) $f$', seen);
  EXECUTE format(
    'CREATE FUNCTION desk_opens(p_case_id uuid) RETURNS boolean
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
     AS $f$ SELECT EXISTS (SELECT FROM "case" WHERE id = p_case_id AND %s AND (%s)) $f$', seen, opened);
END
$do$;

-- What hangs on a case is seen with it: row security holds for the case in each subquery too. Equality answers are in a box
-- that belongs to nothing staff can see.
CREATE POLICY staff_sees ON "submission" FOR SELECT TO alongside_staff
  USING (EXISTS (SELECT FROM "case" c WHERE c.submission_id = submission.id));
CREATE POLICY staff_sees ON "case_event" FOR SELECT TO alongside_staff
  USING (EXISTS (SELECT FROM "case" c WHERE c.id = case_event.case_id));
CREATE POLICY staff_sees ON "routing_decision" FOR SELECT TO alongside_staff
  USING (EXISTS (SELECT FROM "case" c WHERE c.id = routing_decision.case_id));
CREATE POLICY staff_sees ON "message" FOR SELECT TO alongside_staff
  USING (EXISTS (SELECT FROM "case" c WHERE c.submission_id = message.submission_id));
CREATE POLICY staff_sees ON "return_code" FOR SELECT TO alongside_staff
  USING (EXISTS (SELECT FROM "case" c WHERE c.submission_id = return_code.submission_id));
CREATE POLICY staff_sees ON "sealed_box" FOR SELECT TO alongside_staff
  USING (EXISTS (SELECT FROM "case" c WHERE c.submission_id = (SELECT desk_submission_of_box(sealed_box.id))));

-- Who works here and how they sign in: needed before anybody is signed in, so the role alone decides.
CREATE POLICY staff_keeps ON "account" TO alongside_staff USING (true) WITH CHECK (true);
CREATE POLICY staff_keeps ON "officer" TO alongside_staff USING (true) WITH CHECK (true);
CREATE POLICY staff_keeps ON "duty_shift" TO alongside_staff USING (true) WITH CHECK (true);
CREATE POLICY staff_keeps ON "passkey" TO alongside_staff USING (true) WITH CHECK (true);
CREATE POLICY staff_keeps ON "recovery_code" TO alongside_staff USING (true) WITH CHECK (true);
CREATE POLICY staff_keeps ON "force_identity" TO alongside_staff USING (true) WITH CHECK (true);
CREATE POLICY staff_keeps ON "invitation" TO alongside_staff USING (true) WITH CHECK (true);
CREATE POLICY staff_keeps ON "sign_in_challenge" TO alongside_staff USING (true) WITH CHECK (true);
CREATE POLICY staff_keeps ON "staff_session" TO alongside_staff USING (true) WITH CHECK (true);

-- The audit: nobody writes in another's name, and only those who answer for it read it.
CREATE POLICY staff_adds ON "audit_event" FOR INSERT TO alongside_staff
  WITH CHECK ((SELECT desk_actor_id()) IS NULL OR actor_id = (SELECT desk_actor_id()));
CREATE POLICY auditor_reads ON "audit_event" FOR SELECT TO alongside_staff
  USING ((SELECT desk_role()) IN ('supervisor', 'auditor') AND (force IS NULL OR force = (SELECT desk_force())));

GRANT SELECT ON "case", "submission", "case_event", "routing_decision", "message", "sealed_box", "sealed_field", "key_wrap",
  "duty_shift" TO alongside_staff;
GRANT SELECT ("submission_id", "reporter_public_key") ON "return_code" TO alongside_staff;
GRANT SELECT, INSERT, UPDATE ON "account", "officer", "invitation", "staff_session" TO alongside_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON "passkey", "recovery_code", "force_identity", "sign_in_challenge" TO alongside_staff;
GRANT SELECT, INSERT ON "audit_event" TO alongside_staff;
GRANT USAGE ON SEQUENCE "audit_event_seq_seq" TO alongside_staff;

-- The act of somebody at the desk on a case they see, as they saw it: what changes, its words, its history and its audit, or
-- nothing. Only the columns listed here can change. Outcomes: 'changed'; 'conflict' (it is another version by now);
-- 'not-found' (there is none, or none they may know of).
CREATE FUNCTION change_case(p_id uuid, p_version integer, p_act jsonb) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  found_case "case";
  changed "case";
  acted_at timestamptz := (p_act->>'at')::timestamptz;
  told jsonb := coalesce(p_act->'detail', '{}');
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT c.* INTO found_case FROM "case" c WHERE c.id = p_id FOR UPDATE;
  IF NOT FOUND OR NOT desk_sees(p_id) THEN
    RETURN 'not-found';
  END IF;
  IF found_case.version <> p_version THEN
    RETURN 'conflict';
  END IF;

  changed := jsonb_populate_record(found_case, coalesce(p_act->'patch', '{}'));
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

-- Before anything is opened: the audit row of the look, and when somebody first looked. False, and nothing written, where the
-- actor may not open the case.
CREATE FUNCTION note_opening(p_case_id uuid, p_at timestamptz, p_detail jsonb) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  IF NOT desk_opens(p_case_id) THEN
    RETURN false;
  END IF;
  UPDATE "case" SET first_opened_at = p_at WHERE id = p_case_id AND first_opened_at IS NULL;
  INSERT INTO audit_event (at, actor_id, role, action, case_id, reference, detail, force)
  SELECT p_at, desk_actor_id(), desk_role(), 'opened', c.id, c.reference, p_detail, c.force
  FROM "case" c WHERE c.id = p_case_id;
  RETURN true;
END
$$;

-- The reporter's messages of a case the actor may open count as read from now on.
CREATE FUNCTION note_messages_read(p_case_id uuid, p_at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE message m SET read_at = p_at FROM "case" c
  WHERE c.id = p_case_id AND m.submission_id = c.submission_id AND m.author = 'reporter' AND m.read_at IS NULL
    AND desk_opens(p_case_id)
$$;

-- The audit of a refusal. The same row for a case that is not theirs and for one there is not; only the audit knows which.
CREATE FUNCTION note_refusal(p_reference text, p_at timestamptz, p_detail jsonb) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO audit_event (at, actor_id, role, action, case_id, reference, detail, force)
  SELECT p_at, desk_actor_id(), desk_role(), 'refused',
    (SELECT c.id FROM "case" c WHERE c.reference = p_reference AND c.force = desk_force()), p_reference, p_detail, desk_force()
  WHERE desk_role() IS NOT NULL
$$;

-- What whoever recorded a case for somebody may know of it, whoever it is for now: facts they wrote down themselves, and
-- whether the control room was told.
CREATE FUNCTION recorded_case(p_reference text)
RETURNS TABLE (
  version integer, status text, risk_rules text[], district text, assignee_id uuid, recorded_by_id uuid,
  received_at timestamptz, restricted boolean, excluded_districts text[], names_exclusion boolean, told_at timestamptz,
  told_by text
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.version, c.status, c.risk_rules, c.district, c.assignee_id, c.recorded_by_id, c.received_at, c.restricted,
    c.excluded_districts, c.names_exclusion, told.at, told.name
  FROM "case" c LEFT JOIN LATERAL (
    SELECT e.at, a.name FROM case_event e LEFT JOIN account a ON a.id = e.actor_id
    WHERE e.case_id = c.id AND e.type = 'control-room-told' ORDER BY e.at LIMIT 1
  ) told ON true
  WHERE c.reference = p_reference AND c.force = desk_force() AND c.recorded_by_id = desk_actor_id()
    AND desk_role() IS NOT NULL
$$;

-- How much each account holds and when it was last given something: numbers for routing, of cases the actor may not see.
CREATE FUNCTION officer_loads() RETURNS TABLE (account_id uuid, open_cases integer, last_assigned_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.id, coalesce(held.open, 0)::integer, given.last
  FROM account a
  LEFT JOIN (
    SELECT c.assignee_id, count(*) AS open FROM "case" c
    WHERE c.status <> 'closed' AND c.assignee_id IS NOT NULL AND c.force = desk_force() GROUP BY 1
  ) held ON held.assignee_id = a.id
  LEFT JOIN (
    SELECT e.detail ->> 'to' AS account, max(e.at) AS last FROM case_event e JOIN "case" c ON c.id = e.case_id
    WHERE e.type IN ('taken', 'assigned', 'transferred') AND c.force = desk_force() GROUP BY 1
  ) given ON given.account = a.id::text
  WHERE a.role = 'liaison-officer'
    AND desk_role() IN ('call-handler', 'triager', 'liaison-officer', 'supervisor', 'administrator')
$$;

-- Stores a submission. Outcomes: 'accepted'; 'repeat' (this token was used: the stored outcome, nothing changed);
-- 'draft-changed' and 'reference-taken' (nothing changed: look again and try again). For the two functions below.
CREATE FUNCTION store_submission(p jsonb, p_recorded_by uuid)
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

-- What somebody sends themselves: online, and recorded by nobody.
CREATE OR REPLACE FUNCTION accept_submission(p jsonb)
RETURNS TABLE (outcome text, submission_id uuid, reference text, promised_by timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF p->'submission'->>'channel' IS DISTINCT FROM 'online' OR p->'case'->>'recorded_by_id' IS NOT NULL THEN
    RAISE EXCEPTION 'what is sent online is recorded by nobody' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY SELECT * FROM store_submission(p, NULL);
END
$$;

-- What somebody at the desk writes down for another, in their own name.
CREATE FUNCTION record_submission(p jsonb)
RETURNS TABLE (outcome text, submission_id uuid, reference text, promised_by timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF p->'submission'->>'channel' IS NOT DISTINCT FROM 'online'
    OR (p->'case'->>'recorded_by_id')::uuid IS DISTINCT FROM desk_actor_id()
    OR p->'submission'->>'force' IS DISTINCT FROM desk_force()
    OR desk_role() IS NULL
    OR desk_role() NOT IN ('call-handler', 'triager', 'liaison-officer', 'supervisor')
  THEN
    RAISE EXCEPTION 'a recording is its recorder''s own' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY SELECT * FROM store_submission(p, desk_actor_id());
END
$$;

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
  UPDATE "case" SET last_message_at = written.at, last_message_from = 'reporter', version = version + 1
  WHERE id = about.id;
  INSERT INTO audit_event (at, action, case_id, reference, detail, force)
  VALUES (written.at, 'collected', about.id, about.reference, '{"what": "message"}', about.force);
  INSERT INTO case_event (id, case_id, at, type)
  VALUES ((p->>'event_id')::uuid, about.id, written.at, 'message-received');
  RETURN 'accepted';
END
$$;

-- Everything is the owner's, and row security holds for the owner too: what its functions may touch is said by a policy as well.
DO $$
DECLARE
  one record;
BEGIN
  FOR one IN SELECT tablename AS name FROM pg_tables WHERE schemaname = 'public' AND tablename <> '_prisma_migrations' LOOP
    EXECUTE format('ALTER TABLE %I OWNER TO alongside_owner', one.name);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', one.name);
    EXECUTE format('CREATE POLICY owner_all ON %I TO alongside_owner USING (true) WITH CHECK (true)', one.name);
  END LOOP;
  FOR one IN SELECT oid::regprocedure::text AS name FROM pg_proc WHERE pronamespace = 'public'::regnamespace LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', one.name);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one.name);
  END LOOP;
END
$$;

GRANT EXECUTE ON FUNCTION
  draft_read(bytea, timestamptz), draft_create(bytea, bytea, timestamptz, timestamptz),
  draft_replace(bytea, integer, bytea, timestamptz), draft_delete(bytea)
TO alongside_public, alongside_staff;
GRANT EXECUTE ON FUNCTION
  accept_submission(jsonb), accept_equality(jsonb), find_return_code(bytea), follow_up_status(uuid),
  follow_up_messages(uuid, timestamptz), accept_message(jsonb)
TO alongside_public;
GRANT EXECUTE ON FUNCTION
  desk_actor_id(), desk_force(), desk_today(), desk_role(), desk_districts(), desk_submission_of_box(uuid),
  change_case(uuid, integer, jsonb), note_opening(uuid, timestamptz, jsonb), note_messages_read(uuid, timestamptz),
  note_refusal(text, timestamptz, jsonb), recorded_case(text), officer_loads(), record_submission(jsonb)
TO alongside_staff;
