-- Danger is told of a merged case as of any other. Whom a question for a link may reach: nobody from a sealed case, nobody who has a conflict with
-- it, and no more than fifty at once. A task of somebody who may not see the case any more is one of whoever has it. docs/decisions/0037 and 0038 say why so.

DO $$
DECLARE
  patch text[];
  body text;
BEGIN
  FOREACH patch SLICE 1 IN ARRAY ARRAY[
    -- That a sealed case exists is for those named for it alone: a question from it would say so to others.
    ['ask_to_link(uuid, integer, timestamptz)', '    RETURN ''bad-transition'';
  END IF;',
      '    RETURN ''bad-transition'';
  ELSIF about.restricted THEN
    RETURN ''case-sealed'';
  END IF;'],
    -- The latest fifty: a postcode that came with a flood is no reason to ask thousands of times.
    ['ask_to_link(uuid, integer, timestamptz)',
      'SELECT DISTINCT ON (s.id) s.id, s.kind FROM sharing_cases(p_id) s ORDER BY s.id, s.kind = ''postcode'', s.kind LOOP',
      'SELECT latest.id, latest.kind FROM (
      SELECT DISTINCT ON (s.id) s.id, s.kind, s.received_at FROM sharing_cases(p_id) s ORDER BY s.id, s.kind = ''postcode'', s.kind
    ) latest ORDER BY latest.received_at DESC, latest.id LIMIT 50 LOOP'],
    -- One that came from a case that is sealed by now, or that whoever answers has a conflict with, is not there for them.
    ['answer_link_request(uuid, uuid, boolean, timestamptz)', 'IF p_yes AND (one.restricted OR other.restricted) THEN',
      'IF one.restricted OR desk_actor_id() = ANY (one.conflicted_ids) THEN
    RETURN ''not-found'';
  ELSIF p_yes AND other.restricted THEN'],
    ['link_requests_of(uuid)', 'r.outcome IS NULL AND desk_works(p_case_id)',
      'r.outcome IS NULL AND desk_works(p_case_id) AND NOT c.restricted AND NOT desk_actor_id() = ANY (c.conflicted_ids)'],
    ['link_requests_of(uuid)', 'r.outcome = ''linked'' AND desk_works(p_case_id) AND NOT c.restricted',
      'r.outcome = ''linked'' AND desk_works(p_case_id) AND NOT c.restricted AND NOT desk_actor_id() = ANY (c.conflicted_ids)'],
    -- The time to read what says that somebody is in danger runs wherever it was written, and supervisors are told where it is over.
    ['hold_merged_clock()', 'IF EXISTS (', 'IF NEW.kind <> ''acknowledge'' AND EXISTS ('],
    ['hold_or_free_clocks(uuid, boolean)', 'WHERE case_id = p_case_id AND ended_at IS NULL',
      'WHERE case_id = p_case_id AND ended_at IS NULL AND kind <> ''acknowledge'''],
    ['cases_to_escalate(uuid, integer)', 'c.goes_on_in_id IS NULL AND c.erased_at IS NULL',
      'c.erased_at IS NULL AND (
      c.goes_on_in_id IS NULL OR (c.risk_rank = 0 AND c.first_opened_at IS NULL)
      OR EXISTS (SELECT FROM case_clock a WHERE a.case_id = c.id AND a.kind = ''acknowledge'' AND a.ended_at IS NULL)
      OR EXISTS (SELECT FROM escalation o WHERE o.case_id = c.id AND o.settled_at IS NULL)
    )']
  ] LOOP
    body := pg_get_functiondef(patch[1]::regprocedure);
    IF position(patch[2] IN body) = 0 THEN
      RAISE EXCEPTION '% is not as it was', patch[1];
    END IF;
    EXECUTE replace(body, patch[2], patch[3]);
  END LOOP;
END
$$;
GRANT EXECUTE ON FUNCTION may_be_tasked("case", uuid) TO alongside_staff;
