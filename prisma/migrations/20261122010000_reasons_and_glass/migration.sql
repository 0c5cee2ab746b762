-- Nobody opens a case without a reason, and a case that is not theirs only for a threat to life, with the glass broken.
-- docs/decisions/0021 says why so.

-- Why somebody opens a case, said once for a session. lib/domain/opening-reason.ts says for how long it counts.
CREATE TABLE "case_reason" (
    "session_handle" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "reason" TEXT NOT NULL,
    "given_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_reason_pkey" PRIMARY KEY ("session_handle", "case_id")
);

CREATE INDEX "case_reason_given_at_idx" ON "case_reason"("given_at");
ALTER TABLE "case_reason" ADD CONSTRAINT "case_reason_session_handle_fkey" FOREIGN KEY ("session_handle") REFERENCES "staff_session"("handle") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "case_reason" ADD CONSTRAINT "case_reason_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "case_reason" ADD CONSTRAINT "case_reason_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- Everybody sees their own, and writes them through give_reason alone.
ALTER TABLE "case_reason" OWNER TO alongside_owner;
ALTER TABLE "case_reason" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON "case_reason" TO alongside_owner USING (true) WITH CHECK (true);
CREATE POLICY staff_sees ON "case_reason" FOR SELECT TO alongside_staff USING (account_id = (SELECT desk_actor_id()));
GRANT SELECT ON "case_reason" TO alongside_staff;

-- Whether a reason can be true of the actor and the case: `mayGive` of lib/domain/opening-reason.ts, once more.
CREATE FUNCTION reason_fits(p_case_id uuid, p_reason text) RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM "case" c WHERE c.id = p_case_id AND CASE
      WHEN c.assignee_id = desk_actor_id() THEN p_reason = 'my-case'
      WHEN c.id = ANY (desk_glass()) THEN p_reason = 'threat-to-life'
      ELSE p_reason = ANY (CASE desk_role()
        WHEN 'triager' THEN ARRAY['triage', 'cover', 'clean-up']
        WHEN 'liaison-officer' THEN ARRAY['own-district', 'cover', 'clean-up']
        WHEN 'supervisor' THEN ARRAY['supervision', 'quality-review', 'cover', 'clean-up', 'weekly-sample', 'taking-out']
        ELSE '{}'::text[]
      END)
    END
  )
$$;

