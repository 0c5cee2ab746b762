-- A case goes to another force's Alongside, and comes from one. docs/decisions/0045 says why so.

-- Forces that cases can go to and come from: where their desk is, and the public halves of the keys they seal and sign with.
CREATE TABLE "partner_force" (
    "force" TEXT NOT NULL,
    "partner" TEXT NOT NULL,
    "address" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "sealing_key" TEXT NOT NULL,
    "signing_key" TEXT NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" UUID NOT NULL,

    CONSTRAINT "partner_force_pkey" PRIMARY KEY ("force", "partner"),
    CONSTRAINT "partner_force_check" CHECK (force <> partner)
);
ALTER TABLE "partner_force" ADD CONSTRAINT "partner_force_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "account"("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;

-- A case that was given to another force, and what they said. The id goes with it: however often it is sent, it is one case there.
CREATE TABLE "case_passing" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "partner" TEXT NOT NULL,
    "way" TEXT NOT NULL,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "refusal" TEXT,
    "their_reference" TEXT,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" UUID NOT NULL,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_passing_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "case_passing_check" CHECK (
      way IN ('sent', 'file') AND state IN ('waiting', 'acknowledged', 'refused', 'failed') AND (state = 'waiting') = (answered_at IS NULL)
      AND (state = 'acknowledged') = (their_reference IS NOT NULL) AND (refusal IS NULL OR state IN ('refused', 'failed'))
    )
);
CREATE UNIQUE INDEX "case_passing_case_id_partner_key" ON "case_passing"("case_id", "partner");
ALTER TABLE "case_passing" ADD CONSTRAINT "case_passing_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id")
  ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "case_passing" ADD CONSTRAINT "case_passing_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "account"("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['partner_force', 'case_passing'] LOOP
    EXECUTE format('ALTER TABLE %I OWNER TO alongside_owner', one);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', one);
    EXECUTE format('CREATE POLICY owner_all ON %I TO alongside_owner USING (true) WITH CHECK (true)', one);
  END LOOP;
END
$$;
CREATE POLICY staff_sees ON "partner_force" FOR SELECT TO alongside_staff USING (force = (SELECT desk_force()));
-- Row security holds for the case in the subquery too.
CREATE POLICY staff_sees ON "case_passing" FOR SELECT TO alongside_staff
  USING (EXISTS (SELECT FROM "case" c WHERE c.id = case_passing.case_id));
GRANT SELECT ON "partner_force", "case_passing" TO alongside_staff;

