-- How the first promise of a case ended stands with the case, so that the newest of a long time that ended in one way are found by an index, and
-- not by the clock of each that was promised anything. docs/decisions/0062 says why.
ALTER TABLE "case" ADD COLUMN "promise_outcome" TEXT NOT NULL DEFAULT 'open'
  CONSTRAINT "case_promise_outcome_check" CHECK (promise_outcome IN ('kept', 'late', 'open', 'dropped'));

-- As figures count it: where no clock of it is left of a case that is over, nobody waited for it.
CREATE FUNCTION how_promise_ended(p_case "case") RETURNS text
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT coalesce(
    (SELECT coalesce(k.outcome, 'open') FROM case_clock k WHERE k.case_id = p_case.id AND k.kind = 'first-contact'
     ORDER BY k.started_at, k.id LIMIT 1),
    CASE WHEN case_is_over(p_case) THEN 'dropped' ELSE 'open' END)
$$;

CREATE FUNCTION write_promise_outcome(p_case_id uuid) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE "case" c SET promise_outcome = how_promise_ended(c) WHERE c.id = p_case_id AND c.promise_outcome <> how_promise_ended(c)
$$;

CREATE FUNCTION follow_promise_of_clock() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM write_promise_outcome(coalesce(NEW.case_id, OLD.case_id));
  RETURN NULL;
END
$$;
CREATE TRIGGER clock_of_promise_begins AFTER INSERT ON "case_clock" FOR EACH ROW
WHEN (NEW.kind = 'first-contact') EXECUTE FUNCTION follow_promise_of_clock();
CREATE TRIGGER clock_of_promise_changes AFTER UPDATE ON "case_clock" FOR EACH ROW
WHEN (NEW.kind = 'first-contact' AND (OLD.started_at, OLD.outcome) IS DISTINCT FROM (NEW.started_at, NEW.outcome))
EXECUTE FUNCTION follow_promise_of_clock();
CREATE TRIGGER clock_of_promise_goes AFTER DELETE ON "case_clock" FOR EACH ROW
WHEN (OLD.kind = 'first-contact') EXECUTE FUNCTION follow_promise_of_clock();

CREATE FUNCTION follow_promise_of_case() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM write_promise_outcome(NEW.id);
  RETURN NULL;
END
$$;
CREATE TRIGGER case_promise_is_over AFTER INSERT ON "case" FOR EACH ROW
WHEN (NEW.status = 'closed' OR NEW.erased_at IS NOT NULL) EXECUTE FUNCTION follow_promise_of_case();
CREATE TRIGGER case_promise_follows AFTER UPDATE ON "case" FOR EACH ROW
WHEN ((OLD.status = 'closed' OR OLD.erased_at IS NOT NULL) IS DISTINCT FROM (NEW.status = 'closed' OR NEW.erased_at IS NOT NULL))
EXECUTE FUNCTION follow_promise_of_case();

DO $$
DECLARE
  one text;
BEGIN
  FOREACH one IN ARRAY ARRAY['how_promise_ended("case")', 'write_promise_outcome(uuid)', 'follow_promise_of_clock()', 'follow_promise_of_case()'] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', one);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
  END LOOP;
END
$$;
