-- Times that were agreed to ring somebody back. What a case's history says writes them, and nothing else; docs/decisions/0046 says why so.

CREATE TABLE "case_call_back" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "outcome" TEXT,
    "reason" TEXT,
    "ended_at" TIMESTAMPTZ(3),
    "ended_by_id" UUID,
    CONSTRAINT "case_call_back_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "case_call_back_span_check" CHECK (ends_at > starts_at),
    CONSTRAINT "case_call_back_end_check" CHECK (
      num_nonnulls(ended_at, outcome) IN (0, 2) AND outcome IN ('done', 'unreached', 'moved', 'dropped')
      AND (reason IS NOT NULL) = (outcome IS NOT DISTINCT FROM 'moved'))
);
CREATE INDEX "case_call_back_case_id_idx" ON "case_call_back"("case_id");
-- One at a time is to come.
CREATE UNIQUE INDEX "case_call_back_one_key" ON "case_call_back"("case_id") WHERE ended_at IS NULL;
ALTER TABLE "case_call_back" ADD CONSTRAINT "case_call_back_id_fkey" FOREIGN KEY ("id") REFERENCES "case_event"("id")
  ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "case_call_back" ADD CONSTRAINT "case_call_back_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id")
  ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "case_call_back" ADD CONSTRAINT "case_call_back_ended_by_id_fkey" FOREIGN KEY ("ended_by_id") REFERENCES "account"("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;

-- Seen with the case; written by its history alone.
ALTER TABLE "case_call_back" OWNER TO alongside_owner;
ALTER TABLE "case_call_back" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON "case_call_back" TO alongside_owner USING (true) WITH CHECK (true);
CREATE POLICY staff_sees ON "case_call_back" FOR SELECT TO alongside_staff
  USING (EXISTS (SELECT FROM "case" c WHERE c.id = case_call_back.case_id));
GRANT SELECT ON "case_call_back" TO alongside_staff;

CREATE FUNCTION follow_call_back() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
BEGIN
  SELECT c.* INTO about FROM "case" c WHERE c.id = NEW.case_id;
  -- Whoever has the case, the call handler who recorded it, triage while nobody has it, and supervisors.
  IF (desk_role() = 'supervisor' OR desk_actor_id() = about.assignee_id
    OR (desk_role() = 'call-handler' AND desk_actor_id() = about.recorded_by_id)
    OR (desk_role() = 'triager' AND about.assignee_id IS NULL)) IS NOT TRUE
  THEN
    RAISE EXCEPTION 'a call-back is agreed by whoever works on the case' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF NEW.type <> 'call-back-set' THEN
    UPDATE case_call_back SET ended_at = NEW.at, ended_by_id = NEW.actor_id, reason = NEW.detail->>'reason',
      outcome = substr(NEW.type, length('call-back-') + 1)
    WHERE case_id = NEW.case_id AND ended_at IS NULL;
    IF NOT FOUND THEN
      RAISE EXCEPTION 'there is no call-back to come' USING ERRCODE = 'check_violation';
    END IF;
  END IF;
  IF NEW.type IN ('call-back-set', 'call-back-moved') THEN
    IF about.status = 'closed' THEN
      RAISE EXCEPTION 'nobody is rung back of a closed case' USING ERRCODE = 'check_violation';
    END IF;
    INSERT INTO case_call_back (id, case_id, starts_at, ends_at)
    VALUES (NEW.id, NEW.case_id, (NEW.detail->>'from')::timestamptz, (NEW.detail->>'until')::timestamptz);
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER event_keeps_call_back AFTER INSERT ON "case_event"
FOR EACH ROW WHEN (NEW.type IN ('call-back-set', 'call-back-moved', 'call-back-done', 'call-back-unreached')) EXECUTE FUNCTION follow_call_back();

-- Of a case that is closed nobody is waited for.
CREATE FUNCTION drop_call_back() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE case_call_back SET outcome = 'dropped', ended_at = coalesce(NEW.closed_at, date_trunc('milliseconds', clock_timestamp()))
  WHERE case_id = NEW.id AND ended_at IS NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER case_drops_call_back AFTER UPDATE OF status ON "case"
FOR EACH ROW WHEN (NEW.status = 'closed' AND OLD.status <> 'closed') EXECUTE FUNCTION drop_call_back();

DO $$
DECLARE
  one text;
  patch text[];
  body text;
BEGIN
  FOREACH one IN ARRAY ARRAY['follow_call_back()', 'drop_call_back()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', one);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
  END LOOP;
  -- Erasing takes them with it, and agreeing on one is work on a case.
  FOREACH patch SLICE 1 IN ARRAY ARRAY[
    ['destroy_case("case", timestamptz)', 'DELETE FROM case_presence WHERE case_id = p_case.id;',
      'DELETE FROM case_presence WHERE case_id = p_case.id;
  DELETE FROM case_call_back WHERE case_id = p_case.id;'],
    ['is_case_work(text)', '''noted'',',
      '''noted'', ''call-back-set'', ''call-back-moved'', ''call-back-done'', ''call-back-unreached'',']
  ] LOOP
    body := pg_get_functiondef(patch[1]::regprocedure);
    IF position(patch[2] IN body) = 0 THEN
      RAISE EXCEPTION '% is not as it was', patch[1];
    END IF;
    EXECUTE replace(body, patch[2], patch[3]);
  END LOOP;
END
$$;
