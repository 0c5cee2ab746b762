-- Looking after looking: what the rules of lib/domain/looking found unusual in the audit, and what somebody else made of it.
-- docs/decisions/0017 says why so.

CREATE TABLE "looking_flag" (
    "id" UUID NOT NULL,
    "force" TEXT NOT NULL,
    "rule" TEXT NOT NULL,
    "signs" TEXT[],
    "actor_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "rows" BIGINT[],
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "resolved_by_id" UUID,
    "resolved_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "reason" TEXT,

    CONSTRAINT "looking_flag_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "looking_flag_resolved_check" CHECK (
      num_nonnulls(resolved_by_id, resolved_at, outcome, reason) IN (0, 4) AND resolved_by_id IS DISTINCT FROM actor_id
    )
);

-- A day of somebody's is looked at again without anything being said twice.
CREATE UNIQUE INDEX "looking_flag_force_actor_id_day_rule_key" ON "looking_flag"("force", "actor_id", "day", "rule");
CREATE INDEX "looking_flag_force_resolved_at_day_idx" ON "looking_flag"("force", "resolved_at", "day");
ALTER TABLE "looking_flag" ADD CONSTRAINT "looking_flag_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "account"("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "looking_flag" ADD CONSTRAINT "looking_flag_resolved_by_id_fkey" FOREIGN KEY ("resolved_by_id") REFERENCES "account"("id")
  ON DELETE SET NULL ON UPDATE CASCADE;

-- Rows of the last weeks are found by time without reading them all. They come in that order, so that a few pages of summaries do.
CREATE INDEX "audit_event_at_idx" ON "audit_event" USING brin ("at");

-- Whoever answers for looking sees the flags of their force, but for those about themselves. Nobody writes one by hand.
ALTER TABLE "looking_flag" OWNER TO alongside_owner;
ALTER TABLE "looking_flag" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON "looking_flag" TO alongside_owner USING (true) WITH CHECK (true);
CREATE POLICY staff_sees ON "looking_flag" FOR SELECT TO alongside_staff USING (
  (SELECT desk_role()) IN ('supervisor', 'auditor') AND force = (SELECT desk_force()) AND actor_id <> (SELECT desk_actor_id())
);
GRANT SELECT ON "looking_flag" TO alongside_staff;

-- What counts as work on a case: what changes it, who stands how to it or how long it is kept, and what is given out of it. Looking is
-- none, and neither is breaking its glass.
CREATE FUNCTION is_case_work(p_action text) RETURNS boolean
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT p_action IN ('collected', 'taken', 'assigned', 'transferred', 'status-set', 'noted', 'risk-decided', 'closed', 'disclosed',
    'control-room-told', 'hold-placed', 'hold-lifted', 'kept-longer', 'erasure-requested', 'erasure-declined', 'erased', 'exported',
    'recused', 'conflict-declared', 'conflict-lifted', 'case-sealed', 'case-unsealed', 'reader-named', 'reader-removed', 'glass-reviewed')
$$;

