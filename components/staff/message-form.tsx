import { ReasonField } from '@/components/staff/act-fields'
import { ActForm } from '@/components/staff/act-form'
import type { ShownCase } from '@/components/staff/act-form'
import type { Clock } from '@/components/staff/clock'
import { ReplyPicker } from '@/components/staff/reply-picker'
import { TellOfMessageField } from '@/components/staff/tell-of-message'
import type { TellOfMessage } from '@/components/staff/tell-of-message'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import type { Force } from '@/lib/domain/force'
import { longestMessage } from '@/lib/domain/message'
import { repliesIn } from '@/lib/domain/own-queue/reply'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly shown: ShownCase
  /** What was written before the form was refused. */
  readonly typed: Readonly<Record<string, string>> | undefined
  /** Texts to begin with, by language, and the language the reporter used. */
  readonly replies: Force['replies']
  readonly language: string
  /** Null where nothing is to be chosen: they are told by the rules of their plan, or cannot be. */
  readonly tell: TellOfMessage | null
  readonly clock: Clock
}

/** Writes to the holder of the return code. */
export function MessageForm({ shown, typed, replies, language, tell, clock }: Props) {
  const { t } = clock
  return (
    <details open={typed !== undefined} className="mt-4 border-t border-line pt-2.5">
      <summary className="cursor-pointer font-semibold text-brand">{t('staff.messages.write')}</summary>
      <ActForm shown={shown} act="message" className="mt-2.5 grid gap-3">
        <ReplyPicker
          box="message-text"
          action={staffPaths.caseTemplate(shown.reference)}
          words={{
            label: t('speed.reply.label'),
            any: t('speed.reply.any'),
            insert: t('speed.reply.insert'),
            hint: t('speed.reply.hint'),
          }}
          groups={groupsOf(replies, language, t)}
        />
        <ReasonField
          id="message-text"
          name="text"
          label={t('staff.messages.label')}
          hint={t('staff.messages.hint', { max: longestMessage })}
          max={longestMessage}
          value={typed?.text}
        />
        {tell === null ? null : (
          <TellOfMessageField tell={tell} isTicked={typed?.tell === String(tell.plan)} clock={clock} />
        )}
        <div>
          <Button look="quiet">{t('staff.messages.submit')}</Button>
        </div>
      </ActForm>
    </details>
  )
}

/** The texts by language, the reporter's first. */
function groupsOf(replies: Force['replies'], own: string, t: Translate) {
  const languages = Object.keys(replies).sort((a, b) => Number(b === own) - Number(a === own))
  return languages.map((language) => ({
    name: t(`public.language.${language}`),
    choices: repliesIn(replies, language).map(({ id, ...choice }) => ({
      ...choice,
      name: t(`speed.reply.text.${id}`),
    })),
  }))
}
