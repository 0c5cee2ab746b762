import { draftKey } from '@/app/_form/draft-cookie'
import { noteRefused } from '@/app/_form/note-refused'
import { problemPage } from '@/app/_form/problem-page'
import { filePost } from '../../_http/file-post'
import type { FileParams } from '../../_http/file-post'
import { uploadAnswer } from '../../_http/upload-answer'
import { takePiece } from '@/lib/commands/evidence/upload-file'
import { pieceBytes } from '@/lib/domain/evidence/limits'
import { isUuid } from '@/lib/domain/uuid'
import { isSameOrigin } from '@/lib/edge/same-origin'

/** Takes one piece of a file. Which, the address says: a random id and a number. */
export function POST(request: Request, context: FileParams): Promise<Response> {
  return filePost(request, context, async ({ place, locale }) => {
    const problem = problemOf(request)
    if (problem !== null) {
      noteRefused(problem)
      return problemPage(problem, locale)
    }
    const { searchParams } = new URL(request.url)
    const id = searchParams.get('file') ?? ''
    const at = Number(searchParams.get('at') ?? '0')
    if (!isUuid(id) || !Number.isInteger(at) || at < 0 || at > 1000) return problemPage('not-found', locale)
    const bytes = new Uint8Array(await request.arrayBuffer())
    const state = await takePiece({ cookie: await draftKey('public'), place }, { id, at, bytes })
    return uploadAnswer(state)
  })
}

function problemOf({ headers }: Request): 'other-site' | 'wrong-type' | 'too-large' | null {
  if (!isSameOrigin(headers)) return 'other-site'
  if (headers.get('content-type') !== 'application/octet-stream') return 'wrong-type'
  return Number(headers.get('content-length') ?? 0) > pieceBytes ? 'too-large' : null
}
