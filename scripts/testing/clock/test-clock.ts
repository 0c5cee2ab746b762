import { renameSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { pathToFileURL } from 'node:url'

const preload = pathToFileURL(join(import.meta.dirname, 'preload.ts')).href

/** The clock of a product under test, which only goes on. */
export interface TestClock {
  /** What has a product go by it, beside `settings` of its own. The product knows nothing of it: there is no such setting. */
  readonly settings: (settings: Readonly<Record<string, string>>) => Readonly<Record<string, string>>
  readonly now: () => Date
  /** Goes on from `at`. Throws where that is past. */
  readonly goTo: (at: Date) => void
}

/** Makes one that is kept in `folder` and begins `at`. */
export function startTestClock(folder: string, at: Date): TestClock {
  const file = join(folder, 'clock')
  let ahead = 0
  const goTo = (then: Date) => {
    const wanted = then.getTime() - Date.now()
    if (wanted < ahead) throw new Error('A clock does not go back.')
    ahead = wanted
    // Written whole or not at all: a reader never sees half of it.
    writeFileSync(`${file}.new`, String(ahead))
    renameSync(`${file}.new`, file)
  }
  goTo(at)
  return {
    settings: (settings) => ({
      ...settings,
      TEST_CLOCK: file,
      NODE_OPTIONS: `${settings.NODE_OPTIONS ?? process.env.NODE_OPTIONS ?? ''} --import=${preload}`.trim(),
    }),
    now: () => new Date(Date.now() + ahead),
    goTo,
  }
}
