import { describe, expect, it } from 'vitest'
import { deskDb, publicDb } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'

const all = ['SELECT', 'INSERT', 'UPDATE', 'DELETE'] as const

/** What the staff role may do to whole tables. A table that is not here is closed to it. */
const staffVerbs: Readonly<Record<string, readonly string[]>> = {
  account: ['SELECT', 'INSERT', 'UPDATE'],
  // Written by functions alone.
  agreement: ['SELECT'],
  // Written by whoever checks the audit, as the owner.
  audit_verification: ['SELECT'],
  // Nobody reads a row they may not, by policy; nobody changes one at all.
  audit_event: ['SELECT', 'INSERT'],
  // Written by functions alone.
  broken_glass: ['SELECT'],
  // Changed through change_case and note_opening alone.
  case: ['SELECT'],
  // Written by what a case's history says alone.
  case_call_back: ['SELECT'],
  // Written by functions alone.
  case_clock: ['SELECT'],
  case_event: ['SELECT'],
  // Written through link_cases, merge_case and what takes them back alone.
  case_link: ['SELECT'],
  case_merge: ['SELECT'],
  case_index: ['SELECT'],
  // Written by functions alone.
  case_passing: ['SELECT'],
  // Written through give_reason alone.
  case_reason: ['SELECT'],
  // What somebody keeps for themselves is theirs alone.
  case_seen: all,
  case_snooze: all,
  // Written by what a case's history says alone.
  case_task: ['SELECT'],
  closure_request: ['SELECT'],
  centre: ['SELECT', 'INSERT'],
  centre_worker: all,
  // Written by functions alone.
  contact_plan: ['SELECT'],
  // Written through make_decoys alone, and an auditor's to read.
  decoy: ['SELECT'],
  // One's own alone; nothing of it is ever changed.
  declared_link: ['SELECT', 'DELETE'],
  // Whose, row security says.
  duty_extra: all,
  duty_pattern: all,
  // Reckoned, and so replaced and never changed.
  duty_shift: ['SELECT', 'INSERT', 'DELETE'],
  // Written through request_erasure and decide_erasure alone.
  erasure_request: ['SELECT'],
  // Written by functions alone.
  escalation: ['SELECT'],
  // Written by functions alone.
  evidence: ['SELECT'],
  evidence_piece: ['SELECT'],
  // Written through note_exposure alone.
  exposure: ['SELECT'],
  // What was published of figures. What is counted exactly is nobody's.
  figure: ['SELECT'],
  force_identity: all,
  // Written through set_force_words alone.
  force_words: ['SELECT'],
  invitation: ['SELECT', 'INSERT', 'UPDATE'],
  key_wrap: ['SELECT'],
  // Written through store_look_sample and sign_look alone.
  look_sample: ['SELECT'],
  // Written through raise_looking_flags and resolve_looking_flag alone.
  looking_flag: ['SELECT'],
  message: ['SELECT'],
  officer: ['SELECT', 'INSERT', 'UPDATE'],
  officer_leave: all,
  // Written by functions alone.
  outbound: ['SELECT'],
  // Written through set_partner and end_partner alone.
  partner_force: ['SELECT'],
  passkey: all,
  postcode_release: ['SELECT'],
  record_type: ['SELECT'],
  recovery_code: all,
  referral_key: ['SELECT', 'INSERT'],
  referral_sender: ['SELECT', 'INSERT'],
  routing_decision: ['SELECT'],
  saved_view: all,
  sealed_box: ['SELECT'],
  sealed_field: ['SELECT'],
  sign_in_challenge: all,
  sign_in_throttle: all,
  staff_session: ['SELECT', 'INSERT', 'UPDATE'],
  submission: ['SELECT'],
  // Written by functions alone.
  support_referral: ['SELECT'],
  training_record: ['SELECT', 'INSERT'],
}

/** Columns of a table that is closed otherwise. */
const staffColumns = [
  // But for the reason: answers_to_offers gives it to whom it is for.
  ...['account_id', 'case_id', 'ended_at', 'id', 'offered_at', 'outcome'].map(
    (column) => `case_offer.${column} SELECT`,
  ),
  'centre.stopped_at UPDATE',
  ...['referral_key.stopped_at UPDATE', 'referral_sender.stopped_at UPDATE'],
  ...['return_code.reporter_public_key SELECT', 'return_code.submission_id SELECT'],
  'training_record.withdrawn_at UPDATE',
]

const drafts = ['draft_create', 'draft_delete', 'draft_read', 'draft_replace'] as const

