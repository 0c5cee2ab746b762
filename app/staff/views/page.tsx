import { Button } from '@/components/ui/button'
import { requireEntrance } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { longestName } from '@/lib/domain/own-queue/saved-view'
import type { SavedView } from '@/lib/domain/own-queue/saved-view'
import { translator } from '@/lib/i18n/translate'
import type { Translate } from '@/lib/i18n/translate'
import { ownDesk } from '@/lib/queries/own-desk'
import { DeskPage } from '../_desk/desk-page'
import { DoneNotice } from '../_desk/done-notice'
import { KeptNotice } from '../_desk/kept-notice'
import { keptForm } from '../_http/kept-form'
import { queueWith } from '../several/_act/queue-form'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** One's own views of the queue, to open, rename and take away. */
export default async function ViewsPage({ searchParams }: Props) {
  const actor = await requireEntrance('queue')
  const [{ views }, kept, query] = await Promise.all([
    ownDesk(actor),
    keptForm(actor, staffPaths.views),
    searchParams,
  ])
  const t = translator('en')
  const written = (id: string) => (kept?.values.id === id ? kept.values.name : undefined)
  return (
    <DeskPage actor={actor} here="views" title={t('speed.views.title')} problem={query.problem !== undefined}>
      <div className="max-w-measure px-4 py-4 md:px-6">
        <h1 className="mb-3 text-xl">{t('speed.views.title')}</h1>
        <DoneNotice query={query} own="speed" t={t} />
        <KeptNotice query={query} kept={kept} t={t} />
        {views.length === 0 ? <p className="card text-ink-soft">{t('speed.views.none')}</p> : null}
        <ul className="grid gap-3">
          {views.map((view) => (
            <OneView key={view.id} view={view} written={written(view.id)} actorId={actor.id} t={t} />
          ))}
        </ul>
        <p className="mt-4">
          <a href={staffPaths.queue}>{t('speed.views.back')}</a>
        </p>
      </div>
    </DeskPage>
  )
}

interface OneProps {
  readonly view: SavedView
  readonly written: string | undefined
  readonly actorId: string
  readonly t: Translate
}

function OneView({ view: { id, name, query }, written, actorId, t }: OneProps) {
  return (
    <li className="card grid gap-2">
      <a href={queueWith(query)} className="font-semibold wrap-break-word">
        <bdi>{name}</bdi>
      </a>
      <form method="post" action={staffPaths.viewsChange} className="flex flex-wrap items-end gap-2">
        <input type="hidden" name="shown-to" value={actorId} />
        <input type="hidden" name="id" value={id} />
        <input
          name="name"
          aria-label={t('speed.views.renameLabel', { name })}
          maxLength={longestName}
          autoComplete="off"
          defaultValue={written ?? name}
          className="input max-w-72 min-w-0"
        />
        <Button look="quiet" name="act" value="rename">
          {t('speed.views.rename')} <span className="sr-only">{name}</span>
        </Button>
        <Button look="quiet" name="act" value="remove">
          {t('speed.views.remove')} <span className="sr-only">{name}</span>
        </Button>
      </form>
    </li>
  )
}
