import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import {
  glassLife,
  glassProblem,
  isGlassOpen,
  readGlassOutcome,
  reviewDue,
  reviewFigure,
} from './broken-glass'

const force = { timeZone: 'Europe/London' }
const brokenAt = new Date('2026-06-10T11:00:00Z')
const after = (milliseconds: number) => new Date(brokenAt.getTime() + milliseconds)
const whole = { brokenAt, until: after(glassLife), seenAt: null }

describe('a broken glass', () => {
  it.each([
    [-1, false],
    [0, true],
    [glassLife - 1, true],
    [glassLife, false],
    [glassLife + 86_400_000, false],
  ])('is open %i ms after it was broken: %s', (later, open) => {
    expect(isGlassOpen(whole, after(later))).toBe(open)
  })

  it('is open for an hour at most, whatever is stored and whatever the time is', () => {
    const moment = fc.integer({ min: -2 * glassLife, max: 4 * glassLife })
    fc.assert(
      fc.property(moment, fc.option(moment), moment, (until, seen, at) => {
        const times = { brokenAt, until: after(until), seenAt: seen === null ? null : after(seen) }
        if (!isGlassOpen(times, after(at))) return
        expect(at).toBeGreaterThanOrEqual(0)
        expect(at).toBeLessThan(Math.min(glassLife, until))
      }),
    )
  })

  it('is not open for longer by a clock that steps back: after a look, a step back behind it ends it', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 0, max: glassLife - 1 }),
        fc.integer({ min: 60_001, max: 3 * glassLife }),
        (seen, back) => {
          const times = { ...whole, seenAt: after(seen) }
          expect(isGlassOpen(times, after(seen))).toBe(true)
          expect(isGlassOpen(times, after(seen - back))).toBe(false)
        },
      ),
    )
  })

  it('only ever closes as looks are noted', () => {
    const moment = fc.integer({ min: 0, max: 2 * glassLife })
    fc.assert(
      fc.property(moment, moment, (seen, at) => {
        const noted = isGlassOpen({ ...whole, seenAt: after(seen) }, after(at))
        if (noted) expect(isGlassOpen(whole, after(at))).toBe(true)
      }),
    )
  })

  it('is closed from when it was closed early', () => {
    const early = { ...whole, until: after(600_000) }
    expect(isGlassOpen(early, after(599_999))).toBe(true)
    expect(isGlassOpen(early, after(600_000))).toBe(false)
  })
})

test.each([
  ['a Tuesday', '2026-06-09T11:00:00Z', '2026-06-10T23:00:00Z'],
  ['a Friday night, by the clock of summer', '2026-06-12T22:59:00Z', '2026-06-15T23:00:00Z'],
  ['a Saturday', '2026-06-13T03:00:00Z', '2026-06-15T23:00:00Z'],
  ['before Christmas', '2026-12-24T12:00:00Z', '2026-12-30T00:00:00Z'],
])('one of %s is to be reviewed by the end of the next working day', (_, broken, due) => {
  expect(reviewDue(new Date(broken), force).toISOString()).toBe(new Date(due).toISOString())
})

describe('the figure', () => {
  const at = new Date('2026-06-30T12:00:00Z')
  const glass = (broken: string, reviewed: string | null) => ({
    brokenAt: new Date(broken),
    reviewedAt: reviewed === null ? null : new Date(reviewed),
  })

  it('counts what was reviewed, and what of that in time', () => {
    const glasses = [
      glass('2026-06-09T11:00:00Z', '2026-06-10T22:59:59Z'),
      glass('2026-06-09T11:00:00Z', '2026-06-10T23:00:00Z'),
      glass('2026-06-29T11:00:00Z', null),
      glass('2026-05-01T11:00:00Z', '2026-05-01T12:00:00Z'),
    ]
    expect(reviewFigure(glasses, 30, at, force)).toEqual({ all: 3, reviewed: 2, inTime: 1, percent: 66 })
    expect(reviewFigure(glasses, 90, at, force)).toEqual({ all: 4, reviewed: 3, inTime: 2, percent: 75 })
  })

  it('says nothing of a hundred per cent of none', () => {
    expect(reviewFigure([], 30, at, force).percent).toBeNull()
  })

  it('says a hundred only when nothing is left', () => {
    fc.assert(
      fc.property(fc.nat({ max: 300 }), fc.nat({ max: 300 }), (done, left) => {
        const one = glass('2026-06-29T11:00:00Z', '2026-06-29T12:00:00Z')
        const all = [
          ...Array.from({ length: done }, () => one),
          ...Array.from({ length: left }, () => ({ ...one, reviewedAt: null })),
        ]
        const { percent } = reviewFigure(all, 30, at, force)
        expect(percent === 100).toBe(done > 0 && left === 0)
      }),
    )
  })
})

test.each([
  [{ reference: null }, 'reference'],
  [{ reason: 'x'.repeat(19) }, 'short'],
  [{ reason: 'x'.repeat(20) }, null],
  [{ reason: 'x'.repeat(1_000) }, null],
  [{ reason: 'x'.repeat(1_001) }, 'long'],
  [{ confirmed: false }, 'confirm'],
])('the form with %j lacks %s', (given, problem) => {
  const whole = { reference: 'HC-7K2Q-M4TD', reason: 'She is on the bridge now.', confirmed: true }
  expect(glassProblem({ ...whole, ...given })).toBe(problem)
})

test.each(['', 'fine', 'justified '])('%j is no outcome', (text) => {
  expect(readGlassOutcome(text)).toBeNull()
})
