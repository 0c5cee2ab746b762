import 'server-only'

/**
 * What Argon2id costs for a return code: 64 MiB, three passes. Nothing in the product changes it; `npm run bench -- codes` does in its own
 * process, because a hundred thousand guesses take hours at this cost, and says so; tests that are of something else do in theirs. A code
 * opens under the cost it was made with alone.
 */
export const codeCost = { memory: 64 * 1024, passes: 3 }
