-- Tries to sign in, counted by a keyed hash of the address, or of the address and a browser that signed in before. No
-- network address, and an address nobody has is counted like any other.

CREATE TABLE "sign_in_throttle" (
    "bucket" BYTEA NOT NULL,
    "tries" INTEGER NOT NULL,
    "free_at" TIMESTAMPTZ(3) NOT NULL,
    "seen_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "sign_in_throttle_pkey" PRIMARY KEY ("bucket")
);

CREATE INDEX "sign_in_throttle_seen_at_idx" ON "sign_in_throttle"("seen_at");

ALTER TABLE "account" DROP COLUMN "failed_attempts", DROP COLUMN "throttled_until";

ALTER TABLE "sign_in_throttle" OWNER TO alongside_owner;
ALTER TABLE "sign_in_throttle" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON "sign_in_throttle" TO alongside_owner USING (true) WITH CHECK (true);
CREATE POLICY staff_keeps ON "sign_in_throttle" TO alongside_staff USING (true) WITH CHECK (true);
GRANT SELECT, INSERT, UPDATE, DELETE ON "sign_in_throttle" TO alongside_staff;
