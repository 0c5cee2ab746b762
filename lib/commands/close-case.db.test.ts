import { randomUUID } from 'node:crypto'
import { beforeAll, describe, expect, test } from 'vitest'
import { ensureKeys, fullest, play, reporter } from '../../e2e/factories/play'
import { openBox } from '../../scripts/testing/reads/own-eyes'
import { asActor } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import type { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import type { Role } from '@/lib/domain/words'
import { readDraft } from '@/lib/drafts/read-draft'
import { subjectQuestions } from '@/lib/journeys/without-subject'
import { listCaseHistory } from '@/lib/queries/list-case-history'
import { openCase } from '@/lib/queries/open-case'
import { recordTypes } from '@/lib/queries/record-types'
import { closeCase } from './close-case'
import { exportPerson } from './export-person'
import { holdCase } from './erase-case'
import { today } from './journey-setting'
import { decideRecordType, proposeRecordType, takeBackRecordType } from './record-types'
import { setCaseStatus } from './set-status'
import { submitJourney } from './submit-journey'
import { takeCase } from './take-case'

const person = (role: Role): Actor => ({ id: randomUUID(), name: role, role, districts: [] })
const one = person('supervisor')
const other = person('supervisor')
const administrator = person('administrator')

beforeAll(async () => {
  await ensureKeys()
  for (const { id, name, role } of [one, other, administrator])
    await ownerDb().account.create({ data: { id, email: `${id}@example.test`, name, role } })
})

const codeOf = (act: Promise<unknown>) =>
  act.then(
    () => 'done',
    (error: unknown) => (error as DomainError).code,
  )

/** A report with words in every answer, sent as people send it and held by `one`. */
async function heldCase(locale: 'en' | 'cy' = 'en') {
  const words = (id: string) => `${id} ${randomUUID().slice(0, 8)}`
  const said = new Map<string, string>()
  const fields = fullest('report', (id) => {
    const text = words(id)
    said.set(id, text)
    return text
  })
  const cookie = await play(reporter, fields)
  const token = (await readDraft('public', cookie))?.journeys.report?.token ?? ''
  const sent = await submitJourney({ ...reporter, token, cookie, locale })
  if (!sent.ok) throw new Error(`not sent: ${JSON.stringify(sent.go)}`)
  const { reference } = sent.sent
  await takeCase(one, await seen(reference))
  // High risk would be closed by two.
  await ownerDb().case.update({ where: { reference }, data: { riskDecided: 'low', riskRank: 2 } })
  return { reference, said }
}

const seen = (reference: string) =>
  ownerDb().case.findUniqueOrThrow({ where: { reference }, select: { reference: true, version: true } })

async function boxOf(reference: string) {
  const { submission } = await ownerDb().case.findUniqueOrThrow({
    where: { reference },
    include: { submission: { include: { box: { include: { fields: true, wraps: true } } } } },
  })
  return submission.box
}

const close = async (reference: string, more: object = {}, by = one) =>
  codeOf(
    closeCase(by, {
      ...(await seen(reference)),
      ...{ disposition: 'behaviour-or-intelligence', reason: 'looked into', isRisk: false },
      ...more,
    }),
  )

const audited = async (reference: string) =>
  (await ownerDb().auditEvent.findMany({ where: { reference }, orderBy: { seq: 'asc' } })).map(
    ({ action }) => action,
  )

describe('closing a case', () => {
  test('keeps the version it ended by, and forgets it when it is opened again', async () => {
    const { reference } = await heldCase()
    expect(await close(reference, { disposition: 'advice' })).toBe('done')
    const type = (await recordTypes(one)).find(({ disposition }) => disposition === 'advice')
    expect(await ownerDb().case.findUniqueOrThrow({ where: { reference } })).toMatchObject({
      ...{ status: 'closed', disposition: 'advice', recordTypeId: type?.id },
    })
    await setCaseStatus(one, { ...(await seen(reference)), status: 'in-progress', reason: 'Once more.' })
    expect(await ownerDb().case.findUniqueOrThrow({ where: { reference } })).toMatchObject({
      ...{ status: 'in-progress', disposition: null, recordTypeId: null },
    })
  })

  test.each([
    [{ disposition: 'nothing-we-know' }, 'invalid'],
    [{ reason: ' ' }, 'invalid'],
    [{ isRisk: null }, 'subject-unanswered'],
  ])('refuses %j: %s', async (more, code) => {
    const { reference } = await heldCase()
    const box = await boxOf(reference)
    expect(await close(reference, more)).toBe(code)
    expect(await boxOf(reference)).toEqual(box)
    expect((await ownerDb().case.findUniqueOrThrow({ where: { reference } })).status).toBe('assigned')
  })
})

describe('what was said about the person complained of', () => {
  test('stays where there is a real risk', async () => {
    const { reference } = await heldCase()
    const box = await boxOf(reference)
    expect(await close(reference, { isRisk: true })).toBe('done')
    expect(await boxOf(reference)).toEqual(box)
    expect(await audited(reference)).not.toContain('minimising')
  })

  test.each(['en', 'cy'] as const)(
    'is taken out for good, and all else is as it was (%s)',
    async (locale) => {
      const { reference, said } = await heldCase(locale)
      const before = await boxOf(reference)
      const opened = await openBox(before)
      expect(await close(reference)).toBe('done')

      const after = await boxOf(reference)
      expect(after.id).not.toBe(before.id)
      for (const table of ['sealedField', 'keyWrap'] as const)
        expect(
          await (ownerDb()[table] as { count: (a: object) => Promise<number> }).count({
            where: { boxId: before.id },
          }),
        ).toBe(0)
      expect(await ownerDb().sealedBox.count({ where: { id: before.id } })).toBe(0)
      // Another data key: with an old copy of the box, the new keys open nothing.
      const oldFields = { ...before, wraps: after.wraps.map((wrap) => ({ ...wrap, boxId: before.id })) }
      await expect(openBox(oldFields)).rejects.toThrow()

      const left = await openBox(after)
      expect(Object.keys(left).sort()).toEqual(Object.keys(opened).sort())
      expect([left.contact, left.identity]).toEqual([opened.contact, opened.identity])
      const told = [...said].filter(([, text]) => JSON.stringify(opened).includes(text))
      const gone = told.filter(([id]) => subjectQuestions.has(id)).map(([, text]) => text)
      expect(gone.length).toBeGreaterThan(0)
      for (const text of gone) {
        expect(JSON.stringify(left)).not.toContain(text)
      }
      const answersIn = (text = '') => (JSON.parse(text) as { answers: Record<string, unknown> }).answers
      const kept = Object.entries(answersIn(opened.answers)).filter(([id]) => !subjectQuestions.has(id))
      expect(answersIn(left.answers)).toEqual(Object.fromEntries(kept))
      const rowsIn = (text = '') =>
        (JSON.parse(text) as { rows: { questionId: string; value: string }[] }[]).flatMap(({ rows }) => rows)
      const others = (text?: string) =>
        rowsIn(text).filter(({ questionId }) => !subjectQuestions.has(questionId))
      expect(others(left.transcript)).toEqual(others(opened.transcript))
      const marked = rowsIn(left.transcript).filter(({ questionId }) => subjectQuestions.has(questionId))
      expect(new Set(marked.map(({ value }) => value)).size).toBe(1)
      expect(marked[0]?.value).toMatch(locale === 'en' ? /^Taken out on / : /^Wedi’i dynnu allan ar /)

      const { entries } = await listCaseHistory(one, reference)
      expect(entries.map(({ type }) => type)).toEqual(expect.arrayContaining(['closed', 'minimised']))
      expect(await audited(reference)).toEqual(expect.arrayContaining(['minimising', 'closed', 'minimised']))

      const read = await openCase(one, reference, 'my-case')
      const shown = JSON.stringify(read)
      for (const text of gone) expect(shown).not.toContain(text)
      expect(read?.transcript.length).toBeGreaterThan(0)
      const { body } = await exportPerson(
        { actor: one, strongAt: new Date() },
        {
          ...{ references: [reference], reason: 'subject-access', recipient: '', format: 'json', notes: [] },
          ...{ withIdentity: false, words: '' },
        },
      )
      for (const text of gone) expect(String(body)).not.toContain(text)
    },
  )

  test('is not taken out under a legal hold, nor where somebody changed the case meanwhile', async () => {
    const { reference } = await heldCase()
    const stale = await seen(reference)
    await holdCase(one, { ...stale, reason: 'prosecution' })
    const box = await boxOf(reference)
    expect(await close(reference, stale)).toBe('conflict')
    expect(await close(reference)).toBe('on-hold')
    expect(await boxOf(reference)).toEqual(box)
    expect(await close(reference, { isRisk: true })).toBe('done')
  })

  test('needs no new box where nothing was said', async () => {
    const { reference } = await heldCase()
    expect(await close(reference)).toBe('done')
    await setCaseStatus(one, { ...(await seen(reference)), status: 'in-progress', reason: 'Once more.' })
    const box = await boxOf(reference)
    expect(await close(reference)).toBe('done')
    expect(await boxOf(reference)).toEqual(box)
    expect((await audited(reference)).filter((action) => action === 'minimised')).toHaveLength(1)
  })
})

describe('how cases end is decided by two', () => {
  const name = `Logged only ${randomUUID().slice(0, 8)}`
  const proposal = {
    ...{ disposition: '', label: name, hint: 'Only for a trial', kinds: ['report'], supervisorOnly: false },
    ...{
      asksReason: false,
      asksReview: true,
      subjectData: 'remove',
      from: today(),
      until: '',
      reason: 'A trial',
    },
  }
  const waiting = async () => (await recordTypes(one)).find(({ labels }) => labels.en === name)
  const decide = async (by: Actor, approve: boolean) =>
    codeOf(decideRecordType(by, { id: (await waiting())?.id ?? '', approve }))

  test('proposed, refused to whoever proposed it, approved by another, used, and ended again', async () => {
    expect(await codeOf(proposeRecordType(administrator, proposal))).toBe('forbidden')
    expect(await codeOf(proposeRecordType(one, { ...proposal, from: '2026-01-01' }))).toBe('edition-past')
    expect(await codeOf(proposeRecordType(one, { ...proposal, label: 'Advice' }))).toBe('edition-exists')
    expect(await codeOf(proposeRecordType(one, proposal))).toBe('done')
    expect(await decide(one, true)).toBe('own-request')
    expect(await decide(administrator, true)).toBe('not-found')
    const takeBack = async (by: Actor) => codeOf(takeBackRecordType(by, (await waiting())?.id ?? ''))
    expect(await takeBack(other)).toBe('not-found')
    expect(await takeBack(one)).toBe('done')
    expect(await waiting()).toBeUndefined()
    expect(await codeOf(proposeRecordType(one, proposal))).toBe('done')
    const { reference } = await heldCase()
    const { disposition = '' } = (await waiting()) ?? {}
    expect(await close(reference, { disposition, reason: '' })).toBe('invalid')
    expect(await decide(other, true)).toBe('done')
    expect(await decide(other, true)).toBe('conflict')
    expect(await takeBack(one)).toBe('conflict')
    expect(await close(reference, { disposition, reason: '', isRisk: null })).toBe('done')
    expect(await audited(reference)).toContain('minimised')

    const next = { ...proposal, disposition, from: '2999-01-01' }
    expect(await codeOf(proposeRecordType(one, { ...next, from: '2099-01-01', until: '2099-12-31' }))).toBe(
      'done',
    )
    expect(await codeOf(proposeRecordType(other, { ...next, from: '2098-01-01' }))).toBe('edition-waiting')
    const versions = (await recordTypes(one)).filter((row) => row.disposition === disposition)
    const proposed = versions.find(({ approved }) => approved === null)?.id ?? ''
    expect(await codeOf(decideRecordType(other, { id: proposed, approve: true }))).toBe('done')
    const ended = (await recordTypes(one)).filter((row) => row.disposition === disposition)
    expect(ended.map(({ until }) => until)).toEqual(['2098-12-31', '2099-12-31'])
    expect((await ownerDb().case.findUniqueOrThrow({ where: { reference } })).recordTypeId).toBe(ended[0]?.id)

    const rows = await ownerDb().auditEvent.findMany({ where: { action: { startsWith: 'record-type' } } })
    expect(rows.filter(({ detail }) => JSON.stringify(detail).includes(disposition))).toHaveLength(6)
    await ownerDb().case.update({ where: { reference }, data: { recordTypeId: null } })
    await ownerDb().recordType.deleteMany({ where: { disposition } })
  })
})

test('the desk ends no case but by a version of how cases end', async () => {
  const { reference } = await heldCase()
  const held = await ownerDb().case.findUniqueOrThrow({ where: { reference } })
  const at = new Date().toISOString()
  const act = {
    ...{ at, event_id: randomUUID(), type: 'closed' },
    patch: { status: 'closed', disposition: 'advice', closed_at: at },
  }
  await expect(
    asActor(
      one,
      (tx) =>
        tx.$queryRaw`SELECT change_case(${held.id}::uuid, ${held.version}::integer, ${JSON.stringify(act)}::jsonb)`,
    ),
  ).rejects.toThrow(/a version of how cases end/)
  expect(await close(reference, { disposition: 'advice' })).toBe('done')
})
