import { PatternForm } from '@/components/staff/duty/pattern-form'
import { currentForce } from '@/lib/config/current-force'
import { staffPaths } from '@/lib/config/paths'
import { localTime } from '@/lib/domain/calendar'
import type { Actor } from '@/lib/domain/policy'
import type { Pattern } from '@/lib/domain/rota/duty-sources'
import { presetOf } from '@/lib/domain/rota/presets'
import { readCycle, weekdayNumber } from '@/lib/domain/rota/read-pattern'
import { deskClock } from '../../_desk/clock'
import { keptForm } from '../../_http/kept-form'
import { DutyFrame } from './duty-frame'
import { dutyAt, leadToDuty } from './duty-place'
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
  if (!duty.mayChange) leadToDuty(place, query)
  const kept = await keptHere(actor, place, query)
  const today = localTime(now, currentForce()).toPlainDate().toString()
  const values = kept?.values ?? valuesAsked(duty, query, today)
  const problems = dutyProblems(query.problem, kept, duty.patterns, clock)
  const { pattern: patternId = '', cycle = '', rows = '', 'starts-on': typedStart = '' } = values
  const heading = t(patternId === '' ? 'staff.duty.pattern.newTitle' : 'staff.duty.pattern.editTitle')
  const cycleDays = readCycle(cycle) ?? readCycle(rows) ?? 7
  const startsOn = weekdayNumber(typedStart) === null ? today : typedStart.trim()
  const typed = { form: 'pattern-save', values }
  const forms = { place, version: duty.version, actorId: actor.id, kept: typed, problems, t }
  return (
    <DutyFrame {...{ actor, duty, heading, query, kept, problems }}>
      <p className="mb-4 max-w-measure">{t('staff.duty.pattern.lead')}</p>
      <PatternForm {...{ forms, patternId, cycleDays, startsOn }} />
    </DutyFrame>
  )
}

/** What was typed, where its form was not taken; not when another pattern is begun. */
async function keptHere(actor: Actor, place: DutyPlace, { form, kept }: Query) {
  if (form !== 'pattern-save' && kept === undefined) return null
  return keptForm(actor, staffPaths.dutyPattern(place))
}

/** What the address asks for, as fields: a pattern there is, or a preset. */
function valuesAsked({ patterns }: ShownDuty, { id, preset }: Query, today: string): Values {
  const stored = patterns.find((one) => one.id === id)
  return { ...fieldsOf(stored ?? presetOf(preset, today)), pattern: stored?.id ?? '' }
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
