import { describe, expect, it, vi } from 'vitest'
import { leftOutReasons, readUnderstood, writeUnderstood } from '@/lib/domain/rota/understood-calendar'
import type { CalendarUse } from '@/lib/domain/rota/understood-calendar'
import { readCalendar } from './read-calendar'
import { writeCalendar } from './write-calendar'

vi.mock('@/lib/config/env', () => ({ env: () => ({ AUTH_SECRET: 'a secret of tests alone' }) }))

// Counts how often the work gives way, which is the same on every machine.
let turns = 0
vi.mock('./in-slices', () => ({
  inSlices: <T>(work: Generator<undefined, T>): Promise<T> => {
    for (;;) {
      const step = work.next()
      turns += 1
      if (step.done === true) return Promise.resolve(step.value)
    }
  },
}))

const from = new Date('2026-11-21T12:00:00Z')
const to = new Date('2027-11-21T12:00:00Z')
const force = { timeZone: 'Europe/London' }

const calendar = (...lines: readonly string[]) =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', 'PRODID:-//Test//EN', ...lines, 'END:VCALENDAR', ''].join('\r\n')
const event = (...lines: readonly string[]) => ['BEGIN:VEVENT', 'UID:one', ...lines, 'END:VEVENT']

async function read(text: string, use: CalendarUse = 'duty') {
  const understood = await readCalendar(new TextEncoder().encode(text), { use, from, to, force })
  if (typeof understood === 'string') return understood
  const shown = (at: Date) => at.toISOString().slice(0, 16)
  return {
    events: understood.events,
    spans: understood.spans.map(({ startsAt, endsAt }) => `${shown(startsAt)} ${shown(endsAt)}`),
    leftOut: Object.fromEntries(understood.leftOut),
  }
}
const spansOf = async (use: CalendarUse, ...lines: readonly string[]) => {
  const understood = await read(calendar(...lines), use)
  return typeof understood === 'string' ? understood : understood.spans
}
const reasonOf = async (use: CalendarUse, ...lines: readonly string[]) => {
  const understood = await read(calendar(...event(...lines)), use)
  return typeof understood === 'string' ? understood : Object.keys(understood.leftOut).join(' ')
}

it.each([
  ['/example.org/Europe/London', '2026-12-01T09:00'],
  ['example.org/v1.2/Europe/Paris', '2026-12-01T08:00'],
  ['/Europe/London', null],
  ['example.org/', null],
])('the zone %s is known by what follows an address', async (name, begins) => {
  const [span = null] = await spansOf(
    'duty',
    ...event(`DTSTART;TZID=${name}:20261201T090000`, 'DURATION:PT1H'),
  )
  expect(span?.slice(0, 16) ?? null).toBe(begins)
})

const list = (count: number) => Array.from({ length: count }, (_, one) => String(one)).join(',')
const bytes = (text: string) => new TextEncoder().encode(text)

const zone = [
  'BEGIN:VTIMEZONE',
  'TZID:Our office',
  'BEGIN:STANDARD',
  'DTSTART:16010101T020000',
  'TZOFFSETFROM:+0100',
  'TZOFFSETTO:+0000',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=10',
  'END:STANDARD',
  'BEGIN:DAYLIGHT',
  'DTSTART:16010101T010000',
  'TZOFFSETFROM:+0000',
  'TZOFFSETTO:+0100',
  'RRULE:FREQ=YEARLY;BYDAY=-1SU;BYMONTH=3',
  'END:DAYLIGHT',
  'END:VTIMEZONE',
]

