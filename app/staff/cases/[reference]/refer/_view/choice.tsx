import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly name: 'way' | 'by'
  readonly values: readonly string[]
  readonly typed: string | undefined
  readonly t: Translate
}

/** One of a few codes of a consent, none chosen beforehand. */
export function Choice({ name, values, typed, t }: Props) {
  return (
    <fieldset>
      <legend className="label">{t(`waysOut.refer.${name}.label`)}</legend>
      <div className="grid gap-1.5">
        {values.map((value) => (
          <label key={value} className="flex cursor-pointer items-center gap-2">
            <input
              type="radio"
              name={name}
              value={value}
              required
              defaultChecked={typed === value}
              className="tick"
            />
            {t(`waysOut.refer.${name}.${value}`)}
          </label>
        ))}
      </div>
    </fieldset>
  )
}
