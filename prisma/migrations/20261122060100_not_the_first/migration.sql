-- That a case is not the first: how often a telephone number, an e-mail address or a postcode has come lately, as a count without reading, and
-- a question to whoever has the others. docs/decisions/0037 says why so.

CREATE TABLE "link_request" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "answered_at" TIMESTAMPTZ(3),
    "answered_by_id" UUID,
    "outcome" TEXT,

    CONSTRAINT "link_request_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "link_request_words_check" CHECK (
      case_id <> other_id AND kind IN ('telephone', 'email', 'postcode') AND num_nonnulls(answered_at, answered_by_id, outcome) IN (0, 3)
      AND outcome IN ('linked', 'declined')
    )
);
CREATE UNIQUE INDEX "link_request_case_id_other_id_key" ON "link_request"("case_id", "other_id");
CREATE INDEX "link_request_other_id_idx" ON "link_request"("other_id");
ALTER TABLE "link_request" ADD CONSTRAINT "link_request_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "link_request" ADD CONSTRAINT "link_request_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "link_request" ADD CONSTRAINT "link_request_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "link_request" ADD CONSTRAINT "link_request_answered_by_id_fkey" FOREIGN KEY ("answered_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Closed to everybody: what may be known of it, each side is told by a function.
ALTER TABLE "link_request" OWNER TO alongside_owner;
ALTER TABLE "link_request" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON "link_request" TO alongside_owner USING (true) WITH CHECK (true);

-- Cases that came in the 90 days before this one, or since, and share a term of the index with it, whoever's they are. No sealed case is among them for
-- anybody, none that whoever asks has a conflict with, and none that this one is merged with. Decoys are: a count that left them out would tell which they are.
CREATE FUNCTION sharing_cases(p_case_id uuid) RETURNS TABLE (id uuid, kind text, received_at timestamptz)
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT DISTINCT other.id, theirs.kind, other.received_at
  FROM "case" c
  JOIN case_index own ON own.case_id = c.id AND own.kind IN ('telephone', 'email', 'postcode')
  JOIN case_index theirs ON theirs.kind = own.kind AND theirs.term = own.term AND theirs.key_id = own.key_id AND theirs.case_id <> c.id
  JOIN "case" other ON other.id = theirs.case_id
  WHERE c.id = p_case_id AND other.force = c.force AND NOT other.restricted AND NOT desk_actor_id() = ANY (other.conflicted_ids)
    AND other.received_at >= c.received_at - interval '90 days'
    AND coalesce(other.goes_on_in_id, other.id) <> coalesce(c.goes_on_in_id, c.id)
$$;

