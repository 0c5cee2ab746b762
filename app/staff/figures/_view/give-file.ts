import 'server-only'
import { fileAnswer } from '@/app/_form/file-answer'
import { requireEntrance } from '@/lib/auth/require-actor'
import { currentForce } from '@/lib/config/current-force'
import { staffPaths } from '@/lib/config/paths'
import { answerFigures } from '@/lib/queries/answer-figures'
import { deskClockFor } from '../../_desk/clock'
import { figureFile } from './figure-rows'
import { fileForms } from './file-forms'
import type { FileForm } from './file-forms'
import { figureWords } from './force-words'
import { readFigures } from './read-figures'

/** The cells of the page of figures as a file. What cannot be answered leads back to the page, which says why. */
export async function giveFigures(request: Request, format: FileForm): Promise<Response> {
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
  const { type, body } = fileForms[format]
  return fileAnswer(body(file, t), type, `figures-${question.from}-${question.to}.${format}`)
}
