import { cleanLine, cleanText } from '@/lib/journey/clean-text'
import { scenarioOf } from '../wire/cases'
import { fieldsOf } from '../wire/steps'
import type { Journey } from '@/lib/journey/definition'
import { findJourney } from '@/lib/journeys/find-journey'

/** Values laid into the fields of one report or request. */
export interface Parcel {
  readonly journey: 'report' | 'liaison'
  readonly fields: Readonly<Record<string, string>>
  readonly values: readonly string[]
}

interface Room {
  readonly name: string
  readonly length: number
  readonly multiline: boolean
}

/** No field is filled to its end, and no page is made longer than somebody would read. */
const most = 2_500

/** The fields of a scenario in which anything may be typed. */
function roomsOf(journey: 'report' | 'liaison'): readonly Room[] {
  const given = scenarioOf(journey, 'plan').fields
  const steps: Journey['steps'] = findJourney(journey)?.steps ?? []
  return steps.flatMap((step) => {
    const names = new Set(fieldsOf(step).map(({ name }) => name))
    return step.questions.flatMap((question) =>
      question.kind === 'text' && names.has(question.id) && given[question.id] !== undefined
        ? [{ name: question.id, length: question.maxLength, multiline: question.multiline === true }]
        : [],
    )
  })
}

/** Lays all values into as few parcels as it takes, each value whole: several to a field of many lines. */
export function pack(values: readonly string[]): readonly Parcel[] {
  const waiting = values.filter((value) => cleanText(value) !== '' && value.length < 9_000)
  const parcels: Parcel[] = []
  while (waiting.length > 0) {
    const journey = parcels.length % 2 === 0 ? 'report' : 'liaison'
    const fields = roomsOf(journey).map((room) => [room.name, filled(room, waiting)] as const)
    const used = fields.flatMap(([, list]) => list)
    if (used.length === 0)
      throw new Error(`No field has room for ${JSON.stringify(waiting[0]).slice(0, 80)}.`)
    const texts = fields.map(([name, list]) => [name, list.length === 0 ? 'x' : list.join('\n')])
    parcels.push({ journey, fields: Object.fromEntries(texts) as Record<string, string>, values: used })
  }
  return parcels
}

/** How much room a value takes: the form it is kept in may be longer than the one it was typed in. */
const roomOf = (value: string) => Math.max(value.length, value.normalize('NFC').length)

/** Takes from those that wait what fits into a field. */
function filled({ length, multiline }: Room, waiting: string[]): readonly string[] {
  const taken: string[] = []
  let left = Math.min(length, multiline ? Math.max(most, roomOf(waiting[0] ?? '') + 1) : length)
  // Looks a little ahead: the next value may be too long for a short field and the one behind it not.
  for (let at = 0; at < Math.min(waiting.length, 200);) {
    const value = waiting[at] ?? ''
    const fits = roomOf(value) < left && (multiline || cleanLine(value) !== '')
    if (!fits) {
      at += 1
      continue
    }
    waiting.splice(at, 1)
    taken.push(value)
    left -= roomOf(value) + 1
    if (!multiline) break
  }
  return taken
}