/** Files that are not sent yet are reached through these alone. */
const evidence = [
  'accept_evidence',
  'evidence_add',
  'evidence_begin',
  'evidence_forget',
  'evidence_note_scan',
  'evidence_state',
  'evidence_unsent_piece',
  'follow_up_evidence',
] as const

/** The functions each role may call. */
const callable = {
  alongside_public: [
    'accept_contact_plan',
    'accept_equality',
    'accept_message',
    'accept_referral',
    'accept_submission',
    'answer_agreement',
    'ask_support',
    'code_still_opens',
    ...drafts,
    'duty_ahead',
    ...evidence,
    'find_return_code',
    'follow_up_agreement',
    'follow_up_looks',
    'follow_up_messages',
    'follow_up_passed',
    'follow_up_status',
    'follow_up_support',
    'follow_up_words',
    'keep_nonce',
    'note_danger_said',
    'note_not_agreed',
    'open_figures',
    'referral_key_of',
    'take_back_withdrawal',
    'unit_place',
    'withdraw_case',
    'withdraw_support',
  ],
  alongside_staff: [
    'answers_to_offers',
    'audit_heads',
    'be_gone',
    'be_here',
    'begin_record_types',
    'accept_offer',
    'break_glass',
    'case_mark',
    'cases_to_escalate',
    'change_case',
    'change_plan_at_desk',
    'close_case',
    'change_standing',
    'claim_outbound',
    'note_delivery',
    'note_exposure',
    'exposure_band',
    'note_outbound',
    'outbound_to_follow',
    'staff_news',
    'staff_mailboxes',
    'write_staff_notice',
    'write_outbound',
    'is_for_another',
    'replies_after_closing',
    'call_backs_missed',
    'withdrawn_since',
    'wants_to_hear',
    'end_is_news',
    'write_staff_letter',
    'clocks_due',
    'clocks_to_reckon',
    'close_glass',
    'cases_to_route',
    'decide_erasure',
    'decide_record_type',
    'take_back_record_type',
    'decline_offer',
    'decoy_figures',
    'decoy_list',
    'declare_link',
    'declared_links',
    'declared_share',
    'desk_actor_id',
    'desk_at',
    'desk_districts',
    'desk_force',
    'desk_glass',
    'desk_hidden_cases',
    'desk_hidden_looking',
    'desk_officer_id',
    'desk_opens',
    'desk_role',
    'desk_submission_of_box',
    'desk_today',
    ...drafts,
    'duty_ahead',
    'give_reason',
    'evidence_to_scan',
    'evidence_waiting_piece',
    'store_evidence_scan',
    'extend_coverage',
    'hand_back_cases',
    'hold_case',
    'held_cases',
    'figure_state',
    'flagged_rows',
    'freeze_figures',
    'frozen_figures',
    'frozen_received',
    'publish_figures',
    'refresh_figures',
    'free_cases',
    'keep_case',
    'lapse_offers',
    'link_cases',
    'link_requests_of',
    'may_be_tasked',
    'pattern_of_case',
    'ask_to_link',
    'answer_link_request',
    'live_cases',
    'look_sample_figures',
    'looks_between',
    'make_decoys',
    'merge_case',
    'name_readers_again',
    'mark_retention',
    'note_export',
    'note_hand_out',
    'set_partner',
    'end_partner',
    'begin_passing',
    'keep_passing',
    'passings_to_take_up',
    'settle_passing',
    'keep_nonce',
    'receive_case',
    'agree_support',
    'tell_support',
    'end_support',
    'note_clocks',
    'note_conflicts',
    'note_indexing',
    'note_link_check',
    'note_link_checked',
    'note_messages_read',
    'note_opening',
    'note_refusal',
    'officer_loads',
    'open_offers',
    'open_cases_of',
    'propose_record_type',
    'pass_escalation',
    'raise_escalation',
    'raise_looking_flags',
    'reckon_clocks',
    'read_glass',
    'record_advice',
    'record_referral',
    'sent_by_me',
    'record_submission',
    'recorded_case',
    'renew_return_code',
    'request_erasure',
    'set_force_words',
    'store_agreement',
    'resolve_looking_flag',
    'review_glass',
    'routing_rota',
    'retention_cases',
    'sampled_weeks',
    'sign_look',
    'sealed_without_reader',
    'session_glass',
    'unit_place',
    'unlink_cases',
    'unmerge_case',
    'settle_escalation',
    'store_case_index',
    'store_trained',
    'store_routing',
    'store_look_sample',
    'tell_away',
    'views_between',
    'whose_term',
  ],
} as const

interface Relation {
  readonly name: string
  readonly kind: string
  readonly owner: string
  readonly secured: boolean
  readonly forced: boolean
  readonly policies: number
}

