import { lowerFirst } from '@/lib/i18n/lower-first'
import type { Translate } from '@/lib/i18n/translate'

interface Told {
  readonly type: string
  readonly detail: Readonly<Record<string, string | number | boolean | null>>
}

/** What the history adds to an act that reached out: how, what is next, and why where their plan did not allow it; and to a plan that staff changed. Empty for every other. */
export function attemptWords({ type, detail }: Told, t: Translate): string {
  const { way, next, refused, reason } = detail
  if (type === 'number-shown')
    return t('reach.told.why', { reason: lowerFirst(t(`reach.number.reason.${String(reason)}`)) })
  if (type === 'plan-changed') return changeWords(detail, t)
  if (type !== 'contact-recorded') return ''
  const said = (group: string, code: Told['detail'][string] | undefined) => {
    const key = `reach.${group}.${String(code)}`
    return t.has(key) ? lowerFirst(t(key)) : ''
  }
  return [
    way === undefined ? '' : t('reach.told.way', { way: said('way', way) }),
    refused === undefined
      ? ''
      : t('reach.told.refused', { why: said('now', refused), reason: said('reason', reason) }),
    next === undefined ? '' : t('reach.told.next', { next: said('next', next) }),
  ]
    .filter((words) => words !== '')
    .join(' ')
}

/** Of a plan that staff changed for somebody: how they were known, and what is allowed that was not. */
function changeWords({ known, widened }: Told['detail'], t: Translate): string {
  const how = `reach.known.${String(known)}`
  const what = widenedWords(widened, t)
  return [
    t.has(how) ? t('reach.told.known', { known: lowerFirst(t(how)) }) : '',
    what === '' ? '' : t('reach.told.widened', { what }),
  ]
    .filter((words) => words !== '')
    .join(' ')
}

/** What a plan allows that the one before did not, in words; empty where that is nothing. */
export function widenedWords(codes: unknown, t: Translate): string {
  return (typeof codes === 'string' ? codes.split(' ') : [])
    .map((code) => `reach.widened.${code}`)
    .filter((key) => t.has(key))
    .map((key) => t(key))
    .join(', ')
}
