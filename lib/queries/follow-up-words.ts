import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { publicDb } from '@/lib/db/client'
import type { Locale } from '@/lib/i18n/locales'

/** What the force says its own way on the page for return codes, by what it is about. Nothing of it is about anybody. */
export async function followUpWords(locale: Locale): Promise<ReadonlyMap<string, string>> {
  const rows = await publicDb().$queryRaw<{ key: string; words: string }[]>`
    select key, words from follow_up_words(${currentForce().id}, ${locale})`
  return new Map(rows.map(({ key, words }) => [key, words]))
}
