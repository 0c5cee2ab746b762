import 'server-only'
import { createHash } from 'node:crypto'
import { translator } from '@/lib/i18n/translate'
import type { Locale } from '@/lib/i18n/locales'
import type { Answers } from '@/lib/journey/definition'
import type { Reach } from '@/lib/domain/clocks/promise-words'
import { present } from '@/lib/journey/present'
import { reachOf } from '@/lib/journeys/contact-facts'
import { safeContact } from '@/lib/journeys/safe-contact'
import { planBox, planPurpose } from '@/lib/journeys/stored-plan'
import { sealBox } from '@/lib/sealing/seal'
import { boxRow } from './intake-rows'
import { journeySetting } from './journey-setting'

/** A plan that is made once for each of `token`'s pages, however often it is posted. */
interface NewPlan {
  readonly submissionId: string
  readonly token: string
  /** Relevant answers of the journey. */
  readonly answers: Answers
  readonly locale: Locale
  readonly at: Date
  /** Left out: they have a code, so that they can always come to us. */
  readonly hasReturnCode?: boolean
}

/**
 * How whoever has a code hears from us by these answers. With a code somebody can always come to us, so there is no plan without any way.
 */
function reachWithCode(answers: Answers): Reach {
  const reach = reachOf(answers)
  return reach === 'none' ? 'theirs' : reach
}

/** A plan as the database takes it, sealed so that the desk can open it, and this side cannot. */
export async function planRow(plan: NewPlan) {
  const { submissionId, token, answers, locale, at, hasReturnCode = true } = plan
  const setting = await journeySetting('online', answers)
  const sections = present(safeContact, answers, setting, translator(locale), 'public')
  const { id: journey, version } = safeContact
  const box = await sealBox(planPurpose, planBox({ journey, version, answers, sections }))
  const reach = hasReturnCode ? reachWithCode(answers) : reachOf(answers)
  return { id: idOf(`${submissionId}|${token}`), reach, box: boxRow(box, at) }
}

/** The same id for the same page: what is posted twice is one plan. */
function idOf(text: string): string {
  const hex = createHash('sha256').update(text).digest('hex')
  return [
    [0, 8],
    [8, 12],
    [12, 16],
    [16, 20],
    [20, 32],
  ]
    .map(([from, to]) => hex.slice(from, to))
    .join('-')
}
