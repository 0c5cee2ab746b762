-- What the public is given of figures: published rows of cases received alone, because counts of several measures beside each other tell more than
-- each by itself, by nothing or by one thing at once, of the last three statistics years. docs/decisions/0056 says why.
CREATE FUNCTION open_figures(p_force text) RETURNS TABLE (
  year integer, first text, last text, whole boolean, "by" text, a text, count integer)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT f.year, to_char(f.first_month, 'YYYY-MM'), to_char(f.last_month, 'YYYY-MM'), f.whole, f.by, f.a, f.count
    FROM figure f
   WHERE f.force = p_force AND f.measure = 'received' AND f.b = '' AND (f.by IN ('all', 'district', 'channel') OR f.by ~ '^strand:[^*]+$')
     AND f.year > (SELECT max(l.year) - 3 FROM figure l WHERE l.force = p_force AND l.measure = 'received' AND l.by = 'all')
$$;
ALTER FUNCTION open_figures(text) OWNER TO alongside_owner;
REVOKE ALL ON FUNCTION open_figures(text) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION open_figures(text) TO alongside_public;
