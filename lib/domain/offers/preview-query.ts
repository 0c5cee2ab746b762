import { instantOf } from '../calendar'
import { Temporal } from 'temporal-polyfill'
import { awayFromDays } from '../eligibility'
import type { Force } from '../force'
import { monitoredStrands, risks } from '../words'
import type { DistrictId, Risk } from '../words'

/** A case that somebody makes up to see where it would go: codes alone. */
export interface PreviewQuery {
  readonly district: DistrictId | null
  readonly languages: readonly string[]
  readonly strands: readonly string[]
  /** Specialisms that follow from answers about danger: of those nothing else is asked here. */
  readonly specialisms: readonly string[]
  readonly risk: Risk
  readonly excludedDistricts: readonly DistrictId[]
  /** `YYYY-MM-DDTHH:MM` by the force's clock, as it was typed: it may be none. Null: nothing was. */
  readonly moment: string | null
  /** Something was asked for. */
  readonly isAsked: boolean
}

type Query = Readonly<Record<string, string | string[] | undefined>>

/** Reads the form out of an address. What is no code of the force's, and none of the districts there are, is left out. */
export function readPreview(query: Query, force: Force, districts: readonly DistrictId[]): PreviewQuery {
  const among = (name: string, known: readonly string[]) =>
    known.filter((one) => valuesOf(query[name]).includes(one))
  const moment = (valuesOf(query.at)[0] ?? '').trim().slice(0, 30)
  return {
    district: among('district', districts)[0] ?? null,
    languages: among('language', force.officerLanguages),
    strands: among('strand', [...monitoredStrands, ...force.extraStrands]),
    specialisms: among('specialism', specialismsByRule(force)),
    risk: risks.find((risk) => valuesOf(query.risk).includes(risk)) ?? 'medium',
    excludedDistricts: among('leave-out', districts),
    moment: moment === '' ? null : moment,
    isAsked: query.risk !== undefined,
  }
}

/** Ids of specialisms that follow from answers about danger, and not from what a case is about. */
export function specialismsByRule({ specialisms }: Pick<Force, 'specialisms'>): readonly string[] {
  return specialisms.filter(({ riskRules = [] }) => riskRules.length > 0).map(({ id }) => id)
}

/** How many days ahead a case can be said to come in. */
export const mostAhead = 60
/** How many days of duty have to be known for that: whoever is there two weeks later is asked then. */
export const daysToKnow = mostAhead + awayFromDays + 1

/** Why what is shown is of now, and not of the moment that was typed; words are `offer.preview.wrong.<code>`. */
export type MomentProblem = 'no-moment' | 'past' | 'too-far'

/** The instant that is shown: the one that was typed, or now, with why where one was typed: it is none, it is over, or the rota is not known then. */
export function momentAt(
  moment: string | null,
  force: Pick<Force, 'timeZone'>,
  now: Date,
): { readonly at: Date; readonly problem: MomentProblem | null } {
  if (moment === null) return { at: now, problem: null }
  const at = instantIn(moment, force)
  if (at === null) return { at: now, problem: 'no-moment' }
  if (at <= now) return { at: now, problem: 'past' }
  return at.getTime() < now.getTime() + mostAhead * 86_400_000
    ? { at, problem: null }
    : { at: now, problem: 'too-far' }
}

function instantIn(moment: string, force: Pick<Force, 'timeZone'>): Date | null {
  if (!/^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u.test(moment)) return null
  const [day = '', time = ''] = moment.split('T')
  try {
    return instantOf(Temporal.PlainDate.from(day, { overflow: 'reject' }), time, force)
  } catch {
    return null
  }
}

function valuesOf(value: string | string[] | undefined): readonly string[] {
  return Array.isArray(value) ? value : [value ?? '']
}
