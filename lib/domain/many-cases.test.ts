import { describe, expect, it } from 'vitest'
import { DomainError } from './errors'
import { eachCase, readTicks, tickOf } from './many-cases'

const one = { reference: 'HC-7K2Q-M4TD', version: 3 }
const other = { reference: 'LR-7K2Q-M4TD', version: 1 }

describe('the ticked rows of a form', () => {
  it('are what the rows post, each once', () => {
    expect(readTicks([tickOf(one), tickOf(other), tickOf(one)])).toEqual([one, other])
  })

  it.each([
    [['']],
    [['HC-7K2Q-M4TD']],
    [['HC-7K2Q-M4TD x']],
    [['HC-7K2Q-M4TD -1']],
    [['nothing 1']],
    [['HC-7K2Q-M4TD 1e9']],
  ])('are not %j', (posted) => {
    expect(() => readTicks(posted)).toThrow('invalid')
  })

  it('are some', () => {
    expect(() => readTicks([])).toThrow('none-chosen')
  })

  it('are a hundred at most', () => {
    const many = (count: number) => Array.from({ length: count }, (_, version) => tickOf({ ...one, version }))
    expect(readTicks(many(100))).toHaveLength(100)
    expect(() => readTicks(many(101))).toThrow('many-chosen')
  })
})

describe('what is done to each of several cases', () => {
  it('is told of each; what is refused of one stops no other', async () => {
    const act = ({ reference }: typeof one) =>
      reference === one.reference ? Promise.reject(new DomainError('on-hold')) : Promise.resolve()
    expect(await eachCase([one, other], act)).toEqual([
      { reference: one.reference, code: 'on-hold' },
      { reference: other.reference, code: 'done' },
    ])
  })

  it.each([new DomainError('step-up'), new Error('the database is away')])('ends with %s', async (error) => {
    await expect(eachCase([one, other], () => Promise.reject(error))).rejects.toBe(error)
  })
})
