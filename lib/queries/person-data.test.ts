import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { holdsAny, readWords } from '@/lib/domain/black-out'
import { translator } from '@/lib/i18n/translate'
import type { OpenedFile } from './open-evidence'
import type { OpenedForExport } from './open-for-export'
import { personData } from './person-data'
import { partLetters } from './written-letters'

const t = translator('en')
const at = new Date('2026-06-10T11:00:00Z')
const later = new Date('2026-06-10T12:00:00Z')

function opened(texts: readonly string[], more: Partial<OpenedForExport> = {}): OpenedForExport {
  const [account = '', message = '', note = '', identity = '', label = ''] = texts
  return {
    found: {
      ...{ reference: 'HC-7K2Q-M4TD', kind: 'report', channel: 'online', status: 'closed' },
      ...{ receivedAt: at, closedAt: at, disposition: 'advice' },
    },
    ...{ language: 'en', journeyId: 'report', answers: { role: 'victim' }, hasEquality: true },
    supports: [{ service: 'Galop', agreed: '2026-03-02', told: '2026-03-03', ended: null }],
    transcript: [
      {
        title: label,
        rows: [
          { questionId: 'account', label, value: account },
          { questionId: 'suspectWords', label, value: account },
        ],
      },
    ],
    identity: {
      given: true,
      rows: [{ questionId: 'identityWords', label, english: undefined, value: identity }],
    },
    agreements: [],
    files: [],
    held: null,
    letters: [],
    messages: [
      { id: 'm1', at, author: 'reporter', who: null, readAt: at, adds: false, text: message },
      { id: 'm2', at, author: 'staff', who: 'Ada Obi', readAt: at, adds: false, text: null },
    ],
    events: [{ id: 'e1', at, type: 'noted', role: 'supervisor', detail: {}, note }],
    looks: [{ role: 'supervisor', day: '2026-06-11', times: 2 }],
    ...more,
  }
}

const sentFile = (name: string): OpenedFile => {
  const file = { name, kind: 'jpeg', bytes: 3_400_000, pieces: 4, sha256: 'ab'.repeat(32) }
  return { id: 'f1', at, withCode: false, scan: 'unscanned', file }
}

const isWords = (text: string) => {
  try {
    return readWords(text).length > 0
  } catch {
    return false
  }
}
/** Everything that people or the desk's words put into it; days, codes and the reference are none of it. */
const textsOf = (given: ReturnType<typeof personData>) => [
  ...given.answers.flatMap(({ section, question, answer }) => [section, question, answer]),
  ...given.identity.flatMap(({ question, answer }) => [question, answer]),
  ...[...given.messages, ...given.notes].map(({ text }) => text),
  ...given.decisions.map(({ what }) => what),
  ...given.leftOut.map(({ what }) => what),
  ...given.held,
  given.outcome ?? '',
]

