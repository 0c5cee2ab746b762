import { staffPaths } from '@/lib/config/paths'
import { parseReference } from '@/lib/domain/reference'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly query: Readonly<Record<string, string | string[] | undefined>>
  readonly t: Translate
}

/** Says which case a referral is: one that was made now, or one there was. */
export function ReferralDone({ query: { recorded, known }, t }: Props) {
  const given = typeof recorded === 'string' ? recorded : known
  const reference = typeof given === 'string' ? parseReference(given) : null
  if (reference === null) return null
  return (
    <p role="status" className="notice tone-good mb-4 py-2">
      {t(typeof recorded === 'string' ? 'referral.file.recorded' : 'referral.file.known')}{' '}
      <a href={staffPaths.case(reference)} className="font-mono font-bold">
        {reference}
      </a>
    </p>
  )
}
