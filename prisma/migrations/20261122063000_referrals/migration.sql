-- Referrals: other bodies send what somebody told them, by machine or as a file. docs/decisions/0042 says why so.

-- Who may send: kept by administrators.
CREATE TABLE "referral_sender" (
    "id" UUID NOT NULL,
    "force" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" UUID NOT NULL,
    "stopped_at" TIMESTAMPTZ(3),

    CONSTRAINT "referral_sender_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "referral_sender_force_name_key" ON "referral_sender"("force", "name");
ALTER TABLE "referral_sender" ADD CONSTRAINT "referral_sender_words_check" CHECK (
  channel IN ('true-vision', 'other-force') AND char_length(name) BETWEEN 1 AND 100
);

-- The public halves of the keys they sign with.
CREATE TABLE "referral_key" (
    "id" UUID NOT NULL,
    "sender_id" UUID NOT NULL,
    "public_key" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" UUID NOT NULL,
    "stopped_at" TIMESTAMPTZ(3),

    CONSTRAINT "referral_key_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "referral_key_public_key_key" ON "referral_key"("public_key");
CREATE INDEX "referral_key_sender_id_idx" ON "referral_key"("sender_id");

-- Signed requests that came, so that none is taken twice.
CREATE TABLE "signed_nonce" (
    "key_id" TEXT NOT NULL,
    "nonce" TEXT NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "signed_nonce_pkey" PRIMARY KEY ("key_id", "nonce")
);
CREATE INDEX "signed_nonce_until_idx" ON "signed_nonce"("until");

-- What came as a referral: from whom, and a keyed hash of all it said, so that the same one again is known as the same.
CREATE TABLE "referral" (
    "submission_id" UUID NOT NULL,
    "sender_id" UUID NOT NULL,
    "content_hash" BYTEA NOT NULL,

    CONSTRAINT "referral_pkey" PRIMARY KEY ("submission_id")
);
CREATE INDEX "referral_sender_id_idx" ON "referral"("sender_id");

ALTER TABLE "referral_sender" ADD CONSTRAINT "referral_sender_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "referral_key" ADD CONSTRAINT "referral_key_sender_id_fkey" FOREIGN KEY ("sender_id") REFERENCES "referral_sender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "referral_key" ADD CONSTRAINT "referral_key_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "referral" ADD CONSTRAINT "referral_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "referral" ADD CONSTRAINT "referral_sender_id_fkey" FOREIGN KEY ("sender_id") REFERENCES "referral_sender"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['referral_sender', 'referral_key', 'signed_nonce', 'referral'] LOOP
    EXECUTE format('ALTER TABLE %I OWNER TO alongside_owner', one);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', one);
    EXECUTE format('CREATE POLICY owner_all ON %I TO alongside_owner USING (true) WITH CHECK (true)', one);
  END LOOP;
END
$$;

-- Everybody at the desk sees who sends; administrators alone change it.
CREATE POLICY staff_sees ON "referral_sender" FOR SELECT TO alongside_staff
  USING (force = (SELECT desk_force()) AND (SELECT desk_role()) IS NOT NULL);
CREATE POLICY administrator_adds ON "referral_sender" FOR INSERT TO alongside_staff WITH CHECK (
  force = (SELECT desk_force()) AND (SELECT desk_role()) = 'administrator' AND made_by_id = (SELECT desk_actor_id())
);
CREATE POLICY administrator_changes ON "referral_sender" FOR UPDATE TO alongside_staff
  USING (force = (SELECT desk_force()) AND (SELECT desk_role()) = 'administrator');
CREATE POLICY staff_sees ON "referral_key" FOR SELECT TO alongside_staff
  USING (EXISTS (SELECT FROM referral_sender s WHERE s.id = referral_key.sender_id));
CREATE POLICY administrator_adds ON "referral_key" FOR INSERT TO alongside_staff WITH CHECK (
  (SELECT desk_role()) = 'administrator' AND made_by_id = (SELECT desk_actor_id())
  AND EXISTS (SELECT FROM referral_sender s WHERE s.id = referral_key.sender_id)
);
CREATE POLICY administrator_changes ON "referral_key" FOR UPDATE TO alongside_staff USING (
  (SELECT desk_role()) = 'administrator' AND EXISTS (SELECT FROM referral_sender s WHERE s.id = referral_key.sender_id)
);
GRANT SELECT, INSERT ON "referral_sender", "referral_key" TO alongside_staff;
GRANT UPDATE (stopped_at) ON "referral_sender", "referral_key" TO alongside_staff;

-- Which key this is, where neither it nor its sender was stopped.
CREATE FUNCTION referral_key_of(p_id uuid, p_force text) RETURNS TABLE (public_key text, sender_id uuid, name text, channel text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT k.public_key, s.id, s.name, s.channel FROM referral_key k JOIN referral_sender s ON s.id = k.sender_id
  WHERE k.id = p_id AND s.force = p_force AND k.stopped_at IS NULL AND s.stopped_at IS NULL
$$;

-- Keeps a nonce until its request would be too old anyway, and says whether it was not kept before.
CREATE FUNCTION keep_nonce(p_key_id text, p_nonce text, p_until timestamptz, p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM signed_nonce WHERE until < p_at;
  INSERT INTO signed_nonce (key_id, nonce, until) VALUES (p_key_id, p_nonce, p_until) ON CONFLICT DO NOTHING;
  RETURN FOUND;
END
$$;

-- A referral has no draft: nobody typed it here.
DO $do$
DECLARE
  one CONSTANT regprocedure := 'store_submission(jsonb, uuid)';
  locked CONSTANT text := 'unchanged := lock_draft(p->''draft'');';
BEGIN
  IF position(locked IN pg_get_functiondef(one)) = 0 THEN
    RAISE EXCEPTION '% does not lock a draft', one;
  END IF;
  EXECUTE replace(pg_get_functiondef(one), locked, 'unchanged := NOT p ? ''draft'' OR lock_draft(p->''draft'');');
END
$do$;

-- Stores a referral: its token is made of the sender and the sender's own reference. Outcomes: as store_submission, and 'changed' where
-- another content came with this reference before. For the two functions below.
CREATE FUNCTION store_referral(p jsonb, p_recorded_by uuid)
RETURNS TABLE (outcome text, reference text)
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  sender referral_sender;
  given CONSTANT bytea := (p->'referral'->>'content_hash')::bytea;
  token CONSTANT bytea := (p->'submission'->>'token_hash')::bytea;
  stored record;
BEGIN
  SELECT s.* INTO sender FROM referral_sender s
  WHERE s.id = (p->'referral'->>'sender_id')::uuid AND s.force = p->'submission'->>'force' AND s.stopped_at IS NULL;
  IF NOT FOUND OR sender.channel IS DISTINCT FROM p->'submission'->>'channel' OR p ? 'draft' THEN
    RAISE EXCEPTION 'a referral has a sender' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- Two of the same at once: the second finds the first.
  PERFORM pg_advisory_xact_lock(hashtextextended(encode(token, 'hex'), 63));
  IF EXISTS (
    SELECT FROM submission s JOIN referral r ON r.submission_id = s.id WHERE s.token_hash = token AND r.content_hash <> given
  ) THEN
    RETURN QUERY SELECT 'changed', NULL::text;
    RETURN;
  END IF;
  SELECT * INTO stored FROM store_submission(p, p_recorded_by);
  IF stored.outcome = 'accepted' THEN
    INSERT INTO referral (submission_id, sender_id, content_hash) VALUES (stored.submission_id, sender.id, given);
    INSERT INTO audit_event (at, actor_id, role, action, case_id, reference, detail, force)
    VALUES ((p->'submission'->>'received_at')::timestamptz, p_recorded_by, (SELECT a.role FROM account a WHERE a.id = p_recorded_by),
      'referral-received', (p->'case'->>'id')::uuid, stored.reference,
      jsonb_build_object('sender', sender.id, 'by', CASE WHEN p_recorded_by IS NULL THEN 'machine' ELSE 'file' END),
      sender.force);
  END IF;
  RETURN QUERY SELECT stored.outcome::text, stored.reference::text;
END
$$;

-- What a machine sent, rightly signed.
CREATE FUNCTION accept_referral(p jsonb) RETURNS TABLE (outcome text, reference text)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT * FROM store_referral(p, NULL)
$$;

-- What somebody at the desk recorded from a file, in their own name.
CREATE FUNCTION record_referral(p jsonb) RETURNS TABLE (outcome text, reference text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF desk_role() IS NULL OR desk_role() NOT IN ('triager', 'supervisor') OR p->'submission'->>'force' IS DISTINCT FROM desk_force() THEN
    RAISE EXCEPTION 'referrals are recorded by triagers and supervisors' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN QUERY SELECT * FROM store_referral(p, desk_actor_id());
END
$$;

-- With the case goes what would tell that something was the same.
DO $do$
DECLARE
  one CONSTANT regprocedure := 'destroy_case("case", timestamptz)';
  before CONSTANT text := 'DELETE FROM routing_decision WHERE case_id = p_case.id;';
BEGIN
  IF position(before IN pg_get_functiondef(one)) = 0 THEN
    RAISE EXCEPTION '% does not destroy routing', one;
  END IF;
  EXECUTE replace(pg_get_functiondef(one), before, 'DELETE FROM referral WHERE submission_id = p_case.submission_id;' || E'\n  ' || before);
END
$do$;

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['referral_key_of(uuid, text)', 'keep_nonce(text, text, timestamptz, timestamptz)', 'store_referral(jsonb, uuid)',
    'accept_referral(jsonb)', 'record_referral(jsonb)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', one);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION referral_key_of(uuid, text), keep_nonce(text, text, timestamptz, timestamptz), accept_referral(jsonb) TO alongside_public;
GRANT EXECUTE ON FUNCTION record_referral(jsonb) TO alongside_staff;
