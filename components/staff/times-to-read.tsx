import { PlainText } from '@/components/staff/plain-text'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  /** What they wrote of times; null where they wrote nothing. */
  readonly times: string | null
  readonly t: Translate
}

/** What somebody wrote of times, beside whatever would send something to them: no rule keeps to it, whoever sends it does. */
export function TimesToRead({ times, t }: Props) {
  if (times === null) return null
  return (
    <p data-times-to-read="" className="notice tone-warn py-2">
      {t('outbound.form.times')} <PlainText>{times}</PlainText>
    </p>
  )
}
