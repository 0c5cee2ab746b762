-- A case that was sealed to another force and of which no answer was kept, because the process ended before, is sent once more. docs/decisions/0045.

-- What was sealed, until an answer is kept: that force alone can open it.
ALTER TABLE "case_passing" ADD COLUMN "sealed" TEXT,
  ADD CONSTRAINT "case_passing_sealed_check" CHECK (sealed IS NULL OR (state = 'waiting' AND way = 'sent'));

-- Keeps what goes to another force, before it goes. False where it is not theirs to give, or waits no more.
CREATE FUNCTION keep_passing(p_passing uuid, p_sealed text) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  UPDATE case_passing h SET sealed = p_sealed FROM "case" c
  WHERE h.id = p_passing AND c.id = h.case_id AND h.state = 'waiting' AND h.way = 'sent' AND c.erased_at IS NULL AND desk_opens_anyway(c.id)
    AND (desk_role() = 'supervisor' OR c.assignee_id = desk_actor_id());
  RETURN FOUND;
END
$$;

-- Those that were to be sent before a time and have no answer, the oldest first: what was sealed, and nothing where that was never kept.
CREATE FUNCTION passings_to_take_up(p_before timestamptz, p_most integer) RETURNS TABLE (id uuid, partner text, sealed text)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM require_nobody();
  RETURN QUERY SELECT h.id, h.partner, h.sealed FROM case_passing h JOIN "case" c ON c.id = h.case_id
    WHERE c.force = desk_force() AND h.state = 'waiting' AND h.way = 'sent' AND h.made_at < p_before ORDER BY h.made_at, h.id LIMIT p_most;
END
$$;

DO $$
DECLARE
  one text;
  body text;
  -- Function, what it says, what it says from now on.
  change text[];
  changes CONSTANT text[] := ARRAY[
    -- What was kept is not needed once there is an answer. The worker, which is nobody, settles what was sent and waits.
    ['settle_passing(uuid, timestamptz, text, text, text)', 'SET state = p_state,', 'SET sealed = NULL, state = p_state,'],
    ['settle_passing(uuid, timestamptz, text, text, text)', 'OR NOT desk_opens_anyway(about.id)
    OR (desk_role() IS DISTINCT FROM ''supervisor'' AND about.assignee_id IS DISTINCT FROM desk_actor_id()) THEN',
      'OR (CASE WHEN desk_actor_id() IS NULL
      THEN about.force IS DISTINCT FROM desk_force() OR NOT EXISTS (
        SELECT FROM case_passing h WHERE h.id = p_passing AND h.state = ''waiting'' AND h.way = ''sent'')
      ELSE NOT desk_opens_anyway(about.id)
        OR (desk_role() IS DISTINCT FROM ''supervisor'' AND about.assignee_id IS DISTINCT FROM desk_actor_id()) END) THEN'],
    -- Given anew, it is sealed anew.
    ['begin_passing(uuid, timestamptz, text, text, jsonb, jsonb)', 'SET way = excluded.way,', 'SET sealed = NULL, way = excluded.way,'],
    ['destroy_case("case", timestamptz)', 'DELETE FROM agreement WHERE submission_id = p_case.submission_id;',
      'DELETE FROM agreement WHERE submission_id = p_case.submission_id;
  UPDATE case_passing SET sealed = NULL WHERE case_id = p_case.id;']
  ];
BEGIN
  FOREACH one IN ARRAY ARRAY['keep_passing(uuid, text)', 'passings_to_take_up(timestamptz, integer)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', one);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO alongside_staff', one);
  END LOOP;
  FOREACH change SLICE 1 IN ARRAY changes LOOP
    body := pg_get_functiondef(change[1]::regprocedure);
    IF position(change[2] IN body) = 0 THEN
      RAISE EXCEPTION '% is not as it was', change[1];
    END IF;
    EXECUTE replace(body, change[2], change[3]);
  END LOOP;
END
$$;
