import 'server-only'
import { problemHtml, statusOf } from '@/lib/edge/problem'
import type { Role } from '@/lib/domain/words'
import type { Problem, ProblemFrame } from '@/lib/edge/problem'

/** A page in plain words with its proper status, for what a Route Handler cannot take. It repeats nothing that was sent. `role`: as for `problemHtml`. */
export function problemPage(problem: Problem, frame: ProblemFrame, role: Role | null = null): Response {
  return new Response(problemHtml(problem, frame, role), {
    status: statusOf(problem),
    headers: { 'content-type': 'text/html; charset=utf-8' },
  })
}
