import { scenarios } from './scenarios'
import { answerStep } from '@/lib/commands/answer-step'
import type { NextPlace } from '@/lib/commands/take-step'
import { env } from '@/lib/config/env'
import type { Channel } from '@/lib/domain/words'
import type { DraftSlot } from '@/lib/drafts/draft'
import type { FieldValues } from '@/lib/journey/view'
import { findJourney } from '@/lib/journeys/find-journey'
import { createKeys } from '@/lib/sealing/create-keys'

/** Who fills in what. */
export interface Player {
  readonly slot: DraftSlot
  readonly journeyId: string
  readonly channel: Channel
}

export const reporter: Player = { slot: 'public', journeyId: 'report', channel: 'online' }
export const asker: Player = { ...reporter, journeyId: 'liaison' }
export const respondent: Player = { ...reporter, journeyId: 'equality' }

/** A victim who says nothing that is not required. */
export const leastReport: FieldValues = {
  role: 'victim',
  whatHappened: ['abuse'],
  placeKind: 'online',
  contactChoice: 'anonymous',
  returnCode: 'no',
}

export const equalityAnswers: FieldValues = {
  ageGroup: '25-34',
  sex: 'female',
  genderSame: 'yes',
  orientation: 'bi',
  ethnicity: 'm1',
  religion: 'none',
  disability: 'no',
}

function stepsOf(journeyId: string) {
  return findJourney(journeyId)?.steps ?? []
}

/** The fields with every question of own words answered by `words`, each by its id. */
export function wordy(journeyId: string, fields: FieldValues, words: (id: string) => string): FieldValues {
  const texts = stepsOf(journeyId)
    .flatMap(({ questions }) => questions)
    .filter(({ kind }) => kind === 'text')
  return { ...fields, ...Object.fromEntries(texts.map(({ id }) => [id, words(id)])) }
}

/** The fullest scenario of a journey, in the given words. */
export function fullest(journeyId: 'report' | 'liaison', words: (id: string) => string): FieldValues {
  const scenario = scenarios.find(({ journey }) => journey === journeyId)
  return wordy(journeyId, scenario?.fields ?? {}, words)
}

/** The slug of the step that asks a question. */
export function stepOf(journeyId: string, questionId: string): string {
  const step = stepsOf(journeyId).find(({ questions }) => questions.some(({ id }) => id === questionId))
  if (!step) throw new Error(`No step of ${journeyId} asks ${questionId}.`)
  return step.slug
}

/** Fields as a browser would post them. */
export function formOf(fields: FieldValues): URLSearchParams {
  const form = new URLSearchParams()
  for (const [name, value] of Object.entries(fields)) {
    for (const one of [value].flat()) form.append(name, one)
  }
  return form
}

async function post(
  player: Player,
  slug: string,
  fields: FieldValues,
  cookie?: string,
): Promise<{ cookie: string; go: NextPlace }> {
  const answered = await answerStep({ ...player, slug, form: formOf(fields), cookie })
  if (!answered) throw new Error(`No step ${slug}.`)
  return answered
}

/** Posts the step that asks a question. */
export async function answer(
  player: Player,
  questionId: string,
  fields: FieldValues,
  cookie?: string,
): Promise<{ cookie: string; go: NextPlace }> {
  return post(player, stepOf(player.journeyId, questionId), fields, cookie)
}

/**
 * Goes through a journey from its first step, following where each answer leads, to the check page, or to the step
 * that asks `until`. Gives the draft's cookie. Throws when a step is refused.
 */
export async function play(
  player: Player,
  fields: FieldValues,
  from?: string,
  until?: string,
): Promise<string> {
  const last = until === undefined ? undefined : stepOf(player.journeyId, until)
  const first = stepsOf(player.journeyId)[0]?.slug ?? ''
  let { cookie, go } = await post(player, first, fields, from)
  while (go.to === 'step' && go.slug !== last) {
    ;({ cookie, go } = await post(player, go.slug, fields, cookie))
  }
  if (go.to !== 'check' && go.to !== 'step') throw new Error(`Led to ${JSON.stringify(go)}.`)
  return cookie
}

/** The keys of the test deployment; made by whichever test comes first. */
export async function ensureKeys(): Promise<void> {
  await createKeys(env().KEY_DIR)
}
