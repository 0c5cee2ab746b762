import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { Transcript } from '@/components/staff/transcript'
import type { OpeningReason } from '@/lib/domain/opening-reason'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'
import type { OpenedCase } from '@/lib/queries/open-case'

interface Props {
  readonly headline: CaseHeadline
  readonly opened: OpenedCase
  readonly reason: OpeningReason
  readonly clock: Clock
}

/** What was sealed, for those who may read it: everything as the person saw it, in their language. */
export function CaseReading({ headline, opened, reason, clock }: Props) {
  const { t } = clock
  return (
    <section>
      <h2 className="text-lg">{t('staff.case.said')}</h2>
      <p className="mb-4 text-sm text-ink-soft">
        {t('staff.case.saidMore', { at: saidTime(headline.receivedAt, clock) })}{' '}
        {t('staff.case.opened', { reason: t(`staff.case.reason.${reason}`) })}
      </p>
      <Transcript sections={opened.transcript} locale={headline.submission.locale} t={t} />
    </section>
  )
}
