import 'server-only'
import { randomUUID } from 'node:crypto'
import { log } from '@/lib/adapters/log'
import { problemPage } from './problem-page'
import { DomainError } from '@/lib/domain/errors'
import type { ProblemFrame } from '@/lib/edge/problem'

/** Notes that something of ours failed, by name and never by message: a message may repeat what somebody wrote. */
export function noteFailure(event: string, error: unknown): void {
  log('error', { event, code: error instanceof Error ? error.name : 'unknown', correlation: randomUUID() })
}

/** Runs a Route Handler's work; what fails unexpectedly is a page in plain words, not a blank one. */
export async function guarded(frame: ProblemFrame, work: () => Promise<Response>): Promise<Response> {
  try {
    return await work()
  } catch (error) {
    noteFailure('request-failed', error)
    const isUnlogged = error instanceof DomainError && error.code === 'not-logged'
    return problemPage(isUnlogged ? 'not-logged' : 'wrong', frame)
  }
}
