-- Tasks on a case, with the day they are due. Their words are in the sealed box of the event that set them, so that whoever may read the history
-- reads them, and erasing takes them with it. docs/decisions/0038 says why so.

CREATE TABLE "case_task" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "assignee_id" UUID,
    "due_on" DATE NOT NULL,
    "done_at" TIMESTAMPTZ(3),
    "done_by_id" UUID,
    CONSTRAINT "case_task_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "case_task_done_check" CHECK (num_nonnulls(done_at, done_by_id) IN (0, 2))
);
CREATE INDEX "case_task_case_id_due_on_idx" ON "case_task"("case_id", "due_on");
CREATE INDEX "case_task_assignee_id_idx" ON "case_task"("assignee_id");
ALTER TABLE "case_task" ADD CONSTRAINT "case_task_id_fkey" FOREIGN KEY ("id") REFERENCES "case_event"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "case_task" ADD CONSTRAINT "case_task_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "case_task" ADD CONSTRAINT "case_task_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "account"("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "case_task" ADD CONSTRAINT "case_task_done_by_id_fkey" FOREIGN KEY ("done_by_id") REFERENCES "account"("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;

-- Seen by whoever may open the case; written by what its history says, and in no other way.
ALTER TABLE "case_task" OWNER TO alongside_owner;
ALTER TABLE "case_task" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON "case_task" TO alongside_owner USING (true) WITH CHECK (true);
CREATE POLICY staff_sees ON "case_task" FOR SELECT TO alongside_staff USING (desk_opens(case_id));
GRANT SELECT ON "case_task" TO alongside_staff;

-- Whether somebody can be given a task of a case: whoever has it, supervisors, and those named for a sealed one; never with a conflict.
CREATE FUNCTION may_be_tasked(p_case "case", p_account_id uuid) RETURNS boolean
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT EXISTS (
    SELECT FROM account a WHERE a.id = p_account_id AND a.active AND NOT a.id = ANY (p_case.conflicted_ids)
      AND CASE WHEN p_case.restricted THEN a.id = ANY (p_case.named_ids)
        ELSE a.role = 'supervisor' OR a.id = p_case.assignee_id END
  )
$$;

CREATE FUNCTION follow_task() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
  given uuid := (NEW.detail->>'to')::uuid;
BEGIN
  SELECT c.* INTO about FROM "case" c WHERE c.id = NEW.case_id;
  IF NEW.type = 'task-set' THEN
    IF NEW.box_id IS NULL OR about.status = 'closed' OR (given IS NOT NULL AND NOT may_be_tasked(about, given)) THEN
      RAISE EXCEPTION 'a task of an open case has words and is for somebody who sees it' USING ERRCODE = 'check_violation';
    END IF;
    INSERT INTO case_task (id, case_id, assignee_id, due_on) VALUES (NEW.id, NEW.case_id, given, (NEW.detail->>'due')::date);
    RETURN NULL;
  END IF;
  UPDATE case_task SET done_at = CASE WHEN NEW.type = 'task-done' THEN NEW.at END,
    done_by_id = CASE WHEN NEW.type = 'task-done' THEN NEW.actor_id END
  WHERE id = (NEW.detail->>'task')::uuid AND case_id = NEW.case_id AND (done_at IS NULL) = (NEW.type = 'task-done');
  IF NOT FOUND THEN
    RAISE EXCEPTION 'there is no such task, or it is so already' USING ERRCODE = 'check_violation';
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER event_keeps_task AFTER INSERT ON "case_event"
FOR EACH ROW WHEN (NEW.type IN ('task-set', 'task-done', 'task-opened')) EXECUTE FUNCTION follow_task();

DO $$
DECLARE
  one text;
  patch text[];
  body text;
BEGIN
  FOREACH one IN ARRAY ARRAY['may_be_tasked("case", uuid)', 'follow_task()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', one);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
  END LOOP;
  -- Erasing takes tasks with it, and setting or doing one is work on a case.
  FOREACH patch SLICE 1 IN ARRAY ARRAY[
    ['destroy_case("case", timestamptz)', 'DELETE FROM case_presence WHERE case_id = p_case.id;',
      'DELETE FROM case_presence WHERE case_id = p_case.id;
  DELETE FROM case_task WHERE case_id = p_case.id;'],
    ['is_case_work(text)', '''noted'',', '''noted'', ''task-set'', ''task-done'', ''task-opened'',']
  ] LOOP
    body := pg_get_functiondef(patch[1]::regprocedure);
    IF position(patch[2] IN body) = 0 THEN
      RAISE EXCEPTION '% is not as it was', patch[1];
    END IF;
    EXECUTE replace(body, patch[2], patch[3]);
  END LOOP;
END
$$;
