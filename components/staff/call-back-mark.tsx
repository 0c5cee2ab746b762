import { callBackLine } from '@/components/staff/call-back-words'
import type { Clock } from '@/components/staff/clock'
import type { QueueCallBack } from '@/components/staff/queue-item'

/** In the queue: when they are rung back, whose that is in a merged case, and that it is late or has to be looked at. */
export function CallBackMark({
  callBack,
  clock,
}: {
  readonly callBack: QueueCallBack | null
  readonly clock: Clock
}) {
  if (callBack === null) return null
  const { words, tone } = callBackLine(callBack, clock)
  const { of: reference } = callBack
  return (
    <b className={`block text-sm ${tone}`}>
      {reference === null ? words : clock.t('callBack.ofMerged', { reference, words })}
    </b>
  )
}
