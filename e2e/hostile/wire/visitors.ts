import { readFileSync } from 'node:fs'
import { newVisitor } from '../../../bench/visitor'
import type { Visitor } from '../../../bench/visitor'
import { stateOf } from '../../fixtures/people'
import type { Person } from '../../fixtures/people'

interface State {
  readonly cookies: readonly { readonly name: string; readonly value: string }[]
}

/** Somebody of the desk who signed in before, without a browser. */
export function staffVisitor(origin: string, person: Person): Visitor {
  const { cookies } = JSON.parse(readFileSync(stateOf(person), 'utf8')) as State
  return newVisitor(origin, undefined, new Map(cookies.map(({ name, value }) => [name, value])))
}

/** Does every piece of work, `atOnce` at a time. */
export async function inTurns(atOnce: number, work: readonly (() => Promise<void>)[]): Promise<void> {
  const waiting = [...work]
  const worker = async () => {
    for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) await piece()
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
