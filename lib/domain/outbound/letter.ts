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

/** The longest wait, after how many tries, in minutes: a mail server that is down for most of a day loses nothing. */
const waits = [1, 5, 30, 120, 360, 720] as const

/** When to try again after so many tries; null where it was tried as often as it is. */
export function nextTry(tries: number, at: Date): Date | null {
  const wait = waits[tries - 1]
  return wait === undefined ? null : new Date(at.getTime() + wait * 60_000)
}