describe('the time of an event', () => {
  it.each([
    ['of UTC', ['DTSTART:20261201T090000Z', 'DTEND:20261201T170000Z'], '2026-12-01T09:00 2026-12-01T17:00'],
    [
      'by whatever clock',
      ['DTSTART:20270701T090000', 'DTEND:20270701T170000'],
      '2027-07-01T08:00 2027-07-01T16:00',
    ],
    [
      'of a named zone',
      ['DTSTART;TZID=America/New_York:20270701T090000', 'DTEND;TZID=America/New_York:20270701T100000'],
      '2027-07-01T13:00 2027-07-01T14:00',
    ],
    [
      'of a zone with somebody’s address before its name',
      ['DTSTART;TZID=/freeassociation.sourceforge.net/Europe/London:20270701T090000', 'DURATION:PT1H'],
      '2027-07-01T08:00 2027-07-01T09:00',
    ],
    [
      'as offices name it',
      ['DTSTART;TZID="GMT Standard Time":20270701T090000', 'DURATION:PT90M'],
      '2027-07-01T08:00 2027-07-01T09:30',
    ],
    [
      'of a zone in the file',
      ['DTSTART;TZID=Our office:20270701T090000', 'DTEND;TZID=Our office:20270701T170000'],
      '2027-07-01T08:00 2027-07-01T16:00',
    ],
    [
      'from one zone to another',
      ['DTSTART;TZID=Europe/London:20270701T090000', 'DTEND;TZID=Europe/Paris:20270701T110000'],
      '2027-07-01T08:00 2027-07-01T09:00',
    ],
    [
      'over midnight',
      ['DTSTART:20261201T220000', 'DTEND:20261202T060000'],
      '2026-12-01T22:00 2026-12-02T06:00',
    ],
    [
      'that has begun',
      ['DTSTART:20261121T090000', 'DTEND:20261121T170000'],
      '2026-11-21T09:00 2026-11-21T17:00',
    ],
    [
      'on a folded line',
      ['DTSTART:202612', ' 01T0900', '\t00', 'DURATION:PT1H'],
      '2026-12-01T09:00 2026-12-01T10:00',
    ],
    ['in small letters', ['dtstart:20261201T090000', 'Duration:PT1H'], '2026-12-01T09:00 2026-12-01T10:00'],
  ])('%s', async (_, lines, span) => {
    expect(await spansOf('duty', ...zone, ...event(...lines))).toEqual([span])
  })

  it.each([
    ['20270328T003000', '2027-03-28T00:30'],
    // Skipped: as before the change.
    ['20270328T013000', '2027-03-28T01:30'],
    ['20270328T023000', '2027-03-28T01:30'],
    // Twice: the first.
    ['20271031T013000', '2027-10-31T00:30'],
    ['20271031T020000', '2027-10-31T02:00'],
  ])('%s is the same by the zone in the file as by its own name: %s', async (written, instant) => {
    for (const name of ['Our office', 'Europe/London']) {
      const lines = event(`DTSTART;TZID=${name}:${written}`, 'DURATION:PT10M')
      const [span = ''] = await spansOf('duty', ...zone, ...lines)
      expect(span.slice(0, 16)).toBe(instant)
    }
  })

  it('of a whole day is that day of the force', async () => {
    expect(
      await spansOf('leave', ...event('DTSTART;VALUE=DATE:20270328', 'DTEND;VALUE=DATE:20270330')),
    ).toEqual(['2027-03-28T00:00 2027-03-29T23:00'])
    expect(await spansOf('leave', ...event('DTSTART;VALUE=DATE:20270701'))).toEqual([
      '2027-06-30T23:00 2027-07-01T23:00',
    ])
  })

  it('is one with those it overlaps or touches', async () => {
    const lines = [
      ...event('DTSTART:20261201T090000', 'DTEND:20261201T120000'),
      ...event('DTSTART:20261201T120000', 'DTEND:20261201T150000'),
      ...event('DTSTART:20261201T140000', 'DTEND:20261201T170000'),
    ]
    expect(await spansOf('duty', ...lines)).toEqual(['2026-12-01T09:00 2026-12-01T17:00'])
  })
})

