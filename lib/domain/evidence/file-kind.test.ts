import fc from 'fast-check'
import { expect, test } from 'vitest'
import { fileKind, fileKindOf } from './file-kind'

const bytes = (...parts: readonly (string | readonly number[])[]) =>
  new Uint8Array(Buffer.concat(parts.map((part) => Buffer.from(part as string, 'latin1'))))
const brand = (name: string) => bytes([0, 0, 0, 24], 'ftyp', name, 'rest')

test.each([
  ['jpeg', bytes([0xff, 0xd8, 0xff, 0xe0])],
  ['png', bytes([0x89], 'PNG\r\n', [0x1a], '\n')],
  ['gif', bytes('GIF89a')],
  ['webp', bytes('RIFF', [1, 2, 3, 4], 'WEBP')],
  ['heic', brand('heic')],
  ['avif', brand('avif')],
  ['mp4', brand('isom')],
  ['mov', brand('qt  ')],
  ['m4a', brand('M4A ')],
  ['3gp', brand('3gp4')],
  ['webm', bytes([0x1a, 0x45, 0xdf, 0xa3], 'xxxxwebm')],
  ['mp3', bytes('ID3')],
  ['mp3', bytes([0xff, 0xfb, 0x90])],
  ['wav', bytes('RIFF', [1, 2, 3, 4], 'WAVE')],
  ['ogg', bytes('OggS')],
  ['amr', bytes('#!AMR\n')],
  ['pdf', bytes('%PDF-1.7')],
  [
    'docx',
    bytes(
      'PK',
      [3, 4],
      Array.from({ length: 26 }, () => 0),
      '[Content_Types].xml',
    ),
  ],
  [
    'odt',
    bytes(
      'PK',
      [3, 4],
      Array.from({ length: 26 }, () => 0),
      'mimetypeapplication/vnd.oasis.opendocument.text',
    ),
  ],
  ['rtf', bytes('{\\rtf1')],
  ['txt', bytes('They said it again today.\nAnd yesterday.')],
  ['txt', new TextEncoder().encode('Dywedodd hi „na“ ✓')],
] as const)('%s is told by its first bytes', (id, head) => {
  expect(fileKindOf(head)?.id).toBe(id)
  expect(fileKind(id)?.id).toBe(id)
})

test.each([
  ['a program', bytes('MZ', [0x90, 0])],
  ['a program of another system', bytes([0x7f], 'ELF')],
  ['a page', bytes('<!doctype html><script>alert(1)</script>')],
  ['a drawing that runs scripts', bytes('<svg xmlns="x" onload="alert(1)">')],
  ['a page behind words', bytes('words first <script>alert(1)</script>')],
  ['a script', bytes('#!/bin/sh\nrm -rf /')],
  [
    'an archive',
    bytes(
      'PK',
      [3, 4],
      Array.from({ length: 26 }, () => 0),
      'evil.js',
    ),
  ],
  ['another archive', bytes('Rar!', [0x1a, 7])],
  ['nothing', bytes()],
  ['bytes that are no letters', bytes([1, 2, 3])],
  ['broken letters', bytes([0xc3, 0x28, 0x41])],
])('%s is not taken', (_what, head) => {
  expect(fileKindOf(head)).toBeNull()
})

test('nothing that comes in makes it fail, and a letter cut in two is still a letter', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 5000 }), (head) => {
      const kind = fileKindOf(head)
      expect(kind === null || fileKind(kind.id) !== null).toBe(true)
    }),
  )
  expect(fileKindOf(new TextEncoder().encode('é'.repeat(4000)).subarray(0, 4095))?.id).toBe('txt')
})
