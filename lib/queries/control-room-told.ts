import 'server-only'

/** The event of a case's history that says the control room was told. */
export const controlRoomTold = 'control-room-told'

/** The part of a case that says who told the control room and when: the first time counts. */
export const withControlRoom = {
  events: {
    where: { type: controlRoomTold },
    orderBy: { at: 'asc' },
    take: 1,
    select: { at: true, actor: { select: { name: true } } },
  },
} as const

/** When the control room was told, and by whom. */
export interface Told {
  readonly at: Date
  readonly who: string | null
}

/** Takes it out of a case that was asked for with it; null: not told yet. */
export function toldOf(found: {
  readonly events: readonly { readonly at: Date; readonly actor: { readonly name: string } | null }[]
}): Told | null {
  const [first] = found.events
  return first === undefined ? null : { at: first.at, who: first.actor?.name ?? null }
}
