import 'server-only'
import { guarded } from '@/app/_form/guarded'
import { seeOther } from '@/app/_form/see-other'
import { currentSession } from '@/lib/auth/require-actor'
import type { Session } from '@/lib/auth/session'
import { confirmPath, isSteppedUp } from '@/lib/auth/step-up'
import { noteNoEntry } from '@/lib/commands/note-no-entry'
import { DomainError } from '@/lib/domain/errors'
import type { DeskArea } from '@/lib/domain/desk-areas'
import type { StepUpAct } from '@/lib/domain/step-up'
import { staffPaths } from '@/lib/config/paths'
import { forgetForm, formOfAnother, keepForEnded, keepForm, withQuery } from './kept-form'
import type { DeskForm } from './kept-form'
import { postedForm } from './posted-form'
import type { PostProblem } from './posted-form'

/** A form of the desk and what it needs. */
export interface DeskPost extends DeskForm {
  /** The part of the desk it belongs to, for whoever may not enter that: there is no such form for them. Left out where it is everybody's. */
  readonly closedPart?: (session: Session) => DeskArea | null
  /** Its own fields, where which there are depends on what the page showed: they come from what was posted. */
  readonly fieldsOf?: (posted: URLSearchParams) => readonly string[]
  /** Reads it, where it is no form of fields alone. */
  readonly read?: (request: Request) => Promise<URLSearchParams | PostProblem>
  /** What it does, where that needs a fresh proof of who is asking. */
  readonly stepUp?: StepUpAct
}

/** Does the act and gives the page to go on to, or a file. What it throws as a DomainError is told on the form's own page. */
export type DeskWork = (
  session: Session,
  field: (name: string) => string,
  posted: URLSearchParams,
) => Promise<string | Response>

/**
 * Takes a form of the desk. Whatever stands in its way (a session that is over, another person's since, a proof that is due, a
 * refusal), what was written is in the form again when its writer, and nobody else, is back at it.
 */
export function deskPost(request: Request, place: DeskPost, work: DeskWork): Promise<Response> {
  return guarded('desk', () => take(request, place, work))
}

async function take(request: Request, asked: DeskPost, work: DeskWork): Promise<Response> {
  const posted = await (asked.read ?? postedForm)(request)
  const place = withOwnFields(asked, posted)
  const session = await currentSession()
  if (session === null) return keepForEnded(place, typeof posted === 'string' ? null : posted)
  // A form of another site leaves no trace, whoever's it would be.
  const stopped = posted === 'foreign' ? null : await notTheirs(session, place, posted)
  if (stopped !== null) return stopped
  if (typeof posted === 'string') return seeOther(withQuery(place.page, { problem: posted }))
  if (place.stepUp !== undefined && !isSteppedUp(session)) {
    await keepForm(session.actor.id, place, posted)
    return seeOther(confirmPath(withQuery(place.page, { kept: 'confirmed', form: place.form })))
  }
  await forgetForm(session.actor.id, place)
  try {
    const done = await work(session, (name) => posted.get(name) ?? '', posted)
    return typeof done === 'string' ? seeOther(done) : done
  } catch (error) {
    if (!(error instanceof DomainError)) throw error
    await keepForm(session.actor.id, place, posted)
    return seeOther(withQuery(place.page, { problem: error.code, form: place.form }))
  }
}

/** The form with the fields that were posted, where they depend on what the page showed. */
function withOwnFields(asked: DeskPost, posted: URLSearchParams | string): DeskPost {
  if (asked.fieldsOf === undefined || typeof posted === 'string') return asked
  return { ...asked, fields: asked.fieldsOf(posted) }
}

/** The answer where the page was shown to somebody else, or its part of the desk is closed to them; null where it is theirs. */
async function notTheirs(
  session: Session,
  place: DeskPost,
  posted: URLSearchParams | string,
): Promise<Response | null> {
  const ofAnother = typeof posted === 'string' ? null : await formOfAnother(session.actor, place, posted)
  if (ofAnother !== null) return ofAnother
  const closed = place.closedPart?.(session) ?? null
  if (closed === null) return null
  await noteNoEntry(session.actor, closed)
  return seeOther(`${staffPaths.queue}?problem=not-found`)
}
