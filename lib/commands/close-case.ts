import 'server-only'
import { now } from '@/lib/adapters/clock'
import { currentForce } from '@/lib/config/current-force'
import type { Transaction } from '@/lib/db/client'
import type { Case } from '@/lib/db/generated/client'
import { close } from '@/lib/domain/case'
import { describeCase, factsOf, stateOf } from '@/lib/domain/case-facts'
import { mayCloseAlone, mayDecideClosing, needsApproval } from '@/lib/domain/closure'
import { DomainError } from '@/lib/domain/errors'
import type { OpeningReason } from '@/lib/domain/opening-reason'
import type { Actor } from '@/lib/domain/policy'
import { mayCloseWith, offeredTo, recordTypesOn, takesOut } from '@/lib/domain/records/record-type'
import type { RecordType } from '@/lib/domain/records/record-type'
import { cleanText } from '@/lib/journey/clean-text'
import { openClosing } from '@/lib/queries/open-closing'
import { ownPart } from '@/lib/queries/own-part'
import { recordTypes } from '@/lib/queries/record-types'
import { sealBox } from '@/lib/sealing/seal'
import { changeCase } from './change-case'
import type { CaseSeen } from './change-case'
import { today } from './journey-setting'
import { requireWords } from './require-words'
import { resealWithoutSubject } from './reseal-submission'
import { planToTellOfEnd } from './tell-of-end'
import { tellOfNews } from './tell-of-news'

interface Closing extends CaseSeen {
  readonly disposition: string
  /** Why, where the ending asks for it. */
  readonly reason: string
  /** Whether there is a real risk of significant harm without what was said about the person complained of; null, or left out: not answered. */
  readonly isRisk?: boolean | null
}

/**
 * Closes a case with an ending that holds today, and takes what was said about the person complained of out of it where the ending says so. DomainErrors
 * besides those of `changeCase`: `invalid`, `for-supervisor`, `needs-approval` (and nobody else has asked for it), `asked-otherwise` (and with another ending), `subject-unanswered`, `on-hold` (nothing may be taken out), `unreadable`. Whoever
 * wants to be told, or is asked whether what was agreed happened, is told by their plan that there is something new. `opening`: why the case is
 * opened, for the look at the plan; without it nobody is told.
 */
export async function closeCase(
  actor: Actor,
  seen: Closing,
  opening: OpeningReason | null = null,
): Promise<void> {
  const day = today()
  const type = await chosenType(actor, seen, day)
  const box =
    type.asksReason || cleanText(seen.reason) !== ''
      ? await sealBox('note', { text: requireWords(seen.reason) })
      : undefined
  if (!mayCloseWith(actor.role, type)) throw new DomainError('for-supervisor')
  const { isRisk = null } = seen
  const isTakenOut = takesOut(type.subjectData, isRisk)
  if (isTakenOut === null) throw new DomainError('subject-unanswered')
  const without = isTakenOut ? await resealWithoutSubject(actor, seen) : null
  const held = opening === null ? null : await planToTellOfEnd(actor, seen.reference, opening)
  await changeCase(actor, 'close', seen, async (found, tx) => {
    if (!type.kinds.includes(describeCase(found).kind)) throw new DomainError('invalid')
    await expectMergedClosed(tx, found.id)
    const { disposition } = type
    await expectApproved(tx, actor, found, disposition)
    const { status } = close(stateOf(found), disposition, [disposition])
    if (held !== null) await tellOfNews(tx, found, held)
    return {
      patch: { status, disposition, closedAt: now() },
      type: 'closed',
      detail: { disposition, ...(type.subjectData === 'ask' ? { risk: isRisk } : {}) },
      ...(box === undefined ? {} : { box }),
      ending: { typeId: type.id, day, without },
    }
  })
}

/** Each case merged into it has its own reporter and its own end. */
async function expectMergedClosed(tx: Transaction, id: string): Promise<void> {
  const open = await tx.case.count({ where: { goesOnInId: id, status: { not: 'closed' } } })
  if (open > 0) throw new DomainError('merged-open')
}

/** Where the force wants approval: whoever closes is it themselves, or approves what somebody else asked for. */
async function expectApproved(
  tx: Transaction,
  actor: Actor,
  found: Case,
  disposition: string,
): Promise<void> {
  const asked = await openClosing(tx, found.id)
  if (asked?.askedById === actor.id) throw new DomainError('own-request')
  // Closing it so would stand as a yes to what somebody asked for otherwise.
  if (asked !== null && asked.disposition !== disposition) throw new DomainError('asked-otherwise')
  const part = await ownPart(tx, actor, found)
  const { risk } = describeCase(found)
  const rule = currentForce().closureApproval
  if (!needsApproval([risk, part.loweredFrom], disposition, rule)) return
  if (mayCloseAlone(actor, factsOf(found), part)) return
  if (asked === null || !mayDecideClosing(actor, asked.askedById)) throw new DomainError('needs-approval')
}

/** The ending somebody is offered today. DomainError `invalid` for every other. */
export async function chosenType(
  actor: Actor,
  { disposition }: Pick<Closing, 'disposition'>,
  day: string,
): Promise<RecordType> {
  const offered = offeredTo(actor.role, recordTypesOn(day, null, await recordTypes(actor)))
  const type = offered.find((one) => one.disposition === disposition)
  if (type === undefined) throw new DomainError('invalid')
  return type
}
