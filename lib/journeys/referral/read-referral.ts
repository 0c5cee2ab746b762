import type { Answer, Answers, JourneyContext, ResolvedQuestion, Step } from '@/lib/journey/definition'
import { kindOf } from '@/lib/journey/kinds/table'
import { resolveQuestions } from '@/lib/journey/resolve'
import { journeyOf, notReferred } from './document'
import type { ReferralDocument } from './document'

/** Something in a referral that has no place among the answers, as it was sent. */
interface NotUnderstood {
  readonly name: string
  readonly value: string
}

/** What a referral says to us. */
export interface UnderstoodReferral {
  readonly answers: Answers
  /** Kept with the case as words, each under the name it came by. */
  readonly notUnderstood: readonly NotUnderstood[]
  /** Ids of questions that people who report themselves have to answer. Nothing is refused for them. */
  readonly missing: readonly string[]
}

type Given = string | readonly string[]

/** No code can be given to anybody, so nothing waits for one; and that it is sent to us was the sender's decision. */
const ours: Answers = { returnCode: 'no', outside: 'send-anyway' }
const needsCode: readonly (readonly [string, string])[] = [
  ['contactChoice', 'code-only'],
  ['safeWays', 'code'],
]

/**
 * What is understood of a referral, by the rules of the journey and by no other: an answer counts where the question is asked and the
 * answer could have been given. Nothing is lost and nothing is changed: the rest is kept as it was sent.
 */
export function readReferral(document: ReferralDocument, context: JourneyContext): UnderstoodReferral {
  let answers: Answers = {}
  const missing: string[] = []
  const left = new Map<string, Given>(givenIn(document))
  for (const step of journeyOf(document).steps) {
    if (!(step.when?.(answers, context) ?? true)) continue
    const found = readStep(step, answers, context, left)
    answers = { ...answers, ...found.answers }
    missing.push(...found.missing)
  }
  const notUnderstood = [...left].map(([name, value]) => ({ name, value: [value].flat().join('\n') }))
  return { answers, notUnderstood: notUnderstood.filter(({ value }) => value.trim() !== ''), missing }
}

function givenIn({ answers }: ReferralDocument): readonly (readonly [string, Given])[] {
  return Object.entries(answers).flatMap(([id, value]) => (value === undefined ? [] : [[id, value] as const]))
}

/** Takes what a step understands out of what is left. */
function readStep(step: Step, earlier: Answers, context: JourneyContext, left: Map<string, Given>) {
  const answers: Record<string, Answer> = {}
  const missing: string[] = []
  for (const question of resolveQuestions(step, earlier, context)) {
    const { id } = question
    const own = ours[id]
    const read =
      own !== undefined && notReferred.has(id)
        ? { answer: own, rest: null }
        : understood(question, left.get(id), context)
    if (read.answer !== null) answers[id] = read.answer
    else if (question.optional !== true) missing.push(id)
    if (notReferred.has(id)) continue
    if (read.rest === null) left.delete(id)
    else left.set(id, read.rest)
  }
  return { answers, missing }
}

interface Read {
  readonly answer: Answer
  /** What was not understood of it. */
  readonly rest: Given | null
}

function understood(question: ResolvedQuestion, given: Given | undefined, context: JourneyContext): Read {
  if (given === undefined) return { answer: null, rest: null }
  if (question.kind !== 'checkboxes') {
    const answer = answerTo(question, given, context)
    return { answer, rest: answer === null ? given : null }
  }
  const ticks = [given].flat()
  const known = ticks.filter((tick) => question.options.includes(tick) && !asksForCode(question.id, tick))
  const answer = known.length === 0 ? null : answerTo(question, known, context)
  const rest = answer === null ? ticks : ticks.filter((tick) => !known.includes(tick))
  return { answer, rest: rest.length === 0 ? null : rest }
}

/** The answer as our own page would have taken it; null where it would not have. */
function answerTo(question: ResolvedQuestion, given: Given, { today = '' }: JourneyContext): Answer {
  if (typeof given === 'string' && asksForCode(question.id, given)) return null
  if (question.kind !== 'checkboxes' && typeof given !== 'string') return null
  const kind = kindOf(question)
  const posted = kind.gather(question, kind.fill(question, given))
  const { success, data } = kind.schema(question, today).safeParse(posted)
  return success ? data : null
}

function asksForCode(id: string, value: string): boolean {
  return needsCode.some(([asked, needing]) => asked === id && needing === value)
}
