import type { ContactResult } from '@/lib/domain/clocks/clock-rules'
import type { AttemptWay, NextStep } from '@/lib/domain/contact/attempt'
import type { OutboundWay } from '@/lib/domain/outbound/letter'
import type { Channel } from '@/lib/domain/words'
import type { Locale } from '@/lib/i18n/locales'
import type { Answers } from '@/lib/journey/definition'

/** What staff did to a demonstration case, `hours` after it came in, by the account with this part of its address. */
export interface SeedAct {
  readonly hours: number
  readonly by: 'officer' | 'triager' | 'supervisor'
  readonly act:
    | { readonly do: 'take' | 'assign-first' | 'open' }
    | { readonly do: 'status'; readonly status: 'in-progress' | 'awaiting-contact' }
    | {
        readonly do: 'contact'
        readonly way: AttemptWay
        readonly result: ContactResult
        readonly next: NextStep
        readonly words?: string
      }
    | { readonly do: 'note' | 'message' | 'agree'; readonly text: string }
    | { readonly do: 'letter'; readonly way: OutboundWay; readonly template: string }
    | { readonly do: 'risk'; readonly risk: 'high' | 'medium' | 'low'; readonly reason: string }
    | { readonly do: 'close'; readonly disposition: string; readonly reason: string }
}

/** One demonstration case: what was answered, how long ago, and what was done since. */
export interface SeedCase {
  readonly journey: 'report' | 'liaison'
  readonly channel: Channel
  readonly hoursAgo: number
  /** `home` and `beside` are the districts of officer@example.test; a number is one of the others; null is not known. */
  readonly district: 'home' | 'beside' | number | null
  readonly answers: Answers
  /** The language of the pages; English when absent. */
  readonly locale?: Locale
  readonly acts?: readonly SeedAct[]
  /** What the person wrote with their return code, `hours` after it came in. */
  readonly replies?: readonly { readonly hours: number; readonly text: string }[]
}
