import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { firstMonthOf } from '@/lib/domain/figures/question-months'
import { figureTable, figureTables, measureOf, rowsFor } from '@/lib/domain/figures/tables'
import type { FigureTable, FigureTableId } from '@/lib/domain/figures/tables'
import type { Question } from '@/lib/domain/figures/question'
import { yearOf } from '@/lib/domain/figures/statistics-year'
import { toldFigures } from '@/lib/domain/figures/told-figures'
import type { Actor } from '@/lib/domain/policy'
import { lastPublished, publishedFigures } from './published-figures'

/** The tables that answer a question, beside the same months a year before and the months just before. What pages, print and files have of figures is these. */
export async function answerFigures(
  actor: Actor,
  question: Question,
): Promise<ReadonlyMap<FigureTableId, FigureTable>> {
  const force = currentForce()
  const wanted = figureTables.map((id) => ({
    measure: measureOf(id),
    by: rowsFor(id, question.filters, force),
  }))
  const years = [
    yearOf(firstMonthOf(question), force.statistics),
    yearOf(question.to, force.statistics),
  ] as const
  const [rows, published] = await Promise.all([publishedFigures(actor, years, wanted), lastPublished(actor)])
  const told = toldFigures(rows, force.statistics, published?.first)
  return new Map(figureTables.map((id) => [id, figureTable(id, question, told, force)]))
}
