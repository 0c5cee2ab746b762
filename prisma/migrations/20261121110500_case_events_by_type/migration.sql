-- The rota asks when each officer was last given a case: events of a few types, of every case.
CREATE INDEX "case_event_type_at_idx" ON "case_event"("type", "at");
