-- The audit becomes a chain: each row has a link whose hash is over the row and the hash of the link before it, so that no row can
-- be changed, taken out, put in or moved without every later hash being wrong. lib/domain/audit-chain.ts says the same rule
-- for whoever checks it; docs/decisions/0016 says why.

CREATE TABLE "audit_link" (
    "chain" TEXT NOT NULL,
    "position" BIGINT NOT NULL,
    "seq" BIGINT NOT NULL,
    "linked_at" TIMESTAMPTZ(3) NOT NULL,
    "hash" BYTEA NOT NULL,

    CONSTRAINT "audit_link_pkey" PRIMARY KEY ("chain", "position"),
    CONSTRAINT "audit_link_chain_check" CHECK (chain IN ('intake', 'desk'))
);

CREATE UNIQUE INDEX "audit_link_seq_key" ON "audit_link"("seq");

ALTER TABLE "audit_link" OWNER TO alongside_owner;
ALTER TABLE "audit_link" ENABLE ROW LEVEL SECURITY, FORCE ROW LEVEL SECURITY;
CREATE POLICY owner_all ON "audit_link" TO alongside_owner USING (true) WITH CHECK (true);

CREATE TRIGGER audit_link_append_only
BEFORE UPDATE OR DELETE OR TRUNCATE ON audit_link
FOR EACH STATEMENT EXECUTE FUNCTION refuse_audit_change();

-- These three have no path of their own, so that they become part of whatever calls them, which has one.
-- One value as it is hashed: its length in bytes before it, so that nothing can be moved from one field to the next.
CREATE FUNCTION audit_value(p_value text) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT coalesce(octet_length(p_value)::text || ':' || p_value, '-') || ','
$$;

-- A moment as it is hashed: milliseconds since 1970.
CREATE FUNCTION audit_moment(p_at timestamptz) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT (extract(epoch FROM p_at) * 1000)::bigint::text
$$;

-- A row as it is hashed.
CREATE FUNCTION audit_text(e audit_event) RETURNS text
LANGUAGE sql IMMUTABLE PARALLEL SAFE AS $$
  SELECT audit_value(e.seq::text) || audit_value(audit_moment(e.at)) || audit_value(e.actor_id::text) || audit_value(e.role)
    || audit_value(e.action) || audit_value(e.case_id::text) || audit_value(e.reference) || audit_value(e.detail::text)
    || audit_value(e.force)
$$;

-- Links a row to the end of a chain. Whoever links waits for whoever did before to commit.
CREATE FUNCTION link_audit(p_event audit_event, p_chain text) RETURNS void
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  before audit_link;
  place bigint;
  linked timestamptz;
BEGIN
  PERFORM pg_advisory_xact_lock(hashtextextended('audit-chain/' || p_chain, 0));
  SELECT * INTO before FROM audit_link WHERE chain = p_chain ORDER BY position DESC LIMIT 1;
  place := coalesce(before.position, 0) + 1;
  -- The clock may step back; the chain does not.
  linked := greatest(date_trunc('milliseconds', clock_timestamp()), before.linked_at);
  INSERT INTO audit_link (chain, position, seq, linked_at, hash) VALUES (
    p_chain, place, p_event.seq, linked,
    sha256(
      convert_to('alongside/audit/v1' || chr(10) || p_chain || chr(10) || place || chr(10) || audit_moment(linked) || chr(10), 'UTF8')
      || coalesce(before.hash, decode(repeat('00', 32), 'hex'))
      || convert_to(audit_text(p_event), 'UTF8')
    )
  );
END
$$;

-- What the public side has a chain of its own, so that taking reports never waits for the desk.
CREATE FUNCTION link_audit_event() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
BEGIN
  PERFORM link_audit(NEW, CASE WHEN current_setting('role') = 'alongside_public' THEN 'intake' ELSE 'desk' END);
  RETURN NULL;
END
$$;

ALTER FUNCTION audit_value(text) OWNER TO alongside_owner;
ALTER FUNCTION audit_moment(timestamptz) OWNER TO alongside_owner;
ALTER FUNCTION audit_text(audit_event) OWNER TO alongside_owner;
ALTER FUNCTION link_audit(audit_event, text) OWNER TO alongside_owner;
ALTER FUNCTION link_audit_event() OWNER TO alongside_owner;

-- Rows of before the chain, in the order they were written.
DO $$
DECLARE
  e audit_event;
BEGIN
  FOR e IN SELECT * FROM audit_event ORDER BY seq LOOP
    PERFORM link_audit(e, 'desk');
  END LOOP;
END
$$;

-- At the end of the transaction, when it waits for nothing else any more: then no two that hold a case and a chain can wait for
-- each other, and the chain is held for the commit alone. What cannot be linked is not committed.
CREATE CONSTRAINT TRIGGER audit_event_linked
AFTER INSERT ON audit_event DEFERRABLE INITIALLY DEFERRED
FOR EACH ROW EXECUTE FUNCTION link_audit_event();

-- Where each chain ends: for checkpoints.
CREATE FUNCTION audit_heads() RETURNS TABLE (chain text, "position" bigint, linked_at timestamptz, hash bytea)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT DISTINCT ON (l.chain) l.chain, l.position, l.linked_at, l.hash FROM audit_link l ORDER BY l.chain, l.position DESC
$$;
ALTER FUNCTION audit_heads() OWNER TO alongside_owner;
GRANT EXECUTE ON FUNCTION audit_heads() TO alongside_staff;
