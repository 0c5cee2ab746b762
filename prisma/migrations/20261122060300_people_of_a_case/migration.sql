-- Somebody is named in a case by an event of its history, with the name in its box. docs/decisions/0037 says why so.

-- Where a case ends in a way that keeps nothing of the person complained of, their name goes with what was said of them.
CREATE FUNCTION forget_subjects() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  doomed uuid[] := ARRAY(
    SELECT named.box_id FROM case_event named
    CROSS JOIN LATERAL (
      SELECT said.detail->>'role' AS role FROM case_event said
      WHERE said.case_id = named.case_id AND (said.id = named.id OR said.type = 'person-changed' AND said.detail->>'person' = named.id::text)
      ORDER BY said.at DESC, said.id = named.id LIMIT 1
    ) last
    WHERE named.case_id = NEW.case_id AND named.type = 'person-named' AND named.box_id IS NOT NULL AND last.role = 'subject');
BEGIN
  -- A re-wrapping that is at one of them finishes first, and finds no key of it afterwards.
  PERFORM FROM key_wrap w WHERE w.box_id = ANY (doomed) ORDER BY w.box_id, w.key_id FOR UPDATE;
  DELETE FROM key_wrap WHERE box_id = ANY (doomed);
  DELETE FROM sealed_field WHERE box_id = ANY (doomed);
  UPDATE case_event SET box_id = NULL WHERE case_id = NEW.case_id AND box_id = ANY (doomed);
  DELETE FROM sealed_box WHERE id = ANY (doomed);
  RETURN NULL;
END
$$;
ALTER FUNCTION forget_subjects() OWNER TO alongside_owner;
REVOKE ALL ON FUNCTION forget_subjects() FROM PUBLIC;
CREATE TRIGGER case_event_forgets_subjects AFTER INSERT ON "case_event" FOR EACH ROW WHEN (NEW.type = 'minimised')
EXECUTE FUNCTION forget_subjects();
