import { expect, it } from 'vitest'
import { mayUse } from '@/lib/domain/contact/may-use'
import type { Answers } from '@/lib/journey/definition'
import { barredWays, reachTold } from './barred-ways'
import { contactPlanOf } from './contact-plan'

const every = ['call', 'text', 'email', 'post', 'trusted', 'code']
const days: Answers = {
  ...{ contactChoice: 'plan', safeWays: every, contactWhen: 'only-at', returnCode: null },
  ...{ contactDays: ['mon', 'wed'], contactHours: [], contactTimes: 'do not call between 3 and 5' },
}

it.each<[string, Answers, readonly string[]]>([
  ['days without an hour', {}, ['call', 'text', 'email', 'trusted']],
  ['nothing ticked', { contactDays: [] }, ['call', 'text', 'email', 'trusted']],
  ['one way', { safeWays: ['text', 'post'] }, ['text']],
  ['an hour', { contactHours: ['18-20'] }, []],
  ['any time', { contactWhen: 'any-time' }, []],
  ['no time said', { contactWhen: null, contactTimes: null }, []],
  ['no plan', { contactChoice: 'code-only' }, []],
])('with %s', (_, change, ways) => {
  const answers = { ...days, ...change }
  expect(barredWays(answers)).toEqual(ways)
  const at = new Date('2026-11-23T12:00:00Z')
  for (const way of ways)
    expect(mayUse(contactPlanOf(answers), way as 'call', at, { timeZone: 'Europe/London' })).toEqual({
      refused: 'hours-unread',
    })
})

it.each<[readonly string[], Answers, string]>([
  [['call', 'post'], {}, 'out'],
  [['call', 'code'], {}, 'code'],
  [['call'], { returnCode: 'yes' }, 'code'],
  [['call', 'i-will-contact'], { returnCode: 'no' }, 'theirs'],
  [['call', 'text'], { returnCode: 'no' }, 'theirs'],
  [['call'], { contactHours: ['08-10'] }, 'out'],
])('promises nobody with %j and no safe hour a contact that cannot be: %j', (safeWays, change, reach) => {
  expect(reachTold({ ...days, safeWays, ...change })).toBe(reach)
})
