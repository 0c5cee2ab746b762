import 'server-only'
import { strToU8, zipSync } from 'fflate'

/** A cell: a number stays one, everything else is text and never a formula. */
type Cell = string | number

export interface Sheet {
  readonly name: string
  /** The first row is the headings. */
  readonly rows: readonly (readonly Cell[])[]
}

const type = 'application/vnd.oasis.opendocument.spreadsheet'
const namespaces = [
  'xmlns:office="urn:oasis:names:tc:opendocument:xmlns:office:1.0"',
  'xmlns:table="urn:oasis:names:tc:opendocument:xmlns:table:1.0"',
  'xmlns:text="urn:oasis:names:tc:opendocument:xmlns:text:1.0"',
  'xmlns:style="urn:oasis:names:tc:opendocument:xmlns:style:1.0"',
  'xmlns:fo="urn:oasis:names:tc:opendocument:xmlns:xsl-fo-compatible:1.0"',
].join(' ')
const head = '<?xml version="1.0" encoding="UTF-8"?>'
/** Files of the same cells are the same, byte by byte. */
const noTime = new Date('1980-01-01T12:00:00Z')

/**
 * Sheets as an OpenDocument spreadsheet (ISO/IEC 26300, version 1.3): those given and no other, none of them hidden, in the order given, with
 * nothing about who made it or when.
 */
export function odsOf(sheets: readonly Sheet[]): Uint8Array<ArrayBuffer> {
  const file = zipSync(
    {
      // The first, and not packed, so that the file says at its beginning what it is.
      mimetype: [strToU8(type), { level: 0 }],
      'content.xml': strToU8(contentOf(sheets)),
      'META-INF/manifest.xml': strToU8(manifest),
    },
    { mtime: noTime },
  )
  return new Uint8Array(file)
}

const manifest = `${head}
<manifest:manifest xmlns:manifest="urn:oasis:names:tc:opendocument:xmlns:manifest:1.0" manifest:version="1.3">
<manifest:file-entry manifest:full-path="/" manifest:version="1.3" manifest:media-type="${type}"/>
<manifest:file-entry manifest:full-path="content.xml" manifest:media-type="text/xml"/>
</manifest:manifest>`

function contentOf(sheets: readonly Sheet[]): string {
  return `${head}
<office:document-content ${namespaces} office:version="1.3"><office:automatic-styles>
<style:style style:name="heading" style:family="table-cell"><style:text-properties fo:font-weight="bold"/></style:style>
</office:automatic-styles><office:body><office:spreadsheet>${sheets.map(sheetOf).join('')}</office:spreadsheet></office:body></office:document-content>`
}

function sheetOf({ name, rows }: Sheet): string {
  const [headings = [], ...others] = rows
  const columns = Math.max(1, ...rows.map((row) => row.length))
  return [
    `<table:table table:name="${escaped(name)}">`,
    `<table:table-column table:number-columns-repeated="${String(columns)}"/>`,
    `<table:table-header-rows>${rowOf(headings, ' table:style-name="heading"')}</table:table-header-rows>`,
    ...others.map((row) => rowOf(row, '')),
    '</table:table>',
  ].join('')
}

function rowOf(cells: readonly Cell[], style: string): string {
  return `<table:table-row>${cells.map((cell) => cellOf(cell, style)).join('')}</table:table-row>`
}

function cellOf(cell: Cell, style: string): string {
  const value =
    typeof cell === 'number'
      ? `office:value-type="float" office:value="${String(cell)}"`
      : 'office:value-type="string"'
  return `<table:table-cell${style} ${value}><text:p>${escaped(String(cell))}</text:p></table:table-cell>`
}

/** Text as XML has it, without what XML cannot hold. */
function escaped(text: string): string {
  return text
    .toWellFormed()
    .replaceAll(/[^\t\n\r\u{20}-\u{D7FF}\u{E000}-\u{FFFD}\u{10000}-\u{10FFFF}]/gu, '\u{FFFD}')
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
}
