import { FieldError } from '@/components/ui/field-text'

interface Props {
  readonly id: string
  readonly hint?: string | undefined
  readonly error?: string | undefined
  readonly prefix: string
}

/** Under a label of the desk: what to know about the field, and what was wrong with it. */
export function FieldNotes({ id, hint, error, prefix }: Props) {
  return (
    <>
      {hint === undefined ? null : (
        <p id={`${id}-hint`} className="mb-1 text-sm text-ink-soft">
          {hint}
        </p>
      )}
      {error === undefined ? null : (
        <FieldError id={`${id}-error`} prefix={prefix}>
          {error}
        </FieldError>
      )}
    </>
  )
}
