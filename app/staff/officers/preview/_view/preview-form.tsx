import type { ReactNode } from 'react'
import { strandWords } from '@/components/staff/case-words'
import { FieldNotes } from '@/components/staff/field-notes'
import { describedBy } from '@/components/staff/field-problem'
import { languageName } from '@/components/staff/officer-words'
import { Button } from '@/components/ui/button'
import { currentForce } from '@/lib/config/current-force'
import { staffPaths } from '@/lib/config/paths'
import { mostAhead, specialismsByRule } from '@/lib/domain/offers/preview-query'
import type { MomentProblem, PreviewQuery } from '@/lib/domain/offers/preview-query'
import { monitoredStrands, risks } from '@/lib/domain/words'
import type { Translate } from '@/lib/i18n/translate'
import { districtChoices } from '../../../_desk/clock'

interface Props {
  readonly query: PreviewQuery
  /** Why what is shown is of now, and not of what was typed. */
  readonly problem: MomentProblem | null
  readonly t: Translate
}

/** A made-up case, in codes alone: it is in the address, and says nothing of anybody. */
export function PreviewForm({ query, problem, t }: Props) {
  const force = currentForce()
  const districts = [...districtChoices()]
  const strands = [...monitoredStrands, ...force.extraStrands].map((id) => [id, strandWords(id, t)] as const)
  const specialisms = specialismsByRule(force).map((id) => [id, t(`staff.officer.specialism.${id}`)] as const)
  const wrong = problem === null ? undefined : t(`offer.preview.wrong.${problem}`, { days: mostAhead })
  const languages = force.officerLanguages.map((tag) => [tag, languageName(tag, t)] as const)
  return (
    <form method="get" action={staffPaths.officerPreview} className="card grid content-start gap-4">
      <Field id="preview-district" label={t('offer.preview.district')}>
        <select id="preview-district" name="district" defaultValue={query.district ?? ''} className="input">
          <option value="">{t('offer.preview.unknown')}</option>
          {districts.map(([id, name]) => (
            <option key={id} value={id}>
              {name}
            </option>
          ))}
        </select>
      </Field>
      <Field id="preview-risk" label={t('offer.preview.risk')}>
        <select id="preview-risk" name="risk" defaultValue={query.risk} className="input">
          {risks.map((risk) => (
            <option key={risk} value={risk}>
              {t(`staff.risk.${risk}`)}
            </option>
          ))}
        </select>
      </Field>
      <Field
        id="preview-at"
        label={t('offer.preview.at')}
        hint={t('offer.preview.atHint', { days: mostAhead })}
        error={wrong}
        prefix={t('signIn.errorPrefix')}
      >
        <input
          id="preview-at"
          name="at"
          type="datetime-local"
          defaultValue={query.moment ?? ''}
          aria-describedby={describedBy('preview-at', { hint: true, error: wrong !== undefined })}
          aria-invalid={wrong === undefined ? undefined : true}
          className="input"
        />
      </Field>
      <Ticks
        name="language"
        legend={t('offer.preview.languages')}
        options={languages}
        ticked={query.languages}
      />
      <Ticks name="strand" legend={t('offer.preview.strands')} options={strands} ticked={query.strands} />
      <Ticks
        name="specialism"
        legend={t('offer.preview.specialisms')}
        options={specialisms}
        ticked={query.specialisms}
      />
      <Ticks
        name="leave-out"
        legend={t('offer.preview.excluded')}
        options={districts}
        ticked={query.excludedDistricts}
      />
      <div>
        <Button>{t('offer.preview.submit')}</Button>
      </div>
    </form>
  )
}

function Field({
  id,
  label,
  hint,
  error,
  prefix = '',
  children,
}: {
  readonly id: string
  readonly label: string
  readonly hint?: string
  readonly error?: string | undefined
  readonly prefix?: string
  readonly children: ReactNode
}) {
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <FieldNotes id={id} hint={hint} error={error} prefix={prefix} />
      {children}
    </div>
  )
}

interface TicksProps {
  readonly name: string
  readonly legend: string
  readonly options: readonly (readonly [string, string])[]
  readonly ticked: readonly string[]
}

function Ticks({ name, legend, options, ticked }: TicksProps) {
  return (
    <fieldset>
      <legend className="label">{legend}</legend>
      <div className="flex flex-wrap gap-x-5 gap-y-1.5">
        {options.map(([value, label]) => (
          <label key={value} className="flex cursor-pointer items-center gap-2">
            <input
              type="checkbox"
              name={name}
              value={value}
              defaultChecked={ticked.includes(value)}
              className="tick"
            />
            {label}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
