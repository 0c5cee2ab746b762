-- How a case ends is data with dates, decided by two supervisors; what was said about the person complained of goes where the ending says so;
-- and where whole postcodes lie. docs/decisions/0029 and 0030 say why so.

-- The first versions of a force's endings, out of its own data, where it has none at all: the first who looks at them brings them.
CREATE FUNCTION begin_record_types(p_rows jsonb, p_at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  begun integer;
BEGIN
  IF desk_force() IS NULL OR desk_role() IS NULL THEN
    RETURN 0;
  END IF;
  -- Two who look at once bring them once.
  PERFORM pg_advisory_xact_lock(hashtextextended('record types of ' || desk_force(), 0));
  IF EXISTS (SELECT FROM record_type WHERE force = desk_force()) THEN
    RETURN 0;
  END IF;
  INSERT INTO record_type (id, force, disposition, position, labels, hints, kinds, supervisor_only, asks_reason, asks_review,
    subject_data, from_day, until_day, reason, proposed_at, decided_at, approved)
  SELECT gen_random_uuid(), desk_force(), r.disposition, r.position, r.labels, r.hints, r.kinds, r.supervisor_only, r.asks_reason,
    r.asks_review, r.subject_data, r.from_day, r.until_day, r.reason, p_at, p_at, true
  FROM jsonb_populate_recordset(NULL::record_type, p_rows) r;
  GET DIAGNOSTICS begun = ROW_COUNT;
  RETURN begun;
END
$$;

-- What stands in the way of a version on these days: another that waits for a decision, one that begins on the same day, or a later one that
-- it would run into. Null: nothing. The version that holds on its first day is no hindrance: it ends the day before.
CREATE FUNCTION record_type_clash(p_force text, p_disposition text, p_from date, p_until date, p_but uuid) RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE
    WHEN bool_or(r.approved IS NULL) THEN 'waiting'
    WHEN bool_or(r.approved AND r.from_day = p_from) THEN 'same-day'
    WHEN bool_or(r.approved AND r.from_day > p_from AND (p_until IS NULL OR p_until >= r.from_day)) THEN 'overlap'
  END
  FROM record_type r WHERE r.force = p_force AND r.disposition = p_disposition AND r.id IS DISTINCT FROM p_but
$$;

CREATE FUNCTION note_record_type(p_type record_type, p_at timestamptz, p_action text) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO audit_event (at, actor_id, role, action, detail, force)
  VALUES (p_at, desk_actor_id(), desk_role(), p_action,
    jsonb_build_object('recordType', p_type.id, 'disposition', p_type.disposition, 'from', p_type.from_day), p_type.force)
$$;

-- A supervisor proposes a version of an ending. Outcomes: 'proposed'; 'forbidden'; 'past'; and what record_type_clash says.
CREATE FUNCTION propose_record_type(p_row jsonb, p_today date, p_at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  proposed record_type := jsonb_populate_record(NULL::record_type, p_row);
  clash text;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  IF desk_role() IS DISTINCT FROM 'supervisor' OR desk_force() IS NULL THEN
    RETURN 'forbidden';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('record types of ' || desk_force(), 0));
  clash := record_type_clash(desk_force(), proposed.disposition, proposed.from_day, proposed.until_day, NULL);
  IF proposed.from_day < p_today THEN
    RETURN 'past';
  ELSIF clash IS NOT NULL THEN
    RETURN clash;
  END IF;
  proposed.force := desk_force();
  proposed.proposed_at := p_at;
  proposed.proposed_by_id := desk_actor_id();
  proposed.decided_at := NULL;
  proposed.decided_by_id := NULL;
  proposed.approved := NULL;
  INSERT INTO record_type SELECT proposed.*;
  PERFORM note_record_type(proposed, p_at, 'record-type-proposed');
  RETURN 'proposed';
END
$$;

-- Another supervisor approves or refuses it. Approved, it takes the place of the version that holds on its first day, which ends the day
-- before; cases that ended by that one keep it. Outcomes: 'decided'; 'not-found'; 'own-request'; 'conflict' (decided meanwhile); 'past' (its
-- first day has gone by); and what record_type_clash says.
CREATE FUNCTION decide_record_type(p_id uuid, p_approve boolean, p_today date, p_at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  proposed record_type;
  clash text;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  IF desk_role() IS DISTINCT FROM 'supervisor' OR desk_force() IS NULL THEN
    RETURN 'not-found';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('record types of ' || desk_force(), 0));
  SELECT r.* INTO proposed FROM record_type r WHERE r.id = p_id AND r.force = desk_force() FOR UPDATE;
  IF NOT FOUND THEN
    RETURN 'not-found';
  ELSIF proposed.approved IS NOT NULL THEN
    RETURN 'conflict';
  ELSIF proposed.proposed_by_id = desk_actor_id() THEN
    RETURN 'own-request';
  END IF;
  IF p_approve THEN
    clash := record_type_clash(proposed.force, proposed.disposition, proposed.from_day, proposed.until_day, proposed.id);
    IF proposed.from_day < p_today THEN
      RETURN 'past';
    ELSIF clash IS NOT NULL THEN
      RETURN clash;
    END IF;
    UPDATE record_type SET until_day = proposed.from_day - 1
    WHERE force = proposed.force AND disposition = proposed.disposition AND approved AND from_day < proposed.from_day
      AND (until_day IS NULL OR until_day >= proposed.from_day);
  END IF;
  UPDATE record_type SET decided_at = p_at, decided_by_id = desk_actor_id(), approved = p_approve WHERE id = p_id;
  PERFORM note_record_type(proposed, p_at, CASE WHEN p_approve THEN 'record-type-approved' ELSE 'record-type-refused' END);
  RETURN 'decided';
END
$$;

-- Whoever proposed a version takes it back, while nobody has decided. Outcomes: 'taken-back'; 'not-found'; 'conflict' (decided meanwhile).
CREATE FUNCTION take_back_record_type(p_id uuid, p_at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  proposed record_type;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT r.* INTO proposed FROM record_type r
  WHERE r.id = p_id AND r.force = desk_force() AND r.proposed_by_id = desk_actor_id() FOR UPDATE;
  IF NOT FOUND THEN
    RETURN 'not-found';
  ELSIF proposed.approved IS NOT NULL THEN
    RETURN 'conflict';
  END IF;
  DELETE FROM record_type WHERE id = p_id;
  PERFORM note_record_type(proposed, p_at, 'record-type-taken-back');
  RETURN 'taken-back';
END
$$;

-- A case that is opened again has no ending.
CREATE FUNCTION forget_record_type() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.record_type_id := NULL;
  RETURN NEW;
END
$$;
CREATE TRIGGER case_opened_again_has_no_ending
BEFORE UPDATE ON "case"
FOR EACH ROW WHEN (OLD.status = 'closed' AND NEW.status <> 'closed')
EXECUTE FUNCTION forget_record_type();

-- Whoever works at the desk ends a case by a version of how cases end, through close_case, and in no other way.
CREATE FUNCTION require_ending() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF desk_actor_id() IS NOT NULL AND NEW.record_type_id IS NULL THEN
    RAISE EXCEPTION 'a case ends by a version of how cases end' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER case_ends_by_a_version AFTER UPDATE OF status ON "case"
FOR EACH ROW WHEN (OLD.status <> 'closed' AND NEW.status = 'closed')
EXECUTE FUNCTION require_ending();

-- Ends a case by a version that holds on the day, and where `p_box` is given puts it in the place of the box of what was sent, `p_box_id`:
-- the same without what was said about the person complained of. The old box, its ciphertext and its keys are destroyed. Outcomes as
-- change_case, and 'invalid' (no such ending today), 'for-supervisor' (a supervisor closes with it), 'on-hold' (a legal hold, or an erasure
-- that somebody asked for, forbids taking anything out). Whatever is not 'changed' is to be rolled back.
CREATE FUNCTION close_case(p_id uuid, p_version integer, p_type_id uuid, p_day date, p_act jsonb, p_box jsonb, p_box_id uuid) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  found_case "case";
  ending record_type;
  outcome text;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT c.* INTO found_case FROM "case" c WHERE c.id = p_id FOR UPDATE;
  IF NOT FOUND OR NOT desk_sees(p_id) THEN
    RETURN 'not-found';
  ELSIF found_case.version <> p_version THEN
    RETURN 'conflict';
  END IF;
  SELECT r.* INTO ending FROM record_type r
  WHERE r.id = p_type_id AND r.force = found_case.force AND r.approved AND found_case.kind = ANY (r.kinds)
    AND r.from_day <= p_day AND (r.until_day IS NULL OR p_day <= r.until_day)
  FOR SHARE;
  IF NOT FOUND OR p_act->'patch'->>'status' IS DISTINCT FROM 'closed' OR p_act->'patch'->>'disposition' IS DISTINCT FROM ending.disposition
    OR (p_box IS NOT NULL AND ending.subject_data = 'keep') THEN
    RETURN 'invalid';
  ELSIF (ending.supervisor_only OR ending.asks_review) AND desk_role() IS DISTINCT FROM 'supervisor' THEN
    RETURN 'for-supervisor';
  END IF;
  IF p_box IS NOT NULL THEN
    PERFORM FROM submission s WHERE s.id = found_case.submission_id AND s.box_id = p_box_id FOR UPDATE;
    IF NOT FOUND THEN
      RETURN 'conflict';
    ELSIF found_case.legal_hold IS NOT NULL
      OR EXISTS (SELECT FROM erasure_request r WHERE r.case_id = p_id AND r.decided_at IS NULL) THEN
      RETURN 'on-hold';
    END IF;
  END IF;

  UPDATE "case" SET record_type_id = ending.id WHERE id = p_id;
  outcome := change_case(p_id, p_version, p_act);
  IF outcome <> 'changed' THEN
    RETURN outcome;
  END IF;
  IF p_box IS NOT NULL THEN
    PERFORM insert_sealed_box(p_box);
    UPDATE submission SET box_id = (p_box->>'id')::uuid WHERE id = found_case.submission_id;
    DELETE FROM sealed_box WHERE id = p_box_id;
    PERFORM note_case_act(found_case, (p_act->>'at')::timestamptz, 'minimised',
      jsonb_build_object('recordType', ending.id, 'disposition', ending.disposition));
  END IF;
  RETURN 'changed';
END
$$;

-- Where a whole postcode lies: 'district' null and 'found' true is another force's. Of one that is not in the table nothing is said. The
-- directory is public: whoever may call it learns nothing of anybody.
CREATE FUNCTION unit_place(p_postcode text) RETURNS TABLE (district text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT u.district FROM unit_postcode u WHERE u.postcode = p_postcode
$$;

-- A district of an officer that ended on a day is covered on by them in what came of it: for the job that runs each night. `p_changes` holds
-- what each officer covers by now. Says how many changed.
CREATE FUNCTION extend_coverage(p_changes jsonb, p_at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one record;
  extended integer := 0;
BEGIN
  IF desk_actor_id() IS NOT NULL OR desk_force() IS NULL THEN
    RAISE EXCEPTION 'nobody extends what is covered by hand' USING ERRCODE = 'insufficient_privilege';
  END IF;
  FOR one IN SELECT c.id, c.districts, c.was FROM jsonb_to_recordset(p_changes) AS c(id uuid, districts text[], was text[]) ORDER BY c.id
  LOOP
    -- What somebody changed meanwhile waits for the next night. Nothing is ever taken away.
    UPDATE officer o SET districts = one.districts, version = o.version + 1
    WHERE o.id = one.id AND o.districts = one.was AND one.districts @> o.districts AND one.districts <> o.districts;
    IF FOUND THEN
      extended := extended + 1;
      INSERT INTO audit_event (at, action, detail, force)
      SELECT p_at, 'coverage-extended',
        jsonb_build_object('account', o.account_id, 'districts', array_to_string(one.districts, ' ')), desk_force()
      FROM officer o WHERE o.id = one.id;
    END IF;
  END LOOP;
  RETURN extended;
END
$$;

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY[
    'begin_record_types(jsonb, timestamptz)', 'record_type_clash(text, text, date, date, uuid)',
    'note_record_type(record_type, timestamptz, text)', 'propose_record_type(jsonb, date, timestamptz)',
    'decide_record_type(uuid, boolean, date, timestamptz)', 'take_back_record_type(uuid, timestamptz)', 'forget_record_type()', 'require_ending()',
    'close_case(uuid, integer, uuid, date, jsonb, jsonb, uuid)', 'unit_place(text)', 'extend_coverage(jsonb, timestamptz)'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', one);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION
  begin_record_types(jsonb, timestamptz), propose_record_type(jsonb, date, timestamptz),
  decide_record_type(uuid, boolean, date, timestamptz), take_back_record_type(uuid, timestamptz), close_case(uuid, integer, uuid, date, jsonb, jsonb, uuid),
  extend_coverage(jsonb, timestamptz)
TO alongside_staff;
GRANT EXECUTE ON FUNCTION unit_place(text) TO alongside_staff, alongside_public;
