import type { ReactNode } from 'react'
import { lowerFirst } from '@/lib/i18n/lower-first'
import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { routingReasonWords } from '@/components/staff/suggestion'
import { WithName } from '@/components/staff/with-name'

/** Who is asked to take a case, who was and what routing said of it. */
interface Asked {
  readonly open: { readonly accountId: string; readonly name: string; readonly offeredAt: Date } | null
  readonly past: readonly {
    readonly name: string
    readonly endedAt: Date
    readonly outcome: string
    readonly reason: string | null
  }[]
  readonly said: {
    readonly rule: string
    readonly reasons: readonly {
      readonly rule: string
      readonly values: Readonly<Record<string, string | number>>
    }[]
    readonly leftOut: readonly string[]
  } | null
}

interface Props {
  readonly asked: Asked
  /** The reporter said that they are not sure yet whether they would like an officer, as far as that may be read here. */
  readonly unsure: boolean
  readonly actorId: string
  /** Whether this person may know who was left out. */
  readonly mayAssign: boolean
  readonly clock: Clock
  /** The forms to answer, for whoever is asked. */
  readonly answer: ReactNode
}

/** Who is asked to take the case, since when and why, in words; and who was before. */
export function AskedCard({ asked, unsure, actorId, mayAssign, clock, answer }: Props) {
  const { open, past, said } = asked
  const { t } = clock
  if (open === null && past.length === 0 && said === null) return null
  return (
    <section className="card" id="asked" data-by-jobs>
      <h3 className="card-title">{t('offer.asked.title')}</h3>
      <WhoWords {...{ open, actorId, clock }} />
      {said === null ? null : <WhyWords {...{ said, unsure, mayAssign, clock }} isAsked={open !== null} />}
      {answer}
      {past.length === 0 ? null : (
        <>
          <h4 className="mt-3 font-semibold">{t('offer.asked.before')}</h4>
          <ul className="bullets text-sm">
            {past.map(({ name, endedAt, outcome, reason }) => (
              <li key={`${name} ${endedAt.toISOString()}`}>
                <WithName
                  name={name}
                  say={(named) =>
                    t('offer.asked.ended', {
                      name: named,
                      at: saidTime(endedAt, clock),
                      reason: t(`offer.reason.${reason ?? outcome}`),
                    })
                  }
                />
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

function WhoWords({ open, actorId, clock }: Pick<Props, 'actorId' | 'clock'> & Pick<Asked, 'open'>) {
  const { t } = clock
  if (open === null) return <p>{t('offer.asked.nobody')}</p>
  const at = saidTime(open.offeredAt, clock)
  return (
    <p>
      {open.accountId === actorId ? (
        t('offer.asked.you', { at })
      ) : (
        <WithName name={open.name} say={(name) => t('offer.asked.somebody', { name, at })} />
      )}
    </p>
  )
}

interface WhyProps extends Pick<Props, 'unsure' | 'mayAssign' | 'clock'> {
  readonly said: NonNullable<Asked['said']>
  readonly isAsked: boolean
}

function WhyWords({ said, unsure, isAsked, mayAssign, clock }: WhyProps) {
  const { t } = clock
  const reasons = routingReasonWords(said.reasons, clock)
  const leftOut = [...new Set(said.leftOut)].map((rule) => t(`offer.short.${rule}`))
  return (
    <>
      {isAsked ? (
        <p className="text-sm text-ink-soft">
          {t(`rules.routing.${said.rule}`)}.{' '}
          {reasons.length === 0
            ? null
            : t('offer.asked.why', { reasons: reasons.map(lowerFirst).join(', ') })}
        </p>
      ) : (
        <p className="text-sm text-ink-soft">
          {unsure && said.rule === 'officer-not-asked-for'
            ? t('offer.asked.unsure')
            : `${t(`rules.routing.${said.rule}`)}.`}
        </p>
      )}
      {mayAssign && leftOut.length > 0 ? (
        <p className="text-sm text-ink-soft">
          {t('offer.asked.leftOut', { count: said.leftOut.length, reasons: leftOut.join(', ') })}
        </p>
      ) : null}
    </>
  )
}
