-- Consent for a support service ends with what its person takes back, and a service counts as told once it is: docs/decisions/0047.

-- When a letter to it was made last. Whether it went is said by whoever sent it.
ALTER TABLE "support_referral" ADD COLUMN "letter_at" TIMESTAMPTZ(3);

-- What somebody asked for with their code is settled once none of it waits.
CREATE FUNCTION settle_support_asked(p_case_id uuid, p_at timestamptz) RETURNS void
LANGUAGE sql SET search_path = pg_catalog, public, pg_temp AS $$
  UPDATE escalation SET settled_at = p_at WHERE case_id = p_case_id AND rule = 'support-asked' AND settled_at IS NULL AND NOT EXISTS (
    SELECT FROM support_referral s WHERE s.case_id = p_case_id AND s.way = 'code' AND s.told_at IS NULL AND s.ended_at IS NULL)
$$;

-- Writes that a letter to a service is to be made, or that it is told, with the row of every way out, before anything is opened. `p_way`: 'telephone';
-- 'letter' (it is to be made); 'made' (it was: no row, which 'letter' has); 'sent' (the letter that was made is on its way). Outcomes: 'done'; 'gone' (nobody agreed, it was taken back, or no letter was
-- made); 'forbidden'.
CREATE OR REPLACE FUNCTION tell_support(p_id uuid, p_referral uuid, p_at timestamptz, p_way text, p_box jsonb) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
  agreed support_referral;
BEGIN
  SELECT * INTO about FROM hold_case_to_give(p_id);
  IF NOT FOUND THEN
    RETURN 'forbidden';
  END IF;
  UPDATE support_referral s SET
    letter_at = CASE WHEN p_way = 'made' THEN p_at ELSE s.letter_at END,
    told_at = CASE WHEN p_way IN ('letter', 'made') THEN s.told_at ELSE p_at END,
    told_way = CASE WHEN p_way IN ('letter', 'made') THEN s.told_way WHEN p_way = 'sent' THEN 'letter' ELSE p_way END
  WHERE s.id = p_referral AND s.case_id = p_id AND s.ended_at IS NULL AND (p_way <> 'sent' OR s.letter_at IS NOT NULL) RETURNING * INTO agreed;
  IF NOT FOUND THEN
    RETURN 'gone';
  ELSIF p_way <> 'made' AND NOT note_hand_out(p_id, p_at, jsonb_build_object('recipient', agreed.service, 'way', p_way,
    'parts', CASE WHEN agreed.account THEN 'contact account' ELSE 'contact' END), p_box) THEN
    RAISE EXCEPTION 'a way out has no row';
  END IF;
  PERFORM settle_support_asked(p_id, p_at);
  RETURN 'done';
END
$$;

-- Somebody said at the desk that a service is to be told no more. Outcomes: 'done'; 'gone' (nobody agreed, or took it back); 'forbidden'.
CREATE OR REPLACE FUNCTION end_support(p_id uuid, p_referral uuid, p_at timestamptz, p_box jsonb) RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
  agreed support_referral;
BEGIN
  SELECT * INTO about FROM hold_case_to_give(p_id);
  IF NOT FOUND THEN
    RETURN 'forbidden';
  END IF;
  UPDATE support_referral s SET ended_at = p_at
  WHERE s.id = p_referral AND s.case_id = p_id AND s.ended_at IS NULL RETURNING * INTO agreed;
  IF NOT FOUND THEN
    RETURN 'gone';
  END IF;
  PERFORM note_support(about, p_at, 'support-withdrawn', jsonb_build_object('recipient', agreed.service), p_box);
  PERFORM settle_support_asked(p_id, p_at);
  RETURN 'done';
END
$$;

-- Whoever has the code agrees that a service is told, for themselves or for whoever they sent it for, and asks for it; supervisors hear of it. Said
-- again with less, less is what holds. Outcomes: 'accepted'; 'gone'.
DROP FUNCTION ask_support(uuid, bytea, text, boolean, date, timestamptz);
CREATE FUNCTION ask_support(p_submission_id uuid, p_key bytea, p_service text, p_account boolean, p_given_by text, p_day date, p_at timestamptz)
RETURNS text
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
BEGIN
  PERFORM set_config('synchronous_commit', 'on', true);
  SELECT * INTO about FROM hold_case_of_code(p_submission_id, p_key);
  IF NOT FOUND THEN
    RETURN 'gone';
  ELSIF EXISTS (SELECT FROM support_referral s WHERE s.case_id = about.id AND s.service = p_service AND s.ended_at IS NULL) THEN
    UPDATE support_referral s SET account = false
    WHERE s.case_id = about.id AND s.service = p_service AND s.ended_at IS NULL AND s.account AND NOT p_account;
    IF FOUND THEN
      PERFORM note_case_act(about, p_at, 'support-asked', jsonb_build_object('recipient', p_service, 'parts', 'contact'));
    END IF;
    RETURN 'accepted';
  END IF;
  INSERT INTO support_referral (id, case_id, service, account, way, given_by, agreed_on, made_at)
  VALUES (gen_random_uuid(), about.id, p_service, p_account, 'code', p_given_by, p_day, p_at);
  PERFORM note_case_act(about, p_at, 'support-asked', jsonb_build_object('recipient', p_service));
  PERFORM escalate_now(about, 'support-asked', p_at);
  RETURN 'accepted';
