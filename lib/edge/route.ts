import type { DeskArea } from '@/lib/domain/desk-areas'

/** Which tier serves a route. What a process serves is `TIER` of lib/config/env.ts. */
type RouteTier = 'public' | 'staff' | 'both'

/**
 * Who may come in: `anybody`; whoever is `signed-in`; whoever the policy lets do this to the `case` of the address; or
 * the roles that may enter a part of the desk.
 */
type Entrance = 'anybody' | 'signed-in' | 'case' | DeskArea

/** One page (GET) or Route Handler of `app/`, by its folder without route groups. */
export interface Route {
  readonly path: string
  readonly methods: readonly string[]
  readonly tier: RouteTier
  readonly entrance: Entrance
  /** It takes a form with a file, which may be larger than any other. */
  readonly takesFile?: true
  /** It takes several at once, as they arrive, for as long as that takes on a telephone. */
  readonly takesFiles?: true
  /** It takes a piece of one, which may take as long. */
  readonly takesPiece?: true
  /** What it answers with is a file, which a browser keeps and never shows. */
  readonly givesFile?: true
}

const get = ['GET'] as const
export const post = ['POST'] as const
export const every = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'] as const

/** A route anybody may come to. */
export const open = (tier: RouteTier, path: string, methods: readonly string[] = get): Route => {
  return { path, methods, tier, entrance: 'anybody' }
}
/** A route of the desk that asks who it is. */
export const desk = (entrance: Entrance, path: string, methods: readonly string[] = get): Route => {
  return { path, methods, tier: 'staff', entrance }
}
/** A route that takes a form with a file. */
export const withFile = (route: Route): Route => ({ ...route, takesFile: true })
/** A route that takes a form with as many files as there may be. */
export const withFiles = (route: Route): Route => ({ ...route, takesFiles: true })
/** A route that takes a piece of a file. */
export const withPiece = (route: Route): Route => ({ ...route, takesPiece: true })
/** A route that answers with a file. */
export const givingFile = (route: Route): Route => ({ ...route, givesFile: true })
