import type { ContactPlan } from '@/lib/journeys/contact-plan'
import type { Translate } from '@/lib/i18n/translate'

const reachable = ['call', 'text', 'email', 'post'] as const

/** What must be read before anything else: which ways are safe, what not to say, and which ways are not safe. */
export interface SafeLines {
  readonly headline: string
  readonly unsafe: string | null
  readonly more: string | null
}

/** The first lines of the contact panel, in words. */
export function safeLines(plan: ContactPlan, t: Translate): SafeLines {
  if (plan.choice === 'anonymous') {
    return { headline: t('staff.contact.anonymous'), unsafe: null, more: t('staff.contact.anonymousMore') }
  }
  if (plan.choice === 'code-only') {
    return { headline: t('staff.contact.codeOnly'), unsafe: null, more: t('staff.contact.codeOnlyMore') }
  }
  const [first = '', ...others] = plan.ways.map((way) => t(`staff.contact.way.${way}`))
  const ways = either([first, ...others.map((way) => way.charAt(0).toLowerCase() + way.slice(1))], t)
  const say = t(plan.maySayPolice ? 'staff.contact.mayPolice' : 'staff.contact.sayNothing')
  const closed = reachable
    .filter((way) => !plan.ways.includes(way))
    .map((way) => t(`staff.contact.unsafe.${way}`))
  return {
    headline: `${t('staff.contact.only', { ways })} ${say}`,
    unsafe: closed.length === 0 ? null : t('staff.contact.notSafe', { ways: either(closed, t) }),
    more: othersWords(plan, t),
  }
}

function othersWords({ othersSee }: ContactPlan, t: Translate): string | null {
  if (othersSee === 'yes') return t('staff.contact.othersYes')
  return othersSee === 'not-sure' ? t('staff.contact.othersNotSure') : null
}

function either(words: readonly string[], t: Translate): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${t('staff.contact.or')} ${last}`
}