describe('what is given of one case', () => {
  it('has none of the words that are to be blacked out, whatever was written', () => {
    const text = fc.string({ unit: 'grapheme', maxLength: 40 })
    const typed = fc.string({ unit: fc.constantFrom(...Array.from('aAéßi 07-\n')) }).filter(isWords)
    fc.assert(
      fc.property(fc.array(text, { minLength: 5, maxLength: 5 }), typed, (texts, lines) => {
        const words = readWords(lines)
        const spiked = texts.map((one) => `${one} ${words.join('\u00a0')} ${one}`)
        const letters = [{ id: 'l1', at, way: 'text' as const, text: spiked.join(' ') }]
        const given = personData(
          opened(spiked, { letters, files: [sentFile(spiked.join(' '))] }),
          { notes: new Set(['e1']), words },
          t,
        )
        expect(textsOf(given).filter((one) => holdsAny(one, words))).toEqual([])
      }),
      { numRuns: 500 },
    )
  })

  it('names what is left out, and says of a message that does not open', () => {
    const given = personData(opened(['mine', 'hello', 'for staff', 'me', 'Asked']), noChoice, t)
    expect(given.leftOut.map(({ what, why }) => [what, why])).toEqual([
      ['Asked', 'another-person'],
      ['1 note of staff', 'internal-note'],
      ['1 message', 'unreadable'],
      ['Answers to the equality questions', 'held-apart'],
    ])
    expect(given.messages.map(({ from, text }) => [from, text])).toEqual([['person', 'hello']])
    expect(JSON.stringify(given)).not.toContain('Ada')
  })

  it('names the files they sent, each with its receipt, and says of one that does not open', () => {
    const files = [sentFile('at the door.jpg'), sentFile(''), { ...sentFile('x'), file: null }]
    const { held, leftOut } = personData(opened([], { files }), noChoice, t)
    const ending = `Picture, 3,400,000 bytes, came ${at.toISOString()}, receipt ${'ab'.repeat(32)}. It is given by itself`
    expect(held).toContain(`A file: “at the door.jpg”, ${ending}`)
    expect(held).toContain(`A file: “a file without a name”, ${ending}`)
    expect(leftOut.map(({ what, why }) => [what, why])).toContainEqual(['1 file', 'unreadable'])
  })

  it('lists to which support services they agreed, and what came of it', () => {
    const [told] = opened([]).supports
    if (told === undefined) throw new Error('there is one')
    const supports = [told, { ...told, service: 'Stonewall', told: null, ended: '2026-03-04' }]
    expect(
      personData(opened([], { supports }), noChoice, t).held.filter((one) => one.includes('agreed')),
    ).toEqual([
      'That the person agreed on 2026-03-02 that Galop is told of them; told on 2026-03-03',
      'That the person agreed on 2026-03-02 that Stonewall is told of them; not told, taken back on 2026-03-04',
    ])
  })

  it.each([
    ['fact', 'Fact: for staff'],
    ['opinion', 'Opinion or assessment: for staff'],
    ['heard', 'Heard from somebody and not checked: for staff'],
    ['work', 'for staff'],
  ])('says of a note that is given what kind it is: %s', (nature, text) => {
    const events = [
      { id: 'e1', at, type: 'noted', role: 'supervisor' as const, detail: { nature }, note: 'for staff' },
    ]
    const { notes } = personData(opened([], { events }), { notes: new Set(['e1']), words: [] }, t)
    expect(notes).toEqual([{ at: at.toISOString(), role: 'supervisor', text }])
  })

  it('says of a name that is given what that person was named as', () => {
    const named = { id: 'e1', at, type: 'person-named', role: 'supervisor' as const }
    const events = [{ ...named, detail: { role: 'subject' }, note: 'Sam Poe' }]
    const { notes } = personData(opened([], { events }), { notes: new Set(['e1']), words: [] }, t)
    expect(notes.map(({ text }) => text)).toEqual(['Named as a person complained of: Sam Poe'])
  })

  it('gives what was written to the person in any way, and counts it as no note of staff', () => {
    const written = { id: 'e2', at, type: 'letter-written', role: 'supervisor' } as const
    const letters = partLetters([
      { ...written, detail: { way: 'text' }, note: 'Please ring us' },
      { ...written, id: 'e3', at: later, detail: { way: 'email' }, note: 'You can ring us' },
      { ...written, id: 'e4', detail: { way: 'email' }, note: null },
    ])
    const { messages, held, leftOut, notes, decisions } = personData(opened([], letters), noChoice, t)
    expect(messages.slice(1)).toEqual([
      { at: at.toISOString(), from: 'force', text: 'Text message: Please ring us' },
      { at: later.toISOString(), from: 'force', text: 'E-mail: You can ring us' },
    ])
    expect(held).toContain('2 texts or e-mails to the person')
    expect(held).toContain('No notes of staff')
    expect(leftOut.map(({ why }) => why)).not.toContain('internal-note')
    expect(notes).toEqual([])
    expect(decisions).toHaveLength(3)
  })

  it('leaves out what was harmed or is to be reached where that is somebody else', () => {
    const rows = ['harm', 'phone', 'account'].map((questionId) => ({
      questionId,
      label: questionId,
      value: 'x',
    }))
    const behalf = { answers: { role: 'on-behalf', contactWhom: 'them' }, transcript: [{ title: '', rows }] }
    const given = personData(opened([], behalf), noChoice, t)
    expect(given.answers.map(({ question }) => question)).toEqual(['account'])
  })
})

const noChoice = { notes: new Set<string>(), words: [] }

it('says of an attempt to reach the person what came of it', () => {
  const event = { id: 'e2', at, type: 'contact-recorded', role: 'supervisor', note: null } as const
  const events = [{ ...event, detail: { result: 'number-dead', way: 'call', next: 'another-way' } }]
  const { decisions } = personData(opened([], { events }), { notes: new Set(), words: [] }, t)
  expect(decisions.map(({ what }) => what)).toEqual([
    'tried to reach them: the number or address does not work',
  ])
})

it.each([
  ['clock-broken', { clock: 'review' }],
  ['escalated', { rule: 'promise-broken' }],
  ['escalation-settled', { rule: 'promise-broken' }],
])('says of %s what it was about', (type, detail) => {
  const role = type === 'escalation-settled' ? 'supervisor' : null
  const events = [{ id: 'e2', at, type, role, note: null, detail } as const]
  const [said] = personData(opened([], { events }), { notes: new Set(), words: [] }, t).decisions
  expect(said?.what).not.toMatch(/[{}]|somebody/iu)
})

it('lists when they were to be rung back, why that was changed, and how many of these times were missed', () => {
  const event = { role: 'supervisor', note: null } as const
  const span = { from: '2026-06-10 10:00', until: '2026-06-10 10:30' }
  const events = [
    { ...event, id: 'e1', at, type: 'call-back-set', detail: span },
    { ...event, id: 'e2', at, type: 'escalated', role: null, detail: { rule: 'call-back-missed' } },
    { ...event, id: 'e3', at, type: 'call-back-moved', detail: { ...span, reason: 'too-late' } },
    { ...event, id: 'e4', at: later, type: 'call-back-cancelled', detail: { reason: 'not-safe' } },
  ]
  const { decisions, held } = personData(opened([], { events }), noChoice, t)
  expect(decisions.map(({ what }) => what)).toEqual([
    'agreed a time to ring them back: 2026-06-10 10:00 to 2026-06-10 10:30',
    expect.stringContaining('a time to ring them back passed'),
    'agreed another time to ring them back: 2026-06-10 10:00 to 2026-06-10 10:30. Why: nobody rang in time.',
    'called off ringing them back. Why: it is not safe to ring them.',
  ])
  expect(held).toContain('2 times that were agreed to ring you back, 1 missed')
})
