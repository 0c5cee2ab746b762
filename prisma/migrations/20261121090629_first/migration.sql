-- CreateTable
CREATE TABLE "draft" (
    "lookup" BYTEA NOT NULL,
    "revision" INTEGER NOT NULL DEFAULT 1,
    "ciphertext" BYTEA NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "draft_pkey" PRIMARY KEY ("lookup")
);

-- CreateTable
CREATE TABLE "sealed_box" (
    "id" UUID NOT NULL,
    "purpose" TEXT NOT NULL,
    "suite" SMALLINT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "sealed_box_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "sealed_field" (
    "box_id" UUID NOT NULL,
    "field" TEXT NOT NULL,
    "version" INTEGER NOT NULL DEFAULT 1,
    "ciphertext" BYTEA NOT NULL,

    CONSTRAINT "sealed_field_pkey" PRIMARY KEY ("box_id","field","version")
);

-- CreateTable
CREATE TABLE "key_wrap" (
    "box_id" UUID NOT NULL,
    "key_id" TEXT NOT NULL,
    "wrap" BYTEA NOT NULL,

    CONSTRAINT "key_wrap_pkey" PRIMARY KEY ("box_id","key_id")
);

-- CreateTable
CREATE TABLE "submission" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "force" TEXT NOT NULL,
    "journey_version" INTEGER NOT NULL,
    "locale" TEXT NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "box_id" UUID NOT NULL,
    "equality_box_id" UUID,

    CONSTRAINT "submission_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "return_code" (
    "lookup" BYTEA NOT NULL,
    "submission_id" UUID NOT NULL,
    "reporter_public_key" BYTEA NOT NULL,
    "wrapped_private_key" BYTEA NOT NULL,

    CONSTRAINT "return_code_pkey" PRIMARY KEY ("lookup")
);

-- CreateTable
CREATE TABLE "case" (
    "id" UUID NOT NULL,
    "reference" TEXT NOT NULL,
    "submission_id" UUID NOT NULL,
    "force" TEXT NOT NULL,
    "kind" TEXT NOT NULL,
    "channel" TEXT NOT NULL,
    "district" TEXT,
    "strands" TEXT[],
    "status" TEXT NOT NULL DEFAULT 'new',
    "risk_suggested" TEXT NOT NULL,
    "risk_decided" TEXT,
    "risk_rank" SMALLINT NOT NULL,
    "risk_rules" TEXT[],
    "wants_officer" BOOLEAN NOT NULL,
    "languages" TEXT[],
    "excluded_districts" TEXT[],
    "names_exclusion" BOOLEAN NOT NULL DEFAULT false,
    "restricted" BOOLEAN NOT NULL DEFAULT false,
    "received_at" TIMESTAMPTZ(3) NOT NULL,
    "promised_by" TIMESTAMPTZ(3) NOT NULL,
    "first_opened_at" TIMESTAMPTZ(3),
    "closed_at" TIMESTAMPTZ(3),
    "disposition" TEXT,
    "assignee_id" UUID,
    "recorded_by_id" UUID,
    "version" INTEGER NOT NULL DEFAULT 1,

    CONSTRAINT "case_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "case_event" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "type" TEXT NOT NULL,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "box_id" UUID,

    CONSTRAINT "case_event_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "routing_decision" (
    "id" UUID NOT NULL,
    "case_id" UUID NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "chosen_id" UUID,
    "decision" JSONB NOT NULL,

    CONSTRAINT "routing_decision_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "account" (
    "id" UUID NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "password_hash" TEXT NOT NULL,
    "totp_secret" BYTEA NOT NULL,
    "totp_last_step" INTEGER NOT NULL DEFAULT 0,
    "failed_attempts" INTEGER NOT NULL DEFAULT 0,
    "throttled_until" TIMESTAMPTZ(3),
    "active" BOOLEAN NOT NULL DEFAULT true,
    "demo" BOOLEAN NOT NULL DEFAULT false,
    "created_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP,

    CONSTRAINT "account_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "staff_session" (
    "id_hash" BYTEA NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_seen_at" TIMESTAMPTZ(3) NOT NULL,
    "ended_at" TIMESTAMPTZ(3),

    CONSTRAINT "staff_session_pkey" PRIMARY KEY ("id_hash")
);

-- CreateTable
CREATE TABLE "officer" (
    "id" UUID NOT NULL,
    "account_id" UUID NOT NULL,
    "districts" TEXT[],
    "languages" TEXT[],
    "training_until" DATE,
    "open_limit" INTEGER NOT NULL,
    "active" BOOLEAN NOT NULL DEFAULT true,

    CONSTRAINT "officer_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "duty_shift" (
    "id" UUID NOT NULL,
    "officer_id" UUID NOT NULL,
    "starts_at" TIMESTAMPTZ(3) NOT NULL,
    "ends_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "duty_shift_pkey" PRIMARY KEY ("id")
);

