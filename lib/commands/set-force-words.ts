import 'server-only'
import { now } from '@/lib/adapters/clock'
import { asActor } from '@/lib/db/client'
import { DomainError } from '@/lib/domain/errors'
import { longestForceWords, ownStandingOf } from '@/lib/domain/force-words'
import type { Actor } from '@/lib/domain/policy'
import { isLocale } from '@/lib/i18n/locales'
import { cleanText } from '@/lib/journey/clean-text'

interface SaidWords {
  readonly key: string
  readonly locale: string
  /** Null: the product's own words again. */
  readonly words: string | null
  /** The version that was seen, 0 for none. */
  readonly version: number
}

/**
 * Has the page for return codes say a sentence the force's own way. For administrators and supervisors. DomainErrors: `invalid` (no such
 * sentence, nothing, or more than 300 characters), `forbidden`, and `conflict` where somebody changed it meanwhile.
 */
export async function setForceWords(actor: Actor, said: SaidWords): Promise<void> {
  const key = ownStandingOf(said.key)
  const words = said.words === null ? null : oneLine(said.words)
  if (key === null || !isLocale(said.locale)) throw new DomainError('invalid')
  const [row] = await asActor(
    actor,
    (tx) => tx.$queryRaw<{ outcome: string }[]>`
      SELECT set_force_words(${key}, ${said.locale}, ${words}, ${said.version}::integer, ${now()}::timestamptz) AS outcome`,
  )
  if (row?.outcome === 'changed') return
  throw new DomainError(row?.outcome === 'conflict' || row?.outcome === 'invalid' ? row.outcome : 'forbidden')
}

function oneLine(text: string): string {
  const words = cleanText(text).replaceAll('\n', ' ')
  if (words === '' || words.length > longestForceWords) throw new DomainError('invalid')
  return words
}
