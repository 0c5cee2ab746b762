import 'server-only'
import type { CaseHandOver, HandOverPart } from '@/lib/domain/ways-out/hand-over-document'
import { openPage, saidAt, scriptsMissing } from './tagged-pdf'
import type { Wording } from './tagged-pdf'

/** A heading of its own for each part, and what stands under it: a label and a text. */
type Lines = readonly (readonly [label: string, text: string])[]

/** The same as the JSON form of a hand-over document, to read and print: tagged, with a title and a language, headings and paragraphs. */
export async function handOverPdf(data: CaseHandOver, wording: Wording): Promise<Uint8Array<ArrayBuffer>> {
  const { t } = wording
  const page = openPage(t('waysOut.file.title'))
  page.heading('H1', t('waysOut.file.title'))
  page.text(t('waysOut.file.lead', { force: data.force.name, at: saidAt(data.madeAt, wording) }))
  if (scriptsMissing(page, data)) page.text(t('exporting.file.scripts'))
  page.heading('H2', data.case.reference)
  for (const [label, text] of factLines(data, wording)) page.pair(label, text)
  for (const part of data.parts) {
    page.heading('H2', t(`waysOut.part.${part}`))
    const lines = partLines(data, part, wording)
    if (lines.length === 0) page.text(t('exporting.file.nothing'))
    for (const [label, text] of lines) page.pair(label, text)
  }
  page.heading('H2', t('waysOut.file.leftOut'))
  if (data.leftOut.length === 0) page.text(t('exporting.file.nothing'))
  for (const one of data.leftOut) page.text(t(`waysOut.leftOut.${one}`))
  return page.end()
}

function factLines({ case: facts }: CaseHandOver, wording: Wording): Lines {
  const { t } = wording
  const { district, strands, closedAt, outcome } = facts
  const fact = (key: string, text: string) => [t(`waysOut.file.${key}`), text] as const
  return [
    fact('kind', t(`staff.kind.${facts.kind}`)),
    fact('channel', t(`staff.channel.${facts.channel}`)),
    fact('received', saidAt(facts.receivedAt, wording)),
    fact('status', t(`staff.status.${facts.status}`)),
    fact(facts.riskDecided ? 'riskDecided' : 'riskSuggested', t(`staff.risk.${facts.risk}`)),
    ...(district === null ? [] : [fact('district', district.name)]),
    ...(strands.length === 0 ? [] : [fact('strands', strands.map(({ name }) => name).join(', '))]),
    ...(closedAt === null ? [] : [fact('closed', saidAt(closedAt, wording))]),
    ...(outcome === null ? [] : [fact('outcome', outcome)]),
  ]
}

function partLines(data: CaseHandOver, part: HandOverPart, wording: Wording): Lines {
  const { t } = wording
  const by = (at: string, role: string | null) =>
    role === null
      ? saidAt(at, wording)
      : t('exporting.file.by', { at: saidAt(at, wording), role: t(`staff.role.${role}`) })
  switch (part) {
    case 'account':
    case 'contact':
      return data[part].map(({ question, answer }) => [question, answer])
    case 'messages':
      return data.messages.map(({ at, from, text }) => [
        t(`waysOut.file.from.${from}`, { at: saidAt(at, wording) }),
        text,
      ])
    case 'notes':
      return data.notes.map(({ at, role, text }) => [by(at, role), text])
    case 'history':
      return data.history.map(({ at, role, what }) => [by(at, role), what])
  }
}
