import type { ReactNode } from 'react'
import { ReasonField } from '@/components/staff/act-fields'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import { subjectDataRules } from '@/lib/domain/records/record-type'
import type { RecordTypeContent } from '@/lib/domain/records/record-type'
import { submissionKinds } from '@/lib/domain/words'
import type { Translate } from '@/lib/i18n/translate'
import { labelOf } from '@/components/staff/ending-words'

interface Props {
  readonly actorId: string
  /** The ending a version is proposed of; null: one that is new. */
  readonly of: RecordTypeContent | null
  /** What was typed when the form was not taken. */
  readonly typed: Readonly<Record<string, string>> | null
  readonly firstDay: string
  readonly t: Translate
}

/** Where a supervisor proposes how cases may end from a day on. */
export function EndingProposal({ actorId, of, typed, firstDay, t }: Props) {
  const value = valuesOf(of, typed)
  const disposition = typed?.disposition ?? of?.disposition ?? ''
  const isNew = disposition === ''
  return (
    <section className="card content-start self-start" aria-labelledby="propose">
      <h2 id="propose" className="mb-2 text-lg">
        {isNew || of === null
          ? t('staff.recordType.new')
          : t('staff.recordType.newVersion', { label: labelOf(of) })}
      </h2>
      <p className="mb-3 text-sm text-ink-soft">{t('staff.recordType.newLead')}</p>
      <form method="post" action={staffPaths.recordTypePropose} className="grid gap-3">
        <input type="hidden" name="shown-to" value={actorId} />
        <input type="hidden" name="disposition" value={disposition} />
        <Line id="label" label={t('staff.recordType.field.label')}>
          <input
            id="label"
            name="label"
            required
            maxLength={60}
            defaultValue={value.label}
            className="input"
          />
        </Line>
        <Line id="hint" label={t('staff.recordType.field.hint')}>
          <input id="hint" name="hint" maxLength={200} defaultValue={value.hint} className="input" />
        </Line>
        <fieldset>
          <legend className="label">{t('staff.recordType.field.kinds')}</legend>
          {submissionKinds.map((kind) => (
            <Tick key={kind} name="kinds" value={kind} isTicked={value.kinds.includes(kind)}>
              {t(`staff.kind.${kind}`)}
            </Tick>
          ))}
        </fieldset>
        <fieldset>
          <legend className="label">{t('staff.recordType.field.rules')}</legend>
          {rules.map((rule) => (
            <Tick key={rule} name={rule} value="yes" isTicked={value.rules.has(rule)}>
              {t(`staff.recordType.field.${rule}`)}
            </Tick>
          ))}
        </fieldset>
        <fieldset>
          <legend className="label">{t('staff.recordType.field.subject')}</legend>
          {subjectDataRules.map((rule) => (
            <label key={rule} className="flex cursor-pointer items-start gap-2 py-0.5">
              <input
                type="radio"
                name="subject-data"
                value={rule}
                required
                defaultChecked={value.subject === rule}
                className="tick"
              />
              {t(`staff.recordType.subject.${rule}`)}
            </label>
          ))}
        </fieldset>
        <div className="flex flex-wrap gap-3">
          <Line id="from" label={t('staff.recordType.field.from')}>
            <input
              id="from"
              name="from"
              type="date"
              required
              min={firstDay}
              defaultValue={value.from}
              className="input"
            />
          </Line>
          <Line id="until" label={t('staff.recordType.field.until')}>
            <input
              id="until"
              name="until"
              type="date"
              min={firstDay}
              defaultValue={value.until}
              className="input"
            />
          </Line>
        </div>
        <ReasonField
          id="why"
          name="why"
          label={t('staff.recordType.field.why')}
          hint={t('staff.recordType.field.whyHint')}
          value={typed?.why}
          max={1_000}
        />
        <div>
          <Button>{t('staff.recordType.propose')}</Button>
        </div>
      </form>
      {isNew ? null : (
        <p className="mt-3">
          <a href={`${staffPaths.recordTypes}#propose`}>{t('staff.recordType.newInstead')}</a>
        </p>
      )}
    </section>
  )
}

const rules = ['supervisor-only', 'asks-review', 'asks-reason'] as const

/** What the form begins with: what was typed in it, or the version it changes. */
function valuesOf(of: RecordTypeContent | null, typed: Props['typed']) {
  if (typed === null) return of === null ? begun : valuesOfVersion(of)
  return {
    ...{ label: typed.label, hint: typed.hint, from: typed.from, until: typed.until },
    kinds: (typed.kinds ?? '').split('\n'),
    rules: new Set<string>(rules.filter((name) => name in typed)),
    subject: typed['subject-data'],
  }
}

const begun = {
  ...{ label: '', hint: '', from: '', until: '', subject: undefined },
  kinds: submissionKinds,
  rules: new Set<string>(['asks-reason']),
}

function valuesOfVersion(of: RecordTypeContent) {
  const holds = {
    'supervisor-only': of.supervisorOnly,
    'asks-review': of.asksReview,
    'asks-reason': of.asksReason,
  }
  return {
    ...{ label: labelOf(of), hint: of.hints.en ?? '', from: '', until: '', subject: of.subjectData },
    kinds: of.kinds,
    rules: new Set<string>(rules.filter((rule) => holds[rule])),
  }
}

function Line({
  id,
  label,
  children,
}: {
  readonly id: string
  readonly label: string
  readonly children: ReactNode
}) {
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      {children}
    </div>
  )
}

interface TickProps {
  readonly name: string
  readonly value: string
  readonly isTicked: boolean
  readonly children: ReactNode
}

function Tick({ name, value, isTicked, children }: TickProps) {
  return (
    <label className="flex cursor-pointer items-start gap-2 py-0.5">
      <input type="checkbox" name={name} value={value} defaultChecked={isTicked} className="tick" />
      {children}
    </label>
  )
}
