import { ErrorSummary } from '@/components/ui/error-summary'
import type { Translate } from '@/lib/i18n/translate'
import { placeId } from './place-filter'

/** In place of numbers where an address asks for a district that there is not: those of all districts would mislead. */
export function PlaceProblem({ t }: { readonly t: Translate }) {
  return (
    <ErrorSummary
      title={t('insight.problem.title')}
      items={[{ target: placeId, message: t('insight.problem.unknown') }]}
      attempt={1}
    />
  )
}
