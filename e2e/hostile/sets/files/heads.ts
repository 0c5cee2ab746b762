const box = (brand: string) => Buffer.from(`\0\0\0\x18ftyp${brand}\0\0\0\0${brand}`, 'latin1')
const bytes = (...all: readonly number[]) => Buffer.from(all)

/** The first bytes of every kind of file that is taken, by its ending. */
export const heads: Readonly<Record<string, Buffer>> = {
  jpg: bytes(0xff, 0xd8, 0xff, 0xe0),
  png: bytes(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a),
  gif: Buffer.from('GIF89a/*'),
  webp: Buffer.from('RIFF\0\0\0\0WEBPVP8 '),
  heic: box('heic'),
  avif: box('avif'),
  mov: box('qt  '),
  m4a: box('M4A '),
  '3gp': box('3gp5'),
  mp4: box('isom'),
  webm: Buffer.concat([bytes(0x1a, 0x45, 0xdf, 0xa3, 0x42, 0x82, 0x84), Buffer.from('webm')]),
  mp3: Buffer.from('ID3\x03\0\0\0\0\0\0'),
  wav: Buffer.from('RIFF\0\0\0\0WAVEfmt '),
  ogg: Buffer.from('OggS\0\x02'),
  amr: Buffer.from('#!AMR\n'),
  pdf: Buffer.from('%PDF-1.7\n'),
  docx: Buffer.concat([bytes(0x50, 0x4b, 3, 4), Buffer.alloc(26), Buffer.from('[Content_Types].xml')]),
  odt: Buffer.concat([
    bytes(0x50, 0x4b, 3, 4),
    Buffer.alloc(26),
    Buffer.from('mimetypeapplication/vnd.oasis.opendocument.text'),
  ]),
  rtf: Buffer.from('{\\rtf1\\object\\objupdate '),
  txt: Buffer.from('They said it again today. '),
}
