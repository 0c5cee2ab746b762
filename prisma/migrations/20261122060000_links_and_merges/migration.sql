-- Cases that belong together: links between two, and one that goes on in another. docs/decisions/0037 says why so.

-- The case that a merged one goes on in, at the end of every chain; null for all others.
ALTER TABLE "case" ADD COLUMN "goes_on_in_id" UUID;
ALTER TABLE "case" ADD CONSTRAINT "case_goes_on_in_id_fkey" FOREIGN KEY ("goes_on_in_id") REFERENCES "case"("id")
  ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "case" ADD CONSTRAINT "case_goes_on_elsewhere_check" CHECK (goes_on_in_id <> id);
CREATE INDEX "case_goes_on_in_id_idx" ON "case"("goes_on_in_id") WHERE goes_on_in_id IS NOT NULL;

CREATE TABLE "case_link" (
    "case_id" UUID NOT NULL,
    "other_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" UUID NOT NULL,

    CONSTRAINT "case_link_pkey" PRIMARY KEY ("case_id", "other_id"),
    -- Once for two cases, whichever of them it was made from.
    CONSTRAINT "case_link_words_check" CHECK (case_id < other_id AND kind IN ('related', 'duplicate', 'same-person', 'same-place', 'same-incident'))
);
CREATE INDEX "case_link_other_id_idx" ON "case_link"("other_id");
ALTER TABLE "case_link" ADD CONSTRAINT "case_link_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "case_link" ADD CONSTRAINT "case_link_other_id_fkey" FOREIGN KEY ("other_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "case_link" ADD CONSTRAINT "case_link_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "case_merge" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "into_id" UUID NOT NULL,
    "merged_at" TIMESTAMPTZ(3) NOT NULL,
    "merged_by_id" UUID NOT NULL,
    "holder_before_id" UUID,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,

    CONSTRAINT "case_merge_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "case_merge_elsewhere_check" CHECK (case_id <> into_id)
);
CREATE UNIQUE INDEX "case_merge_once_idx" ON "case_merge"("case_id") WHERE ended_at IS NULL;
CREATE INDEX "case_merge_into_id_idx" ON "case_merge"("into_id");
ALTER TABLE "case_merge" ADD CONSTRAINT "case_merge_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "case_merge" ADD CONSTRAINT "case_merge_into_id_fkey" FOREIGN KEY ("into_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "case_merge" ADD CONSTRAINT "case_merge_merged_by_id_fkey" FOREIGN KEY ("merged_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "case_merge" ADD CONSTRAINT "case_merge_holder_before_id_fkey" FOREIGN KEY ("holder_before_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "case_merge" ADD CONSTRAINT "case_merge_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- Of both cases whoever sees them: row security holds for each in the subqueries. Nobody learns of one from the other.
ALTER TABLE "case_link" OWNER TO alongside_owner;
ALTER TABLE "case_link" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON "case_link" TO alongside_owner USING (true) WITH CHECK (true);
CREATE POLICY staff_sees_both ON "case_link" FOR SELECT TO alongside_staff USING (
  EXISTS (SELECT FROM "case" c WHERE c.id = case_link.case_id) AND EXISTS (SELECT FROM "case" c WHERE c.id = case_link.other_id)
);
GRANT SELECT ON "case_link" TO alongside_staff;

ALTER TABLE "case_merge" OWNER TO alongside_owner;
ALTER TABLE "case_merge" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON "case_merge" TO alongside_owner USING (true) WITH CHECK (true);
CREATE POLICY staff_sees_both ON "case_merge" FOR SELECT TO alongside_staff USING (
  EXISTS (SELECT FROM "case" c WHERE c.id = case_merge.case_id) AND EXISTS (SELECT FROM "case" c WHERE c.id = case_merge.into_id)
);
GRANT SELECT ON "case_merge" TO alongside_staff;

-- 'work' of the policy: what is done on a case besides its own course, by whoever has it, triages it or supervises; never by a broken glass.
CREATE FUNCTION desk_works(p_case_id uuid) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT desk_opens_anyway(p_case_id) AND EXISTS (
    SELECT FROM "case" c WHERE c.id = p_case_id
      AND (desk_role() IN ('supervisor', 'triager') OR c.assignee_id IS NOT DISTINCT FROM desk_actor_id()))
$$;

-- Whether whoever has the one case may have this one too: nobody, or somebody the reporter did not ask to leave out and who has no conflict.
CREATE FUNCTION may_follow(p_case "case", p_account_id uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p_account_id IS NULL OR EXISTS (
    SELECT FROM account a LEFT JOIN officer o ON o.account_id = a.id
    WHERE a.id = p_account_id AND a.active AND a.role IN ('supervisor', 'liaison-officer') AND NOT a.id = ANY (p_case.conflicted_ids)
      AND NOT coalesce(o.districts, '{}') && p_case.excluded_districts)
$$;

CREATE FUNCTION act_time() RETURNS timestamptz
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE WHEN isfinite(desk_at()) THEN desk_at() ELSE date_trunc('milliseconds', clock_timestamp()) END
$$;

-- Those that were merged into a case, and into those, and so on.
CREATE FUNCTION merged_under(p_case_id uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  WITH RECURSIVE under(id) AS (
    SELECT m.case_id FROM case_merge m WHERE m.into_id = p_case_id AND m.ended_at IS NULL
    UNION SELECT m.case_id FROM case_merge m JOIN under u ON m.into_id = u.id WHERE m.ended_at IS NULL
  ) SELECT id FROM under
$$;

-- Clocks of a merged case stand still, whatever starts or resumes them: what was promised runs for the one that goes on.
CREATE FUNCTION hold_merged_clock() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM "case" c WHERE c.id = NEW.case_id AND c.goes_on_in_id IS NOT NULL AND c.status <> 'closed') THEN
    NEW.paused_at := act_time();
    NEW.pause := 'merged';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER case_clock_held BEFORE INSERT OR UPDATE ON "case_clock" FOR EACH ROW
WHEN (NEW.ended_at IS NULL AND NEW.paused_at IS NULL) EXECUTE FUNCTION hold_merged_clock();

CREATE FUNCTION hold_or_free_clocks(p_case_id uuid, p_held boolean) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE case_clock SET paused_at = CASE WHEN p_held THEN act_time() END, pause = CASE WHEN p_held THEN 'merged' END
  WHERE case_id = p_case_id AND ended_at IS NULL
    AND CASE WHEN p_held THEN paused_at IS NULL ELSE pause = 'merged' END
$$;

-- Ends the merge of a case: it is again whoever's it was, if they may still have it, with those that were merged into it.
CREATE FUNCTION part_case(p_case "case", p_at timestamptz) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  merge case_merge;
  holder uuid;
  other "case";
BEGIN
  UPDATE case_merge SET ended_at = p_at, ended_by_id = desk_actor_id() WHERE case_id = p_case.id AND ended_at IS NULL RETURNING * INTO merge;
  IF NOT FOUND THEN
    RETURN;
  END IF;
  holder := CASE WHEN may_follow(p_case, merge.holder_before_id) THEN merge.holder_before_id END;
  UPDATE "case" SET goes_on_in_id = p_case.id, version = version + 1 WHERE id IN (SELECT merged_under(p_case.id));
  UPDATE "case" SET goes_on_in_id = NULL, version = version + 1,
    assignee_id = CASE WHEN status = 'closed' THEN assignee_id ELSE holder END,
    status = CASE WHEN status = 'closed' THEN status WHEN holder IS NULL THEN 'new' WHEN status = 'new' THEN 'assigned' ELSE status END
  WHERE id = p_case.id;
  PERFORM hold_or_free_clocks(p_case.id, false);
  SELECT c.* INTO other FROM "case" c WHERE c.id = merge.into_id;
  PERFORM note_case_act(p_case, p_at, 'unmerged', jsonb_build_object('merge', merge.id));
  PERFORM note_case_act(other, p_at, 'merge-ended', jsonb_build_object('merge', merge.id));
END
$$;

-- Has a case go on in another, for whoever works on both: nothing is copied, and nothing of it is changed but who has it and that its clocks
-- stand still. Outcomes: 'changed'; 'not-found'; 'conflict' (another version by now); 'bad-transition' (erased); 'same-case'; 'merge-circle'
-- (the other goes on in this one); 'merged-already'; 'other-merged'; 'other-closed'; 'case-sealed'; 'holder-may-not'.
CREATE FUNCTION merge_case(p_id uuid, p_version integer, p_into_id uuid, p_at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one "case";
  other "case";
  merge_id uuid := gen_random_uuid();
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  PERFORM FROM "case" c WHERE c.id IN (p_id, p_into_id) ORDER BY c.id FOR UPDATE;
  SELECT c.* INTO one FROM "case" c WHERE c.id = p_id;
  SELECT c.* INTO other FROM "case" c WHERE c.id = p_into_id;
  IF one.id IS NULL OR other.id IS NULL OR NOT desk_works(p_id) OR NOT desk_works(p_into_id) THEN
    RETURN 'not-found';
  ELSIF p_id = p_into_id THEN
    RETURN 'same-case';
  ELSIF one.version <> p_version THEN
    RETURN 'conflict';
  ELSIF one.erased_at IS NOT NULL OR other.erased_at IS NOT NULL THEN
    RETURN 'bad-transition';
  ELSIF other.goes_on_in_id IS NOT DISTINCT FROM p_id THEN
    RETURN 'merge-circle';
  ELSIF one.goes_on_in_id IS NOT NULL THEN
    RETURN 'merged-already';
  ELSIF other.goes_on_in_id IS NOT NULL THEN
    RETURN 'other-merged';
  ELSIF one.restricted OR other.restricted THEN
    RETURN 'case-sealed';
  ELSIF other.status = 'closed' THEN
    RETURN 'other-closed';
  ELSIF EXISTS (
    SELECT FROM "case" c WHERE (c.id = p_id OR c.goes_on_in_id = p_id) AND c.status <> 'closed' AND NOT may_follow(c, other.assignee_id)
  ) THEN
    RETURN 'holder-may-not';
  END IF;
  INSERT INTO case_merge (id, case_id, into_id, merged_at, merged_by_id, holder_before_id)
  VALUES (merge_id, p_id, p_into_id, p_at, desk_actor_id(), one.assignee_id);
  UPDATE case_offer SET ended_at = greatest(p_at, offered_at), outcome = 'withdrawn', reason = 'merged'
  WHERE case_id = p_id AND ended_at IS NULL;
  UPDATE "case" SET goes_on_in_id = p_into_id, version = version + 1 WHERE goes_on_in_id = p_id;
  UPDATE "case" SET goes_on_in_id = p_into_id, version = version + 1, offered_to_id = NULL, offered_at = NULL WHERE id = p_id;
  UPDATE "case" SET version = version + 1 WHERE id = p_into_id;
  PERFORM give_to_merged(other.id, other.assignee_id);
  PERFORM hold_or_free_clocks(p_id, true);
  PERFORM note_case_act(one, p_at, 'merged', jsonb_build_object('merge', merge_id));
  PERFORM note_case_act(other, p_at, 'merge-begun', jsonb_build_object('merge', merge_id));
  RETURN 'changed';
END
$$;

-- Whoever has the case that goes on has those merged into it. Those they may not have are merged no more.
CREATE FUNCTION give_to_merged(p_case_id uuid, p_holder_id uuid) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one "case";
BEGIN
  FOR one IN
    SELECT c.* FROM "case" c WHERE c.goes_on_in_id = p_case_id AND c.status <> 'closed' ORDER BY c.id FOR UPDATE
  LOOP
    IF may_follow(one, p_holder_id) THEN
      UPDATE "case" SET assignee_id = p_holder_id, version = version + 1,
        status = CASE WHEN p_holder_id IS NULL THEN replace(status, 'assigned', 'new') ELSE replace(status, 'new', 'assigned') END
      WHERE id = one.id AND goes_on_in_id = p_case_id AND assignee_id IS DISTINCT FROM p_holder_id;
    ELSE
      PERFORM part_case(one, act_time());
    END IF;
  END LOOP;
END
$$;

CREATE FUNCTION follow_holder() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM give_to_merged(NEW.id, NEW.assignee_id);
  RETURN NULL;
END
$$;
CREATE TRIGGER case_holder_is_followed AFTER UPDATE OF assignee_id ON "case" FOR EACH ROW
WHEN (OLD.assignee_id IS DISTINCT FROM NEW.assignee_id) EXECUTE FUNCTION follow_holder();

-- A sealed case stands alone, and so does one that is erased, of which no tie is left, and a merged one that is opened again.
CREATE FUNCTION leave_others() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one "case";
BEGIN
  FOR one IN
    SELECT c.* FROM "case" c JOIN case_merge m ON m.case_id = c.id AND m.ended_at IS NULL
    WHERE c.id = NEW.id OR (m.into_id = NEW.id AND (NEW.restricted OR NEW.erased_at IS NOT NULL)) ORDER BY c.id = NEW.id DESC, c.id
  LOOP
    PERFORM part_case(one, act_time());
  END LOOP;
  IF NEW.erased_at IS NOT NULL THEN
    DELETE FROM case_link WHERE NEW.id IN (case_id, other_id);
    DELETE FROM case_merge WHERE NEW.id IN (case_id, into_id);
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER case_leaves_others AFTER UPDATE ON "case" FOR EACH ROW
WHEN ((NEW.restricted AND NOT OLD.restricted) OR (NEW.erased_at IS NOT NULL AND OLD.erased_at IS NULL)
  OR (OLD.status = 'closed' AND NEW.status <> 'closed' AND NEW.goes_on_in_id IS NOT NULL))
EXECUTE FUNCTION leave_others();

-- What goes on is not closed while a case is merged into it that is open: each has its own reporter, and its own end.
CREATE FUNCTION expect_merged_closed() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF EXISTS (SELECT FROM "case" c WHERE c.goes_on_in_id = NEW.id AND c.status <> 'closed') THEN
    RAISE EXCEPTION 'a case merged into it is open' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NEW;
END
$$;
CREATE TRIGGER case_merged_close_first BEFORE UPDATE ON "case" FOR EACH ROW
WHEN (OLD.status <> 'closed' AND NEW.status = 'closed') EXECUTE FUNCTION expect_merged_closed();

-- Takes a merge back. Outcomes: 'changed'; 'not-found'; 'conflict'; 'bad-transition' (it is not merged).
CREATE FUNCTION unmerge_case(p_id uuid, p_version integer, p_at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one "case";
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  -- The one that goes on is held first, as by whatever gives both to somebody.
  PERFORM FROM "case" c WHERE c.id = (SELECT goes_on_in_id FROM "case" WHERE id = p_id) FOR UPDATE;
  SELECT c.* INTO one FROM "case" c WHERE c.id = p_id FOR UPDATE;
  IF NOT FOUND OR NOT desk_works(p_id) THEN
    RETURN 'not-found';
  ELSIF one.version <> p_version THEN
    RETURN 'conflict';
  ELSIF one.goes_on_in_id IS NULL THEN
    RETURN 'bad-transition';
  END IF;
  PERFORM part_case(one, p_at);
  RETURN 'changed';
END
$$;

-- Links two cases, for whoever works on both. Outcomes: 'changed'; 'not-found'; 'conflict'; 'bad-transition' (erased); 'same-case'; 'linked-already'.
CREATE FUNCTION link_cases(p_id uuid, p_version integer, p_other_id uuid, p_kind text, p_at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one "case";
  other "case";
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  PERFORM FROM "case" c WHERE c.id IN (p_id, p_other_id) ORDER BY c.id FOR NO KEY UPDATE;
  SELECT c.* INTO one FROM "case" c WHERE c.id = p_id;
  SELECT c.* INTO other FROM "case" c WHERE c.id = p_other_id;
  IF one.id IS NULL OR other.id IS NULL OR NOT desk_works(p_id) OR NOT desk_works(p_other_id) THEN
    RETURN 'not-found';
  ELSIF p_id = p_other_id THEN
    RETURN 'same-case';
  ELSIF one.version <> p_version THEN
    RETURN 'conflict';
  ELSIF one.erased_at IS NOT NULL OR other.erased_at IS NOT NULL THEN
    RETURN 'bad-transition';
  END IF;
  INSERT INTO case_link (case_id, other_id, kind, made_at, made_by_id)
  VALUES (least(p_id, p_other_id), greatest(p_id, p_other_id), p_kind, p_at, desk_actor_id()) ON CONFLICT DO NOTHING;
  IF NOT FOUND THEN
    RETURN 'linked-already';
  END IF;
  PERFORM note_link_act(one, other, 'linked', p_kind, p_at);
  RETURN 'changed';
END
$$;

CREATE FUNCTION note_link_act(p_one "case", p_other "case", p_type text, p_kind text, p_at timestamptz) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT note_case_act(one, p_at, p_type, jsonb_build_object('link', p_kind)) FROM (VALUES (p_one), (p_other)) AS both_of(one);
  UPDATE "case" SET version = version + 1 WHERE id IN (p_one.id, p_other.id)
$$;

-- Takes a link back. Outcomes: 'changed'; 'not-found' (none, or none they may do this to); 'conflict'.
CREATE FUNCTION unlink_cases(p_id uuid, p_version integer, p_other_id uuid, p_at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one "case";
  other "case";
  was text;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  PERFORM FROM "case" c WHERE c.id IN (p_id, p_other_id) ORDER BY c.id FOR NO KEY UPDATE;
  SELECT c.* INTO one FROM "case" c WHERE c.id = p_id;
  SELECT c.* INTO other FROM "case" c WHERE c.id = p_other_id;
  IF one.id IS NULL OR other.id IS NULL OR NOT desk_works(p_id) OR NOT desk_sees(p_other_id) THEN
    RETURN 'not-found';
  ELSIF one.version <> p_version THEN
    RETURN 'conflict';
  END IF;
  DELETE FROM case_link WHERE case_id = least(p_id, p_other_id) AND other_id = greatest(p_id, p_other_id) RETURNING kind INTO was;
  IF NOT FOUND THEN
    RETURN 'not-found';
  END IF;
  PERFORM note_link_act(one, other, 'unlinked', was, p_at);
  RETURN 'changed';
END
$$;

DO $$
DECLARE
  one text;
  body text;
  -- What goes on in another case is not routed, not told to supervisors and in nobody's load: the one that goes on is. Said in each of these.
  patch record;
BEGIN
  FOREACH one IN ARRAY ARRAY[
    'desk_works(uuid)', 'may_follow("case", uuid)', 'act_time()', 'merged_under(uuid)', 'hold_merged_clock()', 'hold_or_free_clocks(uuid, boolean)',
    'part_case("case", timestamptz)', 'merge_case(uuid, integer, uuid, timestamptz)', 'give_to_merged(uuid, uuid)', 'follow_holder()', 'leave_others()',
    'expect_merged_closed()', 'unmerge_case(uuid, integer, timestamptz)', 'link_cases(uuid, integer, uuid, text, timestamptz)',
    'note_link_act("case", "case", text, text, timestamptz)', 'unlink_cases(uuid, integer, uuid, timestamptz)'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', one);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
  END LOOP;

  FOR patch IN SELECT * FROM (VALUES
    ('cases_to_route', 'c.offered_to_id IS NULL AND c.erased_at IS NULL', 'c.offered_to_id IS NULL AND c.goes_on_in_id IS NULL AND c.erased_at IS NULL'),
    ('store_routing', 'c.offered_to_id IS NULL AND c.erased_at IS NULL', 'c.offered_to_id IS NULL AND c.goes_on_in_id IS NULL AND c.erased_at IS NULL'),
    ('cases_to_escalate', 'c.erased_at IS NULL', 'c.goes_on_in_id IS NULL AND c.erased_at IS NULL'),
    ('pause_or_resume', 'pause IS DISTINCT FROM ''withdrawn''', 'coalesce(pause, '''') NOT IN (''withdrawn'', ''merged'')'),
    ('duty_ahead', 'c.status <> ''closed'' AND NOT c.restricted', 'c.status <> ''closed'' AND c.goes_on_in_id IS NULL AND NOT c.restricted'),
    ('loads_of_officers', 'WHERE c.status <> ''closed'' AND NOT c.restricted', 'WHERE c.status <> ''closed'' AND c.goes_on_in_id IS NULL AND NOT c.restricted')
  ) AS p(name, was, becomes) LOOP
    SELECT pg_get_functiondef(f.oid) INTO STRICT body FROM pg_proc f WHERE f.proname = patch.name AND f.pronamespace = 'public'::regnamespace;
    IF position(patch.was IN body) = 0 THEN
      RAISE EXCEPTION 'nothing to patch in %', patch.name;
    END IF;
    EXECUTE replace(body, patch.was, patch.becomes);
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION merge_case(uuid, integer, uuid, timestamptz), unmerge_case(uuid, integer, timestamptz),
  link_cases(uuid, integer, uuid, text, timestamptz), unlink_cases(uuid, integer, uuid, timestamptz) TO alongside_staff;
