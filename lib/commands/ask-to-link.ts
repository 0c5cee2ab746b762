import 'server-only'
import { now } from '@/lib/adapters/clock'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { isUuid } from '@/lib/domain/uuid'
import type { CaseSeen } from './change-case'
import { workOnCase } from './tie-cases'

type Seen = Omit<CaseSeen, 'planVersion'>

const refused = ['bad-transition', 'case-sealed'] as const

/**
 * Asks whoever has the cases that share something with this one whether they belong together. Whoever asks learns nothing by it. DomainErrors:
 * `conflict`, `forbidden`, `not-found`, `bad-transition` (it is erased), `case-sealed` (a question would say that there is a sealed case).
 */
export function askToLink(actor: Actor, seen: Seen): Promise<void> {
  return workOnCase(actor, seen, async (tx, { id }) => {
    const [row] = await tx.$queryRaw<{ outcome: string }[]>`
      SELECT ask_to_link(${id}::uuid, ${seen.version}::integer, ${now()}::timestamptz) AS outcome`
    if (row?.outcome === 'asked') return
    throw new DomainError(refused.find((code) => code === row?.outcome) ?? 'conflict')
  })
}

/** Answers such a question about a case. DomainErrors besides: `request-over` (it is answered, or there is none); `case-sealed`; `invalid`. */
export function answerLinkRequest(
  actor: Actor,
  seen: Seen & { readonly request: string; readonly answer: string },
): Promise<void> {
  return workOnCase(actor, seen, async (tx, { id }) => {
    const { request, answer } = seen
    if (!isUuid(request) || (answer !== 'yes' && answer !== 'no')) throw new DomainError('invalid')
    const [row] = await tx.$queryRaw<{ outcome: string }[]>`
      SELECT answer_link_request(${request}::uuid, ${id}::uuid, ${answer === 'yes'}::boolean, ${now()}::timestamptz) AS outcome`
    if (row?.outcome !== 'changed')
      throw new DomainError(row?.outcome === 'case-sealed' ? 'case-sealed' : 'request-over')
  })
}
