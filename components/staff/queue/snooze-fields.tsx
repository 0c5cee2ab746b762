import { SelectField } from '@/components/staff/act-fields'
import { snoozeLengths, snoozeReasons } from '@/lib/domain/own-queue/snooze'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  /** Before every id, where a page has more than one. */
  readonly id: string
  /** What was chosen before the form was refused. */
  readonly kept: Readonly<Record<string, string>>
  /** Not where the form has other buttons, which need neither. */
  readonly isRequired: boolean
  readonly t: Translate
}

/** Why a case is put off, and until when. */
export function SnoozeFields({ id, kept, isRequired, t }: Props) {
  return (
    <>
      <SelectField
        id={`${id}-reason`}
        name="reason"
        label={t('speed.snooze.why')}
        any={t('speed.snooze.whyAny')}
        value={kept.reason}
        isRequired={isRequired}
        options={snoozeReasons.map((value) => ({ value, label: t(`speed.snooze.reason.${value}`) }))}
      />
      <SelectField
        id={`${id}-length`}
        name="length"
        label={t('speed.snooze.for')}
        any={t('speed.snooze.forAny')}
        value={kept.length}
        isRequired={isRequired}
        options={snoozeLengths.map((value) => ({ value, label: t(`speed.snooze.length.${value}`) }))}
      />
    </>
  )
}
