import { describe, expect, it, vi } from 'vitest'
import { fileUpload } from './file-upload'

vi.mock('@/app/_form/note-refused', () => ({ noteRefused: () => undefined }))

const most = 1_000
const boundary = '----WebKitFormBoundary7MA4YWxkTrZu0gW'

function posted(
  body: string,
  type = `multipart/form-data; boundary=${boundary}`,
  more: Record<string, string> = {},
): Request {
  return new Request('http://localhost/staff/duty/calendar/read', {
    method: 'POST',
    headers: { 'sec-fetch-site': 'same-origin', 'content-type': type, ...more },
    body,
  })
}
const part = (name: string, content: string, more = '') =>
  `--${boundary}\r\ncontent-disposition: form-data; name="${name}"${more}\r\n\r\n${content}\r\n`
const file = (content: string) => part('file', content, '; filename="../rota.ics"')

async function read(request: Request) {
  const upload = fileUpload('file', most)
  const fields = await upload.read(request)
  const bytes = upload.bytes()
  return {
    fields: typeof fields === 'string' ? fields : fields.toString(),
    held: bytes === null ? null : bytes.byteLength,
  }
}

describe('a form with a file', () => {
  it('gives the file and the other fields', async () => {
    expect(await read(posted(`${part('use', 'duty\0')}${file('abc')}--${boundary}--\r\n`))).toEqual({
      fields: 'use=duty',
      held: 3,
    })
  })

  it.each([
    ['no file', `${part('use', 'duty')}--${boundary}--\r\n`],
    ['an empty file', `${part('use', 'duty')}${file('')}--${boundary}--\r\n`],
    ['a field of that name that is no file', `${part('use', 'duty')}--${boundary}--\r\n`],
  ])('with %s has none', async (_, body) => {
    expect(await read(posted(body))).toEqual({ fields: 'use=duty', held: null })
  })

  it.each([
    ['is too large', 'too-large', posted(`${file('x'.repeat(most + 65 * 1024))}--${boundary}--\r\n`)],
    ['says that it is too large', 'too-large', posted('x', undefined, { 'content-length': '9000000' })],
    ['has more parts than any', 'wrong-type', posted(`${part('a', 'b').repeat(50)}--${boundary}--\r\n`)],
    ['does not end', 'wrong-type', posted(file('abc'))],
    ['is of another kind', 'wrong-type', posted('file=abc', 'application/x-www-form-urlencoded')],
    ['has no boundary', 'wrong-type', posted(file('abc'), 'multipart/form-data')],
    ['has two boundaries', 'wrong-type', posted(file('abc'), 'multipart/form-data; boundary=b; boundary=c')],
    [
      'comes from another site',
      'foreign',
      posted(file('abc'), undefined, { 'sec-fetch-site': 'cross-site' }),
    ],
  ] as const)('that %s is not taken: %s', async (_, problem, request) => {
    expect(await read(request)).toEqual({ fields: problem, held: null })
  })
})
