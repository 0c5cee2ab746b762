// Guesses return codes through the function the product opens one with, at the empty database of the settings. `npm run bench` starts it.
import { randomBytes } from 'node:crypto'
import { converse } from '@/e2e/factories/converse'
import { ensureKeys } from '@/e2e/factories/play'
import { newReturnCode } from '@/lib/domain/return-code'
import { openFollowUp } from '@/lib/queries/follow-up'
import { codeCost } from '@/lib/sealing/code-cost'
import { quantile } from './month/figures'

const guesses = Number(process.argv[2] ?? 100_000)
const say = (line: string) => process.stdout.write(`${line}\n`)
/** So many codes that open something are among those guessed at. */
const given = 20
/** A right code comes with every so many guesses, so that both are measured under the same load. */
const between = 20
/** As many of each at the cost of the product: a hit takes a fifth of a second. */
const atCost = 60
/** Milliseconds, of the medians where nothing but the look-up is left to differ. At the full cost it is told and not asked: what else runs on a machine moves a fifth of a second by more. */
const mostApart = 5

interface Tried {
  readonly isHit: boolean
  readonly took: number
}

async function tried(code: string): Promise<Tried> {
  const begun = performance.now()
  const { ok: isHit } = await openFollowUp(code)
  return { isHit, took: performance.now() - begun }
}

async function codesMade(): Promise<readonly string[]> {
  const made: string[] = []
  for (let count = 0; count < given; count += 1) made.push((await converse()).returnCode)
  return made
}

const guess = () => newReturnCode(randomBytes(32))

/** Tries so many guesses, with a right code after every few, and says what came of both. */
async function measure(what: string, count: number, every: number): Promise<number> {
  const codes = await codesMade()
  // The first of all pays for connections and for code that was never run.
  for (const code of [...codes.slice(0, 3), guess(), guess()]) await tried(code)
  const [hits, misses]: [number[], number[]] = [[], []]
  let opened = 0
  for (let done = 0; done < count; done += 1) {
    const wrong = await tried(guess())
    misses.push(wrong.took)
    if (wrong.isHit) opened += 1
    if (done % every > 0) continue
    const right = await tried(codes[(done / every) % codes.length] ?? '')
    if (!right.isHit) throw new Error('A code that was given opens nothing.')
    hits.push(right.took)
  }
  const [hit, miss] = [quantile(hits, 0.5), quantile(misses, 0.5)]
  const apart = Math.abs(hit - miss)
  say(`${what}: ${count.toLocaleString('en')} guesses, ${String(opened)} opened something`)
  say(
    `  median of a right code ${hit.toFixed(2)} ms, of a guess ${miss.toFixed(2)} ms, ${apart.toFixed(2)} ms apart`,
  )
  if (opened > 0) throw new Error('A guess opened something.')
  return apart
}

await ensureKeys()
await measure('As the product does it', atCost, 1)
// At that cost a hundred thousand take hours, which is the point of it.
Object.assign(codeCost, { memory: 64, passes: 1 })
const apart = await measure('With Argon2id lowered to 64 KiB and one pass', guesses, between)
if (apart >= mostApart) throw new Error(`Right and wrong are ${String(mostApart)} ms apart or more.`)
process.exit(0)
