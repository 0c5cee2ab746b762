import { addNote } from '@/lib/commands/add-note'
import { runAct } from '../_act/run-act'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Adds a note. */
export function POST(request: Request, context: Context): Promise<Response> {
  return runAct(request, context, 'note', (actor, { reference, version, field }) =>
    addNote(actor, { reference, version, text: field('text'), nature: field('nature') }),
  )
}
