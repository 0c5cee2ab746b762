-- Danger that a report says is written to supervisors too, once nobody has opened it or told the control room in time: a page that nobody looks at tells
-- nobody. One letter of a case, from when the first of the two was raised.
DO $$
DECLARE
  body text := pg_get_functiondef('staff_news(timestamp with time zone)'::regprocedure);
  said text := 'UNION SELECT s.id, c.id, ''danger'', c.danger_at FROM open c JOIN account s ON s.role = ''supervisor'' WHERE c.danger_at IS NOT NULL';
BEGIN
  IF position(said IN body) = 0 THEN
    RAISE EXCEPTION 'staff_news has not what is to be added to';
  END IF;
  EXECUTE replace(body, said, said || '
    UNION SELECT s.id, c.id, ''danger'', u.since FROM open c
    JOIN LATERAL (
      SELECT min(e.raised_at) AS since, bool_or(e.settled_at IS NULL) AS open FROM escalation e
      WHERE e.case_id = c.id AND e.rule IN (''danger-unacknowledged'', ''control-room-untold'')) u ON u.open
    JOIN account s ON s.role = ''supervisor''');
END
$$;
