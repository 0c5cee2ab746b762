import { newVisitor } from '../../../bench/visitor'
import type { Visitor } from '../../../bench/visitor'
import { accountOf, deskCookie } from '../../factories/staff-accounts'
import type { StaffAccount } from '../../factories/staff-accounts'
import { people } from '../../fixtures/people'
import type { Person } from '../../fixtures/people'

/** Somebody of the desk, without a browser, in a session of this visitor's own. */
export async function staffVisitor(origin: string, person: Person): Promise<Visitor> {
  return visitorOf(origin, await accountOf(people[person]))
}

/** Somebody who has an account, without a browser, in a session of this visitor's own. */
export async function visitorOf(origin: string, account: Pick<StaffAccount, 'id'>): Promise<Visitor> {
  const { name, value } = await deskCookie(account)
  return newVisitor(origin, undefined, new Map([[name, value]]))
}

/** Does every piece of work, `atOnce` at a time. */
export async function inTurns(atOnce: number, work: readonly (() => Promise<void>)[]): Promise<void> {
  const waiting = [...work]
  const worker = async () => {
    for (let piece = waiting.shift(); piece !== undefined; piece = waiting.shift()) await piece()
  }
  await Promise.all(Array.from({ length: atOnce }, worker))
}
