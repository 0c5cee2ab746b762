import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { localTime } from '../calendar'
import { isQuiet, letterChoices, letterDue, newsReasons } from './staff-letters'
import type { DeskMailbox, News } from './staff-letters'

const force = {
  timeZone: 'Europe/London',
  readingHours: { from: '08:00', to: '20:00', days: [1, 2, 3, 4, 5, 6, 7] },
}
const since = new Date('2026-11-22T10:00:00Z')
const thing = (reason: News['reason'], told = false): News => ({
  ...{ caseId: reason, reference: `HC-${reason}`, reason, since, told },
})
const box = (more: Partial<DeskMailbox>): DeskMailbox => ({
  ...{ letters: 'digest', quiet: null, digestAt: null, news: [thing('message')] },
  ...more,
})
const morning = new Date('2026-11-23T08:00:00Z')
const night = new Date('2026-11-23T02:00:00Z')
const nights = { from: 22, until: 7 }

describe('what somebody at the desk is written', () => {
  it.each([
    ['each thing when it happens', box({ letters: 'each' }), night, 'alert'],
    ['nothing that was told', box({ letters: 'each', news: [thing('late', true)] }), night, undefined],
    ['nothing in quiet hours', box({ letters: 'each', quiet: nights }), night, undefined],
    ['what came in them when they end', box({ letters: 'each', quiet: nights }), morning, 'alert'],
    ['danger in quiet hours', box({ quiet: nights, news: [thing('danger')] }), night, 'alert'],
    ['danger where they want none', box({ letters: 'none', news: [thing('danger')] }), night, 'alert'],
    ['nothing else where they want none', box({ letters: 'none' }), morning, undefined],
    ['no digest before the day begins', box({}), new Date('2026-11-23T07:59:59Z'), undefined],
    ['a digest when it begins', box({}), morning, 'digest'],
    ['one digest a day', box({ digestAt: morning }), new Date('2026-11-23T19:00:00Z'), undefined],
    ['the next the next day', box({ digestAt: morning }), new Date('2026-11-24T08:00:00Z'), 'digest'],
    ['no digest of nothing', box({ news: [] }), morning, undefined],
    ['what was told before in a digest too', box({ news: [thing('late', true)] }), morning, 'digest'],
  ])('%s', (_, mailbox, at, purpose) => {
    expect(letterDue(mailbox, at, force)?.purpose).toBe(purpose)
  })

  it('says the most urgent first', () => {
    const news = [thing('message'), thing('near'), thing('danger'), thing('late'), thing('offered')]
    const due = letterDue(box({ letters: 'each', news }), morning, force)
    expect(due?.news.map(({ reason }) => reason)).toEqual(newsReasons)
  })

  it('is never anything but danger in quiet hours, and danger always', () => {
    const moments = fc.date({ min: since, max: new Date('2030-01-01T00:00:00Z'), noInvalidDate: true })
    const hours = fc
      .record({ from: fc.nat(23), until: fc.nat(23) })
      .filter(({ from, until }) => from !== until)
    const items = fc.array(fc.record({ reason: fc.constantFrom(...newsReasons), told: fc.boolean() }))
    fc.assert(
      fc.property(moments, hours, items, fc.constantFrom(...letterChoices), (at, quiet, some, letters) => {
        const news = some.map(({ reason, told }) => thing(reason, told))
        const due = letterDue(box({ letters, quiet, news }), at, force)
        if (isQuiet(quiet, at, force))
          expect(due?.news.every(({ reason }) => reason === 'danger') ?? true).toBe(true)
        if (news.some(({ reason, told }) => reason === 'danger' && !told)) expect(due?.purpose).toBe('alert')
      }),
    )
  })

  it('is quiet for as many hours as were chosen, over midnight too', () => {
    const day = Array.from({ length: 24 }, (_, hour) => new Date(Date.UTC(2026, 0, 5, hour)))
    const quiet = day.filter((at) => isQuiet(nights, at, force)).map((at) => localTime(at, force).hour)
    expect(quiet).toEqual([0, 1, 2, 3, 4, 5, 6, 22, 23])
  })
})
