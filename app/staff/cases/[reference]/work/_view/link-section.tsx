import { SelectField } from '@/components/staff/act-fields'
import type { ShownCase } from '@/components/staff/act-form'
import type { Kept } from '@/components/staff/case-acts'
import { OtherCaseField } from '@/components/staff/work/other-case-field'
import { WorkForm } from '@/components/staff/work/work-form'
import { Button } from '@/components/ui/button'
import { linkKinds } from '@/lib/domain/case-link'
import type { Translate } from '@/lib/i18n/translate'

export interface SectionProps {
  readonly shown: ShownCase
  readonly kept: Kept | null
  readonly t: Translate
}

/** Where another case is linked, for a reason from a list. */
export function LinkSection({ shown, kept, t }: SectionProps) {
  const typed = kept?.form === 'link' ? kept.values : {}
  return (
    <section className="card" aria-labelledby="link-title">
      <h2 id="link-title" className="card-title">
        {t('work.link.title')}
      </h2>
      <WorkForm shown={shown} act="link" className="grid gap-3">
        <OtherCaseField id="link-other" value={typed.other} isWrong={typed.other !== undefined} t={t} />
        <SelectField
          id="link-kind"
          name="kind"
          label={t('work.link.kind')}
          any={t('work.link.any')}
          options={linkKinds.map((value) => ({ value, label: t(`work.kind.${value}`) }))}
          value={typed.kind}
        />
        <div>
          <Button look="quiet">{t('work.link.submit')}</Button>
        </div>
      </WorkForm>
    </section>
  )
}
