-- How somebody may safely be reached, what goes out to them and to staff, what was agreed with them, and what helps people at the desk to
-- keep up. The functions that write these tables are in the migrations after this one. docs/decisions/0031 to 0035 say why so.

-- A contact plan that takes the place of the one before. The first, version 0, is in what was sent.
CREATE TABLE "contact_plan" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "version" INTEGER NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by" TEXT NOT NULL,
    "account_id" UUID,
    "reach" TEXT NOT NULL,
    "box_id" UUID NOT NULL,

    CONSTRAINT "contact_plan_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "contact_plan_check" CHECK (
      version > 0 AND made_by IN ('reporter', 'staff') AND (made_by = 'staff') = (account_id IS NOT NULL)
      AND reach IN ('out', 'code', 'theirs', 'none')
    )
);
CREATE UNIQUE INDEX "contact_plan_submission_id_version_key" ON "contact_plan"("submission_id", "version");
CREATE UNIQUE INDEX "contact_plan_box_id_key" ON "contact_plan"("box_id");
-- Which plan holds: 0 is the one that was sent.
ALTER TABLE "case" ADD COLUMN "plan_version" INTEGER NOT NULL DEFAULT 0;
-- When a message said that somebody is in danger, until somebody has seen to it.
ALTER TABLE "case" ADD COLUMN "danger_at" TIMESTAMPTZ(3);

-- What goes out by text or e-mail: to the reporter of a case, or to somebody at the desk. The box holds whom to and the words, until it is done.
CREATE TABLE "outbound" (
    "id" UUID NOT NULL,
    "force" TEXT NOT NULL,
    "case_id" UUID,
    "account_id" UUID,
    "way" TEXT NOT NULL,
    "purpose" TEXT NOT NULL,
    "plan_version" INTEGER,
    "box_id" UUID,
    "state" TEXT NOT NULL DEFAULT 'waiting',
    "reason" TEXT,
    "tries" INTEGER NOT NULL DEFAULT 0,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" UUID,
    "next_at" TIMESTAMPTZ(3) NOT NULL,
    "sent_at" TIMESTAMPTZ(3),
    "ended_at" TIMESTAMPTZ(3),
    "provider_ref" TEXT,

    CONSTRAINT "outbound_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "outbound_check" CHECK (
      way IN ('text', 'email') AND purpose IN ('notice', 'letter', 'alert', 'digest')
      AND state IN ('waiting', 'sending', 'sent', 'delivered', 'failed', 'stopped')
      AND num_nonnulls(case_id, account_id) = 1 AND (purpose IN ('alert', 'digest')) = (account_id IS NOT NULL)
      AND (case_id IS NULL) = (plan_version IS NULL)
      AND (ended_at IS NOT NULL) = (state IN ('delivered', 'failed', 'stopped'))
      AND (ended_at IS NULL OR box_id IS NULL)
    )
);
CREATE INDEX "outbound_state_next_at_idx" ON "outbound"("state", "next_at");
CREATE INDEX "outbound_case_id_made_at_idx" ON "outbound"("case_id", "made_at");
CREATE INDEX "outbound_account_id_made_at_idx" ON "outbound"("account_id", "made_at");
CREATE UNIQUE INDEX "outbound_box_id_key" ON "outbound"("box_id");
CREATE UNIQUE INDEX "outbound_provider_ref_key" ON "outbound"("provider_ref");

-- What was agreed with somebody, in their words, and whether they say that it happened.
CREATE TABLE "agreement" (
    "id" UUID NOT NULL,
    "submission_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "account_id" UUID NOT NULL,
    "box_id" UUID NOT NULL,
    "asked_at" TIMESTAMPTZ(3),
    "answer" TEXT,
    "answered_at" TIMESTAMPTZ(3),

    CONSTRAINT "agreement_pkey" PRIMARY KEY ("id"),
    CONSTRAINT "agreement_check" CHECK (num_nonnulls(answer, answered_at) IN (0, 2) AND (answer IS NULL OR answer IN ('yes', 'no')))
);
CREATE INDEX "agreement_submission_id_made_at_idx" ON "agreement"("submission_id", "made_at");
CREATE UNIQUE INDEX "agreement_box_id_key" ON "agreement"("box_id");

-- Words of the follow-up page that the force says its own way.
CREATE TABLE "force_words" (
    "force" TEXT NOT NULL,
    "key" TEXT NOT NULL,
    "locale" TEXT NOT NULL,
    "words" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "made_by_id" UUID NOT NULL,

    CONSTRAINT "force_words_pkey" PRIMARY KEY ("force", "key", "locale")
);

-- Who has a case open just now, and who is writing. Nothing that outlives a restart.
CREATE UNLOGGED TABLE "case_presence" (
    "case_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    -- Which of their pages of it; 0 is one that was made and has said nothing itself.
    "page" SMALLINT NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,
    "writing_at" TIMESTAMPTZ(3),

    CONSTRAINT "case_presence_pkey" PRIMARY KEY ("case_id", "account_id", "page"),
    CONSTRAINT "case_presence_check" CHECK (page BETWEEN 0 AND 999)
);

-- Until when somebody does not want a case in their queue, and why.
CREATE TABLE "case_snooze" (
    "case_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,
    "until" TIMESTAMPTZ(3) NOT NULL,
    "reason" TEXT NOT NULL,

    CONSTRAINT "case_snooze_pkey" PRIMARY KEY ("case_id", "account_id"),
    CONSTRAINT "case_snooze_check" CHECK ("until" > made_at)
);

-- When somebody last had a case open: what came since is new to them.
CREATE TABLE "case_seen" (
    "case_id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "case_seen_pkey" PRIMARY KEY ("case_id", "account_id")
);

