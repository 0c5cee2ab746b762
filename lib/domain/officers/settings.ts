import { DomainError } from '../errors'
import type { Force } from '../force'
import type { DistrictId } from '../words'

/** The most open cases a supervisor may let one officer hold at once. None at all is a limit too. */
export const largestLimit = 50

/** What a supervisor sets of an officer, as the form gives it. */
export interface TypedSettings {
  readonly districts: readonly string[]
  readonly openLimit: string
  /** `yes`: they serve as a liaison officer. Anything else: for now they do not. */
  readonly serving: string
}

export interface Settings {
  readonly districts: readonly DistrictId[]
  readonly openLimit: number
  readonly active: boolean
}

export const settingsProblems = ['no-district', 'district-gone', 'not-a-limit', 'limit-too-large'] as const
export type SettingsProblem = (typeof settingsProblems)[number]

/** The field of the form each problem is about. */
export const fieldOfProblem: Readonly<Record<SettingsProblem, 'districts' | 'openLimit'>> = {
  'no-district': 'districts',
  'district-gone': 'districts',
  'not-a-limit': 'openLimit',
  'limit-too-large': 'openLimit',
}

/** What is wrong with settings as they were typed, in the order of the form. `known`: the districts there are. */
export function findSettingsProblems(
  { districts, openLimit }: TypedSettings,
  known: readonly DistrictId[],
): readonly SettingsProblem[] {
  const limit = limitIn(openLimit)
  return [
    ...(districts.length === 0 ? (['no-district'] as const) : []),
    ...(districts.every((id) => known.includes(id)) ? [] : (['district-gone'] as const)),
    ...(limit === null ? (['not-a-limit'] as const) : []),
    ...(limit !== null && limit > largestLimit ? (['limit-too-large'] as const) : []),
  ]
}

/** Settings as a form gives them, districts in the force's order; `invalid` for what `findSettingsProblems` finds. */
export function readSettings(typed: TypedSettings, known: readonly DistrictId[]): Settings {
  const openLimit = limitIn(typed.openLimit)
  if (openLimit === null || findSettingsProblems(typed, known).length > 0) throw new DomainError('invalid')
  const districts = known.filter((id) => typed.districts.includes(id))
  return { districts, openLimit, active: typed.serving === 'yes' }
}

function limitIn(text: string): number | null {
  const digits = text.trim()
  return /^\d{1,6}$/u.test(digits) ? Number(digits) : null
}

/** What an officer says of themselves that routing may know. */
export interface OwnWord {
  readonly languages: readonly string[]
  readonly specialisms: readonly string[]
}

/** Languages and specialisms as a form gives them, in the force's order; `invalid` for any the force does not have. */
export function readOwnWord(typed: OwnWord, { officerLanguages, specialisms }: OfficerChoices): OwnWord {
  return {
    languages: chosen(typed.languages, officerLanguages),
    specialisms: chosen(
      typed.specialisms,
      specialisms.map(({ id }) => id),
    ),
  }
}

type OfficerChoices = Pick<Force, 'officerLanguages' | 'specialisms'>

function chosen(typed: readonly string[], known: readonly string[]): readonly string[] {
  if (!typed.every((id) => known.includes(id))) throw new DomainError('invalid')
  return known.filter((id) => typed.includes(id))
}

/** Why nobody is routed to an officer until a supervisor has seen to it, as codes of words. */
export const setUpParts = ['training', 'districts', 'duty'] as const
export type SetUpPart = (typeof setUpParts)[number]

/** What is missing before cases can be offered to somebody who serves: words are `staff.officer.setUp.<part>`. */
export function missingSetUp(
  officer: {
    readonly active: boolean
    readonly trainingUntil: Date | null
    readonly districts: readonly DistrictId[]
    readonly shifts: readonly unknown[]
  },
  known: readonly DistrictId[],
): readonly SetUpPart[] {
  if (!officer.active) return []
  return [
    ...(officer.trainingUntil === null ? (['training'] as const) : []),
    ...(officer.districts.some((id) => known.includes(id)) ? [] : (['districts'] as const)),
    ...(officer.shifts.length === 0 ? (['duty'] as const) : []),
  ]
}
