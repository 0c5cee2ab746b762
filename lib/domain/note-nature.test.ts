import { expect, test } from 'vitest'
import { natureOf, noteNatures, readNature } from './note-nature'

test('a posted nature is one of those there are, the first where none was said, and otherwise none', () => {
  for (const nature of noteNatures) expect(readNature(nature)).toBe(nature)
  expect(readNature('')).toBe('work')
  expect(readNature('Fact')).toBeNull()
  expect(readNature('__proto__')).toBeNull()
})

test('an old note, and one whose detail says nothing known, is about the work', () => {
  expect(natureOf({})).toBe('work')
  expect(natureOf({ nature: 7 })).toBe('work')
  expect(natureOf({ nature: 'heard' })).toBe('heard')
})
