import 'server-only'
import { DomainError } from '@/lib/domain/errors'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'
import type { ReferralSource } from '@/lib/domain/referral'
import { translator } from '@/lib/i18n/translate'
import { labelToday } from '@/lib/journey/apart'
import { present } from '@/lib/journey/present'
import type { Section } from '@/lib/journey/present'
import { journeyOf } from '@/lib/journeys/referral/document'
import type { ReferralDocument } from '@/lib/journeys/referral/document'
import type { UnderstoodReferral } from '@/lib/journeys/referral/read-referral'
import { journeySetting } from './journey-setting'
import { understandReferral } from './make-referral'

/** What was understood of a referral, in words. */
export interface ReferralPreview {
  readonly sections: readonly Section[]
  readonly notUnderstood: UnderstoodReferral['notUnderstood']
  /** Labels of the questions that people who report themselves have to answer. */
  readonly missing: readonly string[]
}

/** What a referral from a file would be, before anything of it is kept. `forbidden` for whoever takes none in. */
export async function previewReferral(
  actor: Actor,
  source: ReferralSource,
  document: ReferralDocument,
): Promise<ReferralPreview> {
  if (!mayEnter(actor.role, 'referrals')) throw new DomainError('forbidden')
  const { answers, notUnderstood, missing } = await understandReferral(document, source)
  const journey = journeyOf(document)
  const setting = await journeySetting(source.channel, answers)
  const t = translator('en')
  return {
    sections: present(journey, answers, setting, t, 'staff'),
    notUnderstood,
    missing: missing.map((id) => labelToday(journey, id, setting, t) ?? id),
  }
}
