-- That a crime was recorded of a case, in which group of offences, and whether any of it was online: what the yearly return of hate crime to the
-- Home Office is by. docs/decisions/0055 says why it is an event of its own.

ALTER TABLE "case" ADD COLUMN "crime_recorded_at" TIMESTAMPTZ(3);
ALTER TABLE "case" ADD COLUMN "offence_group" TEXT;
ALTER TABLE "case" ADD COLUMN "online_flag" BOOLEAN;
ALTER TABLE "case" ADD CONSTRAINT "case_crime_check" CHECK (
  num_nonnulls(crime_recorded_at, offence_group, online_flag) IN (0, 3) AND offence_group ~ '^[a-z-]{1,40}$');
CREATE INDEX "case_force_crime_recorded_at_idx" ON "case"("force", "crime_recorded_at") WHERE crime_recorded_at IS NOT NULL;

-- Where it counted until now, and where it does.
CREATE FUNCTION figures_of_crime() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  INSERT INTO figure_touched (force, measure, at)
  SELECT NEW.force, 'recorded', f.at
  FROM (VALUES (CASE WHEN TG_OP = 'UPDATE' THEN OLD.crime_recorded_at END), (NEW.crime_recorded_at)) f(at) WHERE f.at IS NOT NULL;
  RETURN NULL;
END
$$;
CREATE TRIGGER crime_begins_recorded AFTER INSERT ON "case" FOR EACH ROW
WHEN (NEW.crime_recorded_at IS NOT NULL) EXECUTE FUNCTION figures_of_crime();
CREATE TRIGGER crime_counts_otherwise AFTER UPDATE ON "case" FOR EACH ROW
WHEN ((OLD.crime_recorded_at, OLD.offence_group, OLD.online_flag) IS DISTINCT FROM (NEW.crime_recorded_at, NEW.offence_group, NEW.online_flag))
EXECUTE FUNCTION figures_of_crime();

DO $$
DECLARE
  patch text[];
  body text;
BEGIN
  ALTER FUNCTION figures_of_crime() OWNER TO alongside_owner;
  REVOKE ALL ON FUNCTION figures_of_crime() FROM PUBLIC;
  FOREACH patch SLICE 1 IN ARRAY ARRAY[
    ['change_case(uuid, integer, jsonb)', 'tension_at = changed.tension_at,',
      'tension_at = changed.tension_at, crime_recorded_at = changed.crime_recorded_at, offence_group = changed.offence_group,
    online_flag = changed.online_flag,'],
    ['is_case_work(text)', '''tension-marked'',', '''tension-marked'', ''crime-recorded'', ''crime-lifted'','],
    ['touch_figures(uuid[])', '(''closed'', c.closed_at)', '(''closed'', c.closed_at), (''recorded'', c.crime_recorded_at)'],
    ['figure_source(text)', '    WHEN ''answered'' THEN',
      '    WHEN ''recorded'' THEN ''SELECT c, c.crime_recorded_at, c.offence_group FROM "case" c
      WHERE c.crime_recorded_at >= $2 AND c.crime_recorded_at < $3 AND'' || counted
    WHEN ''answered'' THEN'],
    ['figure_dimension(text)', '    WHEN p_name = ''weekday''',
      '    WHEN p_name = ''online'' THEN ''CASE WHEN (f.c).online_flag THEN ''''yes'''' ELSE ''''no'''' END''
    WHEN p_name = ''weekday'''],
    ['figure_dimension(text)', '''outcome'', ''band'',', '''offence'', ''outcome'', ''band'',']
  ] LOOP
    body := pg_get_functiondef(patch[1]::regprocedure);
    IF position(patch[2] IN body) = 0 THEN
      RAISE EXCEPTION '% is not as it was', patch[1];
    END IF;
    EXECUTE replace(body, patch[2], patch[3]);
  END LOOP;
END
$$;
