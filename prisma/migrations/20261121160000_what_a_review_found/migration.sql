-- An invitation says whose ways in it renews, and wrong codes that came with the right password are counted; with nobody set no row
-- of the audit is about a case; and nobody keeps anything in a database they may only call functions of.

-- Null: it makes an account, and is void once its address has one.
ALTER TABLE "invitation" ADD COLUMN "renews_account_id" UUID;
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_renews_account_id_fkey" FOREIGN KEY ("renews_account_id")
  REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
-- What is open for somebody who has an account was made to renew it: no other is made while there is one.
UPDATE "invitation" i SET renews_account_id = a.id FROM "account" a
  WHERE a.email = i.email AND a.created_at < i.created_at AND i.used_at IS NULL AND i.withdrawn_at IS NULL;

-- Wrong codes after a right password, since the last success.
ALTER TABLE "account" ADD COLUMN "wrong_codes" INTEGER NOT NULL DEFAULT 0;

-- A reference names a case as well as its id does.
ALTER POLICY staff_adds ON "audit_event" WITH CHECK (
  actor_id = (SELECT desk_actor_id())
  OR ((SELECT desk_actor_id()) IS NULL AND case_id IS NULL AND reference IS NULL)
);

-- Temporary tables and large objects are room to keep things in, and everybody may make them. The database is its owner's to close;
-- the functions belong to whoever made the server, so where another login migrates docs/deployment.md says it for them.
DO $$
DECLARE
  one record;
BEGIN
  BEGIN
    EXECUTE format('REVOKE TEMPORARY ON DATABASE %I FROM PUBLIC', current_database());
  EXCEPTION WHEN insufficient_privilege THEN
    RAISE WARNING 'temporary tables stay allowed: see docs/deployment.md';
  END;
  FOR one IN
    SELECT oid::regprocedure::text AS name FROM pg_proc
    WHERE pronamespace = 'pg_catalog'::regnamespace
      AND proname IN ('lo_creat', 'lo_create', 'lo_from_bytea', 'lo_import', 'lo_open', 'lo_put', 'lowrite')
  LOOP
    BEGIN
      EXECUTE format('REVOKE EXECUTE ON FUNCTION %s FROM PUBLIC', one.name);
    EXCEPTION WHEN insufficient_privilege THEN
      RAISE WARNING '% stays allowed: see docs/deployment.md', one.name;
    END;
  END LOOP;
END
$$;
