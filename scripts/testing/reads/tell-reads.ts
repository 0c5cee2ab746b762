import { appendFileSync, existsSync, readFileSync } from 'node:fs'
import { say } from '../../run/progress.ts'
import type { Opened } from './note-opens.ts'
import { reconcile, type Reconciled } from './reconcile.ts'

/** What a server under test has noted. */
export function readsIn(file: string): readonly Opened[] {
  const lines = existsSync(file) ? readFileSync(file, 'utf8').split('\n') : []
  return lines.filter((line) => line !== '').map((line) => JSON.parse(line) as Opened)
}

/**
 * The reads of a run beside the audit of its database, said in a line and added to the run's figures. Gives how many have no row. Where
 * `someAtLeast` is set and none was noted, that is one failure: a proof that sees nothing proves nothing.
 */
export async function tellReads(file: string, databaseUrl: string, someAtLeast: boolean): Promise<number> {
  const { reads, withRow, without } = await reconcile(readsIn(file), databaseUrl)
  say(
    `${count(reads)} reads, ${count(withRow)} with their row in the audit, ${count(without.length)} without`,
  )
  for (const { box, purpose, key, at } of without.slice(0, 20))
    say(`  without: ${purpose} ${box} with ${key} at ${new Date(at).toISOString()}`)
  addReads({ reads, withRow, without })
  if (reads > 0 || !someAtLeast) return without.length
  say('  Not one read was noted, though cases were opened: the proof does not work.')
  return 1
}

/** Adds to what the whole run has counted. */
export function addReads({ reads, withRow, without }: Reconciled): void {
  const file = process.env.HOSTILE_FIGURES
  if (file === undefined) return
  const figures = { reads, 'reads with their row': withRow, 'reads without a row': without.length }
  for (const [figure, by] of Object.entries(figures))
    appendFileSync(file, `${JSON.stringify({ figure, by })}\n`)
}

const count = (of: number) => of.toLocaleString('en-GB')
