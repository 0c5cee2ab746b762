import 'server-only'

/** The answer to a form that was taken: go and look at this page. `path` is one of ours. */
export function seeOther(path: string): Response {
  return new Response(null, { status: 303, headers: { location: path } })
}
