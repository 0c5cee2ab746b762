import 'server-only'
import { isDemonstration } from '@/lib/config/demonstration'
import type { Translate } from '@/lib/i18n/translate'

/** What a demonstration says of its figures wherever they are, first of how they were made; of a force's own there is nothing of it. */
export function madeUpWords(t: Translate): readonly string[] {
  return isDemonstration() ? [t('figures.madeUp')] : []
}
