import type { ReactNode } from 'react'
import { Button } from '@/components/ui/button'
import { FieldError, Hint } from '@/components/ui/field-text'
import { newMessageToken } from '@/lib/commands/write-message'
import { publicPaths } from '@/lib/config/paths'
import { longestMessage } from '@/lib/domain/message'
import { translator } from '@/lib/i18n/translate'
import { numbers, readingHours } from '../../_shell/force-words'
import type { DangerAnswer } from '@/lib/domain/danger/says-danger'
import type { FollowUp } from '@/lib/drafts/draft'
import type { Locale } from '@/lib/i18n/locales'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly attempt: FollowUp['attempt']
  readonly locale: Locale
}

/** What is wrong with a message that could not be taken, in words; of one that says somebody is in danger, also whether we know of that. */
export function messageError(attempt: FollowUp['attempt'], locale: Locale): string | undefined {
  if (attempt === null) return undefined
  const t = translator(locale)
  if (attempt.error === 'ended') return t('returning.message.ended')
  const values = { max: longestMessage, length: attempt.text.length, ...numbers() }
  return attempt.told
    ? t(`returning.message.notSent.${attempt.error}`, values)
    : t(`public.messages.error.${attempt.error}`, values)
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
      <Tick name="adds" checked={attempt?.adds === true}>
        {t('returning.message.adds')}
      </Tick>
      <DangerQuestion answer={attempt?.danger ?? null} t={t} />
      <Button>{t('public.messages.send')}</Button>
    </form>
  )
}

function Tick(props: { readonly name: string; readonly checked: boolean; readonly children: ReactNode }) {
  return (
    <label className="flex cursor-pointer items-center gap-3">
      <input
        type="checkbox"
        name={props.name}
        value="yes"
        defaultChecked={props.checked}
        autoComplete="off"
        className="tick"
      />
      <span>{props.children}</span>
    </label>
  )
}

/** One question beside the box, which nobody has to answer and which holds nothing back. */
function DangerQuestion({ answer, t }: { readonly answer: DangerAnswer; readonly t: Translate }) {
  return (
    <fieldset aria-describedby="danger-hint">
      <legend className="mb-1 text-lg leading-tight font-semibold">{t('returning.message.danger')}</legend>
      <Hint id="danger-hint">{t('returning.message.dangerHint', numbers())}</Hint>
      <div className="flex flex-wrap gap-x-8 gap-y-3">
        {(['yes', 'no'] as const).map((value) => (
          <label key={value} className="flex cursor-pointer items-center gap-3">
            <input
              type="radio"
              name="danger"
              value={value}
              defaultChecked={answer === value}
              autoComplete="off"
              className="tick"
            />
            <span>{t(`returning.message.${value}`)}</span>
          </label>
        ))}
      </div>
    </fieldset>
  )
}
