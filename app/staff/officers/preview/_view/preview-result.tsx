import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { suggestionWords } from '@/components/staff/suggestion'
import { currentForce } from '@/lib/config/current-force'
import { dutyAheadOf } from '@/lib/domain/clocks/duty-for'
import { promiseFor } from '@/lib/domain/clocks/promise-for'
import { specialismsOf } from '@/lib/domain/offers/specialisms-of'
import type { PreviewQuery } from '@/lib/domain/offers/preview-query'
import { promisedBy } from '@/lib/domain/promise'
import { rankOfficers } from '@/lib/domain/routing'
import type { RotaMember } from '@/lib/queries/load-rota'
import { districtNames } from '../../../_desk/clock'

interface Props {
  readonly query: PreviewQuery
  /** When it would come in. */
  readonly at: Date
  readonly rota: readonly RotaMember[]
  readonly clock: Clock
}

/** Who would be asked, in order and why; who is left out and why; and what the person would be promised. */
export function PreviewResult({ query, at, rota, clock }: Props) {
  const { t } = clock
  const force = currentForce()
  const { district, languages, excludedDistricts, risk, strands } = query
  const facts = {
    ...{ district, languages, excludedDistricts, restricted: false, excludedOfficers: [] },
    specialisms: specialismsOf({ strands, riskRules: [] }, force),
    dueAt: promisedBy(risk, at, force),
  }
  const members = rota.map((member) => ({ ...member, conflicts: false }))
  const result = rankOfficers(facts, members, force, at)
  const words = suggestionWords(result, rota, districtNames(), clock, rota.length)
  const chosen = rota.find(({ id }) => id === result.candidates[0]?.officerId)
  const promise = promiseFor({
    risk,
    receivedAt: at,
    duty: dutyAheadOf(chosen?.shifts ?? [], at),
    force,
    reach: 'out',
  })
  const [first, ...others] = words.officers
  return (
    <section aria-labelledby="preview-result" className="card grid content-start gap-3">
      <h2 id="preview-result" className="text-lg">
        {t('offer.preview.result')}
      </h2>
      <p>{words.rule}.</p>
      {first === undefined ? (
        <p className="font-semibold">{t('offer.preview.nobody')}</p>
      ) : (
        <div>
          <p className="font-semibold">
            {t('offer.preview.first', { name: first.name, districts: first.districts })}
          </p>
          <ul className="bullets">
            {first.reasons.map((reason) => (
              <li key={reason}>{reason}</li>
            ))}
          </ul>
        </div>
      )}
      <p>
        {t('offer.preview.promise', { at: saidTime(promise.by, clock) })}{' '}
        {promise.beyondTarget ? t('offer.preview.beyond') : null}
      </p>
      {others.length === 0 ? null : (
        <div>
          <h3 className="font-semibold">{t('offer.preview.then')}</h3>
          <ol className="bullets">
            {others.map((officer) => (
              <li key={officer.accountId}>
                {officer.name}: {officer.reasons.join('; ')}
              </li>
            ))}
          </ol>
        </div>
      )}
      {words.leftOut.length === 0 ? null : (
        <div>
          <h3 className="font-semibold">{t('offer.preview.leftOut')}</h3>
          <ul className="bullets">
            {words.leftOut.map(({ reason, names }) => (
              <li key={reason}>
                {reason}: {names.join(', ')}
              </li>
            ))}
          </ul>
        </div>
      )}
    </section>
  )
}
