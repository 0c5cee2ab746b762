import 'server-only'
import { env } from '@/lib/config/env'
import type { Delivery, Handed, Letter, OutboundWay } from '@/lib/domain/outbound/letter'
import { catchLetter } from './catcher'
import { followNotify, sendByNotify } from './notify'
import { sendBySmtp } from './smtp'

/** Something that sends. What it throws is no answer: the letter is tried again later. */
export interface Gateway {
  /** `again`: it was tried before, and may have been taken then without our knowing. */
  readonly send: (letter: Letter, again: boolean) => Promise<Handed>
  /** Null where nothing is heard of a letter once it is taken. */
  readonly follow: ((ref: string) => Promise<Delivery>) | null
}

const gateways = {
  smtp: { send: sendBySmtp, follow: null },
  notify: { send: sendByNotify, follow: followNotify },
  catcher: { send: catchLetter, follow: null },
} as const satisfies Record<string, Gateway>

/** What sends in this way here; null where nothing does. */
export function gatewayFor(way: OutboundWay): Gateway | null {
  const { SEND_EMAIL_BY, SEND_TEXT_BY } = env()
  const by = way === 'email' ? SEND_EMAIL_BY : SEND_TEXT_BY
  return by === 'none' ? null : gateways[by]
}
