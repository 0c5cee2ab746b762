import { ReasonField } from '@/components/staff/act-fields'
import { noteNatures } from '@/lib/domain/note-nature'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  /** What was typed or chosen before the form was refused. */
  readonly typed: (name: string) => string | undefined
  readonly t: Translate
}

/** A note, and whether it is known, thought or heard. */
export function NoteFields({ typed, t }: Props) {
  const chosen = typed('nature') ?? noteNatures[0]
  return (
    <>
      <fieldset aria-describedby="note-nature-hint">
        <legend className="label">{t('casework.nature.label')}</legend>
        <p id="note-nature-hint" className="mb-1 text-sm text-ink-soft">
          {t('casework.nature.hint')}
        </p>
        <div className="grid gap-1.5">
          {noteNatures.map((nature) => (
            <label key={nature} className="flex cursor-pointer items-center gap-2">
              <input
                type="radio"
                name="nature"
                value={nature}
                defaultChecked={chosen === nature}
                className="tick"
              />
              {t(`casework.nature.option.${nature}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <ReasonField
        id="note-text"
        name="text"
        label={t('staff.act.noteLabel')}
        hint={t('staff.act.noteHint')}
        value={typed('text')}
      />
    </>
  )
}
