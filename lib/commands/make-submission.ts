import 'server-only'
import { createHash, randomBytes, randomUUID } from 'node:crypto'
import { now } from '@/lib/adapters/clock'
import { withoutWords } from '@/lib/domain/call-back/call-back'
import { mayBeInDanger } from '@/lib/domain/desk-alerts'
import { newReference } from '@/lib/domain/reference'
import { newReturnCode } from '@/lib/domain/return-code'
import { assessRisk } from '@/lib/domain/risk'
import { risks } from '@/lib/domain/words'
import type { Channel } from '@/lib/domain/words'
import type { DraftFiles, Sent } from '@/lib/drafts/draft'
import { translator } from '@/lib/i18n/translate'
import type { Locale } from '@/lib/i18n/locales'
import type { Answers, Journey, JourneyContext } from '@/lib/journey/definition'
import { present } from '@/lib/journey/present'
import type { Section } from '@/lib/journey/present'
import { splitAnswers, splitSections } from '@/lib/journey/apart'
import { walk } from '@/lib/journey/walk'
import { apartField, apartText, hasWords } from '@/lib/journeys/kept-apart'
import { contactPlanOf } from '@/lib/journeys/contact-plan'
import { reachTold } from '@/lib/journeys/barred-ways'
import { ownPromise, toldOfHours } from '@/lib/journeys/own-hours'
import { reachOf, wantsReturnCode } from '@/lib/journeys/contact-facts'
import { facetsOf } from '@/lib/journeys/facets'
import type { Facets } from '@/lib/journeys/facets'
import { promiseOf } from '@/lib/queries/promise-of'
import { canonicalJson } from '@/lib/sealing/canonical-json'
import { reporterPublicKey } from '@/lib/sealing/reporter-key'
import { returnCodeRow } from '@/lib/sealing/return-code-keys'
import type { ReturnCodeRow } from '@/lib/sealing/return-code-keys'
import { sealBox } from '@/lib/sealing/seal'
import { fileRows, readyFiles, receiptsOf } from './evidence/file-rows'
import { boxRow, hashValue, returnCodeValues } from './intake-rows'
import { journeySetting } from './journey-setting'

/** The journeys that open a case. */
export type SendableId = 'report' | 'liaison'

/** Whether a journey opens a case; the equality questions do not. */
export function isSendable(journeyId: string): journeyId is SendableId {
  return journeyId === 'report' || journeyId === 'liaison'
}

interface Sending {
  readonly journey: Journey
  readonly journeyId: SendableId
  readonly answers: Answers
  readonly token: string
  readonly locale: Locale
  readonly channel: Channel
  readonly recordedBy?: { readonly id: string }
  /** What was added to it. */
  readonly files?: DraftFiles | undefined
  /** It came in a flood. */
  readonly slow?: boolean
  /** What is kept in words beside what was asked and answered. */
  readonly beside?: readonly Section[]
}

/** Everything `accept_submission` stores but the draft, the confirmation to show, and the id of the case it opens. */
export async function makeSubmission(
  sending: Sending,
): Promise<{ rows: Readonly<Record<string, unknown>>; sent: Sent; caseId: string }> {
  const setting = await journeySetting(sending.channel, sending.answers)
  const { relevant } = walk(sending.journey, sending.answers, setting)
  const fields = sealedFields(sending, relevant, setting)
  return submissionOf(sending, { setting, relevant, fields, offersCode: true })
}

/** What a submission is made of besides how it came. */
interface Made {
  readonly setting: JourneyContext
  readonly relevant: Answers
  /** To seal. */
  readonly fields: Readonly<Record<string, string>>
  /** Whether whoever sent it is there to be given a return code, where they want one. */
  readonly offersCode: boolean
}

