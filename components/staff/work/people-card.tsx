import { SelectField } from '@/components/staff/act-fields'
import { ActForm } from '@/components/staff/act-form'
import type { ShownCase } from '@/components/staff/act-form'
import type { Kept } from '@/components/staff/case-acts'
import { Button } from '@/components/ui/button'
import { personRoles } from '@/lib/domain/people'
import type { PersonInCase } from '@/lib/domain/people'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly people: readonly PersonInCase[]
  /** Null where this person may not change them. */
  readonly shown: ShownCase | null
  readonly kept: Kept | null
  readonly t: Translate
}

/** Who is in a case and what they are in it, and the forms to say so. */
export function PeopleCard({ people, shown, kept, t }: Props) {
  return (
    <section className="card" aria-labelledby="people-title">
      <h3 id="people-title" className="card-title">
        {t('work.people.title')}
      </h3>
      {people.length === 0 ? <p className="text-ink-soft">{t('work.people.none')}</p> : null}
      <ul className="grid gap-2">
        {people.map((person) => (
          <li key={person.id} className="wrap-anywhere">
            <b>
              <bdi>{person.name ?? t('work.people.unreadable')}</bdi>
            </b>
            , {t(`work.people.role.${person.role}`).toLowerCase()}
            {shown === null ? null : <ChangeForm {...{ person, shown, t }} />}
          </li>
        ))}
      </ul>
      {shown === null ? null : <NameForm {...{ shown, kept, t }} />}
    </section>
  )
}

function ChangeForm({ person, shown, t }: { person: PersonInCase; shown: ShownCase; t: Translate }) {
  const options = personRoles.map((value) => ({ value, label: t(`work.people.role.${value}`) }))
  return (
    <details>
      <summary className="cursor-pointer text-sm text-brand">{t('work.people.change')}</summary>
      <ActForm shown={shown} act="person-role" className="mt-2 grid gap-2">
        <input type="hidden" name="person" value={person.id} />
        <SelectField
          id={`role-${person.id}`}
          name="role"
          label={t('work.people.what')}
          any={t('work.people.remove')}
          options={options}
          value={person.role}
          isRequired={false}
        />
        <div>
          <Button look="quiet">{t('work.people.save')}</Button>
        </div>
      </ActForm>
    </details>
  )
}

function NameForm({ shown, kept, t }: { shown: ShownCase; kept: Kept | null; t: Translate }) {
  const typed = kept?.form === 'person' ? kept.values : null
  return (
    <details open={typed !== null} className="mt-2 border-t border-line pt-2.5">
      <summary className="cursor-pointer font-semibold text-brand">{t('work.people.add')}</summary>
      <ActForm shown={shown} act="person" className="mt-2 grid gap-3">
        <div>
          <label className="label" htmlFor="person-name">
            {t('work.people.name')}
          </label>
          <p id="person-name-hint" className="mb-1 text-sm text-ink-soft">
            {t('work.people.nameHint')}
          </p>
          <input
            id="person-name"
            name="name"
            required
            maxLength={200}
            defaultValue={typed?.name}
            autoComplete="off"
            aria-describedby="person-name-hint"
            className="input"
          />
        </div>
        <SelectField
          id="person-role"
          name="role"
          label={t('work.people.what')}
          any={t('work.people.any')}
          options={personRoles.map((value) => ({ value, label: t(`work.people.role.${value}`) }))}
          value={typed?.role}
        />
        <div>
          <Button look="quiet">{t('work.people.submit')}</Button>
        </div>
      </ActForm>
    </details>
  )
}
