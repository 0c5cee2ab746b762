/** The ways in which something goes out by itself. */
export const outboundWays = ['text', 'email'] as const
export type OutboundWay = (typeof outboundWays)[number]

/** What is to be sent, and to whom. */
export interface Letter {
  readonly id: string
  readonly way: OutboundWay
  readonly to: string
  /** Of an e-mail. */
  readonly subject: string
  readonly text: string
  /** To somebody who reported, whoever else may read it: nothing in it or around it tells whom it is from. */
  readonly toReporter: boolean
}

/** What came of handing a letter over: taken, with the provider's own name for it if it has one; or refused for good, in a code. */
export type Handed = { readonly ref: string | null } | { readonly refused: string }

/** What a provider knows of a letter it took. */
export type Delivery = 'on-its-way' | 'delivered' | { readonly failed: string }

/** Longer than any text message that is still one. */
export const longestLetter = 600

/** How long to wait after each try, in minutes: a mail server that is down for a day loses nothing. */
const waits = [1, 5, 30, 120, 360, 720, 720] as const
/** Of what staff are told at once: each two minutes for an hour before that, because danger counts in minutes. */
const alertWaits = [...Array.from({ length: 30 }, () => 2), ...waits] as const

/** When to try again after so many tries; null where it was tried as often as it is. */
export function nextTry(tries: number, purpose: string, at: Date): Date | null {
  const wait = (purpose === 'alert' ? alertWaits : waits)[tries - 1]
  return wait === undefined ? null : new Date(at.getTime() + wait * 60_000)
}
