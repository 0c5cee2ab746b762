-- When officers are on duty, who was asked to take a case, and by when what was promised is due. The functions that write these tables are
-- in the migrations after this one. docs/decisions/0025 to 0029 say why so.

-- An officer's own word about their work.
ALTER TABLE "officer" ADD COLUMN "specialisms" TEXT[] NOT NULL DEFAULT '{}';
-- They can take one more than their limit: since when they say so. Being given a case uses it up.
ALTER TABLE "officer" ADD COLUMN "one_more_at" TIMESTAMPTZ(3);
-- They must hand over what they hold: since when.
ALTER TABLE "officer" ADD COLUMN "handing_over_at" TIMESTAMPTZ(3);
ALTER TABLE "officer" ADD COLUMN "version" INTEGER NOT NULL DEFAULT 1;

-- Duty that repeats: a cycle of so many days, of which the first is `starts_on`.
CREATE TABLE "duty_pattern" (
    "id" UUID NOT NULL,
    "officer_id" UUID NOT NULL,
    "starts_on" DATE NOT NULL,
    "ends_on" DATE,
    "cycle_days" INTEGER NOT NULL,
    "turns" JSONB NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" UUID,

    CONSTRAINT "duty_pattern_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "duty_pattern_cycle_check" CHECK (cycle_days BETWEEN 1 AND 84 AND (ends_on IS NULL OR ends_on >= starts_on))
);
CREATE INDEX "duty_pattern_officer_id_starts_on_idx" ON "duty_pattern"("officer_id", "starts_on");

-- Duty on one occasion, entered by hand or out of a calendar.
CREATE TABLE "duty_extra" (
    "id" UUID NOT NULL,
    "officer_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" UUID,

    CONSTRAINT "duty_extra_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "duty_extra_span_check" CHECK (ends_at > starts_at AND source IN ('own', 'calendar'))
);
CREATE INDEX "duty_extra_officer_id_starts_at_idx" ON "duty_extra"("officer_id", "starts_at");

-- When they are away. Why is nobody's business: no kind of illness is kept.
CREATE TABLE "officer_leave" (
    "id" UUID NOT NULL,
    "officer_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,
    "source" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" UUID,

    CONSTRAINT "officer_leave_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "officer_leave_span_check" CHECK (ends_at > starts_at AND source IN ('own', 'calendar'))
);
CREATE INDEX "officer_leave_officer_id_ends_at_idx" ON "officer_leave"("officer_id", "ends_at");

-- `duty_shift` is reckoned from these three: when an officer really is on duty.

CREATE TABLE "training_record" (
    "id" UUID NOT NULL,
    "officer_id" UUID NOT NULL,
    "topic" TEXT NOT NULL,
    "completed_on" DATE NOT NULL,
    "expires_on" DATE NOT NULL,
    "held_with" TEXT[] NOT NULL DEFAULT '{}',
    "recorded_at" TIMESTAMPTZ(3) NOT NULL,
    "recorded_by_id" UUID,
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "training_record_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "training_record_span_check" CHECK (expires_on >= completed_on)
);
CREATE INDEX "training_record_officer_id_topic_idx" ON "training_record"("officer_id", "topic");

-- Who a case is offered to: an account, until it is answered, lapses or is withdrawn.
ALTER TABLE "case" ADD COLUMN "offered_to_id" UUID;
ALTER TABLE "case" ADD COLUMN "offered_at" TIMESTAMPTZ(3);
ALTER TABLE "case" ADD CONSTRAINT "case_offered_to_id_fkey" FOREIGN KEY ("offered_to_id") REFERENCES "account"("id")
  ON DELETE SET NULL ON UPDATE CASCADE;
CREATE INDEX "case_offered_to_id_idx" ON "case"("offered_to_id");

CREATE TABLE "case_offer" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "offered_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),
    "outcome" TEXT,
    "reason" TEXT,

    CONSTRAINT "case_offer_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "case_offer_outcome_check" CHECK (
      num_nonnulls(ended_at, outcome) IN (0, 2) AND (outcome IS NULL OR outcome IN ('accepted', 'declined', 'lapsed', 'withdrawn'))
    )
);
CREATE INDEX "case_offer_case_id_offered_at_idx" ON "case_offer"("case_id", "offered_at");
CREATE INDEX "case_offer_account_id_idx" ON "case_offer"("account_id");
CREATE UNIQUE INDEX "case_offer_open_key" ON "case_offer"("case_id") WHERE ended_at IS NULL;

