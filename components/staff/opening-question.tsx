import { Button } from '@/components/ui/button'
import type { ShownCase } from '@/components/staff/act-form'
import { staffPaths } from '@/lib/config/paths'
import type { OpeningReason } from '@/lib/domain/opening-reason'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly shown: Pick<ShownCase, 'reference' | 'actorId'>
  readonly reasons: readonly OpeningReason[]
  /** What the page says after the answer, of a form that waits in it: codes of its address. */
  readonly after: Readonly<Record<string, string>>
  readonly t: Translate
}

/** Why somebody opens a case they do not hold: one press answers it and opens the case. */
export function OpeningQuestion({ shown, reasons, after, t }: Props) {
  return (
    <section className="card" aria-labelledby="opening-title">
      <h2 id="opening-title" className="text-lg">
        {t('staff.opening.question')}
      </h2>
      <p className="mt-1 mb-4 max-w-measure text-ink-soft">{t('staff.opening.lead')}</p>
      <form
        method="post"
        action={staffPaths.caseAction(shown.reference, 'reason')}
        className="grid max-w-measure gap-2.5"
      >
        <input type="hidden" name="shown-to" value={shown.actorId} />
        {Object.entries(after).map(([name, value]) => (
          <input key={name} type="hidden" name={name} value={value} />
        ))}
        {reasons.map((reason, index) => (
          <Button
            key={reason}
            look={index === 0 ? 'main' : 'quiet'}
            name="reason"
            value={reason}
            className="w-full text-start"
          >
            {t(`staff.opening.answer.${reason}`)}
          </Button>
        ))}
      </form>
      <p className="mt-4 max-w-measure text-sm text-ink-soft">{t('staff.opening.more')}</p>
    </section>
  )
}
