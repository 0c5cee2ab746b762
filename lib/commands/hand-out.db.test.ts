import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it } from 'vitest'
import { arriving, arrivingAll } from '../../e2e/factories/arriving'
import { converse } from '../../e2e/factories/converse'
import { pdfText } from '../../e2e/fixtures/pdf-text'
import { ensureKeys } from '../../e2e/factories/play'
import { tellingCase } from '../../e2e/factories/telling-case'
import { ownerDb } from '@/lib/db/owner'
import type { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { caseHandOver } from '@/lib/domain/ways-out/hand-over-document'
import type { CaseHandOver } from '@/lib/domain/ways-out/hand-over-document'
import { roles } from '@/lib/domain/words'
import type { Role } from '@/lib/domain/words'
import { openSubmission } from '@/lib/queries/open-submission'
import { eraseCase, requestErasure } from './erase-case'
import { addFiles } from './evidence/add-files'
import { sendFiles } from './evidence/send-files'
import { handOut } from './hand-out'

const person = (role: Role): Actor => ({ id: randomUUID(), name: role, role, districts: [] })
const supervisor = person('supervisor')
const second = person('supervisor')
const others = roles.filter((role) => role !== 'supervisor').map(person)
const officer = others.find(({ role }) => role === 'liaison-officer') ?? supervisor
const fresh = (actor: Actor) => ({ actor, strongAt: new Date() })
const all = ['account', 'contact', 'messages', 'notes', 'history']
const why = 'Crime record 41/12345/26'

beforeAll(async () => {
  await ensureKeys()
  for (const { id, name, role } of [supervisor, second, ...others])
    await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: `Ada ${name}`, role } })
})

const made = () => tellingCase(officer.id, second.id)
const choice = { parts: all, format: 'json', why }
const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (error: unknown) => (error as DomainError).code,
  )
const auditOf = async (reference: string) =>
  (await ownerDb().auditEvent.findMany({ where: { reference }, orderBy: { seq: 'asc' } })).map(
    ({ action, detail }) => ({ action, detail }),
  )

async function taken(reference: string, over: Partial<typeof choice> = {}): Promise<CaseHandOver> {
  const { body } = await handOut(fresh(supervisor), { reference, ...choice, ...over })
  return caseHandOver.parse(JSON.parse(String(body)))
}

describe('a hand-over document', () => {
  it('has what was chosen, says what is not in it, and never who somebody is', async () => {
    const { reference } = await made()
    const given = await taken(reference)
    expect(given).toMatchObject({ madeFor: 'records-system', parts: all, leftOut: ['identity'] })
    expect(given.case).toMatchObject({ reference, status: 'closed', outcome: 'Advice given' })
    expect(given.account.map(({ questionId }) => questionId)).toEqual([
      ...['account', 'suspectWords', 'address', 'oldQuestion'],
    ])
    expect(given.notes.map(({ text }) => text)).toEqual(['Spoke with Dana Cole about it', why])
    expect(given.history.at(-1)?.what).toBe('gave the case out, for the force’s records system')
    expect(JSON.stringify(given)).not.toMatch(/my own words|Ada /u)
  })

  it('leaves out what was not chosen', async () => {
    const { reference } = await made()
    const given = await taken(reference, { parts: ['history', 'nothing known'] })
    expect(given).toMatchObject({ account: [], contact: [], messages: [], notes: [], parts: ['history'] })
    expect(given.leftOut).toEqual(['account', 'contact', 'messages', 'notes', 'identity'])
    expect(JSON.stringify(given)).not.toMatch(/Dana|tall/u)
  })

  it('says that there are files, which are given by themselves', async () => {
    const { reference, cookie } = await converse()
    const files = arrivingAll(arriving('said.txt', new TextEncoder().encode('They said it again.')))
    expect(await addFiles({ cookie, place: 'follow-up', files })).toBe('added')
    expect(await sendFiles(cookie)).toBe('sent')
    expect((await taken(reference)).leftOut).toContain('files')
  })

  it('is in the log before anything is opened: to whom and which parts in codes, why in a sealed box', async () => {
    const { id, reference } = await made()
    await taken(reference, { parts: ['account'] })
    const [first, ...later] = await auditOf(reference)
    const line = await ownerDb().caseEvent.findFirstOrThrow({ where: { caseId: id, type: 'handed-out' } })
    const detail = { recipient: 'records-system', parts: 'account', format: 'json' }
    expect(first).toEqual({ action: 'handed-out', detail: { ...detail, event: line.id } })
    expect(later.map(({ action }) => action)).toEqual(['opened', 'revealed'])
    expect(line.detail).toEqual(detail)
    const opened = await openSubmission(supervisor, reference, 'supervision')
    expect(opened.notes.get(line.boxId ?? '')).toBe(why)
  })

  it('is a tagged PDF too, with a title and a language, and says the same', async () => {
    const { reference } = await made()
    const { body, name } = await handOut(fresh(supervisor), { reference, ...choice, format: 'pdf' })
    expect(name).toMatch(/^HC-\w{4}-\w{4}-\d{4}-\d{2}-\d{2}\.pdf$/u)
    const pdf = body as Uint8Array
    const raw = Buffer.from(pdf).toString('latin1')
    for (const mark of [
      '/Lang (en-GB)',
      '/Marked true',
      '/DisplayDocTitle true',
      '/S /H1',
      '/S /H2',
      '/S /P',
    ])
      expect(raw).toContain(mark)
    const text = pdfText(pdf)
    for (const words of [
      'Hand-over of a case',
      reference,
      'A tall neighbour',
      why,
      'How it ended',
      'Advice given',
    ])
      expect(text).toContain(words)
  })
})

describe('nobody is given one', () => {
  it.each(others.filter(({ role }) => role !== 'liaison-officer').map((one) => [one.role, one] as const))(
    'who is %s, and the try is kept',
    async (_, actor) => {
      const { reference } = await made()
      expect(await codeOf(handOut(fresh(actor), { reference, ...choice }))).toBe('not-found')
      expect((await auditOf(reference)).map(({ action }) => action)).toEqual(['refused'])
    },
  )

  it('who is an officer and does not hold it; whoever does is', async () => {
    const { id, reference } = await made()
    expect(await codeOf(handOut(fresh(officer), { reference, ...choice }))).not.toBe('done')
    await ownerDb().case.update({ where: { id }, data: { assigneeId: officer.id } })
    expect(await codeOf(handOut(fresh(officer), { reference, ...choice }))).toBe('done')
  })

  it('who has not just proved who they are, chose nothing, or does not say why', async () => {
    const { reference } = await made()
    const stale = { actor: supervisor, strongAt: new Date(Date.now() - 600_001) }
    expect(await codeOf(handOut(stale, { reference, ...choice }))).toBe('step-up')
    expect(await codeOf(taken(reference, { parts: [] }))).toBe('invalid')
    expect(await codeOf(taken(reference, { format: 'exe' }))).toBe('invalid')
    expect(await codeOf(taken(reference, { why: '  ' }))).toBe('invalid')
    expect(await auditOf(reference)).toEqual([])
  })

  it('of what is erased', async () => {
    const { reference } = await made()
    const seen = async () => {
      const { version } = await ownerDb().case.findUniqueOrThrow({ where: { reference } })
      return { reference, version }
    }
    await requestErasure(supervisor, { ...(await seen()), reason: 'asked-by-person' })
    await eraseCase(fresh(second), await seen())
    expect(await codeOf(taken(reference))).toBe('erased')
  })
})
