import { guarded } from '@/app/_form/guarded'
import { seeOther } from '@/app/_form/see-other'
import { giveReasonOfProduct } from '@/lib/commands/give-reason'
import { staffPaths } from '@/lib/config/paths'
import { DomainError } from '@/lib/domain/errors'
import { exportPairs, readExportQuery } from '@/lib/domain/export-query'
import { parseReference } from '@/lib/domain/reference'
import { deskPost } from '../../../../_http/desk-post'

interface Context {
  readonly params: Promise<{ readonly reference: string }>
}

/** Takes what somebody's data is taken out for, and leads to where it is looked through, which opens the cases. */
export function POST(request: Request, { params }: Context): Promise<Response> {
  return guarded('desk', async () => {
    const reference = parseReference((await params).reference)
    if (reference === null) return seeOther(`${staffPaths.queue}?problem=not-found`)
    const query = new URL(request.url).searchParams
    const { also } = readExportQuery(reference, query)
    const page = staffPaths.exporting(reference, exportPairs({ also, reason: null }))
    const form = { page, form: 'export-open', fields: [], stepUp: 'export' } as const
    return deskPost(request, form, async ({ actor, handle }, field) => {
      const { reason } = readExportQuery(reference, new URLSearchParams({ reason: field('reason') }))
      if (reason === null) throw new DomainError('invalid')
      for (const one of [reference, ...also]) await giveReasonOfProduct(actor, handle, one, 'taking-out')
      return staffPaths.exporting(reference, exportPairs({ also, reason }))
    })
  })
}
