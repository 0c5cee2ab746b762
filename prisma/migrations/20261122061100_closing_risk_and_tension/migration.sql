-- Closing with somebody's approval, looking at a risk again by a day, and a mark for possible tension in a community. docs/decisions/0039 says why so.

ALTER TABLE "case" ADD COLUMN "risk_review_on" DATE;
ALTER TABLE "case" ADD COLUMN "tension_at" TIMESTAMPTZ(3);
CREATE INDEX "case_force_tension_at_idx" ON "case"("force", "tension_at");
CREATE INDEX "case_force_risk_review_on_idx" ON "case"("force", "risk_review_on");

CREATE TABLE "closure_request" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "asked_by_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3) NOT NULL,
    "disposition" TEXT NOT NULL,
    "subject_risk" BOOLEAN,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "outcome" TEXT,
    CONSTRAINT "closure_request_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "closure_request_outcome_check" CHECK (
      num_nonnulls(decided_at, outcome) IN (0, 2) AND (outcome IS NULL OR outcome IN ('approved', 'refused', 'taken-back'))
      AND (outcome IS DISTINCT FROM 'taken-back' OR decided_by_id = asked_by_id)
      AND (outcome IS NULL OR outcome = 'taken-back' OR decided_by_id IS DISTINCT FROM asked_by_id)
    )
);
CREATE INDEX "closure_request_case_id_idx" ON "closure_request"("case_id");
-- One at a time: whoever asks second is told.
CREATE UNIQUE INDEX "closure_request_open_key" ON "closure_request"("case_id") WHERE decided_at IS NULL;
ALTER TABLE "closure_request" ADD CONSTRAINT "closure_request_id_fkey" FOREIGN KEY ("id") REFERENCES "case_event"("id")
  ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "closure_request" ADD CONSTRAINT "closure_request_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id")
  ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "closure_request" ADD CONSTRAINT "closure_request_asked_by_id_fkey" FOREIGN KEY ("asked_by_id") REFERENCES "account"("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "closure_request" ADD CONSTRAINT "closure_request_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "account"("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;

-- Seen by whoever may open the case; written by what its history says, and in no other way.
ALTER TABLE "closure_request" OWNER TO alongside_owner;
ALTER TABLE "closure_request" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON "closure_request" TO alongside_owner USING (true) WITH CHECK (true);
CREATE POLICY staff_sees ON "closure_request" FOR SELECT TO alongside_staff USING (desk_opens(case_id));
GRANT SELECT ON "closure_request" TO alongside_staff;

-- Nobody approves what they asked for themselves, and a supervisor alone refuses it.
CREATE FUNCTION follow_closing() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  asked closure_request;
BEGIN
  IF NEW.type = 'closing-asked' THEN
    INSERT INTO closure_request (id, case_id, asked_by_id, asked_at, disposition, subject_risk)
    VALUES (NEW.id, NEW.case_id, NEW.actor_id, NEW.at, NEW.detail->>'disposition', (NEW.detail->>'risk')::boolean);
    RETURN NULL;
  END IF;
  SELECT r.* INTO asked FROM closure_request r WHERE r.case_id = NEW.case_id AND r.decided_at IS NULL FOR UPDATE;
  IF NOT FOUND THEN
    IF NEW.type <> 'closed' THEN
      RAISE EXCEPTION 'nobody asked to close it' USING ERRCODE = 'check_violation';
    END IF;
    RETURN NULL;
  END IF;
  IF NEW.type = 'closing-refused' AND desk_role() IS DISTINCT FROM 'supervisor' THEN
    RAISE EXCEPTION 'a supervisor refuses to close it' USING ERRCODE = 'insufficient_privilege';
  END IF;
  UPDATE closure_request SET decided_at = NEW.at, decided_by_id = NEW.actor_id,
    outcome = CASE NEW.type WHEN 'closed' THEN 'approved' WHEN 'closing-refused' THEN 'refused' ELSE 'taken-back' END
  WHERE id = asked.id;
  RETURN NULL;
END
$$;
CREATE TRIGGER event_keeps_closing AFTER INSERT ON "case_event"
FOR EACH ROW WHEN (NEW.type IN ('closing-asked', 'closing-refused', 'closing-taken-back', 'closed')) EXECUTE FUNCTION follow_closing();

DO $$
DECLARE
  patch text[];
  body text;
BEGIN
  ALTER FUNCTION follow_closing() OWNER TO alongside_owner;
  REVOKE ALL ON FUNCTION follow_closing() FROM PUBLIC;
  FOREACH patch SLICE 1 IN ARRAY ARRAY[
    ['change_case(uuid, integer, jsonb)', 'risk_rank = changed.risk_rank,',
      'risk_rank = changed.risk_rank, risk_review_on = changed.risk_review_on, tension_at = changed.tension_at,'],
    ['destroy_case("case", timestamptz)', 'DELETE FROM case_presence WHERE case_id = p_case.id;',
      'DELETE FROM case_presence WHERE case_id = p_case.id;
  DELETE FROM closure_request WHERE case_id = p_case.id;'],
    ['destroy_case("case", timestamptz)', 'danger_at = NULL,', 'danger_at = NULL, risk_review_on = NULL, tension_at = NULL,'],
    ['is_case_work(text)', '''noted'',', '''noted'', ''closing-asked'', ''closing-refused'', ''closing-taken-back'', ''tension-marked'', ''tension-lifted'',']
  ] LOOP
    body := pg_get_functiondef(patch[1]::regprocedure);
    IF position(patch[2] IN body) = 0 THEN
      RAISE EXCEPTION '% is not as it was', patch[1];
    END IF;
    EXECUTE replace(body, patch[2], patch[3]);
  END LOOP;
END
$$;
