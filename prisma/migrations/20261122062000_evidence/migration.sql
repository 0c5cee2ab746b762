-- Photographs, films, sound and documents that people send: sealed piece by piece before they are sent, and kept with the report from then on.
-- docs/decisions/0040 says why so.

CREATE TABLE "evidence" (
    "id" UUID NOT NULL,
    "draft_lookup" BYTEA,
    "submission_id" UUID,
    "box_id" UUID,
    "begun_at" TIMESTAMPTZ(3) NOT NULL,
    "arrived_at" TIMESTAMPTZ(3),
    "bytes" INTEGER NOT NULL DEFAULT 0,
    "pieces" INTEGER NOT NULL DEFAULT 0,
    "with_code" BOOLEAN NOT NULL DEFAULT false,
    "scan" TEXT NOT NULL DEFAULT 'unscanned',
    "scanned_at" TIMESTAMPTZ(3),

    CONSTRAINT "evidence_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "evidence_somebodys" CHECK (num_nonnulls("draft_lookup", "submission_id") = 1),
    CONSTRAINT "evidence_sealed_when_sent" CHECK (num_nonnulls("submission_id", "box_id", "arrived_at") IN (0, 3)),
    CONSTRAINT "evidence_size" CHECK ("bytes" BETWEEN 0 AND 26214400),
    CONSTRAINT "evidence_scan" CHECK ("scan" IN ('unscanned', 'clean', 'found'))
);
CREATE TABLE "evidence_piece" (
    "evidence_id" UUID NOT NULL,
    "place" INTEGER NOT NULL,
    "ciphertext" BYTEA NOT NULL,

    CONSTRAINT "evidence_piece_pkey" PRIMARY KEY ("evidence_id", "place")
);
CREATE UNIQUE INDEX "evidence_box_id_key" ON "evidence"("box_id");
CREATE INDEX "evidence_draft_lookup_idx" ON "evidence"("draft_lookup");
CREATE INDEX "evidence_submission_id_arrived_at_idx" ON "evidence"("submission_id", "arrived_at");
-- What is not sent goes with the answers it belongs to: when somebody leaves, and when their time is up.
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_draft_lookup_fkey" FOREIGN KEY ("draft_lookup") REFERENCES "draft"("lookup") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "evidence" ADD CONSTRAINT "evidence_box_id_fkey" FOREIGN KEY ("box_id") REFERENCES "sealed_box"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "evidence_piece" ADD CONSTRAINT "evidence_piece_evidence_id_fkey" FOREIGN KEY ("evidence_id") REFERENCES "evidence"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- Noise does not get smaller.
ALTER TABLE "evidence_piece" ALTER COLUMN "ciphertext" SET STORAGE EXTERNAL;

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['evidence', 'evidence_piece'] LOOP
    EXECUTE format('ALTER TABLE %I OWNER TO alongside_owner', one);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', one);
    EXECUTE format('CREATE POLICY owner_all ON %I TO alongside_owner USING (true) WITH CHECK (true)', one);
  END LOOP;
END
$$;

-- That there is a file is seen with its case; its pieces are given to whoever may open that. Functions alone write either.
CREATE POLICY staff_sees ON "evidence" FOR SELECT TO alongside_staff
  USING (EXISTS (SELECT FROM "case" c WHERE c.submission_id = evidence.submission_id));
CREATE POLICY staff_opens ON "evidence_piece" FOR SELECT TO alongside_staff USING (EXISTS (
  SELECT FROM evidence e JOIN "case" c ON c.submission_id = e.submission_id WHERE e.id = evidence_piece.evidence_id AND desk_opens(c.id)
));
GRANT SELECT ON "evidence", "evidence_piece" TO alongside_staff;

-- Whether what has arrived and is not sent takes all the room there is for it.
CREATE FUNCTION evidence_is_crowded(p_most bigint) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(sum(e.bytes), 0) >= p_most FROM evidence e WHERE e.draft_lookup IS NOT NULL
$$;

