import type { ReactNode } from 'react'
import { staffPaths } from '@/lib/config/paths'
import { aboutWords, sourceWords } from '@/components/staff/case-words'
import type { DistrictNames } from '@/components/staff/case-words'
import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { nextLine } from '@/components/staff/clock-words'
import { RiskMark } from '@/components/staff/risk-mark'
import type { CaseClock } from '@/lib/domain/clocks/clock-state'
import type { Channel, Risk, SubmissionKind } from '@/lib/domain/words'

/** A case somebody is asked to take: published facts only. */
interface Offer {
  readonly reference: string
  readonly kind: SubmissionKind
  readonly channel: Channel
  readonly district: string | null
  readonly strands: readonly string[]
  readonly risk: Risk
  readonly promisedBy: Date
  /** What runs for it. */
  readonly clocks: readonly CaseClock[]
  readonly offeredAt: Date
}

interface Props<O extends Offer> {
  readonly offers: readonly O[]
  readonly districts: DistrictNames
  readonly clock: Clock
  /** The forms to answer one. */
  readonly answer: (offer: O) => ReactNode
}

/** What whoever is signed in is asked to take, before everything else in the queue. */
export function OwnOffers<O extends Offer>({ offers, districts, clock, answer }: Props<O>) {
  const { t } = clock
  if (offers.length === 0) return null
  return (
    <section id="asked" aria-labelledby="asked-title" className="card mb-4 border-brand">
      <h2 id="asked-title" className="text-lg">
        {t('offer.mine.title', { count: offers.length })}
      </h2>
      <p className="mb-3 text-ink-soft">{t('offer.mine.lead')}</p>
      <ul className="grid gap-4">
        {offers.map((offer) => (
          <li key={offer.reference} data-hold className="grid gap-2 border-s-2 border-line ps-3">
            <div>
              <p className="flex flex-wrap items-baseline gap-x-3">
                <RiskMark risk={offer.risk} t={t} />
                <a href={staffPaths.case(offer.reference)} className="font-semibold whitespace-nowrap">
                  {offer.reference}
                </a>
                <span>{sourceWords(offer, districts, t)}</span>
              </p>
              <p className="text-ink-soft">
                {aboutWords(offer, t)}. {nextLine(offer, clock)}.{' '}
                {t('offer.mine.since', { at: saidTime(offer.offeredAt, clock) })}
              </p>
            </div>
            {answer(offer)}
          </li>
        ))}
      </ul>
    </section>
  )
}
