-- Third-party reporting centres, whose workers record at the desk and see nothing of it but where what they sent stands. docs/decisions/0043 says why so.

-- Kept by administrators.
CREATE TABLE "centre" (
    "id" UUID NOT NULL,
    "force" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" UUID NOT NULL,
    "stopped_at" TIMESTAMPTZ(3),

    CONSTRAINT "centre_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "centre_force_name_key" ON "centre"("force", "name");
ALTER TABLE "centre" ADD CONSTRAINT "centre_name_check" CHECK (char_length(name) BETWEEN 1 AND 100);

-- Which centre somebody works for.
CREATE TABLE "centre_worker" (
    "account_id" UUID NOT NULL,
    "centre_id" UUID NOT NULL,

    CONSTRAINT "centre_worker_pkey" PRIMARY KEY ("account_id")
);
CREATE INDEX "centre_worker_centre_id_idx" ON "centre_worker"("centre_id");

ALTER TABLE "centre" ADD CONSTRAINT "centre_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "centre_worker" ADD CONSTRAINT "centre_worker_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "centre_worker" ADD CONSTRAINT "centre_worker_centre_id_fkey" FOREIGN KEY ("centre_id") REFERENCES "centre"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['centre', 'centre_worker'] LOOP
    EXECUTE format('ALTER TABLE %I OWNER TO alongside_owner', one);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', one);
    EXECUTE format('CREATE POLICY owner_all ON %I TO alongside_owner USING (true) WITH CHECK (true)', one);
  END LOOP;
END
$$;

-- Administrators see and change them all; whoever works for one sees their own.
CREATE POLICY worker_sees ON "centre_worker" FOR SELECT TO alongside_staff USING (account_id = (SELECT desk_actor_id()));
CREATE POLICY administrator_keeps ON "centre_worker" TO alongside_staff
  USING ((SELECT desk_role()) = 'administrator') WITH CHECK ((SELECT desk_role()) = 'administrator');
CREATE POLICY staff_sees ON "centre" FOR SELECT TO alongside_staff USING (
  force = (SELECT desk_force()) AND ((SELECT desk_role()) = 'administrator'
    OR EXISTS (SELECT FROM centre_worker w WHERE w.centre_id = centre.id AND w.account_id = (SELECT desk_actor_id())))
);
CREATE POLICY administrator_adds ON "centre" FOR INSERT TO alongside_staff WITH CHECK (
  force = (SELECT desk_force()) AND (SELECT desk_role()) = 'administrator' AND made_by_id = (SELECT desk_actor_id())
);
CREATE POLICY administrator_changes ON "centre" FOR UPDATE TO alongside_staff
  USING (force = (SELECT desk_force()) AND (SELECT desk_role()) = 'administrator');
GRANT SELECT, INSERT ON "centre" TO alongside_staff;
GRANT UPDATE (stopped_at) ON "centre" TO alongside_staff;
GRANT SELECT, INSERT, UPDATE, DELETE ON "centre_worker" TO alongside_staff;

-- Whoever works for a centre that is not stopped records too, in that way alone.
DO $do$
DECLARE
  one CONSTANT regprocedure := 'record_submission(jsonb)';
  who CONSTANT text := 'OR desk_role() NOT IN (''call-handler'', ''triager'', ''liaison-officer'', ''supervisor'')';
BEGIN
  IF position(who IN pg_get_functiondef(one)) = 0 THEN
    RAISE EXCEPTION '% does not say who records', one;
  END IF;
  EXECUTE replace(pg_get_functiondef(one), who,
    'OR desk_role() NOT IN (''call-handler'', ''triager'', ''liaison-officer'', ''supervisor'', ''centre-worker'')
    OR desk_role() = ''centre-worker'' AND (
      p->''submission''->>''channel'' IS DISTINCT FROM ''third-party-centre'' OR NOT EXISTS (
        SELECT FROM centre_worker w JOIN centre t ON t.id = w.centre_id
        WHERE w.account_id = desk_actor_id() AND t.force = desk_force() AND t.stopped_at IS NULL))');
END
$do$;
