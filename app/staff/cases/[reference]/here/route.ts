import { guarded } from '@/app/_form/guarded'
import { postedForm } from '@/app/staff/_http/posted-form'
import { currentSessionUnused } from '@/lib/auth/require-actor'
import type { Session } from '@/lib/auth/session'
import { beGone, beHere } from '@/lib/commands/be-here'
import { DomainError } from '@/lib/domain/errors'
import { parseReference } from '@/lib/domain/reference'
import { expectReason } from '@/lib/queries/given-reason'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

const refusals: ReadonlySet<string> = new Set(['not-found', 'no-reason'])

/**
 * A page says by itself that its case is open, whether somebody is writing on it, and that it was left; it is told who else has it open.
 * That is no use of the session.
 */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return guarded('desk', async () => {
    const form = await postedForm(request)
    if (typeof form === 'string') return Response.json({}, { status: 400 })
    const session = await currentSessionUnused()
    if (session === null) return Response.json({}, { status: 401 })
    const reference = parseReference((await params).reference)
    if (reference === null) return Response.json({}, { status: 404 })
    return answer(session, reference, form)
  })
}

/** Whoever has not said why they open the case has not opened it: they are told of nobody, and nobody of them. */
async function answer(
  { actor, handle }: Session,
  reference: string,
  form: URLSearchParams,
): Promise<Response> {
  try {
    await expectReason(actor, handle, reference)
    const page = pageIn(form)
    if (form.get('gone') === 'yes') {
      await beGone(actor, reference, page)
      return Response.json({ others: [] })
    }
    return Response.json({ others: await beHere(actor, reference, page, form.get('writing') === 'yes') })
  } catch (error) {
    if (error instanceof DomainError && refusals.has(error.code)) return Response.json({}, { status: 404 })
    throw error
  }
}

/** The number a page gave itself; that of no page where it gave none. */
function pageIn(form: URLSearchParams): number {
  const page = form.get('page') ?? ''
  return /^\d{1,3}$/u.test(page) ? Number(page) : 0
}
