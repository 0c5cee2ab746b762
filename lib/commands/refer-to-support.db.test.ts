import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it, test } from 'vitest'
import { converse, followUpOf } from '../../e2e/factories/converse'
import { ensureKeys } from '../../e2e/factories/play'
import { scenarios } from '../../e2e/factories/scenarios'
import { pdfText } from '../../e2e/fixtures/pdf-text'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { servicesToRefer } from '@/lib/domain/ways-out/support'
import { roles } from '@/lib/domain/words'
import type { Role } from '@/lib/domain/words'
import { followUpSupport } from '@/lib/queries/follow-up-support'
import { listSupport } from '@/lib/queries/list-support'
import { openForExport } from '@/lib/queries/open-for-export'
import { openSubmission } from '@/lib/queries/open-submission'
import { askSupport, withdrawSupport } from './ask-support'
import { eraseCase, requestErasure } from './erase-case'
import { withdrawCase } from './object-to-case'
import { agreeSupport, endSupport, supportLetter, tellByLetter, tellByTelephone } from './refer-to-support'

const person = (role: Role): Actor => ({ id: randomUUID(), name: role, role, districts: [] })
const supervisor = person('supervisor')
const second = person('supervisor')
const others = roles.filter((role) => role !== 'supervisor').map(person)
const fresh = (actor: Actor) => ({ actor, strongAt: new Date() })
const [service, another] = servicesToRefer(currentForce()).map(({ id }) => id)
if (service === undefined || another === undefined) throw new Error('The force knows of no services.')

beforeAll(async () => {
  await ensureKeys()
  for (const { id, name, role } of [supervisor, second, ...others])
    await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name: `Ada ${name}`, role } })
})

/** Somebody who may be reached in every way and comes back with a code. */
async function made() {
  const told = scenarios.find(({ name }) => name === 'a request with everything said')?.fields ?? {}
  const one = await converse({ ...told, returnCode: 'yes' })
  const { id } = await ownerDb().case.findUniqueOrThrow({ where: { reference: one.reference } })
  return { ...one, id }
}
const consent = {
  ...{ service, way: 'telephone', givenBy: 'person', agreedOn: '2026-01-05', account: '' },
  words: 'Yes, ring them for me',
}
async function agreed(over: Partial<typeof consent> = {}) {
  const one = await made()
  await agreeSupport(fresh(supervisor), { reference: one.reference, ...consent, ...over })
  return { ...one, referral: await lastOf(one.id) }
}
const lastOf = async (caseId: string) => (await listSupport(supervisor, caseId))[0]?.id ?? ''
const on = ({ reference, referral }: { reference: string; referral: string }) => ({
  ...{ reference, referral, words: 'To their front desk' },
})
const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (error: unknown) => (error instanceof DomainError ? error.code : Promise.reject(error as Error)),
  )
const auditOf = async (reference: string) =>
  (await ownerDb().auditEvent.findMany({ where: { reference }, orderBy: { seq: 'asc' } })).map(
    ({ action, detail }) => ({ action, detail }),
  )
const actsOf = async (reference: string) => (await auditOf(reference)).map(({ action }) => action)
const raised = async (caseId: string) =>
  (await ownerDb().escalation.findMany({ where: { caseId, settledAt: null } })).map(({ rule }) => rule)

