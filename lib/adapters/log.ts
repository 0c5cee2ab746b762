import 'server-only'
import pino from 'pino'
import { env } from '@/lib/config/env'

/** What a log line may hold: codes, ids without meaning, counts and durations. Never words people wrote. */
export interface LogFields {
  readonly event: string
  readonly code?: string
  readonly correlation?: string
  /** A place in our own code, for example `chunk.js:1:42`. */
  readonly where?: string
  readonly count?: number
  readonly milliseconds?: number
}

/** Every field a line may have. What is not here is not written, whatever was passed. */
const allowed = ['event', 'code', 'correlation', 'where', 'count', 'milliseconds'] as const

type Level = 'error' | 'warn' | 'info' | 'debug'

let logger: pino.Logger | undefined

function lines(): pino.Logger {
  logger ??= newLogger(env().LOG_LEVEL)
  return logger
}

/** A logger of JSON lines with the time in UTC, to standard output unless another place is given. */
export function newLogger(level: string, to?: pino.DestinationStream): pino.Logger {
  const options = {
    level,
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    formatters: { level: (label: string) => ({ level: label }) },
  }
  return to === undefined ? pino(options) : pino(options, to)
}

/** Writes one line. A field that `LogFields` does not name cannot be logged. */
export function log(level: Level, fields: LogFields, to: pino.Logger = lines()): void {
  const named = allowed.flatMap((name) => (fields[name] === undefined ? [] : [[name, fields[name]] as const]))
  to[level](Object.fromEntries(named))
}
