-- The newest cases that ended in one way, without looking through all that ended otherwise.
CREATE INDEX "case_force_disposition_closed_at_idx" ON "case"("force", "disposition", "closed_at") WHERE closed_at IS NOT NULL;
