import { currentForce } from '@/lib/config/current-force'
import { isOutOfHours } from '@/lib/domain/clocks/out-of-hours'
import { lateKind, promiseKind } from '@/lib/domain/clocks/promise-words'
import type { ShownPromise } from '@/lib/domain/clocks/promise-words'
import type { Locale } from '@/lib/i18n/locales'
import type { Translate } from '@/lib/i18n/translate'
import { momentBy, momentOn } from './moment-words'

/** Who reads it: the person themselves, or somebody of ours who reads it out to them. */
type Voice = 'public' | 'spoken'

/** A promise in words that are true at `now`. */
export function promiseWords(
  promise: ShownPromise,
  { now, t, locale, voice = 'public' }: { now: Date; t: Translate; locale: Locale; voice?: Voice },
): string {
  const { by, dutyAt } = promise
  return t(`${voice}.promise.${promiseKind(promise, now)}`, {
    by: momentBy(by, locale),
    duty: momentOn(dutyAt ?? by, locale),
  })
}

/** That a time at which nobody reads is meant as it is, said beside the hours in which we do; empty where it lies within them. */
export function outOfHoursWords({ by }: ShownPromise, t: Translate): string {
  return isOutOfHours(by, currentForce()) ? t('public.sent.outOfHours') : ''
}

/** That a first contact is late, as it was promised. `numbers`: whom to call. */
export function lateWords(
  promise: ShownPromise,
  t: Translate,
  locale: Locale,
  numbers: Readonly<Record<string, string>>,
): string {
  return t(`public.promise.${lateKind(promise)}`, { by: momentBy(promise.by, locale), ...numbers })
}

/** A confirmation's own promise. One from before promises came from the rota names nobody. */
export function promiseOfSent(sent: {
  readonly promisedBy: string
  readonly reachable: boolean
  readonly reach?: ShownPromise['reach']
  readonly dutyAt?: string | null
  readonly beyondTarget?: boolean
  readonly asked?: ShownPromise['asked']
}): ShownPromise {
  const { dutyAt = null } = sent
  return {
    asked: sent.asked ?? 'nobody',
    reach: sent.reach ?? (sent.reachable ? 'out' : 'none'),
    by: new Date(sent.promisedBy),
    dutyAt: dutyAt === null ? null : new Date(dutyAt),
    beyondTarget: sent.beyondTarget ?? false,
  }
}
