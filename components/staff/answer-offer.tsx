import { ActForm } from '@/components/staff/act-form'
import type { ShownCase } from '@/components/staff/act-form'
import { Button } from '@/components/ui/button'
import { declineReasons } from '@/lib/domain/offers/decline-reasons'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly shown: ShownCase
  /** Query of the queue to go back to; the case itself when absent. */
  readonly back?: string
  readonly t: Translate
}

/** Yes in one press, or no in one: each reason is a button, and there is nothing to write. */
export function AnswerOffer({ shown, back, t }: Props) {
  const act = back === undefined ? { shown } : { shown, back }
  return (
    <div className="flex flex-wrap items-start gap-2">
      <ActForm {...act} act="take">
        <Button>
          {t('offer.mine.take')} <span className="sr-only">{shown.reference}</span>
        </Button>
      </ActForm>
      <details className="min-w-0">
        <summary className="button button-quiet cursor-pointer list-none">
          {t('offer.mine.decline')} <span className="sr-only">{shown.reference}</span>
        </summary>
        <ActForm {...act} act="decline" className="mt-2 grid gap-2">
          <p className="text-sm text-ink-soft">{t('offer.mine.declineLead')}</p>
          <div className="flex flex-wrap gap-2">
            {declineReasons.map((reason) => (
              <Button key={reason} look="quiet" name="reason" value={reason}>
                {t(`offer.decline.${reason}`)}
              </Button>
            ))}
          </div>
        </ActForm>
      </details>
    </div>
  )
}
