import { noteFailure } from '@/app/_form/guarded'
import { now } from '@/lib/adapters/clock'
import { log } from '@/lib/adapters/log'
import { verifyRequest } from '@/lib/adapters/http-signature'
import { keepExchangeNonce } from '@/lib/commands/keep-exchange-nonce'
import { receiveCase } from '@/lib/commands/receive-case'
import { largestPassing, passingTag } from '@/lib/domain/ways-out/exchange'
import type { PassingAnswer, PassingRefusal } from '@/lib/domain/ways-out/exchange'
import { findPartner } from '@/lib/queries/partner-forces'

export const dynamic = 'force-dynamic'

const statuses: Readonly<Record<PassingRefusal, number>> = {
  malformed: 400,
  'too-large': 413,
  forged: 401,
  replayed: 409,
  old: 401,
  'unknown-force': 401,
  'not-for-us': 422,
  unreadable: 422,
  'not-set-up': 503,
  'went-wrong': 503,
}

/**
 * Takes a case of another force, signed by it and sealed to us. The answer says under which reference we have it, or why we do not: also where it is
 * our own fault, which is logged by its kind alone.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    return await take(request)
  } catch (error) {
    noteFailure('passing-failed', error)
    return refused('went-wrong')
  }
}

async function take(request: Request): Promise<Response> {
  const body = await bodyOf(request)
  if (body === null) return refused('too-large')
  const refusal = await signatureProblem(request, body)
  if (refusal !== null) return refused(refusal)
  const received = await receiveCase(new TextDecoder().decode(body), null)
  if (!received.ok) return refused(received.refusal)
  const { passing, reference, signature } = received
  return answered({ schema: 'passed-case-answer/1', passing, reference, signature }, 200)
}

async function signatureProblem(request: Request, body: Uint8Array): Promise<PassingRefusal | null> {
  const header = (name: string) => request.headers.get(name)
  const verified = await verifyRequest(
    {
      method: request.method,
      authority: header('host') ?? '',
      path: new URL(request.url).pathname,
      contentType: header('content-type') ?? '',
      body,
    },
    {
      'content-digest': header('content-digest'),
      'signature-input': header('signature-input'),
      signature: header('signature'),
    },
    {
      tag: passingTag,
      now: now(),
      publicKeyOf: async (keyId) => (await findPartner({ keyId }))?.signingKey,
      keepNonce: keepExchangeNonce,
    },
  )
  return verified.ok ? null : verified.refusal
}

/** Null where it is larger than any case. */
async function bodyOf(request: Request): Promise<Uint8Array | null> {
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of request.body ?? []) {
    size += chunk.byteLength
    if (size > largestPassing) return null
    chunks.push(chunk)
  }
  return new Uint8Array(Buffer.concat(chunks))
}

function refused(refusal: PassingRefusal): Response {
  log('warn', { event: 'passing-refused', code: refusal })
  return answered({ schema: 'passed-case-answer/1', refusal }, statuses[refusal])
}

function answered(answer: PassingAnswer, status: number): Response {
  return Response.json(answer, { status, headers: { 'cache-control': 'no-store' } })
}
