-- Figures about all cases of a force: counted exactly where nobody can read them, and published where everybody at the desk can, once, by rules that
-- show no small number. docs/decisions/0051 says why so.

-- That something happened which counts in a month: added by whatever changes a case and taken away when it is counted. Nothing is changed here, so that
-- nobody who sends a report waits for somebody else.
CREATE TABLE "figure_touched" (
    "id" BIGSERIAL NOT NULL,
    "force" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "figure_touched_pkey" PRIMARY KEY ("id")
);

-- What is counted of a month by the force's clock: whether that is to be done again, by what it is counted, and since when it is frozen and published.
CREATE TABLE "figure_month" (
    "force" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "dirty" BOOLEAN NOT NULL DEFAULT true,
    "cells" TEXT[] NOT NULL DEFAULT '{}',
    "minimum" INTEGER,
    "frozen_at" TIMESTAMPTZ(3),
    "published_at" TIMESTAMPTZ(3),

    CONSTRAINT "figure_month_pkey" PRIMARY KEY ("force", "measure", "month"),
    CONSTRAINT "figure_month_check" CHECK (
      date_trunc('month', month) = month AND num_nonnulls(frozen_at, minimum) IN (0, 2) AND (frozen_at IS NULL OR NOT dirty)
      AND (published_at IS NULL OR frozen_at IS NOT NULL))
);
CREATE INDEX "figure_month_dirty_idx" ON "figure_month"("force", "month") WHERE dirty;

-- The exact counts. No row: none.
CREATE TABLE "figure_tally" (
    "force" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "month" DATE NOT NULL,
    "by" TEXT NOT NULL,
    "a" TEXT NOT NULL,
    "b" TEXT NOT NULL,
    "count" INTEGER NOT NULL,

    CONSTRAINT "figure_tally_pkey" PRIMARY KEY ("force", "measure", "month", "by", "a", "b"),
    CONSTRAINT "figure_tally_check" CHECK (count > 0)
);

-- What was published, and does not change. No count: hidden.
CREATE TABLE "figure" (
    "force" TEXT NOT NULL,
    "measure" TEXT NOT NULL,
    "year" INTEGER NOT NULL,
    "first_month" DATE NOT NULL,
    "last_month" DATE NOT NULL,
    "whole" BOOLEAN NOT NULL,
    "by" TEXT NOT NULL,
    "a" TEXT NOT NULL,
    "b" TEXT NOT NULL,
    "count" INTEGER,
    "published_at" TIMESTAMPTZ(3) NOT NULL,

    CONSTRAINT "figure_pkey" PRIMARY KEY ("force", "measure", "by", "year", "whole", "first_month", "last_month", "a", "b"),
    CONSTRAINT "figure_check" CHECK (last_month >= first_month AND count >= 0)
);

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['figure_touched', 'figure_month', 'figure_tally', 'figure'] LOOP
    EXECUTE format('ALTER TABLE %I OWNER TO alongside_owner', one);
    EXECUTE format('ALTER TABLE %I ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY', one);
    EXECUTE format('CREATE POLICY owner_all ON %I TO alongside_owner USING (true) WITH CHECK (true)', one);
  END LOOP;
END
$$;
CREATE POLICY staff_sees ON "figure" FOR SELECT TO alongside_staff USING (force = (SELECT desk_force()));
GRANT SELECT ON "figure" TO alongside_staff;

-- A month of very many cases is found by these.
CREATE INDEX "case_force_received_at_idx" ON "case"("force", "received_at");
CREATE INDEX "case_force_promised_by_idx" ON "case"("force", "promised_by");
CREATE INDEX "case_force_closed_at_idx" ON "case"("force", "closed_at") WHERE closed_at IS NOT NULL;
CREATE INDEX "case_clock_contacted_idx" ON "case_clock"("ended_at") WHERE kind = 'first-contact' AND ended_at IS NOT NULL;
CREATE INDEX "agreement_answered_at_idx" ON "agreement"("answered_at") WHERE answered_at IS NOT NULL;

