-- How often somebody chose to read words of hatred as they were written: a number for each day, and nothing of any case. docs/decisions/0037 says why so.

CREATE TABLE "exposure" (
    "account_id" UUID NOT NULL,
    "day" DATE NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "exposure_pkey" PRIMARY KEY ("account_id", "day"),
    CONSTRAINT "exposure_count_check" CHECK (count > 0)
);
ALTER TABLE "exposure" ADD CONSTRAINT "exposure_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- One's own, and for supervisors that of everybody: to ask how they are.
ALTER TABLE "exposure" OWNER TO alongside_owner;
ALTER TABLE "exposure" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON "exposure" TO alongside_owner USING (true) WITH CHECK (true);
CREATE POLICY own_or_supervisor ON "exposure" FOR SELECT TO alongside_staff USING (
  account_id = (SELECT desk_actor_id()) OR (SELECT desk_role()) = 'supervisor'
);
GRANT SELECT ON "exposure" TO alongside_staff;

-- Counts one more for whoever asks, of a case that they may open. What is older than 90 days goes. False, and nothing done, where they may not.
CREATE FUNCTION note_exposure(p_case_id uuid, p_day date) RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF NOT desk_opens(p_case_id) THEN
    RETURN false;
  END IF;
  DELETE FROM exposure e WHERE e.account_id = desk_actor_id() AND e.day < p_day - 90;
  INSERT INTO exposure AS e (account_id, day, count) VALUES (desk_actor_id(), p_day, 1)
  ON CONFLICT (account_id, day) DO UPDATE SET count = e.count + 1;
  RETURN true;
END
$$;
ALTER FUNCTION note_exposure(uuid, date) OWNER TO alongside_owner;
REVOKE ALL ON FUNCTION note_exposure(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION note_exposure(uuid, date) TO alongside_staff;
