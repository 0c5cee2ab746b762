import * as z from 'zod/mini'
import type { Answer } from '../definition'
import { cleanLine } from '../clean-text'
import type { AnswerSchema, Kind, QuestionOf } from './kind'
import { baseCodes, shownText } from './single-line'

type DateQuestion = QuestionOf<'date'>

const parts = ['day', 'month', 'year'] as const
type Parts = Record<(typeof parts)[number], string>

/** The day as `YYYY-MM-DD`, or null when there is no such day or the year is before 1900. */
function dayOf({ day, month, year }: Parts): string | null {
  if (!/^\d{1,2}$/.test(day) || !/^\d{1,2}$/.test(month) || !/^\d{4}$/.test(year)) return null
  const iso = `${year}-${month.padStart(2, '0')}-${day.padStart(2, '0')}`
  const time = new Date(`${iso}T00:00:00Z`)
  const exists = !Number.isNaN(time.getTime()) && time.toISOString().startsWith(iso)
  return exists && Number(year) >= 1900 ? iso : null
}

function partsOf(question: DateQuestion, values: Readonly<Record<string, unknown>>): unknown {
  const raw = parts.map((part) => values[`${question.id}-${part}`] ?? '')
  const [day, month, year] = raw.map((part) => (typeof part === 'string' ? cleanLine(part) : null))
  if (typeof day !== 'string' || typeof month !== 'string' || typeof year !== 'string') return undefined
  return day + month + year === '' ? null : { day, month, year }
}

function schema(question: DateQuestion, today: string): AnswerSchema {
  const given = z
    .custom<Parts | null, unknown>((raw: unknown) => raw !== undefined, 'invalid')
    .check(
      z.refine((raw) => raw !== null || question.optional === true, { error: 'required', abort: true }),
      z.refine((raw) => raw === null || dayOf(raw) !== null, { error: 'not-a-date', abort: true }),
      z.refine(
        (raw) => question.notAfter === undefined || raw === null || (dayOf(raw) ?? '') <= today,
        'future',
      ),
    )
  const iso = z.transform((raw: Parts | null): Answer => (raw === null ? null : dayOf(raw)))
  return z.pipe(given, iso)
}

/** A day, posted in three fields. */
export const date: Kind<DateQuestion> = {
  fields: (question) => parts.map((part) => `${question.id}-${part}`),
  read: (question, form) =>
    Object.fromEntries(
      parts.map((part) => [`${question.id}-${part}`, cleanLine(form.get(`${question.id}-${part}`) ?? '')]),
    ),
  gather: partsOf,
  schema,
  fill: (question, answer) => {
    const [year = '', month = '', day = ''] = shownText(answer).split('-')
    return {
      [`${question.id}-day`]: String(Number(day)),
      [`${question.id}-month`]: String(Number(month)),
      [`${question.id}-year`]: year,
    }
  },
  holds: (_question, answer) => typeof answer === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(answer),
  // Noon, so that the day is the same in every zone of the United Kingdom.
  format: (_question, answer, words) => words.day(Date.parse(`${shownText(answer)}T12:00:00Z`)),
  codes: (question) => [
    ...baseCodes(question),
    'not-a-date',
    ...(question.notAfter === undefined ? [] : (['future'] as const)),
  ],
}
