import { ReasonField, SelectField } from '@/components/staff/act-fields'
import type { ShownCase } from '@/components/staff/act-form'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly shown: ShownCase
  readonly people: readonly { readonly id: string; readonly name: string; readonly role: string }[]
  readonly today: string
  /** What was written before the form was refused. */
  readonly typed: Readonly<Record<string, string>>
  readonly t: Translate
}

/** Sets something to be done for the case by a day. */
export function NewTask({ shown, people, today, typed, t }: Props) {
  return (
    <form
      method="post"
      action={staffPaths.caseTaskAct(shown.reference, 'set')}
      className="card mt-4 grid max-w-2xl gap-3"
    >
      <h2 className="text-lg">{t('casework.task.setTitle')}</h2>
      <input type="hidden" name="version" value={shown.version} />
      <input type="hidden" name="shown-to" value={shown.actorId} />
      <ReasonField
        id="task-text"
        name="text"
        label={t('casework.task.words')}
        hint={t('casework.task.wordsHint')}
        value={typed.text}
      />
      <div>
        <label className="label" htmlFor="task-due">
          {t('casework.task.by')}
        </label>
        <input
          id="task-due"
          name="due"
          type="date"
          required
          min={today}
          defaultValue={typed.due}
          className="input w-48"
        />
      </div>
      <SelectField
        id="task-to"
        name="to"
        label={t('casework.task.to')}
        any={t('casework.task.forHolder')}
        isRequired={false}
        value={typed.to}
        options={people.map(({ id, name, role }) => ({
          value: id,
          label: `${name}, ${t(`staff.role.${role}`)}`,
        }))}
      />
      <p className="text-sm text-ink-soft">{t('casework.task.toHint')}</p>
      <div>
        <Button>{t('casework.task.submit')}</Button>
      </div>
    </form>
  )
}