describe('what repeats', () => {
  const starts = async (...lines: readonly string[]) => {
    const spans = await spansOf('duty', ...lines)
    return typeof spans === 'string' ? spans : spans.map((span) => span.slice(0, 16))
  }
  const tuesdays = [
    'DTSTART;TZID=Europe/London:20261124T180000',
    'DURATION:PT2H',
    'RRULE:FREQ=WEEKLY;COUNT=4',
  ]

  it('comes as often as it says', async () => {
    expect(await starts(...event(...tuesdays))).toEqual([
      '2026-11-24T18:00',
      '2026-12-01T18:00',
      '2026-12-08T18:00',
      '2026-12-15T18:00',
    ])
  })

  it('comes at the same time by the clock on the wall in summer', async () => {
    const found = await starts(
      ...event('DTSTART;TZID=Europe/London:20260105T090000', 'DURATION:PT8H', 'RRULE:FREQ=MONTHLY;BYDAY=1MO'),
    )
    expect(found).toEqual([
      ...[
        '2026-12-07T09:00',
        '2027-01-04T09:00',
        '2027-02-01T09:00',
        '2027-03-01T09:00',
        '2027-04-05T08:00',
        '2027-05-03T08:00',
      ],
      ...[
        '2027-06-07T08:00',
        '2027-07-05T08:00',
        '2027-08-02T08:00',
        '2027-09-06T08:00',
        '2027-10-04T08:00',
        '2027-11-01T09:00',
      ],
    ])
  })

  it('ends when it says, by the clock of UTC and by days', async () => {
    const daily = (until: string) =>
      starts(
        ...event(
          'DTSTART;TZID=Europe/London:20270701T090000',
          'DURATION:PT1H',
          `RRULE:FREQ=DAILY;UNTIL=${until}`,
        ),
      )
    const three = ['2027-07-01T08:00', '2027-07-02T08:00', '2027-07-03T08:00']
    expect(await daily('20270703T080000Z')).toEqual(three)
    expect(await daily('20270703T075959Z')).toEqual(three.slice(0, 2))
    expect(await daily('20270703')).toEqual(three)
    expect(await daily('20270703T090000')).toEqual(three)
  })

  it('leaves out what is excepted, by time and by day, and adds what is added', async () => {
    const lines = [
      'EXDATE;TZID=Europe/London:20261201T180000',
      'EXDATE;VALUE=DATE:20261208',
      'RDATE;TZID=Europe/London:20261216T100000',
    ]
    expect(await starts(...event(...tuesdays, ...lines))).toEqual([
      '2026-11-24T18:00',
      '2026-12-15T18:00',
      '2026-12-16T10:00',
    ])
    expect(await starts(...event(...tuesdays, 'EXDATE:20261201T180000Z,20261208T180000Z'))).toEqual([
      '2026-11-24T18:00',
      '2026-12-15T18:00',
    ])
  })

  it('has one of a series where it was moved to, and none that was called off', async () => {
    const moved = event(
      'RECURRENCE-ID;TZID=Europe/London:20261201T180000',
      'DTSTART:20261202T190000',
      'DURATION:PT1H',
    )
    const off = event(
      'RECURRENCE-ID:20261208T180000Z',
      'DTSTART:20261208T180000Z',
      'DURATION:PT1H',
      'STATUS:CANCELLED',
    )
    expect(await read(calendar(...moved, ...event(...tuesdays), ...off))).toEqual({
      events: 3,
      spans: [
        '2026-11-24T18:00 2026-11-24T20:00',
        '2026-12-02T19:00 2026-12-02T20:00',
        '2026-12-15T18:00 2026-12-15T20:00',
      ],
      leftOut: { cancelled: 1 },
    })
  })

  it('has days off in leave, and one of them moved', async () => {
    const fridays = event('DTSTART;VALUE=DATE:20261127', 'RRULE:FREQ=WEEKLY;COUNT=2')
    const moved = event('RECURRENCE-ID;VALUE=DATE:20261204', 'DTSTART;VALUE=DATE:20261203')
    expect(await spansOf('leave', ...fridays, ...moved)).toEqual([
      '2026-11-27T00:00 2026-11-28T00:00',
      '2026-12-03T00:00 2026-12-04T00:00',
    ])
  })
})