-- Looks and searches of the force from `p_from` on and before `p_to`, as lib/domain/looking/look.ts describes them, for the rules alone:
-- who, when, which case and codes. Nothing while somebody is signed in. `p_zone` is whose days count.
CREATE FUNCTION looks_between(p_from timestamptz, p_to timestamptz, p_zone text)
RETURNS TABLE (
  seq bigint, at timestamptz, day date, actor_id uuid, role text, action text, case_id uuid, status text, reason text, held boolean,
  acted boolean, changed boolean, kind text, hits integer, own boolean, colleague boolean
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT e.seq, e.at, (e.at AT TIME ZONE p_zone)::date, e.actor_id, e.role, e.action, e.case_id,
    CASE WHEN e.case_id IS NULL THEN NULL ELSE coalesce(moved.status, 'new') END,
    e.detail ->> 'reason',
    coalesce(given.holder = e.actor_id::text, false),
    CASE WHEN e.action = 'searched' THEN led.there ELSE worked.there END,
    CASE WHEN before.seq IS NULL THEN true ELSE changed.there END,
    e.detail ->> 'kind', coalesce((e.detail ->> 'hits')::integer, 0), coalesce((e.detail ->> 'own')::boolean, false),
    coalesce((e.detail ->> 'colleague')::boolean, false)
  FROM audit_event e
  -- As the audit tells it up to that row: what its status was, and who held it.
  LEFT JOIN LATERAL (
    SELECT CASE m.action WHEN 'status-set' THEN m.detail ->> 'to' WHEN 'closed' THEN 'closed' WHEN 'handed-back' THEN 'new'
      WHEN 'collected' THEN 'new' ELSE 'assigned' END AS status
    FROM audit_event m
    WHERE m.case_id = e.case_id AND m.seq < e.seq AND (
      m.action IN ('status-set', 'closed', 'handed-back', 'taken', 'assigned', 'transferred')
      OR (m.action = 'collected' AND m.detail ->> 'what' IS NULL))
    ORDER BY m.seq DESC LIMIT 1
  ) moved ON true
  LEFT JOIN LATERAL (
    SELECT g.detail ->> 'to' AS holder FROM audit_event g
    WHERE g.case_id = e.case_id AND g.seq < e.seq AND g.action IN ('taken', 'assigned', 'transferred', 'handed-back')
    ORDER BY g.seq DESC LIMIT 1
  ) given ON true
  LEFT JOIN LATERAL (
    SELECT EXISTS (
      SELECT FROM audit_event w WHERE w.case_id = e.case_id AND w.actor_id = e.actor_id AND is_case_work(w.action)
        AND (w.at AT TIME ZONE p_zone)::date = (e.at AT TIME ZONE p_zone)::date
    ) AS there
  ) worked ON true
  LEFT JOIN LATERAL (
    SELECT b.seq FROM audit_event b
    WHERE b.case_id = e.case_id AND b.actor_id = e.actor_id AND b.seq < e.seq AND b.action IN ('opened', 'revealed')
      AND b.at < e.at - interval '1 hour'
    ORDER BY b.seq DESC LIMIT 1
  ) before ON true
  LEFT JOIN LATERAL (
    SELECT EXISTS (
      SELECT FROM audit_event c WHERE c.case_id = e.case_id AND c.seq > before.seq AND c.seq < e.seq
        AND c.actor_id IS DISTINCT FROM e.actor_id AND is_case_work(c.action)
    ) AS there
  ) changed ON true
  LEFT JOIN LATERAL (
    SELECT EXISTS (
      -- They began to record, and had not searched for something else meanwhile.
      SELECT FROM audit_event r WHERE r.actor_id = e.actor_id AND r.seq > e.seq AND r.action = 'recording-started'
        AND r.at <= e.at + interval '30 minutes'
        AND NOT EXISTS (
          SELECT FROM audit_event s WHERE s.actor_id = e.actor_id AND s.action = 'searched' AND s.seq > e.seq AND s.seq < r.seq
            AND s.at > e.at + interval '5 minutes')
    ) OR EXISTS (
      -- Or worked on what they opened then.
      SELECT FROM audit_event o JOIN audit_event w ON w.case_id = o.case_id AND w.actor_id = o.actor_id AND w.seq > o.seq
      WHERE o.actor_id = e.actor_id AND o.seq > e.seq AND o.action = 'opened' AND o.at <= e.at + interval '5 minutes'
        AND is_case_work(w.action) AND w.at <= e.at + interval '30 minutes'
    ) AS there
  ) led ON e.action = 'searched'
  WHERE e.action IN ('opened', 'revealed', 'searched') AND e.at >= p_from AND e.at < p_to AND e.actor_id IS NOT NULL
    AND e.role IS NOT NULL AND e.force = desk_force() AND desk_actor_id() IS NULL
    AND (e.action = 'searched' OR e.case_id IS NOT NULL)
  ORDER BY e.actor_id, e.seq
$$;

-- The rows of flags there are, so that nothing is said of them twice. Numbers alone, and nothing while somebody is signed in.
CREATE FUNCTION flagged_rows(p_from date) RETURNS TABLE (day date, seq bigint)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT f.day, unnest(f.rows) FROM looking_flag f
  WHERE f.force = desk_force() AND f.day >= p_from AND desk_actor_id() IS NULL
$$;

-- Stores flags that are not there yet, with a row of the audit for each, and says how many. The audit does not say whom a flag is about:
-- they may be one of those who read it.
CREATE FUNCTION raise_looking_flags(p_flags jsonb, p_at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one record;
  raised integer := 0;
BEGIN
  IF desk_actor_id() IS NOT NULL OR desk_force() IS NULL THEN
    RAISE EXCEPTION 'nobody raises a flag by hand' USING ERRCODE = 'insufficient_privilege';
  END IF;
  FOR one IN
    INSERT INTO looking_flag (id, force, rule, signs, actor_id, day, rows, raised_at)
    SELECT gen_random_uuid(), desk_force(), f.rule, f.signs, f.actor_id, f.day, f.rows, p_at
    FROM jsonb_to_recordset(p_flags) AS f(rule text, signs text[], actor_id uuid, day date, rows bigint[])
    ON CONFLICT (force, actor_id, day, rule) DO NOTHING
    RETURNING id, rule
  LOOP
    INSERT INTO audit_event (at, action, detail, force)
    VALUES (p_at, 'flag-raised', jsonb_build_object('flag', one.id, 'rule', one.rule), desk_force());
    raised := raised + 1;
  END LOOP;
  RETURN raised;
END
$$;

-- What somebody who answers for looking made of a flag: once, and never of one about themselves. Outcomes: 'resolved'; 'conflict'
-- (somebody else has by now); 'not-found' (there is none, or none they may know of).
CREATE FUNCTION resolve_looking_flag(p_id uuid, p_outcome text, p_reason text, p_at timestamptz) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  found_flag looking_flag;
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT f.* INTO found_flag FROM looking_flag f
    WHERE f.id = p_id AND f.force = desk_force() AND f.actor_id <> desk_actor_id() AND desk_role() IN ('supervisor', 'auditor')
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

ALTER FUNCTION is_case_work(text) OWNER TO alongside_owner;
ALTER FUNCTION looks_between(timestamptz, timestamptz, text) OWNER TO alongside_owner;
ALTER FUNCTION flagged_rows(date) OWNER TO alongside_owner;
ALTER FUNCTION raise_looking_flags(jsonb, timestamptz) OWNER TO alongside_owner;
ALTER FUNCTION resolve_looking_flag(uuid, text, text, timestamptz) OWNER TO alongside_owner;
REVOKE ALL ON FUNCTION is_case_work(text), looks_between(timestamptz, timestamptz, text), flagged_rows(date),
  raise_looking_flags(jsonb, timestamptz), resolve_looking_flag(uuid, text, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION looks_between(timestamptz, timestamptz, text), flagged_rows(date), raise_looking_flags(jsonb, timestamptz),
  resolve_looking_flag(uuid, text, text, timestamptz) TO alongside_staff;