-- CreateTable
CREATE TABLE "audit_event" (
    "seq" BIGSERIAL NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,
    "actor_id" UUID,
    "role" TEXT,
    "action" TEXT NOT NULL,
    "case_id" UUID,
    "reference" TEXT,
    "detail" JSONB NOT NULL DEFAULT '{}',

    CONSTRAINT "audit_event_pkey" PRIMARY KEY ("seq")
);

-- CreateIndex
CREATE INDEX "draft_expires_at_idx" ON "draft"("expires_at");

-- CreateIndex
CREATE UNIQUE INDEX "submission_reference_key" ON "submission"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "submission_token_hash_key" ON "submission"("token_hash");

-- CreateIndex
CREATE UNIQUE INDEX "submission_box_id_key" ON "submission"("box_id");

-- CreateIndex
CREATE UNIQUE INDEX "submission_equality_box_id_key" ON "submission"("equality_box_id");

-- CreateIndex
CREATE UNIQUE INDEX "return_code_submission_id_key" ON "return_code"("submission_id");

-- CreateIndex
CREATE UNIQUE INDEX "case_reference_key" ON "case"("reference");

-- CreateIndex
CREATE UNIQUE INDEX "case_submission_id_key" ON "case"("submission_id");

-- CreateIndex
CREATE INDEX "case_status_risk_rank_promised_by_idx" ON "case"("status", "risk_rank", "promised_by");

-- CreateIndex
CREATE INDEX "case_assignee_id_status_idx" ON "case"("assignee_id", "status");

-- CreateIndex
CREATE INDEX "case_district_status_risk_rank_promised_by_idx" ON "case"("district", "status", "risk_rank", "promised_by");

-- CreateIndex
CREATE INDEX "case_event_case_id_at_idx" ON "case_event"("case_id", "at");

-- CreateIndex
CREATE INDEX "routing_decision_case_id_at_idx" ON "routing_decision"("case_id", "at");

-- CreateIndex
CREATE UNIQUE INDEX "account_email_key" ON "account"("email");

-- CreateIndex
CREATE INDEX "staff_session_account_id_idx" ON "staff_session"("account_id");

-- CreateIndex
CREATE UNIQUE INDEX "officer_account_id_key" ON "officer"("account_id");

-- CreateIndex
CREATE INDEX "duty_shift_officer_id_starts_at_idx" ON "duty_shift"("officer_id", "starts_at");

-- CreateIndex
CREATE INDEX "audit_event_case_id_seq_idx" ON "audit_event"("case_id", "seq");

-- CreateIndex
CREATE INDEX "audit_event_actor_id_seq_idx" ON "audit_event"("actor_id", "seq");

-- AddForeignKey
ALTER TABLE "sealed_field" ADD CONSTRAINT "sealed_field_box_id_fkey" FOREIGN KEY ("box_id") REFERENCES "sealed_box"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "key_wrap" ADD CONSTRAINT "key_wrap_box_id_fkey" FOREIGN KEY ("box_id") REFERENCES "sealed_box"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_box_id_fkey" FOREIGN KEY ("box_id") REFERENCES "sealed_box"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "submission" ADD CONSTRAINT "submission_equality_box_id_fkey" FOREIGN KEY ("equality_box_id") REFERENCES "sealed_box"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "return_code" ADD CONSTRAINT "return_code_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case" ADD CONSTRAINT "case_submission_id_fkey" FOREIGN KEY ("submission_id") REFERENCES "submission"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case" ADD CONSTRAINT "case_assignee_id_fkey" FOREIGN KEY ("assignee_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case" ADD CONSTRAINT "case_recorded_by_id_fkey" FOREIGN KEY ("recorded_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_actor_id_fkey" FOREIGN KEY ("actor_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "case_event" ADD CONSTRAINT "case_event_box_id_fkey" FOREIGN KEY ("box_id") REFERENCES "sealed_box"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "routing_decision" ADD CONSTRAINT "routing_decision_case_id_fkey" FOREIGN KEY ("case_id") REFERENCES "case"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "routing_decision" ADD CONSTRAINT "routing_decision_chosen_id_fkey" FOREIGN KEY ("chosen_id") REFERENCES "officer"("id") ON DELETE SET NULL ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "staff_session" ADD CONSTRAINT "staff_session_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "officer" ADD CONSTRAINT "officer_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE RESTRICT ON UPDATE CASCADE;

-- AddForeignKey
ALTER TABLE "duty_shift" ADD CONSTRAINT "duty_shift_officer_id_fkey" FOREIGN KEY ("officer_id") REFERENCES "officer"("id") ON DELETE CASCADE ON UPDATE CASCADE;