describe('an event is left out, and counted, that', () => {
  it.each([
    ['is over', 'past', 'duty', ['DTSTART:20261120T090000', 'DURATION:PT1H']],
    [
      'repeated until it was over',
      'past',
      'duty',
      ['DTSTART:20250101T090000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;COUNT=100'],
    ],
    ['is far ahead', 'later', 'duty', ['DTSTART:20271122T090000', 'DURATION:PT1H']],
    ['is called off', 'cancelled', 'duty', ['DTSTART:20261201T090000', 'DURATION:PT1H', 'STATUS:CANCELLED']],
    ['is a whole day of duty', 'all-day', 'duty', ['DTSTART;VALUE=DATE:20261201']],
    ['has no length', 'no-length', 'duty', ['DTSTART:20261201T090000']],
    ['ends before it begins', 'no-length', 'duty', ['DTSTART:20261201T090000', 'DTEND:20261201T080000']],
    ['is duty for days', 'too-long', 'duty', ['DTSTART:20261201T090000', 'DTEND:20261203T090000']],
    ['is leave for years', 'too-long', 'leave', ['DTSTART;VALUE=DATE:20261201', 'DTEND;VALUE=DATE:20300101']],
    [
      'comes every second',
      'too-often',
      'duty',
      ['DTSTART:20260101T090000', 'DURATION:PT1S', 'RRULE:FREQ=SECONDLY'],
    ],
    [
      'comes each second of each day',
      'too-often',
      'duty',
      [
        'DTSTART:20200101T090000',
        'DURATION:PT1S',
        `RRULE:FREQ=DAILY;BYHOUR=${list(24)};BYMINUTE=${list(60)};BYSECOND=${list(60)}`,
      ],
    ],
    [
      'never comes',
      'past',
      'duty',
      ['DTSTART:20260101T090000', 'DURATION:PT1H', 'RRULE:FREQ=YEARLY;BYMONTH=2;BYMONTHDAY=30'],
    ],
    [
      'never comes, month after month',
      'past',
      'duty',
      ['DTSTART:20260101T090000', 'DURATION:PT1H', 'RRULE:FREQ=MONTHLY;BYMONTHDAY=31;BYMONTH=2,4'],
    ],
    [
      'skips years at a time',
      'past',
      'duty',
      ['DTSTART:20250228T090000', 'DURATION:PT1H', 'RRULE:FREQ=YEARLY;INTERVAL=2;BYMONTH=2;BYMONTHDAY=29'],
    ],
    [
      'comes after an interval without end',
      'not-understood',
      'duty',
      ['DTSTART:20260101T090000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;INTERVAL=2000000000'],
    ],
    [
      'has a rule that is none',
      'not-understood',
      'duty',
      ['DTSTART:20261201T090000', 'DURATION:PT1H', 'RRULE:every day'],
    ],
    [
      'has a rule with no frequency',
      'not-understood',
      'duty',
      ['DTSTART:20261201T090000', 'DURATION:PT1H', 'RRULE:COUNT=3'],
    ],
    [
      'is of no known zone',
      'unknown-zone',
      'duty',
      ['DTSTART;TZID=Mars/Olympus:20261201T090000', 'DURATION:PT1H'],
    ],
    [
      'changes all that come later',
      'this-and-future',
      'duty',
      ['RECURRENCE-ID;RANGE=THISANDFUTURE:20261201T090000', 'DTSTART:20261201T090000'],
    ],
    ['does not begin', 'not-understood', 'duty', ['DTEND:20261201T090000']],
    ['begins on no day', 'not-understood', 'duty', ['DTSTART:20261331T090000', 'DURATION:PT1H']],
    ['begins at no time', 'not-understood', 'duty', ['DTSTART:20261201T250000', 'DURATION:PT1H']],
    ['begins at a word', 'not-understood', 'duty', ['DTSTART:tomorrow', 'DURATION:PT1H']],
    ['lasts a word', 'not-understood', 'duty', ['DTSTART:20261201T090000', 'DURATION:long']],
    ['lasts backwards', 'not-understood', 'duty', ['DTSTART:20261201T090000', 'DURATION:-PT1H']],
    [
      'is longer than any',
      'not-understood',
      'duty',
      [
        'DTSTART:20261201T090000',
        'DURATION:PT1H',
        `EXDATE:${'20261201T090000,'.repeat(5_000)}20261201T090000`,
      ],
    ],
  ] as const)('%s: %s', async (_, reason, use, lines) => {
    expect(await reasonOf(use, ...lines)).toBe(reason)
    expect(leftOutReasons).toContain(reason)
  })

  it('stops no other', async () => {
    const lines = [
      ...event('DTSTART:never'),
      ...event('DTSTART:20261201T090000', 'DURATION:PT1H'),
      ...event('SUMMARY:x'),
    ]
    expect(await read(calendar(...lines))).toEqual({
      events: 3,
      spans: ['2026-12-01T09:00 2026-12-01T10:00'],
      leftOut: { 'not-understood': 2 },
    })
  })
})

