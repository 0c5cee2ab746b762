import { beforeAll, describe, expect, it } from 'vitest'
import { everydayCases } from '@/prisma/seed/everyday-cases'
import { seedAccounts, seedId } from '@/prisma/seed/seed-accounts'
import { sendCase } from '@/prisma/seed/seed-cases'
import { seedDistricts } from '@/prisma/seed/seed-districts'
import { seededOfficers, seedOfficers } from '@/prisma/seed/seed-officers'
import { urgentCases } from '@/prisma/seed/urgent-cases'
import { currentForce } from '@/lib/config/current-force'
import { env } from '@/lib/config/env'
import { ownerDb } from '@/lib/db/owner'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/words'
import { getCaseHeadline } from '@/lib/queries/get-case-headline'
import { listCaseHistory } from '@/lib/queries/list-case-history'
import { listQueue } from '@/lib/queries/list-queue'
import { openCase } from '@/lib/queries/open-case'
import { openSubmission } from '@/lib/queries/open-submission'
import { policyContext } from '@/lib/queries/policy-context'
import { recordedCase } from '@/lib/queries/recorded-case'
import { createKeys } from '@/lib/sealing/create-keys'
import { addNote } from './add-note'
import { assignCase } from './assign-case'
import { closeCase } from './close-case'
import { decideRisk } from './decide-risk'
import { sendMessage } from './send-message'
import { setCaseStatus } from './set-status'
import { takeCase } from './take-case'
import { tellControlRoom } from './tell-control-room'
import { transferCase } from './transfer-case'

const { home, beside } = seedDistricts(currentForce())
const colleague = seedId('account', 'quinn.doyle@example.test')

function actor(part: string, role: Role, districts: readonly string[] = []): Actor {
  return { id: seedId('account', `${part}@example.test`), name: part, role, districts }
}

const officer = actor('officer', 'liaison-officer', [home, beside])
const elsewhere = actor('lena.fischer', 'liaison-officer', ['nowhere'])
const triager = actor('triager', 'triager')
const supervisor = actor('supervisor', 'supervisor')
const admin = actor('admin', 'administrator')
const auditor = actor('auditor', 'auditor')

beforeAll(async () => {
  if (!(await hasKeys())) await createKeys(env().KEY_DIR)
  const officers = seededOfficers(currentForce())
  await seedAccounts(officers)
  await seedOfficers(currentForce(), new Date())
})

async function hasKeys(): Promise<boolean> {
  const { existsSync } = await import('node:fs')
  return existsSync(env().KEY_DIR)
}

/** A fresh unassigned case in the officer's own district. */
async function freshCase(): Promise<string> {
  const [first] = urgentCases
  if (first === undefined) throw new Error('no case')
  return sendCase(first)
}

const found = (reference: string) => ownerDb().case.findUniqueOrThrow({ where: { reference } })
const auditOf = (reference: string) =>
  ownerDb().auditEvent.findMany({ where: { reference }, orderBy: { seq: 'asc' } })
