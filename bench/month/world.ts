import type { Arrival } from './arrivals'

/** A case that is open, as whoever works with it finds it. Volunteers by their numbers. */
export interface SeenCase {
  readonly arrival: Arrival
  /** Who is asked to take it and has not answered, and who has it. */
  readonly askedOf: number | null
  readonly heldBy: number | null
  readonly heldSince: Date | null
  readonly openedAt: Date | null
  readonly contactedAt: Date | null
  /** When the reporter last heard anything. */
  readonly toldAt: Date | null
  readonly promisedBy: Date
  /** Supervisors are told of it, and nobody has seen to that. */
  readonly isEscalated: boolean
}

/** Something somebody does with a case. */
export interface Act {
  readonly do: 'accept' | 'decline' | 'open' | 'contact' | 'update' | 'close' | 'give'
  readonly about: SeenCase
  /** A volunteer, or those who read at the desk every day. */
  readonly by: number | 'desk'
}

/** What became of a case. */
export interface Outcome {
  readonly arrival: Arrival
  readonly promisedBy: Date
  /** The force's own aim, which a promise may say that it cannot keep. */
  readonly target: Date
  readonly openedAt: Date | null
  readonly contactedAt: Date | null
}

/** One way of giving cases to people, which a month is played with. */
export interface World {
  /** The clock moves on to `at`: what came in until then is there, and what runs by itself has run. */
  readonly turn: (at: Date) => Promise<void>
  readonly open: () => Promise<readonly SeenCase[]>
  /** False where it could not be done: nobody is there to give it to, or the offer is over. */
  readonly act: (act: Act, at: Date) => Promise<boolean>
  readonly outcomes: () => Promise<readonly Outcome[]>
}
