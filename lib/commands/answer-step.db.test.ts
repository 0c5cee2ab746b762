import { describe, expect, test } from 'vitest'
import { postAll, postStep, reporter } from '../../e2e/factories/run-journey'
import { formOf, reportPosts } from '../../e2e/factories/journey-posts'
import { readDraft } from '@/lib/drafts/read-draft'
import { answerStep } from './answer-step'
import { autosaveStep } from './autosave-step'

const words = (field: string) => `words for ${field}`
const posts = reportPosts(words)
const upTo = (slug: string) =>
  posts.slice(
    0,
    posts.findIndex((post) => post.slug === slug),
  )
const journeyOf = async (cookie: string) => (await readDraft('public', cookie))?.journeys.report

describe('answering a step', () => {
  test('leads through the whole report to the check page', async () => {
    const { cookie, go } = await postAll(reporter, posts)
    expect(go).toEqual({ to: 'check' })
    const held = await journeyOf(cookie)
    expect(held?.answers.account).toBe('words for account')
    expect(held?.attempts).toEqual({})
  })

  test('an answer changed later leads back to the check page', async () => {
    const { cookie } = await postAll(reporter, posts)
    const { go } = await postStep(reporter, { slug: 'outcome', fields: { outcome: ['advice'] } }, cookie)
    expect(go).toEqual({ to: 'check' })
  })

  test('refused, it keeps what was typed and ticked with the error codes', async () => {
    const { cookie } = await postAll(reporter, upTo('what'))
    const { go } = await postStep(
      reporter,
      { slug: 'what', fields: { account: 'typed', whatHappened: ['forged'] } },
      cookie,
    )
    expect(go).toEqual({ to: 'invalid', slug: 'what' })
    expect((await journeyOf(cookie))?.attempts.what).toEqual({
      values: { account: 'typed', whatHappened: ['forged'] },
      errors: { whatHappened: 'not-an-option' },
    })
  })

  test('mended, it leads on and the attempt is forgotten', async () => {
    const { cookie } = await postAll(reporter, upTo('what'))
    await postStep(reporter, { slug: 'what', fields: { account: 'typed' } }, cookie)
    const { go } = await postStep(
      reporter,
      { slug: 'what', fields: { account: 'typed', whatHappened: ['abuse'] } },
      cookie,
    )
    expect(go).toEqual({ to: 'step', slug: 'when' })
    expect((await journeyOf(cookie))?.attempts).toEqual({})
  })

  test('a refused text is kept up to 50,000 characters, never half a character', async () => {
    const { cookie } = await postAll(reporter, upTo('what'))
    const account = 'a' + '😀'.repeat(500_000)
    await postStep(reporter, { slug: 'what', fields: { account, whatHappened: ['abuse'] } }, cookie)
    const kept = (await journeyOf(cookie))?.attempts.what?.values.account
    expect(kept).toHaveLength(50_000)
    expect(String(kept).isWellFormed()).toBe(true)
  })

  test.each(['harm', 'code', 'behalf'])('%s before its turn leads to the frontier', async (slug) => {
    const { cookie } = await postAll(reporter, [{ slug: 'role', fields: { role: 'victim' } }])
    const before = await journeyOf(cookie)
    const fields = { harmWords: 'forged', returnCode: 'no', relation: 'friend' }
    const { go } = await postStep(reporter, { slug, fields }, cookie)
    expect(go).toEqual({ to: 'frontier', slug: 'what' })
    expect(await journeyOf(cookie)).toEqual(before)
  })

  test.each([
    ['report', 'nowhere'],
    ['report', 'constructor'],
    ['nothing', 'role'],
    ['__proto__', 'role'],
  ])('%s/%s does not exist', async (journeyId, slug) => {
    const form = new URLSearchParams()
    expect(await answerStep({ ...reporter, journeyId, slug, form, cookie: undefined })).toBeNull()
    expect(await autosaveStep({ ...reporter, journeyId, slug, form, cookie: undefined })).toBe(false)
  })

  test('with a strange or lost cookie starts a new draft', async () => {
    const { cookie, go } = await postStep(
      reporter,
      { slug: 'role', fields: { role: 'witness' } },
      'not a cookie',
    )
    expect(go).toEqual({ to: 'step', slug: 'what' })
    expect(cookie).not.toBe('not a cookie')
    expect((await journeyOf(cookie))?.answers).toEqual({ role: 'witness' })
  })

  test('two tabs that answer at once lose neither answer', async () => {
    const { cookie } = await postAll(reporter, posts)
    await Promise.all([
      postStep(reporter, { slug: 'outcome', fields: { outcome: ['patrol'] } }, cookie),
      postStep(reporter, { slug: 'officer', fields: { wantsOfficer: 'no' } }, cookie),
    ])
    expect((await journeyOf(cookie))?.answers).toMatchObject({ outcome: ['patrol'], wantsOfficer: 'no' })
  })
})

describe('a place outside the force', () => {
  const outside = [...upTo('place'), { slug: 'place', fields: { postcode: 'CB1 2AB' } }]

  test('to stop there leaves nothing', async () => {
    const { cookie } = await postAll(reporter, outside)
    const { go } = await postStep(reporter, { slug: 'outside', fields: { outside: 'stop' } }, cookie)
    expect(go).toEqual({ to: 'stopped' })
    expect(await readDraft('public', cookie)).toBeNull()
  })

  test('another place is asked for, and the question is open again', async () => {
    const { cookie } = await postAll(reporter, outside)
    const { go } = await postStep(
      reporter,
      { slug: 'outside', fields: { outside: 'different-place' } },
      cookie,
    )
    expect(go).toEqual({ to: 'step', slug: 'where' })
    expect((await journeyOf(cookie))?.answers).not.toHaveProperty('outside')
  })

  test('sent to us all the same, the journey goes on', async () => {
    const { cookie } = await postAll(reporter, outside)
    const { go } = await postStep(reporter, { slug: 'outside', fields: { outside: 'send-anyway' } }, cookie)
    expect(go).toEqual({ to: 'step', slug: 'why' })
  })
})

describe('saving in the background', () => {
  const typing = { slug: 'what', fields: { account: 'half a sent', whatHappened: ['abuse'] } }
  const save = (cookie: string, slug = 'what') =>
    autosaveStep({ ...reporter, slug, form: formOf(typing), cookie })

  test('keeps the form as it stands, without errors and without answering', async () => {
    const { cookie } = await postAll(reporter, upTo('what'))
    expect(await save(cookie)).toBe(true)
    const held = await journeyOf(cookie)
    expect(held?.attempts.what).toEqual({ values: typing.fields, errors: {} })
    expect(held?.answers).not.toHaveProperty('account')
  })

  test('is not done without a draft or before the step has its turn', async () => {
    const { cookie } = await postAll(reporter, upTo('what'))
    expect(await save(cookie, 'harm')).toBe(false)
    expect(await save('not a cookie')).toBe(false)
  })
})
