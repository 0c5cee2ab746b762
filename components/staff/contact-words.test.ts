import { expect, it } from 'vitest'
import { translator } from '@/lib/i18n/translate'
import type { Answers } from '@/lib/journey/definition'
import { contactPlanOf } from '@/lib/journeys/contact-plan'
import { safeLines } from './contact-words'

const lines = (answers: Answers) => safeLines(contactPlanOf(answers), translator('en'))
const plan = (answers: Answers) => lines({ contactChoice: 'plan', ...answers })

it('says first which ways are safe and what not to say', () => {
  expect(plan({ safeWays: ['text'] }).headline).toBe(
    'Text only. Say nothing about police or what this is about.',
  )
  expect(plan({ safeWays: ['call', 'text', 'email'], maySay: 'police' }).headline).toBe(
    'Call, text or e-mail only. You may say you are the police.',
  )
})

it('names every way that was not called safe', () => {
  expect(plan({ safeWays: ['text'] }).unsafe).toBe('Not safe to call, e-mail or write by post.')
  expect(plan({ safeWays: ['call', 'text', 'email'] }).unsafe).toBe('Not safe to write by post.')
  expect(plan({ safeWays: ['call', 'text', 'email', 'post'] }).unsafe).toBeNull()
})

it('offers no way at all to somebody who gave none', () => {
  expect(lines({ contactChoice: 'anonymous' }).headline).toBe('No contact. They want to stay anonymous.')
  expect(lines({ contactChoice: 'code-only' }).headline).toBe('Reply by return code only.')
})

it('warns when others may see or answer', () => {
  expect(plan({ safeWays: ['text'], othersSee: 'yes' }).more).toBe('Other people may see or answer.')
  expect(plan({ safeWays: ['text'], othersSee: 'no' }).more).toBeNull()
})
