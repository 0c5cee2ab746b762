import type { Clock } from '@/components/staff/clock'
import { dayWords } from '@/components/staff/retention-words'
import type { Days } from '@/lib/domain/records/edition'
import type { RecordTypeContent } from '@/lib/domain/records/record-type'
import { lowerFirst } from '@/lib/i18n/lower-first'
import type { Translate } from '@/lib/i18n/translate'

/** Before anything the desk can hold: a version from then on has always been there. */
const beginning = '2000-01-01'

/** From when and until when: `from 1 January 2027 to 31 March 2027`. */
export function daysWords({ from, until }: Days, clock: Clock): string {
  const { t } = clock
  const first = from <= beginning ? null : dayWords(from, clock)
  const last = until === null ? null : dayWords(until, clock)
  if (first === null)
    return last === null ? t('staff.recordType.days.always') : t('staff.recordType.days.until', { last })
  if (last === null) return t('staff.recordType.days.from', { first })
  return t('staff.recordType.days.between', { first, last })
}

/** What follows from ending a case so, one sentence for each rule. */
export function followsWords(one: RecordTypeContent, t: Translate): readonly string[] {
  const kinds = one.kinds.map((kind) => lowerFirst(t(`staff.kind.${kind}`)))
  return [
    t('staff.recordType.rule.kinds', { kinds: kinds.join(', ') }),
    ...(one.supervisorOnly ? [t('staff.recordType.rule.supervisorOnly')] : []),
    ...(one.asksReview ? [t('staff.recordType.rule.asksReview')] : []),
    t(one.asksReason ? 'staff.recordType.rule.asksReason' : 'staff.recordType.rule.noReason'),
    t(`staff.recordType.subject.${one.subjectData}`),
  ]
}

/** What an ending is called at the desk. */
export function labelOf({ labels, disposition }: Pick<RecordTypeContent, 'labels' | 'disposition'>): string {
  return labels.en ?? disposition
}
