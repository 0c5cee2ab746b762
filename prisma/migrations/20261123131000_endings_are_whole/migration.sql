-- A closed case says when it was closed and how it ended: lists, figures and the time to keep it go by that. What was closed without is filled in from
-- its history: from what closed it last, then from the version of its ending. Where neither tells, it was closed when last something happened to it,
-- and how it ended is not known.
UPDATE "case" c SET closed_at = coalesce(c.closed_at, was.at, (SELECT max(e.at) FROM case_event e WHERE e.case_id = c.id), c.received_at),
  disposition = coalesce(c.disposition, was.disposition, (SELECT t.disposition FROM record_type t WHERE t.id = c.record_type_id), 'unknown')
FROM "case" same
LEFT JOIN LATERAL (
  SELECT e.at, e.detail ->> 'disposition' AS disposition FROM case_event e WHERE e.case_id = same.id AND e.type = 'closed' ORDER BY e.at DESC, e.id LIMIT 1
) was ON true
WHERE same.id = c.id AND c.status = 'closed' AND (c.closed_at IS NULL OR c.disposition IS NULL);

ALTER TABLE "case" ADD CONSTRAINT "case_closed_check" CHECK (status <> 'closed' OR closed_at IS NOT NULL AND disposition IS NOT NULL);
