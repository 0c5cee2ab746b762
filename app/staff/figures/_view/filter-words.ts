import { strandWords } from '@/components/staff/case-words'
import { writeQuestion } from '@/lib/domain/figures/question'
import type { Question } from '@/lib/domain/figures/question'
import type { FigureTableId } from '@/lib/domain/figures/tables'
import { lowerFirst } from '@/lib/i18n/lower-first'
import { saidPeriod, saidValue, saidWeekday } from './figure-words'
import type { FigureWords } from './figure-words'

/** Fields of an address whose values are those of a table. */
const tableOf: Readonly<Partial<Record<string, FigureTableId>>> = {
  district: 'district',
  channel: 'channel',
  repeat: 'repeat',
  outcome: 'promises',
  band: 'time',
  disposition: 'endings',
  answer: 'answers',
}

/** What a value of a field of an address is called; what nobody has words for is said as it was typed. */
export function saidField(field: string, value: string, words: FigureWords): string {
  const { speech } = words
  const { t } = speech
  const table = tableOf[field]
  if (table !== undefined) return saidValue(table, value, words)
  if (field === 'strand')
    return value.startsWith('not-')
      ? t('figures.notStrand', { strand: lowerFirst(strandWords(value.slice('not-'.length), t)) })
      : strandWords(value, t)
  if (field === 'weekday' && /^[1-7]$/u.test(value)) return saidWeekday(value, speech, 'long')
  const key = field === 'daypart' ? `figures.daypart.${value}` : `staff.${field}.${value}`
  return t.has(key) ? t(key) : value
}

/** What a page of figures is narrowed to, on a screen and on paper: its months, and each value asked for. */
export function narrowedWords(asked: Readonly<Record<string, string>>, words: FigureWords): string {
  const { t } = words.speech
  const { from = '', to = from, ...fields } = asked
  const period = saidPeriod([from, to], words.speech)
  const what = fieldsInWords(fields, words)
  return what === '' ? t('figures.narrowed.all', { period }) : t('figures.narrowed.only', { period, what })
}

/** The filters of a question in words, as its address names them; empty where there are none. */
export function filtersInWords(question: Question, words: FigureWords): string {
  const fields = new URLSearchParams(writeQuestion(question))
  for (const month of ['from', 'to']) fields.delete(month)
  return fieldsInWords(Object.fromEntries(fields), words)
}

function fieldsInWords(fields: Readonly<Record<string, string>>, words: FigureWords): string {
  const { t } = words.speech
  return Object.entries(fields)
    .map(([field, value]) => `${t(`figures.field.${field}`)}: ${saidField(field, value, words)}`)
    .join('; ')
}
