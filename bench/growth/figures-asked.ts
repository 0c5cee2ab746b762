import { figureFile } from '@/app/staff/figures/_view/figure-rows'
import { fileForms } from '@/app/staff/figures/_view/file-forms'
import type { FileForm } from '@/app/staff/figures/_view/file-forms'
import { figureWords } from '@/app/staff/figures/_view/force-words'
import { readFigures } from '@/app/staff/figures/_view/read-figures'
import type { Query } from '@/app/staff/figures/_view/read-figures'
import { readReport } from '@/app/staff/figures/_view/read-report'
import { deskClockFor } from '@/app/staff/_desk/clock'
import { currentForce } from '@/lib/config/current-force'
import type { Actor } from '@/lib/domain/policy'
import { answerFigures } from '@/lib/queries/answer-figures'

const none = 'There are no figures to be asked.'

/** What the page of figures is drawn from. Throws where nothing is published: there would be nothing to measure. */
export async function figuresAsked(actor: Actor, query: Query) {
  const [found, { t }] = await Promise.all([readFigures(actor, query), deskClockFor(actor)])
  if (found?.read.ok !== true) throw new Error(none)
  const { question } = found.read
  return { question, t, last: found.last, tables: await answerFigures(actor, question) }
}

/** The same as a file. */
export async function fileAsked(actor: Actor, query: Query, format: FileForm): Promise<unknown> {
  const { question, t, last, tables } = await figuresAsked(actor, query)
  const { minimum } = currentForce().statistics
  return fileForms[format].body(
    figureFile(tables, question, figureWords(t, question.to), { minimum, last }),
    t,
  )
}

/** The monthly report. */
export async function reportAsked(actor: Actor): Promise<unknown> {
  const found = await readReport(actor, {})
  if (found?.read.ok !== true) throw new Error(none)
  return found
}
