import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { escalationRules } from '@/lib/domain/clocks/escalation-rules'
import { translator } from '@/lib/i18n/translate'
import { EscalationCard } from './escalations'

const at = new Date('2026-11-21T12:00:00Z')
const clock = { now: at, timeZone: 'Europe/London', t: translator('en') }
const shown = { reference: 'HC-7K2Q-M4TD', version: 1, actorId: 'a' }
const card = (rule: string, maySettle: boolean) =>
  renderToStaticMarkup(
    <EscalationCard row={{ shown, told: [{ rule, raisedAt: at }] }} maySettle={maySettle} clock={clock} />,
  )

it.each(escalationRules.map(({ id, passes }) => [id, passes] as const))(
  'what a supervisor had to know of by %s has a button where a press settles it, for them alone',
  (rule, passes) => {
    expect(card(rule, true).includes('<button')).toBe(!passes)
    expect(card(rule, false)).not.toContain('<button')
    expect(card(rule, false)).toContain('since today 12:00')
  },
)
