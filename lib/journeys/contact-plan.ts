import type { Answers } from '@/lib/journey/definition'

/** Somebody else, for whom a person reports. Null: left blank. */
interface Behalf {
  readonly theyKnow: string | null
  readonly contactWhom: string | null
  readonly reachThem: string | null
}

/** How a person may safely be reached, as they answered. Null or empty: they said nothing about it. */
export interface ContactPlan {
  /** What they said of somebody they report for; null where they speak for themselves. */
  readonly behalf: Behalf | null
  readonly choice: 'plan' | 'code-only' | 'anonymous'
  readonly ways: readonly string[]
  readonly othersSee: string | null
  readonly name: string | null
  readonly pronouns: string | null
  readonly phone: string | null
  readonly email: string | null
  readonly postalAddress: string | null
  readonly trustedPerson: string | null
  readonly anyTime: boolean
  /** Only at the times they wrote, or wanted to write. */
  readonly onlyAt: boolean
  readonly times: string | null
  /** The days and the windows of hours they ticked, where only certain times are safe. */
  readonly days: readonly string[]
  readonly hours: readonly string[]
  readonly voicemail: string | null
  readonly maySayPolice: boolean
  readonly ifSomeoneElse: string | null
  readonly coverStory: string | null
  readonly mustNotKnow: readonly string[]
  readonly mustNotKnowWho: string | null
}

/** Whether somebody else may see or answer, as far as is known: whoever did not say that nobody does may have somebody beside them. */
export function mayBeOverheard({ othersSee }: ContactPlan): boolean {
  return othersSee !== 'no'
}

/** What is sent says nothing of the police: they asked for that, or somebody else may read it, whatever else they ticked. */
export function isNeutral(plan: ContactPlan): boolean {
  return !plan.maySayPolice || mayBeOverheard(plan)
}

/** Takes the contact plan out of relevant answers. What was left blank counts as the careful choice. */
export function contactPlanOf(answers: Answers): ContactPlan {
  const text = (id: string) => {
    const answer = answers[id]
    return typeof answer === 'string' ? answer : null
  }
  const list = (id: string) => {
    const answer = answers[id]
    return typeof answer === 'object' && answer !== null ? answer : []
  }
  const choice = text('contactChoice')
  const behalf = {
    theyKnow: text('theyKnow'),
    contactWhom: text('contactWhom'),
    reachThem: text('reachThem'),
  }
  return {
    behalf: text('role') === 'on-behalf' ? behalf : null,
    choice: choice === 'plan' || choice === 'code-only' ? choice : 'anonymous',
    ways: list('safeWays'),
    othersSee: text('othersSee'),
    name: text('name'),
    pronouns: text('pronouns'),
    phone: text('phone'),
    email: text('email'),
    postalAddress: text('postalAddress'),
    trustedPerson: text('trustedPerson'),
    anyTime: text('contactWhen') === 'any-time',
    onlyAt: text('contactWhen') === 'only-at',
    times: text('contactTimes'),
    days: list('contactDays'),
    hours: list('contactHours'),
    voicemail: text('voicemail'),
    maySayPolice: text('maySay') === 'police',
    ifSomeoneElse: text('ifSomeoneElse'),
    coverStory: text('coverStory'),
    mustNotKnow: list('mustNotKnow'),
    mustNotKnowWho: text('mustNotKnowWho'),
  }
}
