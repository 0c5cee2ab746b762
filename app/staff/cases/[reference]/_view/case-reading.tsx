import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { Transcript } from '@/components/staff/transcript'
import { endOfCalls } from '@/lib/domain/contact/standing'
import type { OpeningReason } from '@/lib/domain/opening-reason'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'
import type { OpenedCase } from '@/lib/queries/open-case'

interface Props {
  readonly headline: CaseHeadline
  readonly opened: OpenedCase
  readonly reason: OpeningReason
  /** What stands in the place of words of hatred; null where they are shown. */
  readonly folded: string | null
  readonly clock: Clock
}

/** What was sealed, for those who may read it: everything as the person saw it, and in English where that was not their language. */
export function CaseReading({ headline, opened, reason, folded, clock }: Props) {
  const { t } = clock
  const { transcript, inEnglish } = opened
  const { locale } = headline
  const calls = { until: endOfCalls(opened.reach.ways), now: clock.now }
  return (
    <section>
      <h2 className="text-lg">{t('staff.case.said')}</h2>
      <p className="mb-4 text-sm text-ink-soft">
        {t(inEnglish === null ? 'staff.case.saidMore' : 'staff.case.wroteWelsh', {
          at: saidTime(headline.receivedAt, clock),
        })}{' '}
        {t('staff.case.opened', { reason: t(`staff.case.reason.${reason}`) })}
      </p>
      {opened.reach.changed === null ? null : (
        <p className="notice tone-warn mb-3 py-2">{t('reach.stale')}</p>
      )}
      {inEnglish === null ? (
        <Transcript sections={transcript} locale={locale} {...{ calls, folded, t }} />
      ) : (
        <>
          <Transcript sections={inEnglish} locale="en" {...{ calls, folded, t }} />
          <details className="border-t border-line pt-2.5">
            <summary className="cursor-pointer font-semibold text-brand">{t('staff.case.asTheySaw')}</summary>
            <div className="mt-3">
              <Transcript sections={transcript} locale={locale} {...{ calls, folded, t }} />
            </div>
          </details>
        </>
      )}
    </section>
  )
}
