import { aboutWords, riskRuleWords, sourceWords } from '@/components/staff/case-words'
import { lowerFirst } from '@/lib/i18n/lower-first'
import { saidDistance, saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { RiskMark } from '@/components/staff/risk-mark'
import { staffPaths } from '@/lib/config/paths'
import { describeCase } from '@/lib/domain/case-facts'
import { promiseState } from '@/lib/domain/time-left'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'
import { districtNames } from '../../../_desk/clock'

interface Props {
  readonly headline: CaseHeadline
  /** Whether this person may know why it has its risk. */
  readonly mayOpen: boolean
  readonly clock: Clock
}

const tones = {
  kept: 'text-ink-soft',
  late: 'font-semibold text-danger',
  soon: 'font-semibold text-warn',
  ahead: '',
}

const promiseKeys = {
  kept: 'staff.case.promiseKept',
  late: 'staff.case.promiseLate',
  soon: 'staff.case.promise',
  ahead: 'staff.case.promise',
}

/** What a case is, in a few lines, and the promise made to the person. */
export function CaseHeader({ headline, mayOpen, clock }: Props) {
  const { t } = clock
  const found = describeCase(headline)
  const [reason] = mayOpen ? headline.riskRules : []
  const state = promiseState(found.status, headline.promisedBy, clock.now)
  const values = { at: saidTime(headline.promisedBy, clock), late: saidDistance(headline.promisedBy, clock) }
  return (
    <header className="mb-4">
      <a href={staffPaths.queue} className="text-sm">
        {t('staff.case.back')}
      </a>
      <div className="mt-1 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h1 className="text-xl whitespace-nowrap">{headline.reference}</h1>
        <RiskMark risk={found.risk} t={t} />
        <span className="rounded-full border border-line-strong px-2.5 text-sm">
          {t(`staff.status.${found.status}`)}
        </span>
        <p className={tones[state]}>{t(promiseKeys[state], values)}</p>
      </div>
      <p className="mt-1 text-ink-soft">
        {sourceWords(found, districtNames(), t)}. {aboutWords(found, t)}.
      </p>
      {reason === undefined ? null : (
        <p className="mt-0.5">{t('staff.case.topReason', { rule: lowerFirst(riskRuleWords(reason, t)) })}</p>
      )}
      {headline.restricted ? (
        <p className="notice tone-danger mt-3 py-2">{t('staff.case.restricted')}</p>
      ) : null}
    </header>
  )
}
