import 'server-only'
import { noteRefused } from '@/app/_form/note-refused'
import { isSameOrigin } from '@/lib/edge/same-origin'
import type { PostProblem } from './posted-form'

/** A form with one file in it, which is kept in memory and nowhere else. */
export interface FileUpload {
  /** Reads it; gives its other fields, or what is wrong. */
  readonly read: (request: Request) => Promise<URLSearchParams | PostProblem>
  /** What the file holds, once it was read; null where none was chosen. */
  readonly bytes: () => Uint8Array | null
}

/** Room for what surrounds the file in a form. */
const besides = 64 * 1024
const mostParts = 20

/** Takes a form with a file in the field `name`, no larger than `most` bytes. */
export function fileUpload(name: string, most: number): FileUpload {
  let found: Uint8Array | null = null
  const read = async (request: Request): Promise<URLSearchParams | PostProblem> => {
    const form = isSameOrigin(request.headers) ? await partsOf(request, most) : 'foreign'
    if (typeof form === 'string') {
      noteRefused(form)
      return form
    }
    const file = form.get(name)
    if (file instanceof File && file.size > 0) found = new Uint8Array(await file.arrayBuffer())
    const fields = [...form].flatMap(([key, value]) =>
      typeof value === 'string' ? [[key, value.replaceAll('\0', '')]] : [],
    )
    return new URLSearchParams(fields)
  }
  return { read, bytes: () => found }
}

async function partsOf(request: Request, most: number): Promise<FormData | 'too-large' | 'wrong-type'> {
  const type = request.headers.get('content-type') ?? ''
  const boundary = /^multipart\/form-data;\s*boundary="?([\w'()+,./:=?-]{1,70})"?$/iu.exec(type)?.[1]
  if (boundary === undefined) return 'wrong-type'
  const body = await bodyOf(request, most + besides)
  if (body === null) return 'too-large'
  if (countOf(body, `--${boundary}`) > mostParts) return 'wrong-type'
  try {
    return await new Response(body, { headers: { 'content-type': type } }).formData()
  } catch {
    return 'wrong-type'
  }
}

async function bodyOf({ body, headers }: Request, most: number): Promise<Uint8Array<ArrayBuffer> | null> {
  if (body === null || Number(headers.get('content-length') ?? 0) > most)
    return body === null ? new Uint8Array() : null
  const chunks: Uint8Array[] = []
  let size = 0
  const reader = body.getReader()
  for (;;) {
    const { done, value } = await reader.read()
    if (done) return new Uint8Array(Buffer.concat(chunks))
    size += value.byteLength
    if (size > most) {
      await reader.cancel()
      return null
    }
    chunks.push(value)
  }
}

/** How often something stands in a body, counted no further than is needed. */
function countOf(body: Uint8Array, text: string): number {
  const bytes = Buffer.from(body.buffer, body.byteOffset, body.byteLength)
  let count = 0
  for (let at = bytes.indexOf(text); at !== -1 && count <= mostParts; at = bytes.indexOf(text, at + 1))
    count += 1
  return count
}
