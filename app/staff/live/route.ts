import { guarded } from '@/app/_form/guarded'
import { currentSessionUnused, sessionToken } from '@/lib/auth/require-actor'
import { written } from '@/lib/domain/live/event'
import type { Actor } from '@/lib/domain/policy'
import { parseReference } from '@/lib/domain/reference'
import { watchLive } from '@/lib/queries/live/hub'
import type { Page } from '@/lib/queries/live/hub'

export const dynamic = 'force-dynamic'

/** How often something is sent however quiet it is, in milliseconds: what stands between would hang up on silence. */
const beat = 20_000

/**
 * Tells an open page of the desk what changes, for as long as it listens and its session lives: that something in its queue is otherwise,
 * or the case it shows. Listening is no use of the session.
 */
export function GET(request: Request): Promise<Response> {
  return guarded('desk', async () => {
    const [session, token] = [await currentSessionUnused(), await sessionToken()]
    if (session === null || token === undefined) return new Response(null, { status: 401 })
    const query = new URL(request.url).searchParams
    // Whoever went meanwhile says so no more.
    if (request.signal.aborted) return new Response(null, { status: 204 })
    const { stream, page } = channel(request.signal, {
      token,
      handle: session.handle,
      reference: parseReference(query.get('case') ?? ''),
      since: sinceIn(query.get('since')),
    })
    const leave = await watchOrClose(session.actor, page)
    if (leave === null) return new Response(null, { status: 503 })
    page.onEnd(leave)
    return new Response(stream, {
      headers: { 'content-type': 'text/event-stream; charset=utf-8', 'x-accel-buffering': 'no' },
    })
  })
}

/** What is not listened for ends at once: nobody else would end it. */
async function watchOrClose(actor: Actor, page: Page): Promise<(() => void) | null> {
  let leave: (() => void) | null = null
  try {
    leave = await watchLive(actor, page)
  } finally {
    if (leave === null) page.close()
  }
  return leave
}

/** Milliseconds as a page has them; null for anything else. */
function sinceIn(text: string | null): Date | null {
  const since = new Date(/^\d{1,15}$/u.test(text ?? '') ? Number(text) : Number.NaN)
  return Number.isNaN(since.getTime()) ? null : since
}

/** A stream of events, and the page that writes into it. It ends with the request, whoever ends that. */
function channel(gone: AbortSignal, of: Omit<Page, 'tell' | 'close'>) {
  const encoder = new TextEncoder()
  const ends: (() => void)[] = []
  let writer: ReadableStreamDefaultController<Uint8Array> | null = null
  const write = (text: string) => writer?.enqueue(encoder.encode(text))
  const beating = setInterval(() => write(': here\n\n'), beat)
  const close = () => {
    if (writer === null) return
    const last = writer
    writer = null
    clearInterval(beating)
    for (const end of ends) end()
    last.close()
  }
  const stream = new ReadableStream<Uint8Array>({
    start: (controller) => {
      writer = controller
      write('retry: 5000\n\n')
    },
    cancel: () => {
      writer = null
      clearInterval(beating)
      for (const end of ends) end()
    },
  })
  gone.addEventListener('abort', close)
  const onEnd = (end: () => void) => {
    if (writer === null) end()
    else ends.push(end)
  }
  return {
    stream,
    page: { ...of, close, onEnd, tell: (event: Parameters<Page['tell']>[0]) => write(written(event)) },
  }
}