-- Whatever counts anywhere of some cases is to be counted again.
CREATE FUNCTION touch_figures(p_cases uuid[]) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
  INSERT INTO figure_touched (force, measure, at)
  SELECT c.force, f.measure, f.at FROM "case" c CROSS JOIN LATERAL (
    VALUES ('received', c.received_at), ('promised', c.promised_by), ('closed', c.closed_at)
    UNION ALL SELECT 'contacted', k.ended_at FROM case_clock k WHERE k.case_id = c.id AND k.kind = 'first-contact'
    UNION ALL SELECT 'answered', a.answered_at FROM agreement a WHERE a.submission_id = c.submission_id
  ) f(measure, at)
  WHERE c.id = ANY (p_cases) AND f.at IS NOT NULL
$$;

-- And of those that came in the 90 days after one of them, of somebody who is reached in the same way: whether they are repeats hangs on it.
CREATE FUNCTION touch_repeats_of(p_cases uuid[]) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT touch_figures(ARRAY(
    SELECT DISTINCT later.id FROM "case" c
    JOIN case_index own ON own.case_id = c.id AND own.kind IN ('telephone', 'email')
    JOIN case_index theirs ON theirs.kind = own.kind AND theirs.term = own.term AND theirs.key_id = own.key_id
    JOIN "case" later ON later.id = theirs.case_id AND later.force = c.force
    WHERE c.id = ANY (p_cases) AND later.received_at > c.received_at AND later.received_at <= c.received_at + interval '2160 hours'))
$$;

CREATE FUNCTION figures_of_new_case() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO figure_touched (force, measure, at)
  SELECT NEW.force, f.measure, f.at
  FROM (VALUES ('received', NEW.received_at), ('promised', NEW.promised_by), ('closed', NEW.closed_at)) f(measure, at) WHERE f.at IS NOT NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER case_begins_to_count AFTER INSERT ON "case" FOR EACH ROW EXECUTE FUNCTION figures_of_new_case();

CREATE FUNCTION figures_of_changed_case() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  -- Where it counted until now, and where it does.
  INSERT INTO figure_touched (force, measure, at)
  SELECT OLD.force, f.measure, f.at
  FROM (VALUES ('received', OLD.received_at), ('promised', OLD.promised_by), ('promised', NEW.promised_by), ('closed', OLD.closed_at),
    ('closed', NEW.closed_at)) f(measure, at)
  WHERE f.at IS NOT NULL;
  IF (OLD.force, OLD.received_at, OLD.kind, OLD.channel, OLD.district, OLD.strands, OLD.risk_rank, OLD.restricted, OLD.goes_on_in_id IS NULL)
    IS DISTINCT FROM (NEW.force, NEW.received_at, NEW.kind, NEW.channel, NEW.district, NEW.strands, NEW.risk_rank, NEW.restricted,
      NEW.goes_on_in_id IS NULL)
  THEN
    PERFORM touch_figures(ARRAY[NEW.id]);
  END IF;
  IF (OLD.restricted, OLD.goes_on_in_id IS NULL) IS DISTINCT FROM (NEW.restricted, NEW.goes_on_in_id IS NULL) THEN
    PERFORM touch_repeats_of(ARRAY[NEW.id]);
  END IF;
  RETURN NULL;
END
$$;
CREATE TRIGGER case_counts_otherwise AFTER UPDATE ON "case" FOR EACH ROW
WHEN ((OLD.force, OLD.received_at, OLD.promised_by, OLD.closed_at, OLD.status, OLD.disposition, OLD.erased_at, OLD.kind, OLD.channel, OLD.district,
    OLD.strands, OLD.risk_rank, OLD.restricted, OLD.goes_on_in_id IS NULL)
  IS DISTINCT FROM (NEW.force, NEW.received_at, NEW.promised_by, NEW.closed_at, NEW.status, NEW.disposition, NEW.erased_at, NEW.kind, NEW.channel,
    NEW.district, NEW.strands, NEW.risk_rank, NEW.restricted, NEW.goes_on_in_id IS NULL))
EXECUTE FUNCTION figures_of_changed_case();

-- Of a case that goes, while it is still there.
CREATE FUNCTION figures_of_going_case() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM touch_figures(ARRAY[OLD.id]);
  PERFORM touch_repeats_of(ARRAY[OLD.id]);
  RETURN OLD;
