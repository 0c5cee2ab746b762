import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { request } from 'node:http'
import type { IncomingMessage } from 'node:http'

const boundary = '----between'
const slice = 64 * 1024

/** Sends one picture of `bytes` as a browser without JavaScript does, no faster than it is taken. Tells of each slice that has gone. */
export async function upload(
  address: URL,
  cookie: string,
  bytes: number,
  sent: (bytes: number) => void,
): Promise<void> {
  const head = Buffer.from(
    `--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="x.jpg"\r\ncontent-type: image/jpeg\r\n\r\n`,
  )
  const tail = Buffer.from(`\r\n--${boundary}--\r\n`)
  const call = request(address, {
    method: 'POST',
    headers: {
      ...{ cookie, origin: address.origin, 'content-length': head.length + bytes + tail.length },
      'content-type': `multipart/form-data; boundary=${boundary}`,
    },
  })
  const answered = once(call, 'response') as Promise<[IncomingMessage]>
  const write = async (part: Uint8Array) => {
    if (!call.write(part)) await once(call, 'drain')
  }
  await write(head)
  for (let at = 0; at < bytes; at += slice) {
    const part = randomBytes(Math.min(slice, bytes - at))
    if (at === 0) part.set([0xff, 0xd8, 0xff, 0xe0])
    await write(part)
    sent(part.length)
  }
  call.end(tail)
  const [answer] = await answered
  answer.resume()
  const to = answer.headers.location ?? ''
  if (answer.statusCode !== 303 || to.includes('#problem'))
    throw new Error(`A file was not taken: ${String(answer.statusCode)} ${to}`)
}
