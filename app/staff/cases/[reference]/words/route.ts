import { guarded } from '@/app/_form/guarded'
import { seeOther } from '@/app/_form/see-other'
import { noteExposure } from '@/lib/commands/note-exposure'
import { staffPaths } from '@/lib/config/paths'
import { parseReference } from '@/lib/domain/reference'
import { deskPost } from '../../../_http/desk-post'
import { askForWords } from '../_act/words-once'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Asks to read the words of hatred in a case as they were written. The page that follows shows them once. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return guarded('desk', async () => {
    const reference = parseReference((await params).reference)
    if (reference === null) return seeOther(`${staffPaths.queue}?problem=not-found`)
    const page = staffPaths.case(reference)
    return deskPost(request, { page, form: 'words', fields: [] }, async ({ actor }) => {
      await noteExposure(actor, reference)
      await askForWords(actor, reference)
      return page
    })
  })
}
