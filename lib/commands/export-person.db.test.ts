import { randomUUID } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { ensureKeys } from '../../e2e/factories/play'
import { tellingCase } from '../../e2e/factories/telling-case'
import { asActor } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { blackedOut } from '@/lib/domain/black-out'
import type { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { subjectAccess } from '@/lib/domain/subject-access'
import type { SubjectAccess } from '@/lib/domain/subject-access'
import { roles } from '@/lib/domain/words'
import type { Role } from '@/lib/domain/words'
import { openSubmission } from '@/lib/queries/open-submission'
import { eraseCase, holdCase, requestErasure } from './erase-case'
import { exportPerson } from './export-person'

/** What happens while the PDF is made. */
const meanwhile = vi.hoisted(() => ({ act: () => Promise.resolve() }))
vi.mock('@/lib/adapters/person-pdf', () => ({
  personPdf: async () => {
    await meanwhile.act()
    return new Uint8Array([1, 2, 3])
  },
}))

const person = (role: Role): Actor => ({ id: randomUUID(), name: role, role, districts: [] })
const supervisor = person('supervisor')
const second = person('supervisor')
const others = roles.filter((role) => role !== 'supervisor').map(person)
const fresh = (actor: Actor) => ({ actor, strongAt: new Date() })

beforeAll(async () => {
  await ensureKeys()
  for (const { id, name, role } of [supervisor, second, ...others])
    await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: `Ada ${name}`, role } })
})

beforeEach(() => {
  meanwhile.act = () => Promise.resolve()
})

const made = () => tellingCase(others[2]?.id ?? '', second.id)

const choice = {
  ...{ reason: 'subject-access', recipient: '', format: 'json', notes: [], withIdentity: false, words: '' },
}
const court = { reason: 'court', recipient: 'St Albans Crown Court' }
const force = { reason: 'other-force', recipient: 'kent' }
const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (error: unknown) => (error as DomainError).code,
  )
const audited = async (reference: string) =>
  (await ownerDb().auditEvent.findMany({ where: { reference }, orderBy: { seq: 'asc' } })).map(
    ({ action, actorId }) => `${action} ${actorId === supervisor.id ? 'by them' : 'by another'}`,
  )

async function taken(
  over: Partial<Parameters<typeof exportPerson>[1]>,
): Promise<SubjectAccess['cases'][number]> {
  const { body } = await exportPerson(fresh(supervisor), { ...choice, references: [], ...over })
  const [first] = subjectAccess.parse(JSON.parse(String(body))).cases
  if (first === undefined) throw new Error('No case is in it.')
  return first
}

