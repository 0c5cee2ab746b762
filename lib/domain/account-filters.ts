import { roles } from './words'
import type { Role } from './words'

/** What a list of accounts is narrowed to; all of it is in the address. */
export interface AccountFilters {
  /** Part of a name or of an e-mail address. */
  readonly find: string
  readonly role: Role | null
  readonly state: 'active' | 'closed' | null
  /** The first page is 1. */
  readonly page: number
}

type Query = Readonly<Record<string, string | readonly string[] | undefined>>

const longestFind = 100
const furthestPage = 1_000

/** Reads filters from an address. What is not known is passed over, not refused. */
export function readAccountFilters(query: Query): AccountFilters {
  const one = (name: string) => (typeof query[name] === 'string' ? query[name] : '')
  const page = /^\d{1,4}$/u.test(one('page')) ? Number(one('page')) : 1
  return {
    find: one('find')
      .replaceAll(/\p{Cc}/gu, ' ')
      .toWellFormed()
      .trim()
      .slice(0, longestFind)
      .toWellFormed(),
    role: roles.find((known) => known === one('role')) ?? null,
    state: (['active', 'closed'] as const).find((known) => known === one('state')) ?? null,
    page: Math.min(Math.max(1, page), furthestPage),
  }
}

/** The query string of some filters, without what is not set and without the first page. */
export function writeAccountFilters({ find, role, state, page }: AccountFilters): string {
  const set: (readonly [string, string])[] = [
    ['find', find],
    ['role', role ?? ''],
    ['state', state ?? ''],
    ['page', page > 1 ? String(page) : ''],
  ]
  return new URLSearchParams(set.filter(([, value]) => value !== '').map((pair) => [...pair])).toString()
}
