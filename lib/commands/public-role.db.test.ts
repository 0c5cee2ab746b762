import { beforeAll, expect, test } from 'vitest'
import { ensureKeys, leastReport, play, reporter } from '../../e2e/factories/play'
import { db } from '@/lib/db/client'
import type { Prisma } from '@/lib/db/generated/client'
import { openDraft } from '@/lib/drafts/read-draft'
import { findJourney } from '@/lib/journeys/find-journey'
import { draftRow } from './intake-rows'
import { makeSubmission } from './make-submission'

/** All that the public side of the product calls. */
const functions = [
  'draft_read(bytea, timestamptz)',
  'draft_create(bytea, bytea, timestamptz, timestamptz)',
  'draft_replace(bytea, integer, bytea, timestamptz)',
  'draft_delete(bytea)',
  'accept_submission(jsonb)',
  'accept_equality(jsonb)',
  'find_return_code(bytea)',
  'follow_up_status(uuid)',
  'follow_up_messages(uuid, timestamptz)',
  'accept_message(jsonb)',
]

beforeAll(ensureKeys)

/** Runs `work` as a role that may call `allowed` and nothing else. The role is gone afterwards. */
async function asRole<T>(allowed: readonly string[], work: (tx: Prisma.TransactionClient) => Promise<T>) {
  return db().$transaction(async (tx) => {
    await tx.$executeRawUnsafe('create role intake_probe nologin nobypassrls')
    await tx.$executeRawUnsafe('grant usage on schema public to intake_probe')
    for (const name of allowed)
      await tx.$executeRawUnsafe(`grant execute on function ${name} to intake_probe`)
    await tx.$executeRawUnsafe('set local role intake_probe')
    const result = await work(tx)
    await tx.$executeRawUnsafe('reset role')
    await tx.$executeRawUnsafe('drop owned by intake_probe')
    await tx.$executeRawUnsafe('drop role intake_probe')
    return result
  })
}

test('a role that may only call the functions can take in a submission', async () => {
  const cookie = await play(reporter, leastReport)
  const opened = await openDraft('public', cookie)
  const journey = findJourney('report')
  const held = opened?.draft.journeys.report
  if (!opened || !journey || !held) throw new Error('the draft was just made')
  const made = await makeSubmission({
    journey,
    journeyId: 'report',
    answers: held.answers,
    token: held.token,
    locale: 'en',
    channel: 'online',
  })
  const draft = await draftRow(opened, { ...opened.draft, sent: made.sent })
  const rows = JSON.stringify({ ...made.rows, draft })
  const outcomes = await asRole(
    functions,
    (tx) => tx.$queryRaw<{ outcome: string }[]>`select outcome from accept_submission(${rows}::jsonb)`,
  )
  expect(outcomes).toEqual([{ outcome: 'accepted' }])
})

test.each([
  'draft',
  'submission',
  '"case"',
  'sealed_box',
  'sealed_field',
  'key_wrap',
  'return_code',
  'message',
  'account',
])('and can read or change nothing of %s', async (table) => {
  for (const statement of [`select * from ${table}`, `delete from ${table}`]) {
    const attempt = asRole(functions, (tx) => tx.$queryRawUnsafe(statement))
    await expect(attempt).rejects.toThrow(/permission denied|DatabaseAccessDenied|denied/i)
  }
})

test('nobody may call the functions unasked', async () => {
  const attempt = asRole([], (tx) => tx.$queryRaw`select accept_submission('{}'::jsonb)::text`)
  await expect(attempt).rejects.toThrow(/permission denied|denied/i)
})
