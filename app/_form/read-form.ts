import 'server-only'

const maxBytes = 2 * 1024 * 1024
const maxFields = 400

export type FormProblem = 'too-large' | 'wrong-type'

/**
 * The fields of a posted form. Reads no further than 2 MB and takes no more than 400 fields; anything but a urlencoded
 * form is refused. Bytes that are not UTF-8 become replacement characters, and NUL, which no keyboard makes and PostgreSQL keeps
 * nowhere, is left out.
 */
export async function readForm(request: Request): Promise<URLSearchParams | FormProblem> {
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase()
  if (type !== 'application/x-www-form-urlencoded') return 'wrong-type'
  if (Number(request.headers.get('content-length') ?? 0) > maxBytes) return 'too-large'
  const text = await readText(request.body)
  if (text === null || hasManyFields(text)) return 'too-large'
  return new URLSearchParams(text.replaceAll(/%00|\0/gu, ''))
}

async function readText(body: ReadableStream<Uint8Array> | null): Promise<string | null> {
  if (body === null) return ''
  const decoder = new TextDecoder()
  const reader = body.getReader()
  let bytes = 0
  let text = ''
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return text + decoder.decode()
    bytes += value.byteLength
    if (bytes > maxBytes) {
      await reader.cancel()
      return null
    }
    text += decoder.decode(value, { stream: true })
  }
}

function hasManyFields(text: string): boolean {
  let fields = 1
  for (let at = text.indexOf('&'); at !== -1; at = text.indexOf('&', at + 1)) {
    fields += 1
    if (fields > maxFields) return true
  }
  return false
}
