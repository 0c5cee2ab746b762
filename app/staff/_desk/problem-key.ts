import type { Translate } from '@/lib/i18n/translate'

/** Where words for problems are, besides a page's own: first those of the whole desk. */
const everywhere = ['staff', 'accounts', 'retention', 'work'] as const

/** Key of the words for a problem in the address of a page: the page's own, or else the desk's. Null where there is none, or it is no code of ours. */
export function problemKey(
  own: 'glass' | 'oversight' | 'staff' | 'accounts',
  problem: unknown,
  t: Translate,
): string | null {
  if (typeof problem !== 'string' || problem === 'title') return null
  return [own, ...everywhere].map((group) => `${group}.problem.${problem}`).find((key) => t.has(key)) ?? null
}
