import 'server-only'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import type { ExportedCase, SubjectAccess } from '@/lib/domain/subject-access'
import type { Translate } from '@/lib/i18n/translate'

/** DejaVu: Latin with the letters of Welsh, Greek and Cyrillic. A package, so that the file of the font is one that is looked after. */
const fonts = join(process.cwd(), 'node_modules/dejavu-fonts-ttf/ttf')

/** Scripts that are set here one letter after another, left to right. */
const setHere =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]$/u
const steering = /\p{Default_Ignorable_Code_Point}/gu
const missing = '\u25a1'

/** What it is written with. Times are by the clock of `timeZone`. */
interface Wording {
  readonly t: Translate
  readonly timeZone: string
}

/**
 * The same as the JSON form, to read and print: tagged, with a title and a language, headings and paragraphs. Letters of scripts that cannot be set
 * here are a box each, and the first page says so and where they are.
 */
export async function personPdf(data: SubjectAccess, wording: Wording): Promise<Uint8Array<ArrayBuffer>> {
  const { t } = wording
  const page = openPage(t)
  page.heading('H1', t('exporting.file.title'))
  page.text(t('exporting.file.lead', { force: data.force, at: saidAt(data.madeAt, wording) }))
  page.text(t('exporting.file.reason', { reason: t(`exporting.reason.${data.reason}`) }))
  if (data.blackedOut > 0) page.text(t('exporting.file.blackedOut', { count: data.blackedOut }))
  const texts = JSON.stringify(data.cases)
  if (page.printable(texts) !== texts.replace(steering, '')) page.text(t('exporting.file.scripts'))
  for (const one of data.cases) writeCase(page, one, wording)
  return page.end()
}

type Page = ReturnType<typeof openPage>

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

function saidAt(at: string, { timeZone }: Wording): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(at),
  )
}

/** A document that is written from top to bottom. */
function openPage(t: Translate) {
  const doc = new PDFDocument({
    ...{ size: 'A4', margin: 56, lang: 'en-GB', tagged: true, displayTitle: true, pdfVersion: '1.7' },
    font: join(fonts, 'DejaVuSans.ttf'),
    info: { Title: t('exporting.file.title') },
  })
  const bytes = collect(doc)
  const root = doc.struct('Document')
  doc.addStructure(root)
  const hasGlyph = glyphsOf(doc)
  const printable = (text: string) =>
    Array.from(text.replace(steering, ''), (one) =>
      setHere.test(one) && hasGlyph(one) ? one : missing,
    ).join('')
  const write = (tag: string, text: string, size: number, isBold: boolean) => {
    if (text === '') return
    root.add(
      doc.struct(tag, {}, () => {
        doc
          .font(join(fonts, isBold ? 'DejaVuSans-Bold.ttf' : 'DejaVuSans.ttf'))
          .fontSize(size)
          .text(printable(text))
      }),
    )
    doc.moveDown(isBold ? 0.2 : 0.6)
  }
  const sizes = { H1: 18, H2: 14, H3: 12 } as const
  return {
    printable,
    heading: (tag: keyof typeof sizes, text: string) => {
      doc.moveDown(0.6)
      write(tag, text, sizes[tag], true)
    },
    text: (text: string) => {
      write('P', text, 10, false)
    },
    pair: (label: string, text: string) => {
      write('P', label, 10, true)
      write('P', text, 10, false)
    },
    end: () => {
      root.end()
      doc.end()
      return bytes
    },
  }
}

/** Which characters the font of a document has. */
function glyphsOf(doc: PDFKit.PDFDocument): (character: string) => boolean {
  const held = doc as unknown as { _font: { font: { hasGlyphForCodePoint: (point: number) => boolean } } }
  return (character) =>
    /\s/u.test(character) || held._font.font.hasGlyphForCodePoint(character.codePointAt(0) ?? 0)
}

function collect(doc: PDFKit.PDFDocument): Promise<Uint8Array<ArrayBuffer>> {
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = []
    doc.on('data', (part: Uint8Array) => parts.push(part))
    doc.on('error', reject)
    doc.on('end', () => {
      resolve(new Uint8Array(Buffer.concat(parts)))
    })
  })
}
