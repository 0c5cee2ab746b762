import { saidHour, saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { callBackState } from '@/lib/domain/call-back/call-back'
import type { CallBack } from '@/lib/domain/call-back/call-back'
import type { Slot } from '@/lib/domain/call-back/slots'

/** A time to ring back: `tomorrow 10:00 to 10:30`. */
export function saidSlot({ from, until }: Slot, clock: Clock): string {
  return clock.t('callBack.span', { from: saidTime(from, clock), until: saidHour(until, clock) })
}

/** How one that is to come stands, in words and a colour. */
export function callBackLine(one: CallBack, clock: Clock): { readonly words: string; readonly tone: string } {
  const state = callBackState(one, clock.now)
  return { words: clock.t(`callBack.state.${state}`, { span: saidSlot(one, clock) }), tone: tones[state] }
}

const tones = {
  ahead: 'font-semibold',
  'at-risk': 'font-semibold text-warn',
  broken: 'font-semibold text-danger',
} as const
