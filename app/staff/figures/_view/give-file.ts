import 'server-only'
import { fileAnswer } from '@/app/_form/file-answer'
import { csvOf } from '@/lib/adapters/csv'
import { odsOf } from '@/lib/adapters/ods'
import { requireEntrance } from '@/lib/auth/require-actor'
import { currentForce } from '@/lib/config/current-force'
import { staffPaths } from '@/lib/config/paths'
import { answerFigures } from '@/lib/queries/answer-figures'
import type { Translate } from '@/lib/i18n/translate'
import { deskClockFor } from '../../_desk/clock'
import { figureFile } from './figure-rows'
import type { FigureFile } from './figure-rows'
import { figureWords } from './force-words'
import { readFigures } from './read-figures'

const files = {
  csv: { type: 'text/csv; charset=utf-8', body: asCsv },
  ods: { type: 'application/vnd.oasis.opendocument.spreadsheet', body: asOds },
} as const

/** The cells of the page of figures as a file. What cannot be answered leads back to the page, which says why. */
export async function giveFigures(request: Request, format: keyof typeof files): Promise<Response> {
  const actor = await requireEntrance('figures')
  const { searchParams } = new URL(request.url)
  const query = Object.fromEntries([...searchParams.keys()].map((name) => [name, searchParams.getAll(name)]))
  const found = await readFigures(actor, query)
  if (found?.read.ok !== true) {
    const Location = staffPaths.figuresAsked(searchParams.toString())
    return new Response(null, { status: 303, headers: { Location } })
  }
  const { question } = found.read
  const { t } = await deskClockFor(actor)
  const made = { minimum: currentForce().statistics.minimum, last: found.last }
  const file = figureFile(await answerFigures(actor, question), question, figureWords(t, question.to), made)
  const { type, body } = files[format]
  return fileAnswer(body(file, t), type, `figures-${question.from}-${question.to}.${format}`)
}

/** How they were made stands below them: a file of this kind has one sheet. */
function asCsv({ headings, rows, made }: FigureFile, t: Translate): string {
  const how = made.map((of) => [t('figures.column.made'), of])
  const named = [...rows, ...how].map((row) =>
    Object.fromEntries(headings.map((heading, at) => [heading, String(row[at] ?? '')])),
  )
  return csvOf(named, headings)
}

function asOds({ headings, rows, made }: FigureFile, t: Translate): Uint8Array<ArrayBuffer> {
  const how = t('figures.column.made')
  return odsOf([
    { name: t('figures.title'), rows: [headings, ...rows] },
    { name: how, rows: [[how], ...made.map((line) => [line])] },
  ])
}
