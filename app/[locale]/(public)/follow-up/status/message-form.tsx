import { Button } from '@/components/ui/button'
import { FieldError, Hint } from '@/components/ui/field-text'
import { newMessageToken } from '@/lib/commands/write-message'
import { publicPaths } from '@/lib/config/paths'
import { longestMessage } from '@/lib/domain/message'
import { translator } from '@/lib/i18n/translate'
import { numbers, readingHours } from '../../_shell/force-words'
import type { FollowUp } from '@/lib/drafts/draft'
import type { Locale } from '@/lib/i18n/locales'

interface Props {
  readonly attempt: FollowUp['attempt']
  readonly locale: Locale
}

/** What is wrong with a message that could not be taken, in words. */
export function messageError(attempt: FollowUp['attempt'], locale: Locale): string | undefined {
  if (attempt === null) return undefined
  return translator(locale)(`public.messages.error.${attempt.error}`, {
    max: longestMessage,
    length: attempt.text.length,
    ...numbers(),
  })
}

/** Writes to us with a return code. The token makes a form that is sent twice one message. */
export function MessageForm({ attempt, locale }: Props) {
  const t = translator(locale)
  const error = messageError(attempt, locale)
  return (
    <form
      method="post"
      action={`${publicPaths.followUp(locale)}/message`}
      className="grid justify-items-start gap-4"
    >
      <input type="hidden" name="token" value={newMessageToken()} />
      <div className="w-full">
        <label htmlFor="message" className="mb-1 block text-lg leading-tight font-semibold">
          {t('public.messages.label')}
        </label>
        <Hint id="message-hint">
          {t('public.messages.hint', {
            max: longestMessage,
            hours: readingHours(t, locale),
            ...numbers(),
          })}
        </Hint>
        {error === undefined ? null : (
          <FieldError id="message-error" prefix={t('public.form.error-prefix')}>
            {error}
          </FieldError>
        )}
        <textarea
          id="message"
          name="message"
          dir="auto"
          rows={6}
          autoComplete="off"
          className="input min-h-36"
          defaultValue={attempt?.text}
          aria-describedby={error === undefined ? 'message-hint' : 'message-hint message-error'}
          aria-invalid={error === undefined ? undefined : true}
        />
      </div>
      <Button>{t('public.messages.send')}</Button>
    </form>
  )
}