describe('a file', () => {
  it.each([
    ['that is empty', '', 'not-a-calendar'],
    ['that is a picture', '\u0089PNG\r\n\u001a\n', 'not-a-calendar'],
    ['that is a page', '<!doctype html><title>Sign in</title>', 'not-a-calendar'],
    ['with nothing of a calendar but its name', 'BEGIN:VCALENDAR', 'not-a-calendar'],
    ['of which the end is missing', calendar(...event('DTSTART:20261201T090000')).slice(0, -20), 'cut-short'],
    ['that ends within an event', calendar(...event('DTSTART:20261201T090000')).slice(0, 100), 'cut-short'],
  ])('%s is refused', async (_, text, code) => {
    expect(await read(text)).toBe(code)
  })

  it('with no event is read, and has none', async () => {
    expect(await read(calendar())).toEqual({ events: 0, spans: [], leftOut: {} })
  })

  it('from another time is read, and has nothing to give', async () => {
    expect(await read(calendar(...event('DTSTART:20200101T090000', 'DURATION:PT1H')))).toEqual({
      events: 1,
      spans: [],
      leftOut: { past: 1 },
    })
  })

  it('is read with a mark at its beginning, and with other ends of lines', async () => {
    const text = `\uFEFF${calendar(...event('DTSTART:20261201T090000', 'DURATION:PT1H')).replaceAll('\r\n', '\n')}`
    expect(await read(text)).toMatchObject({ events: 1, spans: ['2026-12-01T09:00 2026-12-01T10:00'] })
  })

  it('takes no time from an alarm, nor from what is written in a description', async () => {
    const lines = event(
      'DESCRIPTION:Call back\\nDTSTART:20261202T090000',
      ' DTSTART:20261203T090000',
      'DTSTART:20261201T090000',
      'DURATION:PT1H',
      ...['BEGIN:VALARM', 'DTSTART:20261204T090000', 'DURATION:PT9H', 'END:VALARM'],
    )
    expect(await spansOf('duty', ...lines)).toEqual(['2026-12-01T09:00 2026-12-01T10:00'])
  })

  it('that never ends its events is understood as far as it goes', async () => {
    expect(await read(calendar('BEGIN:VEVENT', 'DTSTART:20261201T090000', 'DURATION:PT1H'))).toEqual({
      events: 1,
      spans: [],
      leftOut: { 'not-understood': 1 },
    })
  })

  it('that has one thing within another without end is refused', async () => {
    const began = performance.now()
    expect(await read(calendar('BEGIN:A\r\n'.repeat(300_000)))).toBe('not-a-calendar')
    expect(performance.now() - began).toBeLessThan(5_000)
  })

  it('that is too large, has too many events or too many times is refused', async () => {
    const question = { use: 'duty', from, to, force } as const
    expect(await readCalendar(new Uint8Array(5 * 1024 * 1024 + 1), question)).toBe('too-large')
    expect(await read(calendar('BEGIN:VEVENT\r\nEND:VEVENT\r\n'.repeat(50_001)))).toBe('too-many-events')
    expect(
      await read(
        calendar(...event('DTSTART:20261201T090000', 'DURATION:PT1M', `RRULE:FREQ=DAILY;BYHOUR=${list(24)}`)),
      ),
    ).toBe('too-many-times')
  })
})

describe('a large file holds up nobody', () => {
  /** How often the work could be interrupted: as often as what is in the file asks for, and no oftener than a rule may be looked at. */
  async function turnsOf(text: string) {
    turns = 0
    const understood = await readCalendar(bytes(text), { use: 'duty', from, to, force })
    return { understood, turns }
  }
  const day = (place: number) =>
    new Date(from.getTime() + (place % 300) * 86_400_000).toISOString().slice(0, 10).replaceAll('-', '')

  it.each([
    [
      '50,000 events',
      Array.from({ length: 50_000 }, (_, one) =>
        event(`DTSTART:${day(one)}T1${String(one % 10)}0000`, 'DURATION:PT1H'),
      ).flat(),
    ],
    [
      '1,000 rules of each second of the day',
      Array.from({ length: 1_000 }, () =>
        event(
          'DTSTART:20200101T090000',
          'DURATION:PT1S',
          `RRULE:FREQ=DAILY;BYMINUTE=${list(60)};BYSECOND=${list(60)}`,
        ),
      ).flat(),
    ],
    [
      '1,000 rules that never come',
      Array.from({ length: 1_000 }, () =>
        event('DTSTART:19900101T090000', 'DURATION:PT1H', 'RRULE:FREQ=DAILY;BYMONTH=2;BYMONTHDAY=30'),
      ).flat(),
    ],
    [
      'one line of 4 MB',
      event(`DESCRIPTION:${'x'.repeat(4_000_000)}`, 'DTSTART:20261201T090000', 'DURATION:PT1H'),
    ],
    [
      '100 zones of 50,000 dots',
      Array.from({ length: 100 }, () =>
        event(`DTSTART;TZID=${'.'.repeat(50_000)}:20261201T090000`, 'DURATION:PT1H'),
      ).flat(),
    ],
    [
      '70 times with 10,000 parameters',
      Array.from({ length: 70 }, () =>
        event(`DTSTART${';A=1'.repeat(15_000)}:20261201T090000`, 'DURATION:PT1H'),
      ).flat(),
    ],
    [
      '20,000 events in a zone of 20,000 parts',
      [
        'BEGIN:VTIMEZONE',
        'TZID:Our office',
        ...Array.from({ length: 20_000 }, () => zone.slice(2, 6).concat('END:STANDARD')).flat(),
        'END:VTIMEZONE',
        ...Array.from({ length: 20_000 }, () => event('DTSTART;TZID=Our office:20261201T090000')).flat(),
      ],
    ],
    ['one time folded 60,000 times', event(`DTSTART:2026${'\r\n 1'.repeat(60_000)}`)],
  ])('%s', async (_, lines) => {
    const result = await turnsOf(calendar(lines.join('\r\n')))
    expect(typeof result.understood).toBe('object')
    const events = lines.filter((line) => line === 'BEGIN:VEVENT').length
    // One for each event, and one for each 200 lines.
    expect(result.turns).toBeGreaterThan(events + Math.floor(lines.length / 200))
    expect(result.turns).toBeLessThan(1_000_000)
  })
})