async function relations(): Promise<readonly Relation[]> {
  return ownerDb().$queryRaw<Relation[]>`
    SELECT c.relname::text AS name, c.relkind::text AS kind, r.rolname::text AS owner, c.relrowsecurity AS secured,
           c.relforcerowsecurity AS forced,
           (SELECT count(*)::integer FROM pg_policy p WHERE p.polrelid = c.oid) AS policies
      FROM pg_class c JOIN pg_roles r ON r.oid = c.relowner
     WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f', 'S')
     ORDER BY 1`
}

const everything = await relations()
const tables = everything.filter(({ kind }) => kind !== 'S').map(({ name }) => name)

interface Procedure {
  readonly name: string
  readonly owner: string
  readonly definer: boolean
  readonly path: string | null
  readonly forAll: boolean
  readonly callers: readonly string[]
}

async function functions(): Promise<readonly Procedure[]> {
  return ownerDb().$queryRaw<Procedure[]>`
    SELECT p.proname::text AS name, r.rolname::text AS owner, p.prosecdef AS definer,
           array_to_string(p.proconfig, ' ') AS path,
           EXISTS (SELECT FROM aclexplode(coalesce(p.proacl, acldefault('f', p.proowner))) a WHERE a.grantee = 0) AS "forAll",
           ARRAY(SELECT g.rolname::text FROM aclexplode(p.proacl) a JOIN pg_roles g ON g.oid = a.grantee
                  WHERE g.oid <> p.proowner ORDER BY 1) AS callers
      FROM pg_proc p JOIN pg_roles r ON r.oid = p.proowner
     WHERE p.pronamespace = 'public'::regnamespace ORDER BY 1`
}

describe('the shape of the database', () => {
  it('has every table behind forced row security, the owner’s included, with a policy', () => {
    const ours = everything.filter(({ name, kind }) => kind !== 'S' && name !== '_prisma_migrations')
    expect(ours.length).toBeGreaterThan(20)
    for (const { name, kind, owner, secured, forced, policies } of ours)
      expect({ name, kind, owner, secured, forced, some: policies > 0 }).toEqual({
        ...{ name, kind: 'r', owner: 'alongside_owner', secured: true, forced: true, some: true },
      })
  })

  it('has no policy for everybody, and none that lets the public role at a row', async () => {
    const policies = await ownerDb().$queryRaw<{ roles: string[] }[]>`
      SELECT ARRAY(SELECT unnest(roles)::text) AS roles FROM pg_policies WHERE schemaname = 'public'`
    const named = new Set(policies.flatMap(({ roles }) => roles))
    expect([...named].sort()).toEqual(['alongside_owner', 'alongside_staff'])
  })

  it('has no function for everybody, each the owner’s, with a search path of its own', async () => {
    for (const { name, owner, forAll, path, definer } of await functions()) {
      expect({ name, owner, forAll }).toEqual({ name, owner: 'alongside_owner', forAll: false })
      if (definer) expect({ name, path }).toEqual({ name, path: 'search_path=pg_catalog, public, pg_temp' })
    }
  })

  it.each(['alongside_public', 'alongside_staff'] as const)('%s may call these functions', async (role) => {
    const given = (await functions()).filter(({ callers }) => callers.includes(role))
    expect(given.map(({ name }) => name)).toEqual([...callable[role]].sort())
  })

  it('has roles that are nobody’s login and above nothing', async () => {
    const roles = await ownerDb().$queryRaw<Record<string, unknown>[]>`
      SELECT rolname::text AS name, rolcanlogin OR rolsuper OR rolbypassrls OR rolcreaterole OR rolcreatedb OR rolreplication
             AS more
        FROM pg_roles WHERE rolname IN ('alongside_owner', 'alongside_public', 'alongside_staff') ORDER BY 1`
    expect(roles).toEqual([
      { name: 'alongside_owner', more: false },
      { name: 'alongside_public', more: false },
      { name: 'alongside_staff', more: false },
    ])
  })
})

const denied = /permission denied|must be owner|42501/i

