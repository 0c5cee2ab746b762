import { renderToStaticMarkup } from 'react-dom/server'
import { expect, it } from 'vitest'
import { translator } from '@/lib/i18n/translate'
import type { Answers } from '@/lib/journey/definition'
import { standingOf } from '@/lib/domain/contact/standing'
import { contactPlanOf } from '@/lib/journeys/contact-plan'
import { shownReach } from '@/lib/journeys/reach-mask'
import { ContactPanel } from './contact-panel'
import type { Withdrawal } from './withdrawal'

const text = (answers: Answers) =>
  renderToStaticMarkup(
    <ContactPanel plan={contactPlanOf({ contactChoice: 'plan', ...answers })} t={translator('en')} />,
  ).replaceAll(/<[^>]*>/gu, ' ')

const only = { safeWays: ['text'], contactWhen: 'only-at' }
const against = 'do not call between 3 and 5'

it.each([
  [{}, 'Only at certain times, and they ticked no day and no hour.'],
  [{ contactDays: ['mon', 'wed'], contactHours: [] }, 'Only Monday and Wednesday; no hour given.'],
  [{ contactDays: ['wed'] }, 'Only Wednesday; no hour given.'],
  [{ contactDays: ['mon'], contactHours: ['18-20'] }, 'Only Monday, 18:00 to 20:00.'],
])(
  'has all that they ticked of times among the first lines, and their words as theirs: %j',
  (ticked, when) => {
    const plain = (answers: Answers) => text({ ...only, ...ticked, ...answers }).replaceAll(/\s+/gu, ' ')
    expect(plain({})).toContain(when)
    expect(plain({})).not.toContain('They add')
    const said = plain({ contactTimes: against })
    expect(said).toContain(`${when} They add: “ ${against} ”`)
    expect(said.indexOf('Text only.')).toBeLessThan(said.indexOf(when))
    expect(said.split(against)).toHaveLength(2)
  },
)

it('says that no hour is known where none was ticked, and not that they wrote of any', () => {
  const days = { ...only, contactDays: ['mon'], contactTimes: null }
  const said = at('2026-11-23T10:00:00Z', days)
    .replaceAll(/<[^>]*>/gu, ' ')
    .replaceAll(/\s+/gu, ' ')
  expect(said).toContain('✕ Text : no hour is known to be safe')
  expect(said).not.toMatch(/wrote|in words/u)
})

it.each(['2026-11-20T01:00:00Z', '2026-11-20T15:00:00Z'])(
  'has no tick where they named no time, at %s',
  (moment) => {
    const said = (answers: Answers) =>
      at(moment, { safeWays: ['call', 'trusted', 'post'], ...answers })
        .replaceAll(/<[^>]*>/gu, ' ')
        .replaceAll(/\s+/gu, ' ')
    const silent = said({})
    expect(silent).toContain('– Call : no time named, so try in the day first')
    expect(silent).toContain('– Through somebody they trust : no time named, so try in the day first')
    expect(silent).toContain('✓ Post : safe now')
    expect(said({ contactWhen: 'any-time' })).toContain('✓ Through somebody they trust : safe now')
  },
)

it.each([
  ['07700/900 461', '07700/900 461 '],
  ['۰۷۷۰۰ ۹۰۰۴۶۱', '۰۷۷۰۰ ۹۰۰۴۶۱ (07700 900461) '],
])('has a number as it was typed, and in digits that can be rung: %s', (phone, shown) => {
  expect(text({ safeWays: ['call'], phone })).toContain(` ${shown}`)
})

it('tells nobody to give a reason that was never written', () => {
  const answers = { safeWays: ['call'], ifSomeoneElse: 'reason' }
  expect(text(answers)).toContain('Hang up: they wanted a reason given, and gave none')
  expect(text(answers)).not.toContain('Give this reason')
  expect(text({ ...answers, coverStory: 'the parcel' })).toContain('Give this reason')
  expect(text({ ...answers, coverStory: 'the parcel' })).toContain('the parcel')
  expect(text({ ...answers, ifSomeoneElse: 'hang-up', coverStory: 'the parcel' })).not.toContain('the parcel')
})

