/** How long a session lives, in milliseconds: without a request, and altogether. */
export const sessionLife = { idle: 15 * 60_000, absolute: 12 * 3_600_000 } as const

/** What is left of a session at `at`, in milliseconds: if nothing is done, and whatever is done. */
export function leftOf(
  { lastSeenAt, createdAt }: { readonly lastSeenAt: Date; readonly createdAt: Date },
  at: Date,
): { readonly idle: number; readonly whole: number } {
  return {
    idle: lastSeenAt.getTime() + sessionLife.idle - at.getTime(),
    whole: createdAt.getTime() + sessionLife.absolute - at.getTime(),
  }
}
