import { textAt } from './bytes'

/** A kind of file that is taken: what it is called to people, and the ending it is given out with. */
export interface FileKind {
  readonly id: string
  readonly group: 'picture' | 'film' | 'sound' | 'document'
  readonly ending: string
}

type Test = (head: Uint8Array) => boolean

/** How much of the beginning of a file is enough to tell what it is. */
export const headBytes = 4096

const begins =
  (...bytes: readonly number[]): Test =>
  (head) =>
    bytes.every((byte, place) => head[place] === byte)

const says =
  (words: string, from = 0): Test =>
  (head) =>
    textAt(head, from, words.length) === words

/** Films and newer pictures name their brand in a first box; any of those it is compatible with counts too. */
const brand =
  (...brands: readonly string[]): Test =>
  (head) =>
    says('ftyp', 4)(head) && brands.includes(textAt(head, 8, 4))

/** A RIFF file says after its length what it holds. */
const riff =
  (what: string): Test =>
  (head) =>
    says('RIFF')(head) && says(what, 8)(head)

/** Matroska and WebM share their first bytes; the name of the kind stands within the header. */
const webm: Test = (head) => begins(0x1a, 0x45, 0xdf, 0xa3)(head) && textAt(head, 0, 64).includes('webm')

/** Office files are archives; the name of a part tells which. None is ever unpacked. */
const office: Test = (head) =>
  begins(0x50, 0x4b, 3, 4)(head) &&
  (says('[Content_Types].xml', 30)(head) || textAt(head, 0, 2048).includes('word/'))
const openDocument: Test = (head) =>
  begins(0x50, 0x4b, 3, 4)(head) &&
  textAt(head, 30, 70).startsWith('mimetypeapplication/vnd.oasis.opendocument.text')

const mp3: Test = (head) =>
  says('ID3')(head) || (head[0] === 0xff && [0xfb, 0xf3, 0xf2].includes(head[1] ?? 0))

const kinds: readonly (FileKind & { readonly test: Test })[] = [
  { id: 'jpeg', group: 'picture', ending: 'jpg', test: begins(0xff, 0xd8, 0xff) },
  {
    id: 'png',
    group: 'picture',
    ending: 'png',
    test: begins(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  },
  {
    id: 'gif',
    group: 'picture',
    ending: 'gif',
    test: (head) => says('GIF87a')(head) || says('GIF89a')(head),
  },
  { id: 'webp', group: 'picture', ending: 'webp', test: riff('WEBP') },
  {
    id: 'heic',
    group: 'picture',
    ending: 'heic',
    test: brand('heic', 'heix', 'heim', 'heis', 'hevc', 'mif1', 'msf1'),
  },
  { id: 'avif', group: 'picture', ending: 'avif', test: brand('avif', 'avis') },
  { id: 'mov', group: 'film', ending: 'mov', test: brand('qt  ') },
  { id: 'm4a', group: 'sound', ending: 'm4a', test: brand('M4A ', 'M4B ') },
  { id: '3gp', group: 'film', ending: '3gp', test: (head) => says('ftyp3g', 4)(head) },
  {
    id: 'mp4',
    group: 'film',
    ending: 'mp4',
    test: brand('isom', 'iso2', 'iso4', 'iso5', 'iso6', 'mp41', 'mp42', 'avc1', 'M4V ', 'MSNV', 'dash'),
  },
  { id: 'webm', group: 'film', ending: 'webm', test: webm },
  { id: 'mp3', group: 'sound', ending: 'mp3', test: mp3 },
  { id: 'wav', group: 'sound', ending: 'wav', test: riff('WAVE') },
  { id: 'ogg', group: 'sound', ending: 'ogg', test: says('OggS') },
  { id: 'amr', group: 'sound', ending: 'amr', test: says('#!AMR') },
  { id: 'pdf', group: 'document', ending: 'pdf', test: says('%PDF-') },
  { id: 'docx', group: 'document', ending: 'docx', test: office },
  { id: 'odt', group: 'document', ending: 'odt', test: openDocument },
  { id: 'rtf', group: 'document', ending: 'rtf', test: says('{\\rtf') },
  { id: 'txt', group: 'document', ending: 'txt', test: isPlainText },
]

/** Letters alone, in UTF-8, and nothing that a browser would take for a page or a system for a program. */
function isPlainText(head: Uint8Array): boolean {
  if (head.length === 0 || head.some((byte) => byte < 9 || (byte > 13 && byte < 32) || byte === 127))
    return false
  try {
    // The beginning may end within a letter.
    const words = new TextDecoder('utf-8', { fatal: true }).decode(head, { stream: true })
    return (
      !/^\s*(?:<|#!|@echo|\{\\)/iu.test(words) && !/<(?:script|html|svg|iframe|\?xml|!doctype)/iu.test(words)
    )
  } catch {
    return false
  }
}

/** What a file is by its first bytes, whatever its name says; null where it is none that is taken. */
export function fileKindOf(head: Uint8Array): FileKind | null {
  const found = kinds.find(({ test }) => test(head.subarray(0, headBytes)))
  return found === undefined ? null : { id: found.id, group: found.group, ending: found.ending }
}

/** A kind by its id, as it was sealed; null where there is none. */
export function fileKind(id: string): FileKind | null {
  const found = kinds.find((kind) => kind.id === id)
  return found === undefined ? null : { id, group: found.group, ending: found.ending }
}

/** What a page's chooser offers first. A hint to the browser: what counts is what the file is. */
export const accepts = 'image/*,video/*,audio/*,.pdf,.docx,.odt,.rtf,.txt'