describe('the public role', () => {
  const statements = (name: string, column: string) => [
    `SELECT * FROM "${name}" LIMIT 1`,
    `SELECT count(*) FROM "${name}"`,
    `INSERT INTO "${name}" DEFAULT VALUES`,
    `UPDATE "${name}" SET "${column}" = "${column}"`,
    `DELETE FROM "${name}"`,
    `TRUNCATE "${name}"`,
    `COPY "${name}" TO STDOUT`,
    `ALTER TABLE "${name}" DISABLE ROW LEVEL SECURITY`,
    `DROP TABLE "${name}"`,
  ]

  it.each([...tables])('can do nothing to %s', async (name) => {
    const [first] = await ownerDb().$queryRaw<{ name: string }[]>`
      SELECT attname::text AS name FROM pg_attribute
       WHERE attrelid = ${`public."${name}"`}::regclass AND attnum > 0 AND NOT attisdropped ORDER BY attnum LIMIT 1`
    for (const statement of statements(name, first?.name ?? ''))
      await expect(publicDb().$queryRawUnsafe(statement), statement).rejects.toThrow(denied)
  })

  it.each(everything.filter(({ kind }) => kind === 'S').map(({ name }) => name))(
    'can do nothing to the sequence %s',
    async (name) => {
      for (const statement of [
        `SELECT last_value FROM "${name}"`,
        `SELECT nextval('"${name}"')`,
        `SELECT setval('"${name}"', 1)`,
      ])
        await expect(publicDb().$queryRawUnsafe(statement), statement).rejects.toThrow(denied)
    },
  )

  it('cannot send what somebody at the desk would have recorded', async () => {
    for (const [channel, recordedBy] of [
      ['phone-101', null],
      ['online', '00000000-0000-4000-8000-000000000000'],
      [null, null],
    ]) {
      const rows = JSON.stringify({ submission: { channel }, case: { recorded_by_id: recordedBy } })
      await expect(
        publicDb().$queryRaw`SELECT outcome FROM accept_submission(${rows}::jsonb)`,
      ).rejects.toThrow(/recorded by nobody/)
    }
  })

  it('cannot take another role for good', async () => {
    for (const role of ['alongside_owner', 'postgres', 'pg_read_all_data'])
      await expect(publicDb().$executeRawUnsafe(`SET ROLE ${role}`)).rejects.toThrow(
        /permission denied|does not exist/,
      )
  })
})

describe.each([
  ['public', publicDb],
  ['staff', deskDb],
] as const)('the %s role', (_name, db) => {
  it.each([
    'CREATE TEMPORARY TABLE mine (a integer)',
    'SELECT lo_creat(-1)',
    'SELECT lo_create(0)',
    String.raw`SELECT lo_from_bytea(0, '\x00')`,
    `SELECT lo_import('/etc/hostname')`,
    'SELECT lo_open(1, 131072)',
    String.raw`SELECT lo_put(1, 0, '\x00')`,
  ])('has nowhere to keep anything of its own: %s', async (statement) => {
    await expect(db().$queryRawUnsafe(statement)).rejects.toThrow(denied)
  })
})

describe('the staff role', () => {
  it('has these verbs, and no other, on every table', async () => {
    const rights = await ownerDb().$queryRaw<{ name: string; verb: string }[]>`
      SELECT c.relname::text AS name, verb FROM pg_class c,
             unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'DELETE', 'TRUNCATE', 'REFERENCES', 'TRIGGER', 'MAINTAIN']) verb
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind IN ('r', 'p', 'v', 'm', 'f')
         AND has_table_privilege('alongside_staff', c.oid, verb)`
    const given = Object.fromEntries(
      tables
        .map((name) => [name, rights.filter((right) => right.name === name).map(({ verb }) => verb)] as const)
        .filter(([, verbs]) => verbs.length > 0),
    )
    expect(given).toEqual(staffVerbs)
  })

  it('has these columns of a table it may not read', async () => {
    const rights = await ownerDb().$queryRaw<{ right: string }[]>`
      SELECT c.relname || '.' || a.attname || ' ' || verb AS right
        FROM pg_class c JOIN pg_attribute a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped,
             unnest(ARRAY['SELECT', 'INSERT', 'UPDATE', 'REFERENCES']) verb
       WHERE c.relnamespace = 'public'::regnamespace AND c.relkind = 'r'
         AND has_column_privilege('alongside_staff', c.oid, a.attnum, verb)
         AND NOT has_table_privilege('alongside_staff', c.oid, verb)
       ORDER BY 1`
    expect(rights.map(({ right }) => right)).toEqual(staffColumns)
  })

  it('with nobody signed in sees no case, nothing that hangs on one, and nothing of the audit', async () => {
    for (const name of [
      ...['case', 'submission', 'case_event', 'routing_decision', 'message', 'sealed_box', 'sealed_field'],
      ...['key_wrap', 'audit_event', 'case_index', 'broken_glass'],
    ]) {
      const [row] = await deskDb().$queryRawUnsafe<[{ rows: number }]>(
        `SELECT count(*)::integer AS rows FROM "${name}"`,
      )
      expect({ name, ...row }).toEqual({ name, rows: 0 })
    }
  })

  it('cannot become the owner', async () => {
    await expect(deskDb().$executeRawUnsafe('SET ROLE alongside_owner')).rejects.toThrow(/permission denied/)
  })
})
