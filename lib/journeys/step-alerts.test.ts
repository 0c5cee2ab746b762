import { describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import type { Answers, JourneyContext } from '@/lib/journey/definition'
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
