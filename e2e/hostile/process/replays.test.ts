import { createGuardrails, generateSync } from 'otplib'
import { expect, test } from 'vitest'
import { acceptedStep } from '@/lib/auth/totp'

const secret = 'JBSWY3DPEHPK3PXP'
const guardrails = createGuardrails({ MIN_SECRET_BYTES: 10 })
const codeAt = (seconds: number) => generateSync({ secret, epoch: seconds, guardrails })
const at = (seconds: number) => new Date(seconds * 1000)
const start = 1_772_000_000

test('a code of the authenticator works once, and none from before it works after it', () => {
  let accepted = 0
  for (let time = start; time < start + 30 * 200; time += 30) {
    const step = acceptedStep(secret, codeAt(time), 0, at(time))
    if (step === null) throw new Error('The code of now is refused.')
    for (const late of [-30, 0, 30])
      if (acceptedStep(secret, codeAt(time), step, at(time + late)) !== null) accepted += 1
    for (const old of [30, 60, 90])
      if (acceptedStep(secret, codeAt(time - old), step, at(time)) !== null) accepted += 1
  }
  expect(accepted).toBe(0)
})

test('what only looks like a code is none', () => {
  const code = codeAt(start)
  const strange = [
    '',
    '0',
    `${code}0`,
    `0${code}`,
    `${code}\0`,
    code.replace(/./u, '０'),
    '٠١٢٣٤٥',
    '1e5000',
    '-12345',
    '......',
    `${code}\n${code}`,
  ]
  for (const text of strange)
    expect(acceptedStep(secret, text, 0, at(start)), JSON.stringify(text)).toBeNull()
})
