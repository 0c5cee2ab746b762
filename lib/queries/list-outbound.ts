import 'server-only'
import { gatewayFor } from '@/lib/adapters/outbound/gateway'
import { asActor } from '@/lib/db/client'
import { outboundWays } from '@/lib/domain/outbound/letter'
import type { OutboundWay } from '@/lib/domain/outbound/letter'
import type { Actor } from '@/lib/domain/policy'

/** Something that went out to whoever reported, or is to: never whom to, and none of its words. */
export interface OutboundLine {
  readonly id: string
  readonly way: string
  readonly purpose: string
  readonly state: string
  /** Why it failed, was stopped or waits, in a code. */
  readonly reason: string | null
  readonly madeAt: Date
  readonly nextAt: Date
  readonly sentAt: Date | null
  readonly endedAt: Date | null
}

/** More are in the history. */
const most = 20

/** What goes out to whoever reported a case, the newest first, for whoever sees the case. */
export function listOutbound(actor: Actor, caseId: string): Promise<readonly OutboundLine[]> {
  return asActor(actor, (tx) =>
    tx.outbound.findMany({
      where: { caseId },
      orderBy: [{ madeAt: 'desc' }, { id: 'asc' }],
      take: most,
      select: {
        ...{ id: true, way: true, purpose: true, state: true, reason: true },
        ...{ madeAt: true, nextAt: true, sentAt: true, endedAt: true },
      },
    }),
  )
}

/** In which ways anything goes out here at all. */
export function waysThatSend(): readonly OutboundWay[] {
  return outboundWays.filter((way) => gatewayFor(way) !== null)
}
