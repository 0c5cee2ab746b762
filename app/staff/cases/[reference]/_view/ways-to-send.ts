import { currentForce } from '@/lib/config/current-force'
import { endOfUse, nextUse } from '@/lib/domain/contact/may-use'
import { planForSending } from '@/lib/domain/contact/send-hours'
import type { OutboundWay } from '@/lib/domain/outbound/letter'
import { waysThatSend } from '@/lib/queries/list-outbound'
import type { OpenedCase } from '@/lib/queries/open-case'

/** A way in which something can be sent to them, from when on (null: now), and until when (null: no hour is known to end it). */
interface WayToSend {
  readonly way: OutboundWay
  readonly from: Date | null
  readonly until: Date | null
}

/** In which ways something could be sent to them by the plan that holds, now or at hours that are known. */
export function waysToSend({ plan }: Pick<OpenedCase, 'plan'>, now: Date): readonly WayToSend[] {
  const sendBy = planForSending(plan, currentForce())
  return waysThatSend().flatMap((way) => {
    const next = nextUse(sendBy, way, now, currentForce())
    const until = endOfUse(sendBy, way, now, currentForce())
    return next === null ? [] : [{ way, from: next === now ? null : next, until }]
  })
}