-- Begins a file for the draft that `p_lookup` finds. Outcomes: 'begun'; 'busy' (too much has arrived that is not sent); 'too-many'; 'gone' (no draft).
CREATE FUNCTION evidence_begin(p_lookup bytea, p_id uuid, p_most bigint, p_now timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM FROM draft d WHERE d.lookup = p_lookup AND d.expires_at > p_now FOR UPDATE;
  IF NOT FOUND THEN
    RETURN 'gone';
  ELSIF evidence_is_crowded(p_most) THEN
    RETURN 'busy';
  -- More than are taken, for those that broke off.
  ELSIF 30 <= (SELECT count(*) FROM evidence e WHERE e.draft_lookup = p_lookup) THEN
    RETURN 'too-many';
  END IF;
  INSERT INTO evidence (id, draft_lookup, begun_at) VALUES (p_id, p_lookup, p_now);
  RETURN 'begun';
END
$$;

-- Adds the next piece. Outcomes: 'added'; 'moved' (it is another's turn: ask evidence_state); 'too-large'; 'busy'; 'gone'.
CREATE FUNCTION evidence_add(p_lookup bytea, p_id uuid, p_place integer, p_bytes integer, p_ciphertext bytea, p_most bigint) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  held evidence;
BEGIN
  SELECT e.* INTO held FROM evidence e WHERE e.id = p_id AND e.draft_lookup = p_lookup FOR UPDATE;
  IF NOT FOUND THEN
    RETURN 'gone';
  ELSIF held.pieces <> p_place OR p_bytes NOT BETWEEN 1 AND 1048576 THEN
    RETURN 'moved';
  ELSIF held.bytes + p_bytes > 26214400 THEN
    RETURN 'too-large';
  ELSIF evidence_is_crowded(p_most) THEN
    RETURN 'busy';
  END IF;
  INSERT INTO evidence_piece (evidence_id, place, ciphertext) VALUES (p_id, p_place, p_ciphertext);
  UPDATE evidence SET bytes = bytes + p_bytes, pieces = pieces + 1 WHERE id = p_id;
  RETURN 'added';
END
$$;

-- How far a file that is not sent has come.
CREATE FUNCTION evidence_state(p_lookup bytea, p_id uuid) RETURNS TABLE (bytes integer, pieces integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT e.bytes, e.pieces FROM evidence e WHERE e.id = p_id AND e.draft_lookup = p_lookup
$$;

-- A piece of a file that is not sent, to whoever has its draft.
CREATE FUNCTION evidence_unsent_piece(p_lookup bytea, p_id uuid, p_place integer) RETURNS bytea
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p.ciphertext FROM evidence_piece p JOIN evidence e ON e.id = p.evidence_id
  WHERE e.id = p_id AND e.draft_lookup = p_lookup AND p.place = p_place
$$;

-- What a scanner said of a file before it was sent.
CREATE FUNCTION evidence_note_scan(p_lookup bytea, p_id uuid, p_scan text, p_at timestamptz) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE evidence SET scan = p_scan, scanned_at = p_at WHERE id = p_id AND draft_lookup = p_lookup
$$;

-- Takes files of a draft away for good; all of them where `p_ids` is null.
CREATE FUNCTION evidence_forget(p_lookup bytea, p_ids uuid[]) RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DELETE FROM evidence WHERE draft_lookup = p_lookup AND (p_ids IS NULL OR id = ANY (p_ids))
$$;

-- Files that belong to a submission from now on, each with its box. What the draft had is nothing to it any more.
CREATE FUNCTION keep_evidence(p_lookup bytea, p_files jsonb, p_submission_id uuid, p_at timestamptz, p_with_code boolean) RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one jsonb;
  kept integer := 0;
BEGIN
  FOR one IN SELECT * FROM jsonb_array_elements(coalesce(p_files, '[]')) LOOP
    PERFORM insert_sealed_box(one->'box');
    UPDATE evidence SET draft_lookup = NULL, submission_id = p_submission_id, box_id = (one->'box'->>'id')::uuid, arrived_at = p_at,
      with_code = p_with_code
    WHERE id = (one->>'id')::uuid AND draft_lookup = p_lookup;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'a file is not there to be sent' USING ERRCODE = 'no_data_found';
    END IF;
    kept := kept + 1;
  END LOOP;
  RETURN kept;
END
$$;

-- Whoever has a return code adds files. Outcomes: 'accepted'; 'full' (as many as a day, or a case, has room for); 'gone' (the code opens nothing).
CREATE FUNCTION accept_evidence(p jsonb) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
  at timestamptz := (p->>'at')::timestamptz;
  added integer := jsonb_array_length(p->'files');
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT * INTO about FROM hold_case_of_code((p->>'submission_id')::uuid, (p->>'key')::bytea);
  IF NOT FOUND THEN
    RETURN 'gone';
  ELSIF added + (SELECT count(*) FROM evidence e
      WHERE e.submission_id = about.submission_id AND e.with_code AND e.arrived_at > at - interval '1 day') > 10
    OR added + (SELECT count(*) FROM evidence e WHERE e.submission_id = about.submission_id) > 60
  THEN
    RETURN 'full';
  END IF;
  PERFORM keep_evidence((p->>'lookup')::bytea, p->'files', about.submission_id, at, true);
  UPDATE "case" SET version = version + 1 WHERE id = about.id;
  INSERT INTO audit_event (at, action, case_id, reference, detail, force)
  VALUES (at, 'collected', about.id, about.reference, jsonb_build_object('what', 'evidence', 'files', added), about.force);
  INSERT INTO case_event (id, case_id, at, type, detail)
  VALUES ((p->>'event_id')::uuid, about.id, at, 'evidence-received', jsonb_build_object('files', added));
  RETURN 'accepted';
END
$$;

-- The files of a submission, for whoever has its code: sealed, and without their pieces.
CREATE FUNCTION follow_up_evidence(p_submission_id uuid, p_key bytea)
RETURNS TABLE (id uuid, arrived_at timestamptz, scan text, box jsonb)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT e.id, e.arrived_at, e.scan, jsonb_build_object(
    'id', b.id, 'purpose', b.purpose, 'suite', b.suite,
    'fields', (SELECT jsonb_agg(jsonb_build_object('field', f.field, 'version', f.version, 'ciphertext', encode(f.ciphertext, 'base64')))
      FROM sealed_field f WHERE f.box_id = b.id),
    'wraps', (SELECT jsonb_agg(jsonb_build_object('keyId', w.key_id, 'wrap', encode(w.wrap, 'base64')))
      FROM key_wrap w WHERE w.box_id = b.id AND w.key_id = 'reporter-' || p_submission_id::text))
  FROM evidence e JOIN sealed_box b ON b.id = e.box_id
  WHERE e.submission_id = p_submission_id AND code_still_opens(p_submission_id, p_key)
    AND EXISTS (SELECT FROM key_wrap w WHERE w.box_id = b.id AND w.key_id = 'reporter-' || p_submission_id::text)
  ORDER BY e.arrived_at, e.begun_at, e.id
$$;

-- Files hang on their submission like everything else of it: they are stored with it, opened with it and destroyed with it.
DO $do$
DECLARE
  one record;
  defined text;
BEGIN
  FOR one IN SELECT * FROM (VALUES
    ('store_submission(jsonb, uuid)',
      $a$PERFORM write_locked_draft(p->'draft');$a$,
      $b$PERFORM keep_evidence((p->'draft'->>'lookup')::bytea, p->'evidence', received.id, received.received_at, false);
  PERFORM write_locked_draft(p->'draft');$b$),
    ('desk_submission_of_box(uuid)',
      $a$(SELECT a.submission_id FROM agreement a WHERE a.box_id = p_box_id),$a$,
      $b$(SELECT a.submission_id FROM agreement a WHERE a.box_id = p_box_id),
    (SELECT v.submission_id FROM evidence v WHERE v.box_id = p_box_id),$b$),
    ('boxes_of_case(uuid)',
      $a$UNION SELECT a.box_id FROM "case" c JOIN agreement a ON a.submission_id = c.submission_id WHERE c.id = p_id$a$,
      $b$UNION SELECT a.box_id FROM "case" c JOIN agreement a ON a.submission_id = c.submission_id WHERE c.id = p_id
  UNION SELECT v.box_id FROM "case" c JOIN evidence v ON v.submission_id = c.submission_id WHERE c.id = p_id$b$),
    ('destroy_case("case", timestamptz)',
      $a$DELETE FROM agreement WHERE submission_id = p_case.submission_id;$a$,
      $b$DELETE FROM agreement WHERE submission_id = p_case.submission_id;
  DELETE FROM evidence WHERE submission_id = p_case.submission_id;$b$)
  ) AS patch (name, before, after)
  LOOP
    defined := pg_get_functiondef(one.name::regprocedure);
    IF position(one.before IN defined) = 0 THEN
      RAISE EXCEPTION '% is not as it was', one.name;
    END IF;
    EXECUTE replace(defined, one.before, one.after);
  END LOOP;
  FOREACH defined IN ARRAY ARRAY[
    'evidence_is_crowded(bigint)', 'evidence_begin(bytea, uuid, bigint, timestamptz)',
    'evidence_add(bytea, uuid, integer, integer, bytea, bigint)', 'evidence_state(bytea, uuid)',
    'evidence_unsent_piece(bytea, uuid, integer)', 'evidence_note_scan(bytea, uuid, text, timestamptz)', 'evidence_forget(bytea, uuid[])',
    'keep_evidence(bytea, jsonb, uuid, timestamptz, boolean)', 'accept_evidence(jsonb)', 'follow_up_evidence(uuid, bytea)'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', defined);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', defined);
  END LOOP;
END
$do$;
GRANT EXECUTE ON FUNCTION evidence_begin(bytea, uuid, bigint, timestamptz), evidence_add(bytea, uuid, integer, integer, bytea, bigint),
  evidence_state(bytea, uuid), evidence_unsent_piece(bytea, uuid, integer), evidence_note_scan(bytea, uuid, text, timestamptz),
  evidence_forget(bytea, uuid[]), accept_evidence(jsonb), follow_up_evidence(uuid, bytea)
TO alongside_public;
