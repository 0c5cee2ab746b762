-- The life of keys: which there were and which are destroyed, so that nothing is sealed any more to one that is. And erasure: asked for
-- by one supervisor and done by another, with the data keys, the sealed words and everything that finds or answers the person.
-- docs/decisions/0019 says why erasure is complete only with the next rotation.

CREATE TABLE "key_epoch" (
    "id" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "retired_at" TIMESTAMPTZ(3),

    CONSTRAINT "key_epoch_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "key_epoch_purpose_check" CHECK (purpose IN ('intake', 'recovery'))
);

-- How many wraps of a key are left, and which boxes they are of.
CREATE INDEX "key_wrap_key_id_box_id_idx" ON "key_wrap"("key_id", "box_id");

ALTER TABLE "case" ADD COLUMN "legal_hold" TEXT;
ALTER TABLE "case" ADD COLUMN "erased_at" TIMESTAMPTZ(3);

CREATE TABLE "erasure_request" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "erased" BOOLEAN,

    CONSTRAINT "erasure_request_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "erasure_request_two_people" CHECK (NOT coalesce(erased, false) OR decided_by_id <> asked_by_id)
);

CREATE INDEX "erasure_request_case_id_idx" ON "erasure_request"("case_id");

ALTER TABLE "erasure_request" ADD CONSTRAINT "erasure_request_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "erasure_request" ADD CONSTRAINT "erasure_request_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "erasure_request" ADD CONSTRAINT "erasure_request_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

ALTER TABLE "key_epoch" OWNER TO alongside_owner;
ALTER TABLE "key_epoch" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON "key_epoch" TO alongside_owner USING (true) WITH CHECK (true);

ALTER TABLE "erasure_request" OWNER TO alongside_owner;
ALTER TABLE "erasure_request" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON "erasure_request" TO alongside_owner USING (true) WITH CHECK (true);
-- Row security holds for the case in the subquery too.
CREATE POLICY staff_sees ON "erasure_request" FOR SELECT TO alongside_staff
  USING ((SELECT desk_role()) = 'supervisor' AND EXISTS (SELECT FROM "case" c WHERE c.id = erasure_request.case_id));
GRANT SELECT ON "erasure_request" TO alongside_staff;

-- Whoever still seals to a key whose private half is gone is told at once, and with them whoever sends: nothing is taken that nobody
-- here could open.
CREATE FUNCTION refuse_retired_key() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM key_epoch k WHERE k.id = NEW.key_id AND k.retired_at IS NOT NULL) THEN
    RAISE EXCEPTION 'sealed to a key that is destroyed' USING ERRCODE = 'object_not_in_prerequisite_state';
  END IF;
  RETURN NEW;
END
$$;

CREATE TRIGGER key_wrap_of_living_key
BEFORE INSERT OR UPDATE ON key_wrap
FOR EACH ROW EXECUTE FUNCTION refuse_retired_key();

-- What is erased stays erased: no act of the desk changes it any more.
CREATE FUNCTION refuse_erased_case() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RAISE EXCEPTION 'the case is erased' USING ERRCODE = 'object_not_in_prerequisite_state';
END
$$;

CREATE TRIGGER case_erased
BEFORE UPDATE ON "case"
FOR EACH ROW WHEN (OLD.erased_at IS NOT NULL AND (NEW.version <> OLD.version OR NEW.erased_at IS DISTINCT FROM OLD.erased_at))
EXECUTE FUNCTION refuse_erased_case();

-- What is being indexed while it is erased does not come back: whoever is second finds the case erased and adds nothing.
CREATE FUNCTION skip_erased_case() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM "case" c WHERE c.id = NEW.case_id AND c.erased_at IS NULL FOR SHARE;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  RETURN NEW;
END
$$;

DO $$
BEGIN
  IF to_regclass('public.case_index') IS NOT NULL THEN
    CREATE TRIGGER case_index_of_living_case BEFORE INSERT ON case_index
    FOR EACH ROW EXECUTE FUNCTION skip_erased_case();
  END IF;
END
$$;

-- One line of history and one of the audit, for the three acts below.
CREATE FUNCTION note_case_act(p_case "case", p_at timestamptz, p_type text, p_detail jsonb) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO case_event (id, case_id, at, actor_id, type, detail)
  VALUES (gen_random_uuid(), p_case.id, p_at, desk_actor_id(), p_type, p_detail);
  INSERT INTO audit_event (at, actor_id, role, action, case_id, reference, detail, force)
  VALUES (p_at, desk_actor_id(), desk_role(), p_type, p_case.id, p_case.reference, p_detail, p_case.force)
$$;

-- Forbids erasing a case, for a reason; null lifts it. Outcomes: 'changed'; 'conflict' (another version by now); 'bad-transition' (it is
-- so already, or erased); 'not-found' (none, or none they may do this to).
CREATE FUNCTION hold_case(p_id uuid, p_version integer, p_at timestamptz, p_reason text) RETURNS text
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
  ELSIF found_case.erased_at IS NOT NULL OR (found_case.legal_hold IS NULL) = (p_reason IS NULL) THEN
    RETURN 'bad-transition';
  END IF;
  UPDATE "case" SET legal_hold = p_reason, version = version + 1 WHERE id = p_id;
  PERFORM note_case_act(found_case, p_at, CASE WHEN p_reason IS NULL THEN 'hold-lifted' ELSE 'hold-placed' END,
    jsonb_build_object('reason', coalesce(p_reason, found_case.legal_hold)));
  RETURN 'changed';
END
$$;