-- An administrator says where another force's desk is and which keys are theirs, in place of what was known. False for everybody else.
CREATE FUNCTION set_partner(p jsonb, p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  given partner_force := jsonb_populate_record(NULL::partner_force, p);
BEGIN
  IF desk_role() IS DISTINCT FROM 'administrator' THEN
    RETURN false;
  END IF;
  INSERT INTO partner_force (force, partner, address, key_id, sealing_key, signing_key, made_at, made_by_id)
  VALUES (desk_force(), given.partner, given.address, given.key_id, given.sealing_key, given.signing_key, p_at, desk_actor_id())
  ON CONFLICT (force, partner) DO UPDATE SET address = excluded.address, key_id = excluded.key_id, sealing_key = excluded.sealing_key,
    signing_key = excluded.signing_key, active = true, made_at = excluded.made_at, made_by_id = excluded.made_by_id;
  INSERT INTO audit_event (at, actor_id, role, action, detail, force)
  VALUES (p_at, desk_actor_id(), desk_role(), 'partner-set', jsonb_build_object('recipient', given.partner, 'key', given.key_id), desk_force());
  RETURN true;
END
$$;

-- From now on nothing goes to a force, and nothing of theirs is taken. False for everybody but an administrator, and where there is none.
CREATE FUNCTION end_partner(p_partner text, p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF desk_role() IS DISTINCT FROM 'administrator' THEN
    RETURN false;
  END IF;
  UPDATE partner_force SET active = false, made_at = p_at, made_by_id = desk_actor_id()
  WHERE force = desk_force() AND partner = p_partner AND active;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  INSERT INTO audit_event (at, actor_id, role, action, detail, force)
  VALUES (p_at, desk_actor_id(), desk_role(), 'partner-ended', jsonb_build_object('recipient', p_partner), desk_force());
  RETURN true;
END
$$;

-- Writes that a case goes to another force, with the row of every way out, before anything is opened; gives the id it goes under, which is the one it
-- went under before where they have not taken it. Null where it is not theirs to give, no such force is known, or that force has it.
CREATE FUNCTION begin_passing(p_id uuid, p_at timestamptz, p_partner text, p_way text, p_detail jsonb, p_box jsonb) RETURNS uuid
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  passing uuid;
BEGIN
  PERFORM FROM "case" c WHERE c.id = p_id FOR UPDATE;
  IF NOT EXISTS (SELECT FROM partner_force f WHERE f.force = desk_force() AND f.partner = p_partner AND f.active)
    OR EXISTS (SELECT FROM case_passing h WHERE h.case_id = p_id AND h.partner = p_partner AND h.state = 'acknowledged')
    OR NOT note_hand_out(p_id, p_at, p_detail || jsonb_build_object('recipient', p_partner, 'way', p_way), p_box) THEN
    RETURN NULL;
  END IF;
  INSERT INTO case_passing (id, case_id, partner, way, made_at, made_by_id)
  VALUES (gen_random_uuid(), p_id, p_partner, p_way, p_at, desk_actor_id())
  ON CONFLICT (case_id, partner) DO UPDATE SET way = excluded.way, state = 'waiting', refusal = NULL, answered_at = NULL,
    made_at = excluded.made_at, made_by_id = excluded.made_by_id
  RETURNING id INTO passing;
  RETURN passing;
END
$$;

-- What the other force said, or that nothing came through. Supervisors are told of what was not taken. False where it is not theirs to say, or it is
-- acknowledged already.
CREATE FUNCTION settle_passing(p_passing uuid, p_at timestamptz, p_state text, p_refusal text, p_reference text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
  given case_passing;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT c.* INTO about FROM "case" c JOIN case_passing h ON h.case_id = c.id WHERE h.id = p_passing FOR UPDATE OF c;
  IF NOT FOUND OR NOT desk_opens_anyway(about.id)
    OR (desk_role() IS DISTINCT FROM 'supervisor' AND about.assignee_id IS DISTINCT FROM desk_actor_id()) THEN
    RETURN false;
  END IF;
  UPDATE case_passing SET state = p_state, refusal = p_refusal, their_reference = p_reference, answered_at = p_at
  WHERE id = p_passing AND state <> 'acknowledged' RETURNING * INTO given;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  PERFORM note_case_act(about, p_at, 'passing-' || p_state, jsonb_strip_nulls(jsonb_build_object('recipient', given.partner, 'refusal', p_refusal)));
  IF p_state = 'acknowledged' THEN
    UPDATE escalation SET settled_at = p_at WHERE case_id = about.id AND rule = 'passing-failed' AND settled_at IS NULL;
  ELSIF NOT case_is_over(about) AND escalate_now(about, 'passing-failed', p_at) THEN
    PERFORM note_case_act(about, p_at, 'escalated', '{"rule": "passing-failed"}');
  END IF;
  RETURN true;
END
$$;

-- Stores a case of another force as a new one here, once: by whoever uploads a file, or by nobody where a machine brings it. Outcomes: 'accepted';
-- 'repeat' (it is here, with this reference); 'reference-taken' (try again); 'unknown' (no such force, or not theirs to bring).
CREATE FUNCTION receive_case(p jsonb) RETURNS TABLE (outcome text, reference text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  stored record;
  about "case";
BEGIN
  IF p->'submission'->>'channel' IS DISTINCT FROM 'other-force' OR p->'submission'->>'force' IS DISTINCT FROM desk_force()
    OR NOT EXISTS (SELECT FROM partner_force f WHERE f.force = desk_force() AND f.partner = p->>'from' AND f.active)
    OR (desk_actor_id() IS NOT NULL AND desk_role() IS DISTINCT FROM 'supervisor') THEN
    RETURN QUERY SELECT 'unknown', NULL::text;
    RETURN;
  END IF;
  -- What was brought is kept apart by its hash; one that comes twice at once waits for the other here.
  PERFORM pg_advisory_xact_lock(hashtextextended(p->'submission'->>'token_hash', 0));
  SELECT * INTO stored FROM store_submission(p - 'draft', desk_actor_id());
  IF stored.outcome = 'accepted' THEN
    SELECT c.* INTO about FROM "case" c WHERE c.submission_id = stored.submission_id;
    PERFORM note_case_act(about, about.received_at, 'passed-in', jsonb_build_object('from', p->>'from'));
  END IF;
  RETURN QUERY SELECT stored.outcome, stored.reference;
END
$$;

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY[
    'set_partner(jsonb, timestamptz)', 'end_partner(text, timestamptz)', 'begin_passing(uuid, timestamptz, text, text, jsonb, jsonb)',
    'settle_passing(uuid, timestamptz, text, text, text)', 'receive_case(jsonb)'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', one);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO alongside_staff', one);
  END LOOP;
END
$$;
-- A request of another force's desk is taken once, as a referral is.
GRANT EXECUTE ON FUNCTION keep_nonce(text, text, timestamptz, timestamptz) TO alongside_staff;
