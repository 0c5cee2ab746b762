import { randomUUID } from 'node:crypto'
import { ReasonField, SelectField } from '@/components/staff/act-fields'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import { longestAdvice } from '@/lib/domain/advice'
import type { KeptAct } from '@/lib/drafts/kept-act'
import type { Translate } from '@/lib/i18n/translate'
import { districtChoices } from '../../_desk/clock'

interface Props {
  /** What was written before the form was not taken. */
  readonly kept: KeptAct['values'] | undefined
  readonly actorId: string
  readonly t: Translate
}

/** A question to a liaison officer: four fields. */
export function AdviceForm({ kept = {}, actorId, t }: Props) {
  return (
    <form method="post" action={staffPaths.adviceAsk} className="card grid gap-4">
      <input type="hidden" name="shown-to" value={actorId} />
      <input type="hidden" name="token" value={randomUUID()} />
      <ReasonField
        id="advice-question"
        name="question"
        label={t('advice.question')}
        hint={t('advice.questionHint')}
        max={longestAdvice.question}
        value={kept.question}
      />
      <SelectField
        id="advice-district"
        name="district"
        label={t('advice.district')}
        any={t('advice.choose')}
        options={[...districtChoices()].map(([value, label]) => ({ value, label }))}
        value={kept.district}
      />
      <LineField name="reach" label={t('advice.reach')} value={kept.reach} isRequired />
      <LineField name="about" label={t('advice.about')} value={kept.about} isRequired={false} />
      <div>
        <Button>{t('advice.send')}</Button>
      </div>
    </form>
  )
}

interface LineProps {
  readonly name: 'reach' | 'about'
  readonly label: string
  readonly value: string | undefined
  readonly isRequired: boolean
}

function LineField({ name, label, value, isRequired }: LineProps) {
  const id = `advice-${name}`
  return (
    <div>
      <label className="label" htmlFor={id}>
        {label}
      </label>
      <input
        id={id}
        name={name}
        autoComplete="off"
        maxLength={longestAdvice[name]}
        required={isRequired}
        defaultValue={value}
        className="input"
      />
    </div>
  )
}
