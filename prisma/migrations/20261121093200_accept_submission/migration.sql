-- What the public side may write of a submission, each in one transaction and one round trip. Values come as JSON:
-- bytea as '\x…' text, times as ISO text. Columns are listed, so that the caller cannot choose a status or an assignee.

CREATE FUNCTION insert_sealed_box(p jsonb) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO sealed_box (id, purpose, suite, created_at)
  SELECT id, purpose, suite, created_at FROM jsonb_populate_record(NULL::sealed_box, p);

  INSERT INTO sealed_field (box_id, field, version, ciphertext)
  SELECT (p->>'id')::uuid, field, version, ciphertext FROM jsonb_populate_recordset(NULL::sealed_field, p->'fields');

  INSERT INTO key_wrap (box_id, key_id, wrap)
  SELECT (p->>'id')::uuid, key_id, wrap FROM jsonb_populate_recordset(NULL::key_wrap, p->'wraps')
$$;

-- Compare and set on the draft the submission was made from, under a lock that is held until the commit.
CREATE FUNCTION lock_draft(p jsonb) RETURNS boolean
LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT COALESCE(
    (SELECT d.revision = (p->>'revision')::integer FROM draft d WHERE d.lookup = (p->>'lookup')::bytea FOR UPDATE),
    false
  )
$$;

CREATE FUNCTION write_locked_draft(p jsonb) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE draft
  SET revision = revision + 1, ciphertext = (p->>'ciphertext')::bytea, expires_at = (p->>'expires_at')::timestamptz
  WHERE lookup = (p->>'lookup')::bytea
$$;

-- Outcomes: 'accepted'; 'repeat' (this token was used: the stored outcome, nothing changed); 'draft-changed' and
-- 'reference-taken' (nothing changed: look again and try again).
CREATE FUNCTION accept_submission(p jsonb)
RETURNS TABLE (outcome text, submission_id uuid, reference text, promised_by timestamptz)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
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
    risk_rules, wants_officer, languages, excluded_districts, names_exclusion, restricted, received_at, promised_by,
    recorded_by_id)
  VALUES (opened.id, received.reference, received.id, received.force, received.kind, received.channel, opened.district,
    opened.strands, opened.risk_suggested, opened.risk_rank, opened.risk_rules, opened.wants_officer, opened.languages,
    opened.excluded_districts, opened.names_exclusion, opened.restricted, received.received_at, opened.promised_by,
    opened.recorded_by_id);
  IF jsonb_typeof(p->'return_code') = 'object' THEN
    INSERT INTO return_code (lookup, submission_id, reporter_public_key, wrapped_private_key)
    SELECT lookup, received.id, reporter_public_key, wrapped_private_key
    FROM jsonb_populate_record(NULL::return_code, p->'return_code');
  END IF;
  INSERT INTO audit_event (at, actor_id, role, action, case_id, reference)
  VALUES (received.received_at, opened.recorded_by_id,
    (SELECT a.role FROM account a WHERE a.id = opened.recorded_by_id), 'collected', opened.id, received.reference);
  INSERT INTO case_event (id, case_id, at, actor_id, type)
  VALUES ((p->>'event_id')::uuid, opened.id, received.received_at, opened.recorded_by_id, 'received');
  PERFORM write_locked_draft(p->'draft');

  RETURN QUERY SELECT 'accepted', received.id, received.reference, opened.promised_by;
END
$$;

-- Equality answers lie in a box of their own, once per submission. Outcomes: 'accepted'; 'repeat'; 'draft-changed'.
CREATE FUNCTION accept_equality(p jsonb) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  given uuid := (p->>'submission_id')::uuid;
BEGIN
  IF NOT lock_draft(p->'draft') THEN
    RETURN 'draft-changed';
  END IF;
  IF NOT EXISTS (SELECT FROM submission s WHERE s.id = given AND s.equality_box_id IS NULL FOR UPDATE) THEN
    RETURN 'repeat';
  END IF;
  PERFORM insert_sealed_box(p->'box');
  UPDATE submission SET equality_box_id = (p->'box'->>'id')::uuid WHERE id = given;
  PERFORM write_locked_draft(p->'draft');
  RETURN 'accepted';
END
$$;

REVOKE ALL ON FUNCTION
  insert_sealed_box(jsonb), lock_draft(jsonb), write_locked_draft(jsonb), accept_submission(jsonb), accept_equality(jsonb)
FROM PUBLIC;
