import { exportLooks } from '@/lib/commands/export-looks'
import { currentForce } from '@/lib/config/current-force'
import { staffPaths } from '@/lib/config/paths'
import { readLookQuery } from '@/lib/domain/look-query'
import { fileAnswer } from '@/app/_form/file-answer'
import { auditPost } from '../../_audit/audit-post'

const types = { csv: 'text/csv; charset=utf-8', json: 'application/json; charset=utf-8' } as const

/** Takes out who has seen a case, as a file. */
export function POST(request: Request): Promise<Response> {
  const form = {
    page: staffPaths.auditWho,
    form: 'export-looks',
    fields: ['find', 'from', 'until', 'role', 'format'],
    stepUp: 'export-looks',
  } as const
  return auditPost(request, form, async (by, field) => {
    const { typed, filter } = readLookQuery(field, currentForce())
    const file = await exportLooks(by, { typed: typed.find, filter, format: field('format') })
    return fileAnswer(file.body, types[file.format], `who-saw-${file.reference}.${file.format}`)
  })
}