describe('consent for a service', () => {
  it('is kept: how, when and by whom in codes, what was said in a sealed box; nothing is opened or told', async () => {
    const { id, reference } = await agreed()
    const [row] = await listSupport(supervisor, id)
    expect(row).toMatchObject({ service, way: 'telephone', givenBy: 'person', account: false, toldAt: null })
    expect(row?.agreedOn.toISOString()).toBe('2026-01-05T00:00:00.000Z')
    expect((await auditOf(reference)).at(-1)).toEqual({
      action: 'support-agreed',
      detail: { recipient: service, way: 'telephone', by: 'person', on: '2026-01-05', parts: 'contact' },
    })
    expect(await actsOf(reference)).not.toContain('opened')
    const line = await ownerDb().caseEvent.findFirstOrThrow({ where: { caseId: id, type: 'support-agreed' } })
    const { notes } = await openSubmission(supervisor, reference, 'supervision')
    expect(notes.get(line.boxId ?? '')).toBe(consent.words)
  })

  it.each([
    ['no service', { service: 'none-such' }],
    ['a crisis line', { service: 'samaritans' }],
    ['no way', { way: 'code' }],
    ['nobody', { givenBy: '' }],
    ['a day to come', { agreedOn: '2999-01-01' }],
    ['no day', { agreedOn: '2026-02-30' }],
    ['no words', { words: ' ' }],
  ])('is not taken with %s', async (_, over) => {
    expect(await codeOf(agreed(over))).toBe('invalid')
  })

  it('is for one service, once as long as it holds', async () => {
    const { id, reference, referral } = await agreed()
    const again = (over = {}) => agreeSupport(fresh(supervisor), { reference, ...consent, ...over })
    expect(await codeOf(again())).toBe('bad-transition')
    await endSupport(fresh(supervisor), on({ reference, referral }))
    await again()
    await again({ service: another })
    expect(await listSupport(supervisor, id)).toHaveLength(3)
  })
})

describe('a service is told', () => {
  it('by a letter with the name and the ways that person chose, and nothing of what happened', async () => {
    const one = await agreed()
    const { body, name } = await supportLetter(fresh(supervisor), on(one))
    expect(name).toMatch(/^letter-\d{4}-\d{2}-\d{2}\.pdf$/u)
    const text = pdfText(body)
    for (const words of ['Sam Ó Briain', '07700 900461', 'Not in the school holidays'])
      expect(text).toContain(words)
    for (const words of ['heard nothing', 'they/them', one.reference]) expect(text).not.toContain(words)
    const acts = await auditOf(one.reference)
    const row = acts.find(({ action }) => action === 'handed-out')
    expect(row?.detail).toMatchObject({ recipient: service, way: 'letter', parts: 'contact' })
    const order = acts.map(({ action }) => action)
    expect(order.indexOf('handed-out')).toBeLessThan(order.indexOf('opened'))
    // A letter that lies here tells nobody.
    expect(await listSupport(supervisor, one.id)).toMatchObject([{ toldAt: null, toldWay: null }])
    await tellByLetter(fresh(supervisor), on(one))
    const [sent] = await listSupport(supervisor, one.id)
    expect(sent).toMatchObject({ toldWay: 'letter' })
    expect(sent?.toldAt).toBeInstanceOf(Date)
    expect((await auditOf(one.reference)).at(-1)?.detail).toMatchObject({ way: 'sent' })
  })

  it('by no letter of a plan that holds no more', async () => {
    const one = await agreed()
    await supportLetter(fresh(supervisor), on(one))
    await ownerDb().caseEvent.create({
      data: {
        ...{ id: randomUUID(), caseId: one.id, at: new Date(), type: 'plan-changed' },
        detail: { by: 'person', reach: 'out' },
      },
    })
    expect(await codeOf(tellByLetter(fresh(supervisor), on(one)))).toBe('bad-transition')
    await supportLetter(fresh(supervisor), on(one))
    await tellByLetter(fresh(supervisor), on(one))
  })

  it('by no letter that was not made', async () => {
    const one = await agreed()
    expect(await codeOf(tellByLetter(fresh(supervisor), on(one)))).toBe('bad-transition')
    expect(await actsOf(one.reference)).not.toContain('handed-out')
  })

  it('of who must not know, and by a letter that says when somebody spoke for them', async () => {
    const one = await agreed({ givenBy: 'for-them' })
    const text = pdfText((await supportLetter(fresh(supervisor), on(one))).body)
    expect(text).toContain('speaks for the person named here')
  })

  it('of what happened only where they agreed to that', async () => {
    const one = await agreed({ account: 'yes' })
    const { body } = await supportLetter(fresh(supervisor), on(one))
    expect(pdfText(body)).toContain('heard nothing')
    const row = (await auditOf(one.reference)).find(({ action }) => action === 'handed-out')
    expect(row?.detail).toMatchObject({ parts: 'contact account' })
  })

  it('by the plan that holds: nothing of one before it', async () => {
    const one = await agreed()
    await withdrawCase({ cookie: one.cookie, locale: 'en', mayContact: false })
    // They want nothing more done: what they agreed to before is over. A yes after it is a new one.
    expect(await codeOf(supportLetter(fresh(supervisor), on(one)))).toBe('bad-transition')
    await agreeSupport(fresh(supervisor), { reference: one.reference, ...consent })
    const again = { ...one, referral: await lastOf(one.id) }
    expect(await codeOf(supportLetter(fresh(supervisor), on(again)))).toBe('no-way')
    expect((await listSupport(supervisor, one.id))[0]).toMatchObject({ letterAt: null, toldAt: null })
    expect(await codeOf(tellByLetter(fresh(supervisor), on(again)))).toBe('bad-transition')
  })

  it('by telephone, which opens nothing, and is a disclosure in the log all the same', async () => {
    const one = await agreed()
    await tellByTelephone(fresh(supervisor), on(one))
    expect((await actsOf(one.reference)).slice(-2)).toEqual(['support-agreed', 'handed-out'])
    const { supports, events } = await openForExport(supervisor, one.reference, null)
    const name = currentForce().support.find(({ id }) => id === service)?.name
    expect(supports).toMatchObject([{ service: name, agreed: '2026-01-05', ended: null }])
    expect(supports[0]?.told).toMatch(/^\d{4}-\d{2}-\d{2}$/u)
    expect(events.find(({ type }) => type === 'handed-out')?.detail.recipient).toBe(name)
  })

  it('no more once it is taken back, at the desk or with the code', async () => {
    const desk = await agreed()
    await endSupport(fresh(supervisor), on(desk))
    const code = await agreed()
    await withdrawSupport(code.cookie, service)
    for (const one of [desk, code]) {
      expect(await codeOf(tellByTelephone(fresh(supervisor), on(one)))).toBe('bad-transition')
      expect(await codeOf(supportLetter(fresh(supervisor), on(one)))).toBe('bad-transition')
      expect(await actsOf(one.reference)).not.toContain('handed-out')
    }
  })

  it('of no other case than the one that was agreed', async () => {
    const [one, other] = [await agreed(), await made()]
    const wrong = on({ reference: other.reference, referral: one.referral })
    expect(await codeOf(tellByTelephone(fresh(supervisor), wrong))).toBe('bad-transition')
  })
})

