import type { Clock } from '@/components/staff/clock'
import { TimesToRead } from '@/components/staff/times-to-read'
import { WhenItGoes } from '@/components/staff/when-it-goes'
import type { OutboundWay } from '@/lib/domain/outbound/letter'

/** How they could be told that there is something new, where that is for a person to say. */
export interface TellOfMessage {
  readonly way: OutboundWay
  /** From when on; null: now. */
  readonly from: Date | null
  /** When it is safe no more; null: no hour is known to end it. */
  readonly until: Date | null
  readonly times: string
  /** The version of the plan that the page shows. */
  readonly plan: number
}

interface Props {
  readonly tell: TellOfMessage
  readonly isTicked: boolean
  readonly clock: Clock
}

/** Whether to tell somebody of a message who wrote of times in words: nothing goes out by itself then. */
export function TellOfMessageField({ tell: { way, from, until, times, plan }, isTicked, clock }: Props) {
  const { t } = clock
  return (
    <div className="grid gap-1.5">
      <TimesToRead times={times} t={t} />
      <label className="flex cursor-pointer items-baseline gap-2">
        <input type="checkbox" name="tell" value={plan} defaultChecked={isTicked} className="tick" />
        <span>
          {t(`outbound.tell.${way}`)}
          <WhenItGoes {...{ from, until, clock }} />
        </span>
      </label>
    </div>
  )
}