-- A clock that runs for a case: one of each kind at a time.
CREATE TABLE "case_clock" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "kind" TEXT NOT NULL,
    "started_at" TIMESTAMPTZ(3) NOT NULL,
    "due_at" TIMESTAMPTZ(3),
    "duty_at" TIMESTAMPTZ(3),
    "beyond_target" BOOLEAN NOT NULL DEFAULT false,
    "asked" TEXT,
    "reach" TEXT,
    "paused_at" TIMESTAMPTZ(3),
    "pause" TEXT,
    "warned_at" TIMESTAMPTZ(3),
    "broken_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "outcome" TEXT,

    CONSTRAINT "case_clock_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "case_clock_check" CHECK (
      kind IN ('first-contact', 'next-update', 'review') AND num_nonnulls(paused_at, pause) IN (0, 2)
      AND num_nonnulls(ended_at, outcome) IN (0, 2) AND (outcome IS NULL OR outcome IN ('kept', 'late', 'dropped'))
      AND (asked IS NULL OR asked IN ('officer', 'desk-first', 'person-first', 'nobody'))
      AND (reach IS NULL OR reach IN ('out', 'code', 'theirs', 'none'))
    )
);
CREATE INDEX "case_clock_case_id_kind_idx" ON "case_clock"("case_id", "kind");
CREATE UNIQUE INDEX "case_clock_open_key" ON "case_clock"("case_id", "kind") WHERE ended_at IS NULL;
CREATE INDEX "case_clock_due_at_idx" ON "case_clock"("due_at") WHERE ended_at IS NULL;

-- A supervisor has to know of it: by which rule, and who saw to it.
CREATE TABLE "escalation" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "rule" TEXT NOT NULL,
    "raised_at" TIMESTAMPTZ(3) NOT NULL,
    "settled_at" TIMESTAMPTZ(3),
    "settled_by_id" UUID,

    CONSTRAINT "escalation_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "escalation_open_key" ON "escalation"("case_id", "rule") WHERE settled_at IS NULL;
CREATE INDEX "escalation_settled_at_raised_at_idx" ON "escalation"("settled_at", "raised_at");

-- Where whole postcodes lie, out of the directory of the Office for National Statistics. Without a space. No district: another force's.
CREATE TABLE "unit_postcode" (
    "postcode" TEXT NOT NULL,
    "district" TEXT,

    CONSTRAINT "unit_postcode_pkey" PRIMARY KEY ("postcode")
);
CREATE TABLE "postcode_release" (
    "id" UUID NOT NULL,
    "force" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "loaded_at" TIMESTAMPTZ(3) NOT NULL,
    "rows_read" INTEGER NOT NULL,
    "rows_kept" INTEGER NOT NULL,

    CONSTRAINT "postcode_release_pkey" PRIMARY KEY ("id")
);

-- How a case may end, and what follows from it, each with the days on which it holds. Another person approves what somebody proposes.
CREATE TABLE "record_type" (
    "id" UUID NOT NULL,
    "force" TEXT NOT NULL,
    "disposition" TEXT NOT NULL,
    "position" INTEGER NOT NULL,
    "labels" JSONB NOT NULL,
    "hints" JSONB NOT NULL DEFAULT '{}',
    "kinds" TEXT[] NOT NULL,
    "supervisor_only" BOOLEAN NOT NULL DEFAULT false,
    "asks_reason" BOOLEAN NOT NULL DEFAULT false,
    "asks_review" BOOLEAN NOT NULL DEFAULT false,
    "subject_data" TEXT NOT NULL,
    "from_day" DATE NOT NULL,
    "until_day" DATE,
    "reason" TEXT NOT NULL,
    "proposed_at" TIMESTAMPTZ(3) NOT NULL,
    "proposed_by_id" UUID,
    "decided_at" TIMESTAMPTZ(3),
    "decided_by_id" UUID,
    "approved" BOOLEAN,

    CONSTRAINT "record_type_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "record_type_check" CHECK (
      subject_data IN ('keep', 'ask', 'remove') AND (until_day IS NULL OR until_day >= from_day)
      AND num_nonnulls(decided_at, approved) IN (0, 2)
      AND (decided_by_id IS NULL OR proposed_by_id IS NULL OR decided_by_id <> proposed_by_id)
    )
);
CREATE INDEX "record_type_force_disposition_from_day_idx" ON "record_type"("force", "disposition", "from_day");
ALTER TABLE "case" ADD COLUMN "record_type_id" UUID;
ALTER TABLE "case" ADD CONSTRAINT "case_record_type_id_fkey" FOREIGN KEY ("record_type_id") REFERENCES "record_type"("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['duty_pattern', 'duty_extra', 'officer_leave', 'training_record'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (officer_id) REFERENCES officer(id) ON DELETE CASCADE ON UPDATE CASCADE',
      one, one || '_officer_id_fkey');
  END LOOP;
  FOREACH one IN ARRAY ARRAY['duty_pattern', 'duty_extra', 'officer_leave'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (made_by_id) REFERENCES account(id) ON DELETE SET NULL ON UPDATE CASCADE',
      one, one || '_made_by_id_fkey');
  END LOOP;
  FOREACH one IN ARRAY ARRAY['case_offer', 'case_clock', 'escalation'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (case_id) REFERENCES "case"(id) ON DELETE CASCADE ON UPDATE CASCADE',
      one, one || '_case_id_fkey');
  END LOOP;
