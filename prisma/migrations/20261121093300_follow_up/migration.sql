-- What the holder of a return code may learn, without a right on any table.

CREATE FUNCTION find_return_code(p_lookup bytea) RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT submission_id FROM return_code WHERE lookup = p_lookup
$$;

CREATE FUNCTION follow_up_status(p_submission_id uuid)
RETURNS TABLE (
  reference text, kind text, status text, received_at timestamptz, promised_by timestamptz, held_by_role text,
  closed_at timestamptz
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.reference, c.kind, c.status, c.received_at, c.promised_by, a.role, c.closed_at
  FROM "case" c LEFT JOIN account a ON a.id = c.assignee_id
  WHERE c.submission_id = p_submission_id
$$;

REVOKE ALL ON FUNCTION find_return_code(bytea), follow_up_status(uuid) FROM PUBLIC;
