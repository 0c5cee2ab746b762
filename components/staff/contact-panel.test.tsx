import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { translator } from '@/lib/i18n/translate'
import type { Answers } from '@/lib/journey/definition'
import { contactPlanOf } from '@/lib/journeys/contact-plan'
import { ContactPanel } from './contact-panel'

const text = (answers: Answers) =>
  renderToStaticMarkup(
    <ContactPanel plan={contactPlanOf({ contactChoice: 'plan', ...answers })} t={translator('en')} />,
  ).replaceAll(/<[^>]*>/gu, ' ')

it('has the only times they named among the first lines, once', () => {
  const said = text({ safeWays: ['text'], contactWhen: 'only-at', contactTimes: 'after six' })
  expect(said).toMatch(/Text only\.[^.]*\.\s+Only at:\s+after six/u)
  expect(said.match(/after six/gu)).toHaveLength(1)
  expect(text({ safeWays: ['text'], contactWhen: 'only-at' })).toContain('They did not say which.')
})

it('leaves no word of police on a machine others may hear', () => {
  const call = { safeWays: ['call'], voicemail: 'police', maySay: 'police' }
  expect(text({ ...call, othersSee: 'no' })).toContain('You may say you are the police')
  expect(text({ ...call, othersSee: 'yes' })).not.toContain('You may say you are the police')
})

it('tells how to reach the other person only where that person agreed', () => {
  const behalf = { role: 'on-behalf', safeWays: ['text'], contactWhom: 'both', reachThem: 'ring the bell' }
  expect(text({ ...behalf, theyKnow: 'agree' })).toContain('ring the bell')
  for (const theyKnow of ['agree-no-contact', 'no', 'cannot-tell', null])
    expect(text({ ...behalf, theyKnow })).not.toContain('ring the bell')
})
