import { momentBy, momentWords } from '@/components/journey/moment-words'
import { lateWords, promiseWords } from '@/components/journey/promise-words'
import type { ShownPromise } from '@/lib/domain/clocks/promise-words'
import { hearsAgain } from '@/lib/domain/told-standing'
import type { Locale } from '@/lib/i18n/locales'
import { translator } from '@/lib/i18n/translate'
import type { FollowUpStatus } from '@/lib/queries/follow-up'
import { numbers } from '../../_shell/force-words'

/** Of where a case stands, what its reporter may count on. */
type Expected = Pick<
  FollowUpStatus,
  'firstContactOpen' | 'promisedBy' | 'asked' | 'reach' | 'dutyAt' | 'beyondTarget' | 'updateBy'
>

/** What they may count on next: the first contact, then the next time they hear from us. */
export function expectations(status: Expected, now: Date, locale: Locale) {
  const t = translator(locale)
  if (saidLate(status, now, locale) !== null) return []
  if (status.firstContactOpen) {
    const promise = promiseOfStatus(status)
    const value = inHours(promiseWords(promise, { now, t, locale }), promise, locale)
    return [{ id: 'promised', label: t('public.promise.label'), value }]
  }
  if (status.updateBy === null) return []
  const label = t(`public.promise.${hearsAgain(status) ? 'again' : 'lookedAtAgain'}`)
  return [{ id: 'promised', label, value: momentWords(status.updateBy, locale) }]
}

/** That we are late, in plain words, and what happens now; null while we are not. */
export function saidLate(status: Expected, now: Date, locale: Locale): string | null {
  const t = translator(locale)
  if (status.firstContactOpen && status.promisedBy < now) {
    const promise = promiseOfStatus(status)
    return inHours(lateWords(promise, t, locale, numbers()), promise, locale)
  }
  if (status.updateBy === null || status.updateBy >= now) return null
  return t(`public.promise.${hearsAgain(status) ? 'lateUpdate' : 'lateLook'}`, {
    by: momentBy(status.updateBy, locale),
    ...numbers(),
  })
}

/** Whom they hear from is not said where no duty was promised: what was said then still holds. */
function promiseOfStatus({ promisedBy: by, asked, reach, dutyAt, beyondTarget }: Expected): ShownPromise {
  const isSaid = dutyAt !== null || asked === 'desk-first'
  return { asked: isSaid ? asked : 'nobody', reach, by, dutyAt, beyondTarget }
}

/**
 * Words of a first contact, with whom none is promised to: somebody who ticked no hour that is safe was told, before and after sending, that we
 * wait for them. Their hours are sealed, and this page cannot read them, so it says that to everybody whom we reach out to. What they hear of us
 * later can be a message here, which waits for no hour.
 */
function inHours(said: string, { asked, reach }: ShownPromise, locale: Locale): string {
  if (asked === 'nobody' || reach !== 'out') return said
  return `${said}\n\n${translator(locale)('returning.standing.noHour')}`
}
