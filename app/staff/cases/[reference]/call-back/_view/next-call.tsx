import type { ShownCase } from '@/components/staff/act-form'
import { callBackLine } from '@/components/staff/call-back-words'
import { saidHour, saidLongDay } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { Button } from '@/components/ui/button'
import { currentForce } from '@/lib/config/current-force'
import { staffPaths } from '@/lib/config/paths'
import { mayBeKept } from '@/lib/domain/call-back/call-back'
import type { CallBack } from '@/lib/domain/call-back/call-back'
import type { ReachPlan } from '@/lib/domain/contact/may-use'
import { CancelForm } from './cancel-form'

interface Props {
  readonly next: CallBack
  readonly shown: ShownCase
  /** How they may be reached; null where it is not known here. */
  readonly plan: ReachPlan | null
  /** They record attempts to reach the person in the case as well. */
  readonly mayRecord: boolean
  /** Why it is to be called off, as it was chosen before the form was refused. */
  readonly typed: string | undefined
  readonly clock: Clock
}

/** The time that is agreed: what to say of it while it may be kept, and the buttons for what came of it. */
export function NextCall({ next, shown, plan, mayRecord, typed, clock }: Props) {
  const { t } = clock
  const keeping = mayBeKept(next, plan, currentForce())
  const { words, tone } = callBackLine(next, clock, keeping)
  const instead = keeping === 'yes' ? (next.until <= clock.now ? 'over' : null) : keeping
  return (
    <section className="card grid gap-3" aria-labelledby="next-title" data-call-back={keeping}>
      <h2 id="next-title" className="text-lg">
        {t('callBack.nextTitle')}
      </h2>
      <p className={tone}>{words}</p>
      {instead === null ? <WhatToSay next={next} clock={clock} /> : <p>{t(`callBack.instead.${instead}`)}</p>}
      <form
        method="post"
        action={staffPaths.callBackAct(shown.reference, 'end')}
        className="flex flex-wrap gap-2"
      >
        <input type="hidden" name="version" value={shown.version} />
        <input type="hidden" name="shown-to" value={shown.actorId} />
        <Button look={instead === null ? 'main' : 'quiet'} name="outcome" value="done">
          {t('callBack.done.button')}
        </Button>
        <Button look="quiet" name="outcome" value="unreached">
          {t('callBack.unreached')}
        </Button>
      </form>
      {mayRecord ? <p className="text-sm text-ink-soft">{t('callBack.record')}</p> : null}
      <CancelForm {...{ shown, typed, t }} />
    </section>
  )
}

function WhatToSay({ next, clock }: Pick<Props, 'next' | 'clock'>) {
  const { t } = clock
  const said = {
    ...{ day: saidLongDay(next.from, clock), from: saidHour(next.from, clock) },
    until: saidHour(next.until, clock),
  }
  return (
    <div>
      <p className="text-sm text-ink-soft">{t('callBack.sayTitle')}</p>
      <blockquote className="border-s-4 border-line ps-3">{t('callBack.say', said)}</blockquote>
      <p className="mt-1 text-sm text-ink-soft">{t('callBack.sayNoMore')}</p>
    </div>
  )
}
