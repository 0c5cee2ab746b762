-- Drafts are reached through these functions alone, so that the public tier's role needs no right on the table.

CREATE FUNCTION draft_read(p_lookup bytea, p_now timestamptz)
RETURNS TABLE (revision integer, ciphertext bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT d.revision, d.ciphertext FROM draft d WHERE d.lookup = p_lookup AND d.expires_at > p_now
$$;

-- Nothing needs to run for old drafts to go: each new one takes a few with it.
CREATE FUNCTION draft_create(p_lookup bytea, p_ciphertext bytea, p_expires_at timestamptz, p_now timestamptz)
RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DELETE FROM draft WHERE lookup IN (
    SELECT old.lookup FROM draft old WHERE old.expires_at <= p_now LIMIT 20 FOR UPDATE SKIP LOCKED
  );
  INSERT INTO draft (lookup, ciphertext, expires_at) VALUES (p_lookup, p_ciphertext, p_expires_at)
$$;

-- Compare and set: false when the revision has moved on or the row has gone.
CREATE FUNCTION draft_replace(p_lookup bytea, p_revision integer, p_ciphertext bytea, p_expires_at timestamptz)
RETURNS boolean
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  UPDATE draft SET revision = p_revision + 1, ciphertext = p_ciphertext, expires_at = p_expires_at
  WHERE lookup = p_lookup AND revision = p_revision;
  RETURN FOUND;
END
$$;

CREATE FUNCTION draft_delete(p_lookup bytea)
RETURNS void
LANGUAGE sql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  DELETE FROM draft WHERE lookup = p_lookup
$$;

REVOKE ALL ON FUNCTION
  draft_read(bytea, timestamptz),
  draft_create(bytea, bytea, timestamptz, timestamptz),
  draft_replace(bytea, integer, bytea, timestamptz),
  draft_delete(bytea)
FROM PUBLIC;
