import { expect, test } from 'vitest'
import { written } from './event'

test.each([
  [{ event: 'queue', fresh: 2 } as const, 'event: queue\ndata: {"fresh":2}\n\n'],
  [
    { event: 'case', mark: '3-1700000000000-4' } as const,
    'event: case\ndata: {"mark":"3-1700000000000-4"}\n\n',
  ],
  [{ event: 'here' } as const, 'event: here\ndata: {}\n\n'],
  [{ event: 'ended' } as const, 'event: ended\ndata: {}\n\n'],
])('%j', (event, text) => {
  expect(written(event)).toBe(text)
})
