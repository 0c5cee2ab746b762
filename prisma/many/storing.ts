import type { Storing } from '@/lib/db/store-rows'
import type { MadeCase } from './made-case'

/** Columns of the table that they come in through, in the order of `lineOf`. */
const staging = `CREATE TABLE many_cases (
  id uuid NOT NULL, reference text NOT NULL, kind text NOT NULL, channel text NOT NULL, district text, strands text[] NOT NULL, risk text NOT NULL,
  received_at timestamptz(3) NOT NULL, promised_by timestamptz(3) NOT NULL, holder uuid, contacted_at timestamptz(3), closed_at timestamptz(3),
  disposition text, offence text, online boolean, status text NOT NULL, answered_at timestamptz(3), answer text, person bigint NOT NULL)`

/** Triggers that tell, wake and reckon of one case what is stored here of all at once. */
const tables = ['case', 'case_event', 'case_clock', 'case_index', 'agreement'] as const

/** An id that hangs on that of a case, by two digits of it. */
const idOf = (digits: string) => `overlay(m.id::text PLACING '${digits}' FROM 22)::uuid`

/** How the promise ended; null: it has not. Said of the clock and of the case, because no trigger follows what is stored here. */
const outcome = `CASE WHEN coalesce(m.contacted_at, m.closed_at) > m.promised_by THEN 'late' WHEN m.contacted_at IS NOT NULL THEN 'kept'
  WHEN m.closed_at IS NOT NULL THEN 'dropped' END`

const steps: readonly (readonly [string, string])[] = [
  [
    'boxes, which hold nothing',
    `INSERT INTO sealed_box (id, purpose, suite, created_at) SELECT m.id, 'demonstration', 1, m.received_at FROM many_cases m
     UNION ALL SELECT ${idOf('02')}, 'demonstration', 1, m.closed_at FROM many_cases m WHERE m.answer IS NOT NULL`,
  ],
  [
    'submissions',
    `INSERT INTO submission (id, reference, kind, channel, force, journey_version, locale, token_hash, received_at, box_id)
     SELECT m.id, m.reference, m.kind, m.channel, $1, 1, 'en', sha256(convert_to('many ' || m.id, 'UTF8')), m.received_at, m.id FROM many_cases m`,
  ],
  [
    'cases',
    `INSERT INTO "case" (id, reference, submission_id, force, kind, channel, district, strands, status, risk_suggested, risk_rank, risk_rules,
       wants_officer, languages, excluded_districts, received_at, promised_by, promise_outcome, first_opened_at, closed_at, disposition, record_type_id, assignee_id,
       offence_group, online_flag, kept_until, version)
     SELECT m.id, m.reference, m.id, $1, m.kind, m.channel, m.district, m.strands, m.status, m.risk, array_position(ARRAY['high', 'medium', 'low'], m.risk) - 1,
       '{}', m.status <> 'new', '{}', '{}', m.received_at, m.promised_by, coalesce(${outcome}, 'open'), coalesce(m.contacted_at, m.closed_at), m.closed_at, m.disposition, t.id,
       m.holder, m.offence, m.online, (m.closed_at + interval '20 years')::date, 4
     FROM many_cases m LEFT JOIN LATERAL (
       SELECT t.id FROM record_type t WHERE t.force = $1 AND t.disposition = m.disposition AND t.approved AND t.from_day <= m.closed_at::date
         AND (t.until_day IS NULL OR t.until_day >= m.closed_at::date) ORDER BY t.from_day DESC LIMIT 1
     ) t ON true`,
  ],
  [
    'clocks',
    `INSERT INTO case_clock (id, case_id, kind, started_at, due_at, asked, reach, ended_at, outcome)
     SELECT ${idOf('01')}, m.id, 'first-contact', m.received_at, m.promised_by, 'officer', 'out', coalesce(m.contacted_at, m.closed_at),
       ${outcome} FROM many_cases m
     UNION ALL SELECT ${idOf('03')}, m.id, 'next-update', m.contacted_at, NULL, NULL, NULL, NULL, NULL FROM many_cases m
       WHERE m.contacted_at IS NOT NULL AND m.closed_at IS NULL
     UNION ALL SELECT ${idOf('04')}, m.id, 'review', m.received_at, NULL, NULL, NULL, NULL, NULL FROM many_cases m WHERE m.closed_at IS NULL`,
  ],
  [
    'histories',
    `INSERT INTO case_event (id, case_id, at, actor_id, type, detail)
     SELECT ${idOf('05')}, m.id, m.received_at, NULL::uuid, 'received', '{}'::jsonb FROM many_cases m
     UNION ALL SELECT ${idOf('06')}, m.id, m.received_at + (coalesce(m.contacted_at, m.closed_at) - m.received_at) / 3, NULL, 'assigned',
       jsonb_build_object('to', m.holder) FROM many_cases m WHERE m.holder IS NOT NULL
     UNION ALL SELECT ${idOf('07')}, m.id, m.contacted_at, m.holder, 'contact-recorded', '{"way": "call", "result": "spoke"}'::jsonb FROM many_cases m
       WHERE m.contacted_at IS NOT NULL
     UNION ALL SELECT ${idOf('08')}, m.id, m.closed_at, m.holder, 'closed', jsonb_build_object('disposition', m.disposition) FROM many_cases m
       WHERE m.closed_at IS NOT NULL`,
  ],
  [
    'what they are found by',
    `INSERT INTO case_index (case_id, key_id, kind, term)
     SELECT m.id, 'many', 'telephone', int4send(((m.person * 2654435761 + 97) % 4294967296 - 2147483648)::integer) FROM many_cases m`,
  ],
  [
    'answers',
    `INSERT INTO agreement (id, submission_id, made_at, account_id, box_id, asked_at, answer, answered_at)
     SELECT ${idOf('09')}, m.id, coalesce(m.contacted_at, m.received_at), m.holder, ${idOf('02')}, m.closed_at, m.answer, m.answered_at
     FROM many_cases m WHERE m.answer IS NOT NULL`,
  ],
]

/** What `storeRows` does to store cases: all of them or none. They count nowhere until figures are counted anew. */
export function storing(
  force: string,
  cases: Iterable<readonly MadeCase[]>,
  say: (line: string) => void,
): Storing {
  return { staging, into: 'many_cases', lines: linesOf(cases), quiet: tables, steps, force, progress: say }
}

function* linesOf(cases: Iterable<readonly MadeCase[]>): Generator<string> {
  for (const some of cases) yield some.map(lineOf).join('')
}

/** As COPY reads it. No value has a character that it would read otherwise. */
function lineOf(one: MadeCase): string {
  const values = [
    ...[one.id, one.reference, one.kind, one.channel, one.district, `{${one.strands.join(',')}}`, one.risk],
    ...[timeOf(one.receivedAt), timeOf(one.promisedBy), one.holder, timeOf(one.contactedAt)],
    ...[
      timeOf(one.closedAt),
      one.disposition,
      one.offence,
      one.isOnline,
      one.status,
      timeOf(one.answeredAt),
      one.answer,
    ],
    String(one.person),
  ]
  return `${values.map((value) => value ?? '\\N').join('\t')}\n`
}

function timeOf(at: number | null): string | null {
  return at === null ? null : new Date(at).toISOString()
}
