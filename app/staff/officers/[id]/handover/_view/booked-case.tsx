import { ReasonField, SelectField } from '@/components/staff/act-fields'
import { aboutWords, sourceWords } from '@/components/staff/case-words'
import type { Clock } from '@/components/staff/clock'
import { nextLine } from '@/components/staff/clock-words'
import { RiskMark } from '@/components/staff/risk-mark'
import { routingReasonWords } from '@/components/staff/suggestion'
import { toDesk } from '@/lib/commands/hand-over-book'
import { staffPaths } from '@/lib/config/paths'
import { tickOf } from '@/lib/domain/many-cases'
import type { BookedCase } from '@/lib/queries/book-of'
import { districtNames } from '../../../../_desk/clock'

interface Props {
  readonly one: BookedCase
  /** Who else may hold it, by name. */
  readonly holders: readonly { readonly id: string; readonly name: string; readonly role: string }[]
  /** What was chosen and written before the form was refused. */
  readonly typed: Readonly<Record<string, string>>
  readonly clock: Clock
}

/** One case of the book: where it would go by the rules and why, where it shall go, and words for it alone. */
export function Booked({ one, holders, typed, clock }: Props) {
  const { t } = clock
  const { reference } = one
  const note = typed[`note-${reference}`]
  return (
    <li className="card grid gap-3 md:grid-cols-2 md:gap-x-6">
      <input type="hidden" name="case" value={tickOf(one)} />
      <div>
        <p className="flex flex-wrap items-baseline gap-x-3">
          <RiskMark risk={one.risk} t={t} />
          <a href={staffPaths.case(reference)} className="font-semibold whitespace-nowrap">
            {reference}
          </a>
        </p>
        <p className="text-ink-soft">
          {sourceWords(one, districtNames(), t)}. {aboutWords(one, t)}. {nextLine(one, clock)}.
        </p>
        <p className="mt-1">
          {one.to === null ? t('offer.handover.stays') : t('offer.handover.goes', { name: one.to.name })}
        </p>
        <p className="text-sm text-ink-soft">
          {[t(`rules.routing.${one.rule}`), ...routingReasonWords(one.reasons, clock)].join('; ')}.
        </p>
      </div>
      <div className="grid content-start gap-2">
        <SelectField
          id={`to-${reference}`}
          name={`to-${reference}`}
          label={t('offer.handover.to', { reference })}
          any={t('offer.handover.keep')}
          isRequired={false}
          value={typed[`to-${reference}`] ?? one.to?.accountId}
          options={[
            { value: toDesk, label: t('offer.handover.desk') },
            ...holders.map(({ id, name, role }) => ({
              value: id,
              label: `${name}, ${t(`staff.role.${role}`)}`,
            })),
          ]}
        />
        <details open={note !== undefined && note !== ''}>
          <summary className="cursor-pointer font-semibold text-brand">
            {t('offer.handover.noteOpen')} <span className="sr-only">{reference}</span>
          </summary>
          <ReasonField
            id={`note-${reference}`}
            name={`note-${reference}`}
            label={t('offer.handover.note', { reference })}
            isRequired={false}
            value={note}
          />
        </details>
      </div>
    </li>
  )
}
