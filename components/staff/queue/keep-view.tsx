import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import { longestName, mostViews } from '@/lib/domain/own-queue/saved-view'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  /** Query of the queue as it is shown. */
  readonly query: string
  readonly actorId: string
  /** The name that was written before the form was refused. */
  readonly name: string | undefined
  readonly t: Translate
}

/** Keeps what the queue is narrowed to under a name. */
export function KeepView({ query, actorId, name, t }: Props) {
  return (
    <details open={name !== undefined} className="card mt-3">
      <summary className="cursor-pointer font-semibold text-brand">{t('speed.views.keep')}</summary>
      <p className="mt-1 mb-3 text-sm text-ink-soft">{t('speed.views.lead', { most: mostViews })}</p>
      <form method="post" action={staffPaths.viewsAdd(query)} className="grid gap-2">
        <input type="hidden" name="shown-to" value={actorId} />
        <div>
          <label className="label" htmlFor="view-name">
            {t('speed.views.name')}
          </label>
          <p id="view-name-hint" className="mb-1 text-sm text-ink-soft">
            {t('speed.views.nameHint', { max: longestName })}
          </p>
          <input
            id="view-name"
            name="name"
            required
            maxLength={longestName}
            autoComplete="off"
            defaultValue={name}
            aria-describedby="view-name-hint"
            className="input max-w-72"
          />
        </div>
        <div>
          <Button look="quiet">{t('speed.views.submit')}</Button>
        </div>
      </form>
    </details>
  )
}
