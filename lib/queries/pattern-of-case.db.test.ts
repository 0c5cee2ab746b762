import { randomBytes } from 'node:crypto'
import { beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { eraseAsOwner } from '@/e2e/factories/erase-as-owner'
import { ensureKeys } from '@/e2e/factories/play'
import { answerLinkRequest, askToLink } from '@/lib/commands/ask-to-link'
import { mergeCase } from '@/lib/commands/tie-cases'
import { currentForce } from '@/lib/config/current-force'
import { ownerDb } from '@/lib/db/owner'
import type { Actor } from '@/lib/domain/policy'
import { seedAccounts, seedId } from '@/prisma/seed/seed-accounts'
import { sendCase } from '@/prisma/seed/seed-cases'
import { seedDistricts } from '@/prisma/seed/seed-districts'
import { seededOfficers, seedOfficers } from '@/prisma/seed/seed-officers'
import { urgentCases } from '@/prisma/seed/urgent-cases'
import { linkRequestsOf } from './link-requests'
import { patternOfCase } from './pattern-of-case'
import { tiesOfCase } from './ties-of-case'

const { home, beside } = seedDistricts(currentForce())
const id = (name: string) => seedId('account', `${name}@example.test`)
const supervisor: Actor = { id: id('supervisor'), name: 's', role: 'supervisor', districts: [] }
const officer: Actor = { id: id('officer'), name: 'o', role: 'liaison-officer', districts: [home, beside] }
/** Sees nothing of the officer's district. */
const far: Actor = { id: id('lena.fischer'), name: 'l', role: 'liaison-officer', districts: ['nowhere'] }
const triager: Actor = { id: id('triager'), name: 't', role: 'triager', districts: [] }
const day = 24 * 60 * 60_000

beforeAll(async () => {
  await ensureKeys()
  await seedAccounts(seededOfficers(currentForce()))
  await seedOfficers(currentForce(), new Date())
})

const row = (reference: string) => ownerDb().case.findUniqueOrThrow({ where: { reference } })
const seen = async (reference: string) => ({ reference, version: (await row(reference)).version })

/** A case found by these terms alone, that came so many days ago. */
async function indexed(
  terms: Readonly<Record<string, Uint8Array<ArrayBuffer>>>,
  daysAgo: number,
  holder: string | null = null,
): Promise<string> {
  const [first] = urgentCases
  if (first === undefined) throw new Error('no case')
  const reference = await sendCase(first)
  const { id: caseId } = await ownerDb().case.update({
    where: { reference },
    data: {
      receivedAt: new Date(Date.now() - daysAgo * day),
      ...{ assigneeId: holder, status: holder === null ? 'new' : 'assigned' },
    },
  })
  await ownerDb().caseIndex.deleteMany({ where: { caseId } })
  await ownerDb().caseIndex.createMany({
    data: Object.entries(terms).map(([kind, term]) => ({ caseId, keyId: 'k', kind, term })),
  })
  return reference
}

let postcode = new Uint8Array(3)
let telephone = new Uint8Array(4)
let mine = ''
beforeEach(async () => {
  postcode = new Uint8Array(randomBytes(3))
  telephone = new Uint8Array(randomBytes(4))
  mine = await indexed({ postcode, telephone }, 10, officer.id)
})

const told = async (actor: Actor, reference = mine) => patternOfCase(actor, await row(reference))

describe('how often something has come', () => {
  it('is counted over the 90 days before and since, whoever’s the others are, and is in the audit', async () => {
    await indexed({ postcode }, 30, far.id)
    await indexed({ postcode, telephone }, 99)
    await indexed({ postcode }, 102)
    await indexed({ postcode }, 1)
    expect(await told(officer)).toEqual([
      { kind: 'telephone', before: 1, since: 0 },
      { kind: 'postcode', before: 2, since: 1 },
    ])
    const last = await ownerDb().auditEvent.findFirst({
      where: { reference: mine },
      orderBy: { seq: 'desc' },
    })
    expect(last).toMatchObject({
      action: 'pattern-told',
      actorId: officer.id,
      detail: { telephone: 1, postcode: 3 },
    })
  })

  it('says nothing and leaves no row where a case is the first, nor by a surname', async () => {
    await ownerDb().caseIndex.create({
      data: { caseId: (await row(mine)).id, keyId: 'k', kind: 'surname', term: new Uint8Array([1, 2, 3]) },
    })
    await indexed({ surname: new Uint8Array([1, 2, 3]) }, 20)
    expect(await told(officer)).toEqual([])
    expect(await ownerDb().auditEvent.count({ where: { reference: mine, action: 'pattern-told' } })).toBe(0)
  })

  it('is told to whoever works on the case, and to nobody else who sees or opens it', async () => {
    await indexed({ postcode }, 30)
    expect(await told(far)).toEqual([])
    expect(await told(triager)).toEqual([])
    expect(await told({ ...officer, id: id('quinn.doyle') })).toEqual([])
    expect(await told(supervisor)).toHaveLength(1)
  })

  it('counts no sealed case, for nobody, none of a conflict, and one that is merged with it or another once', async () => {
    const sealed = await indexed({ postcode }, 20)
    await ownerDb().case.update({
      where: { reference: sealed },
      data: { restricted: true, namedIds: [supervisor.id, officer.id] },
    })
    const conflicted = await indexed({ postcode }, 21)
    await ownerDb().case.update({ where: { reference: conflicted }, data: { conflictedIds: [officer.id] } })
    expect(await told(officer)).toEqual([])
    expect(await told(supervisor)).toEqual([{ kind: 'postcode', before: 1, since: 0 }])
    const again = await indexed({ postcode }, 22)
    await mergeCase(supervisor, { ...(await seen(again)), other: mine })
    expect(await told(officer)).toEqual([])
    const [one, other] = [await indexed({ postcode }, 23), await indexed({ postcode }, 24)]
    await mergeCase(supervisor, { ...(await seen(one)), other })
    expect(await told(officer)).toEqual([{ kind: 'postcode', before: 1, since: 0 }])
  })

  it('counts a decoy as any other, so that no count tells which it is', async () => {
    const decoy = await indexed({ postcode }, 20)
    await ownerDb().decoy.create({
      data: { caseId: (await row(decoy)).id, force: currentForce().id, madeAt: new Date() },
    })
    expect(await told(officer)).toEqual([{ kind: 'postcode', before: 1, since: 0 }])
    await ownerDb().decoy.deleteMany({ where: { case: { reference: decoy } } })
  })
})

describe('asking for a link', () => {
  it('tells whoever asks nothing until somebody says yes, and then the case and who said so', async () => {
    const theirs = await indexed({ telephone }, 40, far.id)
    await askToLink(officer, await seen(mine))
    const asked = await linkRequestsOf(officer, (await row(mine)).id)
    expect(asked).toMatchObject({ came: [], agreed: [] })
    expect(asked.askedAt).not.toBeNull()

    const { came } = await linkRequestsOf(far, (await row(theirs)).id)
    // The case it is asked for is not one that they may see.
    expect(came).toMatchObject([{ kind: 'telephone', reference: null }])
    expect((await linkRequestsOf(supervisor, (await row(theirs)).id)).came).toMatchObject([
      { reference: mine },
    ])
    expect((await linkRequestsOf(officer, (await row(theirs)).id)).came).toEqual([])

    const answer = { request: came[0]?.id ?? '', answer: 'yes' }
    await expect(answerLinkRequest(officer, { ...(await seen(mine)), ...answer })).rejects.toMatchObject({
      code: 'request-over',
    })
    await answerLinkRequest(far, { ...(await seen(theirs)), ...answer })
    expect((await linkRequestsOf(officer, (await row(mine)).id)).agreed).toMatchObject([
      { reference: theirs },
    ])
    expect((await tiesOfCase(supervisor, (await row(mine)).id)).links).toMatchObject([
      { reference: theirs, kind: 'same-person' },
    ])
    await expect(answerLinkRequest(far, { ...(await seen(theirs)), ...answer })).rejects.toMatchObject({
      code: 'request-over',
    })
  })

  it('looks the same whether somebody said no, nobody answered, or there was nobody to ask', async () => {
    const theirs = await indexed({ telephone }, 40, far.id)
    const alone = await indexed({ telephone: new Uint8Array(randomBytes(4)) }, 5, officer.id)
    await askToLink(officer, await seen(mine))
    await askToLink(officer, await seen(alone))
    const [request] = (await linkRequestsOf(far, (await row(theirs)).id)).came
    const before = await linkRequestsOf(officer, (await row(mine)).id)
    await answerLinkRequest(far, { ...(await seen(theirs)), request: request?.id ?? '', answer: 'no' })
    expect(await linkRequestsOf(officer, (await row(mine)).id)).toEqual(before)
    expect(await linkRequestsOf(officer, (await row(alone)).id)).toMatchObject({ came: [], agreed: [] })
    // Once more: nobody is asked twice.
    await askToLink(officer, await seen(mine))
    expect((await linkRequestsOf(far, (await row(theirs)).id)).came).toEqual([])
    const events = await ownerDb().caseEvent.findMany({ where: { case: { reference: mine } } })
    expect(events.filter(({ type }) => type === 'link-declined')).toEqual([])
  })

  it('is for whoever works on the case, reaches no sealed one, and goes with an erased one', async () => {
    const theirs = await indexed({ telephone }, 40, far.id)
    await expect(askToLink(far, await seen(mine))).rejects.toMatchObject({ code: 'not-found' })
    await askToLink(officer, await seen(mine))
    const [request] = (await linkRequestsOf(far, (await row(theirs)).id)).came
    await ownerDb().case.update({
      where: { reference: theirs },
      data: { restricted: true, namedIds: [far.id] },
    })
    await expect(
      answerLinkRequest(far, { ...(await seen(theirs)), request: request?.id ?? '', answer: 'yes' }),
    ).rejects.toMatchObject({ code: 'case-sealed' })
    await eraseAsOwner(theirs)
    expect(await ownerDb().linkRequest.count({ where: { case: { reference: mine } } })).toBe(0)
  })
  it('says nothing of a sealed case, nor of one that whoever might answer has a conflict with', async () => {
    const theirs = await indexed({ telephone }, 40, far.id)
    const cameTo = async () => (await linkRequestsOf(far, (await row(theirs)).id)).came
    await ownerDb().case.update({
      where: { reference: mine },
      data: { restricted: true, namedIds: [officer.id] },
    })
    await expect(askToLink(officer, await seen(mine))).rejects.toMatchObject({ code: 'case-sealed' })
    expect(await cameTo()).toEqual([])

    await ownerDb().case.update({ where: { reference: mine }, data: { restricted: false, namedIds: [] } })
    await askToLink(officer, await seen(mine))
    const [request] = await cameTo()
    const answered = async () =>
      answerLinkRequest(far, { ...(await seen(theirs)), request: request?.id ?? '', answer: 'yes' })
    const hidden = [
      { restricted: true, namedIds: [officer.id] },
      { restricted: false, conflictedIds: [far.id] },
    ]
    for (const data of hidden) {
      await ownerDb().case.update({ where: { reference: mine }, data })
      expect(await cameTo()).toEqual([])
      await expect(answered()).rejects.toMatchObject({ code: 'request-over' })
    }
    await ownerDb().case.update({ where: { reference: mine }, data: { conflictedIds: [] } })
    await answered()
    const agreed = async () => (await linkRequestsOf(officer, (await row(mine)).id)).agreed
    expect(await agreed()).toHaveLength(1)
    await ownerDb().case.update({ where: { reference: theirs }, data: { conflictedIds: [officer.id] } })
    expect(await agreed()).toEqual([])
  })

  it('reaches the latest fifty and no more', async () => {
    const earliest = await indexed({ telephone }, 90, far.id)
    for (let ago = 30; ago < 80; ago += 1) await indexed({ telephone }, ago, far.id)
    await askToLink(officer, await seen(mine))
    const { id: caseId } = await row(mine)
    expect(await ownerDb().linkRequest.count({ where: { caseId } })).toBe(50)
    expect((await linkRequestsOf(far, (await row(earliest)).id)).came).toEqual([])
  })
})
