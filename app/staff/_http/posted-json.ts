import 'server-only'
import { isSameOrigin } from '@/lib/edge/same-origin'

/** An answer of an authenticator is a few kilobytes. */
const maxBytes = 64 * 1024

/** What one of our own pages' scripts sent as JSON; null for anything from elsewhere, of another type, or too large. */
export async function postedJson(request: Request): Promise<unknown> {
  const type = request.headers.get('content-type')?.split(';', 1)[0]?.trim().toLowerCase()
  if (!isSameOrigin(request.headers) || type !== 'application/json') return null
  const text = await readText(request.body)
  if (text === null) return null
  try {
    return JSON.parse(text) as unknown
  } catch {
    return null
  }
}

async function readText(body: ReadableStream<Uint8Array> | null): Promise<string | null> {
  const reader = body?.getReader()
  const decoder = new TextDecoder()
  let bytes = 0
  let text = ''
  for (;;) {
    const part = await reader?.read()
    if (part === undefined || part.done) return text + decoder.decode()
    bytes += part.value.byteLength
    if (bytes > maxBytes) {
      await reader?.cancel()
      return null
    }
    text += decoder.decode(part.value, { stream: true })
  }
}
