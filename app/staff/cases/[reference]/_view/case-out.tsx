import { staffPaths } from '@/lib/config/paths'
import type { CaseAction } from '@/lib/domain/role-grants'
import type { Translate } from '@/lib/i18n/translate'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'

interface Props {
  readonly headline: CaseHeadline
  readonly may: ReadonlySet<CaseAction>
  readonly t: Translate
}

/** The ways out of the force's hands that there are for this case, for whoever may end it. Each asks who they are. */
export function CaseOut({ headline: { reference, erasedAt }, may, t }: Props) {
  if (!may.has('close') || erasedAt !== null) return null
  return (
    <section className="card" aria-labelledby="out-title">
      <h3 id="out-title" className="card-title">
        {t('waysOut.card.title')}
      </h3>
      <p className="text-sm text-ink-soft">{t('waysOut.card.lead')}</p>
      <ul className="mt-1 grid gap-1">
        <li>
          <a href={staffPaths.handOut(reference)}>{t('waysOut.handOut.title')}</a>
        </li>
        <li>
          <a href={staffPaths.refer(reference)}>{t('waysOut.refer.title')}</a>
        </li>
        <li>
          <a href={staffPaths.passing(reference)}>{t('waysOut.pass.title')}</a>
        </li>
      </ul>
    </section>
  )
}
