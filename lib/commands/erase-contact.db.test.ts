import { tmpdir } from 'node:os'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { converse } from '../../e2e/factories/converse'
import { ensureKeys } from '../../e2e/factories/play'
import { putPlan, withName } from '../../e2e/factories/reached-case'
import { seedAccounts, seedId } from '@/prisma/seed/seed-accounts'
import { seededOfficers, seedOfficers } from '@/prisma/seed/seed-officers'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import type { Actor } from '@/lib/domain/policy'
import { openCase } from '@/lib/queries/open-case'
import { closeCase } from './close-case'
import { eraseCase, requestErasure } from './erase-case'
import { noteSeen } from './note-seen'
import { recordContact } from './record-contact'
import { sendMessage } from './send-message'
import { snoozeCase } from './snooze-case'
import { writeAgreement } from './write-agreement'
import { writeLetter } from './write-letter'
import { newMessageToken, writeMessage } from './write-message'

const asker: Actor = {
  ...{ id: seedId('account', 'supervisor@example.test'), name: 'Helen', role: 'supervisor', districts: [] },
}
const decider: Actor = { ...asker, id: seedId('account', 'erasing@example.test') }
const ways = { othersSee: 'no', contactWhen: 'any-time', maySay: 'neutral' }

// A letter is written where something sends it. Nothing sends in this test.
vi.stubEnv('SEND_TEXT_BY', 'catcher')
vi.stubEnv('OUTBOX_DIR', tmpdir())
afterAll(() => {
  vi.unstubAllEnvs()
})
beforeAll(async () => {
  await ensureKeys()
  await seedAccounts(seededOfficers(currentForce()))
  await seedOfficers(currentForce(), new Date())
  const { id, role } = decider
  await ownerDb().account.create({ data: { id, email: 'erasing@example.test', name: 'Erin', role } })
})

/** What hangs on a case or a submission, by table; and of the words in it, which of `words` are there. */
async function hanging(ids: { readonly case: string; readonly submission: string }) {
  const db = ownerDb()
  const columns = await db.$queryRaw<{ table: string; column: string }[]>`
    SELECT c.table_name AS "table", c.column_name AS "column" FROM information_schema.columns c
      JOIN information_schema.tables t USING (table_schema, table_name)
     WHERE c.table_schema = 'public' AND c.column_name IN ('case_id', 'submission_id') AND t.table_type = 'BASE TABLE'
     ORDER BY 1, 2`
  const counts: Record<string, number> = {}
  for (const { table, column } of columns) {
    const id = column === 'case_id' ? ids.case : ids.submission
    const [row] = await db.$queryRawUnsafe<{ count: number }[]>(
      `SELECT count(*)::integer AS count FROM "${table}" WHERE "${column}" = $1::uuid`,
      id,
    )
    if (row !== undefined && row.count > 0) counts[`${table}.${column}`] = row.count
  }
  return counts
}

const sealedIn = async (ids: readonly string[]) => {
  const where = { where: { boxId: { in: [...ids] } } }
  return [await ownerDb().sealedField.count(where), await ownerDb().keyWrap.count(where)]
}

/** Everything that reaching somebody leaves, of each kind at least one. */
async function reachedCase() {
  const { reference, submissionId, cookie } = await converse({ ...withName, ...ways })
  const row = () => ownerDb().case.findUniqueOrThrow({ where: { reference } })
  const seen = async () => ({ reference, version: (await row()).version })
  const { id } = await row()
  await snoozeCase(asker, { ...(await seen()), reason: 'other-work', length: 'two-hours' })
  await openCase(asker, reference, 'supervision')
  await noteSeen(asker, id, new Date())
  await ownerDb().casePresence.create({
    data: { caseId: id, accountId: asker.id, page: 1, seenAt: new Date() },
  })
  const letter = { way: 'text', template: '', text: 'Hello. Could you ring me?' }
  await writeLetter(asker, { ...(await seen()), ...letter, planVersion: 0 }, 'supervision')
  await putPlan(cookie, 'Sam Reyes', '07700900999')
  await writeLetter(asker, { ...(await seen()), ...letter, planVersion: 1 }, 'supervision')
  await recordContact(
    asker,
    {
      ...{ ...(await seen()), planVersion: 1, way: 'text', result: 'no-answer', next: 'try-again' },
      ...{ words: 'Nobody was there.', reason: '' },
    },
    'supervision',
  )
  await writeMessage({ cookie, text: 'He is outside with a knife', token: newMessageToken(), danger: 'yes' })
  await sendMessage(asker, { ...(await seen()), text: 'Are you safe?' }, 'supervision')
  await writeAgreement(asker, { ...(await seen()), text: 'A call on Friday' })
  const disposition = 'advice'
  await closeCase(asker, { ...(await seen()), disposition, reason: 'Done.' })
  return { id, reference, submissionId, seen }
}

test('erasing a case leaves nothing of how somebody was reached, of what was said, nor of who had it on their desk', async () => {
  const { id, submissionId, seen } = await reachedCase()
  const ids = { case: id, submission: submissionId }
  const before = await hanging(ids)
  expect(Object.keys(before)).toEqual(expect.arrayContaining(there))
  const boxes = await ownerDb().$queryRaw<
    { id: string }[]
  >`SELECT b::text AS id FROM boxes_of_case(${id}::uuid) b`
  const sealed = boxes.map((box) => box.id)
  expect(sealed.length).toBeGreaterThan(8)
  expect(await sealedIn(sealed)).not.toContain(0)

  await requestErasure(asker, { ...(await seen()), reason: 'retention-over' })
  await eraseCase({ actor: decider, strongAt: new Date() }, await seen())

  expect(Object.keys(await hanging(ids))).toEqual(left)
  expect(await sealedIn(sealed)).toEqual([0, 0])
  // The name of the submission's own box alone.
  expect(await ownerDb().sealedBox.count({ where: { id: { in: sealed } } })).toBe(1)
  const went = await ownerDb().outbound.findMany({ where: { caseId: id } })
  expect(went.map(({ boxId }) => boxId)).toEqual(went.map(() => null))
  const events = await ownerDb().caseEvent.findMany({ where: { caseId: id } })
  expect(events.filter(({ boxId }) => boxId !== null)).toEqual([])
})

/** What happened and when, in codes, and that something went out: the bare record, its history and the audit. */
const left = [
  ...['audit_event.case_id', 'case.submission_id', 'case_event.case_id', 'erasure_request.case_id'],
  'outbound.case_id',
]

/** What the case of this test has of each kind, so that it is known to go. */
const there = [
  ...['contact_plan', 'agreement', 'message', 'return_code'].map((table) => `${table}.submission_id`),
  ...['case_seen', 'case_snooze', 'case_presence', 'outbound'].map((table) => `${table}.case_id`),
]
