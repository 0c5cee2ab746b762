import { describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { columnsOf, directoryFault, rowReader } from './directory'

describe('the columns of a directory', () => {
  it.each([
    [['pcd', 'pcd2', 'pcds', 'dointr', 'oslaua'], { postcode: 2, code: 4 }],
    [['\uFEFFpcd7', 'pcd8', 'lad23cd'], { postcode: 1, code: 2 }],
    [['"x"', ' PCD ', 'LAD25CD '], { postcode: 1, code: 2 }],
    [['pcd', 'laua'], { postcode: 0, code: 1 }],
    [['pcds', 'lad23nm'], null],
    [['laua'], null],
    [[], null],
  ])('%j: %j', (header, columns) => {
    expect(columnsOf(header)).toEqual(columns)
  })
})

describe('a row', () => {
  const read = rowReader(hertfordshire, { postcode: 0, code: 1 })

  it.each([
    [['SG1 1AA', 'E07000243'], { postcode: 'SG11AA', district: 'stevenage' }],
    [['SG1  1AB', ' E07000099 '], { postcode: 'SG11AB', district: 'north-herts' }],
    [['EN9 1AA', 'E07000072'], { postcode: 'EN91AA', district: null }],
    [['SG1 1AA', ''], { postcode: 'SG11AA', district: null }],
    [['ZE1 0AA', 'S12000027'], 'elsewhere'],
    [['SG1', 'E07000243'], 'unreadable'],
    [[], 'unreadable'],
  ])('%j is %j', (row, found) => {
    expect(read(row)).toEqual(found)
  })
})

it.each([
  [{ read: 0, unreadable: 0, kept: 0, own: 0 }, 0, false, 'empty'],
  [{ read: 10, unreadable: 2, kept: 8, own: 8 }, 0, false, 'unreadable'],
  [{ read: 10, unreadable: 1, kept: 9, own: 0 }, 0, false, 'not-this-force'],
  [{ read: 10, unreadable: 0, kept: 9, own: 1 }, 10, false, 'fewer'],
  [{ read: 10, unreadable: 0, kept: 9, own: 1 }, 10, true, null],
  [{ read: 10, unreadable: 0, kept: 10, own: 1 }, 10, false, null],
])('%j after %i is at fault: %j, %j', (count, before, mayBeFewer, fault) => {
  expect(directoryFault(count, before, mayBeFewer)).toBe(fault)
})
