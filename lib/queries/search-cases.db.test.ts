import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, it, vi } from 'vitest'
import { sealedCase, storeSealedCases } from '../../e2e/factories/searchable-cases'
import { isFull } from '../../e2e/hostile/figures'
import { ownDatabase } from '../../scripts/testing/own-database'
import { asOf } from '@/lib/adapters/clock'
import { env } from '@/lib/config/env'
import { asActor, deskDb } from '@/lib/db/client'
import type { Transaction } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { declareLink, removeLink } from '@/lib/commands/declare-link'
import { factsOf } from '@/lib/domain/case-facts'
import { indexKinds, indexTerm } from '@/lib/domain/index-term'
import type { IndexKind } from '@/lib/domain/index-term'
import { mayEnter } from '@/lib/domain/desk-areas'
import { can } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import { newReference } from '@/lib/domain/reference'
import { caseStatuses, roles } from '@/lib/domain/words'
import type { Role } from '@/lib/domain/words'
import { indexNewCases } from '@/lib/jobs/index-new-cases'
import type { Answers } from '@/lib/journey/definition'
import * as blindIndex from '@/lib/sealing/blind-index'
import { createIndexKey, indexKeys, renewIndexKey } from '@/lib/sealing/blind-index'
import { createKeys } from '@/lib/sealing/create-keys'
import * as opening from '@/lib/sealing/open'
import { listLinks } from './list-links'
import { policyContext } from './policy-context'
import { searchCases } from './search-cases'

// Keys are made anew, and thousands of cases are stored.
await ownDatabase()

const noon = new Date('2026-06-10T11:00:00Z')
const { startOfToday } = asOf(noon, policyContext)
const other = randomUUID()
const everything = 100_000

const reference = () => newReference('report', crypto.getRandomValues(new Uint8Array(8)))
const plain = {
  ...{ district: 'north', status: 'new', assigneeId: null, recordedById: null, receivedAt: noon },
  ...{ restricted: false, excludedDistricts: [], namesExclusion: false },
}

async function store(cases: readonly (readonly [Parameters<typeof sealedCase>[1], Answers])[]) {
  const sealed = await Promise.all(cases.map(([facts, answers]) => sealedCase(reference(), facts, answers)))
  for (let from = 0; from < sealed.length; from += 500) await storeSealedCases(sealed.slice(from, from + 500))
  await indexNewCases()
  return sealed
}

async function person(role: Role, name = 'Searches', active = true): Promise<Actor> {
  const id = randomUUID()
  await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name, role, active } })
  const districts = role === 'liaison-officer' ? ['north', 'south'] : []
  if (role === 'liaison-officer')
    await ownerDb().officer.create({
      data: { id: randomUUID(), accountId: id, districts, languages: [], openLimit: 5 },
    })
  return { id, name, role, districts }
}

const search = (actor: Actor, text: string, kind: IndexKind | 'auto' = 'auto', size?: number) =>
  asOf(noon, () => searchCases(actor, { kind, text }, size))

async function found(actor: Actor, text: string, size?: number): Promise<readonly string[]> {
  const result = await search(actor, text, 'auto', size)
  return 'references' in result ? result.references : []
}

const audited = (actor: Actor) =>
  ownerDb().auditEvent.findMany({ where: { actorId: actor.id }, orderBy: { seq: 'asc' } })
const detailsOf = async (actor: Actor) =>
  (await audited(actor)).map(({ action, detail }) => ({ action, detail }))

beforeAll(async () => {
  await createKeys(env().KEY_DIR)
  await createIndexKey(env().KEY_DIR)
  await ownerDb().account.create({
    data: { id: other, email: `${other}@example.test`, name: 'Other', role: 'auditor' },
  })
})

