import 'server-only'
import type { ExportedCase, SubjectAccess } from '@/lib/domain/subject-access'
import { openPage, saidAt, scriptsMissing } from './tagged-pdf'
import type { Page, Wording } from './tagged-pdf'

/**
 * The same as the JSON form, to read and print: tagged, with a title and a language, headings and paragraphs. Letters of scripts that cannot be set
 * here are a box each, and the first page says so and where they are.
 */
export async function personPdf(data: SubjectAccess, wording: Wording): Promise<Uint8Array<ArrayBuffer>> {
  const { t } = wording
  const page = openPage(t('exporting.file.title'))
  page.heading('H1', t('exporting.file.title'))
  page.text(t('exporting.file.lead', { force: data.force, at: saidAt(data.madeAt, wording) }))
  page.text(t('exporting.file.reason', { reason: t(`exporting.reason.${data.reason}`) }))
  if (data.blackedOut > 0) page.text(t('exporting.file.blackedOut', { count: data.blackedOut }))
  if (scriptsMissing(page, data.cases)) page.text(t('exporting.file.scripts'))
  for (const one of data.cases) writeCase(page, one, wording)
  return page.end()
}

function writeCase(page: Page, one: ExportedCase, wording: Wording): void {
  const { t } = wording
  page.heading('H2', one.reference)
  page.text(
    t('exporting.file.case', {
      ...{ kind: t(`staff.kind.${one.kind}`), channel: t(`staff.channel.${one.channel}`) },
      ...{ at: saidAt(one.receivedAt, wording), status: t(`staff.status.${one.status}`) },
    }),
  )
  if (one.closedAt !== null)
    page.text(t('exporting.file.closed', { at: saidAt(one.closedAt, wording), outcome: one.outcome ?? '' }))
  const section = (key: string, lines: readonly (() => void)[]) => {
    page.heading('H3', t(`exporting.file.${key}`))
    if (lines.length === 0) page.text(t('exporting.file.nothing'))
    for (const line of lines) line()
  }
  const said = (label: string, text: string) => () => {
    page.pair(label, text)
  }
  section(
    'answers',
    one.answers.map(({ question, answer }) => said(question, answer)),
  )
  if (one.identity.length > 0)
    section(
      'identity',
      one.identity.map(({ question, answer }) => said(question, answer)),
    )
  section(
    'messages',
    one.messages.map(({ at, from, text }) =>
      said(t(`exporting.file.from.${from}`, { at: saidAt(at, wording) }), text),
    ),
  )
  if (one.notes.length > 0)
    section(
      'notes',
      one.notes.map(({ at, role, text }) => said(byWords(at, role, wording), text)),
    )
  section(
    'decisions',
    one.decisions.map(({ at, role, what }) => said(byWords(at, role, wording), what)),
  )
  section(
    'looks',
    one.looks.map(({ role, day, times }) =>
      said(t(`staff.role.${role}`), t('exporting.file.look', { day, times })),
    ),
  )
  section(
    'held',
    one.held.map((text) => said('', text)),
  )
  section(
    'leftOut',
    one.leftOut.map(({ what, words }) => said(what, words)),
  )
}

function byWords(at: string, role: ExportedCase['notes'][number]['role'], wording: Wording): string {
  const said = saidAt(at, wording)
  return role === null
    ? said
    : wording.t('exporting.file.by', { at: said, role: wording.t(`staff.role.${role}`) })
}
