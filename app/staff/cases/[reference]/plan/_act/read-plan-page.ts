import 'server-only'
import { redirect } from 'next/navigation'
import type { Session } from '@/lib/auth/session'
import { journeySetting, today } from '@/lib/commands/journey-setting'
import { noteRefusal } from '@/lib/commands/note-refusal'
import { staffPaths } from '@/lib/config/paths'
import { actsOn } from '@/lib/domain/case'
import { stateOf } from '@/lib/domain/case-facts'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { translator } from '@/lib/i18n/translate'
import { readWhole, viewWhole } from '@/lib/journey/whole'
import type { PartView } from '@/lib/journey/whole'
import { safeContactFor } from '@/lib/journeys/safe-contact'
import { getCaseHeadline } from '@/lib/queries/get-case-headline'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'
import { givenReason } from '@/lib/queries/given-reason'
import { openPlan } from '@/lib/queries/open-plan'
import type { OpenedPlan } from '@/lib/queries/open-plan'
import { keptForm } from '../../../../_http/kept-form'
import { keptPost, planForm } from './plan-form'
import type { TypedPlan } from './plan-form'

/** What the page shows on which staff put down a plan for somebody. */
export interface PlanPageRead {
  readonly headline: CaseHeadline
  /** The plan that holds; null where it does not open: then none is put in its place either. */
  readonly held: OpenedPlan | null
  readonly parts: readonly PartView[]
  readonly typed: TypedPlan
}

/** Reads it, under audit: the plan that holds is opened, and nothing else. Leads elsewhere where it is not theirs, or they have to say why first. */
export async function readPlanPage(session: Session, text: string, problem: unknown): Promise<PlanPageRead> {
  const { actor } = session
  const headline = await findOrLead(actor, text)
  const held = await openOrLead(session, headline)
  const context = await journeySetting('online', {})
  const journey = safeContactFor(headline.hasReturnCode)
  const parts = viewWhole(journey, context, translator('en')).map((part) =>
    headline.hasReturnCode ? part : withoutHints(part),
  )
  const { page } = planForm(headline.reference)
  const kept = (await keptForm(actor, page))?.values ?? {}
  const questions = parts.flatMap((part) => part.questions)
  const { values, errors } = readWhole(journey, keptPost(kept, questions), context, today())
  // Nothing is wrong with a form that nobody has filled in yet, or that was not taken for another reason.
  const isIncomplete = problem === 'invalid' || problem === 'reason-missing'
  const known = kept.known ?? ''
  const typed = {
    known,
    values,
    errors: isIncomplete ? errors : {},
    isKnownMissing: isIncomplete && known === '',
  }
  return { headline, held, parts, typed }
}

/** For whoever may do this to the case. For others it leads back to the case, and the try is audited. */
async function findOrLead(actor: Actor, text: string): Promise<CaseHeadline> {
  const { headline, may } = await headlineOf(actor, text)
  const { reference } = headline
  if (!may.has('change-plan')) {
    await noteRefusal(actor, reference, { attempted: 'change-plan', code: 'forbidden' })
    redirect(`${staffPaths.case(reference)}?problem=forbidden`)
  }
  if (!actsOn(stateOf(headline)).includes('change-plan'))
    redirect(`${staffPaths.case(reference)}?problem=bad-transition`)
  return headline
}

async function headlineOf(actor: Actor, text: string) {
  try {
    return await getCaseHeadline(actor, text)
  } catch (error) {
    if (error instanceof DomainError) redirect(staffPaths.missing)
    throw error
  }
}

/** The case itself asks why it is opened, and says it where the look cannot be written to the log. */
async function openOrLead({ actor, handle }: Session, headline: CaseHeadline): Promise<OpenedPlan | null> {
  const { reference } = headline
  const reason = await givenReason(actor, handle, headline)
  if (reason === null) redirect(`${staffPaths.case(reference)}?problem=no-reason`)
  try {
    return await openPlan(actor, reference, reason)
  } catch (error) {
    if (error instanceof DomainError) redirect(`${staffPaths.case(reference)}?problem=${error.code}`)
    throw error
  }
}

/** What is said under the choices speaks of a return code, which this person has not. */
function withoutHints({ questions, ...part }: PartView): PartView {
  const plain = questions.map((question) =>
    question.question.id === 'contactChoice' && question.options !== undefined
      ? { ...question, options: question.options.map(({ value, label }) => ({ value, label })) }
      : question,
  )
  return { ...part, questions: plain }
}
