import type { Kept } from '@/components/staff/case-acts'
import type { Clock } from '@/components/staff/clock'
import { Conversation } from '@/components/staff/conversation'
import { MessageForm } from '@/components/staff/message-form'
import type { TellOfMessage } from '@/components/staff/tell-of-message'
import { currentForce } from '@/lib/config/current-force'
import { staffPaths } from '@/lib/config/paths'
import type { Actor } from '@/lib/domain/policy'
import type { CaseAction } from '@/lib/domain/role-grants'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'
import type { OpenedCase } from '@/lib/queries/open-case'
import { shownTo } from '../../../_desk/shown-to'
import { shownOnce } from '../../../_http/kept-form'
import { NewCode } from './new-code'
import { waysToSend } from './ways-to-send'

interface Props {
  readonly actor: Actor
  readonly headline: CaseHeadline
  readonly may: ReadonlySet<CaseAction>
  readonly opened: Pick<OpenedCase, 'messages' | 'reach' | 'plan'>
  /** What stands in the place of words of hatred; null where they are shown. */
  readonly folded: string | null
  readonly clock: Clock
  readonly kept: Kept | null
}

/** The conversation with the holder of the return code, or that there can be none. */
export async function CaseMessages({ actor, headline, may, opened, folded, clock, kept }: Props) {
  const { t } = clock
  const hasCode = headline.hasReturnCode
  const typed = kept?.form === 'message' ? kept.values : undefined
  return (
    <section className="card" aria-labelledby="messages-title">
      <h2 id="messages-title" className="card-title">
        {t('staff.messages.title')}
      </h2>
      {hasCode ? (
        <Conversation
          messages={opened.messages}
          waiting={headline.lastMessageFrom === 'reporter'}
          folded={folded}
          clock={clock}
        />
      ) : (
        <p className="text-ink-soft">{t('staff.messages.noCode')}</p>
      )}
      {hasCode && may.has('send-message') ? (
        <MessageForm
          shown={shownTo(actor, headline)}
          typed={typed}
          replies={currentForce().replies}
          language={headline.locale}
          tell={tellOf(opened, clock)}
          clock={clock}
        />
      ) : null}
      {hasCode && may.has('review') ? (
        <NewCode
          shown={shownTo(actor, headline)}
          code={await codeJustMade(actor, headline)}
          ticked={kept?.form === 'new-code' ? (kept.values.checked ?? '').split('\n') : null}
          changed={opened.reach.changed}
          clock={clock}
        />
      ) : null}
    </section>
  )
}

/** How they could be told of a message, where they wrote more of times than a rule can keep to. */
function tellOf({ plan, reach }: Pick<OpenedCase, 'plan' | 'reach'>, { now }: Clock): TellOfMessage | null {
  const [first] = waysToSend({ plan }, now)
  const { times } = plan
  return first === undefined || times === null ? null : { ...first, times, plan: reach.version }
}

/** A new return code that this person has just made: this page shows it, and no other does. */
async function codeJustMade(actor: Actor, { reference }: CaseHeadline): Promise<string | null> {
  return (await shownOnce(actor, staffPaths.case(reference), 'new-code'))?.values.code ?? null
}
