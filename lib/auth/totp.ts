import 'server-only'
import { createGuardrails, verifySync } from 'otplib'

/** Ten bytes is what many authenticators hand out, so it is the least that is accepted. */
const guardrails = createGuardrails({ MIN_SECRET_BYTES: 10 })
const period = 30

/**
 * The time step `code` belongs to, when it is right now or one step early or late and later than `lastStep`; else null.
 * Store the step: a code works once.
 */
export function acceptedStep(secret: string, code: string, lastStep: number, at: Date): number | null {
  const token = code.replace(/[\s-]/gu, '')
  if (!/^\d{6}$/u.test(token)) return null
  const epoch = Math.floor(at.getTime() / 1000)
  const result = verifySync({ secret, token, epoch, period, epochTolerance: period, guardrails })
  if (!result.valid || !('timeStep' in result)) return null
  return result.timeStep > lastStep ? result.timeStep : null
}
