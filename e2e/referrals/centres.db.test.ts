import { randomUUID } from 'node:crypto'
import { beforeAll, expect, it } from 'vitest'
import { asOf } from '@/lib/adapters/clock'
import { addCentre, placeWorker, stopCentre } from '@/lib/commands/keep-centres'
import { startRecording } from '@/lib/commands/start-recording'
import { submitJourney } from '@/lib/commands/submit-journey'
import { asActor } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import type { Actor } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/words'
import { openDraft } from '@/lib/drafts/read-draft'
import { openCase } from '@/lib/queries/open-case'
import { sentByMe } from '@/lib/queries/sent-by-me'
import { ensureKeys, leastReport, play } from '../factories/play'

const at = new Date('2026-11-22T12:00:00Z')
let administrator: Actor
let centreId: string

async function somebody(role: Role): Promise<Actor> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: 'Sam', role } })
  return { id, name: 'Sam', role, districts: [] }
}
const by = (actor: Actor) => ({ actor, strongAt: at })
const codeOf = (act: () => Promise<unknown>) =>
  asOf(at, act).then(
    () => 'done',
    (error: unknown) => (error as { code?: string }).code,
  )

async function newCentre(name = `Centre ${randomUUID()}`): Promise<string> {
  await asOf(at, () => addCentre(by(administrator), name))
  return (await ownerDb().centre.findFirstOrThrow({ where: { name } })).id
}

async function newWorker(centre = centreId): Promise<Actor> {
  const worker = await somebody('centre-worker')
  await asOf(at, () => placeWorker(by(administrator), worker.id, centre))
  return worker
}

/** Records the least there is, as somebody of a centre, and gives its reference. */
async function record(actor: Actor): Promise<string> {
  const cookie = await startRecording(actor, 'third-party-centre', undefined)
  await play({ slot: 'record', journeyId: 'report', channel: 'third-party-centre' }, leastReport, cookie)
  const token = (await openDraft('record', cookie))?.draft.journeys.report?.token ?? ''
  const result = await submitJourney({
    ...{ slot: 'record', channel: 'third-party-centre', journeyId: 'report', locale: 'en' },
    ...{ token, cookie, recordedBy: actor },
  })
  if (!result.ok) throw new Error('It was not sent.')
  return result.sent.reference
}

beforeAll(async () => {
  await ensureKeys()
  administrator = await somebody('administrator')
  centreId = await newCentre('The Friday Centre')
})

it('what a centre records is in the queue by its channel, names the centre, and its recorder sees where it stands alone', async () => {
  const [worker, colleague] = [await newWorker(), await newWorker()]
  const reference = await record(worker)
  const made = await ownerDb().case.findUniqueOrThrow({ where: { reference } })
  expect(made).toMatchObject({ channel: 'third-party-centre', recordedById: worker.id, status: 'new' })
  const opened = await openCase(await somebody('supervisor'), reference, 'supervision')
  expect(opened?.transcript[0]?.rows.map(({ value }) => value)).toEqual(['The Friday Centre'])
  expect(await sentByMe(worker, 'third-party-centre')).toMatchObject([{ reference, standing: 'new' }])
  expect(await sentByMe(colleague, 'third-party-centre')).toEqual([])
  for (const actor of [worker, colleague]) {
    const rows = await asActor(actor, async (tx) => [
      ...(await tx.case.findMany()),
      ...(await tx.caseEvent.findMany()),
      ...(await tx.submission.findMany()),
      ...(await tx.sealedBox.findMany()),
      ...(await tx.referralKey.findMany({ where: { sender: { stoppedAt: null, force: 'none' } } })),
    ])
    expect(rows).toEqual([])
  }
  expect(await codeOf(() => openCase(worker, reference, 'supervision'))).toBe('not-found')
})

it('whoever works for none, or for one that was stopped, records nothing; and in no other way', async () => {
  expect(await codeOf(() => record(worker0))).toBe('forbidden')
  const worker = await newWorker()
  expect(await codeOf(() => startRecording(worker, 'phone-101', undefined))).toBe('invalid')
  const other = await newCentre()
  const stopped = await newWorker(other)
  await asOf(at, () => stopCentre(by(administrator), other))
  expect(await codeOf(() => record(stopped))).toBe('forbidden')
  expect(await codeOf(() => placeWorker(by(administrator), worker.id, other))).toBe('conflict')
})
let worker0: Actor
beforeAll(async () => {
  worker0 = await somebody('centre-worker')
})

it('a worker is of one centre; only of this role is anybody placed', async () => {
  const worker = await newWorker()
  const other = await newCentre()
  await asOf(at, () => placeWorker(by(administrator), worker.id, other))
  expect(await ownerDb().centreWorker.findMany({ where: { accountId: worker.id } })).toMatchObject([
    { centreId: other },
  ])
  const triager = await somebody('triager')
  expect(await codeOf(() => placeWorker(by(administrator), triager.id, other))).toBe('not-found')
  expect(await codeOf(() => addCentre(by(administrator), 'The Friday Centre'))).toBe('sender-exists')
})

it.each(['supervisor', 'triager', 'auditor', 'centre-worker'] as const)(
  'a %s keeps no centres',
  async (role) => {
    const actor = await somebody(role)
    expect(await codeOf(() => addCentre(by(actor), 'Another'))).toBe('forbidden')
    // The database looks up the role by the account; a claim counts for nothing.
    const claimed = by({ ...actor, role: 'administrator' })
    await expect(asOf(at, () => addCentre(claimed, `Another ${actor.id}`))).rejects.toThrow(
      'row-level security policy for table "centre"',
    )
  },
)
