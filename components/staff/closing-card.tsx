import { ActForm } from '@/components/staff/act-form'
import type { ShownCase } from '@/components/staff/act-form'
import { ReasonField } from '@/components/staff/act-fields'
import type { Kept } from '@/components/staff/case-acts'
import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { Button } from '@/components/ui/button'
import { lowerFirst } from '@/lib/i18n/lower-first'

interface Props {
  readonly asked: { readonly askedBy: string; readonly askedAt: Date; readonly disposition: string }
  readonly shown: ShownCase
  /** How this person stands to it: it is theirs, theirs to decide, or neither. */
  readonly standing: 'own' | 'decides' | 'waits'
  readonly kept: Kept | null
  /** That somebody waits to be rung back, which closing ends. */
  readonly callBack: string | null
  readonly clock: Clock
}

/** That somebody asks for the case to be closed, and for whoever decides the two answers. */
export function ClosingCard({ asked, shown, standing, kept, callBack, clock }: Props) {
  const { t } = clock
  const typed = kept?.form === 'closing' ? kept.values.reason : undefined
  return (
    <section className="card" aria-labelledby="closing-title">
      <h3 id="closing-title" className="card-title">
        {t('casework.closing.title')}
      </h3>
      <p>
        {t('casework.closing.asked', {
          name: asked.askedBy,
          at: saidTime(asked.askedAt, clock),
          disposition: lowerFirst(t(`staff.disposition.${asked.disposition}`)),
        })}
      </p>
      {callBack === null ? null : <p className="notice tone-warn mt-2 py-2">{callBack}</p>}
      {standing === 'decides' ? (
        <ActForm shown={shown} act="closing" className="mt-3 grid gap-3">
          <ReasonField id="closing-reason" name="reason" label={t('casework.closing.reason')} value={typed} />
          <div className="flex flex-wrap gap-2">
            <Button name="act" value="closing-approved">
              {t('casework.closing.approve')}
            </Button>
            <Button look="quiet" name="act" value="closing-refused">
              {t('casework.closing.refuse')}
            </Button>
          </div>
        </ActForm>
      ) : (
        <p className="mt-1 text-ink-soft">{t(`casework.closing.${standing}`)}</p>
      )}
      {standing === 'own' ? (
        <ActForm shown={shown} act="closing" className="mt-3">
          <Button look="quiet" name="act" value="closing-taken-back">
            {t('casework.closing.takeBack')}
          </Button>
        </ActForm>
      ) : null}
    </section>
  )
}
