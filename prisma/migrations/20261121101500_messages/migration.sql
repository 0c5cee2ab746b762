-- Messages between staff and whoever holds a return code. Only who, when and whether it was read are plain.

CREATE TABLE "message" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "author" TEXT NOT NULL,
    "account_id" UUID,
    "box_id" UUID NOT NULL,
    "read_at" TIMESTAMPTZ(3),
    "token_hash" BYTEA,

    CONSTRAINT "message_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "message_author_known" CHECK ("author" IN ('staff', 'reporter'))
);

ALTER TABLE "case" ADD COLUMN "last_message_at" TIMESTAMPTZ(3), ADD COLUMN "last_message_from" TEXT;

CREATE UNIQUE INDEX "message_box_id_key" ON "message"("box_id");
CREATE UNIQUE INDEX "message_token_hash_key" ON "message"("token_hash");
CREATE INDEX "message_submission_id_at_idx" ON "message"("submission_id", "at");

ALTER TABLE "message" ADD CONSTRAINT "message_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "message" ADD CONSTRAINT "message_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "message" ADD CONSTRAINT "message_box_id_fkey" FOREIGN KEY ("box_id") REFERENCES "sealed_box"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- The code's other half opens what is in the row: the private key of the code's holder.
DROP FUNCTION find_return_code(bytea);

CREATE FUNCTION find_return_code(p_lookup bytea)
RETURNS TABLE (submission_id uuid, wrapped_private_key bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT r.submission_id, r.wrapped_private_key FROM return_code r WHERE r.lookup = p_lookup
$$;

-- The conversation, oldest first, with no wrap of a key but the code holder's own. Whoever asks has it open, so what staff
-- wrote counts as read from then on.
CREATE FUNCTION follow_up_messages(p_submission_id uuid, p_now timestamptz)
RETURNS TABLE (
  id uuid, at timestamptz, author text, by_role text, read_at timestamptz, box_id uuid, purpose text, suite integer,
  fields jsonb, wraps jsonb
)
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE message m SET read_at = p_now
  WHERE m.submission_id = p_submission_id AND m.author = 'staff' AND m.read_at IS NULL;

  SELECT m.id, m.at, m.author, a.role, m.read_at, b.id, b.purpose, b.suite::integer,
    (SELECT coalesce(jsonb_agg(jsonb_build_object('field', f.field, 'version', f.version,
       'ciphertext', encode(f.ciphertext, 'hex'))), '[]') FROM sealed_field f WHERE f.box_id = b.id),
    (SELECT coalesce(jsonb_agg(jsonb_build_object('keyId', w.key_id, 'wrap', encode(w.wrap, 'hex'))), '[]')
     FROM key_wrap w WHERE w.box_id = b.id AND w.key_id = 'reporter-' || p_submission_id::text)
  FROM message m JOIN sealed_box b ON b.id = m.box_id LEFT JOIN account a ON a.id = m.account_id
  WHERE m.submission_id = p_submission_id
  ORDER BY m.at, m.id
$$;

-- Takes a message from the holder of a return code, into an open case or a closed one. The case gets a new version, so
-- that nobody acts on it without having seen that there is a message. So that nobody can keep a case changing, twenty
-- messages may wait for an answer.
-- Outcomes: 'accepted'; 'repeat' (this token was used: nothing changed); 'full' (twenty wait); 'gone' (no case with a code).
CREATE FUNCTION accept_message(p jsonb) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
  written message := jsonb_populate_record(NULL::message, p->'message');
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT c.* INTO about FROM "case" c JOIN return_code r ON r.submission_id = c.submission_id
    WHERE c.submission_id = written.submission_id FOR UPDATE OF c;
  IF NOT FOUND THEN
    RETURN 'gone';
  END IF;
  IF EXISTS (SELECT FROM message m WHERE m.token_hash = written.token_hash) THEN
    RETURN 'repeat';
  END IF;
  IF 20 <= (
    SELECT count(*) FROM message m
    WHERE m.submission_id = written.submission_id AND m.author = 'reporter' AND m.at > coalesce(
      (SELECT max(s.at) FROM message s WHERE s.submission_id = written.submission_id AND s.author = 'staff'), '-infinity')
  ) THEN
    RETURN 'full';
  END IF;

  PERFORM insert_sealed_box(p->'box');
  INSERT INTO message (id, submission_id, at, author, box_id, token_hash)
  VALUES (written.id, written.submission_id, written.at, 'reporter', (p->'box'->>'id')::uuid, written.token_hash);
  UPDATE "case" SET last_message_at = written.at, last_message_from = 'reporter', version = version + 1
  WHERE id = about.id;
  INSERT INTO audit_event (at, action, case_id, reference, detail)
  VALUES (written.at, 'collected', about.id, about.reference, '{"what": "message"}');
  INSERT INTO case_event (id, case_id, at, type)
  VALUES ((p->>'event_id')::uuid, about.id, written.at, 'message-received');
  RETURN 'accepted';
END
$$;

REVOKE ALL ON FUNCTION
  find_return_code(bytea), follow_up_messages(uuid, timestamptz), accept_message(jsonb)
FROM PUBLIC;
