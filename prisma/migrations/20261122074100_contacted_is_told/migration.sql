-- Who was contacted: somebody who was told something for the first time. Until now it was whoever's first clock ended, which a call that nobody
-- answered does too, and a case that is closed too late, and work that begins for somebody who was promised no contact.

CREATE INDEX "case_event_told_idx" ON "case_event"("at")
WHERE type IN ('message-sent', 'letter-written') OR type = 'contact-recorded' AND detail->>'result' IN ('spoke', 'left-message');

-- By what somebody who reported is told something: of a row of case_event.
CREATE FUNCTION tells_reporter(p_type text, p_detail jsonb) RETURNS boolean
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT p_type IN ('message-sent', 'letter-written') OR p_type = 'contact-recorded' AND coalesce(p_detail->>'result', '') IN ('spoke', 'left-message')
$$;

CREATE FUNCTION figures_of_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  -- Of several the first counts: where another one is first from now on, it is in another month.
  INSERT INTO figure_touched (force, measure, at)
  SELECT c.force, 'contacted', f.at FROM "case" c CROSS JOIN LATERAL (
    SELECT e.at FROM case_event e WHERE e.case_id = c.id AND tells_reporter(e.type, e.detail) UNION SELECT OLD.at
  ) f(at)
  WHERE c.id = coalesce(NEW.case_id, OLD.case_id) AND f.at IS NOT NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER event_begins_to_count AFTER INSERT ON "case_event" FOR EACH ROW
WHEN (NEW.type IN ('message-sent', 'letter-written', 'contact-recorded')) EXECUTE FUNCTION figures_of_event();
CREATE TRIGGER event_counts_otherwise AFTER UPDATE ON "case_event" FOR EACH ROW
WHEN (NEW.type IN ('message-sent', 'letter-written', 'contact-recorded') AND (OLD.detail, OLD.at) IS DISTINCT FROM (NEW.detail, NEW.at)) EXECUTE FUNCTION figures_of_event();
CREATE TRIGGER event_counts_no_more AFTER DELETE ON "case_event" FOR EACH ROW
WHEN (OLD.type IN ('message-sent', 'letter-written', 'contact-recorded')) EXECUTE FUNCTION figures_of_event();

DO $$
DECLARE
  one text;
  patch text[];
  was text;
  told CONSTANT text := '(%1$s.type IN (''''message-sent'''', ''''letter-written'''') OR %1$s.type = ''''contact-recorded'''' AND %1$s.detail->>''''result'''' IN (''''spoke'''', ''''left-message''''))';
BEGIN
  FOREACH one IN ARRAY ARRAY['tells_reporter(text, jsonb)', 'figures_of_event()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', one);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
  END LOOP;
  FOREACH patch SLICE 1 IN ARRAY ARRAY[
    ['touch_figures(uuid[])', 'SELECT ''contacted'', k.ended_at FROM case_clock k WHERE k.case_id = c.id AND k.kind = ''first-contact''',
      'SELECT ''contacted'', e.at FROM case_event e WHERE e.case_id = c.id AND tells_reporter(e.type, e.detail)'],
    ['figures_of_clock()', '(VALUES (''promised'', c.promised_by), (''contacted'', OLD.ended_at), (''contacted'', NEW.ended_at)) f(measure, at)',
      '(VALUES (''promised'', c.promised_by)) f(measure, at)'],
    ['figure_source(text)', '''SELECT c, k.ended_at,', '''SELECT c, e.at,'],
    ['figure_source(text)', 'width_bucket(extract(epoch FROM k.ended_at - c.received_at) / 3600', 'width_bucket(extract(epoch FROM e.at - c.received_at) / 3600'],
    ['figure_source(text)', 'FROM case_clock k JOIN "case" c ON c.id = k.case_id
      WHERE k.kind = ''''first-contact'''' AND k.outcome IN (''''kept'''', ''''late'''') AND k.ended_at >= $2 AND k.ended_at < $3 AND''',
      format('FROM case_event e JOIN "case" c ON c.id = e.case_id
      WHERE %s AND e.at >= $2 AND e.at < $3 AND NOT EXISTS (
        SELECT FROM case_event b WHERE b.case_id = e.case_id AND %s AND (b.at, b.id) < (e.at, e.id)) AND''', format(told, 'e'), format(told, 'b'))]
  ] LOOP
    was := pg_get_functiondef(patch[1]::regprocedure);
    IF position(patch[2] IN was) = 0 THEN
      RAISE EXCEPTION '% has not what is to be replaced', patch[1];
    END IF;
    EXECUTE replace(was, patch[2], patch[3]);
  END LOOP;
END
$$;

-- Months that are not frozen are counted again; those that are told stay what they were.
INSERT INTO figure_touched (force, measure, at)
SELECT DISTINCT c.force, 'contacted', date_trunc('hour', e.at) FROM case_event e JOIN "case" c ON c.id = e.case_id WHERE tells_reporter(e.type, e.detail);
UPDATE figure_month SET dirty = true WHERE measure = 'contacted' AND frozen_at IS NULL;
