import 'server-only'
import { join } from 'node:path'
import PDFDocument from 'pdfkit'
import { inOurDigits } from '@/lib/domain/telephone'
import type { Translate } from '@/lib/i18n/translate'

/** DejaVu: Latin with the letters of Welsh, Greek and Cyrillic. A package, so that the file of the font is one that is looked after. */
const fonts = join(process.cwd(), 'node_modules/dejavu-fonts-ttf/ttf')

/** Scripts that are set here one letter after another, left to right. */
const setHere =
  /^[\p{Script=Latin}\p{Script=Greek}\p{Script=Cyrillic}\p{Script=Common}\p{Script=Inherited}]$/u
const steering = /\p{Default_Ignorable_Code_Point}/gu
const missing = '\u25a1'

/** Without what steers letters, and with digits of any script in ours: a number in them is still to be rung. */
const plain = (text: string) => inOurDigits(text.replace(steering, ''))

/** What a document is written with. Times are by the clock of `timeZone`. */
export interface Wording {
  readonly t: Translate
  readonly timeZone: string
}

/** A time, by the force’s clock. */
export function saidAt(at: string, { timeZone }: Wording): string {
  return new Intl.DateTimeFormat('en-GB', { timeZone, dateStyle: 'long', timeStyle: 'short' }).format(
    new Date(at),
  )
}

/** A document that is written from top to bottom: tagged, with a title and a language. */
export function openPage(title: string) {
  const doc = new PDFDocument({
    ...{ size: 'A4', margin: 56, lang: 'en-GB', tagged: true, displayTitle: true, pdfVersion: '1.7' },
    font: join(fonts, 'DejaVuSans.ttf'),
    info: { Title: title },
  })
  const bytes = collect(doc)
  const root = doc.struct('Document')
  doc.addStructure(root)
  const hasGlyph = glyphsOf(doc)
  const printable = (text: string) =>
    Array.from(plain(text), (one) => (setHere.test(one) && hasGlyph(one) ? one : missing)).join('')
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

export type Page = ReturnType<typeof openPage>

/** Whether any letter of what is written cannot be set here, and is a box instead. */
export function scriptsMissing({ printable }: Page, texts: unknown): boolean {
  const all = JSON.stringify(texts)
  return printable(all) !== plain(all)
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
