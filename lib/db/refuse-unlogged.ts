import 'server-only'
import { log } from '@/lib/adapters/log'
import { DomainError } from '@/lib/domain/errors'

/** PostgreSQL's code for a disk that is full. */
const diskFull = '53100'

/**
 * Does something in the database that is in the log or does not happen. Where there is no room for its row, and so nothing was
 * done, it throws DomainError `not-logged`; every other error as it is.
 */
export async function loggedOrNot<T>(work: () => Promise<T>): Promise<T> {
  try {
    return await work()
  } catch (error) {
    if (!isDiskFull(error)) throw error
    log('error', { event: 'not-logged', code: diskFull })
    throw new DomainError('not-logged')
  }
}

/** Whether the database said so, as whatever stands between it and us has wrapped that. */
function isDiskFull(error: unknown, depth = 0): boolean {
  if (typeof error !== 'object' || error === null || depth > 6) return false
  return Object.entries({ ...error, cause: (error as { cause?: unknown }).cause }).some(([name, value]) =>
    value === diskFull ? /code$/iu.test(name) : isDiskFull(value, depth + 1),
  )
}