-- Keeps why the actor opens a case, for one session of theirs that lives. False, and nothing kept, where they may not open it, the
-- reason cannot be true or the session is not theirs. What counts no longer is taken away.
CREATE FUNCTION give_reason(p_session uuid, p_case_id uuid, p_reason text, p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM case_reason WHERE given_at < p_at - interval '8 hours';
  IF NOT desk_opens(p_case_id) OR NOT reason_fits(p_case_id, p_reason) OR NOT EXISTS (
    SELECT FROM staff_session s WHERE s.handle = p_session AND s.account_id = desk_actor_id() AND s.ended_at IS NULL
  ) THEN
    RETURN false;
  END IF;
  INSERT INTO case_reason (session_handle, case_id, account_id, reason, given_at)
  VALUES (p_session, p_case_id, desk_actor_id(), p_reason, p_at)
  ON CONFLICT (session_handle, case_id) DO UPDATE SET reason = excluded.reason, given_at = excluded.given_at;
  RETURN true;
END
$$;

-- Before anything is opened: the audit row of the look, with its reason, and when somebody first looked. False, and nothing written,
-- where the actor may not open the case or gives no reason that can be true.
CREATE OR REPLACE FUNCTION note_opening(p_case_id uuid, p_at timestamptz, p_detail jsonb) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  IF NOT desk_opens(p_case_id) OR NOT reason_fits(p_case_id, p_detail ->> 'reason') THEN
    RETURN false;
  END IF;
  UPDATE "case" SET first_opened_at = p_at WHERE id = p_case_id AND first_opened_at IS NULL;
  UPDATE broken_glass SET seen_at = p_at
  WHERE case_id = p_case_id AND account_id = desk_actor_id() AND until > p_at AND (seen_at IS NULL OR seen_at < p_at);
  INSERT INTO audit_event (at, actor_id, role, action, case_id, reference, detail, force)
  SELECT p_at, desk_actor_id(), desk_role(), 'opened', c.id, c.reference, p_detail, c.force
  FROM "case" c WHERE c.id = p_case_id;
  RETURN true;
END
$$;

-- A broken glass: the latest look through it, what whoever reviewed it wrote, and what an auditor, who sees no case, knows it by. What was
-- typed goes with the case when that is erased.
ALTER TABLE "broken_glass" ADD COLUMN "seen_at" TIMESTAMPTZ(3);
ALTER TABLE "broken_glass" ADD COLUMN "note_box_id" UUID;
ALTER TABLE "broken_glass" ADD COLUMN "force" TEXT;
ALTER TABLE "broken_glass" ADD COLUMN "reference" TEXT;
ALTER TABLE "broken_glass" ALTER COLUMN "reason_box_id" DROP NOT NULL;
ALTER TABLE "broken_glass" ADD CONSTRAINT "broken_glass_hour_check"
  CHECK (until >= broken_at AND until <= broken_at + interval '60 minutes');
ALTER TABLE "broken_glass" DROP CONSTRAINT "broken_glass_reason_box_id_fkey";
ALTER TABLE "broken_glass" ADD CONSTRAINT "broken_glass_reason_box_id_fkey" FOREIGN KEY ("reason_box_id") REFERENCES "sealed_box"("id") ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "broken_glass" ADD CONSTRAINT "broken_glass_note_box_id_fkey" FOREIGN KEY ("note_box_id") REFERENCES "sealed_box"("id") ON DELETE SET NULL ON UPDATE CASCADE;
CREATE UNIQUE INDEX "broken_glass_note_box_id_key" ON "broken_glass"("note_box_id");
CREATE INDEX "broken_glass_reviewed_at_broken_at_idx" ON "broken_glass"("reviewed_at", "broken_at");

-- One's own; for whoever reviews those of cases they see; for whoever holds the case; and for an auditor all of the force. Row security
-- holds for the case in the subqueries too.
ALTER POLICY staff_sees ON "broken_glass" USING (
  account_id = (SELECT desk_actor_id())
  OR ((SELECT desk_role()) = 'supervisor' AND EXISTS (SELECT FROM "case" c WHERE c.id = broken_glass.case_id))
  OR ((SELECT desk_role()) = 'auditor' AND force = (SELECT desk_force()))
  OR EXISTS (SELECT FROM "case" c WHERE c.id = broken_glass.case_id AND c.assignee_id = (SELECT desk_actor_id()))
);

-- The cases whose glass an account has broken and which are open to it at some moment: `isGlassOpen` of lib/domain/broken-glass.ts. A clock
-- that steps back behind the latest look ends it.
CREATE OR REPLACE FUNCTION glass_of(p_account_id uuid, p_at timestamptz) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT g.case_id), '{}') FROM broken_glass g
  WHERE g.account_id = p_account_id AND g.broken_at <= p_at AND g.until > p_at
    AND (g.seen_at IS NULL OR g.seen_at <= p_at + interval '1 minute')
$$;

-- What was typed when a glass was broken, and by whoever reviewed it, is destroyed with the case.
CREATE OR REPLACE FUNCTION boxes_of_case(p_id uuid) RETURNS SETOF uuid
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.box_id FROM "case" c JOIN submission s ON s.id = c.submission_id WHERE c.id = p_id
  UNION SELECT s.equality_box_id FROM "case" c JOIN submission s ON s.id = c.submission_id
    WHERE c.id = p_id AND s.equality_box_id IS NOT NULL
  UNION SELECT m.box_id FROM "case" c JOIN message m ON m.submission_id = c.submission_id WHERE c.id = p_id
  UNION SELECT e.box_id FROM case_event e WHERE e.case_id = p_id AND e.box_id IS NOT NULL
  UNION SELECT g.reason_box_id FROM broken_glass g WHERE g.case_id = p_id AND g.reason_box_id IS NOT NULL
  UNION SELECT g.note_box_id FROM broken_glass g WHERE g.case_id = p_id AND g.note_box_id IS NOT NULL
$$;

-- Why a case may not be erased as it stands; null where it may. What was typed when its glass was broken goes with it, so that somebody
-- reads it first: a glass that nobody reviewed keeps the case.
CREATE OR REPLACE FUNCTION erasure_bar(p_case "case") RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE
    WHEN p_case.erased_at IS NOT NULL OR p_case.status <> 'closed' THEN 'bad-transition'
    WHEN p_case.legal_hold IS NOT NULL THEN 'on-hold'
    WHEN EXISTS (SELECT FROM broken_glass g WHERE g.case_id = p_case.id AND g.reviewed_at IS NULL) THEN 'glass-unreviewed'
  END
$$;

