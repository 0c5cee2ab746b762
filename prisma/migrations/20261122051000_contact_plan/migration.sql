-- How somebody may be reached holds for every act: by the plan that holds now, and by no other. docs/decisions/0031 says why so.

-- The box of a plan hangs on its submission: whoever may open the case opens it, and nobody else.
CREATE OR REPLACE FUNCTION desk_submission_of_box(p_box_id uuid) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(
    (SELECT s.id FROM submission s WHERE s.box_id = p_box_id),
    (SELECT m.submission_id FROM message m WHERE m.box_id = p_box_id),
    (SELECT p.submission_id FROM contact_plan p WHERE p.box_id = p_box_id),
    (SELECT c.submission_id FROM case_event e JOIN "case" c ON c.id = e.case_id WHERE e.box_id = p_box_id LIMIT 1)
  )
$$;

-- An act that reaches out says by which plan: where it is not the one that holds, the outcome is 'plan-changed'.
CREATE OR REPLACE FUNCTION change_case(p_id uuid, p_version integer, p_act jsonb) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  found_case "case";
  changed "case";
  acted_at timestamptz := (p_act->>'at')::timestamptz;
  told jsonb := coalesce(p_act->'detail', '{}');
  changes boolean := coalesce(p_act->'patch', '{}') <> '{}' OR coalesce(jsonb_typeof(p_act->'message') = 'object', false)
    OR coalesce(jsonb_typeof(p_act->'decision') = 'object', false);
  touches boolean := changes OR coalesce(jsonb_typeof(p_act->'box') = 'object', false);
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT c.* INTO found_case FROM "case" c WHERE c.id = p_id FOR UPDATE;
  IF NOT FOUND OR NOT desk_sees(p_id) THEN
    RETURN 'not-found';
  END IF;
  -- Before anything else of it: what was meant to be done by a plan that holds no more is not done, whoever else changed the case meanwhile.
  IF (p_act->>'type' IN ('contact-recorded', 'number-shown') OR p_act ? 'plan_version')
    AND (p_act->>'plan_version')::integer IS DISTINCT FROM found_case.plan_version
  THEN
    RETURN 'plan-changed';
  END IF;
  -- First, so that the second of two people who take a case at once is told that somebody was before them.
  IF found_case.version <> p_version THEN
    RETURN 'conflict';
  END IF;
  IF (touches AND NOT desk_opens(p_id)) OR (changes AND NOT desk_opens_anyway(p_id)) THEN
    RETURN 'not-found';
  END IF;

  changed := jsonb_populate_record(found_case, coalesce(p_act->'patch', '{}'));
  IF changed.assignee_id IS NOT NULL AND changed.assignee_id IS DISTINCT FROM found_case.assignee_id THEN
    -- Held until this is done: an account that is being closed is waited for, and then it is no holder.
    PERFORM FROM account a WHERE a.id = changed.assignee_id AND a.active AND a.role IN ('supervisor', 'liaison-officer')
      AND NOT a.id = ANY (found_case.conflicted_ids) AND (NOT found_case.restricted OR a.id = ANY (found_case.named_ids)) FOR SHARE;
    IF NOT FOUND THEN
      RETURN 'conflict';
    END IF;
  END IF;
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

-- An attempt that reached nobody, or somebody else, tells the reporter nothing.
CREATE OR REPLACE FUNCTION follow_contact() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
BEGIN
  SELECT c.* INTO about FROM "case" c WHERE c.id = NEW.case_id;
  IF desk_role() IS DISTINCT FROM 'supervisor' AND about.assignee_id IS DISTINCT FROM desk_actor_id() OR desk_role() IS NULL THEN
    RAISE EXCEPTION 'a contact is recorded by whoever has the case' USING ERRCODE = 'insufficient_privilege';
  ELSIF NEW.detail ->> 'result' IS NULL
    OR NEW.detail ->> 'result' NOT IN ('spoke', 'left-message', 'no-answer', 'wrong-person', 'number-dead') THEN
    RAISE EXCEPTION 'a contact has a result' USING ERRCODE = 'check_violation';
  END IF;
  IF NOT case_is_over(about) AND NOT waits_for_message(about.id) THEN
    PERFORM follow_attempt(about, NEW.detail ->> 'result' IN ('spoke', 'left-message'), NEW.at);
  END IF;
  RETURN NULL;
END
$$;

-- A case is found by how somebody may be reached now, and compared with the links of staff by that: another plan has it indexed anew.
CREATE TRIGGER case_plan_indexes_again AFTER UPDATE OF plan_version ON "case" FOR EACH ROW
WHEN (OLD.plan_version <> NEW.plan_version) EXECUTE FUNCTION index_again();

-- The sealed answers of a box, for whatever runs by the clock.
CREATE FUNCTION sealed_answers(p_box_id uuid) RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_build_object(
    'id', b.id, 'purpose', b.purpose, 'suite', b.suite,
    'fields', coalesce((
      SELECT jsonb_agg(jsonb_build_object('field', f.field, 'version', f.version, 'ciphertext', encode(f.ciphertext, 'base64')))
      FROM sealed_field f WHERE f.box_id = b.id AND f.field = 'answers'), '[]'),
    'wraps', coalesce((
      SELECT jsonb_agg(jsonb_build_object('keyId', w.key_id, 'wrap', encode(w.wrap, 'base64')))
      FROM key_wrap w WHERE w.box_id = b.id), '[]'))
  FROM sealed_box b WHERE b.id = p_box_id
