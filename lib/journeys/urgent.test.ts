import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { peopleOf } from '@/e2e/factories/imagined-people'
import { publicAlerts } from '@/lib/domain/risk'
import { hertfordshire } from '@/lib/force/hertfordshire'
import type { Answer, Answers, JourneyContext, ResolvedQuestion } from '@/lib/journey/definition'
import { kindOf } from '@/lib/journey/kinds/table'
import { resolveQuestions } from '@/lib/journey/resolve'
import type { FieldValues } from '@/lib/journey/view'
import { walk } from '@/lib/journey/walk'
import type { Visit } from '@/lib/journey/walk'
import { journeys } from './find-journey'
import { riskFactsOf } from './risk-facts'
import { alertsOnStep } from './step-alerts'

const today = '2026-11-23'
const context: JourneyContext = { force: hertfordshire, channel: 'online', today }
const calledFor = (answers: Answers) => publicAlerts(riskFactsOf(answers, today))

const questions = journeys.flatMap(({ id: journey, steps }) =>
  steps.flatMap((step) =>
    resolveQuestions(step, { role: 'victim' }, context).map((question) => ({ ...question, journey })),
  ),
)
const said = questions.flatMap((question) =>
  answersTo(question).map((answer): [string, Answer] => [question.id, answer]),
)

function answersTo(question: ResolvedQuestion): readonly Answer[] {
  if (question.kind === 'checkboxes') return question.options.map((option) => [option])
  if (question.kind === 'radios') return question.options
  return [question.kind === 'date' ? today : 'He has a knife']
}

function without(answers: Answers, id: string): Answers {
  return Object.fromEntries(Object.entries(answers).filter(([other]) => other !== id))
}

/** What can be said beside an answer, to any question that the rules look at: nothing, one thing or two. */
const nothing = JSON.stringify(riskFactsOf({}))
const lookedAt = new Set(
  said.flatMap(([id, answer]) =>
    JSON.stringify(riskFactsOf({ [id]: answer }, today)) === nothing ? [] : [id],
  ),
)
const looked = said.filter(([id]) => lookedAt.has(id))
const beside: readonly Answers[] = [
  {},
  ...looked.flatMap((one) => looked.map((other): Answers => Object.fromEntries([one, other]))),
]

/** Whether an answer to this question calls for help, by itself or beside others. */
function callsForHelp(id: string): boolean {
  const own = said.flatMap(([one, answer]) => (one === id ? [answer] : []))
  return beside.some((all) => {
    const others = without(all, id)
    const already = calledFor(others)
    return own.some((answer) =>
      calledFor({ ...others, [id]: answer }).some((alert) => !already.includes(alert)),
    )
  })
}

describe('a question is urgent exactly where an answer to it may call for help', () => {
  it.each(questions)('$id, of $journey', ({ id, urgent }) => {
    expect(urgent ?? false).toBe(callsForHelp(id))
  })
})

const people = peopleOf(
  [hertfordshire],
  journeys.filter(({ id }) => id !== 'equality'),
).map((person) => ({ ...person, context: { ...person.context, today } }))

/** One answer as it is posted, in a form of which all else is wrong. */
function among(visit: Visit, question: ResolvedQuestion, answer: Exclude<Answer, null>): FieldValues {
  const wrong = visit.questions
    .flatMap((other) => kindOf(other).fields(other))
    .map((field) => [field, ['?', '??']])
  return { ...Object.fromEntries(wrong), ...kindOf(question).fill(question, answer) } as FieldValues
}

describe('what calls for help when all is right does so whatever else is wrong', () => {
  const someone = fc.tuple(people, fc.boolean())

  it('on the way, and when somebody comes back', () => {
    fc.assert(
      fc.property(someone, ([{ journey, context: setting, answers }, isBack]) => {
        const walked = walk(journey, answers, setting)
        for (const visit of walked.visits) {
          const kept = isBack ? walked.relevant : visit.earlier
          for (const question of visit.questions) {
            const answer = answers[question.id] ?? null
            if (answer === null) continue
            const { slug } = visit.step
            const newly = calledFor({ ...without(kept, question.id), [question.id]: answer }).filter(
              (alert) => !calledFor(kept).includes(alert),
            )
            const values = among(visit, question, answer)
            const shown = alertsOnStep(journey, slug, kept, setting, { [slug]: { values } })
            expect(shown).toEqual(expect.arrayContaining(newly))
            // So it is where the draft ran out while it was written: on the step whose turn it is instead.
            const first = journey.steps[0]?.slug ?? ''
            const lost = alertsOnStep(journey, first, {}, setting, { [slug]: { values } })
            expect(lost).toEqual(expect.arrayContaining(calledFor({ [question.id]: answer })))
          }
        }
      }),
    )
  })

  it('and nothing is shown for what was typed on another step whose turn it is', () => {
    fc.assert(
      fc.property(people, ({ journey, context: setting, answers }) => {
        const { visits } = walk(journey, answers, setting)
        for (const { step } of visits) {
          const others = Object.fromEntries(
            visits
              .filter((visit) => visit.step !== step)
              .map(({ step: { slug } }) => [slug, { values: { whenKind: 'now', harm: ['self-harm'] } }]),
          )
          expect(alertsOnStep(journey, step.slug, answers, setting, others)).toEqual(
            alertsOnStep(journey, step.slug, answers, setting),
          )
        }
      }),
    )
  })
})
