import 'server-only'

/**
 * What Argon2id costs for a password: 64 MiB, three passes, about a tenth of a second on the machines this was measured on. Nothing in the
 * product changes it; tests that are of something else do in their own process. A hash says what it was made with, and is checked at that.
 */
export const passwordCost = { memory: 64 * 1024, passes: 3 }
