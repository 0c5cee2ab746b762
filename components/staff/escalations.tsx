import { ActForm } from '@/components/staff/act-form'
import type { ShownCase } from '@/components/staff/act-form'
import type { DistrictNames } from '@/components/staff/case-words'
import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { EscalatedCase } from '@/components/staff/escalated-case'
import type { EscalatedFacts } from '@/components/staff/escalated-case'
import { Pager } from '@/components/staff/pager'
import { Button } from '@/components/ui/button'
import { isSettledByHand } from '@/lib/domain/clocks/escalation-rules'
import type { EscalationRuleId } from '@/lib/domain/clocks/escalation-rules'
import { lowerFirst } from '@/lib/i18n/lower-first'

interface Told {
  readonly rule: string
  readonly raisedAt: Date
  /** It is about whoever looks, and another supervisor's to settle. */
  readonly forAnother: boolean
}

/** A case, and what a supervisor was told of it. */
interface Escalation {
  readonly shown: ShownCase
  readonly told: readonly Told[]
}

/** Where a list of these is, so that whoever settles one of it comes back: the query of the queue, or the page for supervisors. */
export type EscalationPlace = { readonly back: string } | { readonly from: 'attention' }

interface ListProps {
  readonly rows: readonly (Escalation & { readonly facts: EscalatedFacts })[]
  /** Of how many cases there is something to see to. */
  readonly cases: number
  readonly page: number
  readonly pages: number
  readonly hrefOf: (page: number) => string
  readonly place: EscalationPlace
  readonly districts: DistrictNames
  readonly clock: Clock
}

/** What a supervisor has to see to, at the top of their pages. */
export function EscalationList({ rows, cases, place, districts, clock, ...paged }: ListProps) {
  const { t } = clock
  if (rows.length === 0) return null
  return (
    <section aria-labelledby="escalations-title" className="notice tone-danger mb-4 py-3">
      <h2 id="escalations-title" className="mb-2 text-lg">
        {t('staff.escalation.title', { count: cases })}
      </h2>
      <ul className="grid gap-2">
        {rows.map((row) => (
          <li
            key={row.shown.reference}
            data-escalation={row.shown.reference}
            className="grid gap-x-4 gap-y-1 sm:grid-cols-[9.5rem_minmax(0,1fr)] sm:items-baseline"
          >
            <EscalatedCase {...row.shown} facts={row.facts} districts={districts} t={t} />
            <div className="min-w-0">
              {isUntoldBeside(row) ? (
                <b className="block text-sm text-danger">{t('staff.queue.controlRoomDue')}</b>
              ) : null}
              <ToldOf row={row} place={place} maySettle clock={clock} />
            </div>
          </li>
        ))}
      </ul>
      <Pager {...paged} label={t('staff.escalation.pages')} t={t} />
    </section>
  )
}

const untold: EscalationRuleId = 'control-room-untold'

/** That nobody has told the control room, where what a supervisor was told does not say so. */
function isUntoldBeside({ facts, told }: ListProps['rows'][number]): boolean {
  return facts.untold && told.every(({ rule }) => rule !== untold)
}

interface CaseProps {
  readonly row: Escalation
  /** Whether this person sees to it: what asks for something passes once that is done, and has no button. */
  readonly maySettle: boolean
  readonly clock: Clock
}

/** The same of one case: whoever sees the case sees that a supervisor was told. */
export function EscalationCard({ row, maySettle, clock }: CaseProps) {
  if (row.told.length === 0) return null
  return (
    <section className="notice tone-danger py-3" aria-labelledby="escalated-title" data-by-jobs>
      <h3 id="escalated-title" className="mb-1 font-bold">
        {clock.t('staff.escalation.caseTitle')}
      </h3>
      <ToldOf row={row} maySettle={maySettle} clock={clock} />
    </section>
  )
}

interface ToldOfProps extends CaseProps {
  readonly place?: EscalationPlace
}

function ToldOf({ row, maySettle, place, clock }: ToldOfProps) {
  const { t } = clock
  return (
    <ul className="grid min-w-0 gap-2">
      {row.told.map(({ rule, raisedAt, forAnother }) => (
        <li key={rule} className="flex flex-wrap items-center gap-x-4 gap-y-1">
          <span className="min-w-0 grow basis-60">
            {t('staff.escalation.since', {
              rule: t(`staff.escalation.rule.${rule}`),
              at: saidTime(raisedAt, clock),
            })}
            {maySettle && forAnother ? ` ${t('staff.escalation.forAnother')}` : null}
          </span>
          {maySettle && !forAnother && isSettledByHand(rule) ? (
            <Settle shown={row.shown} rule={rule} {...(place === undefined ? {} : { place })} clock={clock} />
          ) : null}
        </li>
      ))}
    </ul>
  )
}

interface SettleProps {
  readonly shown: ShownCase
  readonly rule: string
  readonly place?: EscalationPlace
  readonly clock: Clock
}

function Settle({ shown, rule, place, clock: { t } }: SettleProps) {
  const words = lowerFirst(t(`staff.escalation.rule.${rule}`))
  return (
    <ActForm shown={shown} act="settle" {...place}>
      <input type="hidden" name="rule" value={rule} />
      <Button look="quiet">
        <span aria-hidden="true">{t('staff.escalation.settle')}</span>
        <span className="sr-only">
          {t('staff.escalation.settleOf', { reference: shown.reference, rule: words })}
        </span>
      </Button>
    </ActForm>
  )
}
