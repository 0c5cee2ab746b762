import { describe, expect, test } from 'vitest'
import type { ResolvedQuestion } from '../definition'
import { parseStep, readFields } from '../read'
import { kindOf } from './table'

const today = '2026-03-10'
const pets = ['cat', 'dog', 'none'] as const

/** Reads a form as the server does; gives the answer, or the code it was refused with. */
function outcome(question: ResolvedQuestion, form: string): unknown {
  const result = parseStep([question], readFields([question], new URLSearchParams(form)), today)
  return result.ok ? result.answers[question.id] : { refused: result.errors[question.id] }
}

const refused = (code: string) => ({ refused: code })
const text = { id: 'q', kind: 'text', maxLength: 5 } as const
const radios = { id: 'q', kind: 'radios', options: pets } as const
const boxes = { id: 'q', kind: 'checkboxes', options: pets, exclusive: 'none' } as const
const date = { id: 'q', kind: 'date', notAfter: 'today' } as const

describe('what a form holds becomes an answer or one of our codes', () => {
  test.each<[string, ResolvedQuestion, string, unknown]>([
    ['a text', text, 'q=hello', 'hello'],
    ['a text with spaces around', text, 'q=%20%20hello%20', 'hello'],
    ['line ends in one line', text, 'q=a%0D%0Ab', 'a b'],
    ['line ends in several lines', { ...text, multiline: true }, 'q=a%0D%0Ab', 'a\nb'],
    ['NUL and controls', text, 'q=a%00%07b%7F', 'ab'],
    ['a letter and its accent', text, 'q=e%CC%81', 'é'],
    ['only what is cleaned away', text, 'q=%00%20', refused('required')],
    ['a text that just fits', text, 'q=12345', '12345'],
    ['a text too long', text, 'q=123456', refused('too-long')],
    ['no text', text, '', refused('required')],
    ['two texts where one fits', text, 'q=a&q=b', refused('invalid')],
    ['two options where one fits', radios, 'q=cat&q=dog', refused('invalid')],
    ['the same option twice', radios, 'q=cat&q=cat', 'cat'],
    ['no text where it is optional', { ...text, optional: true }, '', null],
    ['a name in Arabic', { ...text, maxLength: 20 }, `q=${encodeURIComponent('فاطمة')}`, 'فاطمة'],
    [
      'a name with a joiner',
      { ...text, maxLength: 20 },
      `q=${encodeURIComponent('می\u200Cرا')}`,
      'می\u200Cرا',
    ],
    ['one option', radios, 'q=cat', 'cat'],
    ['a forged option', radios, 'q=horse', refused('not-an-option')],
    ['an option of every object', radios, 'q=constructor', refused('not-an-option')],
    ['no option', radios, '', refused('required')],
    ['no option where it is optional', { ...radios, optional: true }, '', null],
    ['ticks, in the order of the options', boxes, 'q=dog&q=cat&q=dog', ['cat', 'dog']],
    ['one tick', boxes, 'q=dog', ['dog']],
    ['a forged tick', boxes, 'q=dog&q=horse', refused('not-an-option')],
    ['a hundred forged ticks', boxes, `${'q=dog&'.repeat(100)}q=horse`, refused('not-an-option')],
    ['the exclusive tick alone', boxes, 'q=none', ['none']],
    ['the exclusive tick with another', boxes, 'q=cat&q=none', refused('exclusive')],
    ['no ticks', boxes, '', refused('required')],
    ['no ticks where it is optional', { ...boxes, optional: true }, '', null],
    ['a day', date, 'q-day=1&q-month=3&q-year=2026', '2026-03-01'],
    ['today', date, 'q-day=10&q-month=03&q-year=2026', '2026-03-10'],
    ['tomorrow', date, 'q-day=11&q-month=3&q-year=2026', refused('future')],
    ['tomorrow where it may be', { id: 'q', kind: 'date' }, 'q-day=11&q-month=3&q-year=2026', '2026-03-11'],
    ['30 February', date, 'q-day=30&q-month=2&q-year=2026', refused('not-a-date')],
    ['29 February of a leap year', date, 'q-day=29&q-month=2&q-year=2024', '2024-02-29'],
    ['a short year', date, 'q-day=1&q-month=3&q-year=26', refused('not-a-date')],
    ['a day without its month', { ...date, optional: true }, 'q-day=1', refused('not-a-date')],
    ['no day', date, '', refused('required')],
    ['no day where it is optional', { ...date, optional: true }, 'q-day=&q-month=&q-year=', null],
    ['a time', { id: 'q', kind: 'time' }, 'q=9.05', '09:05'],
    ['no such time', { id: 'q', kind: 'time' }, 'q=24:00', refused('not-a-time')],
    ['a postcode', { id: 'q', kind: 'postcode' }, 'q=sg11aa', 'SG1 1AA'],
    ['half a postcode', { id: 'q', kind: 'postcode' }, 'q=al5', 'AL5'],
    ['no postcode', { id: 'q', kind: 'postcode' }, 'q=nowhere', refused('not-a-postcode')],
    ['an email address', { id: 'q', kind: 'email' }, 'q=a%2Bb@mail.example.org', 'a+b@mail.example.org'],
    ['an email address of another script', { id: 'q', kind: 'email' }, 'q=用户@例子.公司', '用户@例子.公司'],
    ['no email address', { id: 'q', kind: 'email' }, 'q=sam@example', refused('not-an-email')],
    ['two email addresses', { id: 'q', kind: 'email' }, 'q=a@b.uk@c.uk', refused('not-an-email')],
    ['a phone number', { id: 'q', kind: 'phone' }, 'q=%2B44 (0)1632 960-001', '+44 (0)1632 960-001'],
    ['a phone number in groups', { id: 'q', kind: 'phone' }, 'q=01632/960 001', '01632/960 001'],
    [
      'a phone number in Persian digits',
      { id: 'q', kind: 'phone' },
      `q=${encodeURIComponent('۰۷۷۰۰ ۹۰۰۴۶۱')}`,
      '۰۷۷۰۰ ۹۰۰۴۶۱',
    ],
    [
      'a phone number in Arabic digits',
      { id: 'q', kind: 'phone' },
      `q=${encodeURIComponent('٠٧٧٠٠٩٠٠٤٦١')}`,
      '٠٧٧٠٠٩٠٠٤٦١',
    ],
    [
      'too few Persian digits',
      { id: 'q', kind: 'phone' },
      `q=${encodeURIComponent('۱۰۱')}`,
      refused('not-a-phone'),
    ],
    [
      'a phone number with words',
      { id: 'q', kind: 'phone' },
      'q=01632 960001 ask for Sam',
      refused('not-a-phone'),
    ],
    ['too few digits', { id: 'q', kind: 'phone' }, 'q=101', refused('not-a-phone')],
    ['the beginning of a phone number', { id: 'q', kind: 'phone' }, 'q=07700 900', refused('not-a-phone')],
    [
      'a phone number of another country',
      { id: 'q', kind: 'phone' },
      'q=%2B353 1 234 5678',
      '+353 1 234 5678',
    ],
  ])('%s', (_name, question, form, expected) => {
    expect(outcome(question, form)).toEqual(expected)
  })
})

