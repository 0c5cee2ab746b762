import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import type { Case } from '@/lib/db/generated/client'
import { localTime } from '@/lib/domain/calendar'
import { describeCase } from '@/lib/domain/case-facts'
import { nameOn } from '@/lib/domain/districts/over-time'
import type { Force } from '@/lib/domain/force'
import type { Actor } from '@/lib/domain/policy'
import { caseHandOver, handOverParts } from '@/lib/domain/ways-out/hand-over-document'
import type { CaseHandOver, HandOverPart, HandOverReceiver } from '@/lib/domain/ways-out/hand-over-document'
import { translator } from '@/lib/i18n/translate'
import type { Translate } from '@/lib/i18n/translate'
import { withEndings } from '@/lib/i18n/with-endings'
import { isContactQuestion } from '@/lib/journeys/contact-steps'
import { eventWords, noteWords } from './event-words'
import { openForExport } from './open-for-export'
import type { OpenedForExport } from './open-for-export'
import { recordTypeNames } from './record-types'

interface Chosen {
  readonly madeFor: HandOverReceiver
  readonly parts: readonly HandOverPart[]
  readonly at: Date
}

/** Opens a case, each look a row of the audit, and makes the document of it. For whoever has just proved who they are. DomainErrors as `openForExport`. */
export async function openHandOver(actor: Actor, found: Case, chosen: Chosen) {
  const opened = await openForExport(actor, found.reference, null)
  const t = withEndings(translator('en'), await recordTypeNames(actor))
  return { opened, t, document: handOverData(found, opened, chosen, { force: currentForce(), t }) }
}

/** One opened case as a document for another system: the facts of it, and the parts that were chosen. */
function handOverData(
  found: Case,
  opened: OpenedForExport,
  { madeFor, parts, at }: Chosen,
  { force, t }: { readonly force: Force; readonly t: Translate },
): CaseHandOver {
  const given = partsOf(opened, t)
  const has = (part: HandOverPart) => parts.includes(part)
  return caseHandOver.parse({
    ...{ schema: 'case-hand-over/1', madeAt: at.toISOString(), madeFor, parts },
    force: { id: force.id, name: force.name },
    case: factsGiven(found, opened.language, force, t),
    account: has('account') ? given.account : [],
    contact: has('contact') ? given.contact : [],
    messages: has('messages') ? given.messages : [],
    notes: has('notes') ? given.notes : [],
    history: has('history') ? given.history : [],
    leftOut: [
      ...handOverParts.filter((part) => !has(part)),
      ...(opened.identity.given ? ['identity'] : []),
      ...(opened.hasEquality ? ['equality'] : []),
      ...(opened.files.length > 0 ? ['files'] : []),
      ...(opened.messages.some(({ text }) => text === null) ? ['unreadable-messages'] : []),
    ],
  })
}

function factsGiven(found: Case, language: string, force: Force, t: Translate): CaseHandOver['case'] {
  const { kind, channel, district, strands, status, risk } = describeCase(found)
  const { reference, receivedAt, closedAt, disposition, riskDecided } = found
  return {
    ...{ reference, kind, channel, status, language, risk, riskDecided: riskDecided !== null },
    district: district === null ? null : { id: district, name: districtName(district, receivedAt, force) },
    strands: strands.map((id) => ({
      ...{ id, name: t.has(`staff.strand.${id}`) ? t(`staff.strand.${id}`) : id },
    })),
    receivedAt: receivedAt.toISOString(),
    closedAt: closedAt?.toISOString() ?? null,
    outcome: disposition === null ? null : t(`staff.disposition.${disposition}`),
  }
}

function districtName(id: string, at: Date, force: Force): string {
  const district = force.districts.find((one) => one.id === id)
  return district === undefined ? id : nameOn(district, localTime(at, force).toPlainDate().toString())
}

function partsOf(opened: OpenedForExport, t: Translate): Pick<CaseHandOver, HandOverPart> {
  const rows = opened.transcript.flatMap(({ title, rows: asked }) =>
    asked.map(({ questionId, label, value }) => ({
      ...{ section: title, questionId, question: label, answer: value },
    })),
  )
  const isContact = ({ questionId }: { readonly questionId: string }) => isContactQuestion(questionId)
  return {
    account: rows.filter((row) => !isContact(row)),
    // By the plan that holds: of one before it nothing is given, which could still look safe.
    contact: (opened.held?.rows ?? rows).filter(isContact),
    messages: opened.messages.flatMap(({ at, author, text }) =>
      text === null
        ? []
        : [
            {
              at: at.toISOString(),
              from: author === 'reporter' ? ('person' as const) : ('force' as const),
              text,
            },
          ],
    ),
    notes: opened.events.flatMap((event) =>
      event.note === null
        ? []
        : [{ at: event.at.toISOString(), role: event.role, text: noteWords(event, t) }],
    ),
    history: opened.events.map((event) => ({
      ...{ at: event.at.toISOString(), role: event.role, what: eventWords(event, t) },
    })),
  }
}
