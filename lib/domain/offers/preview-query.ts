import { instantOf } from '../calendar'
import { Temporal } from 'temporal-polyfill'
import type { Force } from '../force'
import { monitoredStrands, risks } from '../words'
import type { DistrictId, Risk } from '../words'

/** A case that somebody makes up to see where it would go: codes alone. */
export interface PreviewQuery {
  readonly district: DistrictId | null
  readonly languages: readonly string[]
  readonly strands: readonly string[]
  readonly risk: Risk
  readonly excludedDistricts: readonly DistrictId[]
  /** `YYYY-MM-DDTHH:MM` by the force's clock, as it was chosen. Null: now. */
  readonly moment: string | null
  /** Something was asked for. */
  readonly isAsked: boolean
}

type Query = Readonly<Record<string, string | string[] | undefined>>

/** Reads the form out of an address. What is no code of the force's is left out. */
export function readPreview(query: Query, force: Force): PreviewQuery {
  const districts = force.districts.map(({ id }) => id)
  const among = (name: string, known: readonly string[]) =>
    known.filter((one) => valuesOf(query[name]).includes(one))
  const moment = valuesOf(query.at)[0] ?? ''
  return {
    district: among('district', districts)[0] ?? null,
    languages: among('language', force.officerLanguages),
    strands: among('strand', [...monitoredStrands, ...force.extraStrands]),
    risk: risks.find((risk) => valuesOf(query.risk).includes(risk)) ?? 'medium',
    excludedDistricts: among('leave-out', districts),
    moment: /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}$/u.test(moment) ? moment : null,
    isAsked: query.risk !== undefined,
  }
}

const mostAhead = 60 * 86_400_000

/** The instant of a chosen moment; `now` for none, for one that does not exist, that is over, or of which the rota is not known. */
export function momentAt(moment: string | null, force: Pick<Force, 'timeZone'>, now: Date): Date {
  const [day = '', time = ''] = moment?.split('T') ?? []
  try {
    const at = instantOf(Temporal.PlainDate.from(day), time, force)
    return at > now && at.getTime() < now.getTime() + mostAhead ? at : now
  } catch {
    return now
  }
}

function valuesOf(value: string | string[] | undefined): readonly string[] {
  return Array.isArray(value) ? value : [value ?? '']
}
