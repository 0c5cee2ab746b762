-- A colleague asks a liaison officer's advice. docs/decisions/0043 says why so.

-- A question of a colleague, in their own name. They have nothing more to do with its case: it is never offered to them, and they are told
-- where it stands by sent_by_me. Outcomes as store_submission.
CREATE FUNCTION record_advice(p jsonb) RETURNS TABLE (outcome text, reference text)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  stored record;
BEGIN
  IF desk_role() IS NULL
    OR desk_role() NOT IN ('call-handler', 'triager', 'liaison-officer', 'supervisor', 'administrator', 'auditor')
    OR p->'submission'->>'channel' IS DISTINCT FROM 'colleague' OR p->'submission'->>'kind' IS DISTINCT FROM 'liaison-request'
    OR p->'submission'->>'force' IS DISTINCT FROM desk_force() OR p ? 'draft'
  THEN
    RAISE EXCEPTION 'a question is a colleague''s own' USING ERRCODE = 'insufficient_privilege';
  END IF;
  -- Two of the same at once: the second finds the first.
  PERFORM pg_advisory_xact_lock(hashtextextended(p->'submission'->>'token_hash', 63));
  SELECT * INTO stored FROM store_submission(p, desk_actor_id());
  IF stored.outcome = 'accepted' THEN
    UPDATE "case" SET conflicted_ids = ARRAY[desk_actor_id()] WHERE id = (p->'case'->>'id')::uuid;
  END IF;
  RETURN QUERY SELECT stored.outcome::text, stored.reference::text;
END
$$;

-- What somebody sent in one of these ways themselves, and where it stands: nothing of what staff do with it.
CREATE FUNCTION sent_by_me(p_channel text) RETURNS TABLE (reference text, received_at timestamptz, status text, held_before boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.reference, c.received_at, c.status,
    EXISTS (SELECT FROM case_event e WHERE e.case_id = c.id AND e.type IN ('taken', 'assigned', 'transferred'))
  FROM "case" c
  WHERE c.recorded_by_id = desk_actor_id() AND c.channel = p_channel AND c.force = desk_force() AND c.erased_at IS NULL
    AND p_channel IN ('colleague', 'third-party-centre') AND desk_role() IS NOT NULL
  ORDER BY c.received_at DESC, c.reference LIMIT 200
$$;

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['record_advice(jsonb)', 'sent_by_me(text)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', one);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO alongside_staff', one);
  END LOOP;
END
$$;
