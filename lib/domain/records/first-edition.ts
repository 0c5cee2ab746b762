import type { Disposition } from '../force-endings'
import { submissionKinds } from '../words'
import type { RecordTypeContent } from './record-type'

/** From long before anything was received. */
const always = '2000-01-01'

/**
 * The endings of a force's own data as the first versions of each: what holds until supervisors decide otherwise. `words` gives the label of an
 * ending in English.
 */
export function firstEdition(
  dispositions: readonly Disposition[],
  words: (disposition: string) => { readonly label: string; readonly hint: string | null },
): readonly RecordTypeContent[] {
  return dispositions.map((one, position) => {
    const { label, hint } = words(one.id)
    return {
      disposition: one.id,
      position: position + 1,
      labels: { en: label },
      hints: hint === null ? {} : { en: hint },
      kinds: one.kinds ?? submissionKinds,
      supervisorOnly: one.supervisorOnly === true,
      asksReason: one.asksReason ?? true,
      asksReview: one.asksReview === true,
      subjectData: one.subjectData ?? 'keep',
      from: one.from ?? always,
      until: one.until ?? null,
    }
  })
}
