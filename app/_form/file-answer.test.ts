import { expect, it, test } from 'vitest'
import { fileAnswer } from './file-answer'

it('is something to keep, not to show, under a name of ours', async () => {
  const answer = fileAnswer('{}', 'application/json; charset=utf-8', 'who-saw-HC-7K2Q-M4TD.json')
  expect(Object.fromEntries(answer.headers)).toEqual({
    'content-type': 'application/json; charset=utf-8',
    'content-disposition': 'attachment; filename="who-saw-HC-7K2Q-M4TD.json"',
    'cache-control': 'no-store',
    'x-content-type-options': 'nosniff',
  })
  expect(await answer.text()).toBe('{}')
})

test.each([
  '',
  'a"b.csv',
  'a\r\nset-cookie: x',
  '../a.csv',
  'Zoë.csv',
  'a b.csv',
  '.csv',
  `${'a'.repeat(81)}.csv`,
])('%j is no name for a file, and would have been put together from something typed', (name) => {
  expect(() => fileAnswer('', 'text/csv', name)).toThrow('no name')
})
