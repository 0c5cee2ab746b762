import { aboutWords, sourceWords } from '@/components/staff/case-words'
import type { Clock } from '@/components/staff/clock'
import { describeCase } from '@/lib/domain/case-facts'
import { lowerFirst } from '@/lib/i18n/lower-first'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'
import { districtNames } from '../../../../_desk/clock'

/** Which case it is the story of, what the case is and how it stands. */
export function StoryTop({ headline, clock }: { readonly headline: CaseHeadline; readonly clock: Clock }) {
  const { t } = clock
  const found = describeCase(headline)
  const status = lowerFirst(t(`staff.status.${found.status}`))
  return (
    <>
      <h1 className="mt-1 text-xl">{t('casework.story.heading', { reference: headline.reference })}</h1>
      <p className="mt-1 mb-4">
        {sourceWords(found, districtNames(headline.receivedAt), t)}. {aboutWords(found, t)}.{' '}
        {t('casework.story.state', { status, risk: lowerFirst(t(`staff.risk.${found.risk}`)) })}
      </p>
    </>
  )
}
