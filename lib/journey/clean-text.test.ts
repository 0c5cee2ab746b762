import fc from 'fast-check'
import { expect, test } from 'vitest'
import { cleanLine, cleanText } from './clean-text'

const anyText = fc
  .string({ unit: 'binary' })
  .chain((text) =>
    fc
      .array(fc.constantFrom('\0', '\uD83D', '\uDE00', '\r\n', '\r', '\u202E', 'e\u0301', '\u0085'))
      .map((odd) => text + odd.join(text)),
  )

test('cleaned text holds no controls and no halves of characters, and cleaning again changes nothing', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      const clean = cleanText(text)
      // eslint-disable-next-line no-control-regex -- these are what must be gone
      expect(clean).not.toMatch(/[\u0000-\u0008\u000b-\u001f\u007f-\u009f]|\p{Surrogate}/u)
      expect(cleanText(clean)).toBe(clean)
      expect(cleanLine(text)).not.toMatch(/[\r\n\t]/)
    }),
  )
})

test.each(['Siân', 'Ó Briain', 'فاطمة', 'שרה', '李小龍', 'Zoë 🏳️‍🌈', 'می‌خواهم', 'நிலா', 'D’Angelo-Nguyễn'])(
  'the name %s is left as it is',
  (name) => {
    expect(cleanLine(name)).toBe(name.normalize('NFC'))
  },
)
