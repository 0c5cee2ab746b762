import { PlainText } from '@/components/staff/plain-text'
import type { NoteNature } from '@/lib/domain/note-nature'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly note: string
  readonly nature: NoteNature
  /** What stands in the place of words of hatred; left out where they are shown as they were written. */
  readonly folded?: string | null
  readonly t: Translate
}

/** What somebody wrote in a history. What is known says so; what is thought or heard looks different as well. */
export function NoteQuote({ note, nature, folded = null, t }: Props) {
  const look =
    nature === 'opinion' || nature === 'heard' ? 'border border-dashed border-ink-soft' : 'bg-paper-2'
  return (
    <blockquote
      className={`mt-1 rounded-md px-3 py-2 wrap-anywhere ${look}`}
      data-nature={nature === 'work' ? undefined : nature}
    >
      {nature === 'work' ? null : (
        <p className="text-sm font-semibold">{t(`casework.nature.mark.${nature}`)}</p>
      )}
      <PlainText folded={folded}>{note}</PlainText>
    </blockquote>
  )
}
