import fc from 'fast-check'
import type { Force } from '@/lib/domain/force'
import type { Answer, Answers, Journey, JourneyContext, ResolvedQuestion } from '@/lib/journey/definition'
import type { QuestionOf } from '@/lib/journey/kinds/kind'
import { missingWith } from '@/lib/journey/needed'
import { leadFrom, walk } from '@/lib/journey/walk'
import { journeys } from '@/lib/journeys/find-journey'

/** Takes choices off a tape of numbers, so that a failing person can be made again and simplified. */
type Pick = <T>(options: readonly [T, ...T[]]) => T

const tapes = fc.array(fc.nat(997), { minLength: 60, maxLength: 60 })

function pickFrom(tape: readonly number[]): Pick {
  let at = 0
  return (options) => {
    const number = tape[at % tape.length] ?? 0
    at += 1
    return options[(number + Math.floor(at / tape.length)) % options.length] ?? options[0]
  }
}

/** Somebody who answers a journey from its first step until nothing is open. */
export interface Person {
  readonly journey: Journey
  readonly context: JourneyContext
  readonly answers: Answers
  /** Slugs in the order they were met. */
  readonly met: readonly string[]
}

/** People of every kind, in these forces and in the same with all the strands a force may add. */
export function peopleOf(
  forces: readonly Force[],
  among: readonly Journey[] = journeys,
): fc.Arbitrary<Person> {
  const extraStrands = ['alternative-subculture', 'sex', 'age', 'sex-work', 'homelessness']
  const all = forces.flatMap((force) => [force, { ...force, extraStrands }])
  return fc
    .tuple(fc.constantFrom(...among), fc.constantFrom(...all), tapes)
    .map(([journey, force, tape]) => personOf(journey, { force, channel: 'online' }, pickFrom(tape)))
}

const mostSteps = 100

function personOf(journey: Journey, context: JourneyContext, pick: Pick): Person {
  let answers: Answers = {}
  const met: string[] = []
  for (let { frontier, visits } = walk(journey, answers, context); frontier !== null;) {
    const open = visits.find(({ step }) => step === frontier)
    if (open === undefined || met.length > mostSteps)
      throw new Error(`${journey.id} has no way on from ${frontier.slug}`)
    const given: Answers = Object.fromEntries(
      open.questions.map((question) => [question.id, answerTo(question, context, pick)]),
    )
    const needed: Answers = Object.fromEntries(
      missingWith(open.questions, given).map((id) => [id, pick<string>(['Sam', 'فاطمة'])]),
    )
    const said = { ...given, ...needed }
    // Somebody who is led away from a step stays here and, in the end, chooses the way on.
    if (leadFrom(open.questions, said) === undefined) met.push(frontier.slug)
    answers = { ...answers, ...said }
    ;({ frontier, visits } = walk(journey, answers, context))
  }
  // Shown when a property fails: the answers, not the whole force.
  const described = () => `${journey.id} in ${context.force.id}: ${JSON.stringify(answers)}`
  return Object.assign({ journey, context, answers, met }, { [fc.toStringMethod]: described })
}

/** An answer that the question accepts; blank now and then where it may be. */
function answerTo(question: ResolvedQuestion, context: JourneyContext, pick: Pick): Answer {
  if (question.optional === true && pick([true, false, false])) return null
  switch (question.kind) {
    case 'radios':
      return pick(optionsOf(question.options))
    case 'checkboxes':
      return ticks(question, pick)
    case 'postcode':
      return pick(optionsOf(['ZZ99', 'EH1', 'LS1 1AA', ...Object.keys(context.force.outcodes)]))
    case 'text':
      return pick(question.multiline === true ? ['Sam', 'Two lines\nof words'] : ['Sam', 'فاطمة'])
    default:
      return pick(typed[question.kind])
  }
}

const typed = {
  date: ['2026-03-09', '2024-02-29'],
  time: ['09:05', '23:59'],
  email: ['sam@example.org', '用户@例子.公司'],
  phone: ['01632 960001', '+44 1632 960001'],
} as const

function ticks(question: QuestionOf<'checkboxes'>, pick: Pick): readonly string[] {
  const some = [pick(optionsOf(question.options)), pick(optionsOf(question.options))]
  const alone = some.find((option) => option === question.exclusive)
  return alone === undefined ? question.options.filter((option) => some.includes(option)) : [alone]
}

function optionsOf(options: readonly string[]): readonly [string, ...string[]] {
  const [first, ...rest] = options
  if (first === undefined) throw new Error('A question without options')
  return [first, ...rest]
}
