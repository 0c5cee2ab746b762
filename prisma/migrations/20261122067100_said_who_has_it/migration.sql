-- Whoever has the code is told which forces have what they sent. docs/decisions/0045 says how a case comes there.

-- The forces that acknowledged the case, the last first, and when they did. Neither their reference nor who passed it.
CREATE FUNCTION follow_up_passed(p_submission_id uuid, p_key bytea) RETURNS TABLE (partner text, at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT h.partner, h.answered_at FROM case_passing h JOIN "case" c ON c.id = h.case_id
  WHERE c.submission_id = p_submission_id AND h.state = 'acknowledged' AND c.erased_at IS NULL AND code_still_opens(p_submission_id, p_key)
  ORDER BY h.answered_at DESC, h.partner
$$;
ALTER FUNCTION follow_up_passed(uuid, bytea) OWNER TO alongside_owner;
REVOKE ALL ON FUNCTION follow_up_passed(uuid, bytea) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION follow_up_passed(uuid, bytea) TO alongside_public;
