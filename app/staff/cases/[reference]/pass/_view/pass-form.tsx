import { Button } from '@/components/ui/button'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly action: string
  readonly actorId: string
  /** Those that do not have it yet. */
  readonly forces: readonly { readonly id: string; readonly name: string }[]
  readonly hasKeys: boolean
  /** What was chosen when the form was not taken. */
  readonly typed: Readonly<Record<string, string>>
  readonly t: Translate
}

/** To which force a case is passed, and why: at once, or as a file. */
export function PassForm({ action, actorId, forces, hasKeys, typed, t }: Props) {
  if (!hasKeys) return <p className="card max-w-3xl">{t('waysOut.pass.noKeys')}</p>
  if (forces.length === 0) return <p className="card max-w-3xl">{t('waysOut.pass.none')}</p>
  return (
    <form method="post" action={action} className="card grid max-w-3xl gap-4">
      <input type="hidden" name="shown-to" value={actorId} />
      <fieldset>
        <legend className="label">{t('waysOut.pass.to')}</legend>
        <div className="grid gap-1.5">
          {forces.map(({ id, name }) => (
            <label key={id} className="flex cursor-pointer items-center gap-2">
              <input
                type="radio"
                name="to"
                value={id}
                required
                defaultChecked={typed.to === id}
                className="tick"
              />
              {name}
            </label>
          ))}
        </div>
      </fieldset>
      <div>
        <label className="label" htmlFor="why">
          {t('waysOut.pass.why')}
        </label>
        <p id="why-hint" className="mb-1 text-sm text-ink-soft">
          {t('waysOut.pass.whyHint')}
        </p>
        <textarea
          id="why"
          name="why"
          rows={3}
          required
          defaultValue={typed.why}
          autoComplete="off"
          aria-describedby="why-hint"
          className="input"
        />
      </div>
      <div className="flex flex-wrap gap-3">
        <Button name="way" value="sent">
          {t('waysOut.pass.send')}
        </Button>
        <Button look="quiet" name="way" value="file" aria-describedby="file-more">
          {t('waysOut.pass.file')}
        </Button>
      </div>
      <p id="file-more" className="text-sm text-ink-soft">
        {t('waysOut.pass.fileMore')}
      </p>
    </form>
  )
}