describe('a search', () => {
  const answers = {
    name: 'Siân Llŷr-Findable',
    phone: '07700 900999',
    email: 'Sian.Findable@example.test',
    postcode: 'sg1 9zz',
    postalAddress: '9 High Street\nSG2 9ZZ',
    account: 'Somebody called Unfindable',
    suspectWords: 'Unfindable, 07700 900888, unfindable@example.test, SG3 9ZZ',
  }

  it.each([
    ['07700 900999', 'telephone'],
    ['+44 (0)7700-900999', 'telephone'],
    ['sian.findable@EXAMPLE.test', 'email'],
    ['SG19ZZ', 'postcode'],
    ['SG2 9ZZ', 'postcode'],
    ['llyr-findable', 'surname'],
    ['Somebody Llŷr-Findable', 'surname'],
  ])('by %s, as its looks say a %s, finds the case; and nobody else’s words do', async (text, kind) => {
    const [one] = await store([[plain, answers]])
    const actor = await person('supervisor')
    expect(await search(actor, text)).toEqual({
      kind,
      references: expect.arrayContaining([one?.row.reference]) as unknown,
      more: false,
    })
    for (const words of ['Unfindable', '07700 900888', 'unfindable@example.test', 'SG3 9ZZ'])
      expect(await found(actor, words)).toEqual([])
  })

  it('by a reference leads to it, whoever’s it is and whether there is one or not', async () => {
    const [theirs] = await store([[{ ...plain, restricted: true }, answers]])
    const actor = await person('triager')
    for (const text of [theirs?.row.reference ?? '', reference()])
      expect(await search(actor, text.toLowerCase())).toEqual({ kind: 'reference', reference: text })
    const detail = { kind: 'reference', hits: 0, own: false, colleague: false }
    expect(await detailsOf(actor)).toEqual([
      { action: 'searched', detail },
      { action: 'searched', detail },
    ])
  })

  it('for what is nothing of that kind finds nothing, and is recorded too', async () => {
    const actor = await person('supervisor')
    expect(await search(actor, '12')).toEqual({ kind: 'unknown' })
    expect(await search(actor, 'Ada Obi', 'telephone')).toEqual({ kind: 'unknown' })
    expect(await detailsOf(actor)).toEqual(
      [1, 2].map(() => ({
        action: 'searched',
        detail: { kind: 'unknown', hits: 0, own: false, colleague: false },
      })),
    )
  })

  it('gives the newest where there are too many, says so, and records how many there were', async () => {
    const cases = await store(
      [0, 1, 2].map((days) => [
        { ...plain, receivedAt: new Date(noon.getTime() - days * 86_400_000) },
        { name: 'A Plentiful' },
      ]),
    )
    const actor = await person('supervisor')
    expect(await search(actor, 'Plentiful', 'auto', 2)).toEqual({
      kind: 'surname',
      references: cases.slice(0, 2).map(({ row }) => row.reference),
      more: true,
    })
    expect(await detailsOf(actor)).toMatchObject([{ detail: { hits: 3 } }])
  })

  it('finds what lies under the key of before, while the index is made anew', async () => {
    const [one] = await store([[plain, { name: 'A Renewed' }]])
    const actor = await person('supervisor')
    await renewIndexKey(env().KEY_DIR)
    expect(await found(actor, 'Renewed')).toEqual([one?.row.reference])
    await indexNewCases()
    expect(await found(actor, 'Renewed')).toEqual([one?.row.reference])
  })
})

