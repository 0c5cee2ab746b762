import 'server-only'

/** The event of a case's history that says the control room was told. */
export const controlRoomTold = 'control-room-told'

/** When the control room was told, and by whom. The first time counts. */
export interface Told {
  readonly at: Date
  readonly who: string | null
}
