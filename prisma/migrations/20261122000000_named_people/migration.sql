-- Sealed cases are for the people named for them; whoever has a conflict with a case sees nothing of it; and whoever breaks the glass of
-- one sees it for an hour. docs/decisions/0020 says why so.

ALTER TABLE "case" ADD COLUMN "named_ids" UUID[] NOT NULL DEFAULT '{}';
ALTER TABLE "case" ADD COLUMN "conflicted_ids" UUID[] NOT NULL DEFAULT '{}';
-- Somebody of the same surname works here: a question to whoever assigns, no more.
ALTER TABLE "case" ADD COLUMN "possible_conflict_ids" UUID[] NOT NULL DEFAULT '{}';
CREATE INDEX "case_restricted_idx" ON "case"("restricted");
CREATE INDEX "case_conflicted_ids_idx" ON "case" USING gin ("conflicted_ids");

-- On the standing list: named for every sealed case that arrives.
ALTER TABLE "account" ADD COLUMN "sealed_cases" BOOLEAN NOT NULL DEFAULT false;

CREATE TABLE "broken_glass" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "broken_at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "reason_box_id" UUID NOT NULL,
    "reviewed_at" TIMESTAMPTZ(3),
    "reviewed_by_id" UUID,
    "outcome" TEXT,

    CONSTRAINT "broken_glass_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "broken_glass_reviewed_check" CHECK (
      num_nonnulls(reviewed_at, reviewed_by_id, outcome) IN (0, 3) AND reviewed_by_id IS DISTINCT FROM account_id
    )
);
CREATE UNIQUE INDEX "broken_glass_reason_box_id_key" ON "broken_glass"("reason_box_id");
CREATE INDEX "broken_glass_account_id_until_idx" ON "broken_glass"("account_id", "until");
CREATE INDEX "broken_glass_case_id_idx" ON "broken_glass"("case_id");
ALTER TABLE "broken_glass" ADD CONSTRAINT "broken_glass_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id")
  ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "broken_glass" ADD CONSTRAINT "broken_glass_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "broken_glass" ADD CONSTRAINT "broken_glass_reviewed_by_id_fkey" FOREIGN KEY ("reviewed_by_id") REFERENCES "account"("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "broken_glass" ADD CONSTRAINT "broken_glass_reason_box_id_fkey" FOREIGN KEY ("reason_box_id") REFERENCES "sealed_box"("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;

ALTER TABLE "broken_glass" OWNER TO alongside_owner;
ALTER TABLE "broken_glass" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON "broken_glass" TO alongside_owner USING (true) WITH CHECK (true);
-- One's own, and for whoever reviews those of cases they may see: row security holds for the case in the subquery too.
CREATE POLICY staff_sees ON "broken_glass" FOR SELECT TO alongside_staff USING (
  account_id = (SELECT desk_actor_id())
  OR ((SELECT desk_role()) = 'supervisor' AND EXISTS (SELECT FROM "case" c WHERE c.id = broken_glass.case_id))
);
GRANT SELECT ON "broken_glass" TO alongside_staff;

-- When the actor's transaction is, by the product's clock. Where nobody says, nothing that lasts until some time has begun.
CREATE FUNCTION desk_at() RETURNS timestamptz
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(nullif(current_setting('app.at', true), '')::timestamptz, 'infinity')
$$;

-- The cases whose glass an account has broken and which are open to it at some moment.
CREATE FUNCTION glass_of(p_account_id uuid, p_at timestamptz) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(DISTINCT g.case_id), '{}') FROM broken_glass g
  WHERE g.account_id = p_account_id AND g.broken_at <= p_at AND g.until > p_at
$$;

CREATE FUNCTION desk_glass() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT glass_of(desk_actor_id(), desk_at())
$$;

-- The same for whoever comes with a session, which is looked up before anybody is known: of its own account alone.
CREATE FUNCTION session_glass(p_id_hash bytea, p_at timestamptz) RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT glass_of(s.account_id, p_at) FROM staff_session s WHERE s.id_hash = p_id_hash AND s.ended_at IS NULL
$$;

-- The core of the policy, once more in full: `seen` is 'see-headline'; `opened` is what 'open' asks for beyond it.
DO $do$
DECLARE
  seen text := $rule$
    force = (SELECT desk_force())
    AND NOT (SELECT desk_actor_id()) = ANY (conflicted_ids)
    AND CASE
      WHEN restricted THEN
        (SELECT desk_role()) IN ('supervisor', 'liaison-officer') AND (SELECT desk_actor_id()) = ANY (named_ids)
      WHEN (SELECT desk_role()) = 'supervisor' THEN true
      WHEN (SELECT desk_role()) IN ('call-handler', 'triager', 'liaison-officer') AND id = ANY ((SELECT desk_glass())::uuid[]) THEN true
      WHEN (SELECT desk_role()) = 'liaison-officer' THEN
        assignee_id IS NOT DISTINCT FROM (SELECT desk_actor_id())
        OR (district = ANY ((SELECT desk_districts())::text[])
          AND NOT names_exclusion AND NOT excluded_districts && (SELECT desk_districts()))
      WHEN (SELECT desk_role()) = 'triager' THEN assignee_id IS NULL AND status <> 'closed'
      WHEN (SELECT desk_role()) = 'call-handler' THEN
        recorded_by_id = (SELECT desk_actor_id()) AND received_at >= (SELECT desk_today())
      ELSE false
    END
  $rule$;
  opened text := $rule$
    CASE
      WHEN (SELECT desk_role()) IN ('supervisor', 'triager') THEN true
      WHEN (SELECT desk_role()) = 'liaison-officer' THEN
        restricted OR assignee_id IS NOT DISTINCT FROM (SELECT desk_actor_id()) OR (assignee_id IS NULL AND status <> 'closed')
        OR id = ANY ((SELECT desk_glass())::uuid[])
      WHEN (SELECT desk_role()) = 'call-handler' THEN id = ANY ((SELECT desk_glass())::uuid[])
      ELSE false
    END
  $rule$;
  sealed text;
