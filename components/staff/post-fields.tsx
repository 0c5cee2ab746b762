import { roles } from '@/lib/domain/words'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  /** Before every id, where a page has more than one. */
  readonly id: string
  /** District ids with their names. */
  readonly known: ReadonlyMap<string, string>
  readonly role: string | undefined
  readonly districts: readonly string[]
  readonly t: Translate
}

/** A role, and the districts a liaison officer covers. */
export function PostFields({ id, known, role, districts, t }: Props) {
  return (
    <>
      <div>
        <label className="label" htmlFor={`${id}-role`}>
          {t('accounts.one.newRole')}
        </label>
        <select id={`${id}-role`} name="role" required defaultValue={role ?? ''} className="input max-w-72">
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
      <fieldset aria-describedby={`${id}-districts-hint`}>
        <legend className="label">{t('accounts.one.districtsFor')}</legend>
        <p id={`${id}-districts-hint`} className="mb-1.5 text-sm text-ink-soft">
          {t('accounts.one.districtsHint')}
        </p>
        <div className="grid gap-x-5 gap-y-1.5 sm:grid-cols-2">
          {[...known].map(([value, name]) => (
            <label key={value} className="flex cursor-pointer items-center gap-2">
              <input
                type="checkbox"
                name="districts"
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
