import { noteFailure } from '@/app/_form/guarded'
import { countedLog } from '@/lib/adapters/counted-log'
import { takeReferral } from '@/lib/commands/take-referral'
import { machinePaths } from '@/lib/config/paths'
import { referralProblems } from '@/lib/domain/referral'
import type { ReferralProblem } from '@/lib/domain/referral'
import { translator } from '@/lib/i18n/translate'
import { largestReferral } from '@/lib/journeys/referral/document'

const note = countedLog('referral-refused')

/**
 * Takes a referral of another body by machine: docs/schemas/referrals-1.openapi.json says how. Whatever is refused is told in words,
 * and logged by its kind alone.
 */
export async function POST(request: Request): Promise<Response> {
  try {
    return await take(request)
  } catch (error) {
    noteFailure('referral-failed', error)
    return problem('failed')
  }
}

async function take(request: Request): Promise<Response> {
  const { headers } = request
  const contentType = headers.get('content-type') ?? ''
  if (!/^application\/json(;\s*charset=utf-8)?$/iu.test(contentType)) return problem('wrong-type')
  const body = await bodyOf(request)
  if (body === null) return problem('too-large')
  const taken = await takeReferral(
    { method: 'POST', authority: headers.get('host') ?? '', path: machinePaths.referrals, contentType, body },
    {
      'content-digest': headers.get('content-digest'),
      'signature-input': headers.get('signature-input'),
      signature: headers.get('signature'),
    },
  )
  if (!taken.ok) return problem(taken.problem, taken.where)
  return Response.json(taken.told, { status: taken.now ? 201 : 200 })
}

/** A problem as RFC 9457 has it. */
function problem(code: ReferralProblem, where: readonly string[] = []): Response {
  note(code)
  const t = translator('en')
  const status = referralProblems[code]
  const words = { title: t(`referral.problem.${code}.title`), detail: t(`referral.problem.${code}.detail`) }
  return Response.json(
    { type: 'about:blank', status, code, ...words, ...(where.length === 0 ? {} : { where }) },
    { status, headers: { 'content-type': 'application/problem+json' } },
  )
}

async function bodyOf({ body, headers }: Request): Promise<Uint8Array | null> {
  if (Number(headers.get('content-length') ?? 0) > largestReferral) return null
  const chunks: Uint8Array[] = []
  let size = 0
  for await (const chunk of body ?? []) {
    size += chunk.byteLength
    if (size > largestReferral) return null
    chunks.push(chunk)
  }
  return Buffer.concat(chunks)
}
