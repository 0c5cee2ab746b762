import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { PlainText } from '@/components/staff/plain-text'
import type { MessageAuthor } from '@/lib/domain/message'

/** One message with the return code. `text` is null when it cannot be opened. */
interface Message {
  readonly id: string
  readonly at: Date
  readonly author: MessageAuthor
  readonly who: string | null
  readonly readAt: Date | null
  readonly adds: boolean
  readonly text: string | null
}

interface Props {
  readonly messages: readonly Message[]
  /** Whether the last word is the reporter's. */
  readonly waiting: boolean
  /** What stands in the place of words of hatred; null where they are shown. */
  readonly folded: string | null
  readonly clock: Clock
}

/** What was written with the return code, the oldest first. */
export function Conversation({ messages, waiting, folded, clock }: Props) {
  const { t } = clock
  // A file is a last word without being a message.
  const isFile = waiting && messages.at(-1)?.author !== 'reporter'
  if (messages.length === 0 && !isFile) return <p className="text-ink-soft">{t('staff.messages.none')}</p>
  return (
    <>
      {waiting ? (
        <p className="mb-2 font-bold text-warn">
          {t(isFile ? 'staff.messages.fileWaiting' : 'staff.messages.waiting')}
        </p>
      ) : null}
      <ol className="grid gap-3">
        {messages.map((message) => (
          <li key={message.id} data-message={message.author} className="border-s-2 border-line ps-3">
            <p>
              <b>{message.author === 'staff' ? message.who : t('staff.messages.them')}</b>{' '}
              <time dateTime={message.at.toISOString()} className="text-sm whitespace-nowrap text-ink-soft">
                {saidTime(message.at, clock)}
              </time>{' '}
              <small className="text-ink-soft">{readWords(message, clock)}</small>
              {message.adds ? <small className="block">{t('staff.messages.adds')}</small> : null}
            </p>
            <blockquote className="mt-1 rounded-md bg-paper-2 px-3 py-2">
              {message.text === null ? (
                t('staff.messages.unreadable')
              ) : (
                <PlainText folded={folded}>{message.text}</PlainText>
              )}
            </blockquote>
          </li>
        ))}
      </ol>
    </>
  )
}

/** Whether what we wrote was read, and whether what they wrote is new to all of us. */
function readWords({ author, readAt }: Message, clock: Clock): string {
  const { t } = clock
  if (author === 'reporter') return readAt === null ? t('staff.messages.new') : ''
  return readAt === null
    ? t('staff.messages.unread')
    : t('staff.messages.read', { at: saidTime(readAt, clock) })
}
