import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { lowerFirst } from '@/lib/i18n/lower-first'
import type { Translate } from '@/lib/i18n/translate'

/** One person's looks at a case, as far as they are put into words. */
export interface LookerFacts {
  readonly looks: number
  readonly firstAt: Date
  readonly lastAt: Date
  readonly reasons: readonly string[]
  readonly reveals: number
  readonly identities: number
  readonly identityReasons: readonly string[]
  readonly refusals: number
}

/** What somebody saw of a case, in sentences: how often, when, why, whether they saw what is hidden at first, what they were refused. */
export function lookerWords(looker: LookerFacts, clock: Clock): readonly string[] {
  const { t } = clock
  return [
    ...seenWords(looker, clock),
    ...whyWords(looker.reasons, t),
    ...(looker.reveals === 0 ? [] : [t('oversight.who.revealed', { count: looker.reveals })]),
    ...identityWords(looker, t),
    ...(looker.refusals === 0 ? [] : [t('oversight.who.refused', { count: looker.refusals })]),
  ]
}

function whyWords(reasons: readonly string[], t: Translate): readonly string[] {
  if (reasons.length === 0) return []
  return [t('oversight.who.because', { reasons: reasons.map((one) => reasonWords(one, t)).join(', ') })]
}

function identityWords({ identities, identityReasons }: LookerFacts, t: Translate): readonly string[] {
  if (identities === 0) return []
  return [t('oversight.who.identity', { count: identities }), ...whyWords(identityReasons, t)]
}

function seenWords({ looks, firstAt, lastAt }: LookerFacts, clock: Clock): readonly string[] {
  const { t } = clock
  if (looks === 0) return []
  if (looks === 1) return [t('oversight.who.once', { at: saidTime(lastAt, clock) })]
  const times = { first: saidTime(firstAt, clock), last: saidTime(lastAt, clock) }
  return [t('oversight.who.opened', { count: looks, ...times })]
}

/** Why somebody opened a case; the code where an old row has one that is gone. */
export function reasonWords(reason: string, t: Translate): string {
  const key = `staff.audit.reason.${reason}`
  return t.has(key) ? lowerFirst(t(key)) : reason.replaceAll('-', ' ')
}
