import 'server-only'
import { now } from '@/lib/adapters/clock'
import { publicDb } from '@/lib/db/client'
import { changeDraft } from '@/lib/drafts/change-draft'
import { keyOf } from '@/lib/drafts/follow-up-key'
import { readDraft } from '@/lib/drafts/read-draft'
import type { Locale } from '@/lib/i18n/locales'
import { walk } from '@/lib/journey/walk'
import { safeContact } from '@/lib/journeys/safe-contact'
import { hashValue } from './intake-rows'
import { journeySetting } from './journey-setting'
import { planRow } from './plan-row'

/** What the check page posts. */
interface PlanPost {
  readonly cookie: string | undefined
  readonly token: string
  readonly locale: Locale
}

/** `ended`: no follow-up is open here any more. `check`: it is not that page's plan any more. `full`: as many as fit in a day were made. */
export type PlanResult =
  { readonly to: 'kept' | 'ended' | 'check' | 'full' } | { readonly to: 'step'; readonly slug: string }

/**
 * Puts what somebody with a return code answered in the place of the plan that held: from now on, for everything that is done next. The answers
 * leave the draft with it. The same page posted again is the same plan.
 */
export async function changePlan({ cookie, token, locale }: PlanPost): Promise<PlanResult> {
  const draft = await readDraft('public', cookie)
  if (!draft?.followUp) return { to: 'ended' }
  const { submissionId } = draft.followUp
  const key = await keyOf(draft.followUp)
  const held = draft.journeys[safeContact.id]
  // Posted before, it is kept; a page whose answers are gone otherwise put nothing in the place of the plan that holds.
  if (held === undefined)
    return draft.followUp.planToken === token ? { to: 'kept' } : { to: 'step', slug: 'how' }
  const setting = await journeySetting('online', held.answers)
  const { relevant: answers, frontier } = walk(safeContact, held.answers, setting)
  if (frontier !== null) return { to: 'step', slug: frontier.slug }
  if (held.token !== token) return { to: 'check' }
  const at = now()
  const plan = await planRow({ submissionId, token, answers, locale, at })
  const rows = { submission_id: submissionId, key: hashValue(key), at: at.toISOString(), plan }
  const [row] = await publicDb().$queryRaw<{ outcome: string }[]>`
    select accept_contact_plan(${JSON.stringify(rows)}::jsonb) as outcome`
  if (row?.outcome === 'full') return { to: 'full' }
  if (row?.outcome === 'gone') return { to: 'ended' }
  await changeDraft('public', cookie, ({ journeys, followUp, ...rest }) => ({
    ...rest,
    followUp: followUp && { ...followUp, planToken: token, done: 'contact' },
    journeys: Object.fromEntries(Object.entries(journeys).filter(([id]) => id !== safeContact.id)),
  }))
  return { to: 'kept' }
}
