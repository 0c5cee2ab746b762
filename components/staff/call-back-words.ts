import { saidHour, saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { callBackState } from '@/lib/domain/call-back/call-back'
import type { CallBack } from '@/lib/domain/call-back/call-back'
import type { Slot } from '@/lib/domain/call-back/slots'

/** Whether it may be kept, by their plan as far as it is known here. */
type Keeping = 'yes' | 'look' | 'not-safe'

/** A time to ring back: `tomorrow 10:00 to 10:30`. */
export function saidSlot({ from, until }: Slot, clock: Clock): string {
  return clock.t('callBack.span', { from: saidTime(from, clock), until: saidHour(until, clock) })
}

/** How one that is to come stands, in words and a colour. Nobody reads that they are to ring where that may not be safe. */
export function callBackLine(
  one: CallBack,
  clock: Clock,
  keeping: Keeping = one.planChanged ? 'look' : 'yes',
): { readonly words: string; readonly tone: string } {
  const state = keeping === 'yes' ? callBackState(one, clock.now) : keeping
  return { words: clock.t(`callBack.state.${state}`, { span: saidSlot(one, clock) }), tone: tones[state] }
}

/** What whoever closes the case has to know: that somebody waits to be rung. Null where nobody does. */
export function callBackAtClosing({ next }: { readonly next: Slot | null }, clock: Clock): string | null {
  return next === null ? null : clock.t('callBack.atClosing', { span: saidSlot(next, clock) })
}

const tones = {
  ahead: 'font-semibold',
  'at-risk': 'font-semibold text-warn',
  broken: 'font-semibold text-danger',
  look: 'font-semibold text-danger',
  'not-safe': 'font-semibold text-danger',
} as const
