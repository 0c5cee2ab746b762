import type { Actor } from '@/lib/domain/policy'
import type { Translate } from '@/lib/i18n/translate'
import { exposureBandOf } from '@/lib/queries/exposure-of'
import type { OfficerDetail } from '@/lib/queries/get-officer'

interface Props {
  readonly actor: Actor
  readonly officer: OfficerDetail
  readonly t: Translate
}

/** For a supervisor: how much hatred an officer has had to read lately, so that somebody asks how they are. */
export async function Wellbeing({ actor, officer, t }: Props) {
  return (
    <section className="card" aria-labelledby="wellbeing-title">
      <h2 id="wellbeing-title" className="card-title">
        {t('work.words.theirs')}
      </h2>
      <p>
        {t('work.words.theirsSaid', {
          band: t(`work.words.band.${await exposureBandOf(actor, officer.accountId)}`),
        })}
      </p>
    </section>
  )
}
