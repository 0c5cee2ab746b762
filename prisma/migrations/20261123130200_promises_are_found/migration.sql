-- The newest of a long time that ended in one way. By itself, after all of them are filled in: what writes a case waits until it stands, and no longer.
CREATE INDEX IF NOT EXISTS "case_force_promise_outcome_promised_by_idx" ON "case"("force", "promise_outcome", "promised_by");
