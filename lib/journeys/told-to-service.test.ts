import { expect, test } from 'vitest'
import { requestContactSteps } from './contact-steps'
import { liaison } from './liaison'
import { report } from './report'
import { isAccount, isToldToService } from './told-to-service'

const idsOf = (steps: typeof requestContactSteps) =>
  steps.flatMap(({ questions }) => questions.map(({ id }) => id))

const withReason = { ifSomeoneElse: 'reason' }

test('a reason that somebody once wrote is told where it is to be given, and not beside another way out', () => {
  expect(isToldToService('coverStory', withReason)).toBe(true)
  for (const ifSomeoneElse of ['hang-up', 'wrong-number', null])
    expect(isToldToService('coverStory', { ifSomeoneElse })).toBe(false)
  expect(isToldToService('coverStory', {})).toBe(false)
})

test('a service is told how to reach somebody, and nothing of who they are or of anybody else they named', () => {
  expect(idsOf(requestContactSteps).filter((id) => !isToldToService(id, withReason))).toEqual([
    ...['contactChoice', 'othersSee', 'pronouns', 'returnCode'],
    ...['identityWords', 'previousName', 'mayKnow'],
  ])
})

test('nothing else of a journey is told but, where they agreed, what happened', () => {
  const contact = new Set(idsOf(requestContactSteps))
  for (const { steps } of [report, liaison]) {
    const ids = idsOf(steps).filter((id) => !contact.has(id))
    expect(ids.filter((id) => isToldToService(id, withReason))).toEqual([])
    expect(ids.filter(isAccount)).toEqual(['account'])
  }
})
