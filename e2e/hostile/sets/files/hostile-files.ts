import { deflateRawSync, deflateSync, gzipSync } from 'node:zlib'
import { mostBytes } from '@/lib/domain/evidence/limits'
import { heads } from './heads'
import { hostileFileNames } from './names'
import { eicar, programs, tails } from './payloads'
import type { Tell } from './payloads'

/** A file somebody could send to do harm. */
export interface HostileFile {
  readonly sort: 'name' | 'lie' | 'polyglot' | 'empty' | 'claims' | 'bomb' | 'cut' | 'virus' | 'too large'
  readonly name: string
  readonly bytes: Buffer
  /** It must not be taken, whatever it says. */
  readonly never: boolean
}

type Sort = HostileFile['sort']
const file = (sort: Sort, name: string, bytes: Buffer, never = false): HostileFile => ({
  sort,
  name,
  bytes,
  never,
})
const headed = (ending: string, ...rest: readonly (Buffer | string)[]): Buffer =>
  Buffer.concat([heads[ending] ?? Buffer.alloc(0), ...rest.map((one) => Buffer.from(one))])

/** Three hundred files, the same each time. */
export function hostileFiles(tell: Tell): readonly HostileFile[] {
  const lying = ['jpg', 'png', 'pdf', 'mp4']
  return [
    ...hostileFileNames.map((name, at) => file('name', name, headed('jpg', `name ${String(at)}`))),
    ...Object.entries(programs(tell)).flatMap(([ending, bytes]) =>
      lying.map((as) => file('lie', `${ending}.${as}`, bytes, true)),
    ),
    ...Object.entries(tails(tell)).flatMap(([what, tail]) =>
      // A text with a page or a script of a server in it is no text.
      Object.keys(heads).map((ending) =>
        file('polyglot', `${what}.${ending}`, headed(ending, tail), ending === 'txt' && what === 'page'),
      ),
    ),
    ...['\u200B', '...', 'empty.jpg', 'empty.pdf', 'empty.txt'].map((name) =>
      file('empty', name, Buffer.alloc(0), true),
    ),
    ...claims,
    ...bombs(),
    ...Object.keys(heads).map((ending) =>
      file('cut', `half.${ending}`, headed(ending, Buffer.alloc(1500, 65)), true),
    ),
    ...viruses,
    file('too large', 'large.jpg', headed('jpg', Buffer.alloc(mostBytes)), true),
  ]
}

/** Small ones that say they are huge: whoever believes them runs out of room. */
const claims: readonly HostileFile[] = [
  file('claims', 'wide.png', headed('png', '\0\0\0\rIHDR\x7f\xff\xff\xff\x7f\xff\xff\xff\x08\x06\0\0\0')),
  file(
    'claims',
    'wide.jpg',
    headed('jpg', Buffer.from([0, 4, 0xff, 0xc0, 0, 17, 8, 0xff, 0xff, 0xff, 0xff, 3])),
  ),
  file('claims', 'wide.gif', Buffer.from('GIF89a\xff\xff\xff\xff\xf7\0\0', 'latin1')),
  file('claims', 'long.webp', Buffer.from('RIFF\xff\xff\xff\xffWEBPVP8X', 'latin1')),
  file('claims', 'long.wav', Buffer.from('RIFF\xff\xff\xff\xffWAVEdata\xff\xff\xff\xff', 'latin1')),
  file('claims', 'long.mp4', headed('mp4', '\0\0\0\x01mdat', Buffer.alloc(8, 0xff))),
  file('claims', 'many.pdf', headed('pdf', '1 0 obj<</Length 99999999999/Count 2147483647>>stream\n')),
  file('claims', 'deep.rtf', headed('rtf', '{'.repeat(200_000))),
]

/** Small ones that become large where they are unpacked. */
function bombs(): readonly HostileFile[] {
  const zeros = Buffer.alloc(10_000_000)
  const laughs = Array.from(
    { length: 20 },
    (_, at) => `<!ENTITY l${String(at + 1)} "${`&l${String(at)};`.repeat(10)}">`,
  )
  return [
    file('bomb', 'bomb.docx', headed('docx', deflateRawSync(zeros))),
    file('bomb', 'bomb.odt', headed('odt', deflateRawSync(zeros))),
    file('bomb', 'bomb.png', headed('png', '\0\0\xff\xffIDAT', deflateSync(zeros))),
    file('bomb', 'bomb.pdf', headed('pdf', '1 0 obj<</Filter/FlateDecode>>stream\n', deflateSync(zeros))),
    file('bomb', 'laughs.docx', headed('docx', `<!DOCTYPE l [${laughs.join('')}]>`)),
    file('bomb', 'bomb.jpg', gzipSync(gzipSync(zeros)), true),
    file('bomb', 'one-line.txt', Buffer.alloc(1_500_000, 97)),
  ]
}

const viruses: readonly HostileFile[] = [
  file('virus', 'test.txt', eicar),
  file('virus', 'test.com', Buffer.concat([eicar, Buffer.from('\r\n')])),
  ...['jpg', 'png', 'pdf', 'docx', 'mp4', 'rtf', 'ogg'].map((as) =>
    file('virus', `test.${as}`, headed(as, eicar)),
  ),
]
