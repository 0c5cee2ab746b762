import { PatternList } from '@/components/staff/work/pattern-list'
import { staffPaths } from '@/lib/config/paths'
import { linkRequestsOf } from '@/lib/queries/link-requests'
import { patternOfCase } from '@/lib/queries/pattern-of-case'
import type { CasePageRead } from '../_act/read-page'

/** Says, to whoever works on a case, that it is not the first, and that a colleague asks about it. Nothing where neither is so. */
export async function CasePattern({ page }: { readonly page: CasePageRead }) {
  const { actor, headline, may, asks, clock } = page
  const { t } = clock
  if (!may.has('work') || asks || headline.erasedAt !== null) return null
  const [patterns, { came }] = await Promise.all([
    patternOfCase(actor, headline),
    linkRequestsOf(actor, headline.id),
  ])
  if (patterns.length === 0 && came.length === 0) return null
  return (
    <div className="notice mb-4" data-pattern="" data-by-jobs="">
      {patterns.length === 0 ? null : <PatternList patterns={patterns} t={t} />}
      {came.length === 0 ? null : <p className="font-bold">{t('work.came.waiting')}</p>}
      <p className="mt-1">
        <a href={staffPaths.caseWork(headline.reference)}>
          {t(came.length === 0 ? 'work.pattern.more' : 'work.came.answer')}
        </a>
      </p>
    </div>
  )
}
