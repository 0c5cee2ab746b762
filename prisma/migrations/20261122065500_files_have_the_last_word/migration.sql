-- Whoever adds a file with their return code has written: it is the last word of the case as a message is, ends that they are waited for, and is
-- told of where the case is closed. docs/decisions/0040 says why so.
DO $do$
DECLARE
  one record;
  defined text;
BEGIN
  FOR one IN SELECT * FROM (VALUES
    ('accept_evidence(jsonb)',
      $a$UPDATE "case" SET version = version + 1 WHERE id = about.id;$a$,
      $b$UPDATE "case" SET last_message_at = at, last_message_from = 'reporter', version = version + 1,
    status = CASE WHEN waits_for_reporter(about) THEN 'in-progress' ELSE status END
  WHERE id = about.id;
  IF waits_for_reporter(about) THEN
    PERFORM note_case_act(about, at, 'status-set', '{"from": "awaiting-contact", "to": "in-progress"}');
  END IF;$b$),
    ('replies_after_closing()',
      $a$SELECT c.id, c.risk_rank, min(m.at) FROM "case" c JOIN message m ON m.submission_id = c.submission_id AND m.author = 'reporter'$a$,
      $b$SELECT c.id, c.risk_rank, min(m.at) FROM "case" c JOIN (
    SELECT submission_id, at FROM message WHERE author = 'reporter'
    UNION ALL SELECT submission_id, arrived_at FROM evidence WHERE with_code
  ) m ON m.submission_id = c.submission_id$b$),
    ('staff_news(timestamptz)',
      $a$WHERE c.status = 'closed' AND EXISTS (
      SELECT FROM message m WHERE m.submission_id = c.submission_id AND m.author = 'reporter' AND m.at > c.closed_at AND m.read_at IS NULL)$a$,
      $b$WHERE c.status = 'closed' AND (EXISTS (
      SELECT FROM message m WHERE m.submission_id = c.submission_id AND m.author = 'reporter' AND m.at > c.closed_at AND m.read_at IS NULL)
      OR c.last_message_from = 'reporter' AND EXISTS (
      SELECT FROM evidence v WHERE v.submission_id = c.submission_id AND v.with_code AND v.arrived_at > c.closed_at
        AND v.arrived_at = c.last_message_at))$b$)
  ) AS patch (name, before, after)
  LOOP
    defined := pg_get_functiondef(one.name::regprocedure);
    IF position(one.before IN defined) = 0 THEN
      RAISE EXCEPTION '% is not as it was', one.name;
    END IF;
    EXECUTE replace(defined, one.before, one.after);
  END LOOP;
END
$do$;
