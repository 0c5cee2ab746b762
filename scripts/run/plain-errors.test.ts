import { expect, it } from 'vitest'
import { wordsOf } from './plain-errors.ts'

const asked = '\nInvalid `account.count()` invocation in\n/x.ts:1:2\n\n→ 26   const a = await b.count('

it.each([
  [new Error('PORT must be a whole number.'), 'PORT must be a whole number.'],
  [new AggregateError([new Error('connect ECONNREFUSED ::1:1')], ''), 'Error: connect ECONNREFUSED ::1:1'],
  [new RangeError(''), 'RangeError'],
  [
    Object.assign(new Error(`${asked}\nCan't reach database server at 127.0.0.1:1`), {
      name: 'PrismaClientKnownRequestError',
    }),
    "The database did not do what was asked (it is the one that DATABASE_URL names, or else our own): Can't reach database server at 127.0.0.1:1",
  ],
])('%o is said in words', (error, words) => {
  expect(wordsOf(error)).toBe(words)
})
