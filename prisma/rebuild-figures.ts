// Counts the figures of all months anew, but for those that are frozen: what was published of them never changes.
import { speakPlainly } from '../scripts/run/plain-errors'
import { rebuildFigures } from './figures/rebuild-figures'

speakPlainly()
const say = (line: string) => process.stdout.write(`${line}\n`)
const found = await rebuildFigures((waiting) => {
  say(`  ${waiting.toLocaleString('en')} months of a measure are still to be counted`)
})
say(
  `${found.toLocaleString('en')} months of a measure were counted anew. Months that are published stay as they are.`,
)
process.exit(0)
