import { riskRules } from './risk'
import type { RiskAssessment } from './risk'

/** Stands among the rules of risk: what was sent raises those, and a message this. */
export const dangerMessage = 'danger-message'

/** Risk rules of a case that ask somebody on the staff side to be told, by whom. */
export interface DeskAlerts {
  /** What tells the person to ring 999: it may not wait for a queue either. */
  readonly controlRoom: readonly string[]
  readonly supervisor: readonly string[]
}

/** The rules that ask for the control room to be told. */
export const controlRoomRules: readonly string[] = riskRules
  .filter(({ action }) => action === 'show-999')
  .map(({ id }) => id)

/** Whether somebody may be in danger now, as the rules suggest it: high risk, or what calls for 999. */
export function mayBeInDanger({ suggested, rules }: RiskAssessment): boolean {
  return suggested === 'high' || rules.some((id) => controlRoomRules.includes(id))
}

/** Who must be told of a case because of its rules: nobody once it is closed. Rules that are gone ask for nothing. */
export function deskAlerts(found: {
  readonly status: string
  readonly riskRules: readonly string[]
  /** When a message said that somebody is in danger, and nobody has seen to it. Left out: none did. */
  readonly dangerAt?: Date | null
}): DeskAlerts {
  const said = isInDanger(found) ? [dangerMessage] : []
  const asking = (wanted: string) =>
    found.status === 'closed'
      ? []
      : riskRules
          .filter(({ id, action }) => found.riskRules.includes(id) && action === wanted)
          .map(({ id }) => id)
  return { controlRoom: [...said, ...asking('show-999')], supervisor: asking('supervisor') }
}

/** Whether a message said that somebody is in danger, which nobody has seen to: who was told before was not told of it. */
export function isInDanger({ dangerAt }: { readonly dangerAt?: Date | null }): boolean {
  return dangerAt instanceof Date
}

/** Whether the control room must still be told. */
export function isControlRoomDue(found: {
  readonly status: string
  readonly riskRules: readonly string[]
  readonly dangerAt?: Date | null
  readonly controlRoomTold: boolean
}): boolean {
  return (!found.controlRoomTold || isInDanger(found)) && deskAlerts(found).controlRoom.length > 0
}
