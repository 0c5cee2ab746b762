import { describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { translator } from '@/lib/i18n/translate'
import { safeContact, safeContactFor } from '@/lib/journeys/safe-contact'
import type { Journey } from './definition'
import { walk } from './walk'
import { readWhole, viewWhole } from './whole'

const context = { force: hertfordshire, channel: 'online', today: '2026-11-22' } as const
const read = (fields: Record<string, string | string[]>, journey: Journey = safeContact) => {
  const pairs = Object.entries(fields).flatMap(([name, value]) => [value].flat().map((one) => [name, one]))
  return readWhole(journey, new URLSearchParams(pairs), context, '2026-11-22')
}
const text = { contactChoice: 'plan', safeWays: 'text', phone: '07700 900123' }

describe('a journey on one page', () => {
  it('asks every question there is, in words', () => {
    const parts = viewWhole(safeContact, context, translator('en'))
    const asked = parts.flatMap(({ questions }) => questions.map(({ question }) => question.id))
    expect(asked).toEqual(safeContact.steps.flatMap(({ questions }) => questions.map(({ id }) => id)))
    for (const { heading } of parts) expect(heading).not.toBe('')
  })

  it('is complete where the same answers, page by page, are', () => {
    const { answers, errors } = read(text)
    expect(errors).toEqual({})
    const walked = walk(safeContact, answers, context)
    expect(walked.frontier).toBeNull()
    expect(walked.relevant).toEqual(answers)
  })

  it('leaves out what does not apply, and keeps what was typed of it', () => {
    const typed = { ...text, email: 'sam@example.test', contactWhen: 'any-time', contactHours: '18-20' }
    const { answers, values, errors } = read({ ...typed, voicemail: 'police' })
    expect(errors).toEqual({})
    for (const id of ['email', 'contactHours', 'voicemail']) expect(answers).not.toHaveProperty(id)
    expect(values).toMatchObject({ email: 'sam@example.test', contactHours: ['18-20'], voicemail: 'police' })
    const off = read({ ...typed, contactChoice: 'anonymous' })
    expect(off.answers).toEqual({ contactChoice: 'anonymous' })
    expect(off.values).toMatchObject({ phone: '07700 900123' })
  })

  it.each([
    [{}, ['contactChoice']],
    [{ contactChoice: 'plan' }, ['safeWays']],
    [{ contactChoice: 'plan', safeWays: ['text', 'email'] }, ['phone', 'email']],
    [{ ...text, phone: 'nonsense' }, ['phone']],
    [{ ...text, safeWays: 'pigeon' }, ['safeWays']],
  ])('says what is missing or does not fit in %j', (fields, wrong) => {
    expect(Object.keys(read(fields).errors)).toEqual(wrong)
  })
})

describe('a plan for somebody without a return code', () => {
  it('leaves nothing to be read with one', () => {
    const journey = safeContactFor(false)
    expect(Object.keys(read({ contactChoice: 'code-only' }, journey).errors)).toEqual(['contactChoice'])
    expect(Object.keys(read({ ...text, safeWays: ['text', 'code'] }, journey).errors)).toEqual(['safeWays'])
    expect(read(text, journey).errors).toEqual({})
    expect(safeContactFor(true)).toBe(safeContact)
  })
})
