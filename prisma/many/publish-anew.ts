import 'server-only'
import { releaseFigures } from '@/lib/jobs/release-figures'
import { countWaiting } from '../figures/rebuild-figures'
import { beginFiguresAnew } from './begin-figures-anew'

/**
 * Counts all cases as if figures began with the first of them, and publishes those of all settled months. Where it is interrupted it is to be begun
 * again, or the worker goes on with what is counted by then.
 */
export async function publishAnew(say: (line: string) => void): Promise<void> {
  await beginFiguresAnew()
  await countWaiting((waiting) => {
    say(`${waiting.toLocaleString('en')} months of figures to count`)
  })
  await releaseFigures()
  say('Figures are counted, and those of settled months published.')
}
