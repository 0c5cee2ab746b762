import 'server-only'
import pino from 'pino'
import { env } from '@/lib/config/env'

/** What a log line may hold: codes, ids without meaning, counts and durations. Never words people wrote. */
export interface LogFields {
  readonly event: string
  readonly code?: string
  readonly correlation?: string
  readonly count?: number
  readonly milliseconds?: number
}

let logger: pino.Logger | undefined

function lines(): pino.Logger {
  logger ??= pino({ level: env().LOG_LEVEL, base: null })
  return logger
}

/** Writes one line. The type is the allow-list: a field that is not named there cannot be logged. */
export function log(level: 'error' | 'warn' | 'info' | 'debug', fields: LogFields): void {
  lines()[level](fields)
}
