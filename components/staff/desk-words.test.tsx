import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { translator } from '@/lib/i18n/translate'
import { AnswerOffer } from './answer-offer'
import { coveredWords } from './case-words'
import { clockLine, nextLine } from './clock-words'
import { NextDue } from './next-due'
import { TrainedUntil } from './officer-words'

const t = translator('en')
const clock = { now: new Date('2026-11-20T12:00:00Z'), timeZone: 'Europe/London', t }
const at = (hours: number) => new Date(clock.now.getTime() + hours * 3_600_000)
const running = (hours: number) => ({
  ...({ kind: 'next-update', startedAt: at(-40), dueAt: at(hours) } as const),
  ...{ pausedAt: null, dutyAt: null, beyondTarget: false },
})

describe('a clock that is near says so in words, and not by its colour alone', () => {
  it.each([
    [100, 'Next update due Tue 16:00', 'next update'],
    [3, 'Next update due today 15:00: soon', 'next update: soon'],
    [-2, 'Next update was due today 10:00: 2 hours late', 'next update'],
  ])('in %s hours', (hours, line, row) => {
    expect(clockLine(running(hours), clock)).toBe(line)
    const drawn = renderToStaticMarkup(
      <NextDue clocks={[running(hours)]} receivedAt={at(-50)} clock={clock} />,
    )
    expect(drawn).toContain(`>${row}</small>`)
  })
})

it('says of a case what is due next, and of one without a clock what had been promised', () => {
  const promisedBy = at(-30)
  expect(nextLine({ clocks: [running(3)], promisedBy }, clock)).toBe('Next update due today 15:00: soon')
  expect(nextLine({ clocks: [], promisedBy }, clock)).toBe('First contact was due yesterday 06:00')
})

it.each([
  ['2026-06-30T22:30:00Z', 'in date to 30 Jun'],
  ['2026-06-30T23:30:00Z', 'lapsed 30 Jun'],
])('training that counts until the 30th of June is at %s: %s, by the force’s clock', (now, words) => {
  const until = new Date('2026-06-30T00:00:00Z')
  const drawn = renderToStaticMarkup(<TrainedUntil until={until} clock={{ ...clock, now: new Date(now) }} />)
  expect(drawn).toContain(words)
})

it('names every district somebody covers, marks one that ended, and shows no id', () => {
  const names = new Map([
    ['north', 'North'],
    ['old', 'Old Town'],
  ])
  const today = new Map([['north', 'North']])
  expect(coveredWords(['north', 'old', 'never'], { names, today, t })).toBe(
    'North, Old Town (no district any more), a district the force does not have',
  )
})

it('keeps the answer that cannot be taken back apart from the others, last, after what comes of it', () => {
  const shown = { reference: 'HC-TEST-0000', version: 1, actorId: 'somebody' }
  const drawn = renderToStaticMarkup(<AnswerOffer shown={shown} t={t} />)
  const place = (text: string) => drawn.indexOf(text)
  const consequence = place('Only a supervisor can change that later')
  expect(consequence).toBeGreaterThan(place('value="other-reason"'))
  expect(place('value="know-somebody"')).toBeGreaterThan(consequence)
  expect(drawn.slice(0, consequence).match(/<details/gu)).toHaveLength(2)
})