-- How many came before and since, for whoever works on the case; a case and those merged into it count once.
CREATE FUNCTION pattern_of_case(p_case_id uuid) RETURNS TABLE (kind text, before integer, since integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.kind, count(DISTINCT coalesce(o.goes_on_in_id, o.id)) FILTER (WHERE s.received_at <= c.received_at)::integer,
    count(DISTINCT coalesce(o.goes_on_in_id, o.id)) FILTER (WHERE s.received_at > c.received_at)::integer
  FROM "case" c CROSS JOIN LATERAL sharing_cases(c.id) s JOIN "case" o ON o.id = s.id
  WHERE c.id = p_case_id AND desk_works(p_case_id) GROUP BY s.kind
$$;

-- Asks whoever has the other cases whether they are to be linked: whoever asks learns nothing by it, not even whether there was anybody to ask.
-- Outcomes: 'asked'; 'not-found'; 'conflict'; 'bad-transition' (erased).
CREATE FUNCTION ask_to_link(p_id uuid, p_version integer, p_at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
  other "case";
  shared record;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT c.* INTO about FROM "case" c WHERE c.id = p_id FOR UPDATE;
  IF NOT FOUND OR NOT desk_works(p_id) THEN
    RETURN 'not-found';
  ELSIF about.version <> p_version THEN
    RETURN 'conflict';
  ELSIF about.erased_at IS NOT NULL THEN
    RETURN 'bad-transition';
  END IF;
  PERFORM note_case_act(about, p_at, 'link-asked', '{}');
  UPDATE "case" SET version = version + 1 WHERE id = p_id;
  FOR shared IN SELECT DISTINCT ON (s.id) s.id, s.kind FROM sharing_cases(p_id) s ORDER BY s.id, s.kind = 'postcode', s.kind LOOP
    CONTINUE WHEN EXISTS (SELECT FROM case_link l WHERE l.case_id = least(p_id, shared.id) AND l.other_id = greatest(p_id, shared.id))
      OR EXISTS (SELECT FROM link_request r WHERE r.case_id = shared.id AND r.other_id = p_id AND r.outcome IS NULL);
    INSERT INTO link_request (id, case_id, other_id, kind, asked_at, asked_by_id)
    VALUES (gen_random_uuid(), p_id, shared.id, shared.kind, p_at, desk_actor_id()) ON CONFLICT DO NOTHING;
    IF FOUND THEN
      SELECT c.* INTO other FROM "case" c WHERE c.id = shared.id;
      PERFORM note_case_act(other, p_at, 'link-wanted', jsonb_build_object('shared', shared.kind));
    END IF;
  END LOOP;
  RETURN 'asked';
END
$$;

-- Answers such a question, for whoever works on the case it came to. Yes links the two, and tells whoever asked which case it is and who said so.
-- Outcomes: 'changed'; 'not-found' (none, none of theirs, or answered); 'case-sealed' (the case it came to is sealed by now).
CREATE FUNCTION answer_link_request(p_id uuid, p_case_id uuid, p_yes boolean, p_at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  asked link_request;
  one "case";
  other "case";
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT r.* INTO asked FROM link_request r WHERE r.id = p_id AND r.other_id = p_case_id AND r.outcome IS NULL FOR UPDATE;
  IF NOT FOUND OR NOT desk_works(p_case_id) THEN
    RETURN 'not-found';
  END IF;
  SELECT c.* INTO one FROM "case" c WHERE c.id = asked.case_id;
  SELECT c.* INTO other FROM "case" c WHERE c.id = asked.other_id;
  IF p_yes AND (one.restricted OR other.restricted) THEN
    RETURN 'case-sealed';
  END IF;
  UPDATE link_request SET answered_at = p_at, answered_by_id = desk_actor_id(), outcome = CASE WHEN p_yes THEN 'linked' ELSE 'declined' END
  WHERE id = p_id;
  IF NOT p_yes THEN
    PERFORM note_case_act(other, p_at, 'link-declined', '{}');
    RETURN 'changed';
  END IF;
  INSERT INTO case_link (case_id, other_id, kind, made_at, made_by_id)
  VALUES (least(one.id, other.id), greatest(one.id, other.id), CASE asked.kind WHEN 'postcode' THEN 'same-place' ELSE 'same-person' END, p_at, desk_actor_id())
  ON CONFLICT DO NOTHING;
  PERFORM note_link_act(one, other, 'linked', CASE asked.kind WHEN 'postcode' THEN 'same-place' ELSE 'same-person' END, p_at);
  RETURN 'changed';
END
$$;

-- What may be known of such questions about a case, for whoever works on it. Those that came: who asks, why, and about which case where they may see
-- it. Those that were asked: one row for each time, until somebody says yes; a no looks as no answer does.
CREATE FUNCTION link_requests_of(p_case_id uuid)
RETURNS TABLE (id uuid, came boolean, at timestamptz, who text, kind text, reference text)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT r.id, true, r.asked_at, a.name, r.kind, CASE WHEN desk_sees(r.case_id) THEN c.reference END
  FROM link_request r JOIN account a ON a.id = r.asked_by_id JOIN "case" c ON c.id = r.case_id
  WHERE r.other_id = p_case_id AND r.outcome IS NULL AND desk_works(p_case_id)
  UNION ALL
  SELECT r.id, false, r.answered_at, a.name, r.kind, c.reference
  FROM link_request r JOIN account a ON a.id = r.answered_by_id JOIN "case" c ON c.id = r.other_id
  WHERE r.case_id = p_case_id AND r.outcome = 'linked' AND desk_works(p_case_id) AND NOT c.restricted
    AND EXISTS (SELECT FROM case_link l WHERE l.case_id = least(r.case_id, r.other_id) AND l.other_id = greatest(r.case_id, r.other_id))
  UNION ALL
  SELECT NULL, false, max(e.at), NULL, NULL, NULL FROM case_event e
  WHERE e.case_id = p_case_id AND e.type = 'link-asked' AND desk_works(p_case_id) HAVING count(*) > 0
  ORDER BY 2 DESC, 3 DESC
$$;

-- Of an erased case no question is left either.
CREATE FUNCTION forget_link_requests() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM link_request WHERE NEW.id IN (case_id, other_id);
  RETURN NULL;
END
$$;
CREATE TRIGGER case_link_requests_go AFTER UPDATE ON "case" FOR EACH ROW
WHEN (NEW.erased_at IS NOT NULL AND OLD.erased_at IS NULL) EXECUTE FUNCTION forget_link_requests();

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY[
    'sharing_cases(uuid)', 'pattern_of_case(uuid)', 'ask_to_link(uuid, integer, timestamptz)',
    'answer_link_request(uuid, uuid, boolean, timestamptz)', 'link_requests_of(uuid)', 'forget_link_requests()'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', one);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION pattern_of_case(uuid), ask_to_link(uuid, integer, timestamptz), answer_link_request(uuid, uuid, boolean, timestamptz),
  link_requests_of(uuid) TO alongside_staff;