describe('the audit of a search', () => {
  it('says if it was their own surname or address, or a colleague’s, and nothing of what it was', async () => {
    const actor = await person('supervisor', 'Ada Ownsurname')
    await person('auditor', 'Ben Colleague-Surname')
    const tries: readonly (readonly [string, string, boolean, boolean])[] = [
      ['OWNSURNAME', 'surname', true, false],
      ['somebody colleague-surname', 'surname', false, true],
      ['Nobodyssurname', 'surname', false, false],
      [`${actor.id}@EXAMPLE.test`, 'email', true, false],
      [`${other}@example.test`, 'email', false, true],
      ['07700 900876', 'telephone', false, false],
    ]
    for (const [text] of tries) await search(actor, text)
    expect(await audited(actor)).toMatchObject(
      tries.map(([, kind, own, colleague]) => ({
        ...{ action: 'searched', role: 'supervisor', caseId: null, reference: null },
        detail: { kind, own, colleague, hits: 0 },
      })),
    )
    for (const { detail } of await audited(actor))
      expect(Object.keys(detail as object).sort()).toEqual(['colleague', 'hits', 'kind', 'own'])
  })

  it('says so of the number, the address and the postcode they declared as theirs, under each key, and of nobody close to them', async () => {
    const [actor, colleague, stranger] = [
      await person('supervisor', 'Cy Worksunder'),
      await person('call-handler', 'Di Worksunder-Too'),
      await person('triager', 'Ed Nobodys'),
    ]
    const nothing = { telephone: '', email: '', surname: '', postcode: '', own: 'yes' }
    const declare = async (
      who: Actor,
      telephone: string,
      email: string,
      surname: string,
      postcode: string,
    ) => {
      await declareLink(who, { ...nothing, kind: 'telephone', telephone })
      await declareLink(who, { ...nothing, kind: 'email', email })
      await declareLink(who, { ...nothing, kind: 'person', surname, postcode })
    }
    await declare(actor, '07700 900401', 'cy.home@example.test', 'Athomeone', 'SG4 4AA')
    await declare(colleague, '07700 900402', 'di.home@example.test', 'Athometwo', 'SG4 4AB')
    const close = { ...nothing, kind: 'person', surname: 'Closeone', postcode: 'SG4 4AD', own: '' }
    for (const who of [actor, colleague]) {
      await declareLink(who, close)
      await declareLink(who, { ...nothing, kind: 'telephone', telephone: '07700 900403', own: '' })
    }
    const [own, theirs, nobodys] = [
      { own: true, colleague: false },
      { own: false, colleague: true },
      { own: false, colleague: false },
    ]
    const tries = [
      ['+44 7700 900 401', own],
      ['CY.HOME@example.test', own],
      ['sg44aa', own],
      ['Athomeone', own],
      ['07700900402', theirs],
      ['di.home@example.test', theirs],
      ['SG4 4AB', theirs],
      ['athometwo', theirs],
      ['07700 900403', nobodys],
      ['SG4 4AD', nobodys],
      ['Closeone', nobodys],
      ['SG4 4AE', nobodys],
      [reference(), nobodys],
    ] as const
    const noted = async (who: Actor) => {
      const before = (await audited(who)).length
      for (const [text] of tries) await search(who, text)
      return (await audited(who)).slice(before)
    }
    const expected = tries.map(([, detail]) => ({ action: 'searched', detail }))
    expect(await noted(actor)).toMatchObject(expected)
    const asTheirs = tries.map(([, { own: mine, colleague: other }]) => mine || other)
    expect(await noted(stranger)).toMatchObject(
      asTheirs.map((is) => ({ detail: { own: false, colleague: is } })),
    )
    await renewIndexKey(env().KEY_DIR)
    expect(await noted(actor)).toMatchObject(expected)
    for (const { id } of await listLinks(colleague)) await removeLink(colleague, id)
    const [, , , , afterRemoval] = await noted(actor)
    expect(afterRemoval).toMatchObject({ detail: nobodys })
  })

  it('is told to nobody who may not search', async () => {
    const actor = await person('supervisor')
    await declareLink(actor, {
      ...{ kind: 'telephone', telephone: '07700 900404', email: '', surname: '', postcode: '', own: 'yes' },
    })
    const [link] = await ownerDb().declaredLink.findMany({ where: { accountId: actor.id } })
    const ask = async (who: Actor | null) => {
      const asked = (tx: Pick<Transaction, '$queryRaw'>) =>
        tx.$queryRaw<unknown[]>`SELECT own, colleague FROM whose_term('telephone', ${[link?.hash]}::bytea[])`
      const [row] = who === null ? await asked(deskDb()) : await asActor(who, asked)
      return row
    }
    expect(await ask(actor)).toEqual({ own: true, colleague: false })
    expect(await ask(await person('triager'))).toEqual({ own: false, colleague: true })
    for (const who of [
      null,
      await person('auditor'),
      await person('administrator'),
      await person('call-handler'),
    ])
      expect(await ask(who)).toEqual({ own: false, colleague: false })
  })

  it('is committed before the key that opens is used; without it nothing is opened', async () => {
    await store([[plain, { name: 'A Committed' }]])
    const actor = await person('supervisor')
    const seen: number[] = []
    const real = opening.openBox
    const spy = vi.spyOn(opening, 'openBox').mockImplementation(async (...args) => {
      seen.push((await audited(actor)).length)
      return real(...args)
    })
    await found(actor, 'Committed')
    expect(seen).toEqual([1])

    await ownerDb().$executeRawUnsafe(
      `CREATE FUNCTION no_room() RETURNS trigger LANGUAGE plpgsql AS $$ BEGIN RAISE EXCEPTION 'no room'; END $$`,
    )
    await ownerDb().$executeRawUnsafe(
      'CREATE TRIGGER no_room BEFORE INSERT ON audit_event FOR EACH ROW EXECUTE FUNCTION no_room()',
    )
    try {
      await expect(found(actor, 'Committed')).rejects.toThrow(/no room/)
    } finally {
      await ownerDb().$executeRawUnsafe('DROP TRIGGER no_room ON audit_event')
      await ownerDb().$executeRawUnsafe('DROP FUNCTION no_room()')
      spy.mockRestore()
    }
    expect(seen).toEqual([1])
  })
})

