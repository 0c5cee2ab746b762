-- Files that no scanner has looked at yet are looked at by a job, and that something was found is told to staff. docs/decisions/0041 says why so.

CREATE INDEX "evidence_scan_arrived_at_idx" ON "evidence"("scan", "arrived_at");

-- Up to `p_most` files that were sent and not looked at. That each is about to be opened is in the audit by the time it is given.
CREATE FUNCTION evidence_to_scan(p_at timestamptz, p_except uuid[], p_most integer)
RETURNS TABLE (id uuid, submission_id uuid, box jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  one record;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  PERFORM require_nobody();
  FOR one IN
    SELECT e.id, e.submission_id, e.box_id, c.id AS case_id, c.reference, c.force
    FROM evidence e JOIN "case" c ON c.submission_id = e.submission_id
    WHERE c.force = desk_force() AND e.scan = 'unscanned' AND e.id <> ALL (p_except)
    ORDER BY e.arrived_at, e.id LIMIT p_most
  LOOP
    INSERT INTO audit_event (at, action, case_id, reference, detail, force)
    VALUES (p_at, 'evidence-scanned', one.case_id, one.reference, jsonb_build_object('file', one.id), one.force);
    RETURN QUERY SELECT one.id, one.submission_id, jsonb_build_object(
      'id', b.id, 'purpose', b.purpose, 'suite', b.suite,
      'fields', (SELECT jsonb_agg(jsonb_build_object('field', f.field, 'version', f.version, 'ciphertext', encode(f.ciphertext, 'base64')))
        FROM sealed_field f WHERE f.box_id = b.id),
      'wraps', (SELECT jsonb_agg(jsonb_build_object('keyId', w.key_id, 'wrap', encode(w.wrap, 'base64')))
        FROM key_wrap w WHERE w.box_id = b.id))
    FROM sealed_box b WHERE b.id = one.box_id;
  END LOOP;
END
$$;

-- A sealed piece of a file that waits to be looked at, for the job alone.
CREATE FUNCTION evidence_waiting_piece(p_id uuid, p_place integer) RETURNS bytea
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_nobody();
  RETURN (SELECT p.ciphertext FROM evidence_piece p JOIN evidence e ON e.id = p.evidence_id
    WHERE e.id = p_id AND e.submission_id IS NOT NULL AND e.scan = 'unscanned' AND p.place = p_place);
END
$$;

-- Keeps what the scanner said of a file that was sent.
CREATE FUNCTION store_evidence_scan(p_id uuid, p_scan text, p_at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_nobody();
  UPDATE evidence SET scan = p_scan, scanned_at = p_at WHERE id = p_id AND submission_id IS NOT NULL AND scan = 'unscanned';
END
$$;

-- That something was found in a file of a case is in its history, whoever found it and whenever it was sent.
CREATE FUNCTION tell_of_found() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
BEGIN
  SELECT c.* INTO about FROM "case" c WHERE c.submission_id = NEW.submission_id;
  IF FOUND THEN
    PERFORM note_case_act(about, coalesce(greatest(NEW.scanned_at, NEW.arrived_at), now()), 'evidence-found', jsonb_build_object('file', NEW.id));
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER evidence_found_is_told AFTER UPDATE OF scan, submission_id ON "evidence" FOR EACH ROW
WHEN (NEW.scan = 'found' AND NEW.submission_id IS NOT NULL AND (OLD.scan <> 'found' OR OLD.submission_id IS NULL))
EXECUTE FUNCTION tell_of_found();

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY[
    'evidence_to_scan(timestamptz, uuid[], integer)', 'evidence_waiting_piece(uuid, integer)',
    'store_evidence_scan(uuid, text, timestamptz)', 'tell_of_found()'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', one);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION evidence_to_scan(timestamptz, uuid[], integer), evidence_waiting_piece(uuid, integer),
  store_evidence_scan(uuid, text, timestamptz)
TO alongside_staff;
