import { KeepView } from '@/components/staff/queue/keep-view'
import { SeveralForm } from '@/components/staff/queue/several-form'
import { severalFor } from '@/lib/domain/own-queue/several'
import type { Actor } from '@/lib/domain/policy'
import type { KeptAct } from '@/lib/drafts/kept-act'
import type { Translate } from '@/lib/i18n/translate'
import type { RotaMember } from '@/lib/queries/load-rota'
import { queueWith } from '../several/_act/queue-form'

interface Props {
  readonly actor: Actor
  /** What they wrote in a form of this queue that was not taken. */
  readonly kept: KeptAct | null
  /** Query of the queue as it is shown. */
  readonly back: string
  readonly rota: readonly RotaMember[]
  /** The list is of what they have put off. */
  readonly isPutOff: boolean
  readonly isEmpty: boolean
  readonly t: Translate
}

/** Below the queue: what can be done to several of its cases, and keeping it as a view. */
export function QueueFoot({ actor, kept, back, rota, isPutOff, isEmpty, t }: Props) {
  const own = { back, actorId: actor.id, t }
  return (
    <>
      {isEmpty ? null : (
        <SeveralForm
          {...own}
          acts={severalFor(actor)}
          officers={rota.filter(({ active }) => active)}
          isPutOff={isPutOff}
          kept={kept?.form === 'several' ? kept.values : null}
        />
      )}
      <KeepView
        query={back}
        actorId={actor.id}
        name={kept?.form === 'view' ? (kept.values.name ?? '') : undefined}
        t={t}
      />
    </>
  )
}

/** The rows that were ticked when the form of several cases was refused. */
export function tickedIn(kept: KeptAct | null): ReadonlySet<string> {
  return new Set(kept?.form === 'several' ? (kept.values.case ?? '').split('\n') : [])
}

/** Leads to what somebody has put off, where there is any. */
export function PutOff({ count, t }: { readonly count: number; readonly t: Translate }) {
  if (count === 0) return null
  return <a href={queueWith('snoozed=yes')}>{t('speed.snooze.list', { count })}</a>
}