END
$$;
CREATE TRIGGER case_counts_no_more BEFORE DELETE ON "case" FOR EACH ROW EXECUTE FUNCTION figures_of_going_case();

CREATE FUNCTION figures_of_decoy() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM touch_figures(ARRAY[coalesce(NEW.case_id, OLD.case_id)]);
  PERFORM touch_repeats_of(ARRAY[coalesce(NEW.case_id, OLD.case_id)]);
  RETURN NULL;
END
$$;
CREATE TRIGGER decoy_does_not_count AFTER INSERT OR DELETE ON "decoy" FOR EACH ROW EXECUTE FUNCTION figures_of_decoy();

CREATE FUNCTION figures_of_clock() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO figure_touched (force, measure, at)
  SELECT c.force, f.measure, f.at FROM "case" c
  CROSS JOIN LATERAL (VALUES ('promised', c.promised_by), ('contacted', OLD.ended_at), ('contacted', NEW.ended_at)) f(measure, at)
  WHERE c.id = coalesce(NEW.case_id, OLD.case_id) AND f.at IS NOT NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER clock_begins_ended AFTER INSERT ON "case_clock" FOR EACH ROW
WHEN (NEW.kind = 'first-contact' AND NEW.ended_at IS NOT NULL) EXECUTE FUNCTION figures_of_clock();
CREATE TRIGGER clock_counts_otherwise AFTER UPDATE ON "case_clock" FOR EACH ROW
WHEN (NEW.kind = 'first-contact' AND (OLD.ended_at, OLD.outcome) IS DISTINCT FROM (NEW.ended_at, NEW.outcome)) EXECUTE FUNCTION figures_of_clock();
CREATE TRIGGER clock_counts_no_more AFTER DELETE ON "case_clock" FOR EACH ROW
WHEN (OLD.kind = 'first-contact') EXECUTE FUNCTION figures_of_clock();

-- Of several answers of one person the last counts.
CREATE FUNCTION figures_of_agreement() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO figure_touched (force, measure, at)
  SELECT c.force, 'answered', f.at FROM "case" c CROSS JOIN LATERAL (
    SELECT a.answered_at FROM agreement a WHERE a.submission_id = c.submission_id UNION ALL SELECT OLD.answered_at
  ) f(at)
  WHERE c.submission_id = coalesce(NEW.submission_id, OLD.submission_id) AND f.at IS NOT NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER agreement_begins_answered AFTER INSERT ON "agreement" FOR EACH ROW
WHEN (NEW.answered_at IS NOT NULL) EXECUTE FUNCTION figures_of_agreement();
CREATE TRIGGER agreement_counts_otherwise AFTER UPDATE ON "agreement" FOR EACH ROW
WHEN ((OLD.answer, OLD.answered_at) IS DISTINCT FROM (NEW.answer, NEW.answered_at)) EXECUTE FUNCTION figures_of_agreement();
CREATE TRIGGER agreement_counts_no_more AFTER DELETE ON "agreement" FOR EACH ROW
WHEN (OLD.answered_at IS NOT NULL) EXECUTE FUNCTION figures_of_agreement();

-- What a case is found by says whether it, and what came after it, is a repeat.
CREATE FUNCTION figures_of_index() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM touch_figures(ARRAY(
    SELECT t.case_id FROM changed t WHERE t.kind IN ('telephone', 'email')
    UNION
    SELECT later.id FROM changed t JOIN "case" c ON c.id = t.case_id
    JOIN case_index theirs ON theirs.kind = t.kind AND theirs.term = t.term AND theirs.key_id = t.key_id
    JOIN "case" later ON later.id = theirs.case_id AND later.force = c.force
    WHERE t.kind IN ('telephone', 'email') AND later.received_at > c.received_at AND later.received_at <= c.received_at + interval '2160 hours'));
  RETURN NULL;
END
$$;
CREATE TRIGGER index_tells_of_repeats AFTER INSERT ON "case_index" REFERENCING NEW TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION figures_of_index();
CREATE TRIGGER index_tells_no_more AFTER DELETE ON "case_index" REFERENCING OLD TABLE AS changed
FOR EACH STATEMENT EXECUTE FUNCTION figures_of_index();