describe('who may not search', () => {
  it.each(roles.filter((role) => !mayEnter(role, 'search')))(
    'a %s: no key is touched, and the try is recorded',
    async (role) => {
      const actor = await person(role)
      const keys = vi.spyOn(blindIndex, 'indexKeys')
      for (const text of ['Llyr', '07700 900999', reference()])
        await expect(search(actor, text)).rejects.toMatchObject({ code: 'forbidden' })
      expect(keys).not.toHaveBeenCalled()
      expect(await detailsOf(actor)).toEqual(
        [1, 2, 3].map(() => ({ action: 'refused', detail: { attempted: 'enter', area: 'search' } })),
      )
      keys.mockRestore()
    },
  )
})

describe('who finds what', () => {
  it('is the policy’s opening, for every role and state of a case', { timeout: 600_000 }, async () => {
    const me = randomUUID()
    await ownerDb().account.create({
      data: { id: me, email: `${me}@example.test`, name: 'Me', role: 'auditor' },
    })
    await ownerDb().officer.create({
      data: { id: randomUUID(), accountId: me, districts: ['north', 'south'], languages: [], openLimit: 5 },
    })
    const states = [null, 'north', 'elsewhere'].flatMap((district) =>
      caseStatuses.flatMap((status) =>
        [null, me, other].flatMap((assigneeId) =>
          [null, me].flatMap((recordedById) =>
            [startOfToday, new Date(startOfToday.getTime() - 1)].flatMap((receivedAt) =>
              [true, false].flatMap((restricted) =>
                [[], ['elsewhere', 'south']].flatMap((excludedDistricts) =>
                  [true, false].map((namesExclusion) => ({
                    ...{ district, status, assigneeId, recordedById, receivedAt, restricted },
                    ...{ excludedDistricts, namesExclusion },
                  })),
                ),
              ),
            ),
          ),
        ),
      ),
    )
    const cases = await store(states.map((facts) => [facts, { name: 'A Paritysearch' }]))
    while ((await indexNewCases()) > 0);
    let compared = 0
    for (const role of roles)
      for (const active of [true, false]) {
        await ownerDb().account.update({ where: { id: me }, data: { role, active } })
        const districts = role === 'liaison-officer' ? ['north', 'south'] : []
        const actor = { id: me, name: 'Me', role, districts }
        const allowed = cases.filter(
          ({ row }) => active && can(actor, 'open', factsOf(row), { startOfToday, steppedUp: false }),
        )
        if (!mayEnter(role, 'search')) {
          expect(allowed).toEqual([])
          continue
        }
        const result = await found(actor, 'Paritysearch', everything)
        expect([...result].sort()).toEqual(allowed.map(({ row }) => row.reference).sort())
        const [row] = (await audited(actor)).slice(-1)
        expect(row?.detail).toMatchObject({ hits: allowed.length })
        compared += cases.length
      }
    process.stdout.write(`Search parity: ${String(compared)} combinations, 0 differences\n`)
  })

  it('a case that is not theirs and one there is not answer, and are recorded, alike', async () => {
    await store([
      [
        { ...plain, restricted: true },
        { name: 'A Hiddenone', phone: '07700 900777' },
      ],
    ])
    await store([
      [
        { ...plain, assigneeId: other },
        { name: 'A Hiddenone', phone: '07700 900777' },
      ],
    ])
    for (const role of ['triager', 'liaison-officer'] as const) {
      const actor = await person(role)
      const answers = []
      for (const text of ['Hiddenone', 'Nowhereatall']) answers.push(await search(actor, text))
      for (const text of ['07700 900777', '07700 900776']) answers.push(await search(actor, text))
      expect(answers[0]).toEqual(answers[1])
      expect(answers[2]).toEqual(answers[3])
      const [first, second, third, fourth] = await detailsOf(actor)
      expect(first).toEqual(second)
      expect(third).toEqual(fourth)
    }
  })
})

/** Ten thousand in the full form of the hostile suite. */
const otherTerms = isFull ? 10_000 : 1_000

