-- In which group of offences a crime was recorded of a case, or that none was, and whether any of it was online: what the yearly return of hate crime
-- to the Home Office is by. docs/decisions/0055 says why figures count it of what came.

ALTER TABLE "case" ADD COLUMN "offence_group" TEXT;
ALTER TABLE "case" ADD COLUMN "online_flag" BOOLEAN;
ALTER TABLE "case" ADD CONSTRAINT "case_crime_check" CHECK (
  num_nonnulls(offence_group, online_flag) IN (0, 2) AND offence_group ~ '^[a-z-]{1,40}$');

CREATE FUNCTION figures_of_crime() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO figure_touched (force, measure, at) VALUES (NEW.force, 'received', NEW.received_at);
  RETURN NULL;
END
$$;
CREATE TRIGGER crime_counts_otherwise AFTER UPDATE ON "case" FOR EACH ROW
WHEN ((OLD.offence_group, OLD.online_flag) IS DISTINCT FROM (NEW.offence_group, NEW.online_flag)) EXECUTE FUNCTION figures_of_crime();

-- How many came in each month that is frozen, by which minimum it is told, in their order: by it is known when counting began in earnest (decision
-- 0051). What was told once stays: where anything is published, its first month says it.
CREATE FUNCTION frozen_received() RETURNS TABLE (month date, count integer, minimum integer, told_from date)
LANGUAGE plpgsql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM require_nobody();
  RETURN QUERY SELECT m.month, coalesce(t.count, 0), m.minimum, (SELECT min(f.first_month) FROM figure f WHERE f.force = desk_force())
    FROM figure_month m
    LEFT JOIN figure_tally t ON (t.force, t.measure, t.month, t.by) = (m.force, m.measure, m.month, 'all')
    WHERE m.force = desk_force() AND m.measure = 'received' AND m.frozen_at IS NOT NULL ORDER BY m.month;
END
$$;

DO $$
DECLARE
  patch text[];
  body text;
BEGIN
  ALTER FUNCTION figures_of_crime() OWNER TO alongside_owner;
  ALTER FUNCTION frozen_received() OWNER TO alongside_owner;
  REVOKE ALL ON FUNCTION figures_of_crime(), frozen_received() FROM PUBLIC;
  FOREACH patch SLICE 1 IN ARRAY ARRAY[
    ['change_case(uuid, integer, jsonb)', 'tension_at = changed.tension_at,',
      'tension_at = changed.tension_at, offence_group = changed.offence_group, online_flag = changed.online_flag,'],
    ['destroy_case("case", timestamptz)', 'tension_at = NULL,', 'tension_at = NULL, offence_group = NULL, online_flag = NULL,'],
    ['is_case_work(text)', '''tension-marked'',', '''tension-marked'', ''crime-recorded'','],
    ['figure_dimension(text)', '    WHEN p_name = ''weekday''',
      '    WHEN p_name = ''online'' THEN ''CASE WHEN (f.c).online_flag THEN ''''yes'''' ELSE ''''no'''' END''
    WHEN p_name = ''offence'' THEN ''coalesce((f.c).offence_group, ''''none'''')''
    WHEN p_name = ''weekday''']
  ] LOOP
    body := pg_get_functiondef(patch[1]::regprocedure);
    IF position(patch[2] IN body) = 0 THEN
      RAISE EXCEPTION '% is not as it was', patch[1];
    END IF;
    EXECUTE replace(body, patch[2], patch[3]);
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION frozen_received() TO alongside_staff;
