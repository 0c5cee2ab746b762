import type { ComponentProps, ReactNode } from 'react'
import { FieldNotes } from '@/components/staff/field-notes'
import { describedBy, messageFor } from '@/components/staff/field-problem'
import type { FieldProblem } from '@/components/staff/field-problem'
import { labelOf } from '@/components/staff/ending-words'
import { TickList } from '@/components/staff/tick-list'
import { longestOfProposal } from '@/lib/domain/records/read-proposal'
import { subjectDataRules } from '@/lib/domain/records/record-type'
import type { RecordTypeContent } from '@/lib/domain/records/record-type'
import { submissionKinds } from '@/lib/domain/words'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly of: RecordTypeContent | null
  readonly typed: Readonly<Record<string, string>> | null
  readonly problems: readonly FieldProblem[]
  readonly firstDay: string
  readonly t: Translate
}

/** The fields of a proposal, with what was typed in them or what holds now, and what was wrong. */
export function EndingFields({ of, typed, problems, firstDay, t }: Props) {
  const value = valuesOf(of, typed)
  const form = { problems, t }
  return (
    <>
      <Line {...form} name="label" value={value.label} required maxLength={longestOfProposal.label} />
      <Line {...form} name="hint" value={value.hint} maxLength={longestOfProposal.hint} />
      <TickList
        id="kinds"
        name="kinds"
        legend={t('staff.recordType.field.kinds')}
        error={errorOf('kinds', problems)}
        prefix={t('signIn.errorPrefix')}
        options={submissionKinds.map((kind) => ({ value: kind, label: t(`staff.kind.${kind}`) }))}
        ticked={value.kinds}
      />
      <fieldset>
        <legend className="label">{t('staff.recordType.field.rules')}</legend>
        {rules.map((rule) => (
          <Tick key={rule} name={rule} value="yes" isTicked={value.rules.has(rule)}>
            {t(`staff.recordType.field.${rule}`)}
          </Tick>
        ))}
      </fieldset>
      <SubjectField {...form} chosen={value.subject} />
      <div className="flex flex-wrap gap-3">
        <Line {...form} name="from" value={value.from} type="date" required min={firstDay} />
        <Line {...form} name="until" value={value.until} type="date" min={firstDay} />
      </div>
      <WhyField {...form} value={typed?.why} />
    </>
  )
}

type Form = Pick<Props, 'problems' | 't'>

function errorOf(name: string, problems: readonly FieldProblem[]): string | undefined {
  return messageFor(name, problems.find(({ field }) => field === name) ?? null)
}

interface LineProps extends Form, Pick<ComponentProps<'input'>, 'type' | 'required' | 'maxLength' | 'min'> {
  readonly name: string
  readonly value: string | undefined
}

function Line({ name, value, problems, t, ...input }: LineProps) {
  const error = errorOf(name, problems)
  return (
    <div>
      <label className="label" htmlFor={name}>
        {t(`staff.recordType.field.${name}`)}
      </label>
      <FieldNotes id={name} error={error} prefix={t('signIn.errorPrefix')} />
      <input
        {...input}
        id={name}
        name={name}
        defaultValue={value}
        className="input"
        aria-describedby={describedBy(name, { error: error !== undefined })}
        aria-invalid={error === undefined ? undefined : true}
      />
    </div>
  )
}

function SubjectField({ chosen, problems, t }: Form & { readonly chosen: string | undefined }) {
  const id = 'subject-data'
  const error = errorOf(id, problems)
  return (
    <fieldset aria-describedby={describedBy(id, { error: error !== undefined })}>
      <legend className="label">{t('staff.recordType.field.subject')}</legend>
      <FieldNotes id={id} error={error} prefix={t('signIn.errorPrefix')} />
      {subjectDataRules.map((rule, place) => (
        <label key={rule} className="flex cursor-pointer items-start gap-2 py-0.5">
          <input
            id={place === 0 ? id : undefined}
            type="radio"
            name={id}
            value={rule}
            required
            defaultChecked={chosen === rule}
            className="tick"
          />
          {t(`staff.recordType.subject.${rule}`)}
        </label>
      ))}
    </fieldset>
  )
}

function WhyField({ value, problems, t }: Form & { readonly value: string | undefined }) {
  const error = errorOf('why', problems)
  return (
    <div>
      <label className="label" htmlFor="why">
        {t('staff.recordType.field.why')}
      </label>
      <FieldNotes
        id="why"
        hint={t('staff.recordType.field.whyHint')}
        error={error}
        prefix={t('signIn.errorPrefix')}
      />
      <textarea
        id="why"
        name="why"
        rows={3}
        required
        maxLength={longestOfProposal.reason}
        defaultValue={value}
        className="input"
        aria-describedby={describedBy('why', { hint: true, error: error !== undefined })}
        aria-invalid={error === undefined ? undefined : true}
      />
    </div>
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
