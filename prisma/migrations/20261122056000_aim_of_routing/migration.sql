-- Whom routing asks first goes by when the force aims to have made the first contact, also where a later time was promised: the duty that was
-- promised is then that of whoever is asked. `aimedFrom` is when that time began to run; none where no more was promised than the aim.
CREATE OR REPLACE FUNCTION routable(p_case "case") RETURNS jsonb
LANGUAGE sql STABLE SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT jsonb_build_object(
    'id', p_case.id, 'version', p_case.version, 'district', p_case.district, 'languages', p_case.languages, 'strands', p_case.strands,
    'riskRules', p_case.risk_rules, 'excludedDistricts', p_case.excluded_districts, 'namesExclusion', p_case.names_exclusion,
    'wantsOfficer', p_case.wants_officer, 'restricted', p_case.restricted, 'conflictedIds', p_case.conflicted_ids,
    'possibleConflictIds', p_case.possible_conflict_ids, 'dueAt', first_due(p_case),
    'risk', (ARRAY['high', 'medium', 'low'])[p_case.risk_rank + 1],
    'aimedFrom', (SELECT k.started_at FROM case_clock k
      WHERE k.case_id = p_case.id AND k.kind = 'first-contact' AND k.beyond_target AND k.ended_at IS NULL AND k.paused_at IS NULL),
    'declinedIds', coalesce((SELECT jsonb_agg(DISTINCT o.account_id) FROM case_offer o
      WHERE o.case_id = p_case.id AND o.outcome = 'declined'), '[]'),
    'unansweredIds', coalesce((SELECT jsonb_agg(DISTINCT o.account_id) FROM case_offer o
      WHERE o.case_id = p_case.id AND o.outcome = 'lapsed' AND o.reason = 'duty-over'), '[]'))
$$;