-- Breaks the glass of a case for the actor, for an hour. Outcomes: 'broken'; 'open' (they may open it anyway, which counts for no try);
-- 'too-many' (five tries on one day of the force); 'refused' for all else: no such case, another force's, a sealed one, one they have a
-- conflict with, an erased one. The two last leave a row of the audit, alike whatever the reference is, in the same transaction: while the
-- account is held, so that a try counts before the next one is counted.
CREATE FUNCTION break_glass(p_reference text, p_at timestamptz, p_box jsonb) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
  glass uuid := gen_random_uuid();
  ends timestamptz := p_at + interval '60 minutes';
  refusal constant jsonb := '{"attempted": "break-glass", "code": "not-opened"}';
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  IF desk_role() IS NULL OR desk_role() NOT IN ('call-handler', 'triager', 'liaison-officer') THEN
    PERFORM note_refusal(p_reference, p_at, refusal);
    RETURN 'refused';
  END IF;
  PERFORM FROM account a WHERE a.id = desk_actor_id() FOR UPDATE;
  IF 5 <= (SELECT count(*) FROM broken_glass g WHERE g.account_id = desk_actor_id() AND g.broken_at >= desk_today())
    + (SELECT count(*) FROM audit_event e WHERE e.actor_id = desk_actor_id() AND e.action = 'refused' AND e.at >= desk_today()
         AND e.detail @> refusal)
  THEN
    PERFORM note_refusal(p_reference, p_at, refusal || '{"code": "too-many"}');
    RETURN 'too-many';
  END IF;
  SELECT c.* INTO about FROM "case" c
    WHERE c.reference = p_reference AND c.force = desk_force() AND NOT c.restricted AND c.erased_at IS NULL
      AND NOT desk_actor_id() = ANY (c.conflicted_ids)
    FOR UPDATE;
  IF NOT FOUND THEN
    PERFORM note_refusal(p_reference, p_at, refusal);
    RETURN 'refused';
  ELSIF desk_opens(about.id) THEN
    RETURN 'open';
  END IF;
  PERFORM insert_sealed_box(p_box);
  INSERT INTO broken_glass (id, case_id, account_id, broken_at, until, reason_box_id, force, reference)
  VALUES (glass, about.id, desk_actor_id(), p_at, ends, (p_box ->> 'id')::uuid, about.force, about.reference);
  PERFORM note_case_act(about, p_at, 'glass-broken', jsonb_build_object('glass', glass, 'until', ends));
  RETURN 'broken';
END
$$;

