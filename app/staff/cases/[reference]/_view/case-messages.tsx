import type { Kept } from '@/components/staff/case-acts'
import type { Clock } from '@/components/staff/clock'
import { Conversation } from '@/components/staff/conversation'
import { currentForce } from '@/lib/config/current-force'
import { MessageForm } from '@/components/staff/message-form'
import type { Actor } from '@/lib/domain/policy'
import type { CaseAction } from '@/lib/domain/role-grants'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'
import type { OpenedMessage } from '@/lib/queries/open-messages'
import { shownTo } from '../../../_desk/shown-to'

interface Props {
  readonly actor: Actor
  readonly headline: CaseHeadline
  readonly may: ReadonlySet<CaseAction>
  readonly messages: readonly OpenedMessage[]
  readonly clock: Clock
  readonly kept: Kept | null
}

/** The conversation with the holder of the return code, or that there can be none. */
export function CaseMessages({ actor, headline, may, messages, clock, kept }: Props) {
  const { t } = clock
  const hasCode = headline.hasReturnCode
  const typed = kept?.form === 'message' ? kept.values.text : undefined
  return (
    <section className="card" aria-labelledby="messages-title">
      <h2 id="messages-title" className="card-title">
        {t('staff.messages.title')}
      </h2>
      {hasCode ? (
        <Conversation messages={messages} waiting={headline.lastMessageFrom === 'reporter'} clock={clock} />
      ) : (
        <p className="text-ink-soft">{t('staff.messages.noCode')}</p>
      )}
      {hasCode && may.has('send-message') ? (
        <MessageForm
          shown={shownTo(actor, headline)}
          typed={typed}
          replies={currentForce().replies}
          language={headline.locale}
          t={t}
        />
      ) : null}
    </section>
  )
}
