import { expect, test } from 'vitest'
import { requestContactSteps } from './contact-steps'
import { liaison } from './liaison'
import { report } from './report'
import { isAccount, isToldToService } from './told-to-service'

const idsOf = (steps: typeof requestContactSteps) =>
  steps.flatMap(({ questions }) => questions.map(({ id }) => id))

test('a service is told how to reach somebody, and nothing of who they are or of anybody else they named', () => {
  expect(idsOf(requestContactSteps).filter((id) => !isToldToService(id))).toEqual([
    ...['contactChoice', 'othersSee', 'pronouns', 'returnCode'],
    ...['identityWords', 'previousName', 'mayKnow'],
  ])
})

test('nothing else of a journey is told but, where they agreed, what happened', () => {
  const contact = new Set(idsOf(requestContactSteps))
  for (const { steps } of [report, liaison]) {
    const ids = idsOf(steps).filter((id) => !contact.has(id))
    expect(ids.filter(isToldToService)).toEqual([])
    expect(ids.filter(isAccount)).toEqual(['account'])
  }
})
