import { severalFormId } from '@/components/staff/queue/several-form'
import { tickOf } from '@/lib/domain/many-cases'
import type { TickedCase } from '@/lib/domain/many-cases'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly one: TickedCase
  /** What was ticked before the form was refused. */
  readonly ticked: ReadonlySet<string>
  readonly t: Translate
}

/** The tick box of one row of the queue, for what is done to several. */
export function RowTick({ one, ticked, t }: Props) {
  const value = tickOf(one)
  return (
    <label className="relative me-2 inline-flex min-h-6 min-w-6 cursor-pointer align-middle">
      <span className="sr-only">{t('speed.several.tick', { reference: one.reference })}</span>
      <input
        type="checkbox"
        form={severalFormId}
        name="case"
        value={value}
        defaultChecked={ticked.has(value)}
        className="tick"
        data-tick
      />
    </label>
  )
}
