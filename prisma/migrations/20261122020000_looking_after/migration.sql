-- Looking after looking: each week some looks are drawn for somebody to sign; decoys that nobody's work leads to; and when the audit was
-- last checked. docs/decisions/0022 says why so.

CREATE TABLE "look_sample" (
    "id" UUID NOT NULL,
    "force" TEXT NOT NULL,
    "week" DATE NOT NULL,
    "seq" BIGINT NOT NULL,
    "actor_id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "drawn_at" TIMESTAMPTZ(3) NOT NULL,
    "signed_by_id" UUID,
    "signed_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "look_sample_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "look_sample_signed_check" CHECK (
      num_nonnulls(signed_by_id, signed_at, outcome) IN (0, 3) AND signed_by_id IS DISTINCT FROM actor_id
    )
);

CREATE UNIQUE INDEX "look_sample_force_week_seq_key" ON "look_sample"("force", "week", "seq");
CREATE INDEX "look_sample_force_signed_at_idx" ON "look_sample"("force", "signed_at");
ALTER TABLE "look_sample" ADD CONSTRAINT "look_sample_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "account"("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "look_sample" ADD CONSTRAINT "look_sample_signed_by_id_fkey" FOREIGN KEY ("signed_by_id") REFERENCES "account"("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;

CREATE TABLE "decoy" (
    "case_id" UUID NOT NULL,
    "force" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" UUID,

    CONSTRAINT "decoy_pkey" PRIMARY KEY ("case_id")
);

ALTER TABLE "decoy" ADD CONSTRAINT "decoy_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id")
  ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "decoy" ADD CONSTRAINT "decoy_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "account"("id")
  ON DELETE SET NULL ON UPDATE CASCADE;

-- What a check of the whole audit found. Written by whoever runs it, as the owner.
CREATE TABLE "audit_verification" (
    "id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "rows" BIGINT NOT NULL,
    "faults" INTEGER NOT NULL,
    "checkpoints" INTEGER NOT NULL,
    "refused" INTEGER NOT NULL,

    CONSTRAINT "audit_verification_pkey" PRIMARY KEY ("id")
);

CREATE INDEX "audit_verification_at_idx" ON "audit_verification"("at");

ALTER TABLE "look_sample" OWNER TO alongside_owner;
ALTER TABLE "decoy" OWNER TO alongside_owner;
ALTER TABLE "audit_verification" OWNER TO alongside_owner;
ALTER TABLE "look_sample" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "decoy" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
ALTER TABLE "audit_verification" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON "look_sample" TO alongside_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON "decoy" TO alongside_owner USING (true) WITH CHECK (true);
CREATE POLICY owner_all ON "audit_verification" TO alongside_owner USING (true) WITH CHECK (true);

-- Nobody is shown their own looks to sign, nor those at cases of which the audit tells them nothing.
CREATE POLICY staff_sees ON "look_sample" FOR SELECT TO alongside_staff USING (
  (SELECT desk_role()) IN ('supervisor', 'auditor') AND force = (SELECT desk_force()) AND actor_id <> (SELECT desk_actor_id())
  AND NOT case_id = ANY ((SELECT desk_hidden_cases())::uuid[])
);
-- Whoever may open cases is whom decoys are for, supervisors among them.
CREATE POLICY auditor_sees ON "decoy" FOR SELECT TO alongside_staff
  USING ((SELECT desk_role()) = 'auditor' AND force = (SELECT desk_force()));
CREATE POLICY staff_sees ON "audit_verification" FOR SELECT TO alongside_staff
  USING ((SELECT desk_role()) IN ('supervisor', 'auditor'));
GRANT SELECT ON "look_sample", "decoy", "audit_verification" TO alongside_staff;

-- As before, and looks of the sample at hidden cases.
CREATE OR REPLACE FUNCTION desk_hidden_looking() RETURNS text[]
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  WITH hidden AS MATERIALIZED (SELECT unnest(desk_hidden_cases()) AS id WHERE desk_role() = 'supervisor')
  SELECT coalesce(array_agg(about.id::text), '{}') FROM (
    SELECT f.id FROM looking_flag f JOIN audit_event e ON e.seq = ANY (f.rows)
    WHERE EXISTS (SELECT FROM hidden)
    GROUP BY f.id HAVING bool_and(coalesce(e.case_id IN (SELECT h.id FROM hidden h), false))
    UNION ALL SELECT s.id FROM look_sample s JOIN hidden h ON h.id = s.case_id
  ) about
$$;
ALTER POLICY hidden_looking ON "audit_event" USING (
  action NOT IN ('flag-raised', 'flag-resolved', 'sample-signed')
  OR NOT coalesce(detail ->> 'flag', detail ->> 'sample', '') = ANY ((SELECT desk_hidden_looking())::text[])
);

