import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { translator } from '@/lib/i18n/translate'
import { LetterForm } from './letter-form'
import { MessageForm } from './message-form'

const clock = { now: new Date('2026-11-27T18:30:00Z'), timeZone: 'Europe/London', t: translator('en') }
const shown = { reference: 'HC-7K2Q-M4TD', version: 2, actorId: 'somebody' }
const times = 'not on Fridays, he is home'
const messageForm = (typed?: Readonly<Record<string, string>>, isAsked = true) =>
  renderToStaticMarkup(
    <MessageForm
      {...{ shown, typed, clock }}
      replies={{}}
      language="en"
      tell={isAsked ? { way: 'text', from: null, until: null, times, plan: 3 } : null}
    />,
  )

it('asks with a message whether they are to be told of it, beside what they wrote of times, and not for them', () => {
  const tick = (page: string) => /<input type="checkbox"[^>]*name="tell"[^>]*>/u.exec(page)?.[0]
  expect(messageForm()).toContain(times)
  expect(tick(messageForm())).toContain('value="3"')
  expect(tick(messageForm())).not.toContain('checked=')
  expect(tick(messageForm({ text: 'Hello', tell: '3' }))).toContain('checked=')
  // Chosen by another plan than the one that is shown now.
  expect(tick(messageForm({ text: 'Hello', tell: '2' }))).not.toContain('checked=')
  expect(messageForm(undefined, false)).not.toContain('name="tell"')
})

it('shows what they wrote of times beside when a letter goes out', () => {
  const letter = (said: string | null) =>
    renderToStaticMarkup(
      <LetterForm
        {...{ shown, clock }}
        plan={3}
        ways={[{ way: 'text', from: null, until: null }]}
        times={said}
        neutral
        templates={[]}
        locale="en"
        typed={{}}
        found={null}
        open
      />,
    )
  expect(letter(times)).toMatch(/not on Fridays[^]*goes out at once/u)
  expect(letter(null)).not.toContain('data-times-to-read')
})
