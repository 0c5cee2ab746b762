import { describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import type { Answers, JourneyContext } from '@/lib/journey/definition'
import type { FieldValues } from '@/lib/journey/view'
import { walk } from '@/lib/journey/walk'
import { liaison } from './liaison'
import { report } from './report'
import { alertsOf, alertsOnStep, whoIsHelped } from './step-alerts'

const context: JourneyContext = { force: hertfordshire, channel: 'online' }

const answers: Answers = {
  role: 'victim',
  whatHappened: ['sexual'],
  account: null,
  whenKind: 'now',
  whenDate: null,
  happenedBefore: null,
  whenWords: null,
}

/** Slug of the step right after the one that asks `question`. */
function after(question: string, given: Answers): string {
  const { steps } = walk(report, given, context)
  const index = steps.findIndex(({ questions }) => questions.some(({ id }) => id === question))
  return steps[index + 1]?.slug ?? 'none'
}

describe('alerts on the way', () => {
  it.each([
    ['role', []],
    ['whatHappened', ['show-sexual-support']],
    ['whenKind', ['show-999']],
    ['placeKind', []],
  ])('right after %s come %j', (question, expected) => {
    expect(alertsOnStep(report, after(question, answers), answers, context)).toEqual(expected)
  })

  it('shows nothing on the first step, or on one that does not apply', () => {
    expect(alertsOnStep(report, 'role', answers, context)).toEqual([])
    expect(alertsOnStep(report, 'behalf', answers, context)).toEqual([])
    expect(alertsOnStep(report, 'no-such-step', answers, context)).toEqual([])
  })

  const wrongDate = { 'whenDate-day': '31', 'whenDate-month': '2', 'whenDate-year': '2026' }
  const earlier: Answers = { role: 'victim', whatHappened: ['abuse'], account: null }

  it.each<[string, FieldValues, readonly string[]]>([
    ['that it is still going on', { whenKind: 'now', ...wrongDate }, ['show-999']],
    ['two things where one fits', { whenKind: ['now', 'today'], ...wrongDate }, []],
    ['a wrong date alone', wrongDate, []],
  ])('shows beside a wrong date what was said with it: %s', (_name, values, expected) => {
    expect(alertsOnStep(report, 'when', earlier, context, { when: { values } })).toEqual(expected)
  })

  it('shows 999 again where what is said is graver than what called for it before, and not where it is less grave', () => {
    const near: Answers = { role: 'victim', whatHappened: ['threats'], suspect: ['neighbour'] }
    expect(alertsOnStep(report, after('suspect', near), near, context)).toEqual(['show-999'])
    const graver: Answers = { ...near, harm: ['threat-to-kill', 'weapon'] }
    expect(alertsOnStep(report, after('harm', graver), graver, context)).toEqual(['show-999'])
    const less: Answers = { ...near, harm: ['afraid-home'] }
    expect(alertsOnStep(report, after('harm', less), less, context)).toEqual([])
  })

  it('hears a tick that does not go with “none of these”', () => {
    const request: Answers = { reason: ['advice'], account: null }
    const attempts = { safety: { values: { harm: ['self-harm', 'none'] } } }
    expect(alertsOnStep(liaison, 'safety', request, context, attempts)).toEqual(['show-crisis'])
  })

  it('keeps what the step before called for', () => {
    const given: Answers = { ...earlier, whatHappened: ['sexual'] }
    const values = { whenKind: 'now', ...wrongDate }
    expect(alertsOnStep(report, 'when', given, context, { when: { values } })).toEqual([
      'show-999',
      'show-sexual-support',
    ])
  })

  it('shows what was said before as well, where it is said once more beside a wrong date', () => {
    const values = { whenKind: 'now', ...wrongDate }
    expect(
      alertsOnStep(report, 'when', { ...answers, whatHappened: ['abuse'] }, context, { when: { values } }),
    ).toEqual(['show-999'])
  })

  it('counts what was answered later, when somebody comes back', () => {
    const all: Answers = { ...answers, ...{ whenKind: null, placeKind: 'home', harm: ['weapon'] } }
    const values = { suspectNear: 'yes', suspectWords: 'a'.repeat(2001) }
    const district = { postcode: null, address: null, placeDescription: null, district: 'watford' }
    const why = { strands: null, seenAs: null, whyWords: null }
    const given = { ...all, ...district, ...why, suspect: null, suspectCount: null, suspectNear: null }
    const kept = { ...given, suspectWords: null, harmWords: null }
    expect(alertsOnStep(report, 'who', kept, context, { who: { values } })).toEqual(['show-999'])
    expect(alertsOnStep(report, 'who', kept, context)).toEqual([])
    expect(alertsOnStep(report, 'harm', kept, context)).toEqual([])
    expect(alertsOnStep(report, 'harm', { ...kept, suspectNear: 'yes' }, context)).toEqual(['show-999'])
    const today = { ...kept, whenKind: 'today' }
    expect(alertsOnStep(report, 'where', today, context)).toEqual(['show-999'])
    expect(alertsOnStep(report, 'place', today, context)).toEqual([])
  })

  it('counts that a day was taken away, when somebody comes back', () => {
    const hurt = { ...answers, whatHappened: ['assault'], whenKind: 'day', harm: ['injured'] }
    expect(alertsOnStep(report, 'where', { ...hurt, whenDate: '2026-02-03' }, context)).toEqual([])
    expect(alertsOnStep(report, 'where', { ...hurt, whenDate: null }, context)).toEqual(['show-999'])
  })

  it('shows all of them before sending, most urgent first', () => {
    expect(alertsOf(report, answers, context)).toEqual(['show-999', 'show-sexual-support'])
  })

  it('takes no notice of answers of an abandoned branch', () => {
    expect(alertsOf(report, { ...answers, reason: ['domestic'] }, context)).not.toContain(
      'show-domestic-support',
    )
  })
})

describe('help speaks to', () => {
  it.each([
    [report, 'victim', 'you'],
    [report, 'witness', 'them'],
    [report, 'on-behalf', 'them'],
    [report, 'information', 'them'],
    [report, null, 'them'],
    [liaison, null, 'you'],
  ] as const)('%#: the right person', (journey, role, who) => {
    expect(whoIsHelped(journey, { role })).toBe(who)
  })
})
