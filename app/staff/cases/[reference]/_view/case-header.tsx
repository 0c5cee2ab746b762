import { aboutWords, riskRuleWords, sourceWords } from '@/components/staff/case-words'
import { lowerFirst } from '@/lib/i18n/lower-first'
import type { Clock } from '@/components/staff/clock'
import { clockTones, nextLine } from '@/components/staff/clock-words'
import { RiskMark } from '@/components/staff/risk-mark'
import { withdrawalOf } from '@/components/staff/withdrawal'
import { staffPaths } from '@/lib/config/paths'
import { describeCase } from '@/lib/domain/case-facts'
import { clockState, nearestClock } from '@/lib/domain/clocks/clock-state'
import type { CaseClock } from '@/lib/domain/clocks/clock-state'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'
import { districtNames } from '../../../_desk/clock'

interface Props {
  readonly headline: CaseHeadline
  /** What runs for it. */
  readonly clocks: readonly CaseClock[]
  /** Whether this person may know why it has its risk. */
  readonly mayOpen: boolean
  readonly clock: Clock
}

/** What a case is, in a few lines, and the promise made to the person. */
export function CaseHeader({ headline, clocks, mayOpen, clock }: Props) {
  const { t } = clock
  const found = describeCase(headline)
  const [reason] = mayOpen ? headline.riskRules : []
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
        <NextDueLine {...{ headline, clocks, clock }} />
      </div>
      <p className="mt-1 text-ink-soft">
        {sourceWords(found, districtNames(headline.receivedAt), t)}. {aboutWords(found, t)}.
      </p>
      {reason === undefined ? null : (
        <p className="mt-0.5">{t('staff.case.topReason', { rule: lowerFirst(riskRuleWords(reason, t)) })}</p>
      )}
      {withdrawalOf(headline) === null ? null : (
        <p data-withdrawn="" className="notice tone-danger mt-3 py-2 font-bold">
          {t('staff.withdrawal.top')}
        </p>
      )}
      {headline.restricted ? (
        <p className="notice tone-danger mt-3 py-2">{t('staff.case.restricted')}</p>
      ) : null}
    </header>
  )
}

/** What is due next; of a case that has no clock any more, what had been promised. */
function NextDueLine({ headline, clocks, clock }: Omit<Props, 'mayOpen'>) {
  const next = nearestClock(clocks)
  const tone = next === null ? 'text-ink-soft' : clockTones[clockState(next, clock.now)]
  return <p className={tone}>{nextLine({ clocks, promisedBy: headline.promisedBy }, clock)}</p>
}
