import { lowerFirst } from '@/lib/i18n/lower-first'
import { mayBeOverheard } from '@/lib/journeys/contact-plan'
import type { ContactPlan } from '@/lib/journeys/contact-plan'
import type { Translate } from '@/lib/i18n/translate'

const reachable = ['call', 'text', 'email', 'post'] as const

/** What must be read before anything else: which ways are safe, what not to say, and which ways are not safe. */
export interface SafeLines {
  /** For whom they report and whom to contact; empty where they speak for themselves. */
  readonly behalf: readonly string[]
  readonly headline: string
  readonly unsafe: string | null
  readonly more: string | null
}

/** The first lines of the contact panel, in words. `isChanged`: they said so later, so that no way means none and not that nobody knows them. */
export function safeLines(plan: ContactPlan, t: Translate, isChanged = false): SafeLines {
  const behalf = behalfLines(plan, t)
  if (plan.choice === 'anonymous') {
    const more = t('staff.contact.anonymousMore')
    return {
      behalf,
      headline: t(isChanged ? 'reach.nobody' : 'staff.contact.anonymous'),
      unsafe: unsafeWords([], t),
      more,
    }
  }
  if (plan.choice === 'code-only') {
    const more = t('staff.contact.codeOnlyMore')
    return { behalf, headline: t('staff.contact.codeOnly'), unsafe: unsafeWords([], t), more }
  }
  const [first = '', ...others] = plan.ways.map((way) => t(`staff.contact.way.${way}`))
  const ways = either([first, ...others.map(lowerFirst)], t)
  return {
    behalf,
    headline: `${t('staff.contact.only', { ways })} ${sayWords(plan, t)}`,
    unsafe: unsafeWords(plan.ways, t),
    more: othersWords(plan, t),
  }
}

/** The ways that nobody ticked; null where each was. */
function unsafeWords(ticked: readonly string[], t: Translate): string | null {
  const closed = reachable
    .filter((way) => !ticked.includes(way))
    .map((way) => t(`staff.contact.unsafe.${way}`))
  return closed.length === 0 ? null : t('staff.contact.notSafe', { ways: either(closed, t) })
}

/** Nobody who may be overheard is told it is the police, whatever else was ticked. */
function sayWords(plan: ContactPlan, t: Translate): string {
  if (!plan.maySayPolice) return t('staff.contact.sayNothing')
  return t(mayBeOverheard(plan) ? 'staff.contact.checkFirst' : 'staff.contact.mayPolice')
}

/** Whoever does not agree, does not know or cannot be told is never contacted, whatever was said of whom to contact. */
function behalfLines({ behalf, choice }: ContactPlan, t: Translate): string[] {
  if (behalf === null) return []
  const { theyKnow, contactWhom } = behalf
  const who = t(`staff.contact.behalf.${theyKnow ?? 'blank'}`)
  if (mayReachThem(behalf))
    return choice === 'anonymous' ? [who] : [who, t(`staff.contact.whom.${contactWhom ?? 'blank'}`)]
  const only = t(choice === 'plan' ? 'staff.contact.onlyReporter' : 'staff.contact.notThem')
  const wished = contactWhom === 'them' || contactWhom === 'both'
  return [`${who} ${only}`, ...(wished ? [t('staff.contact.whom.overridden')] : [])]
}

/** Whether the other person agreed; what else was said of contacting them counts only then. */
export function mayReachThem(behalf: NonNullable<ContactPlan['behalf']>): boolean {
  return behalf.theyKnow === 'agree'
}

function othersWords({ othersSee }: ContactPlan, t: Translate): string | null {
  if (othersSee === 'yes') return t('staff.contact.othersYes')
  return othersSee === 'not-sure' ? t('staff.contact.othersNotSure') : null
}

function either(words: readonly string[], t: Translate): string {
  const last = words.at(-1) ?? ''
  return words.length < 2 ? last : `${words.slice(0, -1).join(', ')} ${t('staff.contact.or')} ${last}`
}