-- Ends every glass of an account that is not over at a moment: of one case, or of all. Each has its line in the history and the audit, by
-- whoever is signed in. Says whether there was one.
CREATE FUNCTION end_glass(p_account_id uuid, p_case_id uuid, p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
  ended uuid;
  any_ended boolean := false;
BEGIN
  -- The case before its glass, as everybody holds them.
  FOR about IN
    SELECT c.* FROM "case" c WHERE (p_case_id IS NULL OR c.id = p_case_id)
      AND EXISTS (SELECT FROM broken_glass g WHERE g.case_id = c.id AND g.account_id = p_account_id AND g.until > p_at)
    ORDER BY c.id FOR NO KEY UPDATE
  LOOP
    FOR ended IN
      UPDATE broken_glass g SET until = greatest(g.broken_at, p_at)
      WHERE g.case_id = about.id AND g.account_id = p_account_id AND g.until > p_at RETURNING g.id
    LOOP
      PERFORM note_case_act(about, p_at, 'glass-closed', jsonb_build_object('glass', ended));
      any_ended := true;
    END LOOP;
  END LOOP;
  RETURN any_ended;
END
$$;

-- Ends the actor's own glass of a case before its hour is over. Says whether there was one.
CREATE FUNCTION close_glass(p_case_id uuid, p_at timestamptz) RETURNS boolean
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE WHEN desk_role() IS NULL OR p_case_id IS NULL THEN false ELSE end_glass(desk_actor_id(), p_case_id, p_at) END
$$;

-- Whoever comes to another role, or whose account is closed, loses every glass with that, and has none of them back with the role or the
-- account. By the clock of the act where it has said what time it is.
CREATE FUNCTION end_glass_with_role() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM end_glass(NEW.id, NULL, CASE WHEN desk_at() = 'infinity' THEN clock_timestamp() ELSE desk_at() END);
  RETURN NULL;
END
$$;
CREATE TRIGGER account_ends_glass
AFTER UPDATE OF role, active ON "account"
FOR EACH ROW WHEN (OLD.role <> NEW.role OR OLD.active <> NEW.active)
EXECUTE FUNCTION end_glass_with_role();

-- What was typed when a glass was broken and by whoever reviewed it, still sealed, for a supervisor who sees the case and did not break it
-- themselves. The row of the audit is written first, and committed before anybody can open what this gives. Null where it is not theirs.
CREATE FUNCTION read_glass(p_id uuid, p_at timestamptz) RETURNS jsonb
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  glass broken_glass;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT g.* INTO glass FROM broken_glass g
    WHERE g.id = p_id AND g.account_id <> desk_actor_id() AND desk_role() = 'supervisor' AND desk_sees(g.case_id);
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  INSERT INTO audit_event (at, actor_id, role, action, case_id, reference, detail, force)
  SELECT p_at, desk_actor_id(), desk_role(), 'glass-reason-read', c.id, c.reference,
    jsonb_build_object('glass', p_id, 'account', glass.account_id), c.force
  FROM "case" c WHERE c.id = glass.case_id;
  RETURN (
    SELECT coalesce(jsonb_agg(jsonb_build_object(
      'id', b.id, 'purpose', b.purpose, 'suite', b.suite,
      'fields', coalesce((
        SELECT jsonb_agg(jsonb_build_object('field', f.field, 'version', f.version, 'ciphertext', encode(f.ciphertext, 'base64')))
        FROM sealed_field f WHERE f.box_id = b.id), '[]'),
      'wraps', coalesce((
        SELECT jsonb_agg(jsonb_build_object('keyId', w.key_id, 'wrap', encode(w.wrap, 'base64')))
        FROM key_wrap w WHERE w.box_id = b.id), '[]'))), '[]')
    FROM sealed_box b WHERE b.id IN (glass.reason_box_id, glass.note_box_id)
  );
END
$$;

-- What a supervisor who did not break it found of a glass: once. One that was not justified ends with that, if it is open. Outcomes:
-- 'reviewed'; 'conflict' (somebody else has by now); 'own'; 'not-found' (there is none, or none they may know of).
CREATE FUNCTION review_glass(p_id uuid, p_at timestamptz, p_outcome text, p_box jsonb) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  glass broken_glass;
  about "case";
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  -- The case first, like whoever erases it, who destroys what there is of words: none are written afterwards.
  SELECT c.* INTO about FROM "case" c WHERE c.id = (SELECT g.case_id FROM broken_glass g WHERE g.id = p_id) FOR UPDATE;
  SELECT g.* INTO glass FROM broken_glass g WHERE g.id = p_id FOR UPDATE;
  IF NOT FOUND OR desk_role() IS DISTINCT FROM 'supervisor' OR NOT desk_sees(glass.case_id) THEN
    RETURN 'not-found';
  ELSIF glass.account_id = desk_actor_id() THEN
    RETURN 'own';
  ELSIF glass.reviewed_at IS NOT NULL THEN
    RETURN 'conflict';
  END IF;
  IF about.erased_at IS NOT NULL THEN
    p_box := NULL;
  ELSIF jsonb_typeof(p_box) = 'object' THEN
    PERFORM insert_sealed_box(p_box);
  END IF;
  UPDATE broken_glass SET reviewed_at = p_at, reviewed_by_id = desk_actor_id(), outcome = p_outcome,
    note_box_id = (p_box ->> 'id')::uuid,
    until = CASE WHEN p_outcome = 'justified' THEN until ELSE greatest(broken_at, least(until, p_at)) END
  WHERE id = p_id;
  PERFORM note_case_act(about, p_at, 'glass-reviewed',
    jsonb_build_object('glass', p_id, 'outcome', p_outcome, 'account', glass.account_id));
  RETURN 'reviewed';
END
$$;

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY[
    'reason_fits(uuid, text)', 'give_reason(uuid, uuid, text, timestamptz)', 'break_glass(text, timestamptz, jsonb)',
    'end_glass(uuid, uuid, timestamptz)', 'close_glass(uuid, timestamptz)', 'end_glass_with_role()',
    'read_glass(uuid, timestamptz)', 'review_glass(uuid, timestamptz, text, jsonb)'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', one);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION
  give_reason(uuid, uuid, text, timestamptz), break_glass(text, timestamptz, jsonb), close_glass(uuid, timestamptz),
  read_glass(uuid, timestamptz), review_glass(uuid, timestamptz, text, jsonb)
TO alongside_staff;
