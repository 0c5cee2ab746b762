import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { translator } from '@/lib/i18n/translate'
import { contactResults } from '@/lib/domain/clocks/clock-rules'
import type { Reach } from '@/lib/domain/clocks/promise-words'
import { AnswerOffer } from './answer-offer'
import { CallBackMark } from './call-back-mark'
import { callBackAtClosing, callBackLine } from './call-back-words'
import { coveredWords } from './case-words'
import { clockLine, nextLine } from './clock-words'
import { CloseForm } from './close-form'
import { ContactForm } from './contact-form'
import { Conversation } from './conversation'
import { History } from './history'
import { NextDue } from './next-due'
import { TrainedUntil } from './officer-words'

const t = translator('en')
const clock = { now: new Date('2026-11-20T12:00:00Z'), timeZone: 'Europe/London', t }
const at = (hours: number) => new Date(clock.now.getTime() + hours * 3_600_000)
const running = (hours: number) => ({
  ...({ kind: 'next-update', startedAt: at(-40), dueAt: at(hours) } as const),
  ...{ pausedAt: null, dutyAt: null, beyondTarget: false, asked: null, reach: null },
})

describe('a clock that is near says so in words, and not by its colour alone', () => {
  it.each([
    [100, 'Next update due Tue 16:00', 'next update'],
    [3, 'Next update due today 15:00: soon', 'next update: soon'],
    [-2, 'Next update was due today 10:00: 2 hours late', 'next update'],
  ])('in %s hours', (hours, line, row) => {
    expect(clockLine(running(hours), clock)).toBe(line)
    const drawn = renderToStaticMarkup(
      <NextDue clocks={[running(hours)]} receivedAt={at(-50)} closedAt={null} clock={clock} />,
    )
    expect(drawn).toContain(`>${row}</small>`)
  })
})

it('says of a case what is due next, and of one without a clock what had been promised', () => {
  const promisedBy = at(-30)
  expect(nextLine({ clocks: [running(3)], promisedBy }, clock)).toBe('Next update due today 15:00: soon')
  expect(nextLine({ clocks: [], promisedBy }, clock)).toBe('What was promised first was due yesterday 06:00')
})

it('says of a closed case when it was closed, and what is due where something is all the same', () => {
  const said = (hours: number | null, closedAt: Date | null) =>
    renderToStaticMarkup(
      <NextDue
        clocks={hours === null ? [] : [running(hours)]}
        receivedAt={at(-50)}
        closedAt={closedAt}
        clock={clock}
      />,
    )
  expect(said(null, at(-26))).toMatch(/>Closed yesterday 10:00<.*>received 18 Nov 10:00</u)
  expect(said(null, null)).not.toContain('Closed')
  expect(said(3, at(-26))).toContain('next update: soon')
  expect(said(3, at(-26))).not.toContain('Closed')
})

describe('nobody reads of a first contact where none was promised', () => {
  const promised = { asked: 'officer', reach: 'out', dutyAt: at(1) } as const
  it.each([
    [{}, 'First contact'],
    [{ asked: null, reach: null }, 'First contact'],
    [{ asked: 'desk-first', dutyAt: null }, 'First contact'],
    [{ reach: 'code' }, 'First message'],
    [{ reach: 'theirs' }, 'To be read and decided on'],
    [{ reach: 'none' }, 'To be read and decided on'],
    [{ asked: 'nobody' }, 'To be read and decided on'],
    [{ asked: 'person-first', reach: 'code' }, 'To be read and decided on'],
  ] as const)('%j: %s', (more, words) => {
    for (const hours of [30, 1, -2]) {
      const first = { ...running(hours), kind: 'first-contact', ...promised, ...more } as const
      const line = clockLine(first, clock)
      expect(line.startsWith(words)).toBe(true)
      const row = renderToStaticMarkup(
        <NextDue clocks={[first]} receivedAt={at(-50)} closedAt={null} clock={clock} />,
      )
      for (const said of [line, row]) expect(/contact/iu.test(said)).toBe(words === 'First contact')
    }
  })
})

it('asks of an attempt to reach somebody only where they are to be reached', () => {
  const shown = { reference: 'HC-TEST-0000', version: 1, actorId: 'somebody' }
  const drawn = (reach: Reach | null) =>
    renderToStaticMarkup(
      <ContactForm {...{ shown, reach, clock }} planVersion={0} ways={[]} typed={() => undefined} />,
    )
  const results = (reach: Reach | null) =>
    [...drawn(reach).matchAll(/<option value="([^"]+)"/gu)]
      .map(([, value]) => value)
      .filter((value) => contactResults.some((known) => known === value))
  expect(results('out')).toEqual(contactResults)
  expect(results(null)).toEqual(results('out'))
  expect(results('theirs')).toEqual(['spoke'])
  expect(drawn('theirs')).not.toContain('tried to reach')
  expect(drawn('code')).not.toContain('<form')
  expect(drawn('code')).toContain('They read messages with their code: write one.')
  expect(drawn('none')).toBe('')
})

it('says of a contact that ended the waiting both what came of it and what moved', () => {
  const said = (detail: Record<string, string>) =>
    renderToStaticMarkup(
      <History
        items={[{ id: '1', at: at(0), who: 'PC Name', type: 'contact-recorded', detail, note: null }]}
        names={new Map()}
        clock={clock}
      />,
    )
  const moved = 'moved it from waiting for a reply to in progress'
  expect(said({ result: 'spoke', from: 'awaiting-contact', to: 'in-progress' })).toContain(
    `spoke to them, and ${moved}`,
  )
  expect(said({ result: 'spoke' })).not.toContain('moved')
})

