-- What somebody keeps of their own queue: which cases they have put off and have looked at, views by name, and whether single keys act.
-- docs/decisions/0035 says why so.

-- Whether single keys act for them (WCAG 2.1.4).
ALTER TABLE "account" ADD COLUMN "keys" BOOLEAN NOT NULL DEFAULT true;

ALTER TABLE "case_snooze" ADD CONSTRAINT "case_snooze_words_check" CHECK (
  reason IN ('waits-for-others', 'asked-for-later', 'off-duty', 'other-work') AND "until" <= made_at + interval '8 days'
);
ALTER TABLE "saved_view" ADD CONSTRAINT "saved_view_length_check" CHECK (char_length(name) BETWEEN 1 AND 40 AND char_length(query) <= 400);
CREATE INDEX "case_snooze_account_id_idx" ON "case_snooze"("account_id");

-- Only of a case that they may see: row security holds for the case in each subquery too. What they kept of one they may not see any more they
-- may still take away.
ALTER POLICY own ON "case_snooze" WITH CHECK (
  account_id = (SELECT desk_actor_id()) AND EXISTS (SELECT FROM "case" c WHERE c.id = case_snooze.case_id)
);
ALTER POLICY own ON "case_seen" WITH CHECK (
  account_id = (SELECT desk_actor_id()) AND EXISTS (SELECT FROM "case" c WHERE c.id = case_seen.case_id)
);