describe('taking out one person’s data', () => {
  it('gives what is theirs, leaves out what is about others, and says what and why', async () => {
    const { reference } = await made()
    const given = await taken({ references: [reference] })
    expect(given.answers.map(({ answer }) => answer)).toEqual([
      'Dana Cole shouted at me, DANA from 07700 900123',
      '1 High Street',
    ])
    expect(given.leftOut.map(({ what, why }) => [what, why])).toEqual([
      ['Who did it?', 'another-person'],
      ['An old question', 'unknown-question'],
      ['What the person told about who they are, kept apart', 'identity-not-chosen'],
      ['1 note of staff', 'internal-note'],
    ])
    expect(given).toMatchObject({ identity: [], notes: [], outcome: 'Advice given' })
    expect(given.decisions.map(({ role, what }) => [role, what])).toEqual([
      ['liaison-officer', 'took the case'],
      ['supervisor', 'added a note'],
      ['supervisor', 'took out somebody’s data for the person themselves'],
    ])
    expect(given.looks).toEqual([expect.objectContaining({ role: 'supervisor', times: 1 })])
    expect(JSON.stringify(given)).not.toMatch(/Ada|tall neighbour|an old answer|my own words/u)
  })

  it('has its row before anything is opened, and each look its own', async () => {
    const { reference } = await made()
    await taken({ references: [reference] })
    expect(await audited(reference)).toEqual(['exported by them', 'opened by them', 'revealed by them'])
    const other = await made()
    await taken({ references: [other.reference], withIdentity: true })
    expect(await audited(other.reference)).toEqual([
      'exported by them',
      'opened by them',
      'revealed by them',
      'identity-revealed by them',
    ])
  })

  it('blacks out everywhere, and gives notes and identity only where they are chosen', async () => {
    const { reference, noteId } = await made()
    const words = 'dana\nCole\n07700900123'
    const given = await taken({ references: [reference], words, notes: [noteId], withIdentity: true })
    expect(given.answers[0]?.answer).toBe(
      `${blackedOut} ${blackedOut} shouted at me, ${blackedOut} from ${blackedOut}`,
    )
    expect(given.notes.map(({ role, text }) => [role, text])).toEqual([
      ['supervisor', `Spoke with ${blackedOut} ${blackedOut} about it`],
    ])
    expect(given.identity).toEqual([{ question: 'About you', answer: 'my own words' }])
  })

  it('takes several cases of one person, or none of them', async () => {
    const [one, other, gone] = [await made(), await made(), 'HC-0000-0000']
    const { body, name } = await exportPerson(fresh(supervisor), {
      ...{ ...choice, references: [one.reference, other.reference] },
    })
    expect(subjectAccess.parse(JSON.parse(String(body))).cases.map(({ reference }) => reference)).toEqual([
      one.reference,
      other.reference,
    ])
    expect(name).toMatch(/^HC-\w{4}-\w{4}-\d{4}-\d{2}-\d{2}\.json$/u)
    const third = await made()
    expect(await codeOf(taken({ references: [third.reference, gone] }))).toBe('not-found')
    expect(await audited(third.reference)).toEqual(['refused by them'])
  })

  it('is a PDF too', async () => {
    const { reference } = await made()
    const file = await exportPerson(fresh(supervisor), { ...choice, references: [reference], format: 'pdf' })
    expect(file.body).toEqual(new Uint8Array([1, 2, 3]))
  })

  it.each([
    { reason: 'because' },
    { format: 'csv' },
    { words: 'a' },
    { reason: 'court', recipient: '' },
    { reason: 'court', recipient: 'x'.repeat(201) },
    { reason: 'other-force', recipient: '' },
    { reason: 'other-force', recipient: 'hertfordshire' },
    { reason: 'other-force', recipient: 'Kent Police' },
    { references: [] },
    { references: Array.from({ length: 21 }, (_, at) => `HC-${String(at)}`) },
  ])('is refused for what no form posts: %j', async (over) => {
    const { reference } = await made()
    expect(await codeOf(taken({ references: [reference], ...over }))).toBe('invalid')
    expect(await audited(reference)).toEqual([])
  })
})

describe('to whom it is given', () => {
  const rowsOf = (reference: string, action: string) =>
    ownerDb().auditEvent.findMany({ where: { reference, action }, orderBy: { seq: 'asc' } })

  it.each([
    [{}, 'person'],
    [force, 'kent'],
  ])('is a code in the row of the audit and in the history: %j', async (over, recipient) => {
    const { id, reference } = await made()
    await taken({ references: [reference], ...over })
    expect(await rowsOf(reference, 'exported')).toMatchObject([{ detail: { recipient, identity: false } }])
    const line = await ownerDb().caseEvent.findFirstOrThrow({ where: { caseId: id, type: 'exported' } })
    expect(line).toMatchObject({ detail: { recipient }, boxId: null })
  })

  it('is, for a court, its name, sealed in the history of each case, which the audit points at', async () => {
    const cases = [await made(), await made()]
    await taken({ references: cases.map(({ reference }) => reference), ...court })
    const boxes = new Set<string>()
    for (const { reference } of cases) {
      const [row] = await rowsOf(reference, 'exported')
      expect(row?.detail).toMatchObject({ recipient: 'court', event: expect.any(String) as string })
      expect(JSON.stringify(row?.detail)).not.toContain('Albans')
      const { event } = row?.detail as { event: string }
      const line = await ownerDb().caseEvent.findUniqueOrThrow({ where: { id: event } })
      const opened = await openSubmission(supervisor, reference, 'supervision')
      expect(opened.notes.get(line.boxId ?? '')).toBe('St Albans Crown Court')
      boxes.add(line.boxId ?? '')
    }
    expect(boxes.size).toBe(2)
  })

  it('is the person’s to know: what was done says so', async () => {
    const { reference } = await made()
    await taken({ references: [reference], ...force })
    await taken({ references: [reference], ...court })
    const { decisions } = await taken({ references: [reference] })
    expect(decisions.map(({ what }) => what).slice(-3)).toEqual([
      'took out somebody’s data for Kent Police',
      'took out somebody’s data for a court',
      'took out somebody’s data for the person themselves',
    ])
  })

  it('decides whether what the person told about who they are goes too, and why', async () => {
    const [own, ordered, passed] = [await made(), await made(), await made()]
    expect((await taken({ references: [own.reference], withIdentity: true })).identity).toHaveLength(1)
    const given = await taken({ references: [ordered.reference], withIdentity: true, ...court })
    expect(given.identity).toHaveLength(1)
    const refused = taken({ references: [passed.reference], withIdentity: true, ...force })
    expect(await codeOf(refused)).toBe('forbidden')
    const reasons = async (reference: string) =>
      (await rowsOf(reference, 'identity-revealed')).map(({ detail }) => detail)
    expect(await reasons(own.reference)).toEqual([{ reason: 'person-asked' }])
    expect(await reasons(ordered.reference)).toEqual([{ reason: 'required-by-law' }])
    expect(await audited(passed.reference)).toEqual(['refused by them'])
  })

  it.each([
    { reason: 'subject-access', identity: true },
    { reason: 'court', recipient: 'court', identity: false },
    { reason: 'other-force', recipient: 'kent', identity: true },
    { reason: 'other-force', recipient: 'kent' },
    {},
  ])('is asked for by the database too, which notes no %j', async (detail) => {
    const { id, reference } = await made()
    const noted = await asActor(
      supervisor,
      (tx) =>
        tx.$queryRaw`SELECT note_export(${id}::uuid, now(), ${JSON.stringify(detail)}::jsonb, NULL) AS noted`,
    )
    expect(noted).toEqual([{ noted: false }])
    expect(await audited(reference)).toEqual([])
  })
})

