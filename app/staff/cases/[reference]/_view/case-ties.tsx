import { TiesList } from '@/components/staff/work/ties-list'
import { staffPaths } from '@/lib/config/paths'
import type { Translate } from '@/lib/i18n/translate'
import { tiesOfCase } from '@/lib/queries/ties-of-case'
import type { TiedCase } from '@/lib/queries/ties-of-case'
import type { CasePageRead } from '../_act/read-page'

/** What a case belongs with, for whoever may open it, and the way to change that for whoever works on it. */
export async function CaseTiesCard({ page }: { readonly page: CasePageRead }) {
  const { actor, headline, may, clock } = page
  const { t } = clock
  if (!may.has('open') || headline.erasedAt !== null) return null
  const ties = await tiesOfCase(actor, headline.id)
  const isAlone = ties.merged.length + ties.links.length === 0
  if (isAlone && !may.has('work')) return null
  return (
    <section className="card" aria-labelledby="ties-title">
      <h3 id="ties-title" className="card-title">
        {t('work.tied.title')}
      </h3>
      {isAlone ? <p>{t('work.tied.none')}</p> : <TiesList ties={ties} clock={clock} />}
      {may.has('work') ? (
        <p className="mt-2">
          <a href={staffPaths.caseWork(headline.reference)}>{t('work.open')}</a>
        </p>
      ) : null}
    </section>
  )
}

/** Says on a merged case where it goes on. */
export async function GoesOn({ page }: { readonly page: CasePageRead }) {
  const { actor, headline, clock } = page
  if (headline.goesOnInId === null) return null
  const { goesOnIn } = await tiesOfCase(actor, headline.id)
  return <GoesOnNotice goesOnIn={goesOnIn} t={clock.t} />
}

/** The same for a page that knows already; null where they may not know in which. */
export function GoesOnNotice({ goesOnIn, t }: { readonly goesOnIn: TiedCase | null; readonly t: Translate }) {
  if (goesOnIn === null) return <p className="notice mb-4">{t('work.tied.goesOnHidden')}</p>
  const { reference } = goesOnIn
  return (
    <div className="notice mb-4">
      <p>{t('work.tied.goesOn', { reference })}</p>
      <p className="mt-1 font-semibold">
        <a href={staffPaths.case(reference)}>{t('work.tied.follow', { reference })}</a>
      </p>
    </div>
  )
}
