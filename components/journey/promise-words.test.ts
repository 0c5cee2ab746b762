import { expect, test, vi } from 'vitest'
import type { ShownPromise } from '@/lib/domain/clocks/promise-words'
import { translator } from '@/lib/i18n/translate'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { lateWords, outOfHoursWords, promiseOfSent, promiseWords } from './promise-words'

vi.mock('@/lib/config/current-force', () => ({ currentForce: () => hertfordshire }))

const now = new Date('2026-11-21T12:00:00Z')
const promise: ShownPromise = {
  ...{ asked: 'officer', reach: 'out', beyondTarget: false },
  ...{ dutyAt: new Date('2026-11-26T14:00:00Z'), by: new Date('2026-11-27T20:00:00Z') },
}
const askeds = ['officer', 'desk-first', 'person-first'] as const
const duties = [null, now, promise.dutyAt, new Date('2026-11-20T12:00:00Z')]
const later = [true, false]

/** Every promise there can be to somebody who is reached like this. */
const allOf = (reach: ShownPromise['reach']) =>
  askeds.flatMap((asked) =>
    duties.flatMap((dutyAt) =>
      later.map((beyondTarget): ShownPromise => ({ ...promise, reach, asked, dutyAt, beyondTarget })),
    ),
  )
const voices = [
  ['en', 'public'],
  ['cy', 'public'],
  ['en', 'spoken'],
] as const

test.each(voices)('nobody is told in %s (%s) that they will be contacted who is not', (locale, voice) => {
  const t = translator(locale)
  const saying = (reach: ShownPromise['reach']) =>
    allOf(reach).map((one) => promiseWords(one, { now, t, locale, voice }))
  const contacted = /will contact you|contacts you|cysylltu â chi/
  expect(saying('out').filter((said) => contacted.test(said)).length).toBeGreaterThan(0)
  for (const reach of ['code', 'theirs'] as const)
    for (const said of saying(reach)) expect(said).not.toMatch(contacted)
  for (const said of saying('code')) expect(said).toMatch(/message|neges/)
  for (const said of saying('theirs'))
    expect(said).toMatch(/wait for you to contact us|aros i chi gysylltu â ni/)
})

test.each([
  ['en', 'A liaison officer is next on duty on Thursday 26 November'],
  ['cy', 'Bydd swyddog cyswllt ar ddyletswydd nesaf ddydd Iau'],
] as const)('a time is part of its sentence in %s', (locale, start) => {
  const said = promiseWords(promise, { now, t: translator(locale), locale })
  expect(said.startsWith(start)).toBe(true)
  expect(said).not.toMatch(/\bDydd\b/)
  if (locale === 'cy') expect(said).toContain('erbyn dydd Gwener')
})

test('being late is said as it was promised', () => {
  const t = translator('en')
  const numbers = { number: '999', press: '55', other: '101' }
  const said = (more: Partial<ShownPromise>) => lateWords({ ...promise, ...more }, t, 'en', numbers)
  expect(said({})).toContain('We said that we would contact you by Friday')
  expect(said({ reach: 'code' })).toContain('we would leave a message for you here by Friday')
  expect(said({ reach: 'theirs' })).toContain('we would read it and decide what to do by Friday')
})

test('a confirmation from before is read as it was meant', () => {
  const before = { promisedBy: '2026-11-27T20:00:00Z', reachable: false }
  expect(promiseOfSent(before)).toMatchObject({ asked: 'nobody', reach: 'none', dutyAt: null })
})

test('a time at night is said to be meant so, and to be the latest', () => {
  const at = (by: string) => outOfHoursWords({ ...promise, by: new Date(by) }, translator('en'))
  expect(at('2026-11-24T06:45:00Z')).toContain('It is the latest, and does not wait for the morning.')
  expect(at('2026-11-23T20:01:00Z')).not.toBe('')
  expect(at('2026-11-23T20:00:00Z')).toBe('')
  expect(at('2026-11-24T08:00:00Z')).toBe('')
})