-- How a plan is counted. A plan is what lib/domain/figures says: {"zone": …, "measures": {"received": ["district", "kind*risk", …], …}}; each measure is
-- counted altogether besides.

CREATE FUNCTION figure_cells(p_plan jsonb, p_measure text) RETURNS text[]
LANGUAGE sql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT ARRAY(SELECT DISTINCT jsonb_array_elements_text(p_plan->'measures'->p_measure) ORDER BY 1)
$$;

-- The cases that count, of a measure: `c` the case, `happened` when, `own` what is told of this measure alone. Those that are sealed, go on in another
-- or are decoys do not count anywhere.
CREATE FUNCTION figure_source(p_measure text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  counted CONSTANT text := ' c.force = $1 AND NOT c.restricted AND c.goes_on_in_id IS NULL AND NOT EXISTS (SELECT FROM decoy d WHERE d.case_id = c.id)';
BEGIN
  RETURN CASE p_measure
    WHEN 'received' THEN 'SELECT c AS c, c.received_at AS happened, NULL::text AS own FROM "case" c
      WHERE c.received_at >= $2 AND c.received_at < $3 AND' || counted
    -- Of one that is over there is no clock where it was never waited for, or was erased.
    WHEN 'promised' THEN 'SELECT c, c.promised_by,
        coalesce(k.outcome, CASE WHEN k.id IS NULL AND case_is_over(c) THEN ''dropped'' ELSE ''open'' END) FROM "case" c
      LEFT JOIN LATERAL (SELECT k.id, k.outcome FROM case_clock k WHERE k.case_id = c.id AND k.kind = ''first-contact'' ORDER BY k.started_at, k.id LIMIT 1)
        k ON true
      WHERE c.promised_by >= $2 AND c.promised_by < $3 AND' || counted
    WHEN 'contacted' THEN 'SELECT c, k.ended_at,
        (ARRAY[''4h'', ''1d'', ''2d'', ''3d'', ''7d'', ''later''])[1 + width_bucket(extract(epoch FROM k.ended_at - c.received_at) / 3600,
          ARRAY[4.000001, 24.000001, 48.000001, 72.000001, 168.000001])]
      FROM case_clock k JOIN "case" c ON c.id = k.case_id
      WHERE k.kind = ''first-contact'' AND k.outcome IN (''kept'', ''late'') AND k.ended_at >= $2 AND k.ended_at < $3 AND' || counted
    WHEN 'closed' THEN 'SELECT c, c.closed_at, coalesce(c.disposition, ''unknown'') FROM "case" c
      WHERE c.status = ''closed'' AND c.closed_at >= $2 AND c.closed_at < $3 AND' || counted
    WHEN 'answered' THEN 'SELECT c, a.answered_at, a.answer FROM agreement a JOIN "case" c ON c.submission_id = a.submission_id
      WHERE a.answered_at >= $2 AND a.answered_at < $3 AND NOT EXISTS (
        SELECT FROM agreement n WHERE n.submission_id = a.submission_id AND (n.answered_at, n.id) > (a.answered_at, a.id)) AND' || counted
  END;
END
$$;

-- What one dimension says of a case, as SQL over what figure_source gives as `f`.
CREATE FUNCTION figure_dimension(p_name text) RETURNS text
LANGUAGE plpgsql IMMUTABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN CASE
    WHEN p_name = 'district' THEN 'coalesce((f.c).district, ''unknown'')'
    WHEN p_name = 'kind' THEN '(f.c).kind'
    WHEN p_name = 'channel' THEN '(f.c).channel'
    WHEN p_name = 'risk' THEN 'coalesce((ARRAY[''high'', ''medium''])[(f.c).risk_rank + 1], ''low'')'
    WHEN p_name LIKE 'strand:%' THEN format('CASE WHEN %L = ANY ((f.c).strands) THEN ''yes'' ELSE ''no'' END', substr(p_name, 8))
    WHEN p_name = 'weekday' THEN 'extract(isodow FROM f.happened AT TIME ZONE $4)::integer::text'
    WHEN p_name = 'daypart' THEN '(extract(hour FROM f.happened AT TIME ZONE $4)::integer / 4)::text'
    WHEN p_name IN ('outcome', 'band', 'disposition', 'answer') THEN 'f.own'
    WHEN p_name = 'repeat' THEN 'CASE WHEN EXISTS (
        SELECT FROM case_index own JOIN case_index theirs
          ON theirs.kind = own.kind AND theirs.term = own.term AND theirs.key_id = own.key_id AND theirs.case_id <> own.case_id
        JOIN "case" o ON o.id = theirs.case_id
        WHERE own.case_id = (f.c).id AND own.kind IN (''telephone'', ''email'') AND o.force = $1 AND NOT o.restricted AND o.goes_on_in_id IS NULL
          AND o.received_at < (f.c).received_at AND o.received_at >= (f.c).received_at - interval ''2160 hours''
          AND NOT EXISTS (SELECT FROM decoy d WHERE d.case_id = o.id)
      ) THEN ''yes'' ELSE ''no'' END'
  END;