BEGIN
  EXECUTE format('ALTER POLICY staff_sees ON "case" USING (%s)', seen);
  -- Of the case in the subquery, row security has already let through only what is seen.
  FOREACH sealed IN ARRAY ARRAY['sealed_field', 'key_wrap'] LOOP
    EXECUTE format(
      'ALTER POLICY staff_opens ON %1$I USING (EXISTS (
         SELECT FROM "case" c WHERE c.submission_id = (SELECT desk_submission_of_box(%1$I.box_id)) AND (%2$s)))',
      sealed, opened);
  END LOOP;
  EXECUTE format(
    'CREATE OR REPLACE FUNCTION desk_sees(p_case_id uuid) RETURNS boolean
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
     AS $f$ SELECT EXISTS (SELECT FROM "case" WHERE id = p_case_id AND %s) $f$', seen);
  EXECUTE format(
    'CREATE OR REPLACE FUNCTION desk_opens(p_case_id uuid) RETURNS boolean
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
     AS $f$ SELECT EXISTS (SELECT FROM "case" WHERE id = p_case_id AND %s AND (%s)) $f$', seen, opened);
  -- Whether it would be open to them with every glass whole: the same rule, asked without.
  EXECUTE replace(format(
    'CREATE FUNCTION desk_opens_anyway(p_case_id uuid) RETURNS boolean
     LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp
     AS $f$ SELECT EXISTS (SELECT FROM "case" WHERE id = p_case_id AND %s AND (%s)) $f$', seen, opened),
    '(SELECT desk_glass())::uuid[]', '''{}''::uuid[]');
END
$do$;

-- Cases of which somebody who reads the audit is to learn nothing from it: for a supervisor, sealed ones they are not named for, and
-- those they have a conflict with. An auditor reads of every case and opens none; only one that a link of their own or their own word
-- keeps from them is kept from them here. Nobody else can make them blind to what was done.
CREATE FUNCTION desk_hidden_cases() RETURNS uuid[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(h.id), '{}') FROM (
    SELECT c.id FROM "case" c
    WHERE c.restricted AND desk_role() = 'supervisor' AND NOT desk_actor_id() = ANY (c.named_ids)
    UNION SELECT c.id FROM "case" c
    WHERE c.conflicted_ids @> ARRAY[desk_actor_id()] AND (desk_role() IS DISTINCT FROM 'auditor' OR EXISTS (
      SELECT FROM case_event e WHERE e.case_id = c.id AND (
        (e.type = 'conflict-found' AND e.detail ->> 'to' = desk_actor_id()::text)
        OR (e.type = 'recused' AND e.actor_id = desk_actor_id()))))
  ) h
$$;

-- Flags that are about hidden cases alone, by id: nothing of the audit speaks of them. None for an auditor, who has to see that somebody
-- was found out.
CREATE FUNCTION desk_hidden_looking() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH hidden AS MATERIALIZED (SELECT unnest(desk_hidden_cases()) AS id WHERE desk_role() = 'supervisor')
  SELECT coalesce(array_agg(about.id::text), '{}') FROM (
    SELECT f.id FROM looking_flag f JOIN audit_event e ON e.seq = ANY (f.rows)
    WHERE EXISTS (SELECT FROM hidden)
    GROUP BY f.id HAVING bool_and(coalesce(e.case_id IN (SELECT h.id FROM hidden h), false))
  ) about
$$;

-- What somebody was refused who saw the case is hidden with it. What was refused to somebody who did not has no case in its row, like a
-- try for a reference that nobody has: see note_refusal. Of what keeps people from a case an auditor always reads.
ALTER POLICY auditor_reads ON "audit_event" USING (
  (SELECT desk_role()) IN ('supervisor', 'auditor') AND (force IS NULL OR force = (SELECT desk_force()))
  AND (
    case_id IS NULL OR NOT case_id = ANY ((SELECT desk_hidden_cases())::uuid[])
    OR ((SELECT desk_role()) = 'auditor'
      AND action IN ('conflict-declared', 'conflict-lifted', 'recused', 'case-sealed', 'case-unsealed'))
  )
);
CREATE POLICY hidden_looking ON "audit_event" AS RESTRICTIVE FOR SELECT TO alongside_staff USING (
  action NOT IN ('flag-raised', 'flag-resolved') OR NOT detail ->> 'flag' = ANY ((SELECT desk_hidden_looking())::text[])
);
CREATE POLICY hidden_looking ON "looking_flag" AS RESTRICTIVE FOR SELECT TO alongside_staff
  USING (NOT id::text = ANY ((SELECT desk_hidden_looking())::text[]));

-- Somebody was refused. Where they do not see the case, or there is none, the row is the same, column by column, after the same work: it
-- names no case, and gives no code that there is only where there is a case.
CREATE OR REPLACE FUNCTION note_refusal(p_reference text, p_at timestamptz, p_detail jsonb) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about uuid := (SELECT c.id FROM "case" c WHERE c.reference = p_reference AND c.force = desk_force());
  seen boolean := desk_sees(coalesce(about, '00000000-0000-0000-0000-000000000000'));
  blind boolean := NOT seen AND coalesce(p_detail ->> 'code' NOT IN ('not-found', 'not-opened', 'too-many'), false);
BEGIN
  INSERT INTO audit_event (at, actor_id, role, action, case_id, reference, detail, force)
  SELECT p_at, desk_actor_id(), desk_role(), 'refused', CASE WHEN seen THEN about END, p_reference,
    CASE WHEN blind THEN p_detail || '{"code": "not-found"}' ELSE p_detail END, desk_force()
  WHERE desk_role() IS NOT NULL;
END
$$;

-- Who can be named for a sealed case that nobody able to read it is named for: whoever is on the standing list, and where nobody of
-- that is there, every supervisor; so that no report is ever without a reader. Whoever has a conflict with it never is.
CREATE FUNCTION standing_readers(p_conflicted uuid[]) RETURNS uuid[]
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(a.id ORDER BY a.id), '{}') FROM account a
  WHERE a.active AND a.role = 'supervisor' AND NOT a.id = ANY (p_conflicted)
    AND (a.sealed_cases OR NOT EXISTS (
      SELECT FROM account l WHERE l.active AND l.role = 'supervisor' AND l.sealed_cases AND NOT l.id = ANY (p_conflicted)))
$$;

-- Who of these accounts is there to read a sealed case.
CREATE FUNCTION able_readers(p_named uuid[], p_conflicted uuid[]) RETURNS uuid[]
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(a.id ORDER BY a.id), '{}') FROM account a
  WHERE a.id = ANY (p_named) AND a.active AND a.role IN ('supervisor', 'liaison-officer') AND NOT a.id = ANY (p_conflicted)
$$;

-- Who of them answers for the case: somebody who can also name others, take them off it, and unseal it.
CREATE FUNCTION supervising_readers(p_named uuid[], p_conflicted uuid[]) RETURNS uuid[]
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(array_agg(a.id ORDER BY a.id), '{}') FROM account a
  WHERE a.id = ANY (able_readers(p_named, p_conflicted)) AND a.role = 'supervisor'
$$;

CREATE FUNCTION name_readers_on_arrival() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  NEW.named_ids := standing_readers(NEW.conflicted_ids);
  INSERT INTO audit_event (at, action, case_id, reference, detail, force)
  VALUES (NEW.received_at, 'named', NEW.id, NEW.reference, jsonb_build_object('people', array_to_string(NEW.named_ids, ' ')), NEW.force);
  RETURN NEW;
END
$$;

CREATE TRIGGER case_sealed_on_arrival
BEFORE INSERT ON "case"
FOR EACH ROW WHEN (NEW.restricted AND cardinality(NEW.named_ids) = 0)
EXECUTE FUNCTION name_readers_on_arrival();

-- Names supervisors again for every sealed case that none who could read it is named for any more, and says for how many. Nobody is
-- signed in: it runs by the clock.
CREATE FUNCTION name_readers_again(p_at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one "case";
  readers uuid[];
  named integer := 0;
BEGIN
  IF desk_actor_id() IS NOT NULL THEN
    RAISE EXCEPTION 'readers are named again by nobody' USING ERRCODE = 'insufficient_privilege';
  END IF;
  FOR one IN
    SELECT c.* FROM "case" c WHERE c.restricted AND c.force = desk_force() AND c.erased_at IS NULL
      AND cardinality(supervising_readers(c.named_ids, c.conflicted_ids)) = 0
    FOR UPDATE
  LOOP
    readers := standing_readers(one.conflicted_ids);
    CONTINUE WHEN cardinality(readers) = 0;
    readers := able_readers(one.named_ids, one.conflicted_ids) || readers;
    UPDATE "case" SET named_ids = readers, version = version + 1,
      assignee_id = CASE WHEN assignee_id = ANY (readers) THEN assignee_id END,
      status = CASE WHEN status = 'closed' OR assignee_id IS NULL OR assignee_id = ANY (readers) THEN status ELSE 'new' END
    WHERE id = one.id;
    PERFORM note_case_act(one, p_at, 'named', jsonb_build_object('people', array_to_string(readers, ' ')));
    named := named + 1;
  END LOOP;
  RETURN named;
END
$$;

-- Numbers for routing and for an administrator. Sealed cases are outside every count.
CREATE OR REPLACE FUNCTION officer_loads() RETURNS TABLE (account_id uuid, open_cases integer, last_assigned_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.id, coalesce(held.open, 0)::integer, given.last
  FROM account a
  LEFT JOIN (
    SELECT c.assignee_id, count(*) AS open FROM "case" c
    WHERE c.status <> 'closed' AND NOT c.restricted AND c.assignee_id IS NOT NULL AND c.force = desk_force() GROUP BY 1
  ) held ON held.assignee_id = a.id
  LEFT JOIN (
    SELECT e.detail ->> 'to' AS account, max(e.at) AS last FROM case_event e JOIN "case" c ON c.id = e.case_id
    WHERE e.type IN ('taken', 'assigned', 'transferred') AND NOT c.restricted AND c.force = desk_force() GROUP BY 1
  ) given ON given.account = a.id::text
  WHERE a.role = 'liaison-officer'
    AND desk_role() IN ('call-handler', 'triager', 'liaison-officer', 'supervisor', 'administrator')
$$;

CREATE OR REPLACE FUNCTION open_cases_of(p_account_id uuid) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT count(*)::integer FROM "case" c
  WHERE c.assignee_id = p_account_id AND c.force = desk_force() AND c.status <> 'closed' AND NOT c.restricted
    AND desk_role() = 'administrator'
$$;

-- What whoever recorded a case for somebody may know of it, whoever it is for now: facts they wrote down themselves, and
-- whether the control room was told. Nothing of one they have a conflict with.
DROP FUNCTION recorded_case(text);
CREATE FUNCTION recorded_case(p_reference text)
RETURNS TABLE (
  id uuid, version integer, status text, risk_rules text[], district text, assignee_id uuid, recorded_by_id uuid,
  received_at timestamptz, restricted boolean, named_ids uuid[], conflicted_ids uuid[], excluded_districts text[],
  names_exclusion boolean, told_at timestamptz, told_by text
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.id, c.version, c.status, c.risk_rules, c.district, c.assignee_id, c.recorded_by_id, c.received_at, c.restricted,
    c.named_ids, c.conflicted_ids, c.excluded_districts, c.names_exclusion, told.at, told.name
  FROM "case" c LEFT JOIN LATERAL (
    SELECT e.at, a.name FROM case_event e LEFT JOIN account a ON a.id = e.actor_id
    WHERE e.case_id = c.id AND e.type = 'control-room-told' ORDER BY e.at LIMIT 1
  ) told ON true
  WHERE c.reference = p_reference AND c.force = desk_force() AND c.recorded_by_id = desk_actor_id()
    AND desk_role() IS NOT NULL AND NOT desk_actor_id() = ANY (c.conflicted_ids)
$$;

-- Open cases of this force of somebody who may hold them no longer are nobody's again, so that triage and supervisors see them at once;
-- says how many, sealed ones aside. `p_restricted_only`: they may still hold cases that are not sealed. Either way they are named for
-- no sealed case any more, and where no other supervisor could read it some are named at once.
CREATE OR REPLACE FUNCTION hand_back_cases(p_account_id uuid, p_restricted_only boolean, p_at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one "case";
  left_named uuid[];
  away uuid[];
  handed integer := 0;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  IF desk_role() IS DISTINCT FROM 'administrator' THEN
    RAISE EXCEPTION 'only an administrator hands cases back' USING ERRCODE = 'insufficient_privilege';
  END IF;
  FOR one IN
    SELECT c.* FROM "case" c
    WHERE c.restricted AND p_account_id = ANY (c.named_ids) AND c.force = desk_force() AND c.erased_at IS NULL FOR UPDATE
  LOOP
    away := one.conflicted_ids || p_account_id;
    left_named := array_remove(one.named_ids, p_account_id);
    IF cardinality(supervising_readers(left_named, away)) = 0 THEN
      left_named := able_readers(left_named, away) || standing_readers(away);
    END IF;
    UPDATE "case" SET named_ids = left_named, version = version + 1 WHERE id = one.id;
    PERFORM note_case_act(one, p_at, 'named', jsonb_build_object('people', array_to_string(left_named, ' ')));
  END LOOP;
  FOR one IN
    UPDATE "case" c SET assignee_id = NULL, status = 'new', version = c.version + 1
    WHERE c.assignee_id = p_account_id AND c.force = desk_force() AND c.status <> 'closed'
      AND (c.restricted OR NOT p_restricted_only)
    RETURNING c.*
  LOOP
    PERFORM note_case_act(one, p_at, 'handed-back', jsonb_build_object('from', p_account_id));
    handed := handed + CASE WHEN one.restricted THEN 0 ELSE 1 END;
  END LOOP;
  RETURN handed;
END
$$;

-- The act of somebody at the desk on a case they see, as they saw it: what changes, its words, its history and its audit, or
-- nothing. Only the columns listed here can change. Whoever sees the headline alone adds a line to the history and no more; what
-- changes the case or puts sealed words in it takes opening it; a broken glass lets somebody add words to its history and change nothing
-- of it. Outcomes: 'changed'; 'conflict' (it is another version by now, or
-- whom it would go to may not hold it); 'not-found' (there is none, or none they may know of or do this to).
CREATE OR REPLACE FUNCTION change_case(p_id uuid, p_version integer, p_act jsonb) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  found_case "case";
  changed "case";
  acted_at timestamptz := (p_act->>'at')::timestamptz;
  told jsonb := coalesce(p_act->'detail', '{}');
  changes boolean := coalesce(p_act->'patch', '{}') <> '{}' OR coalesce(jsonb_typeof(p_act->'message') = 'object', false)
    OR coalesce(jsonb_typeof(p_act->'decision') = 'object', false);
  touches boolean := changes OR coalesce(jsonb_typeof(p_act->'box') = 'object', false);
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT c.* INTO found_case FROM "case" c WHERE c.id = p_id FOR UPDATE;
  IF NOT FOUND OR NOT desk_sees(p_id) THEN
    RETURN 'not-found';
  END IF;
  -- First, so that the second of two people who take a case at once is told that somebody was before them.
  IF found_case.version <> p_version THEN
    RETURN 'conflict';
  END IF;
  IF (touches AND NOT desk_opens(p_id)) OR (changes AND NOT desk_opens_anyway(p_id)) THEN
    RETURN 'not-found';
  END IF;

  changed := jsonb_populate_record(found_case, coalesce(p_act->'patch', '{}'));
  IF changed.assignee_id IS NOT NULL AND changed.assignee_id IS DISTINCT FROM found_case.assignee_id THEN
    -- Held until this is done: an account that is being closed is waited for, and then it is no holder.
    PERFORM FROM account a WHERE a.id = changed.assignee_id AND a.active AND a.role IN ('supervisor', 'liaison-officer')
      AND NOT a.id = ANY (found_case.conflicted_ids) AND (NOT found_case.restricted OR a.id = ANY (found_case.named_ids)) FOR SHARE;
    IF NOT FOUND THEN
      RETURN 'conflict';
    END IF;
  END IF;
  UPDATE "case" SET status = changed.status, assignee_id = changed.assignee_id, risk_decided = changed.risk_decided,
    risk_rank = changed.risk_rank, closed_at = changed.closed_at, disposition = changed.disposition,
    version = found_case.version + 1
  WHERE id = p_id;

  IF jsonb_typeof(p_act->'box') = 'object' THEN
    PERFORM insert_sealed_box(p_act->'box');
  END IF;
  IF jsonb_typeof(p_act->'message') = 'object' THEN
    PERFORM insert_sealed_box(p_act->'message'->'box');
    INSERT INTO message (id, submission_id, at, author, account_id, box_id)
    VALUES ((p_act->'message'->>'id')::uuid, found_case.submission_id, acted_at, 'staff', desk_actor_id(),
      (p_act->'message'->'box'->>'id')::uuid);
    UPDATE "case" SET last_message_at = acted_at, last_message_from = 'staff' WHERE id = p_id;
  END IF;
  IF jsonb_typeof(p_act->'decision') = 'object' THEN
    INSERT INTO routing_decision (id, case_id, at, chosen_id, decision)
    VALUES ((p_act->'decision'->>'id')::uuid, p_id, acted_at, (p_act->'decision'->>'chosen_id')::uuid,
      p_act->'decision'->'decision');
  END IF;
  INSERT INTO case_event (id, case_id, at, actor_id, type, detail, box_id)
  VALUES ((p_act->>'event_id')::uuid, p_id, acted_at, desk_actor_id(), p_act->>'type', told,
    (p_act->'box'->>'id')::uuid);
  INSERT INTO audit_event (at, actor_id, role, action, case_id, reference, detail, force)
  VALUES (acted_at, desk_actor_id(), desk_role(), coalesce(p_act->>'audited', p_act->>'type'), p_id,
    found_case.reference, told, found_case.force);
  RETURN 'changed';
END
$$;

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY[
    'desk_at()', 'glass_of(uuid, timestamptz)', 'desk_glass()', 'session_glass(bytea, timestamptz)', 'desk_opens_anyway(uuid)',
    'desk_hidden_cases()', 'standing_readers(uuid[])',
    'able_readers(uuid[], uuid[])', 'supervising_readers(uuid[], uuid[])', 'desk_hidden_looking()', 'name_readers_on_arrival()',
    'name_readers_again(timestamptz)', 'recorded_case(text)'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', one);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION
  desk_at(), desk_glass(), session_glass(bytea, timestamptz), desk_hidden_cases(), desk_hidden_looking(), name_readers_again(timestamptz), recorded_case(text)
TO alongside_staff;

-- Who stands how to a case changes: who is named for it, who has a conflict with it, and whether it is sealed. Whoever holds it and may
-- not any more hands it back. A sealed case has a supervisor who is there to read it, wherever there is one without a conflict; where
-- nobody at all would be, nothing changes and this is false.
CREATE FUNCTION settle_standing(p_case "case", p_restricted boolean, p_named uuid[], p_conflicted uuid[], p_at timestamptz)
RETURNS boolean
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  named uuid[] := CASE WHEN p_restricted THEN ARRAY(SELECT n FROM unnest(p_named) n WHERE NOT n = ANY (p_conflicted)) ELSE '{}' END;
  kept boolean;
BEGIN
  IF p_restricted AND cardinality(supervising_readers(named, p_conflicted)) = 0 THEN
    named := able_readers(named, p_conflicted) || standing_readers(p_conflicted);
    IF cardinality(named) = 0 THEN
      RETURN false;
    END IF;
  END IF;
  kept := p_case.assignee_id IS NULL
    OR (NOT p_case.assignee_id = ANY (p_conflicted) AND (NOT p_restricted OR p_case.assignee_id = ANY (named)));
  UPDATE "case" SET restricted = p_restricted, named_ids = named, conflicted_ids = p_conflicted,
    possible_conflict_ids = ARRAY(SELECT o FROM unnest(possible_conflict_ids) o WHERE NOT o = ANY (p_conflicted)),
    assignee_id = CASE WHEN kept THEN assignee_id END,
    status = CASE WHEN kept OR status = 'closed' THEN status ELSE 'new' END, version = version + 1
  WHERE id = p_case.id;
  IF NOT kept THEN
    PERFORM note_case_act(p_case, p_at, 'handed-back', jsonb_build_object('from', p_case.assignee_id));
  END IF;
  RETURN true;
END
$$;

-- An act of somebody at the desk on who stands how to a case: `case-sealed`, `case-unsealed`, `reader-named`, `reader-removed`, `recused`,
-- `conflict-declared`, `conflict-lifted`. `p_account` is whom it is about. Outcomes: 'changed'; 'conflict' (another version by now);
-- 'not-found' (none, or none they may do this to); 'bad-transition' (it is so already, or erased); 'invalid' (no such person for it);
-- 'last-reader' (no supervisor, or none but whoever declares a conflict for another, would be there to read it).
CREATE FUNCTION change_standing(
  p_id uuid, p_version integer, p_at timestamptz, p_act text, p_account uuid, p_reason text
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one "case";
  me uuid := desk_actor_id();
  by_supervisor boolean := coalesce(desk_role() = 'supervisor', false);
  about_role text;
  sealed boolean;
  named uuid[];
  conflicted uuid[];
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT c.* INTO one FROM "case" c WHERE c.id = p_id FOR UPDATE;
  IF NOT FOUND OR NOT desk_sees(p_id)
    OR (p_act IN ('case-sealed', 'conflict-declared', 'conflict-lifted') AND NOT by_supervisor)
    OR (p_act IN ('case-unsealed', 'reader-named', 'reader-removed') AND NOT (one.restricted AND me = ANY (one.named_ids)))
    OR (p_act IN ('case-unsealed', 'reader-removed') AND NOT by_supervisor)
  THEN
    RETURN 'not-found';
  ELSIF one.version <> p_version THEN
    RETURN 'conflict';
  ELSIF one.erased_at IS NOT NULL THEN
    RETURN 'bad-transition';
  END IF;
  sealed := one.restricted;
  named := one.named_ids;
  conflicted := one.conflicted_ids;
  CASE p_act
    WHEN 'case-sealed' THEN
      IF sealed THEN
        RETURN 'bad-transition';
      END IF;
      sealed := true;
      named := standing_readers(conflicted);
    WHEN 'case-unsealed' THEN
      sealed := false;
    WHEN 'reader-named' THEN
      IF p_account = ANY (named) OR cardinality(able_readers(ARRAY[p_account], conflicted)) = 0 THEN
        RETURN 'invalid';
      END IF;
      named := named || p_account;
    WHEN 'reader-removed' THEN
      IF NOT p_account = ANY (named) THEN
        RETURN 'invalid';
      END IF;
      named := array_remove(named, p_account);
      IF cardinality(supervising_readers(named, conflicted)) = 0 THEN
        RETURN 'last-reader';
      END IF;
    WHEN 'recused' THEN
      conflicted := conflicted || me;
    WHEN 'conflict-declared' THEN
      SELECT a.role INTO about_role FROM account a WHERE a.id = p_account;
      -- Not for whoever reads the audit and opens nothing: it would hide from them what was done.
      IF p_account = me OR p_account = ANY (conflicted)
        OR coalesce(about_role NOT IN ('call-handler', 'triager', 'liaison-officer', 'supervisor'), true)
      THEN
        RETURN 'invalid';
      END IF;
      conflicted := conflicted || p_account;
      IF about_role = 'supervisor' AND NOT EXISTS (
        SELECT FROM account a WHERE a.active AND a.role = 'supervisor' AND a.id <> me AND NOT a.id = ANY (conflicted))
      THEN
        RETURN 'last-reader';
      END IF;
    WHEN 'conflict-lifted' THEN
      IF NOT p_account = ANY (conflicted) THEN
        RETURN 'invalid';
      END IF;
      conflicted := array_remove(conflicted, p_account);
    ELSE
      RETURN 'invalid';
  END CASE;
  IF NOT settle_standing(one, sealed, named, conflicted, p_at) THEN
    RETURN 'last-reader';
  END IF;
  PERFORM note_case_act(one, p_at, p_act,
    jsonb_strip_nulls(jsonb_build_object('to', CASE WHEN p_act <> 'recused' THEN p_account END, 'reason', p_reason)));
  RETURN 'changed';
END
$$;

-- What staff declare of themselves and those close to them: keyed hashes of whole identifiers, under the key of the search index.
CREATE TABLE "declared_link" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "key_id" TEXT NOT NULL,
    "hash" BYTEA NOT NULL,
    "surname_hash" BYTEA,
    "postcode_hash" BYTEA,
    "own" BOOLEAN NOT NULL,
    "declared_at" TIMESTAMPTZ(3) NOT NULL,
    "checked_at" TIMESTAMPTZ(3),

    CONSTRAINT "declared_link_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "declared_link_hash_check" CHECK (
      kind IN ('telephone', 'email', 'person') AND octet_length(hash) = 32
      AND CASE kind
        WHEN 'person' THEN num_nulls(surname_hash, postcode_hash) = 0 AND octet_length(surname_hash) = 32 AND octet_length(postcode_hash) = 32
        ELSE num_nonnulls(surname_hash, postcode_hash) = 0 END
    )
);
CREATE UNIQUE INDEX "declared_link_account_id_kind_hash_key" ON "declared_link"("account_id", "kind", "hash");
ALTER TABLE "declared_link" ADD CONSTRAINT "declared_link_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id")
  ON DELETE CASCADE ON UPDATE CASCADE;

ALTER TABLE "declared_link" OWNER TO alongside_owner;
ALTER TABLE "declared_link" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON "declared_link" TO alongside_owner USING (true) WITH CHECK (true);
-- One's own, and nobody else's, whoever they are; declared through declare_link alone.
CREATE POLICY staff_own ON "declared_link" TO alongside_staff USING (account_id = (SELECT desk_actor_id())) WITH CHECK (false);
GRANT SELECT, DELETE ON "declared_link" TO alongside_staff;

-- That a case was opened to be compared with somebody's link would tell, beside the row of whoever declared one, whom they know.
CREATE POLICY links_are_nobodys ON "audit_event" AS RESTRICTIVE FOR SELECT TO alongside_staff
  USING (action <> 'indexed' OR detail ->> 'for' IS DISTINCT FROM 'declared-link');

-- Declares a link of the actor's own, with its row of the audit. So many are one person's and those close to them; more would be a way
-- to try numbers out. What was declared counts, and not what is there: removing a link gives nothing back. Outcomes: 'declared';
-- 'exists'; 'too-many' (40 in a year, or 10 on one day of the force).
CREATE FUNCTION declare_link(
  p_id uuid, p_kind text, p_key_id text, p_hash bytea, p_surname_hash bytea, p_postcode_hash bytea, p_own boolean, p_at timestamptz
) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  -- Two at once are counted one after the other.
  PERFORM FROM account a WHERE a.id = desk_actor_id() AND a.active FOR UPDATE;
  IF NOT FOUND THEN
    RAISE EXCEPTION 'nobody declares a link for somebody else' USING ERRCODE = 'insufficient_privilege';
  ELSIF EXISTS (SELECT FROM declared_link l WHERE l.account_id = desk_actor_id() AND l.kind = p_kind AND l.hash = p_hash) THEN
    RETURN 'exists';
  ELSIF EXISTS (
    SELECT FROM audit_event e
    WHERE e.actor_id = desk_actor_id() AND e.action = 'link-declared' AND e.at >= p_at - interval '1 year'
    HAVING count(*) >= 40 OR count(*) FILTER (WHERE e.at >= desk_today()) >= 10
  ) THEN
    RETURN 'too-many';
  END IF;
  INSERT INTO declared_link (id, account_id, kind, key_id, hash, surname_hash, postcode_hash, own, declared_at)
  VALUES (p_id, desk_actor_id(), p_kind, p_key_id, p_hash, p_surname_hash, p_postcode_hash, p_own, p_at);
  INSERT INTO audit_event (at, actor_id, role, action, detail)
  VALUES (p_at, desk_actor_id(), desk_role(), 'link-declared', jsonb_build_object('link', p_kind));
  RETURN 'declared';
END
$$;

-- The links of everybody who is there, for the job that compares them with what a case is found by. Nothing while somebody is signed in.
CREATE FUNCTION declared_links() RETURNS TABLE (
  id uuid, account_id uuid, kind text, key_id text, hash bytea, surname_hash bytea, checked boolean
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT l.id, l.account_id, l.kind, l.key_id, l.hash, l.surname_hash, l.checked_at IS NOT NULL
  FROM declared_link l JOIN account a ON a.id = l.account_id AND a.active WHERE desk_actor_id() IS NULL
$$;

-- Whether what somebody searches for is their own, or a colleague's, by what each declared of themselves; for the row of the search. What
-- was declared of people close to somebody is left aside: that would tell whoever reads the log whom a colleague knows. `p_hashes`: of the
-- term, under each key of the index.
CREATE FUNCTION whose_term(p_kind text, p_hashes bytea[]) RETURNS TABLE (own boolean, colleague boolean)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(bool_or(l.account_id = desk_actor_id()), false), coalesce(bool_or(l.account_id <> desk_actor_id()), false)
  FROM declared_link l JOIN account a ON a.id = l.account_id AND a.active
  WHERE l.own AND desk_role() IN ('triager', 'liaison-officer', 'supervisor')
    AND CASE p_kind
      WHEN 'surname' THEN l.surname_hash = ANY (p_hashes)
      WHEN 'postcode' THEN l.postcode_hash = ANY (p_hashes)
      ELSE l.kind = p_kind AND l.hash = ANY (p_hashes) END
$$;

-- How many of those who may search have declared a telephone number and an address as their own, and how many they are: what the marks of
-- whose_term rest on. For whoever answers for looking, and never who.
CREATE FUNCTION declared_share() RETURNS TABLE (declared integer, among integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT (count(*) FILTER (WHERE
      EXISTS (SELECT FROM declared_link l WHERE l.account_id = a.id AND l.own AND l.kind = 'telephone')
      AND EXISTS (SELECT FROM declared_link l WHERE l.account_id = a.id AND l.own AND l.kind = 'person')))::integer,
    count(*)::integer
  FROM account a
  WHERE a.active AND a.role IN ('triager', 'liaison-officer', 'supervisor') AND desk_role() IN ('supervisor', 'auditor')
$$;

-- Somebody declared a link: the open cases that the index says may be of that person, and the sealed answers of each, with a row of the
-- audit by the time they are given. It is as before until note_link_checked says that they were compared: whoever stops halfway begins anew.
CREATE FUNCTION note_link_check(p_link_id uuid, p_at timestamptz) RETURNS TABLE (case_id uuid, box jsonb)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  link declared_link;
  one record;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  IF desk_actor_id() IS NOT NULL THEN
    RAISE EXCEPTION 'links are compared for nobody' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT l.* INTO link FROM declared_link l WHERE l.id = p_link_id;
  FOR one IN
    SELECT c.id, c.reference, c.force, s.box_id FROM "case" c JOIN submission s ON s.id = c.submission_id
    WHERE c.force = desk_force() AND c.status <> 'closed' AND c.erased_at IS NULL
      AND NOT link.account_id = ANY (c.conflicted_ids)
      AND EXISTS (
        SELECT FROM case_index i WHERE i.case_id = c.id AND i.key_id = link.key_id
          AND CASE link.kind
            WHEN 'person' THEN i.kind = 'surname' AND i.term = substring(link.surname_hash FROM 1 FOR 3)
            ELSE i.kind = link.kind AND i.term = substring(link.hash FROM 1 FOR 4)
          END)
      AND EXISTS (SELECT FROM key_wrap w WHERE w.box_id = s.box_id)
    ORDER BY c.received_at DESC, c.id
  LOOP
    INSERT INTO audit_event (at, action, case_id, reference, detail, force)
    VALUES (p_at, 'indexed', one.id, one.reference, jsonb_build_object('key', link.key_id, 'for', 'declared-link'), one.force);
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

-- A link was compared with every case that note_link_check gave for it, and what was found is kept.
CREATE FUNCTION note_link_checked(p_link_id uuid, p_at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF desk_actor_id() IS NOT NULL THEN
    RAISE EXCEPTION 'links are compared for nobody' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE declared_link SET checked_at = p_at WHERE id = p_link_id;
END
$$;

-- A closed case is compared with no link that is declared meanwhile. One that is opened again is made findable anew, which compares it
-- with every link there is.
CREATE FUNCTION index_again() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM case_index WHERE case_id = NEW.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER case_opened_again
AFTER UPDATE OF status ON "case"
FOR EACH ROW WHEN (OLD.status = 'closed' AND NEW.status <> 'closed')
EXECUTE FUNCTION index_again();

-- What a comparison found of a case: accounts that have a conflict with it, and accounts that may have one. A conflict that a supervisor
-- lifted stays lifted. False, and the case unchanged, where nobody would be left to read a sealed one: the links are compared again then.
CREATE FUNCTION note_conflicts(p_case_id uuid, p_accounts uuid[], p_possible uuid[], p_at timestamptz) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one "case";
  lifted uuid[];
  found_ids uuid[];
BEGIN
  IF desk_actor_id() IS NOT NULL THEN
    RAISE EXCEPTION 'links are compared for nobody' USING ERRCODE = 'insufficient_privilege';
  END IF;
  SELECT c.* INTO one FROM "case" c WHERE c.id = p_case_id AND c.force = desk_force() AND c.erased_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN
    RETURN true;
  END IF;
  lifted := ARRAY(
    SELECT (e.detail ->> 'to')::uuid FROM case_event e WHERE e.case_id = p_case_id AND e.type = 'conflict-lifted');
  found_ids := ARRAY(
    SELECT DISTINCT a FROM unnest(p_accounts) a WHERE NOT a = ANY (one.conflicted_ids) AND NOT a = ANY (lifted) ORDER BY a);
  IF cardinality(found_ids) > 0 THEN
    IF NOT settle_standing(one, one.restricted, one.named_ids, one.conflicted_ids || found_ids, p_at) THEN
      UPDATE declared_link SET checked_at = NULL WHERE account_id = ANY (found_ids);
      RETURN false;
    END IF;
    PERFORM note_case_act(one, p_at, 'conflict-found', jsonb_build_object('to', a)) FROM unnest(found_ids) a;
  END IF;
  UPDATE "case" c SET possible_conflict_ids = ARRAY(
    SELECT DISTINCT o FROM unnest(c.possible_conflict_ids || p_possible) o
    WHERE NOT o = ANY (c.conflicted_ids) AND NOT o = ANY (lifted) ORDER BY o)
  WHERE c.id = p_case_id;
  RETURN true;
END
$$;

-- For an administrator, who sees no case: whether there are sealed cases that nobody is there to read.
CREATE FUNCTION sealed_without_reader() RETURNS boolean
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT desk_role() = 'administrator' AND EXISTS (
    SELECT FROM "case" c WHERE c.restricted AND c.force = desk_force() AND c.erased_at IS NULL
      AND cardinality(able_readers(c.named_ids, c.conflicted_ids)) = 0)
$$;

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY[
    'settle_standing("case", boolean, uuid[], uuid[], timestamptz)',
    'change_standing(uuid, integer, timestamptz, text, uuid, text)', 'declared_links()', 'whose_term(text, bytea[])', 'declared_share()',
    'note_link_check(uuid, timestamptz)', 'note_link_checked(uuid, timestamptz)', 'index_again()', 'declare_link(uuid, text, text, bytea, bytea, bytea, boolean, timestamptz)',
    'note_conflicts(uuid, uuid[], uuid[], timestamptz)', 'sealed_without_reader()'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', one);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION
  change_standing(uuid, integer, timestamptz, text, uuid, text), declared_links(), whose_term(text, bytea[]), declared_share(),
  note_link_check(uuid, timestamptz), note_link_checked(uuid, timestamptz), declare_link(uuid, text, text, bytea, bytea, bytea, boolean, timestamptz),
  note_conflicts(uuid, uuid[], uuid[], timestamptz), sealed_without_reader()
TO alongside_staff;
