import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import { glassOutcomes } from '@/lib/domain/broken-glass'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly id: string
  readonly actorId: string
  /** What was chosen and typed before the form was refused. */
  readonly typed: Readonly<Record<string, string>>
  readonly t: Translate
}

/** What a supervisor found of a broken glass. */
export function GlassReviewForm({ id, actorId, typed, t }: Props) {
  return (
    <form
      method="post"
      action={`${staffPaths.auditGlassOf(id)}/review`}
      className="card mt-5 grid max-w-measure gap-4"
    >
      <input type="hidden" name="shown-to" value={actorId} />
      <fieldset>
        <legend className="label">{t('glass.one.decide')}</legend>
        <div className="grid gap-1.5">
          {glassOutcomes.map((outcome) => (
            <label key={outcome} className="flex cursor-pointer items-center gap-2.5">
              <input
                type="radio"
                name="outcome"
                value={outcome}
                required
                defaultChecked={typed.outcome === outcome}
                className="tick"
              />
              {t(`glass.outcome.${outcome}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <div>
        <label className="label" htmlFor="note">
          {t('glass.one.note')}
        </label>
        <p id="note-hint" className="mb-1 text-sm text-ink-soft">
          {t('glass.one.noteHint')}
        </p>
        <textarea
          id="note"
          name="note"
          rows={3}
          maxLength={5_000}
          defaultValue={typed.note}
          aria-describedby="note-hint"
          className="input"
        />
      </div>
      <div>
        <Button>{t('glass.one.submit')}</Button>
      </div>
    </form>
  )
}