/** The rows of a submission, whichever way what it is made of came. */
export async function submissionOf(
  sending: Omit<Sending, 'answers'>,
  { setting, relevant, fields, offersCode }: Made,
): Promise<{ rows: Readonly<Record<string, unknown>>; sent: Sent; caseId: string }> {
  const caseId = randomUUID()
  const facets = facetsOf(sending.journeyId, relevant, setting)
  const receivedAt = now()
  const risk = assessRisk(facets.risk)
  const [reach, told] = [reachOf(relevant), reachTold(relevant)]
  const promised = await promiseOf({ facets, risk, reach, force: setting.force, at: receivedAt })
  const { promise, begin } = ownPromise(relevant, promised, receivedAt, setting.force)
  const files = readyFiles(sending.files)
  const returnCode = offersCode && wantsReturnCode(relevant) ? newReturnCode(randomBytes(32)) : null
  const sent: Sent = {
    journeyId: sending.journeyId,
    kind: facets.kind,
    reference: newReference(facets.kind, randomBytes(8)),
    submissionId: randomUUID(),
    returnCode,
    reachable: reach !== 'none',
    reach: told,
    ...toldOfHours(relevant, begin),
    promisedBy: promise.by.toISOString(),
    dutyAt: promise.dutyAt?.toISOString() ?? null,
    beyondTarget: promise.beyondTarget,
    asked: promise.asked,
    ...(sending.recordedBy === undefined ? {} : { callPlan: withoutWords(contactPlanOf(relevant)) }),
    equalityDone: false,
    token: sending.token,
    ...(files.length === 0 ? {} : { files: receiptsOf(files) }),
  }
  const [box, code] = await Promise.all([
    sealBox('submission', fields),
    returnCode === null ? null : returnCodeRow(returnCode, sent.submissionId),
  ])
  const rows = {
    submission: { ...submissionValues(sending, sent, receivedAt), force: setting.force.id },
    box: boxRow(box, receivedAt),
    return_code: code && returnCodeValues(code),
    evidence: await fileRows(files, { ...sent, reporter: reporterOf(sent, code), at: receivedAt }),
    case: {
      id: caseId,
      ...caseValues(facets, risk),
      promised_by: sent.promisedBy,
      duty_at: sent.dutyAt,
      beyond_target: sent.beyondTarget,
      // No contact is promised in a way that is used at no hour; once an hour is ticked it may be used, and tried.
      ...{ asked: told === reach ? sent.asked : 'nobody', reach },
      recorded_by_id: sending.recordedBy?.id,
      // Whoever may be in danger now waits behind nobody.
      slow_lane: sending.slow === true && !mayBeInDanger(risk),
    },
    event_id: randomUUID(),
  }
  return { rows, sent, caseId }
}

/** Whoever has the code sees what they sent. */
function reporterOf({ submissionId }: Sent, code: ReturnCodeRow | null) {
  return code === null ? null : reporterPublicKey(submissionId, code.reporterPublicKey)
}

function submissionValues(
  { journey, channel, locale, token }: Omit<Sending, 'answers'>,
  sent: Sent,
  receivedAt: Date,
) {
  return {
    id: sent.submissionId,
    reference: sent.reference,
    kind: sent.kind,
    channel,
    journey_version: journey.version,
    locale,
    token_hash: hashValue(createHash('sha256').update(token).digest()),
    received_at: receivedAt.toISOString(),
  }
}

function caseValues(facets: Facets, { suggested, rules }: ReturnType<typeof assessRisk>) {
  return {
    district: facets.district,
    strands: facets.strands,
    risk_suggested: suggested,
    risk_rank: risks.indexOf(suggested),
    risk_rules: rules,
    wants_officer: facets.wantsOfficer,
    languages: facets.languages,
    excluded_districts: facets.excludedDistricts,
    names_exclusion: facets.namesExclusion,
    restricted: facets.restricted,
  }
}

/**
 * The contact plan is a field of its own as well, so that the contact panel can open it alone. What is kept apart is in its own field and
 * in no other; that there is any is told by what opens with the case.
 */
function sealedFields(
  { journey, locale, beside = [] }: Sending,
  relevant: Answers,
  setting: JourneyContext,
): Record<string, string> {
  const { shared: sections, apart: sectionsApart } = splitSections(journey, [
    ...beside,
    ...present(journey, relevant, setting, translator(locale), 'public'),
  ])
  const { shared: answers, apart } = splitAnswers(journey, relevant)
  const contact = sections.filter(({ id }) => id === 'contact').flatMap(({ rows }) => rows)
  const said = { journey: journey.id, version: journey.version, answers, apart: hasWords(apart) }
  return {
    answers: canonicalJson(said),
    transcript: JSON.stringify(sections),
    contact: JSON.stringify(contact),
    [apartField]: apartText({ journey: journey.id, answers: apart, sections: sectionsApart }),
  }
}
