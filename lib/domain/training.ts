import { Temporal } from 'temporal-polyfill'
import { DomainError } from './errors'
import type { Force } from './force'
import type { TrainingTopic } from './force-training'

/** What somebody was trained in. Days are ISO days; it counts until the end of the day on which it expires. */
export interface Training {
  readonly topic: string
  readonly completedOn: string
  readonly expiresOn: string
  /** It was recorded by mistake and counts for nothing. */
  readonly withdrawn: boolean
}

type Scheme = Pick<Force, 'training'>

/**
 * Until which day somebody has all the training the force asks for: the earliest, over those topics, of the days on which the latest course
 * in each expires. Null where one is missing. Whether that day is over is for whoever asks.
 */
export function trainedUntil(records: readonly Training[], { training }: Scheme): string | null {
  const required = training.topics.filter((topic) => topic.required)
  const ends = required.map(({ id }) => expiryOf(records, id)).filter((end) => end !== null)
  // Days of one form sort as they follow each other.
  return ends.length < required.length ? null : (ends.sort()[0] ?? null)
}

/** The last day on which somebody's training in a topic counts, or null without any. */
function expiryOf(records: readonly Training[], topic: string): string | null {
  const counting = records.filter((record) => record.topic === topic && !record.withdrawn)
  return (
    counting
      .map(({ expiresOn }) => expiresOn)
      .sort()
      .at(-1) ?? null
  )
}

/** How somebody's training in a topic stands: none, over, to be refreshed soon, or in date. */
type TrainingState = 'never' | 'lapsed' | 'due' | 'in-date'

export interface TopicStanding {
  readonly topic: TrainingTopic
  readonly state: TrainingState
  /** The last day on which it counts or counted. Null: never. */
  readonly until: string | null
}

/** How somebody stands in every topic of the force on a day, in the force's order. */
export function trainingStanding(
  records: readonly Training[],
  { training }: Scheme,
  today: string,
): readonly TopicStanding[] {
  return training.topics.map((topic) => {
    const until = expiryOf(records, topic.id)
    return { topic, until, state: stateOf(until, topic, today) }
  })
}

function stateOf(until: string | null, topic: TrainingTopic, today: string): TrainingState {
  if (until === null) return 'never'
  if (until < today) return 'lapsed'
  return until <= daysAfter(today, topic.refreshWarnDays) ? 'due' : 'in-date'
}

/** For how many days ahead a supervisor sees what lapses. */
export const lapseAhead = 90

/**
 * What to see to before it hurts: what is over, or ends within `lapseAhead` days, or is to be refreshed by its topic's own measure; and what is
 * missing of what the force requires.
 */
export function isPressing({ topic, state, until }: TopicStanding, today: string): boolean {
  if (state === 'never') return topic.required
  return state !== 'in-date' || (until !== null && until <= daysAfter(today, lapseAhead))
}

/** What somebody has to be told of all the training that is required, of which `until` is the last day it counts; null for nothing. */
export function trainingWarning(until: string | null, today: string): 'never' | 'lapsed' | 'due' | null {
  if (until === null) return 'never'
  if (until < today) return 'lapsed'
  return until <= daysAfter(today, lapseAhead) ? 'due' : null
}

/** A day so many days after another. */
export function daysAfter(day: string, days: number): string {
  return Temporal.PlainDate.from(day).add({ days }).toString()
}

/** The last day on which a course counts that was completed on a day. A day its month lacks is the last it has. */
export function expiresOn(completedOn: string, { validMonths }: TrainingTopic): string {
  return Temporal.PlainDate.from(completedOn).add({ months: validMonths }).toString()
}

/** The earliest day on which a course can have been completed that is recorded here. */
export const earliestCourse = '2000-01-01'

/** What the form of a training record holds. */
export interface TypedTraining {
  readonly topic: string
  readonly completedOn: string
  readonly heldWith: readonly string[]
}

export const trainingProblems = ['topic', 'not-a-day', 'future', 'too-early', 'held-with'] as const
export type TrainingProblem = (typeof trainingProblems)[number]

/** What is wrong with a training record as somebody typed it, or null. `today` is the force's day. */
export function trainingProblem(
  { topic, completedOn, heldWith }: TypedTraining,
  { training }: Scheme,
  today: string,
): TrainingProblem | null {
  if (!training.topics.some(({ id }) => id === topic)) return 'topic'
  if (!isDay(completedOn)) return 'not-a-day'
  if (completedOn > today) return 'future'
  if (completedOn < earliestCourse) return 'too-early'
  return heldWith.every((force) => training.partners.includes(force)) ? null : 'held-with'
}

/** A training record as a form gives it; `invalid` for what `trainingProblem` finds. */
export function readTraining(
  typed: TypedTraining,
  force: Scheme,
  today: string,
): Omit<Training, 'withdrawn'> & Pick<TypedTraining, 'heldWith'> {
  const topic = force.training.topics.find(({ id }) => id === typed.topic)
  if (topic === undefined || trainingProblem(typed, force, today) !== null) throw new DomainError('invalid')
  const { completedOn, heldWith } = typed
  return {
    topic: topic.id,
    completedOn,
    expiresOn: expiresOn(completedOn, topic),
    heldWith: [...new Set(heldWith)],
  }
}

function isDay(text: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/u.test(text)) return false
  try {
    return Temporal.PlainDate.from(text).toString() === text
  } catch {
    return false
  }
}
