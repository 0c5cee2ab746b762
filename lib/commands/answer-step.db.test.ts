import { describe, expect, test } from 'vitest'
import { answer, formOf, fullest, play, reporter, stepOf } from '../../e2e/factories/play'
import { readDraft } from '@/lib/drafts/read-draft'
import type { FieldValues } from '@/lib/journey/view'
import { everyJourney } from '@/lib/journeys/find-journey'
import { answerStep } from './answer-step'
import { autosaveStep } from './autosave-step'
import { forgetAnswers } from './forget-answers'

const fields = fullest('report', (id) => `words for ${id}`)
const what = stepOf('report', 'account')
const until = (questionId: string) => play(reporter, fields, undefined, questionId)
const journeyOf = async (cookie: string) => (await readDraft('public', cookie))?.journeys.report

describe('answering a step', () => {
  test('leads through the whole report to the check page', async () => {
    const held = await journeyOf(await play(reporter, fields))
    expect(held?.answers.account).toBe('words for account')
    expect(held?.attempts).toEqual({})
  })

  test('an answer changed later leads back to the check page', async () => {
    const cookie = await play(reporter, fields)
    const { go } = await answer(reporter, 'outcome', { ...fields, outcome: ['advice'] }, cookie)
    expect(go).toEqual({ to: 'check' })
  })

  test('refused, it keeps what was typed and ticked with the error codes', async () => {
    const cookie = await until('account')
    const posted = { account: 'typed', whatHappened: ['forged'] }
    const { go } = await answer(reporter, 'account', posted, cookie)
    expect(go).toEqual({ to: 'invalid', slug: what })
    expect((await journeyOf(cookie))?.attempts[what]).toEqual({
      values: posted,
      errors: { whatHappened: 'not-an-option' },
    })
  })

  test('mended, it leads on and the attempt is forgotten', async () => {
    const cookie = await until('account')
    await answer(reporter, 'account', { account: 'typed' }, cookie)
    const { go } = await answer(reporter, 'account', { account: 'typed', whatHappened: ['abuse'] }, cookie)
    expect(go).toEqual({ to: 'step', slug: stepOf('report', 'whenKind') })
    expect((await journeyOf(cookie))?.attempts).toEqual({})
  })

  test('a refused text is kept whole, and so is one saved while it is typed', async () => {
    const cookie = await until('account')
    const account = 'a' + '😀'.repeat(400_000)
    const kept = async () => (await journeyOf(cookie))?.attempts[what]?.values.account
    await answer(reporter, 'account', { account, whatHappened: ['abuse'] }, cookie)
    expect(await kept()).toBe(account)
    const form = formOf({ account: `${account}!`, whatHappened: [] })
    expect(await autosaveStep({ ...reporter, slug: what, form, cookie })).toBe(true)
    expect(await kept()).toBe(`${account}!`)
  })

  test('where refused texts of several steps are too much together, the one that comes is refused and the others stay', async () => {
    const cookie = await play(reporter, fields)
    const long = 'a'.repeat(2_000_000)
    const post = (id: string) => answer(reporter, id, { ...fields, [id]: long }, cookie)
    for (const id of ['account', 'whenWords'] as const) expect((await post(id)).go.to).toBe('invalid')
    const before = await journeyOf(cookie)
    expect((await post('harmWords')).go).toEqual({ to: 'too-large' })
    const form = formOf({ harmWords: long })
    expect(await autosaveStep({ ...reporter, slug: stepOf('report', 'harmWords'), form, cookie })).toBe(false)
    expect(await journeyOf(cookie)).toEqual(before)
  })

  test('where nothing was answered yet, far less is kept than of whoever has begun', async () => {
    const long = { account: 'é'.repeat(40_000), whatHappened: ['abuse'] }
    const first = await answer(reporter, 'account', long)
    expect(first.go).toEqual({ to: 'too-large' })
    expect((await answer(reporter, 'account', long, first.cookie)).go).toEqual({ to: 'too-large' })
    expect((await readDraft('public', first.cookie))?.journeys).toEqual({})
    await answer(reporter, 'role', { role: 'victim' }, first.cookie)
    expect((await answer(reporter, 'account', long, first.cookie)).go.to).toBe('invalid')
    expect((await journeyOf(first.cookie))?.attempts[what]?.values.account).toBe(long.account)
  })

  test.each(
    everyJourney.flatMap(({ id, steps }) => steps.map(({ slug, questions }) => ({ id, slug, questions }))),
  )('all that $id takes on $slug is kept where nothing was answered yet', async ({ id, slug, questions }) => {
    const most = questions.flatMap((question) =>
      question.kind === 'text' ? [[question.id, '€'.repeat(question.maxLength)]] : [],
    )
    const form = formOf(Object.fromEntries(most) as FieldValues)
    const answered = await answerStep({ ...reporter, journeyId: id, slug, form, cookie: undefined })
    expect(answered?.go.to).not.toBe('too-large')
  })

  test.each(['harmWords', 'returnCode', 'relation'])(
    'to %s before its turn leads to the frontier, answers nothing, and keeps what was typed for its page',
    async (questionId) => {
      const cookie = await until('account')
      const before = await journeyOf(cookie)
      const { go } = await answer(reporter, questionId, { ...fields, relation: 'friend' }, cookie)
      expect(go).toEqual({ to: 'frontier', slug: what })
      const after = await journeyOf(cookie)
      expect(after?.answers).toEqual(before?.answers)
      const waiting = after?.attempts[stepOf('report', questionId)]
      expect(waiting?.errors).toEqual({})
      expect(waiting?.values).toHaveProperty(questionId)
    },
  )

  test('a long text posted when the draft has gone is there again when the person gets back to its page', async () => {
    const { cookie, go } = await answer(
      reporter,
      'account',
      { account: 'An hour of writing.', whatHappened: ['abuse'] },
      'gone',
    )
    expect(go).toEqual({ to: 'frontier', slug: 'role' })
    await answer(reporter, 'role', { role: 'victim' }, cookie)
    expect((await journeyOf(cookie))?.attempts[what]?.values.account).toBe('An hour of writing.')
  })

  test.each([
    ['report', 'nowhere'],
    ['report', 'constructor'],
    ['nothing', 'role'],
    ['__proto__', 'role'],
  ])('to %s/%s is none: there is no such step', async (journeyId, slug) => {
    const form = new URLSearchParams()
    expect(await answerStep({ ...reporter, journeyId, slug, form, cookie: undefined })).toBeNull()
    expect(await autosaveStep({ ...reporter, journeyId, slug, form, cookie: undefined })).toBe(false)
  })

  test('with a strange or lost cookie starts a new draft', async () => {
    const { cookie, go } = await answer(reporter, 'role', { role: 'witness' }, 'not a cookie')
    expect(go).toEqual({ to: 'step', slug: what })
    expect(cookie).not.toBe('not a cookie')
    expect((await journeyOf(cookie))?.answers).toEqual({ role: 'witness' })
  })

  test('two tabs that answer at once lose neither answer', async () => {
    const cookie = await play(reporter, fields)
    await Promise.all([
      answer(reporter, 'outcome', { ...fields, outcome: ['patrol'] }, cookie),
      answer(reporter, 'strands', { ...fields, strands: ['disability'] }, cookie),
    ])
    expect((await journeyOf(cookie))?.answers).toMatchObject({
      outcome: ['patrol'],
      strands: ['disability'],
    })
  })
})