-- What would tell a supervisor which cases are decoys is the auditors' alone: that one was opened, and that some were made.
CREATE POLICY decoys_are_the_auditors ON "audit_event" AS RESTRICTIVE FOR SELECT TO alongside_staff USING (
  (SELECT desk_role()) IS NOT DISTINCT FROM 'auditor'
  OR (action <> 'decoys-made' AND NOT (action IN ('flag-raised', 'flag-resolved') AND detail ->> 'rule' IS NOT DISTINCT FROM 'decoy-opened'))
);
CREATE POLICY decoys_are_the_auditors ON "looking_flag" AS RESTRICTIVE FOR SELECT TO alongside_staff
  USING (rule <> 'decoy-opened' OR (SELECT desk_role()) IS NOT DISTINCT FROM 'auditor');

-- The looks of some time that a sample is drawn from: by number and by whom. Nothing while somebody is signed in. A look at a decoy is
-- with the auditors already, and whoever checked it would be caught by it.
CREATE FUNCTION views_between(p_from timestamptz, p_to timestamptz) RETURNS TABLE (seq bigint, actor_id uuid)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT e.seq, e.actor_id FROM audit_event e
  WHERE e.action = 'opened' AND e.at >= p_from AND e.at < p_to AND e.actor_id IS NOT NULL AND e.case_id IS NOT NULL
    AND e.force = desk_force() AND desk_actor_id() IS NULL AND NOT EXISTS (SELECT FROM decoy d WHERE d.case_id = e.case_id)
    AND EXISTS (SELECT FROM account a WHERE a.id = e.actor_id)
  ORDER BY e.seq
$$;

-- The weeks from one on that have a sample.
CREATE FUNCTION sampled_weeks(p_from date) RETURNS TABLE (week date)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT DISTINCT s.week FROM look_sample s WHERE s.force = desk_force() AND s.week >= p_from AND desk_actor_id() IS NULL
$$;

