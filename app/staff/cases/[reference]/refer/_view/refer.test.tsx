import { renderToStaticMarkup } from 'react-dom/server'
import { expect, test } from 'vitest'
import { translator } from '@/lib/i18n/translate'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { ConsentForm } from './consent-form'
import { Supports } from './supports'

const t = translator('en')
const clock = { t, now: new Date('2026-11-24T20:00:00Z'), timeZone: 'Europe/London' }
const held = {
  ...{ id: '3f0e9c58-6f3c-4a7b-9c55-0f2c6f2b3a10', service: 'galop', account: false, way: 'code' },
  ...{ givenBy: 'person', agreedOn: new Date('2026-11-20'), madeAt: clock.now },
  ...{ letterAt: null, toldAt: null, toldWay: null, endedAt: null },
}
const list = (over: Partial<Parameters<typeof Supports>[0]['supports'][number]>, words?: string) =>
  renderToStaticMarkup(
    <Supports
      supports={[{ ...held, ...over }]}
      names={new Map([['galop', 'Galop']])}
      clock={clock}
      action="/tell"
      actorId="a"
      typed={words === undefined ? {} : { referral: held.id, words }}
    />,
  )

test('how, when and by whom consent was given stands with a service, and each button says which service it is about', () => {
  const html = list({})
  for (const words of ['On the page of their return code, 20 November 2026.', 'Not told yet.', 'Galop'])
    expect(html).toContain(words)
  for (const key of ['Make the letter', 'Told by telephone', 'They took it back'])
    expect(html).toContain(`aria-label="${key}: Galop"`)
  expect(html).not.toContain('waysOut.')
  expect(list({}, 'Their front desk')).toContain('Their front desk')
})

test('a letter that was made counts as told once somebody says that it was sent', () => {
  expect(list({})).not.toContain('value="sent"')
  const html = list({ letterAt: clock.now })
  expect(html).toContain('until then it counts as not told')
  expect(html).toContain('aria-label="The letter was sent: Galop"')
  expect(list({ letterAt: clock.now, toldAt: clock.now, toldWay: 'letter' })).not.toContain('value="sent"')
})

test('of what happened it says that it may be told only where that was agreed', () => {
  expect(list({})).not.toContain('and what happened')
  expect(list({ account: true })).toContain('and what happened')
})

test('what was taken back is told no more', () => {
  const html = list({ toldAt: clock.now, toldWay: 'letter', endedAt: clock.now })
  expect(html).toContain('Told by a letter')
  expect(html).toContain('Nothing more goes to them.')
  expect(html).not.toContain('<button')
})

test('nothing of a consent is chosen beforehand, and what was written is there again', () => {
  const form = (typed: Readonly<Record<string, string>>) =>
    renderToStaticMarkup(
      <ConsentForm
        {...{ typed, t }}
        action="/agree"
        actorId="a"
        services={hertfordshire.support}
        today="2026-11-24"
      />,
    )
  expect(form({})).not.toMatch(/checked|waysOut\./u)
  const again = form({
    service: 'galop',
    way: 'writing',
    by: 'for-them',
    account: 'yes',
    words: 'Her mother said so',
  })
  expect(again.match(/checked/gu)).toHaveLength(3)
  expect(again).toContain('Her mother said so')
})