-- A view of the queue that somebody keeps for themselves.
CREATE TABLE "saved_view" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "name" TEXT NOT NULL,
    "query" TEXT NOT NULL,
    "made_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "saved_view_pkey" PRIMARY KEY ("id")
);
CREATE UNIQUE INDEX "saved_view_account_id_name_key" ON "saved_view"("account_id", "name");

-- What letters somebody at the desk wants, and between which hours of the force's clock none.
ALTER TABLE "account" ADD COLUMN "letters" TEXT NOT NULL DEFAULT 'digest';
ALTER TABLE "account" ADD COLUMN "quiet_from" SMALLINT;
ALTER TABLE "account" ADD COLUMN "quiet_until" SMALLINT;
ALTER TABLE "account" ADD CONSTRAINT "account_letters_check" CHECK (
  letters IN ('each', 'digest', 'none') AND num_nonnulls(quiet_from, quiet_until) IN (0, 2)
  AND (quiet_from IS NULL OR quiet_from BETWEEN 0 AND 23 AND quiet_until BETWEEN 0 AND 23 AND quiet_from <> quiet_until)
);

-- A message that says somebody is in danger has a clock of its own.
ALTER TABLE "case_clock" DROP CONSTRAINT "case_clock_check";
ALTER TABLE "case_clock" ADD CONSTRAINT "case_clock_check" CHECK (
  kind IN ('first-contact', 'next-update', 'review', 'acknowledge') AND num_nonnulls(paused_at, pause) IN (0, 2)
  AND num_nonnulls(ended_at, outcome) IN (0, 2) AND (outcome IS NULL OR outcome IN ('kept', 'late', 'dropped'))
  AND (asked IS NULL OR asked IN ('officer', 'desk-first', 'person-first', 'nobody'))
  AND (reach IS NULL OR reach IN ('out', 'code', 'theirs', 'none'))
);

ALTER TABLE "contact_plan" ADD CONSTRAINT "contact_plan_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id")
  ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id")
  ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "contact_plan" ADD CONSTRAINT "contact_plan_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "agreement" ADD CONSTRAINT "agreement_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "force_words" ADD CONSTRAINT "force_words_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "account"("id")
  ON DELETE RESTRICT ON UPDATE CASCADE;
ALTER TABLE "outbound" ADD CONSTRAINT "outbound_made_by_id_fkey" FOREIGN KEY ("made_by_id") REFERENCES "account"("id")
  ON DELETE SET NULL ON UPDATE CASCADE;
DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['contact_plan', 'agreement'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (box_id) REFERENCES sealed_box(id) ON DELETE RESTRICT ON UPDATE CASCADE',
      one, one || '_box_id_fkey');
  END LOOP;
  ALTER TABLE "outbound" ADD CONSTRAINT "outbound_box_id_fkey" FOREIGN KEY ("box_id") REFERENCES "sealed_box"("id")
    ON DELETE SET NULL ON UPDATE CASCADE;
  FOREACH one IN ARRAY ARRAY['outbound', 'case_presence', 'case_snooze', 'case_seen'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (case_id) REFERENCES "case"(id) ON DELETE CASCADE ON UPDATE CASCADE',
      one, one || '_case_id_fkey');
  END LOOP;
  FOREACH one IN ARRAY ARRAY['outbound', 'case_presence', 'case_snooze', 'case_seen', 'saved_view'] LOOP
    EXECUTE format('ALTER TABLE %I ADD CONSTRAINT %I FOREIGN KEY (account_id) REFERENCES account(id) ON DELETE CASCADE ON UPDATE CASCADE',
      one, one || '_account_id_fkey');
  END LOOP;
END
$$;

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['contact_plan', 'outbound', 'agreement', 'force_words', 'case_presence', 'case_snooze', 'case_seen',
    'saved_view'] LOOP
    EXECUTE format('ALTER TABLE %I OWNER TO alongside_owner', one);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', one);
    EXECUTE format('CREATE POLICY owner_all ON %I TO alongside_owner USING (true) WITH CHECK (true)', one);
  END LOOP;
END
$$;

-- What hangs on a case is seen with it: row security holds for the case in each subquery too. Functions alone write it.
CREATE POLICY staff_sees ON "contact_plan" FOR SELECT TO alongside_staff
  USING (EXISTS (SELECT FROM "case" c WHERE c.submission_id = contact_plan.submission_id));
CREATE POLICY staff_sees ON "agreement" FOR SELECT TO alongside_staff
  USING (EXISTS (SELECT FROM "case" c WHERE c.submission_id = agreement.submission_id));
CREATE POLICY staff_sees ON "outbound" FOR SELECT TO alongside_staff USING (
  account_id = (SELECT desk_actor_id()) OR EXISTS (SELECT FROM "case" c WHERE c.id = outbound.case_id)
);
CREATE POLICY staff_sees ON "case_presence" FOR SELECT TO alongside_staff
  USING (EXISTS (SELECT FROM "case" c WHERE c.id = case_presence.case_id));
CREATE POLICY staff_sees ON "force_words" FOR SELECT TO alongside_staff USING (force = (SELECT desk_force()));
GRANT SELECT ON "contact_plan", "agreement", "outbound", "case_presence", "force_words" TO alongside_staff;

-- What somebody keeps for themselves is theirs alone.
DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['case_snooze', 'case_seen', 'saved_view'] LOOP
    EXECUTE format('CREATE POLICY own ON %I TO alongside_staff USING (account_id = (SELECT desk_actor_id()))
      WITH CHECK (account_id = (SELECT desk_actor_id()))', one);
    EXECUTE format('GRANT SELECT, INSERT, UPDATE, DELETE ON %I TO alongside_staff', one);
  END LOOP;
END
$$;
