import { ReasonField, SelectField } from '@/components/staff/act-fields'
import { ActForm } from '@/components/staff/act-form'
import type { ShownCase } from '@/components/staff/act-form'
import type { Clock } from '@/components/staff/clock'
import { standingWords } from '@/components/staff/contact-ways'
import { Button } from '@/components/ui/button'
import { contactResultsFor } from '@/lib/domain/clocks/clock-rules'
import type { Reach } from '@/lib/domain/clocks/promise-words'
import { attemptWaysFor, isOurs, nextSteps, wayReasons } from '@/lib/domain/contact/attempt'
import type { AttemptWay } from '@/lib/domain/contact/attempt'
import type { WayStanding } from '@/lib/domain/contact/standing'

interface Props {
  readonly shown: ShownCase
  /** How the person hears from us; null where that was not kept. */
  readonly reach: Reach | null
  /** Which plan holds, and how its ways stand now; none where the case could not be opened. */
  readonly planVersion: number
  readonly ways: readonly WayStanding[]
  /** What was chosen and written before the form was refused. */
  readonly typed: (name: string) => string | undefined
  readonly clock: Clock
}

/**
 * Records that somebody tried to reach the person: how, what came of it and what is next. Of whoever is not to be contacted it asks nothing,
 * and for whoever reads messages with their code it says to write one.
 */
export function ContactForm({ shown, reach, planVersion, ways, typed, clock }: Props) {
  const { t } = clock
  if (reach === 'none') return null
  if (reach === 'code') return <p className="border-t border-line pt-2.5">{t('staff.act.contactByCode')}</p>
  const isTheirs = reach === 'theirs'
  const said = isTheirs ? 'contactTheirs' : 'contact'
  const choice = (name: string, label: string, options: readonly { value: string; label: string }[]) => (
    <SelectField
      {...{ name, label, options }}
      id={`contact-${name}`}
      any={t('reach.choose')}
      value={typed(name)}
    />
  )
  return (
    <ActForm shown={shown} act="contact">
      <input type="hidden" name="plan" value={planVersion} />
      <fieldset className="grid gap-3 border-t border-line pt-2.5">
        <legend className="font-semibold">{t(`staff.act.${said}`)}</legend>
        <p className="text-sm text-ink-soft">{t(`staff.act.${said}Hint`)}</p>
        {choice('way', t('reach.attempt.way'), waysToChoose(isTheirs, ways, clock))}
        {choice(
          'result',
          t('reach.attempt.result'),
          optionsOf(contactResultsFor(reach), 'reach.result', clock),
        )}
        {choice('next', t('reach.attempt.next'), optionsOf(nextSteps, 'reach.next', clock))}
        {isTheirs ? null : (
          <SelectField
            id="contact-reason"
            name="reason"
            label={t('reach.attempt.reason')}
            any={t('reach.attempt.noReason')}
            options={optionsOf(wayReasons, 'reach.reason', clock)}
            value={typed('reason')}
            isRequired={false}
          />
        )}
        <ReasonField
          id="contact-words"
          name="words"
          label={t('reach.attempt.words')}
          hint={t('reach.attempt.wordsHint')}
          value={typed('words')}
          isRequired={false}
        />
        <div>
          <Button look="quiet">{t('reach.attempt.submit')}</Button>
        </div>
      </fieldset>
    </ActForm>
  )
}

function optionsOf(ids: readonly string[], group: string, { t }: Clock) {
  return ids.map((value) => ({ value, label: t(`${group}.${value}`) }))
}

/** Those that may be used now first; each says how it stands. */
function waysToChoose(isTheirs: boolean, ways: readonly WayStanding[], clock: Clock) {
  const standing = (way: AttemptWay) => ways.find((one) => one.way === way)
  const label = (way: AttemptWay) => {
    const found = standing(way)
    const name = clock.t(`reach.way.${way}`)
    return found === undefined
      ? name
      : clock.t('reach.attempt.wayNow', { way: name, now: standingWords(found, clock) })
  }
  const isSafe = (way: AttemptWay) => !isOurs(way) || standing(way)?.refused === null
  const ordered = attemptWaysFor(isTheirs)
  return [...ordered.filter(isSafe), ...ordered.filter((way) => !isSafe(way))].map((value) => ({
    value,
    label: label(value),
  }))
}
