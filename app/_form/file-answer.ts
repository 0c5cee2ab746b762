/** Letters, digits, dashes and an ending: what needs no encoding in a header. */
const plainName = /^[A-Za-z0-9-]{1,80}\.[a-z0-9]{2,5}$/u

/**
 * A file to keep, as an answer to a form. `name` stands in the browser's list of downloads: it may hold a reference, as addresses of the desk
 * do, which names nobody and keeps one person's file from being taken for another's. Throws where it is not plain, because nothing that
 * somebody typed belongs in it.
 */
export function fileAnswer(
  body: string | Uint8Array<ArrayBuffer> | ReadableStream<Uint8Array>,
  type: string,
  name: string,
): Response {
  if (!plainName.test(name)) throw new Error('A file with no name of ours.')
  return new Response(body, {
    headers: {
      'content-type': type,
      'content-disposition': `attachment; filename="${name}"`,
      'cache-control': 'no-store',
      'x-content-type-options': 'nosniff',
    },
  })
}
