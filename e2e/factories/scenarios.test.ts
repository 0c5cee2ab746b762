import { expect, test } from 'vitest'
import { forces } from '@/lib/force/forces'
import type { Answers, Journey, JourneyContext, Step } from '@/lib/journey/definition'
import { findJourney } from '@/lib/journeys/find-journey'
import { parseStep } from '@/lib/journey/read'
import { visitOf, walk } from '@/lib/journey/walk'
import { scenarios, type Scenario } from './scenarios'

const force = forces.hertfordshire
if (force === undefined) throw new Error('Hertfordshire has gone.')
const context: JourneyContext = { force, channel: 'online' }

function journeyOf({ journey }: Scenario): Journey {
  const found = findJourney(journey)
  if (found === undefined) throw new Error(`No journey ${journey}.`)
  return found
}

/** The answers somebody has given when they reach the end. Throws naming the step that does not lead on. */
function played(scenario: Scenario): Answers {
  const journey = journeyOf(scenario)
  let answers: Answers = {}
  for (
    let walked = walk(journey, answers, context);
    walked.frontier !== null;
    walked = walk(journey, answers, context)
  ) {
    const questions = visitOf(walked, walked.frontier.slug)?.questions ?? []
    const result = parseStep(questions, scenario.fields, '2026-11-21')
    if (!result.ok)
      throw new Error(`${scenario.name}: ${walked.frontier.slug} ${JSON.stringify(result.errors)}`)
    answers = { ...answers, ...result.answers }
  }
  return answers
}

const reached = scenarios.map((scenario) => ({
  scenario,
  walked: walk(journeyOf(scenario), played(scenario), context),
}))

test.each(['report', 'liaison'])(
  'between them the scenarios of %s take every step, and leave out every step that can be',
  (id) => {
    const steps = findJourney(id)?.steps ?? []
    const mine = reached.filter(({ scenario }) => scenario.journey === id)
    const meets = (step: Step) => mine.filter(({ walked }) => walked.steps.includes(step)).length
    expect(steps.filter((step) => meets(step) === 0).map(({ slug }) => slug)).toEqual([])
    const never = steps.filter((step) => step.when !== undefined && meets(step) === mine.length)
    expect(never.map(({ slug }) => slug)).toEqual([])
  },
)

test('between them the scenarios see every question that depends on another, both shown and not', () => {
  const questions = ['report', 'liaison'].flatMap(
    (id) => findJourney(id)?.steps.flatMap((step) => step.questions) ?? [],
  )
  const depends = new Set(questions.filter((question) => question.when !== undefined).map(({ id }) => id))
  const shown = (id: string) => reached.filter(({ walked }) => Object.hasOwn(walked.relevant, id)).length
  const oneSided = [...depends].filter((id) => shown(id) === 0 || shown(id) === reached.length)
  expect(oneSided).toEqual([])
})
