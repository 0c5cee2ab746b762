import 'server-only'
import type { Actor } from '@/lib/domain/policy'
import type { Acknowledgement, ReferralSource } from '@/lib/domain/referral'
import { translator } from '@/lib/i18n/translate'
import type { Section } from '@/lib/journey/present'
import { journeyOf } from '@/lib/journeys/referral/document'
import type { ReferralDocument } from '@/lib/journeys/referral/document'
import { readReferral } from '@/lib/journeys/referral/read-referral'
import type { UnderstoodReferral } from '@/lib/journeys/referral/read-referral'
import { hashValue } from './intake-rows'
import { journeySetting } from './journey-setting'
import { makeSubmission } from './make-submission'
import { referralContent, referralToken } from './referral-hash'

interface MadeReferral {
  /** Everything the database's functions for referrals store. */
  readonly rows: Readonly<Record<string, unknown>>
  readonly caseId: string
  readonly told: Omit<Acknowledgement, 'reference'>
}

/** What is understood of a referral that came by this channel, here and today. */
export async function understandReferral(
  document: ReferralDocument,
  { channel }: Pick<ReferralSource, 'channel'>,
): Promise<UnderstoodReferral> {
  const { answers } = readReferral(document, await journeySetting(channel, {}))
  return readReferral(document, await journeySetting(channel, answers))
}

/** Makes the rows of a referral, sealed. */
export async function makeReferral(
  source: ReferralSource,
  document: ReferralDocument,
  recordedBy?: Actor,
): Promise<MadeReferral> {
  const understood = await understandReferral(document, source)
  const journey = journeyOf(document)
  const { rows, caseId } = await makeSubmission({
    journey,
    journeyId: journey.id,
    answers: understood.answers,
    token: referralToken(source.id, document.reference),
    locale: 'en',
    channel: source.channel,
    beside: besides(source, document, understood),
    ...(recordedBy === undefined ? {} : { recordedBy }),
  })
  const referral = { sender_id: source.id, content_hash: hashValue(referralContent(document)) }
  const notUnderstood = understood.notUnderstood.map(({ name }) => name)
  return { rows: { ...rows, referral }, caseId, told: { notUnderstood, missing: understood.missing } }
}

/** Where it comes from, and what has no place among the answers, under the names it came by. */
function besides(
  { name }: ReferralSource,
  { reference }: ReferralDocument,
  { notUnderstood }: UnderstoodReferral,
): readonly Section[] {
  const t = translator('en')
  const row = (questionId: string, label: string, value: string) => ({
    ...{ questionId, label, value },
    stepSlug: 'referral',
  })
  const from = [
    row('referral-sender', t('referral.kept.sender'), name),
    row('referral-reference', t('referral.kept.reference'), reference),
  ]
  const rest = notUnderstood.map((one) => row(one.name, one.name, one.value))
  return [
    { id: 'referral', title: t('referral.kept.title'), rows: from },
    ...(rest.length === 0 ? [] : [{ id: 'referral-rest', title: t('referral.kept.rest'), rows: rest }]),
  ]
}
