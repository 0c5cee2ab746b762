import { runningIn } from './data.ts'
import { settingsIn } from './secrets.ts'

/**
 * The settings of an operator's command: those `given` where they name a database, or else those of the embedded server that runs
 * in `dir`, behind what is given. Throws in words when there is neither.
 */
export function operatorSettings(given: NodeJS.ProcessEnv, dir: string): NodeJS.ProcessEnv {
  if (given.DATABASE_URL !== undefined) return given
  const running = runningIn(dir)
  if (running === null)
    throw new Error(
      [
        'There is no DATABASE_URL, and no Alongside runs from this folder.',
        'A deployment: give this command its settings, as docs/operations.md says. A demonstration: start it first, with npm start.',
      ].join('\n'),
    )
  return { ...settingsIn(dir), ...running.settings, DEMO: 'yes', ...given, DATABASE_URL: running.url }
}
