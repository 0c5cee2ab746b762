import { Notice } from '@/components/ui/notice'
import { translator } from '@/lib/i18n/translate'
import { momentWords } from '@/components/journey/moment-words'
import type { Locale } from '@/lib/i18n/locales'
import type { Translate } from '@/lib/i18n/translate'
import type { FollowUpMessage } from '@/lib/queries/follow-up-messages'

interface Props {
  readonly messages: readonly FollowUpMessage[]
  /** Whether a message was sent just now. */
  readonly sent: boolean
  readonly locale: Locale
}

/** The conversation, the oldest first: who wrote, as a role, when, and whether theirs was opened. */
export function Messages({ messages, sent, locale }: Props) {
  const t = translator(locale)
  return (
    <section id="messages" aria-labelledby="messages-title">
      <h2 id="messages-title" className="mb-3 text-lg">
        {t('public.messages.title')}
      </h2>
      {sent ? (
        <div role="status" className="mb-4">
          <Notice tone="good">
            <p>{t('public.messages.sent')}</p>
          </Notice>
        </div>
      ) : null}
      {messages.length === 0 ? <p className="text-ink-soft">{t('public.messages.none')}</p> : null}
      <ol className="grid gap-4">
        {messages.map((message) => (
          <Message key={message.id} message={message} locale={locale} />
        ))}
      </ol>
    </section>
  )
}

function Message({ message, locale }: { readonly message: FollowUpMessage; readonly locale: Locale }) {
  const t = translator(locale)
  const { at, author, text } = message
  return (
    <li
      data-message={author}
      className={`rounded-lg border border-line p-4 ${author === 'staff' ? 'bg-paper-2' : ''}`.trim()}
    >
      <p className="mb-1 text-sm text-ink-soft">
        <strong className="text-ink">{writerOf(message, t)}</strong>,{' '}
        <time dateTime={at.toISOString()}>{momentWords(at, locale)}</time>
        {message.adds ? <span className="block">{t('returning.message.added')}</span> : null}
      </p>
      {text === null ? (
        <p className="text-ink-soft">{t('public.messages.unreadable')}</p>
      ) : (
        <p dir="auto" className="break-words whitespace-pre-wrap">
          {text}
        </p>
      )}
      {author === 'reporter' ? (
        <p className="mt-1 text-sm text-ink-soft">
          {t(message.readAt === null ? 'public.messages.notOpened' : 'public.messages.opened')}
        </p>
      ) : null}
    </li>
  )
}

function writerOf({ author, byRole }: FollowUpMessage, t: Translate): string {
  if (author === 'reporter') return t('public.messages.you')
  return t(byRole === 'supervisor' ? 'public.messages.supervisor' : 'public.messages.officer')
}