it.each([
  [true, 'They want to be told when it is closed'],
  [false, 'They do not want to be told how it ends either'],
])(
  'says before all else that they want nothing more done, and whether they want to hear: %s',
  (wantsToHear, words) => {
    const plan = contactPlanOf({ contactChoice: 'plan', safeWays: ['call'], phone: '07700 900461' })
    const t = translator('en')
    const said = (withdrawal: Withdrawal | null) =>
      renderToStaticMarkup(<ContactPanel plan={plan} withdrawal={withdrawal} t={t} />)
    const html = said({ wantsToHear })
    expect(html.indexOf('nothing more done')).toBeGreaterThan(-1)
    expect(html.indexOf('nothing more done')).toBeLessThan(html.indexOf('07700'))
    expect(html).toContain(words)
    expect(said(null)).not.toContain('nothing more done')
  },
)

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

const force = { timeZone: 'Europe/London' }
const evenings = { safeWays: ['call', 'text'], contactWhen: 'only-at', contactHours: ['18-20', '20-22'] }

/** The panel at a moment, as the page draws it. */
function at(moment: string, answers: Answers, isAsked = false): string {
  const t = translator('en')
  const now = new Date(moment)
  const plan = contactPlanOf({ contactChoice: 'plan', phone: '07700 900461', ...answers })
  const shown = shownReach(plan, isAsked, now, force)
  const clock = { now, timeZone: force.timeZone, t }
  const standing = { changed: null, ways: standingOf(plan, now, force), number: shown.number, clock }
  return renderToStaticMarkup(<ContactPanel plan={shown.plan} now={standing} t={t} />)
}

it.each([
  [
    '2026-11-20T15:00:00Z',
    false,
    ['Kept back: not now, but from today 18:00', 'Call : not now, but from today 18:00'],
  ],
  [
    '2026-11-20T18:30:00Z',
    true,
    ['Call : safe now, until 22:00', 'Text : safe now, until 22:00', '461 (until 22:00)'],
  ],
])('at %s has the number: %s', (moment, isShown, words) => {
  const html = at(moment, evenings)
  expect(html.includes('900461')).toBe(isShown)
  const said = html.replaceAll(/<[^>]*>/gu, ' ').replaceAll(/\s+/gu, ' ')
  for (const one of words) expect(said).toContain(one)
  expect(said).toContain('Only every day, 18:00 to 22:00.')
})

it('says no end where none was named', () => {
  const html = at('2026-11-20T18:30:00Z', { ...evenings, contactWhen: 'any-time' })
  expect(html).toContain('900461')
  expect(html).toContain('safe now')
  expect(html).not.toContain('until')
})

it('cannot be read without seeing that calls are not safe: by a sign, a frame and words', () => {
  const html = at('2026-11-20T18:30:00Z', { ...evenings, safeWays: ['text'] })
  expect(html).toMatch(
    /data-not-safe=""[^>]*border-danger[^>]*>\s*<svg[^]*?<\/svg>Not safe to call, e-mail or write by post\./u,
  )
  expect(html).not.toContain('900461')
})

it('says that a number is shown which their plan keeps back', () => {
  const html = at('2026-11-20T15:00:00Z', evenings, true)
  expect(html).toContain('900461')
  expect(html).toContain('It is not safe to call, or not now.')
})

it('says days and hours in a line', () => {
  const said = (contactDays: readonly string[], contactHours: readonly string[]) =>
    at('2026-11-20T15:00:00Z', { ...evenings, contactDays, contactHours }).replaceAll(/<[^>]*>/gu, ' ')
  expect(said(['fri', 'mon', 'tue', 'wed', 'thu'], ['18-20'])).toContain(
    'Only Monday to Friday, 18:00 to 20:00.',
  )
  expect(said(['sat', 'mon'], ['08-10', '12-14'])).toContain(
    'Only Monday and Saturday, 08:00 to 10:00, 12:00 to 14:00.',
  )
})
