import { PatternForm } from '@/components/staff/duty/pattern-form'
import { Button } from '@/components/ui/button'
import { currentForce } from '@/lib/config/current-force'
import { staffPaths } from '@/lib/config/paths'
import { localTime } from '@/lib/domain/calendar'
import type { Actor } from '@/lib/domain/policy'
import type { Pattern } from '@/lib/domain/rota/duty-sources'
import { longestCycle, patternSchema } from '@/lib/domain/rota/pattern'
import { presetOf } from '@/lib/domain/rota/presets'
import { readCycle } from '@/lib/domain/rota/read-pattern'
import { redirect } from 'next/navigation'
import { deskClock } from '../../_desk/clock'
import { keptForm } from '../../_http/kept-form'
import { DutyFrame } from './duty-frame'
import { dutyAt } from './duty-place'
import type { DutyPlace, ShownDuty } from './duty-place'
import { dutyProblems } from './duty-problems'

type Query = Readonly<Record<string, string | string[] | undefined>>
type Values = Readonly<Record<string, string>>

interface Props {
  readonly actor: Actor
  readonly place: DutyPlace
  readonly query: Query
}

/** The form of one pattern: of one there is, or of a new one, begun from what many people have. */
export async function PatternView({ actor, place, query }: Props) {
  const clock = deskClock()
  const { t, now } = clock
  const duty = await dutyAt(actor, place, { startsAt: now, endsAt: now })
  if (!duty.mayChange) redirect(staffPaths.duty(place))
  const kept = await keptHere(actor, place, query)
  const today = localTime(now, currentForce()).toPlainDate().toString()
  const values = kept?.values ?? valuesAsked(duty, query, today)
  const problems = dutyProblems(query.problem, kept, duty.patterns, clock)
  const { pattern: patternId = '', cycle = '', 'starts-on': typedStart = '' } = values
  const heading = t(patternId === '' ? 'staff.duty.pattern.newTitle' : 'staff.duty.pattern.editTitle')
  const cycleDays = readCycle(cycle) ?? 7
  const startsOn = isDay(typedStart) ? typedStart : today
  const typed = { form: 'pattern-save', values }
  const forms = { place, version: duty.version, actorId: actor.id, kept: typed, problems, t }
  return (
    <DutyFrame {...{ actor, duty, heading, query, kept, problems }}>
      <p className="mb-4 max-w-measure">{t('staff.duty.pattern.lead')}</p>
      <form
        method="get"
        action={staffPaths.dutyPattern(place)}
        className="mb-4 flex flex-wrap items-end gap-3"
      >
        {patternId === '' ? null : <input type="hidden" name="id" value={patternId} />}
        <div>
          <label className="label" htmlFor="duty-cycle">
            {t('staff.duty.pattern.cycleLabel')}
          </label>
          <p id="duty-cycle-hint" className="mb-1 text-sm text-ink-soft">
            {t('staff.duty.pattern.cycleHint', { max: longestCycle })} {t('staff.duty.pattern.cycleNote')}
          </p>
          <input
            id="duty-cycle"
            name="days"
            type="number"
            min={1}
            max={longestCycle}
            required
            defaultValue={cycleDays}
            aria-describedby="duty-cycle-hint"
            className="input max-w-24"
          />
        </div>
        <Button look="quiet">{t('staff.duty.pattern.cycleSubmit')}</Button>
      </form>
      <PatternForm {...{ forms, patternId, cycleDays, startsOn }} />
    </DutyFrame>
  )
}

/** What was typed, where its form was not taken; not when another pattern is begun. */
async function keptHere(actor: Actor, place: DutyPlace, { form, kept }: Query) {
  if (form !== 'pattern-save' && kept === undefined) return null
  return keptForm(actor, staffPaths.dutyPattern(place))
}

/** As the product writes a day, and there is such a day. */
function isDay(text: string): boolean {
  return patternSchema.shape.startsOn.safeParse(text).success
}

/** What the address asks for, as fields: a pattern there is, or a preset; with another number of days, the days that remain. */
function valuesAsked({ patterns }: ShownDuty, { id, preset, days }: Query, today: string): Values {
  const stored = patterns.find((one) => one.id === id)
  const pattern = stored ?? presetOf(preset, today)
  const asked = typeof days === 'string' ? readCycle(days) : null
  return { ...fieldsOf({ ...pattern, cycleDays: asked ?? pattern.cycleDays }), pattern: stored?.id ?? '' }
}

function fieldsOf({ startsOn, endsOn, cycleDays, turns }: Pattern): Values {
  const times = turns.flatMap(({ day, from, to }) => [
    [`from-${String(day)}`, from],
    [`to-${String(day)}`, to],
  ])
  return {
    ...{ 'starts-on': startsOn, 'ends-on': endsOn ?? '', cycle: String(cycleDays) },
    ...(Object.fromEntries(times) as Values),
  }
}
