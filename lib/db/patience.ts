import 'server-only'

/** In milliseconds: how long a transaction waits for a connection, and how long it may take then. Somebody waits for a page. */
const ofPages = { maxWait: 10_000, timeout: 15_000 }
/** The same of a program that an operator runs: on a busy machine it is slow, and not wrong. */
const ofPrograms = { maxWait: 120_000, timeout: 120_000 }

let held = ofPages

/** From now on this process has the patience of a program that an operator runs. To be said before it connects to the database. */
export function waitAsProgram(): void {
  held = ofPrograms
}

/** How long transactions of this process wait, and may take. */
export function patience(): typeof ofPages {
  return held
}
