import { expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { translator } from '@/lib/i18n/translate'
import { waitWords } from './wait-words'

it('a time of waiting is marked by the clock, and promises are said beside it in their own units', () => {
  const { mark, aim } = waitWords(translator('en'), hertfordshire)
  expect(mark).toEqual({ after: '2d', label: '48 hours' })
  expect(aim).toContain('24 hours where the risk is high, 1 working day where it is medium, 2 working days')
  expect(aim).toContain('does not say which promises were kept: “Whether the first promise was kept” does')
})