describe('the right to take it out', () => {
  it('is of supervisors who have just proved who they are', async () => {
    const { reference } = await made()
    for (const other of others) {
      const refused = exportPerson(fresh(other), { ...choice, references: [reference] })
      expect(['forbidden', 'not-found']).toContain(await codeOf(refused))
    }
    const stale = { actor: supervisor, strongAt: new Date(Date.now() - 600_001) }
    expect(await codeOf(exportPerson(stale, { ...choice, references: [reference] }))).toBe('step-up')
    expect((await audited(reference)).filter((one) => !one.startsWith('refused'))).toEqual([])
  })

  const noFile = async (reference: string, act: () => Promise<unknown>) => {
    meanwhile.act = async () => {
      await act()
    }
    return codeOf(exportPerson(fresh(supervisor), { ...choice, references: [reference], format: 'pdf' }))
  }

  it.each(['auditor', 'liaison-officer', 'administrator', 'call-handler'])(
    'ends with it: whoever is made %s while the file is made gets none',
    async (role) => {
      const { reference } = await made()
      const change = (to: string) =>
        ownerDb().account.update({ where: { id: supervisor.id }, data: { role: to } })
      expect(await noFile(reference, () => change(role))).toBe('not-found')
      await change('supervisor')
      expect((await audited(reference))[0]).toBe('exported by them')
      expect((await audited(reference)).at(-1)).toBe('refused by them')
    },
  )

  it('ends with the account', async () => {
    const { reference } = await made()
    const set = (active: boolean) =>
      ownerDb().account.update({ where: { id: supervisor.id }, data: { active } })
    expect(await noFile(reference, () => set(false))).toBe('not-found')
    await set(true)
  })

  it('ends when the case is erased meanwhile, and there is nothing to take out of one that is', async () => {
    const { id, reference } = await made()
    const seen = async () =>
      ownerDb().case.findUniqueOrThrow({ where: { id }, select: { reference: true, version: true } })
    await requestErasure(second, { ...(await seen()), reason: 'asked-by-person' })
    const erase = async () => eraseCase(fresh(supervisor), await seen())
    expect(await noFile(reference, erase)).toBe('erased')
    expect(await codeOf(taken({ references: [reference] }))).toBe('erased')
  })

  it('is not touched by a hold, which forbids erasing alone', async () => {
    const { id, reference } = await made()
    const { version } = await ownerDb().case.findUniqueOrThrow({ where: { id } })
    await holdCase(supervisor, { reference, version, reason: 'claim' })
    expect(await codeOf(taken({ references: [reference] }))).toBe('done')
  })

  it('is asked for by the database itself', async () => {
    const { id } = await made()
    for (const other of others) {
      const noted = await asActor(
        other,
        (tx) =>
          tx.$queryRaw`SELECT note_export(${id}::uuid, now(), '{"reason":"subject-access","recipient":"person"}', NULL) AS noted`,
      )
      expect(noted).toEqual([{ noted: false }])
    }
  })
})
