import type { ReactNode } from 'react'
import { coveredWords } from '@/components/staff/case-words'
import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import {
  dutyWords,
  languageName,
  loadWords,
  specialismWords,
  TrainedUntil,
} from '@/components/staff/officer-words'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import type { OfficerDetail } from '@/lib/queries/get-officer'
import { districtChoices, districtNames } from '../../../_desk/clock'
import { OfficerForm } from './officer-form'

interface Props {
  readonly officer: OfficerDetail
  readonly actorId: string
  /** They may speak for this officer: it is them, or they supervise. */
  readonly mayAct: boolean
  readonly isOwn: boolean
  readonly clock: Clock
}

/** What routing knows of an officer, and the two things they may say about their work at any time. */
export function OfficerAside(props: Props) {
  const { officer, mayAct, isOwn, clock } = props
  const { t } = clock
  return (
    <>
      <Facts officer={officer} clock={clock} />
      {mayAct ? (
        <p>
          <a href={staffPaths.duty(isOwn ? null : officer.id)}>
            {t(isOwn ? 'staff.officer.ownDuty' : 'staff.officer.duty')}
          </a>
        </p>
      ) : null}
      {mayAct && officer.accountOpen ? <Work {...props} /> : null}
    </>
  )
}

function Facts({ officer, clock }: Pick<Props, 'officer' | 'clock'>) {
  const { t } = clock
  const facts: readonly (readonly [string, ReactNode])[] = [
    ['duty', officer.serving ? dutyWords(officer, clock) : t('staff.officers.away')],
    ['load', loadWords(officer, t)],
    [
      'districts',
      coveredWords(officer.districts, { names: districtNames(), today: districtChoices(), t }) ||
        t('staff.officers.noDistrict'),
    ],
    ['training', <TrainedUntil key="training" until={officer.trainingUntil} clock={clock} />],
    [
      'languages',
      officer.languages.map((tag) => languageName(tag, t)).join(', ') || t('staff.officers.noLanguages'),
    ],
    ['specialisms', specialismWords(officer.specialisms, t) || t('staff.officers.noSpecialisms')],
  ]
  return (
    <section className="card" aria-labelledby="facts-title">
      <h2 id="facts-title" className="card-title">
        {t('staff.officer.facts')}
      </h2>
      <dl className="grid gap-2 sm:grid-cols-2 lg:grid-cols-1">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-sm text-ink-soft">{t(`staff.officers.${name}`)}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}

function Work({ officer, actorId, isOwn, clock }: Props) {
  const { t } = clock
  const who = isOwn ? 'you' : 'they'
  const { oneMoreAt, handingOverAt, openLimit } = officer
  return (
    <section className="card grid gap-4" aria-labelledby="work-title">
      <h2 id="work-title" className="card-title">
        {t(isOwn ? 'staff.officer.work.own' : 'staff.officer.work.theirs')}
      </h2>
      {openLimit === 0 || handingOverAt !== null ? null : (
        <Say
          {...{ officer, actorId }}
          act="one-more"
          said={
            oneMoreAt === null
              ? null
              : t('staff.officer.work.oneMoreSaid', { at: saidTime(oneMoreAt, clock) })
          }
          hint={t('staff.officer.work.oneMoreHint', { who })}
          button={t(`staff.officer.work.${oneMoreAt === null ? 'oneMore' : 'noMore'}`, { who })}
        />
      )}
      <Say
        {...{ officer, actorId }}
        act="handing-over"
        said={
          handingOverAt === null
            ? null
            : t('staff.officer.work.handingOverSaid', { at: saidTime(handingOverAt, clock) })
        }
        hint={t('staff.officer.work.handingOverHint', { who })}
        button={t(`staff.officer.work.${handingOverAt === null ? 'handOver' : 'takeAgain'}`, { who })}
      />
      <p>
        <a href={staffPaths.officerAct(officer.id, 'handover')}>{t('offer.handover.link')}</a>
      </p>
    </section>
  )
}

interface SayProps extends Pick<Props, 'officer' | 'actorId'> {
  readonly act: 'one-more' | 'handing-over'
  /** That it is said already, and since when; null where it is not. */
  readonly said: string | null
  readonly hint: string
  readonly button: string
}

function Say({ officer, actorId, act, said, hint, button }: SayProps) {
  return (
    <OfficerForm officer={officer} actorId={actorId} act={act} className="grid justify-items-start gap-1.5">
      <input type="hidden" name="said" value={said === null ? 'yes' : 'no'} />
      {said === null ? null : <p className="font-semibold">{said}</p>}
      <Button look="quiet" aria-describedby={`${act}-hint`}>
        {button}
      </Button>
      <p id={`${act}-hint`} className="text-sm text-ink-soft">
        {hint}
      </p>
    </OfficerForm>
  )
}