END
$$;
ALTER TABLE "training_record" ADD CONSTRAINT "training_record_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "account"("id")
  ON DELETE SET NULL ON UPDATE CASCADE;
ALTER TABLE "case_offer" ADD CONSTRAINT "case_offer_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "escalation" ADD CONSTRAINT "escalation_settled_by_id_fkey" FOREIGN KEY ("settled_by_id") REFERENCES "account"("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "record_type" ADD CONSTRAINT "record_type_proposed_by_id_fkey" FOREIGN KEY ("proposed_by_id") REFERENCES "account"("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "record_type" ADD CONSTRAINT "record_type_decided_by_id_fkey" FOREIGN KEY ("decided_by_id") REFERENCES "account"("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['duty_pattern', 'duty_extra', 'officer_leave', 'training_record', 'case_offer', 'case_clock', 'escalation',
    'unit_postcode', 'postcode_release', 'record_type'] LOOP
    EXECUTE format('ALTER TABLE %I OWNER TO alongside_owner', one);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', one);
    EXECUTE format('CREATE POLICY owner_all ON %I TO alongside_owner USING (true) WITH CHECK (true)', one);
  END LOOP;
END
$$;

-- The officer the actor is, where they are one.
CREATE FUNCTION desk_officer_id() RETURNS uuid
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT o.id FROM officer o JOIN account a ON a.id = o.account_id
  WHERE a.id = desk_actor_id() AND a.active AND a.role = 'liaison-officer'
$$;
ALTER FUNCTION desk_officer_id() OWNER TO alongside_owner;
REVOKE ALL ON FUNCTION desk_officer_id() FROM PUBLIC;
GRANT EXECUTE ON FUNCTION desk_officer_id() TO alongside_staff;

-- The rota is everybody's at the desk to read. An officer writes their own, a supervisor anybody's, and a job (nobody) what is reckoned.
DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['duty_pattern', 'duty_extra', 'officer_leave'] LOOP
    EXECUTE format('CREATE POLICY staff_sees ON %I FOR SELECT TO alongside_staff USING (true)', one);
    EXECUTE format(
      'CREATE POLICY staff_writes ON %1$I TO alongside_staff
       USING ((SELECT desk_role()) = ''supervisor'' OR officer_id = (SELECT desk_officer_id()))
       WITH CHECK ((SELECT desk_role()) = ''supervisor'' OR officer_id = (SELECT desk_officer_id()))', one);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO alongside_staff', one);
  END LOOP;
END
$$;
GRANT INSERT, DELETE ON "duty_shift" TO alongside_staff;

-- What somebody was trained in is recorded by a supervisor.
CREATE POLICY staff_sees ON "training_record" FOR SELECT TO alongside_staff USING (
  (SELECT desk_role()) IN ('supervisor', 'administrator') OR officer_id = (SELECT desk_officer_id()) OR (SELECT desk_actor_id()) IS NULL
);
CREATE POLICY supervisor_writes ON "training_record" TO alongside_staff
  USING ((SELECT desk_role()) = 'supervisor') WITH CHECK ((SELECT desk_role()) = 'supervisor');
GRANT SELECT, INSERT, UPDATE ON "training_record" TO alongside_staff;

-- What hangs on a case is seen with it: row security holds for the case in each subquery too. Functions alone write it.
DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['case_offer', 'case_clock', 'escalation'] LOOP
    EXECUTE format(
      'CREATE POLICY staff_sees ON %1$I FOR SELECT TO alongside_staff USING (EXISTS (SELECT FROM "case" c WHERE c.id = %1$I.case_id))', one);
    EXECUTE format('GRANT SELECT ON %I TO alongside_staff', one);
  END LOOP;
END
$$;
CREATE POLICY staff_sees ON "record_type" FOR SELECT TO alongside_staff USING (force = (SELECT desk_force()));
CREATE POLICY staff_sees ON "postcode_release" FOR SELECT TO alongside_staff USING (force = (SELECT desk_force()));
GRANT SELECT ON "record_type", "postcode_release" TO alongside_staff;