END
$$;

-- Whoever wants nothing more done wants no service told either. Of one that knows already supervisors hear, because it is to be told. And a letter
-- that was made says how they were to be reached when it was: by another plan it is made again.
CREATE FUNCTION follow_case_of_support() RETURNS trigger
LANGUAGE plpgsql SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
DECLARE
  about "case";
BEGIN
  IF NEW.type = 'plan-changed' THEN
    UPDATE support_referral SET letter_at = NULL WHERE case_id = NEW.case_id AND ended_at IS NULL AND told_at IS NULL;
    RETURN NULL;
  END IF;
  SELECT c.* INTO about FROM "case" c WHERE c.id = NEW.case_id;
  IF EXISTS (SELECT FROM support_referral s WHERE s.case_id = NEW.case_id AND s.ended_at IS NULL AND num_nonnulls(s.told_at, s.letter_at) > 0) THEN
    PERFORM escalate_now(about, 'support-withdrawn', NEW.at);
  END IF;
  UPDATE support_referral SET ended_at = NEW.at WHERE case_id = NEW.case_id AND ended_at IS NULL;
  PERFORM settle_support_asked(NEW.case_id, NEW.at);
  RETURN NULL;
END
$$;
CREATE TRIGGER case_event_ends_supports AFTER INSERT ON "case_event" FOR EACH ROW
WHEN (NEW.type IN ('withdrawn', 'plan-changed')) EXECUTE FUNCTION follow_case_of_support();

DO $$
DECLARE
  one text;
  body text;
  stays CONSTANT text := '(''promise-broken'', ''update-overdue'', ''not-as-agreed''';
BEGIN
  FOREACH one IN ARRAY ARRAY[
    'settle_support_asked(uuid, timestamptz)', 'follow_case_of_support()',
    'ask_support(uuid, bytea, text, boolean, text, date, timestamptz)'
  ] LOOP
    EXECUTE format('ALTER FUNCTION %s OWNER TO alongside_owner', one);
    EXECUTE format('REVOKE ALL ON FUNCTION %s FROM PUBLIC', one);
  END LOOP;
  -- What was asked for, or has to be said to a service, is not settled by closing the case.
  body := pg_get_functiondef('follow_case()'::regprocedure);
  IF position(stays IN body) = 0 THEN
    RAISE EXCEPTION 'follow_case is not as it was';
  END IF;
  EXECUTE replace(body, stays, stays || ', ''support-asked'', ''support-withdrawn''');
  -- A letter that was made may have been sent: whoever takes it back is told of as where the service was told.
  body := pg_get_functiondef('withdraw_support(uuid, bytea, text, timestamptz)'::regprocedure);
  IF position('agreed.told_at IS NOT NULL' IN body) = 0 THEN
    RAISE EXCEPTION 'withdraw_support is not as it was';
  END IF;
  EXECUTE replace(body, 'agreed.told_at IS NOT NULL', 'num_nonnulls(agreed.told_at, agreed.letter_at) > 0');
END
$$;
GRANT EXECUTE ON FUNCTION ask_support(uuid, bytea, text, boolean, text, date, timestamptz) TO alongside_public;

-- As before; of what was taken back, a letter that was made counts as told, because it may have gone.
CREATE OR REPLACE FUNCTION follow_up_support(p_submission_id uuid, p_key bytea)
RETURNS TABLE (service text, account boolean, agreed_on date, told_at timestamptz, ended_at timestamptz)
LANGUAGE sql STABLE SECURITY DEFINER SET search_path = pg_catalog, public, pg_temp AS $$
  SELECT DISTINCT ON (s.service) s.service, s.account, s.agreed_on,
    coalesce(s.told_at, CASE WHEN s.ended_at IS NOT NULL THEN s.letter_at END), s.ended_at
  FROM support_referral s JOIN "case" c ON c.id = s.case_id
  WHERE c.submission_id = p_submission_id AND code_still_opens(p_submission_id, p_key) ORDER BY s.service, s.made_at DESC
$$;
