-- How much hatred somebody read is theirs to know. Their supervisor is given a band, to ask how they are by.
DROP POLICY own_or_supervisor ON "exposure";
CREATE POLICY own ON "exposure" FOR SELECT TO alongside_staff USING (account_id = (SELECT desk_actor_id()));

-- 0 for none, then 1 from once, 2 from ten times, 3 from thirty, in the 28 days up to p_day. Null for whoever is neither that person nor a supervisor.
-- Where the bands begin is ours, from no study: often enough to ask.
CREATE FUNCTION exposure_band(p_account_id uuid, p_day date) RETURNS integer
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT CASE WHEN p_account_id = desk_actor_id() OR desk_role() = 'supervisor' THEN
           width_bucket(coalesce(sum(e.count), 0)::integer, ARRAY[1, 10, 30]) END
    FROM exposure e WHERE e.account_id = p_account_id AND e.day > p_day - 28 AND e.day <= p_day
$$;
ALTER FUNCTION exposure_band(uuid, date) OWNER TO alongside_owner;
REVOKE ALL ON FUNCTION exposure_band(uuid, date) FROM PUBLIC;
GRANT EXECUTE ON FUNCTION exposure_band(uuid, date) TO alongside_staff;
