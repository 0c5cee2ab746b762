-- Whoever reported may know in what roles people looked at what they sent, and on which day last: no names, no times, no numbers of
-- looks, so that nobody can be told apart by them.
CREATE FUNCTION follow_up_looks(p_submission_id uuid, p_zone text)
RETURNS TABLE (role text, last_on date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT e.role, max((e.at AT TIME ZONE p_zone)::date)
  FROM audit_event e JOIN "case" c ON c.id = e.case_id
  WHERE c.submission_id = p_submission_id AND e.action = 'opened' AND e.role IS NOT NULL
  GROUP BY e.role
$$;
ALTER FUNCTION follow_up_looks(uuid, text) OWNER TO alongside_owner;
REVOKE ALL ON FUNCTION follow_up_looks(uuid, text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION follow_up_looks(uuid, text) TO alongside_public;

-- Who has seen a case is asked by its reference: whoever answers for looking sees no case its id could be taken from.
CREATE INDEX "audit_event_reference_at_idx" ON "audit_event"("reference", "at");
