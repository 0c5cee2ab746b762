import { randomUUID } from 'node:crypto'
import { existsSync } from 'node:fs'
import { beforeAll, describe, expect, it } from 'vitest'
import { seedAccounts, seedId } from '@/prisma/seed/seed-accounts'
import { sendCase } from '@/prisma/seed/seed-cases'
import { seedDistricts } from '@/prisma/seed/seed-districts'
import { seededOfficers, seedOfficers } from '@/prisma/seed/seed-officers'
import { urgentCases } from '@/prisma/seed/urgent-cases'
import { currentForce } from '@/lib/config/current-force'
import { env } from '@/lib/config/env'
import { ownerDb } from '@/lib/db/owner'
import { DomainError } from '@/lib/domain/errors'
import type { OffenceAnswer } from '@/lib/domain/offence'
import type { Actor } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/words'
import { listAttention } from '@/lib/queries/list-attention'
import { listQueue } from '@/lib/queries/list-queue'
import { ownTasks, tasksOf } from '@/lib/queries/list-tasks'
import { openCase } from '@/lib/queries/open-case'
import { createKeys } from '@/lib/sealing/create-keys'
import { addNote } from './add-note'
import { askClosing } from './ask-closing'
import { closeCase } from './close-case'
import { decideRisk } from './decide-risk'
import { approveClosing, refuseClosing, takeBackClosing } from './decide-closing'
import { today } from './journey-setting'
import { handCaseBack } from './hand-back'
import { handOverBook } from './hand-over-book'
import { markTask } from './mark-task'
import { markTension } from './mark-tension'
import { recordCrime } from './record-crime'
import { notePrinting } from './note-printing'
import { setTask } from './set-task'
import { takeCase } from './take-case'
import { mergeCase, unmergeCase } from './tie-cases'
import { transferCase } from './transfer-case'

const { home } = seedDistricts(currentForce())

function actor(part: string, role: Role, districts: readonly string[] = []): Actor {
  return { id: seedId('account', `${part}@example.test`), name: part, role, districts }
}

const officer = actor('officer', 'liaison-officer', [home])
const supervisor = actor('supervisor', 'supervisor')
const triager = actor('triager', 'triager')
const elsewhere = actor('lena.fischer', 'liaison-officer', ['nowhere'])

beforeAll(async () => {
  if (!existsSync(env().KEY_DIR)) await createKeys(env().KEY_DIR)
  await seedAccounts(seededOfficers(currentForce()))
  await seedOfficers(currentForce(), new Date())
})

/** A fresh case that the officer has taken: version 2. */
async function ownCase(): Promise<string> {
  const [first] = urgentCases
  if (first === undefined) throw new Error('no case')
  const reference = await sendCase(first)
  await takeCase(officer, { reference, version: 1 })
  return reference
}

