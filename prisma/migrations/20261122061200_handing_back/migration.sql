-- Whoever hands a case back to the desk is not asked to take it again: that they are away soon is their answer. docs/decisions/0039 says why so.
CREATE FUNCTION follow_handing_back() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO case_offer (id, case_id, account_id, offered_at, ended_at, outcome, reason)
  VALUES (gen_random_uuid(), NEW.case_id, (NEW.detail->>'from')::uuid, NEW.at, NEW.at, 'declined', 'away-soon');
  RETURN NULL;
END
$$;
-- One that was handed back with words was handed back by a person; what the product takes from somebody has none.
CREATE TRIGGER event_follows_handing_back AFTER INSERT ON "case_event"
FOR EACH ROW WHEN (NEW.type = 'handed-back' AND NEW.box_id IS NOT NULL) EXECUTE FUNCTION follow_handing_back();
ALTER FUNCTION follow_handing_back() OWNER TO alongside_owner;
REVOKE ALL ON FUNCTION follow_handing_back() FROM PUBLIC;
