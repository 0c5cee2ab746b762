import { expect, test } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { knownForces } from './known-forces'

test.each([
  [[], []],
  [['west-yorkshire'], ['west-yorkshire']],
  [
    ['west-yorkshire', 'bedfordshire', 'west-yorkshire'],
    ['west-yorkshire', 'bedfordshire'],
  ],
  [['no-such-force', 'toString', '__proto__', '', '<b>'], []],
])('of %j these are forces: %j', (ids, known) => {
  expect(knownForces(ids, hertfordshire)).toEqual(known)
})