async function codeOf(act: Promise<unknown>): Promise<string> {
  try {
    await act
    return 'allowed'
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

const actionsOf = async (reference: string) => {
  const rows = await ownerDb().auditEvent.findMany({ where: { reference }, orderBy: { seq: 'asc' } })
  return rows.map(({ action }) => action)
}

describe('a note', () => {
  it('says whether it is known, thought or heard, and nothing where it is about the work', async () => {
    const reference = await ownCase()
    for (const [index, nature] of ['fact', 'opinion', 'heard', 'work', ''].entries())
      await addNote(officer, { reference, version: 2 + index, text: 'Words.', nature })
    await addNote(officer, { reference, version: 7, text: 'Words.' })
    const events = await ownerDb().caseEvent.findMany({
      where: { case: { reference }, type: 'noted' },
      orderBy: { at: 'asc' },
    })
    expect(events.map(({ detail }) => detail)).toEqual([
      ...[{ nature: 'fact' }, { nature: 'opinion' }, { nature: 'heard' }],
      ...[{}, {}, {}],
    ])
  })

  it('is refused where it is of no kind there is', async () => {
    const reference = await ownCase()
    expect(await codeOf(addNote(officer, { reference, version: 2, text: 'x', nature: 'rumour' }))).toBe(
      'invalid',
    )
    expect(await actionsOf(reference)).not.toContain('noted')
  })
})

describe('a story for paper', () => {
  it('leaves a row of its own, and of whoever may not open the case a refusal alone', async () => {
    const reference = await ownCase()
    await notePrinting(officer, reference)
    expect((await actionsOf(reference)).filter((action) => action === 'printed')).toHaveLength(1)
    expect(await codeOf(notePrinting(elsewhere, reference))).toBe('not-found')
    expect((await actionsOf(reference)).slice(-2)).toEqual(['printed', 'refused'])
  })
})

const idOf = async (reference: string) =>
  (await ownerDb().case.findUniqueOrThrow({ where: { reference }, select: { id: true } })).id
const task = { text: 'Ring the housing officer.', due: today(), to: '' }

describe('a task', () => {
  it('is set with sealed words, is in the list of whoever has the case, and is done and opened again', async () => {
    const reference = await ownCase()
    await setTask(officer, { reference, version: 2, ...task })
    const caseId = await idOf(reference)
    const [set] = await tasksOf(officer, caseId)
    if (set === undefined) throw new Error('no task')
    expect(set).toMatchObject({ dueOn: today(), assignee: null, done: null })
    const opened = await openCase(officer, reference, 'my-case')
    expect(opened?.notes.get(set.boxId ?? '')).toBe('Ring the housing officer.')
    const isListed = async (who: Actor) => (await ownTasks(who)).some((one) => one.reference === reference)
    expect([await isListed(officer), await isListed(supervisor)]).toEqual([true, false])

    const mark = (version: number, isDone: boolean) =>
      codeOf(markTask(officer, { reference, version, task: set.id, isDone }))
    expect(await mark(2, true)).toBe('conflict')
    expect(await mark(3, false)).toBe('bad-transition')
    expect(await mark(3, true)).toBe('allowed')
    expect(await isListed(officer)).toBe(false)
    expect((await tasksOf(officer, caseId))[0]?.done).not.toBeNull()
    expect(await mark(4, true)).toBe('bad-transition')
    expect(await mark(4, false)).toBe('allowed')
    expect(await isListed(officer)).toBe(true)
    expect((await actionsOf(reference)).filter((action) => action.startsWith('task-'))).toEqual([
      ...['task-set', 'task-done', 'task-opened'],
    ])
  })

  it('is for whoever may see the case, on a day that can be, with words', async () => {
    const reference = await ownCase()
    const set = (more: Partial<typeof task>) =>
      codeOf(setTask(officer, { reference, version: 2, ...task, ...more }))
    for (const to of [elsewhere.id, triager.id, 'nobody']) expect(await set({ to }), to).toBe('invalid')
    expect(await set({ due: '2020-01-01' })).toBe('invalid')
    expect(await set({ due: 'soon' })).toBe('invalid')
    expect(await set({ text: ' ' })).toBe('invalid')
    expect(await codeOf(setTask(elsewhere, { reference, version: 2, ...task }))).toBe('not-found')
    expect(await set({ to: supervisor.id })).toBe('allowed')
    expect((await ownTasks(supervisor)).map((one) => one.reference)).toContain(reference)
  })

  it('is in the list of whoever has the case where whoever was named may see it no more', async () => {
    const reference = await ownCase()
    await setTask(supervisor, { reference, version: 2, ...task, to: officer.id })
    const colleague = actor('quinn.doyle', 'liaison-officer', [home])
    const isListed = async (who: Actor) => (await ownTasks(who)).some((one) => one.reference === reference)
    expect([await isListed(officer), await isListed(colleague)]).toEqual([true, false])
    await transferCase(officer, { reference, version: 3, to: colleague.id, reason: 'My shift ends.' })
    expect([await isListed(officer), await isListed(colleague)]).toEqual([false, true])
  })

  it('is not set on a closed case, and none of another case is marked', async () => {
    const [reference, other] = [await ownCase(), await ownCase()]
    await setTask(officer, { reference: other, version: 2, ...task })
    const [of] = await tasksOf(officer, await idOf(other))
    const seen = { reference, version: 2, task: of?.id ?? '', isDone: true }
    expect(await codeOf(markTask(officer, seen))).toBe('invalid')
    expect(await codeOf(markTask(officer, { ...seen, task: 'x' }))).toBe('invalid')
    await closeCase(supervisor, { reference, version: 2, disposition: 'advice', reason: 'Said.' })
    expect(await codeOf(setTask(officer, { reference, version: 3, ...task }))).toBe('bad-transition')
  })

  it('is nothing to those who may not open the case, and is late in the queue from the day after', async () => {
    const reference = await ownCase()
    await setTask(officer, { reference, version: 2, ...task })
    const caseId = await idOf(reference)
    const mark = async (who: Actor) => {
      const { rows } = await listQueue(who, { page: 1 }, 50, [reference])
      return rows.map(({ taskLate }) => taskLate)
    }
    expect(await mark(officer)).toEqual([false])
    await ownerDb().caseTask.updateMany({ where: { caseId }, data: { dueOn: new Date('2026-01-01') } })
    expect([await mark(officer), await mark(supervisor)]).toEqual([[true], [true]])
    // An officer of the district who sees the headline alone.
    const near = actor('quinn.doyle', 'liaison-officer', [home])
    expect(await tasksOf(near, caseId)).toEqual([])
    expect(await mark(near)).not.toContain(true)
  })
})

const ended = { disposition: 'advice', reason: 'They have what they wanted.', isRisk: null }
const versionOf = async (reference: string) =>
  (await ownerDb().case.findUniqueOrThrow({ where: { reference }, select: { version: true } })).version
const now = async (reference: string) => ({ reference, version: await versionOf(reference) })

/** A case of high risk that the officer has: closing it needs approval. */
async function highCase(): Promise<string> {
  const reference = await ownCase()
  await decideRisk(officer, { ...(await now(reference)), risk: 'high', reason: 'They fear for tonight.' })
  return reference
}

describe('closing a case of high risk', () => {
  it('is asked for by whoever has it, and done by a supervisor who did not ask', async () => {
    const reference = await highCase()
    expect(await codeOf(closeCase(officer, { ...(await now(reference)), ...ended }))).toBe('needs-approval')
    await askClosing(officer, { ...(await now(reference)), ...ended })
    expect(await codeOf(askClosing(officer, { ...(await now(reference)), ...ended }))).toBe('bad-transition')
    expect(await codeOf(closeCase(officer, { ...(await now(reference)), ...ended }))).toBe('own-request')
    const { closings } = await listAttention(supervisor)
    expect(closings.find((one) => one.reference === reference)).toMatchObject({ disposition: 'advice' })

    const decide = async (who: Actor, reason = 'I have read it.') =>
      codeOf(approveClosing(who, { ...(await now(reference)), reason }, null))
    expect(await decide(officer)).toBe('own-request')
    expect(await decide(triager)).toBe('not-found')
    expect(await decide(supervisor, ' ')).toBe('invalid')
    expect(await decide(supervisor)).toBe('allowed')
    const row = await ownerDb().case.findUniqueOrThrow({ where: { reference } })
    expect(row).toMatchObject({ status: 'closed', disposition: 'advice' })
    expect(await ownerDb().closureRequest.findFirst({ where: { caseId: row.id } })).toMatchObject({
      ...{ outcome: 'approved', decidedById: supervisor.id, askedById: officer.id },
    })
    expect(await decide(supervisor)).toBe('bad-transition')
  })

  it('is not closed with another ending while one is asked for', async () => {
    const reference = await highCase()
    await askClosing(officer, { ...(await now(reference)), ...ended })
    const close = async (disposition: string) =>
      codeOf(closeCase(supervisor, { ...(await now(reference)), ...ended, disposition }))
    expect(await close('support-only')).toBe('asked-otherwise')
    expect(await close(ended.disposition)).toBe('allowed')
  })

  it('is refused with a reason, or taken back by whoever asked, and can be asked for again', async () => {
    const reference = await highCase()
    const ask = async () => codeOf(askClosing(officer, { ...(await now(reference)), ...ended }))
    expect(await ask()).toBe('allowed')
    const refuse = async (who: Actor, reason = 'Ring them once more.') =>
      codeOf(refuseClosing(who, { ...(await now(reference)), reason }))
    expect(await refuse(officer)).toBe('forbidden')
    expect(await refuse(supervisor, '')).toBe('invalid')
    expect(await codeOf(takeBackClosing(supervisor, await now(reference)))).toBe('bad-transition')
    expect(await refuse(supervisor)).toBe('allowed')
    expect(await refuse(supervisor)).toBe('bad-transition')
    expect(await ask()).toBe('allowed')
    expect(await codeOf(takeBackClosing(officer, await now(reference)))).toBe('allowed')
    const asked = await ownerDb().closureRequest.findMany({
      where: { case: { reference } },
      orderBy: { askedAt: 'asc' },
    })
    expect(asked.map(({ outcome }) => outcome)).toEqual(['refused', 'taken-back'])
    const opened = await openCase(supervisor, reference, 'supervision')
    expect([...(opened?.notes.values() ?? [])]).toContain('Ring them once more.')
  })

  it('is refused of a merged case as of any other', async () => {
    const reference = await highCase()
    expect(await codeOf(askClosing(officer, { ...(await now(reference)), ...ended }))).toBe('allowed')
    await mergeCase(supervisor, { ...(await now(reference)), other: await ownCase() })
    const reason = 'Ring them first.'
    expect(await codeOf(refuseClosing(supervisor, { ...(await now(reference)), reason }))).toBe('allowed')
  })

  it('is no supervisor’s alone while they have the case themselves, by the database either', async () => {
    const reference = await highCase()
    await ownerDb().case.update({ where: { reference }, data: { assigneeId: supervisor.id } })
    expect(await codeOf(closeCase(supervisor, { ...(await now(reference)), ...ended }))).toBe(
      'needs-approval',
    )
    await askClosing(supervisor, { ...(await now(reference)), ...ended })
    const own = approveClosing(supervisor, { ...(await now(reference)), reason: 'Mine.' }, null)
    expect(await codeOf(own)).toBe('own-request')
    const { id } = await ownerDb().closureRequest.findFirstOrThrow({ where: { case: { reference } } })
    const data = { decidedAt: new Date(), decidedById: supervisor.id, outcome: 'approved' }
    await expect(ownerDb().closureRequest.update({ where: { id }, data })).rejects.toThrow(/check/u)
  })

  it('needs nobody else where the risk is lower, or a supervisor closes what another has', async () => {
    const low = await ownCase()
    await decideRisk(supervisor, { ...(await now(low)), risk: 'low', reason: 'Moved away.' })
    expect(await codeOf(closeCase(officer, { ...(await now(low)), ...ended }))).toBe('allowed')
    const high = await highCase()
    expect(await codeOf(closeCase(supervisor, { ...(await now(high)), ...ended }))).toBe('allowed')
  })

  it('is not done by whoever says alone that its risk is lower, until somebody else agrees', async () => {
    const reference = await highCase()
    const lower = async (who: Actor) =>
      decideRisk(who, { ...(await now(reference)), risk: 'low', reason: 'Moved away.' })
    const closed = async (who: Actor) => codeOf(closeCase(who, { ...(await now(reference)), ...ended }))
    await lower(supervisor)
    expect(await closed(supervisor)).toBe('needs-approval')
    await lower(officer)
    await decideRisk(officer, { ...(await now(reference)), risk: 'high', reason: 'They wrote again.' })
    await lower(officer)
    // What the supervisor said before stands: low. The officer only came back to it.
    expect(await closed(officer)).toBe('allowed')

    const second = await highCase()
    await decideRisk(supervisor, { ...(await now(second)), risk: 'high', reason: 'Still.' })
    await decideRisk(officer, { ...(await now(second)), risk: 'low', reason: 'Moved away.' })
    expect(await codeOf(closeCase(officer, { ...(await now(second)), ...ended }))).toBe('needs-approval')
    expect(await codeOf(closeCase(supervisor, { ...(await now(second)), ...ended }))).toBe('allowed')
  })

  it('is not done alone where it was merged, for whoever had the other had it too', async () => {
    const reference = await highCase()
    await mergeCase(supervisor, { ...(await now(reference)), other: await ownCase() })
    await unmergeCase(supervisor, await now(reference))
    expect(await codeOf(closeCase(supervisor, { ...(await now(reference)), ...ended }))).toBe(
      'needs-approval',
    )
  })

  it('is not done alone by a supervisor who had it, whoever has it now', async () => {
    for (const given of [null, officer]) {
      const [first] = urgentCases
      if (first === undefined) throw new Error('no case')
      const reference = await sendCase(first)
      await takeCase(supervisor, { reference, version: 1 })
      await decideRisk(supervisor, { ...(await now(reference)), risk: 'high', reason: 'Tonight.' })
      const reason = 'Another can do this better.'
      if (given === null) await handCaseBack(supervisor, { ...(await now(reference)), reason })
      else await transferCase(supervisor, { ...(await now(reference)), reason, to: given.id })
      expect(await codeOf(closeCase(supervisor, { ...(await now(reference)), ...ended }))).toBe(
        'needs-approval',
      )
    }
  })
})

describe('a decision about the risk', () => {
  it('has a day by which it is looked at again, and is shown to supervisors once that is over', async () => {
    const reference = await ownCase()
    const decide = async (again?: string) =>
      codeOf(
        decideRisk(officer, {
          ...{ ...(await now(reference)), risk: 'medium', reason: 'Said.' },
          ...(again === undefined ? {} : { again }),
        }),
      )
    const day = async () =>
      (await ownerDb().case.findUniqueOrThrow({ where: { reference } })).riskReviewOn
        ?.toISOString()
        .slice(0, 10)
    expect(await decide('2020-01-01')).toBe('invalid')
    expect(await decide()).toBe('allowed')
    expect((await day()) ?? '').toMatch(/^\d{4}-\d{2}-\d{2}$/u)
    expect(((await day()) ?? '') > today()).toBe(true)
    expect(await decide(today())).toBe('allowed')
    expect(await day()).toBe(today())
    const isLate = async () =>
      (await listAttention(supervisor)).risks.some((one) => one.reference === reference)
    expect(await isLate()).toBe(false)
    const riskReviewOn = new Date('2026-01-01')
    await ownerDb().case.update({ where: { reference }, data: { riskReviewOn } })
    expect(await isLate()).toBe(true)
    expect(await codeOf(listAttention(officer))).toBe('forbidden')
    // Merged, it is decided about in the one that goes on.
    await mergeCase(supervisor, { ...(await now(reference)), other: await ownCase() })
    expect(await isLate()).toBe(false)
  })
})

describe('possible tension in the community', () => {
  it('is a supervisor’s to mark and to take away, with a reason that is sealed', async () => {
    const reference = await ownCase()
    const mark = async (who: Actor, isMarked: boolean, reason = 'Posters near the mosque.') =>
      codeOf(markTension(who, { ...(await now(reference)), isMarked, reason }))
    expect(await mark(officer, true)).toBe('forbidden')
    expect(await mark(supervisor, true, '')).toBe('invalid')
    expect(await mark(supervisor, false)).toBe('bad-transition')
    expect(await mark(supervisor, true)).toBe('allowed')
    expect(await mark(supervisor, true)).toBe('bad-transition')
    const isListed = async () =>
      (await listAttention(supervisor)).tension.some((one) => one.reference === reference)
    expect(await isListed()).toBe(true)
    const events = JSON.stringify(await ownerDb().caseEvent.findMany({ where: { case: { reference } } }))
    expect(events).not.toContain('mosque')
    expect(await mark(supervisor, false)).toBe('allowed')
    expect(await isListed()).toBe(false)
  })
})

describe('what crime is recorded', () => {
  const crimeOf = (reference: string) =>
    ownerDb().case.findUniqueOrThrow({
      where: { reference },
      select: { offenceGroup: true, onlineFlag: true },
    })
  const record = async (
    who: Actor,
    reference: string,
    offence: OffenceAnswer | null,
    isOnline: boolean | null,
  ) => codeOf(recordCrime(who, { ...(await now(reference)), offence, isOnline }))

  it('is said and corrected by whoever works on the case, also that it is none', async () => {
    const reference = await ownCase()
    expect(await record(supervisor, reference, 'other', null)).toBe('crime-unanswered')
    expect(await record(officer, reference, null, true)).toBe('crime-unanswered')
    expect(await record(officer, reference, 'public-order', true)).toBe('allowed')
    expect(await record(officer, reference, 'public-order', true)).toBe('bad-transition')
    expect(await record(supervisor, reference, 'none', true)).toBe('allowed')
    expect(await crimeOf(reference)).toEqual({ offenceGroup: 'none', onlineFlag: true })
    const events = await ownerDb().caseEvent.findMany({
      where: { case: { reference }, type: 'crime-recorded' },
      orderBy: { at: 'asc' },
    })
    expect(events.map(({ detail }) => detail)).toEqual([
      { offence: 'public-order', online: true },
      { offence: 'none', online: true },
    ])
  })

  it('is said once the case is closed too, and not of one that goes on in another', async () => {
    const [reference, other] = [await ownCase(), await ownCase()]
    await ownerDb().case.update({
      where: { reference },
      data: { status: 'closed', closedAt: new Date(), disposition: 'crime' },
    })
    expect(await record(supervisor, reference, 'damage-arson', false)).toBe('allowed')
    await mergeCase(supervisor, { ...(await now(other)), other: await ownCase() })
    expect(await record(supervisor, other, 'damage-arson', false)).toBe('bad-transition')
    expect(await crimeOf(other)).toEqual({ offenceGroup: null, onlineFlag: null })
  })

  it('is nobody’s to say who may not decide about its risk', async () => {
    const reference = await ownCase()
    for (const role of ['call-handler', 'triager', 'auditor', 'administrator'] as const)
      expect(await record({ ...officer, id: randomUUID(), role }, reference, 'other', false), role).toMatch(
        /not-found|forbidden/u,
      )
    expect(await crimeOf(reference)).toEqual({ offenceGroup: null, onlineFlag: null })
  })
})

describe('handing over what somebody has', () => {
  const colleague = seedId('account', 'quinn.doyle@example.test')

  it('takes each case where the form says, with its own words or those for all, and loses nothing that changed', async () => {
    const [given, back, stays, changed] = await Promise.all([ownCase(), ownCase(), ownCase(), ownCase()])
    const cases = [given, back, stays, changed].map((reference) => ({ reference, version: 2 }))
    await addNote(officer, { reference: changed, version: 2, text: 'Meanwhile.' })
    const choices = new Map([
      [given, { to: colleague, note: 'Ring at six.' }],
      [back, { to: 'desk', note: ' ' }],
      [changed, { to: colleague, note: '' }],
    ])
    const choiceOf = (reference: string) => choices.get(reference) ?? { to: '', note: '' }
    expect(await handOverBook(officer, cases, choiceOf, 'My shift ends.')).toEqual([
      { reference: given, code: 'done' },
      { reference: back, code: 'done' },
      { reference: changed, code: 'conflict' },
    ])
    const holder = async (reference: string) => {
      const { assigneeId, status } = await ownerDb().case.findUniqueOrThrow({ where: { reference } })
      return [assigneeId, status]
    }
    expect(await holder(given)).toEqual([colleague, 'assigned'])
    expect(await holder(back)).toEqual([null, 'new'])
    expect(await holder(stays)).toEqual([officer.id, 'assigned'])
    expect(await holder(changed)).toEqual([officer.id, 'assigned'])
    const wordsOf = async (reference: string) => [
      ...((await openCase(supervisor, reference, 'supervision'))?.notes.values() ?? []),
    ]
    expect(await wordsOf(given)).toEqual(['Ring at six.'])
    expect(await wordsOf(back)).toEqual(['My shift ends.'])
    const answers = await ownerDb().caseOffer.findMany({ where: { case: { reference: back } } })
    expect(answers).toMatchObject([{ accountId: officer.id, outcome: 'declined', reason: 'away-soon' }])
  })

  it('does nothing at all where nothing is chosen, or one would go without words', async () => {
    const reference = await ownCase()
    const cases = [{ reference, version: 2 }]
    const hand = (to: string, note: string, all: string) =>
      codeOf(handOverBook(officer, cases, () => ({ to, note }), all))
    expect(await hand('', 'x', 'x')).toBe('none-chosen')
    expect(await hand('desk', '', ' ')).toBe('invalid')
    expect(await versionOf(reference)).toBe(2)
    const [other] = await handOverBook(elsewhere, cases, () => ({ to: 'desk', note: 'x' }), '')
    expect(other?.code).toBe('not-found')
  })
})
