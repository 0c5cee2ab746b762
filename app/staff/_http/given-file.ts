import 'server-only'
import { fileAnswer } from '@/app/_form/file-answer'
import type { LinkedFile } from '@/lib/auth/evidence-link'
import type { Actor } from '@/lib/domain/policy'
import { giveEvidence, givePlainCopy } from '@/lib/queries/give-evidence'

/** A file of a case, or a copy of a picture without its hidden data, as an answer: to keep, and of no type that anything runs. */
export async function givenFile(actor: Actor, asked: Omit<LinkedFile, 'handle'>): Promise<Response> {
  const give = asked.as === 'copy' ? givePlainCopy : giveEvidence
  const given = await give(actor, asked.reference, asked.file, asked.reason)
  const answer = fileAnswer(streamOf(given.body), 'application/octet-stream', given.name)
  answer.headers.set('content-length', String(given.bytes))
  return answer
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
