import type { Answers, Journey, JourneyContext, Lead, ResolvedQuestion, Step } from './definition'
import { kindOf } from './kinds/table'
import { missingWith } from './needed'
import { resolveQuestions } from './resolve'

/** A step as met on the way: what was known before it, what it asks, and whether all of that is answered. */
export interface Visit {
  readonly step: Step
  readonly earlier: Answers
  readonly questions: readonly ResolvedQuestion[]
  readonly complete: boolean
}

export interface Walked {
  readonly visits: readonly Visit[]
  readonly steps: readonly Step[]
  /** The answers of these steps alone; those of abandoned branches are not among them. */
  readonly relevant: Answers
  /** The first step that still needs an answer; null when there is none. */
  readonly frontier: Step | null
}

/**
 * Goes through a journey with the answers given so far. Nothing about the position is stored anywhere: which steps
 * apply, which answers count and where the person has got to follow from the answers alone. An answer that no longer
 * fits its question (a district of another postcode) counts as not given.
 */
export function walk(journey: Journey, answers: Answers, context: JourneyContext): Walked {
  const visits: Visit[] = []
  let relevant: Answers = {}
  for (const step of journey.steps) {
    if (!(step.when?.(relevant, context) ?? true)) continue
    const earlier = relevant
    const questions = resolveQuestions(step, earlier, context)
    const kept = questions.filter((question) => stands(question, answers))
    const given = Object.fromEntries(kept.map(({ id }) => [id, answers[id] ?? null]))
    const complete = kept.length === questions.length && missingWith(questions, given).length === 0
    visits.push({ step, earlier, questions, complete })
    relevant = { ...earlier, ...given }
  }
  const frontier = visits.find((visit) => !visit.complete)?.step ?? null
  return { visits, steps: visits.map((visit) => visit.step), relevant, frontier }
}

/** Whether a question has an answer that still fits it and lets the person go on. */
function stands(question: ResolvedQuestion, answers: Answers): boolean {
  if (!Object.hasOwn(answers, question.id)) return false
  const answer = answers[question.id]
  if (answer === undefined) return false
  if (answer === null) return question.optional === true
  return kindOf(question).holds(question, answer) && leadOf(question, answer) === undefined
}

function leadOf(question: ResolvedQuestion, answer: unknown): Lead | undefined {
  if (question.kind !== 'radios' || typeof answer !== 'string') return undefined
  return question.leads !== undefined && Object.hasOwn(question.leads, answer)
    ? question.leads[answer]
    : undefined
}

/** Where the answers to a step lead when they do not lead on. Undefined: they lead on. */
export function leadFrom(questions: readonly ResolvedQuestion[], answers: Answers): Lead | undefined {
  return questions
    .map((question) => leadOf(question, answers[question.id]))
    .find((lead) => lead !== undefined)
}

/** The visit of a step, when the step applies. */
export function visitOf(walked: Walked, slug: string): Visit | undefined {
  return walked.visits.find((visit) => visit.step.slug === slug)
}

/** Whether a person may be on a step: it applies and nothing before it is open. */
export function mayVisit(walked: Walked, slug: string): boolean {
  const index = walked.steps.findIndex((step) => step.slug === slug)
  const open = walked.frontier === null ? walked.steps.length : walked.steps.indexOf(walked.frontier)
  return index >= 0 && index <= open
}

/** The step before; null for the first. */
export function stepBefore(walked: Walked, slug: string): Step | null {
  const index = walked.steps.findIndex((step) => step.slug === slug)
  return walked.steps[index - 1] ?? null
}

/** Where to go once a step is answered: null, to the check page, when nothing is open; else the next step. */
export function stepAfter(walked: Walked, slug: string): Step | null {
  if (walked.frontier === null) return null
  const index = walked.steps.findIndex((step) => step.slug === slug)
  return index < 0 ? walked.frontier : (walked.steps[index + 1] ?? walked.frontier)
}
