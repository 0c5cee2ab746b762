-- Ways to sign in beside a password: passkeys, recovery codes, the force's own sign-in; invitations; what a session remembers.

ALTER TABLE "account" ALTER COLUMN "password_hash" DROP NOT NULL, ALTER COLUMN "totp_secret" DROP NOT NULL;

ALTER TABLE "case" ADD COLUMN "slow_lane" BOOLEAN NOT NULL DEFAULT false;

ALTER TABLE "staff_session"
  ADD COLUMN "handle" UUID NOT NULL DEFAULT gen_random_uuid(),
  ADD COLUMN "method" TEXT NOT NULL DEFAULT 'password',
  ADD COLUMN "strong_at" TIMESTAMPTZ(3) NOT NULL DEFAULT CURRENT_TIMESTAMP;
ALTER TABLE "staff_session" ALTER COLUMN "handle" DROP DEFAULT;

CREATE TABLE "passkey" (
    "id" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "public_key" BYTEA NOT NULL,
    "counter" BIGINT NOT NULL DEFAULT 0,
    "transports" TEXT[],
    "name" TEXT NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "last_used_at" TIMESTAMPTZ(3),

    CONSTRAINT "passkey_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "recovery_code" (
    "hash" BYTEA NOT NULL,
    "account_id" UUID NOT NULL,
    "used_at" TIMESTAMPTZ(3),

    CONSTRAINT "recovery_code_pkey" PRIMARY KEY ("hash")
);

CREATE TABLE "force_identity" (
    "issuer" TEXT NOT NULL,
    "subject" TEXT NOT NULL,
    "account_id" UUID NOT NULL,
    "created_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "force_identity_pkey" PRIMARY KEY ("issuer","subject")
);

CREATE TABLE "invitation" (
    "id" UUID NOT NULL,
    "token_hash" BYTEA NOT NULL,
    "email" TEXT NOT NULL,
    "name" TEXT NOT NULL,
    "role" TEXT NOT NULL,
    "districts" TEXT[],
    "invited_by_id" UUID,
    "created_at" TIMESTAMPTZ(3) NOT NULL,
    "expires_at" TIMESTAMPTZ(3) NOT NULL,
    "used_at" TIMESTAMPTZ(3),
    "withdrawn_at" TIMESTAMPTZ(3),

    CONSTRAINT "invitation_pkey" PRIMARY KEY ("id")
);

CREATE TABLE "sign_in_challenge" (
    "id_hash" BYTEA NOT NULL,
    "purpose" TEXT NOT NULL,
    "account_id" UUID,
    "detail" JSONB NOT NULL DEFAULT '{}',
    "expires_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_challenge_pkey" PRIMARY KEY ("id_hash")
);

CREATE UNIQUE INDEX "staff_session_handle_key" ON "staff_session"("handle");
CREATE INDEX "passkey_account_id_idx" ON "passkey"("account_id");
CREATE INDEX "recovery_code_account_id_idx" ON "recovery_code"("account_id");
CREATE INDEX "force_identity_account_id_idx" ON "force_identity"("account_id");
CREATE UNIQUE INDEX "invitation_token_hash_key" ON "invitation"("token_hash");
CREATE INDEX "sign_in_challenge_expires_at_idx" ON "sign_in_challenge"("expires_at");

ALTER TABLE "passkey" ADD CONSTRAINT "passkey_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "recovery_code" ADD CONSTRAINT "recovery_code_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "force_identity" ADD CONSTRAINT "force_identity_account_id_fkey" FOREIGN KEY ("account_id") REFERENCES "account"("id") ON DELETE CASCADE ON UPDATE CASCADE;
ALTER TABLE "invitation" ADD CONSTRAINT "invitation_invited_by_id_fkey" FOREIGN KEY ("invited_by_id") REFERENCES "account"("id") ON DELETE SET NULL ON UPDATE CASCADE;