describe('field values of react-hook-form', () => {
  test.each<[string, ResolvedQuestion, unknown, unknown]>([
    ['a group as an array', boxes, ['dog'], ['dog']],
    ['a group as one string', boxes, 'dog', ['dog']],
    ['a group with holes', boxes, [false, 'dog'], ['dog']],
    ['a group left as false', { ...boxes, optional: true }, false, null],
    ['a group left empty', { ...boxes, optional: true }, [], null],
    ['radios left null', radios, null, refused('required')],
    ['a text never touched', { ...text, optional: true }, undefined, null],
    ['a text with a lone surrogate', text, 'a\uD800', 'a\uFFFD'],
    ['a number for a text', text, 5, refused('invalid')],
    ['a list for radios', radios, ['cat', 'dog'], refused('invalid')],
    ['true for a group', boxes, true, refused('invalid')],
    ['objects in a group', boxes, [{}], refused('invalid')],
  ])('%s', (_name, question, value, expected) => {
    const result = parseStep([question], { q: value } as Record<string, string>, today)
    expect(result.ok ? result.answers.q : { refused: result.errors.q }).toEqual(expected)
  })
})

test('a form is read by known names only', () => {
  const form = new URLSearchParams('q=cat&other=1&__proto__=2&q-day=3')
  expect(readFields([radios], form)).toEqual({ q: 'cat' })
})

describe('an answer kept earlier', () => {
  test.each<[string, ResolvedQuestion, string | string[], boolean]>([
    ['still an option', radios, 'dog', true],
    ['no longer an option', radios, 'horse', false],
    ['ticks that still are options', boxes, ['cat'], true],
    ['a tick that no longer is', boxes, ['cat', 'horse'], false],
    ['ticks that may no longer go together', boxes, ['cat', 'none'], false],
    ['a list where one is expected', radios, ['dog'], false],
    ['one where a list is expected', boxes, 'cat', false],
    ['a text that no longer fits', text, '123456', false],
    ['a postcode', { id: 'q', kind: 'postcode' }, 'SG1 1AA', true],
    ['no postcode', { id: 'q', kind: 'postcode' }, 'here', false],
  ])('%s', (_name, question, answer, holds) => {
    expect(kindOf(question).holds(question, answer)).toBe(holds)
  })
})
