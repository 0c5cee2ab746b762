-- A case is given out of the force's hands by whoever may end it. docs/decisions/0044 says why so.

-- Writes to whom a case is given, and what of it, before anything is opened: in the history, with why in a sealed box, and in the audit. False where
-- it is not theirs to give, nobody is named, or it is not said why.
CREATE FUNCTION note_hand_out(p_id uuid, p_at timestamptz, p_detail jsonb, p_box jsonb) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  found_case "case";
  line_id uuid := gen_random_uuid();
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT c.* INTO found_case FROM "case" c WHERE c.id = p_id FOR UPDATE;
  IF NOT FOUND OR NOT desk_opens_anyway(p_id) OR found_case.erased_at IS NOT NULL
    OR (desk_role() IS DISTINCT FROM 'supervisor' AND found_case.assignee_id IS DISTINCT FROM desk_actor_id()) THEN
    RETURN false;
  ELSIF p_detail ->> 'recipient' IS NULL OR jsonb_typeof(p_box) IS DISTINCT FROM 'object' THEN
    RETURN false;
  END IF;
  PERFORM insert_sealed_box(p_box);
  INSERT INTO case_event (id, case_id, at, actor_id, type, detail, box_id)
  VALUES (line_id, p_id, p_at, desk_actor_id(), 'handed-out', p_detail, (p_box ->> 'id')::uuid);
  INSERT INTO audit_event (at, actor_id, role, action, case_id, reference, detail, force)
  VALUES (p_at, desk_actor_id(), desk_role(), 'handed-out', p_id, found_case.reference, p_detail || jsonb_build_object('event', line_id),
    found_case.force);
  RETURN true;
END
$$;
ALTER FUNCTION note_hand_out(uuid, timestamptz, jsonb, jsonb) OWNER TO alongside_owner;
REVOKE ALL ON FUNCTION note_hand_out(uuid, timestamptz, jsonb, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION note_hand_out(uuid, timestamptz, jsonb, jsonb) TO alongside_staff;
