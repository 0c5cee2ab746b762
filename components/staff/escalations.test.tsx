import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { escalationRules, isSettledByHand } from '@/lib/domain/clocks/escalation-rules'
import { translator } from '@/lib/i18n/translate'
import { EscalationCard } from './escalations'

const at = new Date('2026-11-21T12:00:00Z')
const clock = { now: at, timeZone: 'Europe/London', t: translator('en') }
const shown = { reference: 'HC-7K2Q-M4TD', version: 1, actorId: 'a' }
const card = (rule: string, maySettle: boolean, forAnother = false) =>
  renderToStaticMarkup(
    <EscalationCard
      row={{ shown, told: [{ rule, raisedAt: at, forAnother }] }}
      maySettle={maySettle}
      clock={clock}
    />,
  )

it.each(escalationRules.map(({ id }) => [id, isSettledByHand(id)] as const))(
  'what a supervisor had to know of by %s has a button where a press settles it, for them alone',
  (rule, isByHand) => {
    expect(card(rule, true).includes('<button')).toBe(isByHand)
    expect(card(rule, false)).not.toContain('<button')
    expect(card(rule, false)).toContain('since today 12:00')
  },
)

it('has no button for whoever it is about, who reads why', () => {
  expect(card('not-as-agreed', true, true)).not.toContain('<button')
  expect(card('not-as-agreed', true, true)).toContain('Another supervisor')
  expect(card('not-as-agreed', false, true)).not.toContain('Another supervisor')
})
