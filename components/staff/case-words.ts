import { dangerMessage } from '@/lib/domain/desk-alerts'
import { lowerFirst } from '@/lib/i18n/lower-first'
import type { Translate } from '@/lib/i18n/translate'
import type { Channel, SubmissionKind } from '@/lib/domain/words'

/** Names of districts by id, from the force. */
export type DistrictNames = ReadonlyMap<string, string>

/** `Report, online, Stevenage`. */
export function sourceWords(
  found: { readonly kind: SubmissionKind; readonly channel: Channel; readonly district: string | null },
  districts: DistrictNames,
  t: Translate,
): string {
  const place =
    found.district === null ? t('staff.district.none') : (districts.get(found.district) ?? found.district)
  return [t(`staff.kind.${found.kind}`), t(`staff.channel.${found.channel}`), place].join(', ')
}

/** Districts somebody covers, by the names they have or had; one that ended says so. `today`: those there are now. */
export function coveredWords(
  ids: readonly string[],
  {
    names,
    today,
    t,
  }: { readonly names: DistrictNames; readonly today: DistrictNames; readonly t: Translate },
): string {
  return ids
    .map((id) => {
      const name = names.get(id)
      if (name === undefined) return t('staff.district.gone')
      return today.has(id) ? name : t('staff.district.ended', { name })
    })
    .join(', ')
}

/** `Transgender identity, race`: what a case is about, as far as that is published. */
export function aboutWords(
  found: { readonly kind: SubmissionKind; readonly strands: readonly string[] },
  t: Translate,
): string {
  const [first, ...others] = found.strands.map((strand) => strandWords(strand, t))
  if (first === undefined)
    return t(found.kind === 'report' ? 'staff.queue.noStrand' : 'staff.queue.aboutLiaison')
  return [first, ...others.map((strand) => lowerFirst(strand))].join(', ')
}

/** The name of a strand; a force may add strands that have no message of their own. */
export function strandWords(strand: string, t: Translate): string {
  return t.has(`staff.strand.${strand}`) ? t(`staff.strand.${strand}`) : strand.replaceAll('-', ' ')
}

/** What a risk rule says; its id where an old case names a rule that is gone. */
export function riskRuleWords(rule: string, t: Translate): string {
  if (rule === dangerMessage) return t('agreeing.danger')
  return t.has(`rules.risk.${rule}`) ? t(`rules.risk.${rule}`) : rule.replaceAll('-', ' ')
}
