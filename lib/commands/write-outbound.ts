import 'server-only'
import { randomUUID } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import { gatewayFor } from '@/lib/adapters/outbound/gateway'
import { currentForce } from '@/lib/config/current-force'
import type { Transaction } from '@/lib/db/client'
import { nextUse } from '@/lib/domain/contact/may-use'
import { planForSending } from '@/lib/domain/contact/send-hours'
import { DomainError } from '@/lib/domain/errors'
import { outboundWays } from '@/lib/domain/outbound/letter'
import type { OutboundWay } from '@/lib/domain/outbound/letter'
import type { ContactPlan } from '@/lib/journeys/contact-plan'
import type { OpenedPlan } from '@/lib/queries/open-plan'
import { sealOutbound } from '@/lib/sealing/outbound-box'
import { boxRow } from './intake-rows'

/** What goes out to somebody who reported, by the plan that holds. */
interface ToReporter {
  readonly caseId: string
  readonly held: OpenedPlan
  readonly way: OutboundWay
  readonly purpose: 'notice' | 'letter'
  /** The language of the pages they saw. */
  readonly locale: string
  readonly text: string
}

/**
 * Puts a letter in the outbox, in the transaction of the act that causes it: for now, or for the next hours that are safe. DomainErrors:
 * `way-not-safe` where the plan allows it at no hour that is known, `plan-changed`, `not-found`.
 */
export async function writeOutbound(
  tx: Transaction,
  { caseId, held: { version, plan }, way, purpose, locale, text }: ToReporter,
): Promise<void> {
  const at = now()
  const force = currentForce()
  const sendBy = planForSending(plan, force)
  const nextAt = nextUse(sendBy, way, at, force)
  const to = addressOf(plan, way)
  if (nextAt === null || to === null) throw new DomainError('way-not-safe')
  const id = randomUUID()
  const { subject = '' } = force.letters[locale] ?? {}
  const box = await sealOutbound({ id, way, about: caseId }, { to, subject, text, plan: sendBy })
  const row = {
    ...{ id, case_id: caseId, way, purpose, plan_version: version, made_at: at, next_at: nextAt },
    box: boxRow(box, at),
  }
  const [written] = await tx.$queryRaw<{ outcome: string }[]>`
    SELECT write_outbound(${JSON.stringify(row)}::jsonb) AS outcome`
  if (written?.outcome === 'plan-changed') throw new DomainError('plan-changed')
  if (written?.outcome !== 'written') throw new DomainError('not-found')
}

/** In which ways something could go out by a plan, now or at hours that are known, the first first. None where nothing sends here. */
export function waysOut(plan: ContactPlan): readonly OutboundWay[] {
  const sendBy = planForSending(plan, currentForce())
  return outboundWays.filter(
    (way) =>
      gatewayFor(way) !== null &&
      addressOf(plan, way) !== null &&
      nextUse(sendBy, way, now(), currentForce()) !== null,
  )
}

function addressOf({ phone, email }: ContactPlan, way: OutboundWay): string | null {
  return way === 'text' ? phone : email
}
