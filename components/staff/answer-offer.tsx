import { ActForm } from '@/components/staff/act-form'
import type { ShownCase } from '@/components/staff/act-form'
import { Button } from '@/components/ui/button'
import { declineReasons, isConflict } from '@/lib/domain/offers/decline-reasons'
import type { DeclineReason } from '@/lib/domain/offers/decline-reasons'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly shown: ShownCase
  /** Query of the queue to go back to; the case itself when absent. */
  readonly back?: string
  readonly t: Translate
}

/**
 * Yes in one press, or no in one: each reason is a button, and there is nothing to write. The one that cannot be taken back stands apart, and
 * says first what comes of it.
 */
export function AnswerOffer({ shown, back, t }: Props) {
  const act = back === undefined ? { shown } : { shown, back }
  const button = (reason: DeclineReason) => (
    <Button key={reason} look="quiet" name="reason" value={reason}>
      {t(`offer.decline.${reason}`)}
    </Button>
  )
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
            {declineReasons.filter((reason) => !isConflict(reason)).map(button)}
          </div>
          <details className="mt-2 border-t border-line pt-2">
            <summary className="inline-block cursor-pointer py-1.5 font-semibold">
              {t('offer.mine.know')}
            </summary>
            <p className="my-2 text-sm">{t('offer.mine.knowLead')}</p>
            {declineReasons.filter(isConflict).map(button)}
          </details>
        </ActForm>
      </details>
    </div>
  )
}
