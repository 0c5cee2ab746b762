import { momentBy } from '@/components/journey/moment-words'
import { Notice } from '@/components/ui/notice'
import { currentForce } from '@/lib/config/current-force'
import { translator } from '@/lib/i18n/translate'
import type { Locale } from '@/lib/i18n/locales'
import type { FollowUpPassed } from '@/lib/queries/follow-up-passed'

interface Props {
  readonly passed: readonly FollowUpPassed[]
  readonly locale: Locale
}

/** Which other force has what they sent, since when, and what their code still opens here; nothing where none has. */
export function PassedOn({ passed, locale }: Props) {
  if (passed.length === 0) return null
  const t = translator(locale)
  const { policeForces } = currentForce()
  return (
    <Notice>
      {passed.map(({ partner, at }) => (
        <p key={partner} className="font-semibold">
          {t('passed.has', { force: policeForces[partner]?.name ?? partner, since: momentBy(at, locale) })}
        </p>
      ))}
      <p className="mt-1">{t('passed.code')}</p>
    </Notice>
  )
}