describe('a place outside the force', () => {
  const reachOutside = () =>
    play(reporter, { ...fields, postcode: 'LS1 1AA', district: 'outside-area' }, undefined, 'outside')

  test('to stop there leaves nothing', async () => {
    const cookie = await reachOutside()
    const { go } = await answer(reporter, 'outside', { outside: 'stop' }, cookie)
    expect(go).toEqual({ to: 'stopped', forces: ['west-yorkshire', 'north-yorkshire'] })
    expect(await readDraft('public', cookie)).toBeNull()
  })

  test('another place is asked for, and the question is open again', async () => {
    const cookie = await reachOutside()
    const { go } = await answer(reporter, 'outside', { outside: 'different-place' }, cookie)
    expect(go).toEqual({ to: 'step', slug: 'where' })
    expect((await journeyOf(cookie))?.answers).not.toHaveProperty('outside')
  })

  test('sent to us all the same, the journey goes on', async () => {
    const cookie = await reachOutside()
    const { go } = await answer(reporter, 'outside', { outside: 'send-anyway' }, cookie)
    expect(go).toEqual({ to: 'step', slug: stepOf('report', 'strands') })
  })
})

describe('a door', () => {
  const door = (cookie: string, role: string) =>
    answerStep({ ...reporter, slug: 'role', form: formOf({ role }), cookie, anewUnless: 'role' })

  test('with another part in it than the answers held opens none of them', async () => {
    const cookie = await until('account')
    await door(cookie, 'witness')
    expect(await journeyOf(cookie)).toMatchObject({ answers: { role: 'witness' }, attempts: {} })
    expect(Object.keys((await journeyOf(cookie))?.answers ?? {})).toEqual(['role'])
  })

  test('with the same part goes on with them', async () => {
    const cookie = await play(reporter, fields)
    const before = await journeyOf(cookie)
    await door(cookie, String(fields.role))
    expect(await journeyOf(cookie)).toEqual(before)
  })
})

test('answers that are not sent can be deleted', async () => {
  const cookie = await until('account')
  await forgetAnswers(cookie)
  expect(await readDraft('public', cookie)).toMatchObject({ journeys: {}, sent: null })
})

describe('saving in the background', () => {
  const typing = { account: 'half a sent', whatHappened: ['abuse'] }
  const save = (cookie: string, slug = what) =>
    autosaveStep({ ...reporter, slug, form: formOf(typing), cookie })

  test('keeps the form as it stands, without errors and without answering', async () => {
    const cookie = await until('account')
    expect(await save(cookie)).toBe(true)
    const held = await journeyOf(cookie)
    expect(held?.attempts[what]).toEqual({ values: typing, errors: {} })
    expect(held?.answers).not.toHaveProperty('account')
  })

  test('is not done without a draft or before the step has its turn', async () => {
    const cookie = await until('account')
    expect(await save(cookie, stepOf('report', 'harmWords'))).toBe(false)
    expect(await save('not a cookie')).toBe(false)
  })
})