describe('a calendar that is written', () => {
  const duty = [{ startsAt: new Date('2026-12-01T09:00:00Z'), endsAt: new Date('2026-12-01T17:00:00Z') }]
  const away = [{ startsAt: new Date('2027-06-30T23:00:00Z'), endsAt: new Date('2027-07-07T23:00:00Z') }]
  const given = { officerId: 'b4d7', duty, away, madeAt: from, words: { duty: 'Duty', away: 'Away' } }
  const text = writeCalendar(given)

  it('keeps to the standard: whole lines, none too long, and what every calendar and event has to have', () => {
    expect(text).toMatch(/^BEGIN:VCALENDAR\r\n[^]*\r\nEND:VCALENDAR\r\n$/u)
    expect(text.split('\r\n').filter((line) => line.length > 75 || line.includes('\n'))).toEqual([])
    for (const line of [
      'VERSION:2.0',
      'PRODID:-//Alongside//Duty//EN',
      'DTSTAMP:20261121T120000Z',
      'DTSTART:20261201T090000Z',
      'SUMMARY:Duty',
      'SUMMARY:Away',
    ])
      expect(text.split('\r\n')).toContain(line)
  })

  it('names its events the same each time, and each differently', () => {
    const uids = (one: string) => [...one.matchAll(/^UID:(.*)$/gmu)].map(([, uid]) => uid)
    expect(uids(writeCalendar({ ...given, madeAt: to }))).toEqual(uids(text))
    expect(new Set(uids(text)).size).toBe(2)
    expect(uids(writeCalendar({ ...given, officerId: 'other' }))).not.toEqual(uids(text))
  })

  it('is not taken for what it is not: time away is no duty, whatever it is sent as', async () => {
    expect(await read(text, 'duty')).toEqual({
      ...{ events: 2, spans: ['2026-12-01T09:00 2026-12-01T17:00'], leftOut: { 'away-here': 1 } },
    })
    // Other calendars change the letters of a name, and say the same time by another clock.
    const moved = text.replace(/^UID:.*$/gmu, (line) => `UID:${line.slice(4).toUpperCase()}`)
    expect(await read(moved.replaceAll('SUMMARY:Away', 'SUMMARY:Holiday'), 'leave')).toEqual({
      ...{ events: 2, spans: ['2027-06-30T23:00 2027-07-07T23:00'], leftOut: { 'duty-here': 1 } },
    })
  })

  it('is read again as it was', async () => {
    expect(await read(writeCalendar({ ...given, away: [] }))).toMatchObject({
      spans: ['2026-12-01T09:00 2026-12-01T17:00'],
    })
    expect(await read(writeCalendar({ ...given, duty: [] }), 'leave')).toMatchObject({
      spans: ['2027-06-30T23:00 2027-07-07T23:00'],
    })
  })
})

it('what was understood is the same after it was kept', async () => {
  const text = calendar(
    ...event('DTSTART:20261201T090000', 'DURATION:PT1H', 'RRULE:FREQ=WEEKLY'),
    ...event('DTSTART:x'),
  )
  const understood = await readCalendar(bytes(text), { use: 'duty', from, to, force })
  if (typeof understood === 'string') throw new Error(understood)
  expect(understood.spans.length).toBe(51)
  expect(readUnderstood(writeUnderstood(understood))).toEqual(understood)
})
