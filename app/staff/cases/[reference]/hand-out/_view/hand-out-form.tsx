import { Button } from '@/components/ui/button'
import { handOverParts } from '@/lib/domain/ways-out/hand-over-document'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly action: string
  readonly actorId: string
  /** What was chosen when the form was not taken; null where it is new. */
  readonly typed: Readonly<Record<string, string>> | null
  readonly t: Translate
}

/** Which parts of a case are in the document, and why it is made. */
export function HandOutForm({ action, actorId, typed, t }: Props) {
  const chosen = typed === null ? handOverParts : (typed.part ?? '').split('\n')
  return (
    <form method="post" action={action} className="card grid max-w-3xl gap-4">
      <input type="hidden" name="shown-to" value={actorId} />
      <fieldset aria-describedby="parts-hint">
        <legend className="label">{t('waysOut.handOut.parts')}</legend>
        <p id="parts-hint" className="mb-2 text-sm text-ink-soft">
          {t('waysOut.handOut.partsHint')}
        </p>
        <div className="grid gap-1.5">
          {handOverParts.map((part) => (
            <label key={part} className="flex cursor-pointer items-center gap-2">
              <input
                type="checkbox"
                name="part"
                value={part}
                defaultChecked={chosen.some((one) => one === part)}
                className="tick"
              />
              {t(`waysOut.part.${part}`)}
            </label>
          ))}
        </div>
      </fieldset>
      <div>
        <label className="label" htmlFor="why">
          {t('waysOut.handOut.why')}
        </label>
        <p id="why-hint" className="mb-1 text-sm text-ink-soft">
          {t('waysOut.handOut.whyHint')}
        </p>
        <textarea
          id="why"
          name="why"
          rows={3}
          required
          defaultValue={typed?.why}
          autoComplete="off"
          aria-describedby="why-hint"
          className="input"
        />
      </div>
      <fieldset>
        <legend className="label">{t('waysOut.handOut.make')}</legend>
        <div className="flex flex-wrap gap-3">
          <Button name="format" value="pdf">
            {t('waysOut.handOut.pdf')}
          </Button>
          <Button look="quiet" name="format" value="json">
            {t('waysOut.handOut.json')}
          </Button>
        </div>
        <p className="mt-2 text-sm text-ink-soft">{t('waysOut.handOut.schema')}</p>
      </fieldset>
    </form>
  )
}
