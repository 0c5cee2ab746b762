import type { Translate } from '@/lib/i18n/translate'

interface Props {
  /** The part of the address it is. */
  readonly name: string
  readonly id: string
  readonly label: string
  readonly value: string
  /** What is wrong with it, in words. */
  readonly problem: string | undefined
  readonly t: Translate
}

/** A month to type: text, because not every browser draws a field for months, and what was typed has to stay. */
export function MonthField({ name, id, label, value, problem, t }: Props) {
  return (
    <div className="grid gap-0.5">
      <label htmlFor={id} className="text-sm">
        {label}
      </label>
      <input
        id={id}
        name={name}
        defaultValue={value}
        inputMode="numeric"
        autoComplete="off"
        size={9}
        placeholder={t('figures.monthHint')}
        aria-invalid={problem === undefined ? undefined : true}
        aria-describedby={problem === undefined ? undefined : 'problem'}
        className="chip w-36"
      />
    </div>
  )
}
