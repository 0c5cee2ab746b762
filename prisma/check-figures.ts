// Counts all figures once more and says where what is kept is otherwise. It prints exact numbers: for whoever runs the database alone.
import { speakPlainly } from '../scripts/run/plain-errors'
import { checkFigures } from './figures/check-figures'
import type { Difference } from './figures/check-figures'

speakPlainly()
/** So many differences are shown. */
const most = 50
const say = (line: string) => process.stdout.write(`${line}\n`)
const words = ({ measure, month, by, a, b, kept, counted }: Difference) =>
  `  ${[month, measure, by, a, b].filter((part) => part !== '').join(' ')}: kept ${String(kept)}, counted ${String(counted)}`

const { months, wrong, corrected, misprinted } = await checkFigures((done, all) => {
  say(`  ${done.toLocaleString('en')} of ${all.toLocaleString('en')} months of a measure compared`)
})
say(`${months.toLocaleString('en')} months of a measure were compared with a full count.`)
say(`Corrected since a month was frozen, and not shown: ${corrected.length.toLocaleString('en')} numbers.`)
say(`Wrong: ${wrong.length.toLocaleString('en')} numbers.`)
say(`Published and not what the rules say of what was frozen: ${misprinted.toLocaleString('en')} rows.`)
for (const one of wrong.slice(0, most)) say(words(one))
if (wrong.length > 0) say('Count them anew: npm run figures:rebuild')
process.exit(wrong.length === 0 && misprinted === 0 ? 0 : 1)
