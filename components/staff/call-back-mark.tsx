import { callBackLine } from '@/components/staff/call-back-words'
import type { Clock } from '@/components/staff/clock'
import type { CallBack } from '@/lib/domain/call-back/call-back'

/** In the queue: when they are rung back, and that it is late. */
export function CallBackMark({
  callBack,
  clock,
}: {
  readonly callBack: CallBack | null
  readonly clock: Clock
}) {
  if (callBack === null) return null
  const { words, tone } = callBackLine(callBack, clock)
  return <b className={`block text-sm ${tone}`}>{words}</b>
}
