import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly id: string
  readonly value: string | undefined
  /** It names no case that can be worked on. */
  readonly isWrong: boolean
  readonly t: Translate
}

/** The reference of another case, as it is typed or pasted. */
export function OtherCaseField({ id, value, isWrong, t }: Props) {
  return (
    <div>
      <label className="label" htmlFor={id}>
        {t('work.reference')}
      </label>
      <p id={`${id}-hint`} className="mb-1 text-sm text-ink-soft">
        {t('work.referenceHint')}
      </p>
      <input
        id={id}
        name="other"
        required
        maxLength={40}
        defaultValue={value}
        autoComplete="off"
        autoCapitalize="characters"
        spellCheck={false}
        aria-invalid={isWrong || undefined}
        aria-describedby={`${id}-hint`}
        className="input max-w-[16rem]"
      />
    </div>
  )
}
