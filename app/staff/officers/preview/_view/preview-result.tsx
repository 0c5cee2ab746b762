import { promiseWords } from '@/components/journey/promise-words'
import type { Clock } from '@/components/staff/clock'
import { NightNote } from '@/components/staff/night-note'
import { suggestionWords } from '@/components/staff/suggestion'
import type { Suggestion } from '@/components/staff/suggestion'
import { currentForce } from '@/lib/config/current-force'
import { dutyAheadOf } from '@/lib/domain/clocks/duty-for'
import { promiseTo } from '@/lib/domain/clocks/promise-for'
import { specialismsOf } from '@/lib/domain/offers/specialisms-of'
import type { PreviewQuery } from '@/lib/domain/offers/preview-query'
import { promisedBy } from '@/lib/domain/promise'
import { rankOfficers } from '@/lib/domain/routing'
import type { Translate } from '@/lib/i18n/translate'
import type { RotaMember } from '@/lib/queries/load-rota'
import { districtNames } from '../../../_desk/clock'

interface Props {
  readonly query: PreviewQuery
  /** When it would come in. */
  readonly at: Date
  readonly rota: readonly RotaMember[]
  readonly clock: Clock
}

/** Who would be asked, in order and why; who is left out and why; and what the person would be promised, in the words they would read. */
export function PreviewResult({ query, at, rota, clock }: Props) {
  const { t } = clock
  const result = ranked(query, at, rota)
  const words = suggestionWords(result, rota, districtNames(), clock, rota.length)
  const chosen = rota.find(({ id }) => id === result.candidates[0]?.officerId)
  const promise = promiseTo({
    ...{ risk: query.risk, receivedAt: at, force: currentForce(), reach: 'out', asked: 'officer' },
    duty: dutyAheadOf(chosen?.shifts ?? [], at),
  })
  const told = promiseWords(promise, { now: at, t, locale: 'en' })
  return (
    <section aria-labelledby="preview-result" className="card grid content-start gap-3">
      <h2 id="preview-result" className="text-lg">
        {t('offer.preview.result')}
      </h2>
      <p>{words.rule}.</p>
      <First officer={words.officers[0]} t={t} />
      <div>
        <p>{t('offer.preview.promise', { words: told })}</p>
        <NightNote at={promise.by} t={t} />
      </div>
      <Others officers={words.officers.slice(1)} t={t} />
      <LeftOut leftOut={words.leftOut} t={t} />
    </section>
  )
}

function ranked(
  { district, languages, excludedDistricts, risk, strands, specialisms }: PreviewQuery,
  at: Date,
  rota: readonly RotaMember[],
) {
  const force = currentForce()
  const facts = {
    ...{ district, languages, excludedDistricts, restricted: false, excludedOfficers: [] },
    specialisms: [...new Set([...specialismsOf({ strands, riskRules: [] }, force), ...specialisms])],
    dueAt: promisedBy(risk, at, force),
  }
  const members = rota.map((member) => ({ ...member, conflicts: false }))
  return rankOfficers(facts, members, force, at)
}

interface FirstProps {
  readonly officer: Suggestion['officers'][number] | undefined
  readonly t: Translate
}

function First({ officer, t }: FirstProps) {
  if (officer === undefined) return <p className="font-semibold">{t('offer.preview.nobody')}</p>
  return (
    <div>
      <p className="font-semibold">
        {t('offer.preview.first', { name: officer.name, districts: officer.districts })}
      </p>
      <ul className="bullets">
        {officer.reasons.map((reason) => (
          <li key={reason}>{reason}</li>
        ))}
      </ul>
    </div>
  )
}

function Others({ officers, t }: Pick<Suggestion, 'officers'> & { readonly t: Translate }) {
  if (officers.length === 0) return null
  return (
    <div>
      <h3 className="font-semibold">{t('offer.preview.then')}</h3>
      <ol className="bullets">
        {officers.map(({ accountId, name, reasons }) => (
          <li key={accountId}>
            {name}: {reasons.join('; ')}
          </li>
        ))}
      </ol>
    </div>
  )
}

function LeftOut({ leftOut, t }: Pick<Suggestion, 'leftOut'> & { readonly t: Translate }) {
  if (leftOut.length === 0) return null
  return (
    <div>
      <h3 className="font-semibold">{t('offer.preview.leftOut')}</h3>
      <ul className="bullets">
        {leftOut.map(({ reason, names }) => (
          <li key={reason}>
            {reason}: {names.join(', ')}
          </li>
        ))}
      </ul>
    </div>
  )
}
