import type { HostileFile } from '../sets/files/hostile-files'

const boundary = '----between'

/** A name as browsers write it into a form, so that it cannot end what it stands in. */
export function asBrowsersWrite(name: string): string {
  return name.replaceAll('"', '%22').replaceAll('\r', '%0D').replaceAll('\n', '%0A')
}

/** A form with files as bytes, their names as they are given. `breaks`: the line goes dead in the last of them. */
export function formWithFiles(
  address: string,
  files: readonly Pick<HostileFile, 'name' | 'bytes'>[],
  breaks: boolean,
): Request {
  const parts = files.flatMap(({ name, bytes }) => [
    Buffer.from(
      `--${boundary}\r\ncontent-disposition: form-data; name="files"; filename="${name}"\r\ncontent-type: image/jpeg\r\n\r\n`,
    ),
    bytes,
    Buffer.from('\r\n'),
  ])
  const slices = breaks ? parts.slice(0, -1) : [...parts, Buffer.from(`--${boundary}--\r\n`)]
  const body = new ReadableStream<Uint8Array>({
    pull(controller) {
      const next = slices.shift()
      if (next !== undefined) controller.enqueue(next)
      else if (breaks) controller.error(new Error('the line went dead'))
      else controller.close()
    },
  })
  const { origin, host } = new URL(address)
  // Not among the types of a request: a body that is a stream needs it.
  const init = {
    method: 'POST',
    headers: { origin, host, 'content-type': `multipart/form-data; boundary=${boundary}` },
    body,
    duplex: 'half',
  }
  return new Request(address, init)
}
