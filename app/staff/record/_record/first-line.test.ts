import fc from 'fast-check'
import { expect, it } from 'vitest'
import { peopleOf } from '@/e2e/factories/imagined-people'
import { forces } from '@/lib/force/forces'
import { translator } from '@/lib/i18n/translate'
import { visitOf, walk } from '@/lib/journey/walk'
import { everyJourney } from '@/lib/journeys/find-journey'
import { firstLineOf } from './first-line'

const t = translator('en')
const people = peopleOf(Object.values(forces), everyJourney)

it('says that somebody need not answer only where every question of the step may be left, in every journey', () => {
  const met = new Set<string>()
  fc.assert(
    fc.property(people, ({ journey, context, answers }) => {
      for (const { step, questions } of walk(journey, answers, context).visits.slice(1)) {
        const blank = Object.fromEntries(questions.map(({ id }) => [id, null]))
        const mayGoOn = visitOf(walk(journey, { ...answers, ...blank }, context), step.slug)?.complete
        const said = firstLineOf(journey, step.slug, questions, t)
        expect(/do not have to answer th(?:is|ese)/u.test(said), step.slug).toBe(mayGoOn)
        expect(/needs? an answer/u.test(said), step.slug).toBe(
          questions.every(({ optional }) => optional !== true),
        )
        met.add(`${journey.id}/${step.slug}`)
      }
    }),
    // Enough that each step is met, also one that few come to.
    { numRuns: 1500 },
  )
  const later = everyJourney.flatMap(({ id, steps }) => steps.slice(1).map(({ slug }) => `${id}/${slug}`))
  expect(later.filter((step) => !met.has(step))).toEqual([])
})

it('begins a journey with what comes, whatever its first step asks', () => {
  for (const journey of everyJourney)
    expect(firstLineOf(journey, journey.steps[0]?.slug ?? '', [], t)).toMatch(/^Tell them you will read/u)
})
