import { randomBytes, randomUUID } from 'node:crypto'
import pg from 'pg'
import { rateOf, type Rate } from './rate.ts'

interface Template {
  readonly fields: readonly { readonly field: string; readonly ciphertext: Buffer }[]
  readonly wraps: readonly { readonly key_id: string; readonly wrap: Buffer }[]
  readonly draft: Buffer
}

// The rows of one submission, as one prepared statement without a function: what the server can do at best.
const insertSubmission = `
with box as (insert into sealed_box (id, purpose, suite) values ($1, 'submission', 1)),
 fields as (insert into sealed_field (box_id, field, version, ciphertext)
   select $1, * from (values ($2::text, 1, $3::bytea), ($4, 1, $5), ($6, 1, $7)) as f),
 wraps as (insert into key_wrap (box_id, key_id, wrap) select $1, * from (values ($8::text, $9::bytea), ($10, $11)) as w),
 sent as (insert into submission (id, reference, kind, channel, force, journey_version, locale, token_hash, received_at, box_id)
   values ($12, $13, 'report', 'online', 'hertfordshire', 1, 'en', $14, now(), $1)),
 opened as (insert into "case" (id, reference, submission_id, force, kind, channel, district, strands, risk_suggested,
   risk_rank, risk_rules, wants_officer, languages, excluded_districts, received_at, promised_by)
   values ($15, $13, $12, 'hertfordshire', 'report', 'online', null, '{}', 'low', 2, '{}', true, '{}', '{}', now(), now())),
 seen as (insert into audit_event (at, action, case_id, reference) values (now(), 'collected', $15, $13)),
 told as (insert into case_event (id, case_id, at, type) values ($16, $15, now(), 'received'))
update draft set revision = revision + 1, ciphertext = $17 where lookup = $18`

/** Submissions a second that PostgreSQL takes from a bare driver: the same rows and sizes, `atOnce` connections. */
export async function rawSubmissionRate(url: string, atOnce: number, seconds: number): Promise<Rate> {
  const template = await newestSubmission(url)
  const workers = await Promise.all(Array.from({ length: atOnce }, () => connectWorker(url, template)))
  const rate = await rateOf(atOnce, seconds, async (number) => workers[number]?.insert())
  await Promise.all(workers.map((worker) => worker.end()))
  return rate
}

async function newestSubmission(url: string): Promise<Template> {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const { rows } = await client.query<{ box_id: string }>(
    'select box_id from submission order by received_at desc limit 1',
  )
  const box = rows[0]?.box_id
  const fields = await client.query<Template['fields'][number]>(
    'select field, ciphertext from sealed_field where box_id = $1',
    [box],
  )
  const wraps = await client.query<Template['wraps'][number]>(
    'select key_id, wrap from key_wrap where box_id = $1',
    [box],
  )
  await client.end()
  if (fields.rows.length !== 3 || wraps.rows.length !== 2)
    throw new Error('A submission no longer has three fields and two wraps.')
  return { fields: fields.rows, wraps: wraps.rows, draft: randomBytes(2048) }
}

async function connectWorker(url: string, { fields, wraps, draft }: Template) {
  const client = new pg.Client({ connectionString: url })
  await client.connect()
  const lookup = randomBytes(32)
  await client.query(
    `insert into draft (lookup, ciphertext, expires_at) values ($1, $2, now() + interval '1 hour')`,
    [lookup, draft],
  )
  const insert = async () => {
    const sealed = [
      ...fields.flatMap((one) => [one.field, one.ciphertext]),
      ...wraps.flatMap((one) => [one.key_id, one.wrap]),
    ]
    const reference = randomBytes(8).toString('hex')
    const values = [
      randomUUID(),
      ...sealed,
      randomUUID(),
      reference,
      randomBytes(32),
      randomUUID(),
      randomUUID(),
      draft,
      lookup,
    ]
    await client.query({ name: 'insert-submission', text: insertSubmission, values })
  }
  return { insert, end: () => client.end() }
}
