import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { asker, ensureKeys, fullest, play, reporter } from '@/e2e/factories/play'
import type { Player } from '@/e2e/factories/play'
import { submitJourney } from '@/lib/commands/submit-journey'
import { env } from '@/lib/config/env'
import { ownerDb } from '@/lib/db/owner'
import { DomainError } from '@/lib/domain/errors'
import { identityReasons } from '@/lib/domain/identity'
import type { WhoMayKnow } from '@/lib/domain/identity'
import type { Actor } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/words'
import { readDraft } from '@/lib/drafts/read-draft'
import type { Locale } from '@/lib/i18n/locales'
import { indexNewCases } from '@/lib/jobs/index-new-cases'
import type { FieldValues } from '@/lib/journey/view'
import { createIndexKey } from '@/lib/sealing/blind-index'
import * as opening from '@/lib/sealing/open'
import { openBox } from '@/scripts/testing/reads/own-eyes'
import { openCase } from './open-case'
import { policyContext } from './policy-context'
import { revealIdentity } from './reveal-identity'
import { searchCases } from './search-cases'

const proved = () => policyContext(true)
let holder: Actor
let supervisor: Actor

beforeAll(async () => {
  await ensureKeys()
  await createIndexKey(env().KEY_DIR)
  holder = await somebody('supervisor')
  supervisor = await somebody('supervisor')
})

async function somebody(role: Role): Promise<Actor> {
  const id = randomUUID()
  const account = { id, email: `${id}@example.test`, name: 'Somebody', role }
  await ownerDb().account.create({ data: { ...account, passwordHash: '', totpSecret: new Uint8Array() } })
  return { id, name: 'Somebody', role, districts: [] }
}

const needle = (field: string) => `zqNeedle ${field}`
const told = [needle('identityWords'), needle('previousName')]

/** A case that somebody holds, of whoever told everything they were asked in words of their own. */
async function sent(player: Player, more: FieldValues = {}, locale: Locale = 'en') {
  const { journeyId } = player
  const words = fullest(journeyId === 'liaison' ? 'liaison' : 'report', needle)
  const cookie = await play(player, { ...words, ...more })
  const token = (await readDraft('public', cookie))?.journeys[journeyId]?.token ?? ''
  const post = { slot: 'public', channel: 'online', locale, journeyId, token, cookie } as const
  const result = await submitJourney(post)
  if (!result.ok) throw new Error(`Not sent: ${result.go.to}`)
  const { reference } = result.sent
  await ownerDb().case.update({ where: { reference }, data: { assigneeId: holder.id, status: 'assigned' } })
  return reference
}

const auditOf = (reference: string) =>
  ownerDb().auditEvent.findMany({ where: { reference }, orderBy: { seq: 'asc' } })

async function codeOf(act: Promise<unknown>): Promise<string> {
  try {
    await act
    return 'allowed'
  } catch (error) {
    if (error instanceof DomainError) return error.code
    throw error
  }
}

