import { z } from 'zod'
import type { Force } from '../force'
import { strandDimensions } from './measures'
import type { Dimension } from './measures'
import { problemsOfSpan } from './span-problems'
import type { SpanProblem } from './span-problems'
import { valuesOf } from './values'

/** One value of one dimension, to which a figure is narrowed. */
export interface Filter {
  readonly dimension: Dimension
  readonly value: string
}

/** What somebody wants to know: whole months, both within, and at most one value of each dimension. */
export interface Question {
  readonly from: string
  readonly to: string
  readonly filters: readonly Filter[]
}

/**
 * What is wrong with one field of an address. `several`: a field that is there more than once; `unknown`: no value of that name; the others are of its
 * months.
 */
export type QuestionProblem = 'several' | 'unknown' | SpanProblem

type FilterField = Exclude<Dimension, `strand:${string}`> | 'strand'

const filterFields: readonly FilterField[] = [
  ...(['district', 'strand', 'kind', 'channel', 'risk', 'repeat', 'weekday', 'daypart'] as const),
  ...(['outcome', 'band', 'disposition', 'answer'] as const),
]

/** What a question is read against. */
export interface Askable {
  readonly force: Pick<Force, 'districts' | 'extraStrands' | 'dispositions'>
  /** The month it is, by the force's clocks. */
  readonly thisMonth: string
  /** The months meant where the address names none. */
  readonly usual: { readonly from: string; readonly to: string }
  /** Endings that figures have and the force's data does not. */
  readonly dispositions?: readonly string[]
}

/** A question, or what is wrong with each field in their order, with what was typed. */
export type ReadQuestion =
  | { readonly ok: true; readonly question: Question }
  | {
      readonly ok: false
      readonly problems: readonly { readonly field: string; readonly code: QuestionProblem }[]
      readonly typed: Readonly<Record<string, string>>
    }

const longestTyped = 60

/** As little as an address can hold: text, once; text more than once is kept as the first of it. */
const fieldSchema = z.union([
  z.string().transform((text) => ({ text: tidy(text), several: false })),
  z.array(z.string()).transform((all) => ({ text: tidy(all[0] ?? ''), several: all.length > 1 })),
  z.undefined().transform(() => ({ text: '', several: false })),
])

function tidy(text: string): string {
  return text
    .replace(/\p{Cc}/gu, '')
    .slice(0, longestTyped)
    .toWellFormed()
    .trim()
}

type Query = Readonly<Record<string, string | readonly string[] | undefined>>

/** Reads a question from an address. Nothing that was asked for is passed over: an answer to something else would mislead. */
export function readQuestion(query: Query, askable: Askable): ReadQuestion {
  const fields = ['from', 'to', ...filterFields].map((name) => ({ name, ...fieldSchema.parse(query[name]) }))
  const typed = Object.fromEntries(
    fields.filter(({ text }) => text !== '').map(({ name, text }) => [name, text]),
  )
  const filters = filterFields.flatMap((field) => {
    const value = typed[field]
    return value === undefined ? [] : [{ field, value, filter: filterOf(field, value, askable) }]
  })
  const problems = [
    ...fields.flatMap(({ name, several }) => (several ? [{ field: name, code: 'several' as const }] : [])),
    ...problemsOfMonths(typed.from, typed.to, askable),
    ...filters.flatMap(({ field, filter }) => (filter === null ? [{ field, code: 'unknown' as const }] : [])),
  ]
  if (problems.length > 0) return { ok: false, problems, typed }
  const { from, to } = { ...askable.usual, ...typed }
  return { ok: true, question: { from, to, filters: filters.flatMap(({ filter }) => filter ?? []) } }
}

/** The months of a question that lie within those that are published; null where none does. */
export function within(question: Question, first: string, last: string): Question | null {
  const from = question.from < first ? first : question.from
  const to = question.to > last ? last : question.to
  return from <= to ? { ...question, from, to } : null
}

/** The query string of a question: whoever follows it asks the same. */
export function writeQuestion({ from, to, filters }: Question): string {
  const pairs = filters.map(({ dimension, value }) =>
    dimension.startsWith('strand:')
      ? [
          'strand',
          value === 'yes' ? dimension.slice('strand:'.length) : `not-${dimension.slice('strand:'.length)}`,
        ]
      : [dimension, value],
  )
  return new URLSearchParams([['from', from], ['to', to], ...pairs]).toString()
}

function problemsOfMonths(
  typedFrom: string | undefined,
  typedTo: string | undefined,
  { usual, thisMonth }: Askable,
): readonly { readonly field: string; readonly code: QuestionProblem }[] {
  return problemsOfSpan({ from: typedFrom ?? usual.from, to: typedTo ?? usual.to }, thisMonth)
}

/** `strand=race` asks for cases with it, `strand=not-race` for those without. */
function filterOf(field: FilterField, value: string, { force, dispositions }: Askable): Filter | null {
  if (field !== 'strand') {
    const known = valuesOf(field, force, field === 'disposition' ? dispositions : [])
    return known.includes(value) ? { dimension: field, value } : null
  }
  for (const dimension of strandDimensions(force)) {
    if (dimension === `strand:${value}`) return { dimension, value: 'yes' }
    if (`not-${dimension.slice('strand:'.length)}` === value) return { dimension, value: 'no' }
  }
  return null
}
