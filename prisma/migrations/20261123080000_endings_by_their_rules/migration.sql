-- Which cases ended lately in a way that was not to be chosen then, and which lack the crime their ending speaks of, without reading all that ended as they should.
CREATE INDEX "case_record_type_id_kind_closed_at_idx" ON "case"("record_type_id", "kind", "closed_at") WHERE closed_at IS NOT NULL;
CREATE INDEX "case_no_offence_idx" ON "case"("force", "disposition", "closed_at") WHERE closed_at IS NOT NULL AND (offence_group IS NULL OR offence_group = 'none');
