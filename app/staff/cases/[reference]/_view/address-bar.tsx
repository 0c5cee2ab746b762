import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import type { Translate } from '@/lib/i18n/translate'
import type { OpenedCase } from '@/lib/queries/open-case'

interface Props {
  readonly reference: string
  readonly address: OpenedCase['address']
  readonly t: Translate
}

/** That there is an address and how to see it, or that it is shown this once. */
export function AddressBar({ reference, address, t }: Props) {
  if (address === 'none') return null
  if (address === 'shown') {
    return (
      <p role="status" data-shown-once="" className="notice py-2">
        {t('accounts.reveal.shown')}
      </p>
    )
  }
  return (
    <section
      aria-label={t('accounts.reveal.title')}
      className="card flex flex-wrap items-center gap-x-6 gap-y-2"
    >
      <p className="min-w-60 flex-1 text-ink-soft">{t('accounts.reveal.lead')}</p>
      <form method="post" action={staffPaths.caseAction(reference, 'reveal')}>
        <Button look="quiet">{t('accounts.reveal.show')}</Button>
      </form>
    </section>
  )
}
