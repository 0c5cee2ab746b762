import { SelectField } from '@/components/staff/act-fields'
import type { ShownCase } from '@/components/staff/act-form'
import { saidHour, saidLongDay } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import { moveReasons } from '@/lib/domain/call-back/call-back'
import type { Slot } from '@/lib/domain/call-back/slots'

interface Props {
  readonly shown: ShownCase
  readonly planVersion: number
  readonly slots: readonly Slot[]
  /** There is a time already: another one needs a reason. */
  readonly isMove: boolean
  /** What was chosen before the form was refused. */
  readonly typed: Readonly<Record<string, string>>
  readonly clock: Clock
}

/** The times that can be offered, by day, with what to ask. */
export function SlotForm({ shown, planVersion, slots, isMove, typed, clock }: Props) {
  const { t } = clock
  return (
    <form
      method="post"
      action={staffPaths.callBackAct(shown.reference, 'set')}
      className="card mt-4 grid gap-3"
    >
      <h2 className="text-lg">{t(isMove ? 'callBack.moveTitle' : 'callBack.setTitle')}</h2>
      <p>{t('callBack.ask')}</p>
      <input type="hidden" name="version" value={shown.version} />
      <input type="hidden" name="shown-to" value={shown.actorId} />
      <input type="hidden" name="plan-version" value={planVersion} />
      <div>
        <label className="label" htmlFor="call-back-at">
          {t('callBack.at')}
        </label>
        <p id="call-back-at-hint" className="mb-1 text-sm text-ink-soft">
          {t('callBack.atHint')}
        </p>
        <select
          id="call-back-at"
          name="at"
          required
          defaultValue={typed.at ?? ''}
          aria-describedby="call-back-at-hint"
          className="input"
        >
          <option value="" disabled>
            {t('callBack.choose')}
          </option>
          {byDay(slots, clock).map(([day, ofDay]) => (
            <optgroup key={day} label={day}>
              {ofDay.map(({ from, until }) => (
                <option key={from.toISOString()} value={from.toISOString()}>
                  {t('callBack.span', { from: saidHour(from, clock), until: saidHour(until, clock) })}
                </option>
              ))}
            </optgroup>
          ))}
        </select>
      </div>
      {isMove ? (
        <SelectField
          id="call-back-reason"
          name="reason"
          label={t('callBack.why')}
          any={t('callBack.chooseWhy')}
          value={typed.reason}
          options={moveReasons.map((value) => ({ value, label: t(`callBack.reason.${value}`) }))}
        />
      ) : null}
      <div>
        <Button>{t(isMove ? 'callBack.move' : 'callBack.set')}</Button>
      </div>
    </form>
  )
}

function byDay(slots: readonly Slot[], clock: Clock): readonly (readonly [string, readonly Slot[]])[] {
  return [...Map.groupBy(slots, ({ from }) => saidLongDay(from, clock))]
}
