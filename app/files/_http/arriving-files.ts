import 'server-only'
import { PassThrough, Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { ReadableStream } from 'node:stream/web'
import { Busboy } from '@fastify/busboy'
import type { BusboyFileStream, BusboyHeaders } from '@fastify/busboy'
import type { ArrivingFile } from '@/lib/commands/evidence/keep-file'
import { mostFiles } from '@/lib/domain/evidence/limits'

/** One file more than is taken, so that whoever chose too many is told. */
const limits = { files: mostFiles + 1, fields: 5, fieldSize: 1000, parts: mostFiles + 6, headerPairs: 20 }

/** Whether a request is a form that can bring files. */
export function bringsFiles({ headers }: Request): boolean {
  return /^multipart\/form-data;\s*boundary="?[\w'()+,./:=?-]{1,70}"?$/iu.test(
    headers.get('content-type') ?? '',
  )
}

/**
 * The files of a form, one after the other while they arrive: what has not been asked for yet is not read from the network. A connection that
 * breaks off ends the file that was arriving with an error, and there are no more.
 */
export async function* arrivingFiles(request: Request): AsyncGenerator<ArrivingFile> {
  if (request.body === null) return
  const waiting = new PassThrough({ objectMode: true })
  let current: BusboyFileStream | undefined
  const parser = new Busboy({ headers: headersOf(request), limits })
  parser.on('file', (_field, stream, name) => {
    stream.on('error', ignored)
    if (typeof name === 'string' && name !== '') {
      current = stream
      waiting.write({ name, stream })
    } else stream.resume()
  })
  const read = pipeline(Readable.fromWeb(request.body as ReadableStream<Uint8Array>), parser)
  read.catch(() => current?.destroy(new Error('It broke off.'))).finally(() => waiting.end())
  for await (const { name, stream } of waiting as AsyncIterable<{ name: string; stream: BusboyFileStream }>) {
    // One that is given up is read past: destroyed, it would hold up what comes after it for ever.
    yield { name, bytes: stream.iterator({ destroyOnReturn: false }) as AsyncIterableIterator<Uint8Array> }
    stream.resume()
  }
}

/** Whoever reads the stream is told; one that nobody reads has nobody to tell. */
function ignored(): void {
  return
}

function headersOf({ headers }: Request): BusboyHeaders {
  return { 'content-type': headers.get('content-type') ?? '' }
}
