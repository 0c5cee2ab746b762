import 'server-only'
import { now } from '@/lib/adapters/clock'
import { isSafeAddress } from '@/lib/config/oidc'
import { passingAnswer, passingPath, passingTag } from '@/lib/domain/ways-out/exchange'
import type { PassedCase, PassingAnswer } from '@/lib/domain/ways-out/exchange'
import type { ExchangeKey } from '@/lib/sealing/exchange-key'
import { signRequest } from './http-signature'
import { log } from './log'

const patience = 20_000
/** An answer is a few lines: what is longer is none. */
const longestAnswer = 10_000

/** Sends a sealed case to another force's desk, signed. Null where nothing came back that is an answer. */
export async function sendPassing(
  address: string,
  passed: PassedCase,
  own: ExchangeKey,
): Promise<PassingAnswer | null> {
  // What was set before only such were taken goes nowhere either.
  if (!isSafeAddress(address)) return null
  const url = new URL(passingPath, address)
  const body = new TextEncoder().encode(JSON.stringify(passed))
  const signature = await signRequest(
    { method: 'POST', authority: url.host, path: url.pathname, contentType: 'application/json', body },
    { keyId: own.id, privateKey: own.signing.privateKey },
    { tag: passingTag, now: now() },
  )
  try {
    const answer = await fetch(url, {
      ...{ method: 'POST', body, redirect: 'error', signal: AbortSignal.timeout(patience) },
      headers: { 'content-type': 'application/json', ...signature },
    })
    const text = await shortText(answer.body ?? [])
    return text === null ? null : passingAnswer.parse(JSON.parse(text))
  } catch {
    // Neither an address nor what somebody answered belongs in the log.
    log('warn', { event: 'passing-not-answered' })
    return null
  }
}

/** The text of an answer; null where it is longer than one can be, of which no more is read than shows that. */
async function shortText(body: AsyncIterable<Uint8Array> | Iterable<Uint8Array>): Promise<string | null> {
  const parts: Uint8Array[] = []
  let size = 0
  for await (const part of body) {
    size += part.byteLength
    if (size > longestAnswer) return null
    parts.push(part)
  }
  return Buffer.concat(parts).toString('utf8')
}
