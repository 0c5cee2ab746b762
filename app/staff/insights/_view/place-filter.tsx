import { ChoiceChip } from '@/components/staff/choice-chip'
import { Button } from '@/components/ui/button'
import { nowhere } from '@/lib/domain/queue-filters'
import type { Translate } from '@/lib/i18n/translate'
import { districtNames } from '../../_desk/clock'

export const placeId = 'insight-district'

interface Props {
  readonly place: string | null
  /** Whether the address asks for a district that there is not. */
  readonly isWrong: boolean
  /** The page that is narrowed. */
  readonly action: string
  readonly t: Translate
}

/** Narrows a page of insight to one district. The choice is in the address, so that a view can be kept. */
export function PlaceFilter({ place, isWrong, action, t }: Props) {
  const options = [...districtNames()].map(([value, label]) => ({ value, label }))
  return (
    <form method="get" action={action} className="flex flex-wrap items-center gap-2">
      <ChoiceChip
        id={placeId}
        name="district"
        label={t('insight.place')}
        any={t('insight.anyPlace')}
        value={place ?? undefined}
        options={[...options, { value: nowhere, label: t('staff.queue.noDistrict') }]}
        isWrong={isWrong}
      />
      <Button look="quiet">{t('insight.show')}</Button>
    </form>
  )
}
