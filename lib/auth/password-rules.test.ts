import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { passwordLength, passwordProblem } from './password-rules'

const owner = { name: 'Siân Ó Briain', email: 'sian.obriain@herts.example', force: 'Westshire Constabulary' }
const problem = (password: string) => passwordProblem(password, owner)

describe('a new password', () => {
  it.each([
    ['violet kettle on a slow train'],
    ['Alongside-demo-2026'],
    ['mynameiswrittenelsewhere'],
    ['918273645501928'],
    ['ΟιΓάτεςΜουΑγαπούνΨάρια'],
    ['كلمة سر طويلة جدا هنا'],
    ['🦊🐙🌊🪐🍋🧭🎻🪁🏔️🛶🫖🧵🪗🗿🦉'],
    ['tr0ub4dor & three more words'],
    [' spaces at both ends are kept '],
  ])('may be %j', (password) => {
    expect(problem(password)).toBeNull()
  })

  it.each([
    ['fourteen chars', 'too-short'],
    ['', 'too-short'],
    ['x'.repeat(300), 'too-long'],
    ['passwordpassword', 'common'],
    ['PasswordPassword', 'common'],
    ['p@ssw0rdp@ssw0rd', 'common'],
    ['dragon000000000000', 'common'],
    ['!!!2026sunshine2026!!!', 'common'],
    ['monkeymonkeymonkey', 'common'],
    ['ab1ab1ab1ab1ab1ab1', 'common'],
    ['aaaaaaaaaaaaaaaaaaa', 'common'],
    ['123456789012345678', 'common'],
    ['987654321098765432', 'common'],
    ['abcdefghijklmnopqrs', 'common'],
    ['qwertyuiopasdfghjkl', 'common'],
    ['1qaz2wsx3edc4rfv', 'common'],
    ['abcabdabcabdabcabd', 'common'],
    ['alongside-alongside', 'personal'],
    ['Alongside20262026', 'personal'],
    ['westshirepolice1234', 'personal'],
    ['sian.obriain@herts', 'personal'],
    ['SiânÓBriain202612', 'personal'],
  ])('%j is %s', (password, expected) => {
    expect(problem(password)).toBe(expected)
  })

  it('is counted in characters after composing: 15 letters with accents apart are 15, 14 are not', () => {
    const letters = 'ábécdíöfgůhjkľm'
    expect(Array.from(letters)).toHaveLength(15)
    expect(problem(letters.normalize('NFD'))).toBeNull()
    expect(problem(letters.slice(0, 14).normalize('NFD'))).toBe('too-short')
  })

  it('is fine when it is random, of whatever characters', () => {
    const character = fc.constantFrom(
      ...Array.from('abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789 .,-'),
    )
    fc.assert(
      fc.property(fc.array(character, { minLength: 20, maxLength: passwordLength.most }), (characters) => {
        fc.pre(new Set(characters.map((one) => one.toLowerCase())).size > 8)
        expect(problem(characters.join(''))).toBeNull()
      }),
    )
  })

  it('is never a shorter one repeated', () => {
    fc.assert(
      fc.property(
        fc.string({ minLength: 1, maxLength: 14 }),
        fc.integer({ min: 2, max: 20 }),
        (unit, times) => {
          fc.pre(Array.from(unit.normalize('NFC')).length < passwordLength.least)
          expect(problem(unit.repeat(times))).not.toBeNull()
        },
      ),
    )
  })
})
