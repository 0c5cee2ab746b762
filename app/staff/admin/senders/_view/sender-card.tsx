import { saidDay } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import type { KeptAct } from '@/lib/drafts/kept-act'
import type { ListedSender } from '@/lib/queries/list-senders'

interface Props {
  readonly sender: ListedSender
  /** What was typed before a form was not taken. */
  readonly kept: KeptAct['values'] | undefined
  readonly clock: Clock
}

/** One sender with its keys: the names that it calls them by, and forms to add and stop them. */
export function SenderCard({ sender, kept, clock }: Props) {
  const { t } = clock
  const isStopped = sender.stoppedAt !== null
  return (
    <article className="card grid gap-3" aria-labelledby={`sender-${sender.id}`}>
      <header className="flex flex-wrap items-baseline justify-between gap-x-4 gap-y-1">
        <h3 id={`sender-${sender.id}`} className="font-semibold">
          {sender.name}
        </h3>
        <p className="text-sm text-ink-soft">
          {sender.stoppedAt === null
            ? t(`referral.senders.channels.${sender.channel}`)
            : t('referral.senders.stopped', { day: saidDay(sender.stoppedAt, clock) })}
        </p>
      </header>
      <ul className="grid gap-2">
        {sender.keys.map((key) => (
          <KeyRow key={key.id} held={key} mayStop={!isStopped} clock={clock} />
        ))}
      </ul>
      {sender.keys.length === 0 ? <p className="text-ink-soft">{t('referral.senders.noKeys')}</p> : null}
      {isStopped ? null : (
        <>
          <form method="post" action={staffPaths.sendersChange} className="flex flex-wrap items-end gap-2">
            <input type="hidden" name="act" value="add-key" />
            <input type="hidden" name="id" value={sender.id} />
            <div className="min-w-0 grow">
              <label className="label" htmlFor={`key-${sender.id}`}>
                {t('referral.senders.key')}
              </label>
              <input
                id={`key-${sender.id}`}
                name="key"
                autoComplete="off"
                spellCheck={false}
                maxLength={60}
                required
                defaultValue={kept?.act === 'add-key' && kept.id === sender.id ? kept.key : undefined}
                className="input font-mono"
              />
            </div>
            <Button look="quiet">{t('referral.senders.addKey')}</Button>
          </form>
          <form method="post" action={staffPaths.sendersChange}>
            <input type="hidden" name="act" value="stop" />
            <input type="hidden" name="id" value={sender.id} />
            <Button look="danger">{t('referral.senders.stop', { name: sender.name })}</Button>
          </form>
        </>
      )}
    </article>
  )
}

interface RowProps {
  readonly held: ListedSender['keys'][number]
  readonly mayStop: boolean
  readonly clock: Clock
}

function KeyRow({ held, mayStop, clock }: RowProps) {
  const { t } = clock
  return (
    <li className="flex flex-wrap items-center justify-between gap-2 border-b border-line pb-2">
      <span className="min-w-0">
        <span className="block font-mono text-sm break-all">{held.id}</span>
        <span className="block text-sm text-ink-soft">
          {t(held.stoppedAt === null ? 'referral.senders.keySince' : 'referral.senders.keyStopped', {
            day: saidDay(held.stoppedAt ?? held.madeAt, clock),
          })}{' '}
          <span className="font-mono break-all">{held.publicKey}</span>
        </span>
      </span>
      {held.stoppedAt === null && mayStop ? (
        <form method="post" action={staffPaths.sendersChange}>
          <input type="hidden" name="act" value="stop-key" />
          <input type="hidden" name="id" value={held.id} />
          <Button look="quiet">
            {t('referral.senders.stopKey')} <span className="sr-only">{held.id}</span>
          </Button>
        </form>
      ) : null}
    </li>
  )
}
