import 'server-only'
import { currentSession } from '@/lib/auth/require-actor'
import type { Session } from '@/lib/auth/session'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import { needsReason } from '@/lib/domain/opening-reason'
import type { OpeningReason } from '@/lib/domain/opening-reason'
import type { Actor } from '@/lib/domain/policy'
import type { CaseAction } from '@/lib/domain/role-grants'
import { parseReference } from '@/lib/domain/reference'
import type { ActName } from '@/components/staff/act-form'
import { expectReason } from '@/lib/queries/given-reason'
import { maySee } from '@/lib/queries/may-see'
import { guarded } from '@/app/_form/guarded'
import { forgetForm, formOfAnother, keepForEnded, keepForm, withQuery } from '../../../_http/kept-form'
import type { DeskForm } from '../../../_http/kept-form'
import { postedForm } from '../../../_http/posted-form'
import { seeOther } from '@/app/_form/see-other'

/** What every act is handed: the case, the version the page showed, and the other fields. */
interface PostedAct {
  readonly reference: string
  readonly version: number
  /** Why they open the case; null where the act needs no reason, or it is not theirs to open. */
  readonly opening: OpeningReason | null
  readonly field: (name: string) => string
}

interface ActContext {
  readonly params: Promise<{ readonly reference: string }>
}

type Act = (actor: Actor, posted: PostedAct) => Promise<void>

/**
 * Takes the form of an act on a case. Done: on to the case, or to the queue where the form came from. Refused: back to
 * the case, which says why in words and shows what was written. So is whoever has not said yet why they open it, where the act is
 * for somebody who has.
 */
export function runAct(request: Request, context: ActContext, form: ActName, act: Act): Promise<Response> {
  return guarded('desk', () => takeAct(request, context, form, act))
}

async function takeAct(request: Request, context: ActContext, form: ActName, act: Act): Promise<Response> {
  const reference = parseReference((await context.params).reference)
  const session = await currentSession()
  const fields = await postedForm(request)
  const posted = typeof fields === 'string' ? null : fields
  if (session === null) return keepForEnded(formOf(reference, form, posted), posted)
  if (reference === null) return seeOther(`${staffPaths.queue}?problem=not-found`)
  if (typeof fields === 'string') return seeOther(`${staffPaths.case(reference)}?problem=${fields}`)
  const { actor } = session
  const ofAnother = await formOfAnother(actor, formOf(reference, form, fields), fields)
  if (ofAnother !== null) return ofAnother
  const field = (name: string) => fields.get(name) ?? ''
  try {
    const opening = await expectOpened(session, reference, form)
    await act(actor, { reference, version: Number(field('version')), opening, field })
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    return refused(actor, reference, form, fields, error)
  }
  await forgetForm(actor.id, formOf(reference, form, fields))
  return seeOther(await placeAfter(actor, reference, form, fields))
}

async function expectOpened(
  { actor, handle }: Session,
  reference: string,
  form: ActName,
): Promise<OpeningReason | null> {
  return needsReason(actionOf[form]) ? expectReason(actor, handle, reference) : null
}

/** What the policy calls each act. */
const actionOf: Readonly<Record<ActName, CaseAction>> = {
  assign: 'assign',
  take: 'take',
  decline: 'decline-offer',
  transfer: 'transfer',
  status: 'set-status',
  note: 'add-note',
  person: 'add-note',
  'person-role': 'add-note',
  message: 'send-message',
  letter: 'send-message',
  contact: 'record-contact',
  number: 'record-contact',
  agree: 'record-contact',
  // It has a handler of its own, which asks who somebody is.
  'new-code': 'review',
  'control-room': 'tell-control-room',
  risk: 'decide-risk',
  close: 'close',
  // Whoever asks may close; that a supervisor decides, the command says.
  closing: 'close',
  tension: 'review',
  // And may decide about its risk, the command says.
  crime: 'add-note',
  review: 'review',
  // What a supervisor had to know of is settled without opening the case.
  settle: 'see-headline',
  recuse: 'recuse',
  conflict: 'declare-conflict',
  sealing: 'seal',
}

/** The fields of each act that hold what somebody wrote or chose. */
const written: Readonly<Record<ActName, readonly string[]>> = {
  assign: ['to'],
  take: [],
  decline: [],
  transfer: ['to', 'reason'],
  status: ['reason'],
  person: ['name', 'role'],
  'person-role': [],
  note: ['text', 'nature'],
  message: ['text', 'tell'],
  letter: ['way', 'template', 'text'],
  contact: ['way', 'result', 'next', 'reason', 'words'],
  number: ['reason', 'words'],
  agree: ['text'],
  'new-code': [],
  'control-room': [],
  risk: ['risk', 'reason', 'again'],
  close: ['disposition', 'reason', 'subject-risk'],
  closing: ['act', 'disposition', 'reason', 'subject-risk'],
  tension: ['act', 'reason'],
  crime: ['offence', 'online'],
  review: [],
  settle: [],
  recuse: ['reason'],
  conflict: ['act', 'account', 'reason'],
  sealing: ['act', 'account', 'reason'],
}

function formOf(reference: string | null, form: ActName, posted: URLSearchParams | null): DeskForm {
  const page = reference === null ? staffPaths.queue : staffPaths.case(reference)
  return { page: posted?.get('from') === 'recording' ? afterRecording : page, form, fields: written[form] }
}

/** What follows a recording is shown for the draft; the journey in its address says nothing. */
const afterRecording = staffPaths.recordStep('report', 'sent')

/** What was done, in a code: a form for several acts says which in a field of its own, which is one of them once it is done. */
function doneOf(form: ActName, fields: URLSearchParams): string {
  return severalActs.has(form) ? (fields.get('act') ?? form) : form
}

/** Forms for several acts. */
const severalActs: ReadonlySet<ActName> = new Set(['conflict', 'sealing', 'closing', 'tension'])

async function placeAfter(
  actor: Actor,
  reference: string,
  form: ActName,
  fields: URLSearchParams,
): Promise<string> {
  if (fields.get('from') === 'recording') return `${afterRecording}?done=${form}`
  if (fields.get('from') === 'attention') return `${staffPaths.attention}?done=${form}`
  const done = doneOf(form, fields)
  const back = fields.get('back')
  if (back === null && (await maySee(actor, reference))) return `${staffPaths.case(reference)}?done=${done}`
  const query = new URLSearchParams(back ?? '')
  query.set('done', done)
  if (form === 'assign') {
    query.set('about', reference)
    query.set('to', fields.get('to') ?? '')
  }
  return `${staffPaths.queue}?${query.toString()}`
}

async function refused(
  actor: Actor,
  reference: string,
  form: ActName,
  fields: URLSearchParams,
  { code }: DomainError,
): Promise<Response> {
  const place = formOf(reference, form, fields)
  await forgetForm(actor.id, place)
  if (fields.get('from') === 'recording') return seeOther(`${afterRecording}?problem=${code}`)
  if (!(await maySee(actor, reference))) return seeOther(`${staffPaths.queue}?problem=${code}`)
  await keepForm(actor.id, place, fields)
  return seeOther(withQuery(staffPaths.case(reference), { problem: code, form }))
}
