import 'server-only'
import type { UploadState } from '@/lib/commands/evidence/upload-file'

/** What the page's own script is told: how far a file is, or that it is not taken, of which the page says why. */
export function uploadAnswer(state: UploadState): Response {
  if (!('problem' in state)) return Response.json(state)
  // Too much at once passes; the script waits and tries again.
  return Response.json({ refused: true }, { status: state.problem === 'busy' ? 503 : 422 })
}