describe('who somebody is', () => {
  it.each([
    ['a report', reporter, 'en'],
    ['a report in Welsh', reporter, 'cy'],
    ['a request for an officer', asker, 'en'],
  ] as const)('of %s is in nothing that opening it gives', async (_, player, locale) => {
    const reference = await sent(player, { mayKnow: 'those-who-need-it' }, locale)
    const spy = vi.spyOn(opening, 'openBox')
    const opened = await openCase(holder, reference, 'my-case', { reveal: proved() })
    const asked = spy.mock.calls.map(([, wanted]) => wanted ?? [])
    spy.mockRestore()
    // The address is shown, and this is not: one does not lead to the other.
    expect(JSON.stringify([opened, ...(opened?.notes ?? [])])).toContain('zqNeedle account')
    for (const text of told) expect(JSON.stringify(opened)).not.toContain(text)
    expect(opened?.identity).toEqual({ given: true, wish: 'those-who-need-it' })
    expect(asked.flat()).not.toContain('identity')
    const rows = await revealIdentity(holder, reference, { reason: 'contact-safely', wish: null }, proved())
    expect(rows?.map(({ value }) => value)).toEqual(told)
    expect(rows?.map(({ english }) => english?.slice(0, 4))).toEqual(['What', 'A pr'])
    if (locale === 'cy') expect(rows?.[0]?.label).toContain('Beth')
  })

  it('leaves a row with the reason before the key is touched, and the words in no row', async () => {
    const reference = await sent(reporter)
    const spy = vi.spyOn(opening, 'openBox').mockImplementation(async () => {
      const [last] = (await auditOf(reference)).slice(-1)
      expect(last).toMatchObject({
        action: 'identity-revealed',
        actorId: holder.id,
        detail: { reason: 'risk' },
      })
      throw new Error('seen')
    })
    await expect(revealIdentity(holder, reference, { reason: 'risk', wish: null }, proved())).rejects.toThrow(
      'seen',
    )
    expect(spy).toHaveBeenCalledOnce()
    spy.mockRestore()
  })

  it.each<[WhoMayKnow | null, 'holder' | 'other', readonly string[]]>([
    ['those-who-need-it', 'other', identityReasons],
    ['only-the-officer', 'holder', identityReasons],
    ['only-the-officer', 'other', ['risk', 'person-asked', 'required-by-law']],
    ['nobody-yet', 'holder', ['risk', 'person-asked', 'required-by-law']],
    [null, 'other', ['risk', 'person-asked', 'required-by-law']],
  ])('is shown by the wish %s to the %s for these reasons alone: %j', async (wish, who, allowed) => {
    const reference = await sent(reporter)
    const actor = who === 'holder' ? holder : supervisor
    const spy = vi.spyOn(opening, 'openBox')
    const codes = new Map<string, string>()
    for (const reason of identityReasons)
      codes.set(reason, await codeOf(revealIdentity(actor, reference, { reason, wish }, proved())))
    const open = identityReasons.filter((reason) => allowed.includes(reason))
    expect([...codes]).toEqual(
      identityReasons.map((reason) => [reason, open.includes(reason) ? 'allowed' : 'forbidden']),
    )
    expect(spy).toHaveBeenCalledTimes(open.length)
    spy.mockRestore()
    const actions = (await auditOf(reference)).map(({ action }) => action)
    expect(actions.filter((action) => action === 'identity-revealed')).toHaveLength(open.length)
    expect(actions.filter((action) => action === 'refused')).toHaveLength(
      identityReasons.length - open.length,
    )
  })

  it('is shown to nobody without a fresh proof, nor to whoever may not open the case', async () => {
    const reference = await sent(reporter)
    const asking = { reason: 'risk', wish: 'those-who-need-it' } as const
    const before = await auditOf(reference)
    expect(await codeOf(revealIdentity(holder, reference, asking, policyContext()))).toBe('step-up')
    expect(await auditOf(reference)).toEqual(before)
    for (const role of ['administrator', 'auditor', 'call-handler', 'liaison-officer'] as const) {
      const code = await codeOf(revealIdentity(await somebody(role), reference, asking, proved()))
      expect([role, ['not-found', 'forbidden'].includes(code)]).toEqual([role, true])
    }
    const later = (await auditOf(reference)).slice(before.length)
    expect(later.map(({ action }) => action)).toEqual(['refused', 'refused', 'refused', 'refused'])
  })

  it('is found by no search and told by no size', async () => {
    const reference = await sent(reporter)
    await indexNewCases()
    for (const kind of ['surname', 'auto'] as const)
      expect(await searchCases(supervisor, { kind, text: told[1] ?? '' })).not.toMatchObject({
        references: [reference],
      })
    const silent = await sent(reporter, { identityWords: '', previousName: '' })
    const sizes = await Promise.all([reference, silent].map(sizeOf))
    expect(sizes[0]).toBeGreaterThan(0)
    expect(sizes[1]).toBe(sizes[0])
    expect((await openCase(holder, silent, 'my-case'))?.identity.given).toBe(false)
  })

  it('is in its own field and no other of anything that is stored', async () => {
    const reference = await sent(reporter)
    const { submission } = await ownerDb().case.findUniqueOrThrow({
      where: { reference },
      include: { submission: { include: { box: { include: { fields: true, wraps: true } } } } },
    })
    const fields = Object.entries(await openBox(submission.box))
    const holding = fields.filter(([, text]) => told.some((one) => text.includes(one))).map(([name]) => name)
    expect(holding).toEqual(['identity'])
  })
})

async function sizeOf(reference: string): Promise<number> {
  const fields = await ownerDb().sealedField.findMany({
    where: { field: 'identity', box: { submission: { reference } } },
  })
  return fields[0]?.ciphertext.length ?? 0
}
