import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it, vi } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { translator } from '@/lib/i18n/translate'
import { AskedCard } from './asked-card'

vi.mock('@/lib/config/current-force', () => ({ currentForce: () => hertfordshire }))

const unsureWords = /not sure yet whether they would like a liaison officer/u
const card = (rule: string, unsure: boolean) =>
  renderToStaticMarkup(
    <AskedCard
      asked={{ open: null, past: [], said: { rule, reasons: [], leftOut: [] } }}
      unsure={unsure}
      actorId="one"
      mayAssign={false}
      clock={{ now: new Date('2026-11-23T12:00:00Z'), timeZone: 'Europe/London', t: translator('en') }}
      answer={null}
    />,
  )

it('says of somebody who is not sure yet that they are, and of nobody that they did not want an officer', () => {
  expect(card('officer-not-asked-for', true)).toMatch(unsureWords)
  const unread = card('officer-not-asked-for', false)
  expect(unread).not.toMatch(unsureWords)
  expect(unread).toContain('has not asked for a liaison officer, or is not sure yet.')
  expect(card('no-officer-available', true)).not.toMatch(unsureWords)
})
