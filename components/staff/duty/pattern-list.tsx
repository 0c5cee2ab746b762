import type { Clock } from '@/components/staff/clock'
import { Button } from '@/components/ui/button'
import type { Pattern } from '@/lib/domain/rota/duty-sources'
import { DutyField, DutyForm } from './duty-form'
import type { DutyForms } from './duty-form'
import { dayWords, turnWords } from './duty-words'

interface Props {
  readonly patterns: readonly (Pattern & { readonly id: string })[]
  /** Null for whoever may not change them. */
  readonly forms: DutyForms | null
  readonly editHref: (id: string) => string
  readonly presets: readonly { readonly href: string; readonly label: string }[]
  readonly clock: Clock
}

/** Duty that repeats: what there is, and where to begin another. */
export function PatternList({ patterns, forms, editHref, presets, clock }: Props) {
  const { t } = clock
  return (
    <section className="card" aria-labelledby="patterns-title">
      <h2 id="patterns-title" className="mb-2 text-lg">
        {t('staff.duty.pattern.title')}
      </h2>
      {patterns.length === 0 ? <p className="text-ink-soft">{t('staff.duty.pattern.none')}</p> : null}
      <ul className="grid gap-3">
        {patterns.map((pattern) => (
          <PatternItem key={pattern.id} {...{ pattern, forms, clock }} href={editHref(pattern.id)} />
        ))}
      </ul>
      {forms === null ? null : (
        <>
          <h3 className="mt-4 font-semibold">{t('staff.duty.pattern.start')}</h3>
          <ul className="bullets">
            {presets.map(({ href, label }) => (
              <li key={href}>
                <a href={href} className="inline-block py-0.5">
                  {label}
                </a>
              </li>
            ))}
          </ul>
        </>
      )}
    </section>
  )
}

interface ItemProps {
  readonly pattern: Pattern & { readonly id: string }
  readonly forms: DutyForms | null
  readonly href: string
  readonly clock: Clock
}

function PatternItem({ pattern, forms, href, clock }: ItemProps) {
  const { t } = clock
  const { id, startsOn, endsOn, cycleDays } = pattern
  const from = dayWords(startsOn, clock)
  const named = `pattern-${id}`
  return (
    <li className="border-b border-line pb-3">
      <p id={named} className="font-semibold">
        {t('staff.duty.pattern.cycle', { days: cycleDays })},{' '}
        {endsOn === null
          ? t('staff.duty.pattern.from', { day: from })
          : t('staff.duty.pattern.fromTo', { from, to: dayWords(endsOn, clock) })}
      </p>
      <ul className="tabular-nums">
        {turnWords(pattern, clock).map((words) => (
          <li key={words}>{words}</li>
        ))}
      </ul>
      {forms === null ? null : <PatternActs {...{ id, named, href, forms, endsOn }} />}
    </li>
  )
}

interface ActsProps {
  readonly id: string
  /** The id of what names it. */
  readonly named: string
  readonly href: string
  readonly forms: DutyForms
  readonly endsOn: string | null
}

function PatternActs({ id, named, href, forms, endsOn }: ActsProps) {
  const { t } = forms
  // Of several patterns only the one whose form was not taken shows what was typed.
  const isKept = forms.kept?.form === 'pattern-end' && forms.kept.values.id === id
  const own = isKept ? forms : { ...forms, kept: null, problems: [] }
  return (
    <div className="mt-1 flex flex-wrap items-start gap-x-4 gap-y-1">
      <a href={href} className="py-1" aria-describedby={named}>
        {t('staff.duty.pattern.edit')}
      </a>
      <details open={isKept}>
        <summary className="cursor-pointer py-1 text-brand" aria-describedby={named}>
          {t('staff.duty.pattern.end')}
        </summary>
        <DutyForm forms={forms} act="pattern-end" id={id} className="grid gap-2 py-2">
          <EndField forms={own} id={id} endsOn={endsOn} />
          <div>
            <Button aria-describedby={named}>{t('staff.duty.pattern.endSubmit')}</Button>
          </div>
        </DutyForm>
        <DutyForm forms={forms} act="pattern-remove" id={id} className="grid gap-1 py-2">
          <p id={`${named}-remove`} className="text-sm text-ink-soft">
            {t('staff.duty.pattern.removeHint')}
          </p>
          <div>
            <Button look="danger" aria-describedby={`${named} ${named}-remove`}>
              {t('staff.duty.pattern.remove')}
            </Button>
          </div>
        </DutyForm>
      </details>
    </div>
  )
}

function EndField({
  forms,
  id,
  endsOn,
}: {
  readonly forms: DutyForms
  readonly id: string
  readonly endsOn: string | null
}) {
  const values = endsOn === null ? {} : { 'last-day': endsOn }
  const kept = forms.kept ?? { form: 'pattern-end', values }
  return (
    <DutyField
      forms={{ ...forms, kept }}
      act="pattern-end"
      name="last-day"
      id={`last-day-${id}`}
      type="date"
      label={forms.t('staff.duty.pattern.lastDay')}
    />
  )
}