-- Keeps the sample of a week once, with its row of the audit, and says how many looks are in it: none where the week has one.
CREATE FUNCTION store_look_sample(p_week date, p_seqs bigint[], p_detail jsonb, p_at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  drawn integer;
BEGIN
  IF desk_actor_id() IS NOT NULL OR desk_force() IS NULL THEN
    RAISE EXCEPTION 'nobody draws a sample by hand' USING ERRCODE = 'insufficient_privilege';
  END IF;
  PERFORM pg_advisory_xact_lock(hashtextextended('look-sample/' || desk_force() || '/' || p_week, 0));
  IF EXISTS (SELECT FROM look_sample s WHERE s.force = desk_force() AND s.week = p_week) THEN
    RETURN 0;
  END IF;
  INSERT INTO look_sample (id, force, week, seq, actor_id, case_id, drawn_at)
  SELECT gen_random_uuid(), desk_force(), p_week, e.seq, e.actor_id, e.case_id, p_at FROM audit_event e
  WHERE e.seq = ANY (p_seqs) AND e.action = 'opened' AND e.force = desk_force() AND e.actor_id IS NOT NULL AND e.case_id IS NOT NULL;
  GET DIAGNOSTICS drawn = ROW_COUNT;
  IF drawn > 0 THEN
    INSERT INTO audit_event (at, action, detail, force)
    VALUES (p_at, 'sample-drawn', p_detail || jsonb_build_object('week', p_week, 'drawn', drawn), desk_force());
  END IF;
  RETURN drawn;
END
$$;

-- What somebody who answers for looking found about a look of the sample: once, and never about one of their own. Outcomes: 'signed';
-- 'conflict' (somebody else has by now); 'not-found' (there is none, or none they may know of).
CREATE FUNCTION sign_look(p_id uuid, p_outcome text, p_at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  found_look look_sample;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT s.* INTO found_look FROM look_sample s
    WHERE s.id = p_id AND s.force = desk_force() AND s.actor_id <> desk_actor_id() AND desk_role() IN ('supervisor', 'auditor')
      AND NOT s.case_id = ANY (desk_hidden_cases())
    FOR UPDATE;
  IF NOT FOUND THEN
    RETURN 'not-found';
  END IF;
  IF found_look.signed_at IS NOT NULL THEN
    RETURN 'conflict';
  END IF;
  UPDATE look_sample SET signed_by_id = desk_actor_id(), signed_at = p_at, outcome = p_outcome WHERE id = p_id;
  INSERT INTO audit_event (at, actor_id, role, action, detail, force)
  VALUES (p_at, desk_actor_id(), desk_role(), 'sample-signed',
    jsonb_build_object('sample', p_id, 'week', found_look.week, 'outcome', p_outcome), desk_force());
  RETURN 'signed';
END
$$;

-- How many looks were drawn and signed, week by week, and how many of those that wait are the asker's own: numbers alone, and none of
-- cases of which the audit tells them nothing.
CREATE FUNCTION look_sample_figures(p_from date) RETURNS TABLE (week date, drawn integer, signed integer, own integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT s.week, count(*)::integer, count(s.signed_at)::integer,
    (count(*) FILTER (WHERE s.actor_id = desk_actor_id() AND s.signed_at IS NULL))::integer
  FROM look_sample s
  WHERE s.force = desk_force() AND s.week >= p_from AND desk_role() IN ('supervisor', 'auditor')
    AND NOT s.case_id = ANY ((SELECT desk_hidden_cases())::uuid[])
  GROUP BY s.week ORDER BY s.week DESC
$$;

-- Stores made-up cases as if they had been sent and closed long ago: sealed like any other, held by nobody, and marked where only auditors
-- look. The audit, which has to be true, has no row of their coming in. Gives how many.
CREATE FUNCTION store_decoys(p_cases jsonb, p_at timestamptz, p_made_by uuid) RETURNS integer
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  p jsonb;
  sent submission;
  made "case";
  stored integer := 0;
BEGIN
  FOR p IN SELECT * FROM jsonb_array_elements(p_cases) LOOP
    sent := jsonb_populate_record(NULL::submission, p->'submission');
    made := jsonb_populate_record(NULL::"case", p->'case');
    CONTINUE WHEN EXISTS (SELECT FROM submission s WHERE s.reference = sent.reference);
    PERFORM insert_sealed_box(p->'box');
    INSERT INTO submission (id, reference, kind, channel, force, journey_version, locale, token_hash, received_at, box_id)
    VALUES (sent.id, sent.reference, sent.kind, sent.channel, sent.force, sent.journey_version, sent.locale, sent.token_hash,
      sent.received_at, (p->'box'->>'id')::uuid);
    INSERT INTO "case" (id, reference, submission_id, force, kind, channel, district, strands, risk_suggested, risk_rank, risk_rules,
      wants_officer, languages, excluded_districts, received_at, promised_by, first_opened_at, status, closed_at, disposition, version)
    VALUES (made.id, sent.reference, sent.id, sent.force, sent.kind, sent.channel, made.district, made.strands, made.risk_suggested,
      made.risk_rank, made.risk_rules, made.wants_officer, made.languages, made.excluded_districts, sent.received_at, made.promised_by,
      made.first_opened_at, 'closed', made.closed_at, made.disposition, 4);
    INSERT INTO case_event (id, case_id, at, type, detail)
    VALUES (gen_random_uuid(), made.id, sent.received_at, 'received', '{}'),
      (gen_random_uuid(), made.id, made.closed_at, 'closed', jsonb_build_object('disposition', made.disposition));
    INSERT INTO decoy (case_id, force, made_at, made_by_id) VALUES (made.id, sent.force, p_at, p_made_by);
    stored := stored + 1;
  END LOOP;
  INSERT INTO audit_event (at, actor_id, role, action, detail, force)
  VALUES (p_at, p_made_by, (SELECT a.role FROM account a WHERE a.id = p_made_by), 'decoys-made', jsonb_build_object('count', stored),
    desk_force());
  RETURN stored;
END
$$;

-- The same in the name of an auditor, and for nobody else.
CREATE FUNCTION make_decoys(p_cases jsonb, p_at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  IF desk_role() IS DISTINCT FROM 'auditor'
    OR EXISTS (SELECT FROM jsonb_array_elements(p_cases) p WHERE p->'submission'->>'force' IS DISTINCT FROM desk_force())
  THEN
    RAISE EXCEPTION 'decoys are made by auditors' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN store_decoys(p_cases, p_at, desk_actor_id());
END
$$;

-- How many cases of the force there are that are none, and how many are: for an auditor, who sees no case to count.
CREATE FUNCTION decoy_figures() RETURNS TABLE (cases integer, decoys integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT (count(*) - count(d.case_id))::integer, count(d.case_id)::integer
  FROM "case" c LEFT JOIN decoy d ON d.case_id = c.id
  WHERE c.force = desk_force() AND desk_role() = 'auditor'
$$;

-- The references of decoys and how often each was opened, and last when: for an auditor.
CREATE FUNCTION decoy_list() RETURNS TABLE (reference text, made_at timestamptz, openings integer, last_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT c.reference, d.made_at, count(e.seq)::integer, max(e.at)
  FROM decoy d JOIN "case" c ON c.id = d.case_id LEFT JOIN audit_event e ON e.case_id = c.id AND e.action = 'opened'
  WHERE d.force = desk_force() AND desk_role() = 'auditor'
  GROUP BY c.reference, d.made_at ORDER BY max(e.at) DESC NULLS LAST, d.made_at DESC, c.reference
$$;

-- Whoever opens a decoy is flagged in the transaction that says so: there is no opening of one without its flag. One flag a day, with all
-- its rows; what was settled is open again when it happens again.
CREATE FUNCTION flag_opened_decoy() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  flag uuid;
  made decoy;
BEGIN
  SELECT d.* INTO made FROM decoy d WHERE d.case_id = NEW.case_id;
  IF NOT FOUND THEN
    RETURN NULL;
  END IF;
  INSERT INTO looking_flag AS f (id, force, rule, signs, actor_id, day, rows, raised_at)
  VALUES (gen_random_uuid(), made.force, 'decoy-opened', '{decoy-opened}', NEW.actor_id,
    -- The day by the force's clock, of which a transaction on somebody's behalf knows the beginning.
    CASE WHEN isfinite(desk_today()) THEN ((desk_today() + interval '12 hours') AT TIME ZONE 'UTC')::date
      ELSE (NEW.at AT TIME ZONE 'UTC')::date END,
    ARRAY[NEW.seq], NEW.at)
  ON CONFLICT (force, actor_id, day, rule) DO UPDATE
    SET rows = f.rows || NEW.seq, raised_at = NEW.at, resolved_by_id = NULL, resolved_at = NULL, outcome = NULL, reason = NULL
  RETURNING id INTO flag;
  INSERT INTO audit_event (at, action, detail, force)
  VALUES (NEW.at, 'flag-raised', jsonb_build_object('flag', flag, 'rule', 'decoy-opened'), made.force);
  RETURN NULL;
END
$$;

CREATE TRIGGER audit_event_of_decoy
AFTER INSERT ON audit_event
FOR EACH ROW WHEN (NEW.action IN ('opened', 'revealed') AND NEW.case_id IS NOT NULL AND NEW.actor_id IS NOT NULL)
EXECUTE FUNCTION flag_opened_decoy();

-- As before, of a decoy by an auditor alone, and by nobody of one they do not see: of those there is no such flag.
CREATE OR REPLACE FUNCTION resolve_looking_flag(p_id uuid, p_outcome text, p_reason text, p_at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  found_flag looking_flag;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT f.* INTO found_flag FROM looking_flag f
    WHERE f.id = p_id AND f.force = desk_force() AND f.actor_id <> desk_actor_id() AND desk_role() IN ('supervisor', 'auditor')
      AND (f.rule <> 'decoy-opened' OR desk_role() = 'auditor') AND NOT f.id::text = ANY (desk_hidden_looking())
    FOR UPDATE;
  IF NOT FOUND THEN
    RETURN 'not-found';
  END IF;
  IF found_flag.resolved_at IS NOT NULL THEN
    RETURN 'conflict';
  END IF;
  UPDATE looking_flag SET resolved_by_id = desk_actor_id(), resolved_at = p_at, outcome = p_outcome, reason = p_reason WHERE id = p_id;
  INSERT INTO audit_event (at, actor_id, role, action, detail, force)
  VALUES (p_at, desk_actor_id(), desk_role(), 'flag-resolved',
    jsonb_build_object('flag', p_id, 'rule', found_flag.rule, 'outcome', p_outcome, 'reason', p_reason), desk_force());
  RETURN 'resolved';
END
$$;

ALTER FUNCTION views_between(timestamptz, timestamptz) OWNER TO alongside_owner;
ALTER FUNCTION sampled_weeks(date) OWNER TO alongside_owner;
ALTER FUNCTION store_look_sample(date, bigint[], jsonb, timestamptz) OWNER TO alongside_owner;
ALTER FUNCTION sign_look(uuid, text, timestamptz) OWNER TO alongside_owner;
ALTER FUNCTION look_sample_figures(date) OWNER TO alongside_owner;
ALTER FUNCTION store_decoys(jsonb, timestamptz, uuid) OWNER TO alongside_owner;
ALTER FUNCTION make_decoys(jsonb, timestamptz) OWNER TO alongside_owner;
ALTER FUNCTION decoy_figures() OWNER TO alongside_owner;
ALTER FUNCTION decoy_list() OWNER TO alongside_owner;
ALTER FUNCTION flag_opened_decoy() OWNER TO alongside_owner;
REVOKE ALL ON FUNCTION views_between(timestamptz, timestamptz), sampled_weeks(date),
  store_look_sample(date, bigint[], jsonb, timestamptz), sign_look(uuid, text, timestamptz), look_sample_figures(date),
  store_decoys(jsonb, timestamptz, uuid), make_decoys(jsonb, timestamptz), decoy_figures(), decoy_list(), flag_opened_decoy() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION views_between(timestamptz, timestamptz), sampled_weeks(date),
  store_look_sample(date, bigint[], jsonb, timestamptz), sign_look(uuid, text, timestamptz), look_sample_figures(date),
  make_decoys(jsonb, timestamptz), decoy_figures(), decoy_list() TO alongside_staff;
