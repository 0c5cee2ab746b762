import 'server-only'
import { strandWords } from '@/components/staff/case-words'
import { currentForce } from '@/lib/config/current-force'
import { nowhere } from '@/lib/domain/queue-filters'
import { channels, monitoredStrands, risks, submissionKinds } from '@/lib/domain/words'
import { districtNames } from '../../_desk/clock'
import type { FigureWords } from './figure-words'
import { saidField } from './filter-words'

interface Option {
  readonly value: string
  readonly label: string
}

/** One filter of the page of figures, and what can be chosen. */
export interface FilterChoice {
  readonly name: string
  readonly options: readonly Option[]
}

/**
 * The filters of the page. What an address narrows to that is in none of them, or is wrong, has one of its own, so that it can be seen,
 * led to and taken away.
 */
export function filterChoices(
  typed: Readonly<Record<string, string>>,
  problems: Iterable<string>,
  words: FigureWords,
): readonly FilterChoice[] {
  const usual = usualChoices(words)
  const known = new Set(['from', 'to', ...usual.map(({ name }) => name)])
  const more = [...new Set([...Object.keys(typed), ...problems])].filter((name) => !known.has(name))
  return [...usual, ...more.map((name) => ({ name, options: [] }))].map(({ name, options }) => {
    const value = typed[name]
    const isThere = value === undefined || options.some((option) => option.value === value)
    return {
      name,
      options: isThere ? options : [...options, { value, label: saidField(name, value, words) }],
    }
  })
}

function usualChoices(words: FigureWords): readonly FilterChoice[] {
  const { t } = words.speech
  const of = (name: string, values: readonly string[]): FilterChoice => ({
    name,
    options: values.map((value) => ({ value, label: saidField(name, value, words) })),
  })
  const strands = [...monitoredStrands, ...currentForce().extraStrands]
  return [
    {
      name: 'district',
      options: [
        ...[...districtNames()].map(([value, label]) => ({ value, label })),
        { value: nowhere, label: t('staff.queue.noDistrict') },
      ],
    },
    { name: 'strand', options: strands.map((value) => ({ value, label: strandWords(value, t) })) },
    of('channel', channels),
    of('kind', submissionKinds),
    of('risk', risks),
  ]
}
