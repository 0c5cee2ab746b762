import { fileAnswer } from '@/app/_form/file-answer'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import { parseReference } from '@/lib/domain/reference'
import { expectReason } from '@/lib/queries/given-reason'
import { giveEvidence, givePlainCopy } from '@/lib/queries/give-evidence'
import { deskPost } from '../../../_http/desk-post'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Gives a file, or a copy of a picture without its hidden data, to whoever may open its case and has said why: to keep, and of no type that anything runs. That it is never shown is said by its policy (`proxy.ts`). */
export async function POST(request: Request, { params }: Context): Promise<Response> {
  const reference = parseReference((await params).reference)
  const page = reference === null ? staffPaths.queue : staffPaths.case(reference)
  return deskPost(
    request,
    { page, form: 'file', fields: ['file', 'as'] },
    async ({ actor, handle }, field) => {
      if (reference === null) throw new DomainError('not-found')
      const reason = await expectReason(actor, handle, reference)
      // Whoever may not open it is refused, and that is audited, where it is opened.
      const give = field('as') === 'copy' ? givePlainCopy : giveEvidence
      const given = await give(actor, reference, field('file'), reason ?? 'my-case')
      const answer = fileAnswer(streamOf(given.body), 'application/octet-stream', given.name)
      answer.headers.set('content-length', String(given.bytes))
      return answer
    },
  )
}

/** What has not been taken is not opened yet. */
function streamOf(body: AsyncGenerator<Uint8Array>): ReadableStream<Uint8Array> {
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const next = await body.next()
        if (next.done === true) controller.close()
        else controller.enqueue(next.value)
      },
      async cancel() {
        await body.return(undefined)
      },
    },
    { highWaterMark: 1 },
  )
}
