/** How long a session lives, in milliseconds: without a request, and altogether. */
export const sessionLife = { idle: 15 * 60_000, absolute: 12 * 3_600_000 } as const
