const uuid = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/u

/** Whether a text is an id as the tables have them. Asked before the database is, which refuses any other with an error. */
export function isUuid(text: string): boolean {
  return uuid.test(text)
}
