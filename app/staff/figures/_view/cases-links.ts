import 'server-only'
import { staffPaths } from '@/lib/config/paths'
import { mayEnter } from '@/lib/domain/desk-areas'
import { casesBehind } from '@/lib/domain/figures/cases-behind'
import type { Question } from '@/lib/domain/figures/question'
import { questionOf } from '@/lib/domain/figures/tables'
import type { FigureTable } from '@/lib/domain/figures/tables'
import type { Actor } from '@/lib/domain/policy'
import { knownWords } from '../../_desk/known-words'
import type { LinkOf } from './figure-words'

/** Where the cases behind the numbers of a page are, and behind all of it: for whoever has a queue. */
export function casesLinks(
  { role }: Actor,
  question: Question,
): { readonly ofCell: LinkOf; readonly ofAll: (table: FigureTable) => string | undefined } | null {
  if (!mayEnter(role, 'queue')) return null
  const known = knownWords()
  const link = (asked: Question, { measure }: FigureTable, answer: FigureTable['total']) => {
    const query = casesBehind(asked, measure, answer, known)
    return query === null ? undefined : staffPaths.queueAsked(query)
  }
  return {
    ofCell: (table, { key, answer }) =>
      link(questionOf(table.id, key, { ...question, ...table.instead }), table, answer),
    ofAll: (table) => link(question, table, table.total),
  }
}
