import { newVisitor } from '../../../bench/visitor'
import type { Visitor } from '../../../bench/visitor'
import type { Question, Step } from '@/lib/journey/definition'
import type { FieldValues } from '@/lib/journey/view'
import { findJourney } from '@/lib/journeys/find-journey'
import { scenarios } from '../../factories/scenarios'
import type { Scenario } from '../../factories/scenarios'

/** A step that some scenario meets, with everything that can be posted to it. */
export interface MetStep {
  readonly scenario: Scenario
  readonly slug: string
  readonly fields: readonly Field[]
}

export interface Field {
  readonly name: string
  /** Whether any text may be typed there, or one of some known words is expected. */
  readonly kind: Question['kind']
  readonly multiline: boolean
}

const mostSteps = 60

/** The fields of a step, whether it asks for them always or now and then. */
export function fieldsOf(step: Step): readonly Field[] {
  const all = step.questions.flatMap((question) => {
    const names =
      question.kind === 'date'
        ? ['day', 'month', 'year'].map((part) => `${question.id}-${part}`)
        : [question.id]
    const multiline = question.kind === 'text' && question.multiline === true
    return names.map((name) => ({ name, kind: question.kind, multiline }))
  })
  return [...new Map(all.map((field) => [field.name, field])).values()]
}

/** A form's body: the values of a scenario, and others in the place of some. */
export function bodyOf(fields: FieldValues, others: Readonly<Record<string, string>> = {}): URLSearchParams {
  const body = new URLSearchParams()
  for (const [name, value] of Object.entries(fields))
    if (!Object.hasOwn(others, name)) for (const one of [value].flat()) body.append(name, one)
  for (const [name, value] of Object.entries(others)) body.append(name, value)
  return body
}

/** The steps of a journey, each of them once, as the scenarios meet them at `origin`. */
export async function metSteps(origin: string, journey: 'report' | 'liaison'): Promise<readonly MetStep[]> {
  const met = new Map<string, MetStep>()
  for (const scenario of scenarios.filter((one) => one.journey === journey)) {
    for (const slug of await slugsOf(origin, scenario)) {
      const step = findJourney(journey)?.steps.find((one) => one.slug === slug)
      if (step !== undefined && !met.has(slug)) met.set(slug, { scenario, slug, fields: fieldsOf(step) })
    }
  }
  return [...met.values()]
}

async function slugsOf(origin: string, scenario: Scenario): Promise<readonly string[]> {
  const slugs: string[] = []
  await walkTo(newVisitor(origin), scenario, (slug) => {
    slugs.push(slug)
    return false
  })
  return slugs
}

/** Answers a scenario from its first step on, until `stop` says so of the step that would be next, or the check page. */
export async function walkTo(
  visitor: Visitor,
  { journey, fields }: Scenario,
  stop: (slug: string) => boolean,
  base = `/${journey}`,
): Promise<string> {
  let slug = findJourney(journey)?.steps[0]?.slug ?? ''
  for (let step = 0; step < mostSteps; step += 1) {
    if (slug === 'check' || stop(slug)) return slug
    const reply = await visitor.post(`${base}/${slug}/answer`, bodyOf(fields))
    const next = new URL(reply.location, 'http://x').pathname.split('/').at(-1) ?? ''
    if (reply.status !== 303 || next === slug)
      throw new Error(`${slug} did not lead on (${String(reply.status)}).`)
    slug = next
  }
  throw new Error(`${journey} has no end.`)
}