const actionsOf = async (reference: string) => (await auditOf(reference)).map(({ action }) => action)
const typesOf = async (reference: string) => {
  const events = await ownerDb().caseEvent.findMany({
    where: { case: { reference } },
    orderBy: { at: 'asc' },
  })
  return events.map(({ type }) => type)
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

describe('an act on a case', () => {
  it('changes it, and writes its history and the audit', async () => {
    const reference = await freshCase()
    await takeCase(officer, { reference, version: 1 })
    expect(await found(reference)).toMatchObject({ status: 'assigned', assigneeId: officer.id, version: 2 })
    expect(await typesOf(reference)).toEqual(['received', 'taken'])
    expect((await auditOf(reference)).at(-1)).toMatchObject({
      action: 'taken',
      actorId: officer.id,
      role: 'liaison-officer',
    })
  })

  it('is refused when somebody else changed the case first, and then leaves no trace', async () => {
    const reference = await freshCase()
    await takeCase(officer, { reference, version: 1 })
    const before = {
      row: await found(reference),
      types: await typesOf(reference),
      audit: await actionsOf(reference),
    }
    expect(await codeOf(setCaseStatus(officer, { reference, version: 1, status: 'in-progress' }))).toBe(
      'conflict',
    )
    expect(await codeOf(addNote(officer, { reference, version: 1, text: 'late' }))).toBe('conflict')
    expect(await codeOf(addNote(officer, { reference, version: Number.NaN, text: 'late' }))).toBe('conflict')
    expect({
      row: await found(reference),
      types: await typesOf(reference),
      audit: await actionsOf(reference),
    }).toEqual(before)
  })

  it('goes to one of two people who try at the same moment', async () => {
    const reference = await freshCase()
    const other = { ...officer, id: colleague }
    const codes = await Promise.all(
      [officer, other].map((person) => codeOf(takeCase(person, { reference, version: 1 }))),
    )
    expect(codes.sort()).toEqual(['allowed', 'conflict'])
    expect(await typesOf(reference)).toEqual(['received', 'taken'])
  })

  it.each([
    ['an officer of another district', elsewhere, 'not-found'],
    ['an administrator', admin, 'not-found'],
    ['an auditor', auditor, 'not-found'],
    ['a triager, who assigns and does not take', triager, 'forbidden'],
  ])('is refused to %s, and the try is recorded', async (_, person, code) => {
    const reference = await freshCase()
    expect(await codeOf(takeCase(person, { reference, version: 1 }))).toBe(code)
    expect((await found(reference)).version).toBe(1)
    expect(await actionsOf(reference)).toContain('refused')
  })

  const acts: readonly (readonly [
    string,
    (person: Actor, reference: string, version: number) => Promise<void>,
  ])[] = [
    ['taking it', (by, reference, version) => takeCase(by, { reference, version })],
    ['assigning it', (by, reference, version) => assignCase(by, { reference, version, to: officer.id })],
    [
      'handing it over',
      (by, reference, version) =>
        transferCase(by, { reference, version, to: officer.id, reason: 'Because.' }),
    ],
    ['a note', (by, reference, version) => addNote(by, { reference, version, text: 'A note.' })],
    ['a message', (by, reference, version) => sendMessage(by, { reference, version, text: 'Hello.' })],
    [
      'a status',
      (by, reference, version) => setCaseStatus(by, { reference, version, status: 'in-progress' }),
    ],
    [
      'a risk',
      (by, reference, version) => decideRisk(by, { reference, version, risk: 'low', reason: 'Because.' }),
    ],
    [
      'closing it',
      (by, reference, version) =>
        closeCase(by, { reference, version, disposition: 'crime', reason: 'Because.' }),
    ],
  ]

  it.each(acts)('%s is forbidden to a colleague who sees no more than the headline', async (_, act) => {
    const reference = await freshCase()
    await takeCase(officer, { reference, version: 1 })
    const types = await typesOf(reference)
    const onlooker = { ...officer, id: colleague }
    expect((await getCaseHeadline(onlooker, reference)).may.has('see-headline')).toBe(true)
    expect(await codeOf(act(onlooker, reference, 2))).toBe('forbidden')
    expect(await found(reference)).toMatchObject({ assigneeId: officer.id, status: 'assigned', version: 2 })
    expect(await typesOf(reference)).toEqual(types)
    expect((await auditOf(reference)).at(-1)).toMatchObject({ action: 'refused', actorId: colleague })
  })

  it('does not happen when its audit row cannot be written', async () => {
    const reference = await freshCase()
    await withoutAudit(reference, async () => {
      await expect(takeCase(officer, { reference, version: 1 })).rejects.toThrow()
      await expect(openSubmission(officer, reference, 'own-district')).rejects.toThrow()
    })
    expect(await found(reference)).toMatchObject({
      status: 'new',
      assigneeId: null,
      version: 1,
      firstOpenedAt: null,
    })
    expect(await typesOf(reference)).toEqual(['received'])
  })
})

/** Makes the database refuse audit rows about one case while `work` runs. */
async function withoutAudit(reference: string, work: () => Promise<void>): Promise<void> {
  await ownerDb().$executeRawUnsafe(
    `ALTER TABLE audit_event ADD CONSTRAINT refuse_one CHECK (reference <> '${reference}') NOT VALID`,
  )
  try {
    await work()
  } finally {
    await ownerDb().$executeRawUnsafe('ALTER TABLE audit_event DROP CONSTRAINT refuse_one')
  }
}

describe('assigning', () => {
  it('keeps what routing suggested beside who was chosen', async () => {
    const reference = await freshCase()
    await assignCase(triager, { reference, version: 1, to: colleague })
    const row = await found(reference)
    expect(row).toMatchObject({ status: 'assigned', assigneeId: colleague })
    const decision = await ownerDb().routingDecision.findFirstOrThrow({ where: { caseId: row.id } })
    expect(decision.chosenId).toBe(seedId('officer', 'quinn.doyle@example.test'))
    expect(decision.decision).toMatchObject({ rule: 'district-officer' })
  })

  it.each([
    ['a call handler', seedId('account', 'call-handler@example.test')],
    ['nobody', ''],
    ['words', "x'; DROP TABLE"],
    ['an account that is not there', seedId('account', 'none')],
  ])('to %s is invalid', async (_, to) => {
    const reference = await freshCase()
    expect(await codeOf(assignCase(triager, { reference, version: 1, to }))).toBe('invalid')
    expect((await found(reference)).assigneeId).toBeNull()
  })

  it('gives a restricted case to supervisors only, who alone can see it', async () => {
    const [, , , restricted] = urgentCases
    if (restricted === undefined) throw new Error('no case')
    const reference = await sendCase(restricted)
    expect((await found(reference)).restricted).toBe(true)
    expect(await codeOf(getCaseHeadline(officer, reference))).toBe('not-found')
    expect(await codeOf(getCaseHeadline(triager, reference))).toBe('not-found')
    expect(await codeOf(assignCase(supervisor, { reference, version: 1, to: officer.id }))).toBe('invalid')
    expect(await codeOf(takeCase(supervisor, { reference, version: 1 }))).toBe('allowed')
  })
})

describe('an officer the reporter asked to leave out', () => {
  const quinn = actor('quinn.doyle', 'liaison-officer', [home])
  const places = async (account: string) =>
    (await ownerDb().officer.findUniqueOrThrow({ where: { accountId: account } })).districts
  const asking = async (exclusion: { excludedDistricts?: string[]; namesExclusion?: boolean }) => {
    const reference = await freshCase()
    await ownerDb().case.update({ where: { reference }, data: exclusion })
    return reference
  }

  it.each([
    ['by district', { excludedDistricts: [home] }],
    ['in words', { namesExclusion: true }],
  ])('%s, neither sees, opens nor takes the case', async (_, exclusion) => {
    const reference = await asking(exclusion)
    expect(await codeOf(getCaseHeadline(officer, reference))).toBe('not-found')
    expect(await codeOf(openSubmission(officer, reference, 'own-district'))).toBe('not-found')
    expect(await codeOf(takeCase(officer, { reference, version: 1 }))).toBe('not-found')
    expect(await codeOf(getCaseHeadline(triager, reference))).toBe('allowed')
  })

  it('described in words, is for a person to tell: whoever is given the case has it, and nobody else', async () => {
    const reference = await asking({ namesExclusion: true })
    expect(await codeOf(assignCase(triager, { reference, version: 1, to: officer.id }))).toBe('allowed')
    expect(await codeOf(openSubmission(officer, reference, 'my-case'))).toBe('allowed')
    expect(await codeOf(getCaseHeadline(quinn, reference))).toBe('not-found')
  })

  it('is not given the case, but by a supervisor who hands it over and says why', async () => {
    const unwanted = await places(colleague)
    const reference = await asking({ excludedDistricts: unwanted })
    for (const person of [triager, supervisor])
      expect(await codeOf(assignCase(person, { reference, version: 1, to: colleague }))).toBe('left-out')
    expect((await auditOf(reference)).at(-1)).toMatchObject({
      action: 'refused',
      actorId: supervisor.id,
      detail: { attempted: 'assign' },
    })
    const [other] = seededOfficers(currentForce()).filter(
      ({ active, districts }) => active && !districts.some((district) => unwanted.includes(district)),
    )
    const holder = actor((other?.email ?? '').split('@')[0] ?? '', 'liaison-officer')
    await assignCase(triager, { reference, version: 1, to: holder.id })
    const handOver = (person: Actor) =>
      codeOf(transferCase(person, { reference, version: 2, to: colleague, reason: 'Nobody else signs.' }))
    expect(await handOver(holder)).toBe('left-out')
    expect(await handOver(supervisor)).toBe('allowed')
    expect(await codeOf(openSubmission({ ...quinn, districts: unwanted }, reference, 'my-case'))).toBe(
      'allowed',
    )
    const { entries } = await listCaseHistory(supervisor, reference)
    expect(entries[0]).toMatchObject({ type: 'transferred', detail: { to: colleague, againstWish: true } })
  })
})

describe('telling the control room', () => {
  const callHandler = actor('call-handler', 'call-handler')
  const rules = (riskRules: string[], recordedById: string | null = null) => ({ riskRules, recordedById })
  const asking = async (data: ReturnType<typeof rules>) => {
    const reference = await freshCase()
    await ownerDb().case.update({ where: { reference }, data })
    return reference
  }
  const tell = (person: Actor, reference: string, version = 1) =>
    codeOf(tellControlRoom(person, { reference, version }))
  const rowOf = async (reference: string) =>
    (await listQueue(supervisor, { page: 1, find: reference })).rows.find(
      (row) => row.reference === reference,
    )

  it('is kept with who and when, in the history, the audit and the queue', async () => {
    const reference = await asking(rules(['threats-near', 'close']))
    expect(await rowOf(reference)).toMatchObject({ controlRoomTold: false })
    expect((await getCaseHeadline(triager, reference)).headline.told).toBeNull()
    expect(await tell(triager, reference)).toBe('allowed')
    expect((await auditOf(reference)).at(-1)).toMatchObject({
      action: 'control-room-told',
      actorId: triager.id,
    })
    expect(await typesOf(reference)).toEqual(['received', 'control-room-told'])
    const { headline } = await getCaseHeadline(triager, reference)
    expect(headline.told?.who).toBe('Imran Qureshi')
    expect(await rowOf(reference)).toMatchObject({ controlRoomTold: true })
  })

  it.each([
    ['asks for nothing of the kind', ['close'], { status: 'new' }],
    ['is closed', ['threats-near'], { status: 'closed', closedAt: new Date(), disposition: 'advice' }],
  ])('is not for a case that %s', async (_, riskRules, data) => {
    const reference = await asking(rules(riskRules))
    await ownerDb().case.update({ where: { reference }, data })
    expect(await tell(supervisor, reference)).toBe('bad-transition')
  })

  it('is for those who deal with the case and for whoever recorded it', async () => {
    const reference = await asking(rules(['threats-near']))
    expect(await tell(callHandler, reference)).toBe('not-found')
    expect(await tell(elsewhere, reference)).toBe('not-found')
    expect(await recordedCase(callHandler, reference)).toBeNull()
    const recorded = await asking(rules(['threats-near'], callHandler.id))
    expect(await recordedCase(callHandler, recorded)).toMatchObject({ told: null, mayTell: true, version: 1 })
    expect(await tell(callHandler, recorded)).toBe('allowed')
    expect((await recordedCase(callHandler, recorded))?.told).not.toBeNull()
  })
})

describe('the life of a case', () => {
  it('is told in order, its words sealed and read back under audit', async () => {
    const reference = await freshCase()
    const seen = (version: number) => ({ reference, version })
    await takeCase(officer, seen(1))
    await setCaseStatus(officer, { ...seen(2), status: 'in-progress' })
    await addNote(officer, { ...seen(3), text: 'Spoke to Sam.\u0000' })
    await decideRisk(officer, { ...seen(4), risk: 'medium', reason: 'Moved to a friend.' })
    await transferCase(officer, { ...seen(5), to: colleague, reason: 'I am away from Monday.' })
    expect(await codeOf(addNote(officer, { ...seen(6), text: 'still mine?' }))).toBe('forbidden')
    const row = await found(reference)
    expect(row).toMatchObject({
      assigneeId: colleague,
      status: 'assigned',
      riskDecided: 'medium',
      riskRank: 1,
      version: 6,
    })

    const opened = await openCase(supervisor, reference, 'supervision')
    expect([...(opened?.notes.values() ?? [])].sort()).toEqual([
      'I am away from Monday.',
      'Moved to a friend.',
      'Spoke to Sam.',
    ])
    const { entries, names } = await listCaseHistory(supervisor, reference)
    expect(entries.map(({ type }) => type)).toEqual([
      'transferred',
      'risk-decided',
      'noted',
      'status-set',
      'taken',
      'received',
    ])
    expect(names.get(colleague)).toBe('Quinn Doyle')
    const stored = JSON.stringify(await ownerDb().caseEvent.findMany({ where: { caseId: row.id } }))
    expect(stored).not.toContain('Monday')
  })

  it('ends with a disposition of the force and a reason', async () => {
    const reference = await freshCase()
    await takeCase(officer, { reference, version: 1 })
    await decideRisk(supervisor, { reference, version: 2, risk: 'medium', reason: 'Moved to a friend.' })
    const close = (disposition: string, reason: string) =>
      codeOf(closeCase(officer, { reference, version: 3, disposition, reason }))
    expect(await close('forged', 'why')).toBe('invalid')
    expect(await close('malicious', 'for supervisors only')).toBe('invalid')
    expect(await close('advice', '   ')).toBe('invalid')
    expect(await close('advice', 'x'.repeat(5_001))).toBe('invalid')
    expect(await close('advice', 'Advice was what they wanted.')).toBe('allowed')
    expect(await found(reference)).toMatchObject({ status: 'closed', disposition: 'advice' })
    expect(await codeOf(decideRisk(supervisor, { reference, version: 4, risk: 'low', reason: 'x' }))).toBe(
      'bad-transition',
    )
    const again = { reference, version: 4, status: 'in-progress' }
    expect(await codeOf(setCaseStatus(officer, again))).toBe('invalid')
    await setCaseStatus(officer, { ...again, reason: 'They wrote once more.' })
    expect(await found(reference)).toMatchObject({ status: 'in-progress', disposition: null, closedAt: null })
  })

  it('is opened again as a new one where nobody held it when it was closed, and somebody can take it', async () => {
    const reference = await freshCase()
    await decideRisk(triager, { reference, version: 1, risk: 'medium', reason: 'Moved to a friend.' })
    await closeCase(supervisor, { reference, version: 2, disposition: 'advice', reason: 'Advice was given.' })
    expect(await found(reference)).toMatchObject({ status: 'closed', assigneeId: null })
    const again = { reference, version: 3, reason: 'They wrote once more.' }
    expect(await codeOf(setCaseStatus(supervisor, { ...again, status: 'in-progress' }))).toBe(
      'bad-transition',
    )
    expect(await codeOf(setCaseStatus(officer, { ...again, status: 'new' }))).toBe('forbidden')
    await setCaseStatus(supervisor, { ...again, status: 'new' })
    expect(await found(reference)).toMatchObject({ status: 'new', disposition: null, closedAt: null })
    await takeCase(officer, { reference, version: 4 })
    expect(await found(reference)).toMatchObject({ status: 'assigned', assigneeId: officer.id })
  })

  it.each(['new', 'assigned', 'closed', '', 'anything'])('cannot be set to %j by hand', async (status) => {
    const reference = await freshCase()
    await takeCase(officer, { reference, version: 1 })
    const code = await codeOf(setCaseStatus(officer, { reference, version: 2, status }))
    expect(code).toBe(['', 'anything'].includes(status) ? 'invalid' : 'bad-transition')
  })
})

describe('opening', () => {
  it('shows addresses to nobody without a fresh proof, whatever asks for it, and notes nothing then', async () => {
    const reference = await freshCase()
    const before = await actionsOf(reference)
    const reveal = (steppedUp: boolean) =>
      openSubmission(officer, reference, 'own-district', policyContext(steppedUp))
    expect(await codeOf(reveal(false))).toBe('step-up')
    expect(await actionsOf(reference)).toEqual(before)
    expect(await codeOf(reveal(true))).toBe('allowed')
    expect(await actionsOf(reference)).toEqual([...before, 'opened', 'revealed'])
  })

  it('gives the words of the person and leaves a row for every look', async () => {
    const reference = await freshCase()
    const opened = await openCase(officer, reference, 'own-district')
    await openCase(officer, reference, 'own-district')
    expect(opened?.plan).toMatchObject({ choice: 'plan', name: 'Sam', ways: ['text'] })
    expect(JSON.stringify(opened?.transcript)).toContain('library')
    const looks = (await auditOf(reference)).filter(({ action }) => action === 'opened')
    expect(looks).toHaveLength(2)
    expect(looks[0]).toMatchObject({ actorId: officer.id, detail: { reason: 'own-district' } })
    expect((await found(reference)).firstOpenedAt).not.toBeNull()
  })

  it.each([
    ['an officer of another district', elsewhere, 'not-found'],
    ['an administrator', admin, 'not-found'],
    ['an auditor', auditor, 'not-found'],
    ['the call handler, who sees that it is there', actor('call-handler', 'call-handler'), 'forbidden'],
  ])('is refused to %s, and the try is recorded', async (_, person, code) => {
    const reference = await sendCase(everydayCases.find(({ channel }) => channel === 'phone-101') ?? fail())
    expect(await codeOf(openSubmission(person, reference, 'triage'))).toBe(code)
    expect((await auditOf(reference)).at(-1)).toMatchObject({ action: 'refused', actorId: person.id })
    expect((await found(reference)).firstOpenedAt).toBeNull()
  })

  it('is in English where somebody read Welsh, and as they saw it beside that', async () => {
    const [first] = urgentCases
    if (first === undefined) throw new Error('no case')
    const reference = await sendCase({ ...first, locale: 'cy' })
    const opened = await openCase(supervisor, reference, 'supervision')
    const english = await openCase(supervisor, await sendCase(first), 'supervision')
    expect(english?.inEnglish).toBeNull()
    expect(opened?.inEnglish).toEqual(english?.transcript)
    const labels = (opened?.transcript ?? []).flatMap(({ rows }) => rows.map(({ label }) => label))
    expect(labels).not.toEqual(
      (english?.transcript ?? []).flatMap(({ rows }) => rows.map(({ label }) => label)),
    )
    expect(JSON.stringify(opened?.transcript)).toContain('library')
  })

  it('is closed to other officers once somebody holds the case', async () => {
    const reference = await freshCase()
    await assignCase(triager, { reference, version: 1, to: colleague })
    expect(await codeOf(openSubmission(officer, reference, 'own-district'))).toBe('forbidden')
    expect(await codeOf(openSubmission(triager, reference, 'triage'))).toBe('not-found')
  })
})

function fail(): never {
  throw new Error('no case')
}
