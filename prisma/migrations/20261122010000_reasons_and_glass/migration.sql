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
        WHEN 'supervisor' THEN ARRAY['supervision', 'quality-review', 'cover', 'clean-up', 'weekly-sample']
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
  INSERT INTO audit_event (at, actor_id, role, action, case_id, reference, detail, force)
  SELECT p_at, desk_actor_id(), desk_role(), 'opened', c.id, c.reference, p_detail, c.force
  FROM "case" c WHERE c.id = p_case_id;
  RETURN true;
END
$$;

ALTER FUNCTION reason_fits(uuid, text) OWNER TO alongside_owner;
ALTER FUNCTION give_reason(uuid, uuid, text, timestamptz) OWNER TO alongside_owner;
REVOKE ALL ON FUNCTION reason_fits(uuid, text), give_reason(uuid, uuid, text, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION give_reason(uuid, uuid, text, timestamptz) TO alongside_staff;
