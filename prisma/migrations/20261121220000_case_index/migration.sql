-- Cases can be found by what the reporter gave of themselves, without anything being read: some bytes of a keyed hash for each telephone
-- number, e-mail address, postcode and surname. docs/decisions/0018 says why so, and what it tells.

CREATE TABLE "case_index" (
    "case_id" UUID NOT NULL,
    "key_id" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "term" BYTEA NOT NULL,

    CONSTRAINT "case_index_pkey" PRIMARY KEY ("case_id", "key_id", "kind", "term"),
    CONSTRAINT "case_index_term_check" CHECK (
      octet_length(term) = CASE kind WHEN 'telephone' THEN 4 WHEN 'email' THEN 4 WHEN 'postcode' THEN 3 WHEN 'surname' THEN 3 ELSE -1 END
    )
);

CREATE INDEX "case_index_kind_term_idx" ON "case_index"("kind", "term");

ALTER TABLE "case_index" ADD CONSTRAINT "case_index_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id")
  ON DELETE CASCADE ON UPDATE CASCADE;

-- By the policy's 'open', whatever that comes to be: the rule is asked, not said again. Comparing kind and term tells nothing of a row,
-- so PostgreSQL looks in the index first and asks about the few rows it finds there.
ALTER TABLE "case_index" OWNER TO alongside_owner;
ALTER TABLE "case_index" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON "case_index" TO alongside_owner USING (true) WITH CHECK (true);
CREATE POLICY staff_opens ON "case_index" FOR SELECT TO alongside_staff USING (desk_opens(case_id));
GRANT SELECT ON "case_index" TO alongside_staff;
GRANT EXECUTE ON FUNCTION desk_opens(uuid) TO alongside_staff;

-- For whatever runs by the clock, with nobody signed in: some cases of the force that lack terms under a key, the newest first, and the
-- sealed answers of each. The audit has a row of each by the time they are given. `p_except`: not these, which would not open.
-- A case whose data key is destroyed is not among them.
CREATE FUNCTION note_indexing(p_key_id text, p_at timestamptz, p_except uuid[], p_most integer)
RETURNS TABLE (case_id uuid, box jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  one record;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  IF desk_actor_id() IS NOT NULL THEN
    RAISE EXCEPTION 'the index is made for nobody' USING ERRCODE = 'insufficient_privilege';
  END IF;
  FOR one IN
    SELECT c.id, c.reference, c.force, s.box_id FROM "case" c JOIN submission s ON s.id = c.submission_id
    WHERE c.force = desk_force() AND c.id <> ALL (p_except)
      AND NOT EXISTS (SELECT FROM case_index i WHERE i.case_id = c.id AND i.key_id = p_key_id)
      AND EXISTS (SELECT FROM key_wrap w WHERE w.box_id = s.box_id)
    ORDER BY c.received_at DESC, c.id LIMIT p_most
  LOOP
    INSERT INTO audit_event (at, action, case_id, reference, detail, force)
    VALUES (p_at, 'indexed', one.id, one.reference, jsonb_build_object('key', p_key_id), one.force);
    RETURN QUERY SELECT one.id, jsonb_build_object(
      'id', b.id, 'purpose', b.purpose, 'suite', b.suite,
      'fields', coalesce((
        SELECT jsonb_agg(jsonb_build_object('field', f.field, 'version', f.version, 'ciphertext', encode(f.ciphertext, 'base64')))
        FROM sealed_field f WHERE f.box_id = b.id AND f.field = 'answers'), '[]'),
      'wraps', coalesce((
        SELECT jsonb_agg(jsonb_build_object('keyId', w.key_id, 'wrap', encode(w.wrap, 'base64')))
        FROM key_wrap w WHERE w.box_id = b.id), '[]'))
    FROM sealed_box b WHERE b.id = one.box_id;
  END LOOP;
END
$$;

-- Puts a case's terms under a key in the place of all it had. False, and nothing changed, where it has terms under that key already, or
-- where it or its data key is gone meanwhile.
CREATE FUNCTION store_case_index(p_case_id uuid, p_key_id text, p_terms jsonb) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF desk_actor_id() IS NOT NULL THEN
    RAISE EXCEPTION 'the index is made for nobody' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM FROM "case" c JOIN submission s ON s.id = c.submission_id
    WHERE c.id = p_case_id AND c.force = desk_force() AND EXISTS (SELECT FROM key_wrap w WHERE w.box_id = s.box_id)
    FOR UPDATE OF c;
  IF NOT FOUND OR EXISTS (SELECT FROM case_index i WHERE i.case_id = p_case_id AND i.key_id = p_key_id) THEN
    RETURN false;
  END IF;
  DELETE FROM case_index WHERE case_id = p_case_id;
  INSERT INTO case_index (case_id, key_id, kind, term)
  SELECT p_case_id, p_key_id, one->>'kind', decode(one->>'term', 'base64') FROM jsonb_array_elements(p_terms) one
  ON CONFLICT DO NOTHING;
  RETURN true;
END
$$;

ALTER FUNCTION note_indexing(text, timestamptz, uuid[], integer) OWNER TO alongside_owner;
ALTER FUNCTION store_case_index(uuid, text, jsonb) OWNER TO alongside_owner;
REVOKE ALL ON FUNCTION note_indexing(text, timestamptz, uuid[], integer), store_case_index(uuid, text, jsonb) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION note_indexing(text, timestamptz, uuid[], integer), store_case_index(uuid, text, jsonb) TO alongside_staff;
