import { OtherCaseField } from '@/components/staff/work/other-case-field'
import { WorkForm } from '@/components/staff/work/work-form'
import { Button } from '@/components/ui/button'
import type { SectionProps } from './link-section'

/** Where a case is made to go on in another, or that is taken back. */
export function MergeSection({ shown, kept, isMerged, t }: SectionProps & { readonly isMerged: boolean }) {
  const typed = kept?.form === 'merge' ? kept.values : {}
  return (
    <section className="card" aria-labelledby="merge-title">
      <h2 id="merge-title" className="card-title">
        {t(isMerged ? 'work.merge.undoTitle' : 'work.merge.title')}
      </h2>
      <p className="mb-3">{t(isMerged ? 'work.merge.undoHint' : 'work.merge.hint')}</p>
      {isMerged ? (
        <WorkForm shown={shown} act="unmerge">
          <Button look="quiet">{t('work.merge.undo')}</Button>
        </WorkForm>
      ) : (
        <WorkForm shown={shown} act="merge" className="grid gap-3">
          <OtherCaseField id="merge-other" value={typed.other} isWrong={typed.other !== undefined} t={t} />
          <div>
            <Button look="quiet">{t('work.merge.submit')}</Button>
          </div>
        </WorkForm>
      )}
    </section>
  )
}
