import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanName } from './clean-name'

test.each([
  ['IMG_0001.JPG', 'IMG_0001.JPG'],
  ['C:\\Users\\me\\photo.png', 'photo.png'],
  ['../../etc/passwd', 'passwd'],
  ['invoice\u202Egpj.exe', 'invoicegpj.exe'],
  ['a\0b\r\nc.txt', 'abc.txt'],
  ['<img src=x onerror=alert(1)>.png', '_img src=x onerror=alert(1)_.png'],
  ['"; rm -rf $HOME;".pdf', '__ rm -rf _HOME__.pdf'],
  ['  .hidden  ', 'hidden'],
  ['llun o’r tŷ.jpeg', 'llun o’r tŷ.jpeg'],
  ['صورة.jpg', 'صورة.jpg'],
])('%j is shown as %j', (given, shown) => {
  expect(cleanName(given)).toBe(shown)
})

test.each(['', '...', '\u202E\u200B', '/', '\\'])('nothing of %j can be shown', (given) => {
  expect(cleanName(given)).toBeNull()
})

test('a name of ten thousand letters is a line, and keeps its ending', () => {
  const name = cleanName(`${'a'.repeat(10_000)}.jpeg`)
  expect(name).toHaveLength(80)
  expect(name).toMatch(/^a+….jpeg$/u)
})

test('whatever comes in, what is shown moves nothing about, hides nothing and leads nowhere', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 2000 }), (given) => {
      const name = cleanName(given)
      if (name === null) return
      expect(name).not.toMatch(/[\p{Cc}\p{Cf}\p{Cs}\p{Zl}\p{Zp}/\\<>"]/u)
      expect(Array.from(name).length).toBeLessThanOrEqual(80)
      expect(cleanName(name)).toBe(name)
    }),
  )
})
