-- A support service is told of somebody only with their consent for that service. docs/decisions/0047 says why so.

-- That somebody agreed that one service is told of them, how and when they did, and what came of it. Words are in the history of the case.
CREATE TABLE "support_referral" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "service" TEXT NOT NULL,
    "account" BOOLEAN NOT NULL,
    "way" TEXT NOT NULL,
    "given_by" TEXT NOT NULL,
    "agreed_on" DATE NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" UUID,
    "told_at" TIMESTAMPTZ(3),
    "told_way" TEXT,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "support_referral_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "support_referral_check" CHECK (
      way IN ('telephone', 'in-person', 'writing', 'message', 'code') AND given_by IN ('person', 'for-them')
      AND (way = 'code') = (made_by_id IS NULL) AND num_nonnulls(told_at, told_way) IN (0, 2)
      AND (told_way IS NULL OR told_way IN ('telephone', 'letter'))
    )
);
CREATE INDEX "support_referral_case_id_made_at_idx" ON "support_referral"("case_id", "made_at");
ALTER TABLE "support_referral" ADD CONSTRAINT "support_referral_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id")
  ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "support_referral" ADD CONSTRAINT "support_referral_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "account"("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "support_referral" OWNER TO alongside_owner;
ALTER TABLE "support_referral" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON "support_referral" TO alongside_owner USING (true) WITH CHECK (true);
-- Row security holds for the case in the subquery too.
CREATE POLICY staff_sees ON "support_referral" FOR SELECT TO alongside_staff
  USING (EXISTS (SELECT FROM "case" c WHERE c.id = support_referral.case_id));
GRANT SELECT ON "support_referral" TO alongside_staff;

-- The case, held, where whoever asks may give it out; no row where they may not.
CREATE FUNCTION hold_case_to_give(p_id uuid) RETURNS SETOF "case"
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  PERFORM FROM "case" c WHERE c.id = p_id FOR UPDATE;
  RETURN QUERY SELECT c.* FROM "case" c WHERE c.id = p_id AND c.erased_at IS NULL AND desk_opens_anyway(p_id)
    AND (desk_role() = 'supervisor' OR c.assignee_id = desk_actor_id());
END
$$;