END
$$;

-- Counts a measure in one month, in one pass.
CREATE FUNCTION count_figures(p_plan jsonb, p_measure text, p_month date) RETURNS TABLE (by text, a text, b text, count integer)
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  cells CONSTANT text[] := figure_cells(p_plan, p_measure);
  names text[];
  zone CONSTANT text := p_plan->>'zone';
  columns text := '';
  marks text := '';
  sets text := '()';
  of_by text := '';
  of_a text := '';
  of_b text := '';
  cell text;
  parts text[];
  mark integer;
BEGIN
  names := ARRAY(SELECT DISTINCT part FROM unnest(cells) one, regexp_split_to_table(one, '\*') part ORDER BY 1);
  FOR at IN 1 .. cardinality(names) LOOP
    IF figure_dimension(names[at]) IS NULL THEN
      RAISE EXCEPTION 'nothing is counted by %', names[at] USING ERRCODE = 'invalid_parameter_value';
    END IF;
    columns := columns || format(', %s AS d%s', figure_dimension(names[at]), at);
    marks := marks || format(', d%s', at);
  END LOOP;
  FOREACH cell IN ARRAY cells LOOP
    parts := string_to_array(cell, '*');
    sets := sets || format(', (%s)', (SELECT string_agg('d' || array_position(names, part), ', ') FROM unnest(parts) part));
    -- GROUPING has a bit for each column that is not in the set, the first the highest.
    mark := (1 << cardinality(names)) - 1;
    mark := mark - (SELECT sum(1 << (cardinality(names) - array_position(names, part)))::integer FROM unnest(parts) part);
    of_by := of_by || format(' WHEN %s THEN %L', mark, cell);
    of_a := of_a || format(' WHEN %s THEN d%s', mark, array_position(names, parts[1]));
    IF cardinality(parts) = 2 THEN
      of_b := of_b || format(' WHEN %s THEN d%s', mark, array_position(names, parts[2]));
    END IF;
  END LOOP;
  RETURN QUERY EXECUTE format(
    'WITH f (c, happened, own) AS (%s), g AS (SELECT %s AS one%s FROM f)
     SELECT CASE mark %s ELSE ''all'' END, CASE mark %s ELSE '''' END, CASE mark %s WHEN -1 THEN '''' ELSE '''' END, n::integer
     FROM (SELECT %s AS mark%s, count(*) AS n FROM g GROUP BY GROUPING SETS (%s)) s WHERE n > 0',
    figure_source(p_measure), 'NULL::integer', columns, coalesce(nullif(of_by, ''), 'WHEN -1 THEN '''''), coalesce(nullif(of_a, ''), 'WHEN -1 THEN '''''),
    of_b, CASE WHEN marks = '' THEN '-2' ELSE format('GROUPING(%s)', substr(marks, 3)) END, marks, sets)
  USING desk_force(), p_month::timestamp AT TIME ZONE zone, (p_month + interval '1 month')::timestamp AT TIME ZONE zone, zone;
END
$$;

-- The months in which anything of a measure happened.
CREATE FUNCTION months_of_measure(p_plan jsonb, p_measure text) RETURNS SETOF date
LANGUAGE plpgsql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  RETURN QUERY EXECUTE format('SELECT DISTINCT date_trunc(''month'', f.happened AT TIME ZONE $4)::date FROM (%s) f (c, happened, own)', figure_source(p_measure))
  USING desk_force(), '-infinity'::timestamptz, 'infinity'::timestamptz, p_plan->>'zone';
END
$$;

-- One at a time counts, for a force.
CREATE FUNCTION begin_counting(p_plan jsonb) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_nobody();
  PERFORM pg_advisory_xact_lock(hashtextextended('alongside/figures/' || desk_force(), 0));
  -- What commits while this counts stays for the next time: here is taken what was there before counting began.
  WITH gone AS (DELETE FROM figure_touched WHERE force = desk_force() RETURNING measure, at)
  INSERT INTO figure_month (force, measure, month)
  SELECT DISTINCT desk_force(), g.measure, date_trunc('month', g.at AT TIME ZONE (p_plan->>'zone'))::date FROM gone g
  WHERE p_plan->'measures' ? g.measure
  ON CONFLICT (force, measure, month) DO UPDATE SET dirty = true WHERE figure_month.frozen_at IS NULL;
  -- Those that were counted by something else.
  UPDATE figure_month m SET dirty = true
  WHERE m.force = desk_force() AND m.frozen_at IS NULL AND NOT m.dirty AND p_plan->'measures' ? m.measure
    AND m.cells IS DISTINCT FROM figure_cells(p_plan, m.measure);
END
$$;

CREATE FUNCTION count_again(p_plan jsonb, p_measure text, p_month date) RETURNS void
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  DELETE FROM figure_tally t WHERE t.force = desk_force() AND t.measure = p_measure AND t.month = p_month;
  INSERT INTO figure_tally (force, measure, month, by, a, b, count)
  SELECT desk_force(), p_measure, p_month, n.by, n.a, n.b, n.count FROM count_figures(p_plan, p_measure, p_month) n;
  UPDATE figure_month m SET dirty = false, cells = figure_cells(p_plan, p_measure)
  WHERE m.force = desk_force() AND m.measure = p_measure AND m.month = p_month;
END
$$;

-- Counts again what changed, the oldest first and at most so many months of a measure. Gives how many were counted and how many wait.
CREATE FUNCTION refresh_figures(p_plan jsonb, p_most integer) RETURNS TABLE (counted integer, waiting integer)
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one record;
BEGIN
  PERFORM begin_counting(p_plan);
  counted := 0;
  FOR one IN
    SELECT m.measure, m.month FROM figure_month m WHERE m.force = desk_force() AND m.dirty AND p_plan->'measures' ? m.measure
    ORDER BY m.month, m.measure LIMIT p_most
  LOOP
    PERFORM count_again(p_plan, one.measure, one.month);
    counted := counted + 1;
  END LOOP;
  waiting := (SELECT count(*) FROM figure_month m WHERE m.force = desk_force() AND m.dirty AND p_plan->'measures' ? m.measure);
  RETURN NEXT;
END
$$;

-- From which month on anything is counted, and until which months are frozen and published.
CREATE FUNCTION figure_state() RETURNS TABLE (first date, frozen date, published date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_nobody();
  RETURN QUERY SELECT min(m.month) FILTER (WHERE EXISTS (
      SELECT FROM figure_tally t WHERE t.force = m.force AND t.measure = m.measure AND t.month = m.month)),
    max(m.month) FILTER (WHERE m.frozen_at IS NOT NULL), max(m.month) FILTER (WHERE m.published_at IS NOT NULL)
  FROM figure_month m WHERE m.force = desk_force();
END
$$;

-- Freezes months that are settled, as they are by now: they follow each other, and those that are frozen.
CREATE FUNCTION freeze_figures(p_plan jsonb, p_months date[], p_minimum integer, p_at timestamptz) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one record;
  next date;
BEGIN
  PERFORM begin_counting(p_plan);
  SELECT (max(m.month) + interval '1 month')::date INTO next FROM figure_month m WHERE m.force = desk_force() AND m.frozen_at IS NOT NULL;
  FOR at IN 1 .. cardinality(p_months) LOOP
    IF p_months[at] <> coalesce(next, p_months[at]) THEN
      RAISE EXCEPTION 'months are frozen in order' USING ERRCODE = 'check_violation';
    END IF;
    next := (p_months[at] + interval '1 month')::date;
  END LOOP;
  INSERT INTO figure_month (force, measure, month)
  SELECT desk_force(), measure, month FROM jsonb_object_keys(p_plan->'measures') measure, unnest(p_months) month
  ON CONFLICT DO NOTHING;
  FOR one IN SELECT m.measure, m.month FROM figure_month m WHERE m.force = desk_force() AND m.dirty AND m.month = ANY (p_months) LOOP
    PERFORM count_again(p_plan, one.measure, one.month);
  END LOOP;
  UPDATE figure_month m SET frozen_at = p_at, minimum = p_minimum
  WHERE m.force = desk_force() AND m.month = ANY (p_months) AND p_plan->'measures' ? m.measure;
END
$$;

-- The exact counts of frozen months, for the rules that say what is shown of them: for nobody who is signed in.
CREATE FUNCTION frozen_figures(p_from date, p_until date)
RETURNS TABLE (measure text, month date, minimum integer, cells text[], tallies jsonb)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM require_nobody();
  RETURN QUERY SELECT m.measure, m.month, m.minimum, m.cells, (
      SELECT coalesce(jsonb_agg(jsonb_build_object('by', t.by, 'a', t.a, 'b', t.b, 'count', t.count) ORDER BY t.by, t.a, t.b), '[]')
      FROM figure_tally t WHERE t.force = m.force AND t.measure = m.measure AND t.month = m.month)
    FROM figure_month m
    WHERE m.force = desk_force() AND m.frozen_at IS NOT NULL AND m.month BETWEEN p_from AND p_until ORDER BY m.month, m.measure;
END
$$;

-- Publishes what the rules say of frozen months up to one, once. What is published already stays, and has to be what they say still. Gives how many rows
-- are new.
CREATE FUNCTION publish_figures(p_from date, p_until date, p_rows jsonb, p_at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  added integer;
BEGIN
  PERFORM require_nobody();
  PERFORM set_config('synchronous_commit', 'on', true);
  PERFORM pg_advisory_xact_lock(hashtextextended('alongside/figures/' || desk_force(), 0));
  IF NOT EXISTS (SELECT FROM figure_month m WHERE m.force = desk_force() AND m.month = p_until AND m.frozen_at IS NOT NULL) THEN
    RAISE EXCEPTION 'what is not frozen is not published' USING ERRCODE = 'check_violation';
  END IF;
  IF EXISTS (
    SELECT FROM jsonb_populate_recordset(NULL::figure, p_rows) r
    JOIN figure f ON (f.force, f.measure, f.by, f.year, f.whole, f.first_month, f.last_month, f.a, f.b)
      = (desk_force(), r.measure, r.by, r.year, r.whole, r.first_month, r.last_month, r.a, r.b)
    WHERE f.count IS DISTINCT FROM r.count
  ) THEN
    RAISE EXCEPTION 'what was published does not change' USING ERRCODE = 'check_violation';
  END IF;
  INSERT INTO figure (force, measure, year, first_month, last_month, whole, by, a, b, count, published_at)
  SELECT desk_force(), r.measure, r.year, r.first_month, r.last_month, r.whole, r.by, r.a, r.b, r.count, p_at
  FROM jsonb_populate_recordset(NULL::figure, p_rows) r
  ON CONFLICT DO NOTHING;
  GET DIAGNOSTICS added = ROW_COUNT;
  UPDATE figure_month m SET published_at = p_at
  WHERE m.force = desk_force() AND m.month BETWEEN p_from AND p_until AND m.frozen_at IS NOT NULL AND m.published_at IS NULL;
  IF FOUND THEN
    INSERT INTO audit_event (at, action, detail, force)
    VALUES (p_at, 'figures-published', jsonb_build_object('month', to_char(p_until, 'YYYY-MM'), 'count', added), desk_force());
  END IF;
  RETURN added;
END
$$;

-- For an operator: everything that is not frozen is to be counted anew. Gives how many months of a measure that is.
CREATE FUNCTION rebuild_figures(p_plan jsonb) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM begin_counting(p_plan);
  DELETE FROM figure_tally t WHERE t.force = desk_force()
    AND NOT EXISTS (SELECT FROM figure_month m WHERE (m.force, m.measure, m.month) = (t.force, t.measure, t.month) AND m.frozen_at IS NOT NULL);
  DELETE FROM figure_month m WHERE m.force = desk_force() AND m.frozen_at IS NULL;
  INSERT INTO figure_month (force, measure, month)
  SELECT desk_force(), measure, month FROM jsonb_object_keys(p_plan->'measures') measure, months_of_measure(p_plan, measure) month
  ON CONFLICT DO NOTHING;
  RETURN (SELECT count(*) FROM figure_month m WHERE m.force = desk_force() AND m.dirty);
END
$$;

-- For an operator: the months of a measure that there is anything to compare of.
CREATE FUNCTION figures_to_check(p_plan jsonb) RETURNS TABLE (measure text, month date, frozen boolean)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
BEGIN
  PERFORM require_nobody();
  RETURN QUERY SELECT s.measure, s.month, coalesce(m.frozen_at IS NOT NULL, false) FROM (
      SELECT measure, month FROM jsonb_object_keys(p_plan->'measures') measure, months_of_measure(p_plan, measure) month
      UNION SELECT t.measure, t.month FROM figure_tally t WHERE t.force = desk_force()
      UNION SELECT m.measure, m.month FROM figure_month m WHERE m.force = desk_force()
    ) s LEFT JOIN figure_month m ON (m.force, m.measure, m.month) = (desk_force(), s.measure, s.month)
    ORDER BY 2, 1;
END
$$;

-- For an operator: where what is kept of a month is not what a full count gives. Of what was frozen these are corrections since.
CREATE FUNCTION check_figures(p_plan jsonb, p_measure text, p_month date)
RETURNS TABLE (by text, a text, b text, kept integer, counted integer)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
#variable_conflict use_column
DECLARE
  -- What was frozen is compared by what it was counted by then.
  cells CONSTANT text[] := (SELECT m.cells FROM figure_month m WHERE (m.force, m.measure, m.month) = (desk_force(), p_measure, p_month) AND m.frozen_at IS NOT NULL);
BEGIN
  PERFORM require_nobody();
  RETURN QUERY SELECT coalesce(t.by, n.by), coalesce(t.a, n.a), coalesce(t.b, n.b), coalesce(t.count, 0), coalesce(n.count, 0)
    FROM (SELECT * FROM figure_tally t WHERE (t.force, t.measure, t.month) = (desk_force(), p_measure, p_month)) t
    FULL JOIN count_figures(CASE WHEN cells IS NULL THEN p_plan ELSE jsonb_set(p_plan, ARRAY['measures', p_measure], to_jsonb(cells)) END,
      p_measure, p_month) n ON (n.by, n.a, n.b) = (t.by, t.a, t.b)
    WHERE t.count IS DISTINCT FROM n.count ORDER BY 1, 2, 3;
END
$$;

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY[
    'touch_figures(uuid[])', 'touch_repeats_of(uuid[])', 'figures_of_new_case()', 'figures_of_changed_case()', 'figures_of_going_case()',
    'figures_of_decoy()', 'figures_of_clock()', 'figures_of_agreement()', 'figures_of_index()', 'figure_cells(jsonb, text)', 'figure_source(text)',
    'figure_dimension(text)', 'count_figures(jsonb, text, date)', 'months_of_measure(jsonb, text)', 'begin_counting(jsonb)',
    'count_again(jsonb, text, date)', 'refresh_figures(jsonb, integer)', 'figure_state()', 'freeze_figures(jsonb, date[], integer, timestamptz)',
    'frozen_figures(date, date)', 'publish_figures(date, date, jsonb, timestamptz)', 'rebuild_figures(jsonb)', 'figures_to_check(jsonb)',
    'check_figures(jsonb, text, date)'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', one);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
  END LOOP;
END
$$;
-- What the worker does, with nobody signed in. Of the rest an operator makes use, as the owner.
GRANT EXECUTE ON FUNCTION refresh_figures(jsonb, integer), figure_state(), freeze_figures(jsonb, date[], integer, timestamptz), frozen_figures(date, date),
  publish_figures(date, date, jsonb, timestamptz) TO alongside_staff;

-- What is there already is counted the first time.
SELECT touch_figures(ARRAY(SELECT c.id FROM "case" c));
