-- What came of an attempt that the worker took up says nothing of a later one: it settles what is as old as what it takes up. docs/decisions/0045.
DO $$
DECLARE
  body text := pg_get_functiondef('settle_passing(uuid, timestamptz, text, text, text)'::regprocedure);
  before CONSTANT text := 'h.id = p_passing AND h.state = ''waiting'' AND h.way = ''sent'')';
BEGIN
  IF position(before IN body) = 0 THEN
    RAISE EXCEPTION 'settle_passing is not as it was';
  END IF;
  EXECUTE replace(body, before, 'h.id = p_passing AND h.state = ''waiting'' AND h.way = ''sent''
          AND h.made_at < p_at - interval ''5 minutes'')');
END
$$;
