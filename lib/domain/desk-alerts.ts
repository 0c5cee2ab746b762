import { riskRules } from './risk'

/** Risk rules of a case that ask somebody on the staff side to be told, by whom. */
export interface DeskAlerts {
  /** Also what tells the person to ring 999: it may not wait for a queue either. */
  readonly controlRoom: readonly string[]
  readonly supervisor: readonly string[]
}

/** Who must be told of a case because of its rules: nobody once it is closed. Rules that are gone ask for nothing. */
export function deskAlerts(found: {
  readonly status: string
  readonly riskRules: readonly string[]
}): DeskAlerts {
  const asking = (...actions: readonly string[]) =>
    found.status === 'closed'
      ? []
      : riskRules
          .filter(({ id, action }) => found.riskRules.includes(id) && actions.includes(action))
          .map(({ id }) => id)
  return { controlRoom: asking('show-999', 'control-room'), supervisor: asking('supervisor') }
}

/** Whether the control room must still be told. */
export function isControlRoomDue(found: {
  readonly status: string
  readonly riskRules: readonly string[]
  readonly controlRoomTold: boolean
}): boolean {
  return !found.controlRoomTold && deskAlerts(found).controlRoom.length > 0
}
