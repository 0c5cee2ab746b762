-- Letters to staff that are about no one case: that figures of another month are told, and on Mondays that things wait longer than they should.
-- docs/decisions/0057 says why so.

-- Whether somebody wants them; null: they have not said.
ALTER TABLE "account" ADD COLUMN "figures_letters" BOOLEAN;
ALTER TABLE "account" ADD COLUMN "stuck_letters" BOOLEAN;

ALTER TABLE "outbound" DROP CONSTRAINT "outbound_check";
ALTER TABLE "outbound" ADD CONSTRAINT "outbound_check" CHECK (
  way IN ('text', 'email') AND purpose IN ('notice', 'letter', 'alert', 'digest', 'figures', 'stuck')
  AND state IN ('waiting', 'sending', 'sent', 'delivered', 'failed', 'stopped')
  AND num_nonnulls(case_id, account_id) = 1 AND (purpose IN ('alert', 'digest', 'figures', 'stuck')) = (account_id IS NOT NULL)
  AND (case_id IS NULL) = (plan_version IS NULL)
  AND (ended_at IS NOT NULL) = (state IN ('delivered', 'failed', 'stopped'))
  AND (ended_at IS NULL OR box_id IS NULL)
);

-- The last month and week of which somebody was written, or needed not to be.
CREATE TABLE "staff_notice" (
    "account_id" UUID NOT NULL,
    "notice" TEXT NOT NULL,
    "period" DATE NOT NULL,

    CONSTRAINT "staff_notice_pkey" PRIMARY KEY ("account_id", "notice"),
    CONSTRAINT "staff_notice_check" CHECK (notice IN ('figures', 'stuck'))
);
ALTER TABLE "staff_notice" ADD CONSTRAINT "staff_notice_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id")
  ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "staff_notice" OWNER TO alongside_owner;
ALTER TABLE "staff_notice" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON "staff_notice" TO alongside_owner USING (true) WITH CHECK (true);

-- Everybody who has an account that is open, what letters they want, and of what they were written last.
CREATE FUNCTION staff_mailboxes()
RETURNS TABLE (
  account_id uuid, email text, name text, role text, letters text, quiet_from smallint, quiet_until smallint, since timestamptz,
  wants_figures boolean, wants_stuck boolean, told_figures date, told_stuck date
)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT a.id, a.email, a.name, a.role, a.letters, a.quiet_from, a.quiet_until, a.created_at, a.figures_letters, a.stuck_letters,
    (SELECT n.period FROM staff_notice n WHERE n.account_id = a.id AND n.notice = 'figures'),
    (SELECT n.period FROM staff_notice n WHERE n.account_id = a.id AND n.notice = 'stuck')
  FROM account a WHERE a.active AND desk_actor_id() IS NULL ORDER BY a.id
$$;

-- Notes that somebody was told for a month or a week, and puts the letter in the outbox with it; without one there was nothing to tell them. False,
-- and nothing done, where that was noted already, or they are gone.
CREATE FUNCTION write_staff_notice(p jsonb) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_nobody();
  PERFORM FROM account a WHERE a.id = (p->>'account_id')::uuid AND a.active FOR UPDATE;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  INSERT INTO staff_notice AS known (account_id, notice, period)
  VALUES ((p->>'account_id')::uuid, p->>'purpose', (p->>'period')::date)
  ON CONFLICT (account_id, notice) DO UPDATE SET period = EXCLUDED.period WHERE known.period < EXCLUDED.period;
  IF NOT FOUND THEN
    RETURN false;
  END IF;
  RETURN p->'box' IS NULL OR write_staff_letter(p);
END
$$;

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['staff_mailboxes()', 'write_staff_notice(jsonb)'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', one);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
    EXECUTE format('GRANT EXECUTE ON FUNCTION %s TO alongside_staff', one);
  END LOOP;
END
$$;