describe('the index keeps a part of each hash', () => {
  it(
    'and of other terms, each the same as a case’s by that part, none is shown',
    { timeout: 600_000 },
    async () => {
      const [one] = await store([
        [
          plain,
          { name: 'A Single', phone: '07700 900111', email: 'single@example.test', postcode: 'SG1 1SS' },
        ],
      ])
      if (one === undefined) throw new Error('no case')
      const [key] = indexKeys(env().KEY_DIR)
      const random = (kind: IndexKind, number: number): string => {
        const seed = (number * 7919) % 1_000_000
        switch (kind) {
          case 'telephone':
            return `07${String(100_000_000 + seed * 13).slice(0, 9)}`
          case 'email':
            return `somebody${String(seed)}@example.test`
          case 'postcode':
            return `AL${String(seed % 10)} ${String((seed >> 4) % 10)}${'ABDEFGHJLNPQRSTUWXYZ'.charAt(number % 20)}${'ABDEFGHJLNPQRSTUWXYZ'.charAt((number >> 5) % 20)}`
          case 'surname':
            return `Q${Array.from(String(seed), (digit) => 'abcdefghij'.charAt(Number(digit))).join('')}`
        }
      }
      const tries = Array.from({ length: otherTerms }, (_, number) => {
        const kind = indexKinds[number % indexKinds.length] ?? 'surname'
        return { kind, text: random(kind, number) }
      })
      const colliding = await Promise.all(
        tries.map(async ({ kind, text }) => ({
          ...{ caseId: one.row.id, keyId: key.id, kind },
          term: new Uint8Array(await blindIndex.blindTerm(key, kind, indexTerm(kind, text) ?? '')),
        })),
      )
      await ownerDb().caseIndex.createMany({ data: colliding, skipDuplicates: true })
      const actor = await person('supervisor')
      let shown = 0
      for (let from = 0; from < tries.length; from += 8)
        await Promise.all(
          tries.slice(from, from + 8).map(async ({ kind, text }) => {
            const result = await search(actor, text, kind)
            shown += 'references' in result ? result.references.length : 1
          }),
        )
      const rows = await audited(actor)
      const collided = rows.filter(({ detail }) => (detail as { hits: number }).hits > 0).length
      process.stdout.write(
        `Search: ${String(rows.length)} terms, ${String(collided)} collided, ${String(shown)} shown\n`,
      )
      expect({ searches: rows.length, collided, shown }).toEqual({
        searches: otherTerms,
        collided: otherTerms,
        shown: 0,
      })
      expect(await found(actor, 'Single')).toEqual([one.row.reference])
    },
  )
})

describe('what was searched for', () => {
  it('is neither in the database nor in the log, nor is its hash in the audit', async () => {
    const answers = {
      name: 'Zq Leaksurname',
      phone: '07700 900222',
      email: 'zqleak@example.test',
      postcode: 'SG1 2ZQ',
    }
    const written: string[] = []
    const out = vi.spyOn(process.stdout, 'write').mockImplementation((text) => written.push(String(text)) > 0)
    const err = vi.spyOn(process.stderr, 'write').mockImplementation((text) => written.push(String(text)) > 0)
    const [one] = await store([[plain, answers]])
    const actor = await person('supervisor')
    for (const text of [
      ...Object.values(answers),
      'Zqabsent',
      '07700 900333',
      'zqabsent@example.test',
      'SG1 3ZQ',
    ])
      await search(actor, text)
    await search(actor, 'zq 900222 leak 1')
    out.mockRestore()
    err.mockRestore()
    const terms = [...Object.values(answers), 'Zqabsent', '07700 900333', 'zqabsent@example.test', 'SG1 3ZQ']
    const needles = terms.flatMap((text) => {
      const normal = indexKinds.flatMap((kind) => indexTerm(kind, text) ?? [])
      return [text, ...normal].filter((each) => each.length > 5).flatMap((each) => forms(each))
    })
    const text = `${await dump()}\n${written.join('\n')}`
    expect(text).toContain(one?.row.reference)
    expect(needles.filter((needle) => text.includes(needle))).toEqual([])

    const [key] = indexKeys(env().KEY_DIR)
    expect(text).not.toContain(Buffer.from(key.privateKey).toString('hex'))
    expect(text).not.toContain(Buffer.from(key.privateKey).toString('base64'))
    const log = JSON.stringify((await audited(actor)).map(({ detail }) => detail))
    const hash = await blindIndex.blindTerm(key, 'surname', indexTerm('surname', answers.name) ?? '')
    for (const encoding of ['hex', 'base64'] as const)
      expect(log).not.toContain(Buffer.from(hash).toString(encoding))
  })
})

/** How a text may lie in a dump. */
function forms(text: string): readonly string[] {
  const bytes = Buffer.from(text, 'utf8')
  return [text, bytes.toString('hex'), bytes.toString('base64').replace(/=+$/u, '')]
}

/** Every row of every table as text; bytes are hex. */
async function dump(): Promise<string> {
  const tables = await ownerDb().$queryRaw<{ name: string }[]>`
    SELECT quote_ident(table_schema) || '.' || quote_ident(table_name) AS name FROM information_schema.tables
     WHERE table_schema IN ('public', 'jobs') AND table_type = 'BASE TABLE'`
  const lines: string[] = []
  for (const { name } of tables)
    for (const { line } of await ownerDb().$queryRawUnsafe<{ line: string }[]>(
      `SELECT t::text AS line FROM ${name} t`,
    ))
      lines.push(line)
  return lines.join('\n')
}
