import type { Session } from '@/lib/auth/session'
import { readPassing } from '@/lib/commands/receive-case'
import { staffPaths } from '@/lib/config/paths'
import { mayEnter } from '@/lib/domain/desk-areas'
import { largestPassing } from '@/lib/domain/ways-out/exchange'
import { deskPost } from '../../_http/desk-post'
import { fileUpload } from '../../_http/file-upload'
import { forgetKept } from '../../_http/kept-form'
import { keepPassing } from '../_act/kept-passing'

/** Reads a file of another force, and keeps it until somebody has looked at what was understood. */
export function POST(request: Request): Promise<Response> {
  const page = staffPaths.passedIn
  const { read, bytes } = fileUpload('file', largestPassing)
  const closedPart = ({ actor }: Session) => (mayEnter(actor.role, 'passed-in') ? null : 'passed-in')
  const form = { page, form: 'passed-in', fields: [], read, closedPart } as const
  return deskPost(request, form, async ({ actor }) => {
    const file = bytes()
    await forgetKept(actor.id, 'passed-in')
    if (file === null) return `${page}?refused=none`
    const text = new TextDecoder().decode(file)
    const found = await readPassing(text, actor)
    if (!found.ok) return `${page}?refused=${found.refusal}`
    await keepPassing(actor, text)
    return page
  })
}