-- Writes an act on what somebody agreed to, with its words in a sealed box, to the history of the case and to the audit.
CREATE FUNCTION note_support(p_case "case", p_at timestamptz, p_type text, p_detail jsonb, p_box jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM insert_sealed_box(p_box);
  INSERT INTO case_event (id, case_id, at, actor_id, type, detail, box_id)
  VALUES (gen_random_uuid(), p_case.id, p_at, desk_actor_id(), p_type, p_detail, (p_box ->> 'id')::uuid);
  INSERT INTO audit_event (at, actor_id, role, action, case_id, reference, detail, force)
  VALUES (p_at, desk_actor_id(), desk_role(), p_type, p_case.id, p_case.reference, p_detail, p_case.force);
END
$$;

-- Keeps that somebody agreed, once for a service as long as it holds. Outcomes: 'done'; 'repeat' (they have already); 'forbidden'.
CREATE FUNCTION agree_support(p_id uuid, p_at timestamptz, p jsonb, p_detail jsonb, p_box jsonb) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
BEGIN
  SELECT * INTO about FROM hold_case_to_give(p_id);
  IF NOT FOUND THEN
    RETURN 'forbidden';
  ELSIF EXISTS (SELECT FROM support_referral s WHERE s.case_id = p_id AND s.service = p->>'service' AND s.ended_at IS NULL) THEN
    RETURN 'repeat';
  END IF;
  INSERT INTO support_referral (id, case_id, service, account, way, given_by, agreed_on, made_at, made_by_id)
  VALUES (gen_random_uuid(), p_id, p->>'service', (p->>'account')::boolean, p->>'way', p->>'given_by', (p->>'agreed_on')::date, p_at,
    desk_actor_id());
  PERFORM note_support(about, p_at, 'support-agreed', p_detail || jsonb_build_object('recipient', p->>'service'), p_box);
  RETURN 'done';
END
$$;

-- Writes that a service is told, with the row of every way out, before anything is opened. Outcomes: 'done'; 'gone' (nobody agreed, or took it
-- back); 'forbidden'.
CREATE FUNCTION tell_support(p_id uuid, p_referral uuid, p_at timestamptz, p_way text, p_box jsonb) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
  agreed support_referral;
BEGIN
  SELECT * INTO about FROM hold_case_to_give(p_id);
  IF NOT FOUND THEN
    RETURN 'forbidden';
  END IF;
  UPDATE support_referral s SET told_at = p_at, told_way = p_way
  WHERE s.id = p_referral AND s.case_id = p_id AND s.ended_at IS NULL RETURNING * INTO agreed;
  IF NOT FOUND THEN
    RETURN 'gone';
  ELSIF NOT note_hand_out(p_id, p_at, jsonb_build_object('recipient', agreed.service, 'way', p_way,
    'parts', CASE WHEN agreed.account THEN 'contact account' ELSE 'contact' END), p_box) THEN
    RAISE EXCEPTION 'a way out has no row';
  END IF;
  UPDATE escalation SET settled_at = p_at WHERE case_id = p_id AND rule = 'support-asked' AND settled_at IS NULL AND NOT EXISTS (
    SELECT FROM support_referral s WHERE s.case_id = p_id AND s.way = 'code' AND s.told_at IS NULL AND s.ended_at IS NULL);
  RETURN 'done';
END
$$;

-- Somebody said at the desk that a service is to be told no more. Outcomes as above.
CREATE FUNCTION end_support(p_id uuid, p_referral uuid, p_at timestamptz, p_box jsonb) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
  agreed support_referral;
BEGIN
  SELECT * INTO about FROM hold_case_to_give(p_id);
  IF NOT FOUND THEN
    RETURN 'forbidden';
  END IF;
  UPDATE support_referral s SET ended_at = p_at
  WHERE s.id = p_referral AND s.case_id = p_id AND s.ended_at IS NULL RETURNING * INTO agreed;
  IF NOT FOUND THEN
    RETURN 'gone';
  END IF;
  PERFORM note_support(about, p_at, 'support-withdrawn', jsonb_build_object('recipient', agreed.service), p_box);
  RETURN 'done';
END
$$;

-- What whoever has the code agreed to, each service by its last word.
CREATE FUNCTION follow_up_support(p_submission_id uuid, p_key bytea)
RETURNS TABLE (service text, account boolean, agreed_on date, told_at timestamptz, ended_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT DISTINCT ON (s.service) s.service, s.account, s.agreed_on, s.told_at, s.ended_at
  FROM support_referral s JOIN "case" c ON c.id = s.case_id
  WHERE c.submission_id = p_submission_id AND code_still_opens(p_submission_id, p_key) ORDER BY s.service, s.made_at DESC
$$;

-- Whoever has the code agrees that a service is told, and asks for it; supervisors hear of it. Outcomes: 'accepted'; 'gone'.
CREATE FUNCTION ask_support(p_submission_id uuid, p_key bytea, p_service text, p_account boolean, p_day date, p_at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT * INTO about FROM hold_case_of_code(p_submission_id, p_key);
  IF NOT FOUND THEN
    RETURN 'gone';
  ELSIF EXISTS (SELECT FROM support_referral s WHERE s.case_id = about.id AND s.service = p_service AND s.ended_at IS NULL) THEN
    RETURN 'accepted';
  END IF;
  INSERT INTO support_referral (id, case_id, service, account, way, given_by, agreed_on, made_at)
  VALUES (gen_random_uuid(), about.id, p_service, p_account, 'code', 'person', p_day, p_at);
  PERFORM note_case_act(about, p_at, 'support-asked', jsonb_build_object('recipient', p_service));
  PERFORM escalate_now(about, 'support-asked', p_at);
  RETURN 'accepted';
END
$$;

-- Whoever has the code takes it back. Supervisors hear of it where the service knows already, because it is to be told. Outcomes as above.
CREATE FUNCTION withdraw_support(p_submission_id uuid, p_key bytea, p_service text, p_at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
  agreed support_referral;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT * INTO about FROM hold_case_of_code(p_submission_id, p_key);
  IF NOT FOUND THEN
    RETURN 'gone';
  END IF;
  UPDATE support_referral s SET ended_at = p_at
  WHERE s.case_id = about.id AND s.service = p_service AND s.ended_at IS NULL RETURNING * INTO agreed;
  IF NOT FOUND THEN
    RETURN 'accepted';
  END IF;
  PERFORM note_case_act(about, p_at, 'support-withdrawn', jsonb_build_object('recipient', p_service));
  IF agreed.told_at IS NOT NULL THEN
    PERFORM escalate_now(about, 'support-withdrawn', p_at);
  END IF;
  UPDATE escalation SET settled_at = p_at WHERE case_id = about.id AND rule = 'support-asked' AND settled_at IS NULL AND NOT EXISTS (
    SELECT FROM support_referral s WHERE s.case_id = about.id AND s.way = 'code' AND s.told_at IS NULL AND s.ended_at IS NULL);
  RETURN 'accepted';
END
$$;

DO $$
DECLARE
  one text;
  body text;
  before CONSTANT text := 'DELETE FROM agreement WHERE submission_id = p_case.submission_id;';
BEGIN
  FOREACH one IN ARRAY ARRAY[
    'hold_case_to_give(uuid)', 'note_support("case", timestamptz, text, jsonb, jsonb)',
    'agree_support(uuid, timestamptz, jsonb, jsonb, jsonb)', 'tell_support(uuid, uuid, timestamptz, text, jsonb)',
    'end_support(uuid, uuid, timestamptz, jsonb)', 'follow_up_support(uuid, bytea)',
    'ask_support(uuid, bytea, text, boolean, date, timestamptz)', 'withdraw_support(uuid, bytea, text, timestamptz)'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', one);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
  END LOOP;
  -- Erasing a case takes with it to whom its person agreed.
  body := pg_get_functiondef('destroy_case("case", timestamptz)'::regprocedure);
  IF position(before IN body) = 0 THEN
    RAISE EXCEPTION 'destroy_case is not as it was';
  END IF;
  EXECUTE replace(body, before, before || E'\n  DELETE FROM support_referral WHERE case_id = p_case.id;');
END
$$;
GRANT EXECUTE ON FUNCTION agree_support(uuid, timestamptz, jsonb, jsonb, jsonb), tell_support(uuid, uuid, timestamptz, text, jsonb),
  end_support(uuid, uuid, timestamptz, jsonb)
TO alongside_staff;
GRANT EXECUTE ON FUNCTION follow_up_support(uuid, bytea), ask_support(uuid, bytea, text, boolean, date, timestamptz),
  withdraw_support(uuid, bytea, text, timestamptz)
TO alongside_public;
