import { once } from 'node:events'
import { createServer } from 'node:http'
import type { ServerResponse } from 'node:http'
import { expect, it } from 'vitest'
import { madeContent, otherKeys, passedBy } from '../../e2e/factories/other-force'
import { ensureKeys } from '../../e2e/factories/play'
import { sendPassing } from './exchange-client'

const piece = Buffer.alloc(64 * 1024, 'x')

/** Writes as long as somebody reads. */
function withoutEnd(response: ServerResponse, wrote: { bytes: number }): void {
  const more = () => {
    while (!response.destroyed) {
      wrote.bytes += piece.byteLength
      if (!response.write(piece)) break
    }
  }
  response.on('drain', more)
  more()
}

it('an answer without an end is none, and is read no further than shows that', async () => {
  await ensureKeys()
  const theirs = await otherKeys()
  const wrote = { bytes: 0 }
  const closed = Promise.withResolvers<undefined>()
  const server = createServer((request, response) => {
    request.resume()
    response.on('close', () => {
      closed.resolve(undefined)
    })
    withoutEnd(response, wrote)
  })
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  if (address === null || typeof address === 'string') throw new Error('It does not listen.')
  const passed = await passedBy(theirs, madeContent('bedfordshire'))
  expect(await sendPassing(`http://127.0.0.1:${String(address.port)}`, passed, theirs)).toBeNull()
  await closed.promise
  server.close()
  // What lies in the buffers between the two, and not all there is.
  expect(wrote.bytes).toBeLessThan(16 * 1024 * 1024)
})
