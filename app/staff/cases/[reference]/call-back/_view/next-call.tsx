import type { ShownCase } from '@/components/staff/act-form'
import { callBackLine } from '@/components/staff/call-back-words'
import { saidHour, saidLongDay } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import type { CallBack } from '@/lib/domain/call-back/call-back'

interface Props {
  readonly next: CallBack
  readonly shown: ShownCase
  /** They record attempts to reach the person in the case as well. */
  readonly mayRecord: boolean
  readonly clock: Clock
}

/** The time that is agreed: what to say of it, and the buttons for what came of it. */
export function NextCall({ next, shown, mayRecord, clock }: Props) {
  const { t } = clock
  const { words, tone } = callBackLine(next, clock)
  const said = {
    ...{ day: saidLongDay(next.from, clock), from: saidHour(next.from, clock) },
    until: saidHour(next.until, clock),
  }
  return (
    <section className="card grid gap-3" aria-labelledby="next-title" data-call-back>
      <h2 id="next-title" className="text-lg">
        {t('callBack.nextTitle')}
      </h2>
      <p className={tone}>{words}</p>
      <div>
        <p className="text-sm text-ink-soft">{t('callBack.sayTitle')}</p>
        <blockquote className="border-s-4 border-line ps-3">{t('callBack.say', said)}</blockquote>
      </div>
      <form
        method="post"
        action={staffPaths.callBackAct(shown.reference, 'end')}
        className="flex flex-wrap gap-2"
      >
        <input type="hidden" name="version" value={shown.version} />
        <input type="hidden" name="shown-to" value={shown.actorId} />
        <Button name="outcome" value="done">
          {t('callBack.done.button')}
        </Button>
        <Button look="quiet" name="outcome" value="unreached">
          {t('callBack.unreached')}
        </Button>
      </form>
      {mayRecord ? <p className="text-sm text-ink-soft">{t('callBack.record')}</p> : null}
    </section>
  )
}
