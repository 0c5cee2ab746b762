import { describe, expect, it, test } from 'vitest'
import {
  expectChangeable,
  handedBack,
  invitationProblems,
  longestAddress,
  readAddress,
  readName,
  readPost,
} from './account'
import { readAccountFilters, writeAccountFilters } from './account-filters'
import { mayHoldCases } from './policy'
import { roles } from './words'

test.each([null, ...roles])('what %s can no longer hold is handed back', (role) => {
  const expected = {
    all: role === null || !mayHoldCases(role),
    restricted: role !== null && mayHoldCases(role) && role !== 'supervisor',
    none: role === 'supervisor',
  }
  expect(expected[handedBack(role)]).toBe(true)
})

describe('an address', () => {
  it.each([
    [' Ada.Lovelace@Example.TEST ', 'ada.lovelace@example.test'],
    ['o’brien+desk@mail.example.test', 'o’brien+desk@mail.example.test'],
  ])('%j is %j', (given, expected) => {
    expect(readAddress(given)).toBe(expected)
  })

  it.each([
    '',
    '@',
    'a@b',
    'a b@c.test',
    'a@b@c.test',
    'a\u0000@b.test',
    'a\uD800@b.test',
    '<a@b.test>',
    `${'a'.repeat(65)}@b.test`,
  ])('%j is none', (given) => {
    expect(() => readAddress(given)).toThrow('invalid')
  })
})

it('an address may have 254 characters and no more', () => {
  const ofLength = (length: number) => `${'a'.repeat(64)}@${'b'.repeat(length - 68)}.uk`
  expect(readAddress(ofLength(longestAddress))).toHaveLength(254)
  expect(() => readAddress(ofLength(longestAddress + 1))).toThrow('invalid')
})

describe('what is wrong with an invitation', () => {
  const right = { name: 'Ada', email: 'ada@example.test', role: 'triager', districts: [] }
  it.each([
    [{}, []],
    [{ name: ' ' }, ['name']],
    [{ email: 'nowhere' }, ['email']],
    [{ role: '' }, ['role']],
    [{ role: 'liaison-officer' }, ['districts']],
    [{ role: 'liaison-officer', districts: ['elsewhere'] }, ['districts']],
    [{ role: 'liaison-officer', districts: ['north'] }, []],
    [{ name: '', email: '', role: 'king' }, ['name', 'email', 'role']],
  ])('%j is %j', (given, expected) => {
    expect(invitationProblems({ ...right, ...given }, ['north'])).toEqual(expected)
  })
})

describe('a name', () => {
  it.each(['Siân Ó Briain', '李小龙', 'عائشة', 'X Æ A-12', 'Nguyễn', '👩‍🚒 Jo'])(
    '%s stays as it is',
    (name) => {
      expect(readName(name)).toBe(name.normalize('NFC'))
    },
  )

  it.each(['', ' \n ', 'a\u0000b', 'a\u202Eb', 'a\uD800', 'x'.repeat(101)])('%j is refused', (name) => {
    expect(() => readName(name)).toThrow('invalid')
  })
})

describe('a post', () => {
  const known = ['north', 'south']
  it('has districts for a liaison officer alone, in the force’s order', () => {
    expect(readPost('liaison-officer', ['south', 'north'], known).districts).toEqual(known)
    expect(readPost('supervisor', ['south'], known).districts).toEqual([])
  })

  it.each([
    ['liaison-officer', []],
    ['liaison-officer', ['elsewhere']],
    ['liaison-officer', ['north', 'elsewhere']],
    ['Administrator', []],
    ['__proto__', []],
  ])('%s of %j is refused', (role, districts) => {
    expect(() => readPost(role, districts, known)).toThrow('invalid')
  })
})

test.each([
  ['me', 'administrator', true, 1, 'auditor', 'own-account'],
  ['me', 'administrator', true, 0, null, 'own-account'],
  ['them', 'administrator', true, 0, null, 'last-administrator'],
  ['them', 'administrator', true, 0, 'auditor', 'last-administrator'],
  ['them', 'administrator', true, 0, 'administrator', null],
  ['them', 'administrator', false, 0, 'auditor', null],
  ['them', 'administrator', true, 1, null, null],
  ['them', 'triager', true, 0, null, null],
] as const)(
  '%s, %s (active %s, %i others), to %s: %s',
  (id, role, active, otherAdministrators, after, code) => {
    const run = () => {
      expectChangeable({ id, role, active, otherAdministrators }, 'me', after)
    }
    if (code === null) expect(run).not.toThrow()
    else expect(run).toThrow(code)
  },
)

test('filters come back as they were written, and what is unknown is passed over', () => {
  const filters = { find: 'a b', role: 'triager', state: 'closed', page: 3 } as const
  expect(readAccountFilters(Object.fromEntries(new URLSearchParams(writeAccountFilters(filters))))).toEqual(
    filters,
  )
  const none = { find: '', role: null, state: null, page: 1 }
  expect(readAccountFilters({ find: '\u0000', role: 'root', state: 'x', page: '-1' })).toEqual(none)
  expect(readAccountFilters({ find: ['a', 'b'], page: '99999' })).toEqual(none)
})
