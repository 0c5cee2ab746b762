import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { escalationRules, isSettledByHand } from '@/lib/domain/clocks/escalation-rules'
import { translator } from '@/lib/i18n/translate'
import type { EscalatedFacts } from './escalated-case'
import { EscalationCard, EscalationList } from './escalations'

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

const facts: EscalatedFacts = { district: 'north', holder: null, asked: null, untold: false }
const listed = (more: Partial<EscalatedFacts>, rule = 'unopened') =>
  renderToStaticMarkup(
    <EscalationList
      rows={[{ shown, facts: { ...facts, ...more }, told: [{ rule, raisedAt: at, forAnother: false }] }]}
      {...{ cases: 1, page: 1, pages: 1, clock }}
      hrefOf={String}
      place={{ from: 'attention' }}
      districts={new Map([['north', 'North']])}
    />,
  ).replaceAll(/<[^>]*>/gu, ' ')

const [somebody, self] = [
  { id: 'b', name: 'Bea Holt' },
  { id: 'a', name: 'Ada Obi' },
]

it.each<[Partial<EscalatedFacts>, string]>([
  [{}, 'Nobody has it or is asked'],
  [{ asked: somebody }, 'Bea Holt  is asked'],
  [{ asked: self }, 'You are asked'],
  [{ holder: somebody }, 'Bea Holt  has it'],
  [{ holder: self }, 'You have it'],
])('says with %j where a case is, and who is to see to it', (more, words) => {
  expect(listed(more)).toContain(words)
  expect(listed(more)).toContain('North')
  expect(listed({ ...more, district: null })).toContain('District not known')
})

it('says once that the control room is not told', () => {
  const mark = clock.t('staff.queue.controlRoomDue')
  expect(listed({ untold: true })).toContain(mark)
  expect(listed({ untold: false })).not.toContain(mark)
  expect(listed({ untold: true }, 'control-room-untold')).not.toContain(mark)
})