describe('only whoever may give the case out', () => {
  test.each(others.map((one) => [one.role, one] as const))('and so not %s', async (_, actor) => {
    const one = await agreed()
    for (const act of [
      () => agreeSupport(fresh(actor), { reference: one.reference, ...consent, service: another }),
      () => tellByTelephone(fresh(actor), on(one)),
      () => supportLetter(fresh(actor), on(one)),
      () => endSupport(fresh(actor), on(one)),
    ])
      expect(await codeOf(act())).toMatch(/^(not-found|forbidden)$/u)
    expect(await listSupport(supervisor, one.id)).toMatchObject([{ toldAt: null, endedAt: null }])
    expect(await actsOf(one.reference)).toContain('refused')
  })

  it('who has just proved who they are', async () => {
    const one = await agreed()
    const stale = { actor: supervisor, strongAt: new Date(Date.now() - 600_001) }
    expect(await codeOf(tellByTelephone(stale, on(one)))).toBe('step-up')
  })
})

describe('with a return code', () => {
  it('somebody agrees themselves; supervisors hear of it until the service is told', async () => {
    const one = await made()
    const ask = (id: string, whose = 'me') =>
      askSupport({ cookie: one.cookie, service: id, whose, account: true })
    expect(await ask('samaritans')).toBe('unknown')
    expect(await ask(service, '')).toBe('nobody')
    expect([await ask(service), await ask(service)]).toEqual(['done', 'done'])
    expect(await raised(one.id)).toContain('support-asked')
    const [row, ...more] = await listSupport(supervisor, one.id)
    expect(more).toEqual([])
    expect(row).toMatchObject({ service, way: 'code', givenBy: 'person', account: true })
    await tellByTelephone(fresh(supervisor), on({ ...one, referral: row?.id ?? '' }))
    expect(await raised(one.id)).not.toContain('support-asked')
    const [told] = await followUpSupport(await followUpOf(one.cookie))
    expect(told).toMatchObject({ service, account: true, endedAt: null })
    expect(told?.toldAt).toBeInstanceOf(Date)
  })

  it('they take it back; of a service that knows already supervisors hear', async () => {
    const one = await agreed()
    await askSupport({ cookie: one.cookie, service: another, whose: 'them', account: false })
    expect((await listSupport(supervisor, one.id))[0]).toMatchObject({ givenBy: 'for-them' })
    await withdrawSupport(one.cookie, another)
    expect(await raised(one.id)).not.toContain('support-withdrawn')
    await tellByTelephone(fresh(supervisor), on(one))
    await withdrawSupport(one.cookie, service)
    expect(await raised(one.id)).toContain('support-withdrawn')
    const said = await followUpSupport(await followUpOf(one.cookie))
    expect(said.map(({ endedAt }) => endedAt === null)).toEqual([false, false])
    expect((await actsOf(one.reference)).filter((act) => act === 'support-withdrawn')).toHaveLength(2)
  })

  it('less than before is what holds, and nothing more without a yes of its own', async () => {
    const one = await made()
    const ask = (account: boolean) => askSupport({ cookie: one.cookie, service, whose: 'me', account })
    await ask(true)
    await ask(false)
    expect(await listSupport(supervisor, one.id)).toMatchObject([{ account: false }])
    await ask(true)
    expect(await listSupport(supervisor, one.id)).toMatchObject([{ account: false }])
  })

  it('whoever wants nothing more done wants no service told; of one that knows supervisors hear', async () => {
    const untold = await made()
    await askSupport({ cookie: untold.cookie, service, whose: 'me', account: false })
    await withdrawCase({ cookie: untold.cookie, locale: 'en', mayContact: false })
    expect(await listSupport(supervisor, untold.id)).toMatchObject([{ endedAt: expect.any(Date) as Date }])
    expect(await raised(untold.id)).not.toContain('support-asked')
    expect(await raised(untold.id)).not.toContain('support-withdrawn')

    const told = await agreed()
    await supportLetter(fresh(supervisor), on(told))
    await withdrawCase({ cookie: told.cookie, locale: 'en', mayContact: false })
    expect(await raised(told.id)).toContain('support-withdrawn')
    // The letter may have gone.
    const [said] = await followUpSupport(await followUpOf(told.cookie))
    expect(said?.toldAt).toBeInstanceOf(Date)
  })

  it('closing a case settles neither what was asked for nor what has to be said to a service', async () => {
    const one = await made()
    await askSupport({ cookie: one.cookie, service, whose: 'me', account: false })
    await ownerDb().case.update({
      where: { id: one.id },
      data: { status: 'closed', closedAt: new Date(), disposition: 'advice' },
    })
    expect(await raised(one.id)).toContain('support-asked')
    const [row] = await listSupport(supervisor, one.id)
    await endSupport(fresh(supervisor), on({ ...one, referral: row?.id ?? '' }))
    expect(await raised(one.id)).not.toContain('support-asked')
  })

  it('nobody without it does either', async () => {
    const one = await agreed()
    expect(await askSupport({ cookie: undefined, service, whose: 'me', account: false })).toBe('ended')
    expect(await withdrawSupport(undefined, service)).toBe('ended')
    const followUp = await followUpOf(one.cookie)
    const other = await followUpOf((await made()).cookie)
    expect(await followUpSupport({ ...followUp, privateKey: other.privateKey })).toEqual([])
  })
})

test('erasing a case takes with it what its person agreed to', async () => {
  const { id, reference } = await agreed()
  const seen = async () => {
    const { version } = await ownerDb().case.findUniqueOrThrow({ where: { reference } })
    return { reference, version }
  }
  await ownerDb().case.update({
    where: { id },
    data: { status: 'closed', closedAt: new Date(), disposition: 'advice' },
  })
  await requestErasure(supervisor, { ...(await seen()), reason: 'asked-by-person' })
  await eraseCase(fresh(second), await seen())
  expect(await ownerDb().supportReferral.count({ where: { caseId: id } })).toBe(0)
})
