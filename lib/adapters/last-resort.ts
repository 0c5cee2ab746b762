import 'server-only'
import type { EventEmitter } from 'node:events'
import { log } from './log'

/** An error with a digest: the name by which the page that failed can be found, shown to nobody else. */
interface Digested {
  readonly digest?: unknown
}

/**
 * Notes something that nobody caught, by the name of its kind and the place in our code. Its message is left out: a
 * library's message may repeat what somebody wrote.
 */
export function noteUncaught(event: string, error: unknown): void {
  const digest = (error as Digested | null | undefined)?.digest
  log('error', {
    event,
    code: error instanceof Error ? error.name : typeof error,
    ...(typeof digest === 'string' && /^[\w@;-]{1,40}$/u.test(digest) ? { correlation: digest } : {}),
    ...placeOf(error),
  })
}

/**
 * From now on what the framework or a library would print of a failure becomes such a line. For production: in
 * development people want to read it.
 */
export function captureConsole(target: Pick<Console, 'error' | 'warn'> = console): void {
  target.error = (...given: unknown[]) => {
    noteUncaught('uncaught', given.find((one) => one instanceof Error) ?? given[0])
  }
  target.warn = () => {
    log('warn', { event: 'library-warning' })
  }
}

/**
 * From now on what Node warns of (something deprecated in a library, a listener too many) becomes a line with the warning's code
 * alone, or its kind where it has none. Node's own printing is taken away: it goes through the console, as an error.
 */
export function captureWarnings(from: Pick<EventEmitter, 'on' | 'removeAllListeners'> = process): void {
  from.removeAllListeners('warning')
  from.on('warning', (warning: Error & { readonly code?: unknown }) => {
    const { code, name } = warning
    log('warn', { event: 'library-warning', code: isWord(code) ? code : name })
  })
}

function isWord(given: unknown): given is string {
  return typeof given === 'string' && /^\w{1,40}$/u.test(given)
}

/** The first place of a stack, without the message that stands before it. */
function placeOf(error: unknown): { where?: string } {
  if (!(error instanceof Error) || error.stack === undefined) return {}
  const head = error.stack.indexOf(error.message)
  const frames = error.stack.slice(head < 0 ? 0 : head + error.message.length)
  const place = /\n\s+at (?![^\n]*node:)(?:[^\n]*[/(\\])?([^\s/\\]+:\d+:\d+)\)?/u.exec(frames)?.[1]
  return place === undefined ? {} : { where: place }
}