-- Every box that hangs on a case. A table that comes to hold another kind of box of a case has its line here, so that erasing finds it.
CREATE FUNCTION boxes_of_case(p_id uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.box_id FROM "case" c JOIN submission s ON s.id = c.submission_id WHERE c.id = p_id
  UNION SELECT s.equality_box_id FROM "case" c JOIN submission s ON s.id = c.submission_id
    WHERE c.id = p_id AND s.equality_box_id IS NOT NULL
  UNION SELECT m.box_id FROM "case" c JOIN message m ON m.submission_id = c.submission_id WHERE c.id = p_id
  UNION SELECT e.box_id FROM case_event e WHERE e.case_id = p_id AND e.box_id IS NOT NULL
$$;

-- Destroys what was said and what finds it: data keys, sealed words, messages, the return code, blind indexes, why routing chose whom, and
-- the facts the law protects most. The reference, the times, the disposition and the history's codes stay, and whom the reporter wanted
-- left out, so that they see no more of it than before.
CREATE FUNCTION destroy_case(p_case "case", p_at timestamptz) RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  doomed uuid[] := ARRAY(SELECT boxes_of_case(p_case.id));
  found_by regclass := to_regclass('public.case_index');
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
  -- The submission's own box stays as an empty name, because the submission does.
  DELETE FROM sealed_box b WHERE b.id = ANY (doomed) AND NOT EXISTS (SELECT FROM submission s WHERE s.box_id = b.id);
  IF found_by IS NOT NULL THEN
    EXECUTE format('DELETE FROM %s WHERE case_id = $1', found_by) USING p_case.id;
  END IF;
  UPDATE "case" SET erased_at = p_at, strands = '{}', risk_rules = '{}', languages = '{}', wants_officer = false,
    last_message_at = NULL, last_message_from = NULL, version = version + 1
  WHERE id = p_case.id;
  RETURN cardinality(doomed);
END
$$;

-- Why a case may not be erased as it stands; null where it may.
CREATE FUNCTION erasure_bar(p_case "case") RETURNS text
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE
    WHEN p_case.erased_at IS NOT NULL OR p_case.status <> 'closed' THEN 'bad-transition'
    WHEN p_case.legal_hold IS NOT NULL THEN 'on-hold'
  END
$$;

-- A supervisor asks for a closed case to be erased. Outcomes: 'changed'; 'conflict'; 'not-found'; 'on-hold'; 'bad-transition' (it is not
-- closed, erased, or asked for already).
CREATE FUNCTION request_erasure(p_id uuid, p_version integer, p_at timestamptz, p_reason text) RETURNS text
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
  ELSIF erasure_bar(found_case) IS NOT NULL THEN
    RETURN erasure_bar(found_case);
  ELSIF EXISTS (SELECT FROM erasure_request r WHERE r.case_id = p_id AND r.decided_at IS NULL) THEN
    RETURN 'bad-transition';
  END IF;
  INSERT INTO erasure_request (id, case_id, reason, asked_at, asked_by_id)
  VALUES (gen_random_uuid(), p_id, p_reason, p_at, desk_actor_id());
  UPDATE "case" SET version = version + 1 WHERE id = p_id;
  PERFORM note_case_act(found_case, p_at, 'erasure-requested', jsonb_build_object('reason', p_reason));
  RETURN 'changed';
END
$$;

-- Another supervisor erases, or anybody of them turns it down. Outcomes as above, and 'own-request'.
CREATE FUNCTION decide_erasure(p_id uuid, p_version integer, p_at timestamptz, p_erase boolean) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  found_case "case";
  asked erasure_request;
  destroyed integer;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT c.* INTO found_case FROM "case" c WHERE c.id = p_id FOR UPDATE;
  IF NOT FOUND OR desk_role() IS DISTINCT FROM 'supervisor' OR NOT desk_sees(p_id) THEN
    RETURN 'not-found';
  ELSIF found_case.version <> p_version THEN
    RETURN 'conflict';
  END IF;
  SELECT r.* INTO asked FROM erasure_request r WHERE r.case_id = p_id AND r.decided_at IS NULL;
  IF NOT FOUND THEN
    RETURN 'bad-transition';
  END IF;
  IF p_erase AND asked.asked_by_id = desk_actor_id() THEN
    RETURN 'own-request';
  ELSIF p_erase AND erasure_bar(found_case) IS NOT NULL THEN
    RETURN erasure_bar(found_case);
  END IF;
  UPDATE erasure_request SET decided_at = p_at, decided_by_id = desk_actor_id(), erased = p_erase WHERE id = asked.id;
  IF p_erase THEN
    destroyed := destroy_case(found_case, p_at);
    PERFORM note_case_act(found_case, p_at, 'erased',
      jsonb_build_object('reason', asked.reason, 'askedBy', asked.asked_by_id, 'boxes', destroyed));
  ELSE
    UPDATE "case" SET version = version + 1 WHERE id = p_id;
    PERFORM note_case_act(found_case, p_at, 'erasure-declined', jsonb_build_object('reason', asked.reason));
  END IF;
  RETURN 'changed';
END
$$;

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY[
    'refuse_retired_key()', 'refuse_erased_case()', 'skip_erased_case()', 'note_case_act("case", timestamptz, text, jsonb)',
    'hold_case(uuid, integer, timestamptz, text)', 'boxes_of_case(uuid)', 'destroy_case("case", timestamptz)',
    'erasure_bar("case")', 'request_erasure(uuid, integer, timestamptz, text)',
    'decide_erasure(uuid, integer, timestamptz, boolean)'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', one);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION
  hold_case(uuid, integer, timestamptz, text), request_erasure(uuid, integer, timestamptz, text),
  decide_erasure(uuid, integer, timestamptz, boolean)
TO alongside_staff;
