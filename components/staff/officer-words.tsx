import { saidDay, saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { nextDuty } from '@/lib/domain/duty'
import { isTrainingOver, momentOf } from '@/lib/domain/eligibility'
import { isFull, limitOf } from '@/lib/domain/officer-facts'
import type { OfficerFacts } from '@/lib/domain/officer-facts'
import type { Translate } from '@/lib/i18n/translate'

/** When somebody is next on duty: `on duty now, until …`, the next time, or that none is planned. */
export function dutyWords({ shifts }: Pick<OfficerFacts, 'shifts'>, clock: Clock): string {
  const { t, now } = clock
  const duty = nextDuty(shifts, now)
  if (duty === null) return t('staff.officers.noDuty')
  return duty.until === null
    ? saidTime(duty.from, clock)
    : t('staff.officers.dutyNow', { at: saidTime(duty.until, clock) })
}

/** How many open cases somebody holds of how many they may: their limit, and one more where they said so; and that they are full. */
export function loadWords(
  officer: Pick<OfficerFacts, 'openCases' | 'openLimit' | 'oneMore'>,
  t: Translate,
): string {
  const { openCases: open, openLimit } = officer
  const limit = limitOf(officer)
  const load =
    limit === openLimit
      ? t('staff.officers.of', { open, limit })
      : t('staff.officers.ofOneMore', { open, limit: openLimit })
  return isFull(officer) ? t('staff.officers.full', { load }) : load
}

/** Until when somebody has all the training the force asks for. */
export function TrainedUntil({ until, clock }: { readonly until: Date | null; readonly clock: Clock }) {
  const { t, now } = clock
  if (until === null) return <span className="text-warn">{t('staff.officers.never')}</span>
  const date = saidDay(until, clock)
  return isTrainingOver(until, momentOf(now, clock)) ? (
    <span className="font-semibold text-warn">{t('staff.officers.lapsed', { date })}</span>
  ) : (
    t('staff.officers.until', { date })
  )
}

const names = new Intl.DisplayNames('en-GB', { type: 'language' })

/** The name of a language: the desk's own for sign languages, the usual one for the others. */
export function languageName(tag: string, t: Translate): string {
  return t.has(`staff.language.${tag}`) ? t(`staff.language.${tag}`) : (names.of(tag) ?? tag)
}

/** What somebody knows more of than others. One the force has no more is not said. */
export function specialismWords(ids: readonly string[], t: Translate): string {
  return ids
    .map((id) => `staff.officer.specialism.${id}`)
    .flatMap((key) => (t.has(key) ? [t(key)] : []))
    .join(', ')
}
