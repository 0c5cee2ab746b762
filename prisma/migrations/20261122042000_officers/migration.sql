-- Who may change what of an officer, held here as well as in the commands. docs/decisions/0026-training-is-reckoned-from-records.md.

DROP POLICY staff_keeps ON "officer";
CREATE POLICY staff_sees ON "officer" FOR SELECT TO alongside_staff USING (true);
-- Somebody becomes one by an invitation they accept, with nobody signed in, or by an administrator.
CREATE POLICY staff_makes ON "officer" FOR INSERT TO alongside_staff
  WITH CHECK ((SELECT desk_actor_id()) IS NULL OR (SELECT desk_role()) = 'administrator');
CREATE POLICY staff_changes ON "officer" FOR UPDATE TO alongside_staff
  USING ((SELECT desk_actor_id()) IS NULL OR (SELECT desk_role()) IN ('supervisor', 'administrator') OR id = (SELECT desk_officer_id()))
  WITH CHECK ((SELECT desk_actor_id()) IS NULL OR (SELECT desk_role()) IN ('supervisor', 'administrator') OR id = (SELECT desk_officer_id()));

-- Districts, limit, training and whether they serve are a supervisor's to set; an administrator sets them with a role. Their own word is theirs.
CREATE FUNCTION officer_guard() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  IF current_user <> 'alongside_staff' OR coalesce(desk_role(), '') = 'supervisor' THEN
    RETURN NEW;
  END IF;
  IF TG_OP = 'INSERT' THEN
    IF NEW.training_until IS NOT NULL THEN
      RAISE EXCEPTION 'nobody is trained before there is a record of it' USING ERRCODE = 'insufficient_privilege';
    END IF;
    RETURN NEW;
  END IF;
  IF (NEW.id, NEW.account_id, NEW.training_until, NEW.open_limit)
     IS DISTINCT FROM (OLD.id, OLD.account_id, OLD.training_until, OLD.open_limit) THEN
    RAISE EXCEPTION 'only a supervisor sets this of an officer' USING ERRCODE = 'insufficient_privilege';
  END IF;
  IF coalesce(desk_role(), '') <> 'administrator' AND (NEW.districts, NEW.active) IS DISTINCT FROM (OLD.districts, OLD.active) THEN
    RAISE EXCEPTION 'districts are not set by officers themselves' USING ERRCODE = 'insufficient_privilege';
  END IF;
  RETURN NEW;
END
$$;
ALTER FUNCTION officer_guard() OWNER TO alongside_owner;
REVOKE ALL ON FUNCTION officer_guard() FROM PUBLIC;
CREATE TRIGGER officer_guard BEFORE INSERT OR UPDATE ON "officer" FOR EACH ROW EXECUTE FUNCTION officer_guard();

-- Being given a case uses up the one more that somebody said they can take.
CREATE FUNCTION one_more_is_used() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE officer SET one_more_at = NULL WHERE account_id = NEW.assignee_id AND one_more_at IS NOT NULL;
  RETURN NULL;
END
$$;
ALTER FUNCTION one_more_is_used() OWNER TO alongside_owner;
REVOKE ALL ON FUNCTION one_more_is_used() FROM PUBLIC;
CREATE TRIGGER one_more_is_used AFTER UPDATE OF assignee_id ON "case" FOR EACH ROW
  WHEN (NEW.assignee_id IS NOT NULL AND NEW.assignee_id IS DISTINCT FROM OLD.assignee_id)
  EXECUTE FUNCTION one_more_is_used();

-- Of what somebody was trained in nothing is changed but that it counts no more.
REVOKE UPDATE ON "training_record" FROM alongside_staff;
GRANT UPDATE ("withdrawn_at") ON "training_record" TO alongside_staff;

-- Whatever routing asks of an officer has changed: it looks again. Many in one transaction are told as one.
CREATE FUNCTION officers_changed() RETURNS trigger
LANGUAGE plpgsql SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM pg_notify('alongside_routing', '');
  RETURN NULL;
END
$$;
ALTER FUNCTION officers_changed() OWNER TO alongside_owner;
REVOKE ALL ON FUNCTION officers_changed() FROM PUBLIC;
CREATE TRIGGER officers_made AFTER INSERT ON "officer" FOR EACH STATEMENT EXECUTE FUNCTION officers_changed();
CREATE TRIGGER officers_changed AFTER UPDATE ON "officer" FOR EACH ROW
  WHEN ((NEW.districts, NEW.languages, NEW.specialisms, NEW.training_until, NEW.open_limit, NEW.active, NEW.one_more_at, NEW.handing_over_at)
        IS DISTINCT FROM
        (OLD.districts, OLD.languages, OLD.specialisms, OLD.training_until, OLD.open_limit, OLD.active, OLD.one_more_at, OLD.handing_over_at))
  EXECUTE FUNCTION officers_changed();
CREATE TRIGGER accounts_changed AFTER UPDATE ON "account" FOR EACH ROW
  WHEN ((NEW.role, NEW.active) IS DISTINCT FROM (OLD.role, OLD.active))
  EXECUTE FUNCTION officers_changed();

-- Until when officers are trained, reckoned anew by the rules of today: a job's alone. What somebody changed meanwhile waits for the next run.
CREATE FUNCTION store_trained(p_changes jsonb, p_at timestamptz) RETURNS integer
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  one record;
  stored integer := 0;
BEGIN
  IF desk_actor_id() IS NOT NULL OR desk_force() IS NULL THEN
    RAISE EXCEPTION 'nobody sets by hand until when somebody is trained' USING ERRCODE = 'insufficient_privilege';
  END IF;
  FOR one IN SELECT c.id, c.until, c.version FROM jsonb_to_recordset(p_changes) AS c(id uuid, until date, version integer) ORDER BY c.id
  LOOP
    UPDATE officer o SET training_until = one.until, version = o.version + 1
    WHERE o.id = one.id AND o.version = one.version AND o.training_until IS DISTINCT FROM one.until;
    IF FOUND THEN
      stored := stored + 1;
      INSERT INTO audit_event (at, action, detail, force)
      SELECT p_at, 'training-reckoned', jsonb_build_object('account', o.account_id), desk_force() FROM officer o WHERE o.id = one.id;
    END IF;
  END LOOP;
  RETURN stored;
END
$$;
ALTER FUNCTION store_trained(jsonb, timestamptz) OWNER TO alongside_owner;
REVOKE ALL ON FUNCTION store_trained(jsonb, timestamptz) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION store_trained(jsonb, timestamptz) TO alongside_staff;
