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
  const named = { safeWays: ['call', 'text', 'email'], maySay: 'police' }
  expect(plan({ ...named, othersSee: 'no' }).headline).toBe(
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
  for (const contactChoice of ['anonymous', 'code-only'])
    expect(lines({ contactChoice }).unsafe).toBe('Not safe to call, text, e-mail or write by post.')
})

it('warns when others may see or answer', () => {
  expect(plan({ safeWays: ['text'], othersSee: 'yes' }).more).toBe('Other people may see or answer.')
  expect(plan({ safeWays: ['text'], othersSee: 'no' }).more).toBeNull()
})

it.each(['yes', 'not-sure', null])('does not say police where others may overhear: %s', (othersSee) => {
  expect(plan({ safeWays: ['call'], maySay: 'police', othersSee }).headline).toBe(
    'Call only. Check first that it is safe to talk.',
  )
  expect(plan({ safeWays: ['call'], maySay: 'neutral', othersSee }).headline).toBe(
    'Call only. Say nothing about police or what this is about.',
  )
})

const reporting = 'This person is reporting for somebody else'
const onlyReporter = 'Contact only the person reporting.'
const overridden = 'They ticked that the other person may be contacted. The line above comes first.'

it.each([
  ['agree', 'them', [`${reporting}, who agrees.`, 'They said to contact only the other person.']],
  ['agree', 'both', [`${reporting}, who agrees.`, 'They said both may be contacted.']],
  ['agree', 'me', [`${reporting}, who agrees.`, 'They said to contact only the person reporting.']],
  ['agree', null, [`${reporting}, who agrees.`, `They did not say whom to contact. ${onlyReporter}`]],
  ['no', 'me', [`${reporting}, who does not know. ${onlyReporter}`]],
  ['no', 'them', [`${reporting}, who does not know. ${onlyReporter}`, overridden]],
  ['cannot-tell', 'both', [`${reporting}, who cannot be told safely. ${onlyReporter}`, overridden]],
  [
    'agree-no-contact',
    'them',
    [`${reporting}, who agrees but does not want to be contacted. ${onlyReporter}`, overridden],
  ],
  [null, null, [`${reporting}. They did not say whether that person knows. ${onlyReporter}`]],
] as const)('for somebody who %s, contact %s', (theyKnow, contactWhom, expected) => {
  expect(plan({ role: 'on-behalf', safeWays: ['text'], theyKnow, contactWhom }).behalf).toEqual(expected)
})

it('never sends anybody to the other person where the reporter left no way', () => {
  const { behalf } = lines({
    contactChoice: 'anonymous',
    role: 'on-behalf',
    theyKnow: 'no',
    contactWhom: 'them',
  })
  expect(behalf[0]).toBe(`${reporting}, who does not know. Do not contact that person.`)
})

it('says nothing of others where somebody speaks for themselves', () => {
  expect(plan({ role: 'victim', safeWays: ['text'] }).behalf).toEqual([])
})

it('says of somebody who asked later for no contact that they did', () => {
  const { headline } = safeLines(contactPlanOf({ contactChoice: 'anonymous' }), translator('en'), true)
  expect(headline).toBe('No contact. They asked for none.')
})
