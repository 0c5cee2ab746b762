import { Button } from '@/components/ui/button'
import { Notice } from '@/components/ui/notice'
import { momentWords } from '@/components/journey/moment-words'
import { publicPaths } from '@/lib/config/paths'
import { agreementAnswers, daysToChange, mayAnswer } from '@/lib/domain/agreement'
import { translator } from '@/lib/i18n/translate'
import type { Locale } from '@/lib/i18n/locales'
import type { FollowUpAgreement } from '@/lib/queries/follow-up-agreement'

interface Props {
  readonly agreement: FollowUpAgreement | null
  readonly now: Date
  readonly locale: Locale
}

/** What was agreed, and once the case is closed whether it happened: two buttons of the same look, one press, which can be taken back. */
export function Agreed({ agreement, now, locale }: Props) {
  if (agreement === null) return null
  const t = translator(locale)
  const { id, madeAt, text, askedAt, answer } = agreement
  return (
    <section id="agreed" aria-labelledby="agreed-title" className="grid gap-4">
      <h2 id="agreed-title" className="text-lg">
        {t('returning.agreed.title')}
      </h2>
      <blockquote className="rounded-lg border border-line p-4">
        <p className="mb-1 text-sm text-ink-soft">
          {t('returning.agreed.at', { at: momentWords(madeAt, locale) })}
        </p>
        <p dir="auto" className="break-words whitespace-pre-wrap">
          {text ?? t('public.messages.unreadable')}
        </p>
      </blockquote>
      {askedAt === null ? null : answer === null ? null : (
        <div role="status">
          <Notice>
            <p>{t(`returning.agreed.said.${answer}`)}</p>
          </Notice>
        </div>
      )}
      {mayAnswer(agreement, now) ? (
        <form
          method="post"
          action={publicPaths.agreedAnswer(locale)}
          className="grid gap-3"
          aria-describedby="agreed-hint"
        >
          <input type="hidden" name="agreement" value={id} />
          <p className="font-semibold">{t('returning.agreed.ask')}</p>
          <p id="agreed-hint" className="text-ink-soft">
            {t('returning.agreed.hint', { days: daysToChange })}
          </p>
          <div className="flex flex-wrap gap-4">
            {agreementAnswers.map((value) => (
              <Button
                key={value}
                look="quiet"
                name="answer"
                value={value}
                aria-pressed={answer === null ? undefined : answer === value}
              >
                {t(`returning.agreed.answer.${value}`)}
              </Button>
            ))}
          </div>
        </form>
      ) : null}
    </section>
  )
}
