import pg from 'pg'
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest'

const { publicEnv, staffEnv, ownerUrl } = inject('tiers')
const loginOf = (env: Readonly<Record<string, string>>) => env.DATABASE_URL ?? ''

/** Connections of somebody who has the public tier's login: as it comes, and with the role the tier takes. */
function withRole(url: string, role: string): string {
  const target = new URL(url)
  target.searchParams.set('options', `-c role=${role}`)
  return target.href
}
const owner = new pg.Client({ connectionString: ownerUrl })
const login = new pg.Client({ connectionString: loginOf(publicEnv) })
const role = new pg.Client({ connectionString: withRole(loginOf(publicEnv), 'alongside_public') })

beforeAll(() => Promise.all([owner, login, role].map((client) => client.connect())))
afterAll(() => Promise.all([owner, login, role].map((client) => client.end())))

async function column(sql: string): Promise<string[]> {
  const { rows } = await owner.query<{ name: string }>(sql)
  return rows.map(({ name }) => name)
}

/** Why a statement is refused, by its SQLSTATE; its rows where it is not. */
async function attempt(client: pg.Client, sql: string): Promise<string | unknown[]> {
  await client.query('begin')
  try {
    const { rows } = await client.query<Record<string, unknown>>(sql)
    return rows
  } catch (error) {
    return (error as { code?: string }).code ?? 'no code'
  } finally {
    await client.query('rollback')
  }
}
const denied = '42501'

test('commits are durable: the server waits for its disk', async () => {
  const { rows } = await owner.query<{ fsync: string; commit: string; pages: string }>(
    `select current_setting('fsync') as fsync, current_setting('synchronous_commit') as commit, current_setting('full_page_writes') as pages`,
  )
  expect(rows).toEqual([{ fsync: 'on', commit: 'on', pages: 'on' }])
})

const verbs = (table: string) => [
  `select * from ${table}`,
  `select count(*) from ${table}`,
  `select * from ${table} for update`,
  `table ${table}`,
  `copy ${table} to stdout`,
  `copy ${table} from stdin`,
  `explain analyze select * from ${table}`,
  `insert into ${table} default values`,
  `update ${table} set ctid = ctid`,
  `delete from ${table}`,
  `merge into ${table} t using (select 1) s on true when matched then delete`,
  `truncate ${table}`,
  `lock table ${table} in access share mode`,
  `alter table ${table} disable row level security`,
  `create policy mine on ${table} using (true)`,
  `create trigger mine before insert on ${table} execute function suppress_redundant_updates_trigger()`,
  `create view mine as select * from ${table}`,
  `drop table ${table}`,
]
/** PostgreSQL refuses some before it asks about rights: what is refused is refused. */
const refusedAnyway = new Set(['0A000', '42601', '42703', '42804', '428C9', '42P17'])

