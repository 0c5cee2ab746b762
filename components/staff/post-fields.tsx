import { FieldNotes } from '@/components/staff/field-notes'
import { describedBy } from '@/components/staff/field-problem'
import { roles } from '@/lib/domain/words'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  /** Before every id, where a page has more than one. */
  readonly id: string
  /** District ids with their names. */
  readonly known: ReadonlyMap<string, string>
  readonly role: string | undefined
  readonly districts: readonly string[]
  /** What was wrong with them. */
  readonly errors?: { readonly role?: string | undefined; readonly districts?: string | undefined }
  readonly t: Translate
}

/** A role, and the districts a liaison officer covers. */
export function PostFields({ id, known, role, districts, errors = {}, t }: Props) {
  const prefix = t('signIn.errorPrefix')
  return (
    <>
      <div>
        <label className="label" htmlFor={`${id}-role`}>
          {t('accounts.one.newRole')}
        </label>
        <FieldNotes id={`${id}-role`} error={errors.role} prefix={prefix} />
        <select
          id={`${id}-role`}
          name="role"
          required
          defaultValue={role ?? ''}
          className="input max-w-72"
          aria-describedby={describedBy(`${id}-role`, { error: errors.role !== undefined })}
          aria-invalid={errors.role === undefined ? undefined : true}
        >
          <option value="" disabled>
            {t('accounts.invite.chooseRole')}
          </option>
          {roles.map((each) => (
            <option key={each} value={each}>
              {t(`staff.role.${each}`)}
            </option>
          ))}
        </select>
      </div>
      <fieldset
        aria-describedby={describedBy(`${id}-districts`, {
          hint: true,
          error: errors.districts !== undefined,
        })}
      >
        <legend className="label">{t('accounts.one.districtsFor')}</legend>
        <FieldNotes
          id={`${id}-districts`}
          hint={t('accounts.one.districtsHint')}
          error={errors.districts}
          prefix={prefix}
        />
        <div className="grid gap-x-5 gap-y-1.5 sm:grid-cols-2">
          {[...known].map(([value, name], index) => (
            <label key={value} className="flex cursor-pointer items-center gap-2">
              <input
                id={index === 0 ? `${id}-districts` : undefined}
                type="checkbox"
                name="districts"
                aria-invalid={errors.districts === undefined ? undefined : true}
                value={value}
                defaultChecked={districts.includes(value)}
                className="tick"
              />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
    </>
  )
}
