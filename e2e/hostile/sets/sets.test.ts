import { describe, expect, test } from 'vitest'
import { formulaCells } from './formula-cells'
import { genuineNames } from './genuine-names'
import { hostileValues, writtenValues } from './hostile-values'
import { injections } from './injections'
import { naughtyStrings } from './naughty-strings'
import { scripts } from './scripts'
import { unicode } from './unicode'

describe('the sets of hostile input', () => {
  test.each([
    ['naughty strings', naughtyStrings, 515],
    ['scripts', scripts, 250],
    ['injections', injections, 300],
    ['formula cells', formulaCells, 60],
    ['Unicode', unicode, 150],
    ['genuine names', genuineNames, 200],
  ])('%s are as many as they are said to be, each once', (_name, set, count) => {
    expect(new Set(set).size).toBe(count)
    expect(set).toHaveLength(count)
  })

  test('hold little twice', () => {
    expect(writtenValues.length).toBeGreaterThan(1_250)
  })

  test('give the same values each time', () => {
    const values = hostileValues(10_500)
    expect(new Set(values).size).toBe(10_500)
    expect(hostileValues(10_500)).toEqual(values)
  })
})
