import 'server-only'

/** The answer to every form that was taken: look at this page next. `path` is one of our own addresses. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } })
}
