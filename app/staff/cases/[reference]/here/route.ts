import { guarded } from '@/app/_form/guarded'
import { postedForm } from '@/app/staff/_http/posted-form'
import { currentSessionUnused } from '@/lib/auth/require-actor'
import { beGone, beHere } from '@/lib/commands/be-here'
import { DomainError } from '@/lib/domain/errors'
import type { Actor } from '@/lib/domain/policy'
import { parseReference } from '@/lib/domain/reference'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

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
    return answer(session.actor, reference, form)
  })
}

async function answer(actor: Actor, reference: string, form: URLSearchParams): Promise<Response> {
  try {
    if (form.get('gone') === 'yes') {
      await beGone(actor, reference)
      return Response.json({ others: [] })
    }
    return Response.json({ others: await beHere(actor, reference, form.get('writing') === 'yes') })
  } catch (error) {
    if (error instanceof DomainError && error.code === 'not-found') return Response.json({}, { status: 404 })
    throw error
  }
}
