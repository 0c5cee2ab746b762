import type { Translate } from './translate'

const group = 'staff.disposition.'

/** The words of the desk, with those for endings out of `names`, by their ids. What is not there is said as the catalogue says it. */
export function withEndings(t: Translate, names: ReadonlyMap<string, string>): Translate {
  const nameOf = (key: string) => (key.startsWith(group) ? names.get(key.slice(group.length)) : undefined)
  return Object.assign(
    (key: string, values?: Readonly<Record<string, string | number>>) => nameOf(key) ?? t(key, values),
    { has: (key: string) => nameOf(key) !== undefined || t.has(key) },
  )
}