it.each([
  ['2026-06-30T22:30:00Z', 'in date to 30 Jun'],
  ['2026-06-30T23:30:00Z', 'lapsed 30 Jun'],
])('training that counts until the 30th of June is at %s: %s, by the force’s clock', (now, words) => {
  const until = new Date('2026-06-30T00:00:00Z')
  const drawn = renderToStaticMarkup(<TrainedUntil until={until} clock={{ ...clock, now: new Date(now) }} />)
  expect(drawn).toContain(words)
})

it('names every district somebody covers, marks one that ended, and shows no id', () => {
  const names = new Map([
    ['north', 'North'],
    ['old', 'Old Town'],
  ])
  const today = new Map([['north', 'North']])
  expect(coveredWords(['north', 'old', 'never'], { names, today, t })).toBe(
    'North, Old Town (no district any more), a district the force does not have',
  )
})

it('keeps the answer that cannot be taken back apart from the others, last, after what comes of it', () => {
  const shown = { reference: 'HC-TEST-0000', version: 1, actorId: 'somebody' }
  const drawn = renderToStaticMarkup(<AnswerOffer shown={shown} t={t} />)
  const place = (text: string) => drawn.indexOf(text)
  const consequence = place('Only a supervisor can change that later')
  expect(consequence).toBeGreaterThan(place('value="other-reason"'))
  expect(place('value="know-somebody"')).toBeGreaterThan(consequence)
  expect(drawn.slice(0, consequence).match(/<details/gu)).toHaveLength(2)
})

it.each([
  ['person-named', 'named somebody in it as a person complained of'],
  ['person-changed', 'changed what somebody is in it: a person complained of'],
])('says in the line of %s what that person is in the case', (type, words) => {
  const line = { id: 'e1', at: at(-1), who: 'Ada', note: null, type, detail: { role: 'subject' } }
  const drawn = renderToStaticMarkup(<History items={[line]} names={new Map()} clock={clock} />)
  expect(drawn).toContain(words)
})

describe('the messages of a case', () => {
  const theirs = { author: 'reporter', id: 'm1', at: at(-2), who: null, readAt: at(-1), adds: false } as const
  const ours = { ...theirs, author: 'staff', id: 'm2', who: 'Ada' } as const
  it.each([
    ['none came', [], false, 'No messages yet'],
    ['a message is the last word', [theirs], true, 'Message waiting: the last word is theirs'],
    ['a file is the last word', [], true, 'they sent a file'],
    ['a file came after what we wrote', [theirs, ours], true, 'they sent a file'],
  ])('say, where %s, so', (_, written, waiting, words) => {
    const messages = written.map((one) => ({ ...one, text: 'Words' }))
    const drawn = renderToStaticMarkup(<Conversation {...{ messages, waiting, clock }} folded={null} />)
    const said = ['No messages yet', 'Message waiting', 'they sent a file'].filter((one) =>
      drawn.includes(one),
    )
    expect(said).toHaveLength(1)
    expect(drawn).toContain(words)
  })
})

describe('a time to ring somebody back', () => {
  const one = { from: at(24), until: at(24.5), setAt: at(-1), planChanged: false }
  it('is an order to ring only while that is safe by what is known', () => {
    expect(callBackLine(one, clock).words).toMatch(/^Ring them back/u)
    expect(callBackLine({ ...one, planChanged: true }, clock).words).toMatch(/^Look at their plan before/u)
    // By a plan that is known it is safe, or it is not, whatever was before.
    expect(callBackLine({ ...one, planChanged: true }, clock, 'yes').words).toMatch(/^Ring them back/u)
    const { words, tone } = callBackLine(one, clock, 'not-safe')
    expect(words).toMatch(/^Do not ring at this time/u)
    expect(tone).toContain('text-danger')
    expect(callBackLine({ ...one, from: at(-2), until: at(-1) }, clock, 'not-safe').words).toBe(
      'Do not ring at this time (today 10:00 to 11:00): by their plan as it is now it is not safe',
    )
  })

  it('is said with the case it belongs to, where that was merged into the row', () => {
    const drawn = (of: string | null) =>
      renderToStaticMarkup(<CallBackMark callBack={{ ...one, of }} clock={clock} />)
    expect(drawn('HC-7K2Q-M4TD')).toContain('HC-7K2Q-M4TD, merged into this one: Ring them back')
    expect(drawn(null)).not.toContain('merged')
  })

  it('is named to whoever closes the case, which ends it', () => {
    const words = callBackAtClosing({ next: one }, clock)
    expect(words).toContain('Closing ends it, and nobody rings')
    expect(callBackAtClosing({ next: null }, clock)).toBeNull()
    const shown = { reference: 'HC-7K2Q-M4TD', version: 1, actorId: 'a' }
    const form = {
      shown,
      endings: [],
      withdrawal: null,
      approval: [],
      passedOn: null,
      typed: () => undefined,
      t,
    }
    expect(renderToStaticMarkup(<CloseForm {...form} callBack={words} />)).toContain(words)
  })
})
