-- The newest closed cases of a district, without looking through those of all others.
CREATE INDEX "case_district_closed_at_idx" ON "case"("district", "closed_at") WHERE closed_at IS NOT NULL;