$$;

-- The box of the plan that holds; null where that is what was sent.
CREATE FUNCTION held_plan_box(p_case_id uuid) RETURNS uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p.box_id FROM "case" c JOIN contact_plan p ON p.submission_id = c.submission_id AND p.version = c.plan_version WHERE c.id = p_case_id
$$;

DROP FUNCTION note_indexing(text, timestamptz, uuid[], integer);
CREATE FUNCTION note_indexing(p_key_id text, p_at timestamptz, p_except uuid[], p_most integer)
RETURNS TABLE (case_id uuid, box jsonb, plan jsonb, plan_version integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  one record;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  IF desk_actor_id() IS NOT NULL THEN
    RAISE EXCEPTION 'the index is made for nobody' USING ERRCODE = 'insufficient_privilege';
  END IF;
  FOR one IN
    SELECT c.id, c.reference, c.force, c.plan_version, s.box_id FROM "case" c JOIN submission s ON s.id = c.submission_id
    WHERE c.force = desk_force() AND c.id <> ALL (p_except)
      AND NOT EXISTS (SELECT FROM case_index i WHERE i.case_id = c.id AND i.key_id = p_key_id)
      AND EXISTS (SELECT FROM key_wrap w WHERE w.box_id = s.box_id)
    ORDER BY c.received_at DESC, c.id LIMIT p_most
  LOOP
    INSERT INTO audit_event (at, action, case_id, reference, detail, force)
    VALUES (p_at, 'indexed', one.id, one.reference, jsonb_build_object('key', p_key_id), one.force);
    RETURN QUERY SELECT one.id, sealed_answers(one.box_id), sealed_answers(held_plan_box(one.id)), one.plan_version;
  END LOOP;
END
$$;

-- False also where the plan that the terms were made of holds no more.
DROP FUNCTION store_case_index(uuid, text, jsonb);
CREATE FUNCTION store_case_index(p_case_id uuid, p_plan_version integer, p_key_id text, p_terms jsonb) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF desk_actor_id() IS NOT NULL THEN
    RAISE EXCEPTION 'the index is made for nobody' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM FROM "case" c JOIN submission s ON s.id = c.submission_id
    WHERE c.id = p_case_id AND c.force = desk_force() AND c.plan_version = p_plan_version
      AND EXISTS (SELECT FROM key_wrap w WHERE w.box_id = s.box_id)
    FOR UPDATE OF c;
  IF NOT FOUND OR EXISTS (SELECT FROM case_index i WHERE i.case_id = p_case_id AND i.key_id = p_key_id) THEN
    RETURN false;
  END IF;
  DELETE FROM case_index WHERE case_id = p_case_id;
  INSERT INTO case_index (case_id, key_id, kind, term)
  SELECT p_case_id, p_key_id, one->>'kind', decode(one->>'term', 'base64') FROM jsonb_array_elements(p_terms) one
  ON CONFLICT DO NOTHING;
  RETURN true;
END
$$;

DROP FUNCTION note_link_check(uuid, timestamptz);
CREATE FUNCTION note_link_check(p_link_id uuid, p_at timestamptz) RETURNS TABLE (case_id uuid, box jsonb, plan jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  link declared_link;
  one record;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  IF desk_actor_id() IS NOT NULL THEN
    RAISE EXCEPTION 'links are compared for nobody' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT l.* INTO link FROM declared_link l WHERE l.id = p_link_id;
  FOR one IN
    SELECT c.id, c.reference, c.force, s.box_id FROM "case" c JOIN submission s ON s.id = c.submission_id
    WHERE c.force = desk_force() AND c.status <> 'closed' AND c.erased_at IS NULL
      AND NOT link.account_id = ANY (c.conflicted_ids)
      AND EXISTS (
        SELECT FROM case_index i WHERE i.case_id = c.id AND i.key_id = link.key_id
          AND CASE link.kind
            WHEN 'person' THEN i.kind = 'surname' AND i.term = substring(link.surname_hash FROM 1 FOR 3)
            ELSE i.kind = link.kind AND i.term = substring(link.hash FROM 1 FOR 4)
          END)
      AND EXISTS (SELECT FROM key_wrap w WHERE w.box_id = s.box_id)
    ORDER BY c.received_at DESC, c.id
  LOOP
    INSERT INTO audit_event (at, action, case_id, reference, detail, force)
    VALUES (p_at, 'indexed', one.id, one.reference, jsonb_build_object('key', link.key_id, 'for', 'declared-link'), one.force);
    RETURN QUERY SELECT one.id, sealed_answers(one.box_id), sealed_answers(held_plan_box(one.id));
  END LOOP;
END
$$;

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY[
    'sealed_answers(uuid)', 'held_plan_box(uuid)', 'note_indexing(text, timestamptz, uuid[], integer)',
    'store_case_index(uuid, integer, text, jsonb)', 'note_link_check(uuid, timestamptz)'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', one);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION note_indexing(text, timestamptz, uuid[], integer), store_case_index(uuid, integer, text, jsonb),
  note_link_check(uuid, timestamptz)
TO alongside_staff;