describe('whoever has the public tier’s login', () => {
  test('gives nothing and changes nothing, with any verb on any table', async () => {
    const tables = await column(
      `select quote_ident(relname) as name from pg_class where relnamespace = 'public'::regnamespace and relkind in ('r', 'p', 'v', 'm')`,
    )
    expect(tables.length).toBeGreaterThan(18)
    const allowed: string[] = []
    let tried = 0
    for (const sql of tables.flatMap(verbs)) {
      for (const client of [login, role]) {
        const outcome = await attempt(client, sql)
        tried += 1
        if (outcome !== denied && !(typeof outcome === 'string' && refusedAnyway.has(outcome)))
          allowed.push(`${sql}: ${JSON.stringify(outcome)}`)
      }
    }
    expect(allowed).toEqual([])
    process.stdout.write(`\n  ${String(tried)} statements on ${String(tables.length)} tables: 0 allowed\n`)
  })

  test.each([
    'set role alongside_staff',
    'set role alongside_owner',
    `set role ${new URL(ownerUrl).username}`,
    `set session authorization ${new URL(ownerUrl).username}`,
    'grant alongside_staff to current_user',
    'grant alongside_owner to session_user',
    'alter role current_user superuser',
    'alter role session_user bypassrls',
    'create role another superuser',
    'create table mine (a integer)',
    'create temporary table mine (a integer)',
    `create function mine() returns integer language sql security definer as 'select 1'`,
    `alter function accept_submission(jsonb) owner to current_user`,
    `create or replace function desk_role() returns text language sql as $$ select 'supervisor' $$`,
    'create extension dblink',
    'create extension postgres_fdw',
    `copy (select 1) to program 'cat'`,
    `copy (select 1) to '/tmp/anything'`,
    `select pg_read_file('postgresql.conf')`,
    `select pg_ls_dir('.')`,
    `select lo_import('/etc/hostname')`,
    'select lo_creat(-1)',
    'select lo_create(0)',
    `select lo_from_bytea(0, 'x')`,
    `select lo_open(1, 131072)`,
    'select * from pg_authid',
    'select * from pg_statistic',
    `select pg_switch_wal()`,
    `do $$ begin perform pg_terminate_backend((select pid from pg_stat_activity where usename <> session_user and usename is not null limit 1)); end $$`,
    `set log_statement = 'all'`,
  ])('is refused: %s', async (sql) => {
    for (const client of [login, role]) expect(await attempt(client, sql)).toBe(denied)
  })

  test('changes no setting of the server', async () => {
    for (const client of [login, role])
      await expect(client.query(`alter system set log_statement = 'all'`)).rejects.toMatchObject({
        code: denied,
      })
  })

  test('has no more after RESET ROLE, with row security switched off, or in the name of an actor', async () => {
    const [account] = await column(`select id::text as name from account where role = 'supervisor' limit 1`)
    for (const before of [
      'reset role',
      'set role none',
      'set session authorization default',
      'set row_security = off',
      `set app.actor = '${account ?? ''}'`,
      'discard all',
    ]) {
      const client = new pg.Client({ connectionString: withRole(loginOf(publicEnv), 'alongside_public') })
      await client.connect()
      await client.query(before)
      expect(await attempt(client, 'select * from "case"'), before).toBe(denied)
      expect(await attempt(client, 'select * from sealed_field'), before).toBe(denied)
      await client.end()
    }
  })

  test('sees nothing of what others ask, and of what is stored how many rows there are, not what is in them', async () => {
    const others = `select query from pg_stat_activity where usename <> session_user and query <> '<insufficient privilege>' and query <> ''`
    expect(await attempt(role, others)).toEqual([])
    expect(await attempt(role, `select * from pg_stats where schemaname = 'public'`)).toEqual([])
    // PostgreSQL tells everybody these: docs/security.md says so.
    const counted = `select relname from pg_stat_user_tables where relname = 'case' and n_live_tup >= 0`
    expect(await attempt(role, counted)).toEqual([{ relname: 'case' }])
  })

  test('may call the functions of the public side, and no other', async () => {
    const mine = await column(
      `select proname as name from pg_proc where pronamespace = 'public'::regnamespace
       and has_function_privilege('alongside_public', oid, 'execute') order by 1`,
    )
    expect(mine).toEqual([
      'accept_contact_plan',
      'accept_equality',
      'accept_evidence',
      'accept_message',
      'accept_referral',
      'accept_submission',
      'answer_agreement',
      'ask_support',
      'code_still_opens',
      'draft_create',
      'draft_delete',
      'draft_read',
      'draft_replace',
      'duty_ahead',
      'evidence_add',
      'evidence_begin',
      'evidence_forget',
      'evidence_note_scan',
      'evidence_state',
      'evidence_unsent_piece',
      'find_return_code',
      'follow_up_agreement',
      'follow_up_evidence',
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
    ])
    const withoutRole = await column(
      `select proname as name from pg_proc where pronamespace = 'public'::regnamespace
       and has_function_privilege('tier_public', oid, 'execute')`,
    )
    expect(withoutRole).toEqual([])
  })

  test('gets no report out of them, not even with ids that only the owner could tell', async () => {
    const ids = await column('select id::text as name from submission')
    const keys = await column(
      `select submission_id::text || ' ' || encode(reporter_public_key, 'hex') as name from return_code`,
    )
    const lookups = await column(`select encode(lookup, 'hex') as name from return_code`)
    const references = await column('select reference as name from submission')
    expect(ids.length).toBeGreaterThan(10)
    const told: string[] = []
    const call = async (sql: string, values: readonly unknown[]) => {
      const { rows } = await role.query<{ told: string }>(`select t::text as told from ${sql} t`, [...values])
      told.push(...rows.map((row) => row.told))
    }
    for (const id of ids) await call('follow_up_status($1)', [id])
    for (const key of keys) await call(`follow_up_messages($1, decode($2, 'hex'), now())`, key.split(' '))
    for (const lookup of lookups) await call(`find_return_code(decode($1, 'hex'))`, [lookup])
    expect(told.length).toBeGreaterThan(ids.length)
    const { rows: sealed } = await owner.query<{ part: string }>(
      `select left(encode(f.ciphertext, 'hex'), 48) as part from submission s
       join sealed_field f on f.box_id in (s.box_id, s.equality_box_id)`,
    )
    expect(sealed.length).toBeGreaterThan(ids.length)
    const all = told.join('\n')
    expect(sealed.filter(({ part }) => all.includes(part))).toEqual([])
    // What somebody with nothing but a guess gets.
    for (const guess of ['gen_random_uuid()', `'00000000-0000-0000-0000-000000000000'::uuid`]) {
      expect(await attempt(role, `select * from follow_up_status(${guess})`)).toEqual([])
      expect(await attempt(role, `select * from follow_up_messages(${guess}, '', now())`)).toEqual([])
    }
    // A reference, which people say on the telephone, is an argument of none of them.
    for (const reference of references.slice(0, 3))
      expect(await attempt(role, `select * from follow_up_status('${reference}')`)).toBe('22P02')
  })
})

describe('whoever has the staff tier’s login', () => {
  const staff = new pg.Client({ connectionString: withRole(loginOf(staffEnv), 'alongside_staff') })
  beforeAll(() => staff.connect())
  afterAll(() => staff.end())

  test('sees no case without an actor, and cannot take the public’s part or the owner’s', async () => {
    expect(await attempt(staff, 'select * from "case"')).toEqual([])
    expect(await attempt(staff, 'select * from sealed_field')).toEqual([])
    for (const sql of [
      'set role alongside_public',
      'set role alongside_owner',
      `select accept_submission('{}')`,
      `select find_return_code('\\x00')`,
      'select * from draft',
      'delete from audit_event',
      'update "case" set status = status',
    ])
      expect(await attempt(staff, sql), sql).toBe(denied)
  })
})
