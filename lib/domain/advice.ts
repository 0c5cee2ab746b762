/** The most characters of each field of a colleague's question. */
export const longestAdvice = { question: 5_000, reach: 200, about: 100 } as const
