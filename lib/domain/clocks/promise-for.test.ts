import fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { forces } from '@/lib/force/forces'
import { hertfordshire } from '@/lib/force/hertfordshire'
import type { Force } from '../force'
import { promisedBy } from '../promise'
import { risks } from '../words'
import { promiseFor, promiseTo } from './promise-for'

const hour = 3_600_000
const force = hertfordshire
const at = (text: string) => new Date(text)
const duty = (from: string, until: string) => ({ from: at(from), until: at(until) })
const none: Force = { ...force, promises: { ...force.promises, low: { amount: 0, unit: 'hours' } } }

describe('a promise', () => {
  it.each([
    // Received Wednesday 18 November at 10:00: low risk aims for Friday at 20:00.
    ['on duty on Thursday', duty('2026-11-19T14:00Z', '2026-11-19T22:00Z'), '2026-11-20T20:00Z', true, false],
    ['on duty now', duty('2026-11-18T07:00Z', '2026-11-18T15:00Z'), '2026-11-20T20:00Z', true, false],
    ['an hour before it', duty('2026-11-20T19:00Z', '2026-11-20T23:00Z'), '2026-11-20T23:00Z', true, true],
    ['on duty on Monday', duty('2026-11-23T07:00Z', '2026-11-23T15:00Z'), '2026-11-23T15:00Z', true, true],
    ['half an hour', duty('2026-11-23T07:00Z', '2026-11-23T07:30Z'), '2026-11-23T07:30Z', true, true],
    [
      'a duty that ends before it starts',
      duty('2026-11-23T15:00Z', '2026-11-23T07:00Z'),
      '2026-11-23T17:00Z',
      true,
      true,
    ],
    ['all away for a month', null, '2026-11-20T20:00Z', false, false],
    [
      'a duty that is over',
      duty('2026-11-17T07:00Z', '2026-11-17T15:00Z'),
      '2026-11-20T20:00Z',
      false,
      false,
    ],
  ] as const)('%s', (_, ahead, by, named, beyondTarget) => {
    const receivedAt = at('2026-11-18T10:00Z')
    const promise = promiseFor({ risk: 'low', receivedAt, duty: ahead, force, reach: 'out' })
    expect(promise.by).toEqual(at(by))
    expect(promise.dutyAt !== null).toBe(named)
    expect(promise.beyondTarget).toBe(beyondTarget)
  })

  it.each([
    ['over Christmas', 'low', '2026-12-24T10:00Z', '2026-12-30T20:00:00.000Z'],
    ['over Christmas, on a weekend', 'medium', '2027-12-24T21:00Z', '2027-12-29T20:00:00.000Z'],
    ['over Easter', 'medium', '2026-04-02T21:30Z', '2026-04-07T19:00:00.000Z'],
    ['as the clocks go forward', 'low', '2026-03-27T10:00Z', '2026-03-31T19:00:00.000Z'],
    ['as the clocks go back', 'low', '2026-10-23T10:00Z', '2026-10-27T20:00:00.000Z'],
  ] as const)('%s is the target where somebody is on duty', (_, risk, received, by) => {
    const receivedAt = at(received)
    const ahead = { from: receivedAt, until: new Date(receivedAt.getTime() + 8 * hour) }
    const promise = promiseFor({ risk, receivedAt, duty: ahead, force, reach: 'out' })
    expect([promise.by.toISOString(), promise.beyondTarget]).toEqual([by, false])
  })

  it('does not put off high risk to an officer’s duty', () => {
    const receivedAt = at('2026-11-18T10:00Z')
    const ahead = duty('2026-11-23T07:00Z', '2026-11-23T15:00Z')
    expect(promiseFor({ risk: 'high', receivedAt, duty: ahead, force, reach: 'out' })).toEqual({
      ...{
        by: at('2026-11-19T10:00Z'),
        target: at('2026-11-19T10:00Z'),
        dutyAt: null,
        dutyUntil: null,
        beyondTarget: false,
      },
    })
  })

  it.each([
    ['none', null, null],
    ['theirs', at('2026-11-23T07:00Z'), at('2026-11-23T15:00Z')],
  ] as const)('waits for no officer where nobody is contacted: %s', (reach, dutyAt, dutyUntil) => {
    const receivedAt = at('2026-11-18T10:00Z')
    const ahead = duty('2026-11-23T07:00Z', '2026-11-23T15:00Z')
    expect(promiseFor({ risk: 'low', receivedAt, duty: ahead, force, reach })).toEqual({
      ...{
        by: at('2026-11-20T20:00Z'),
        target: at('2026-11-20T20:00Z'),
        dutyAt,
        dutyUntil,
        beyondTarget: false,
      },
    })
  })

  it.each([
    ['officer', 'high', null, 'desk-first'],
    ['officer', 'high', duty('2026-11-23T07:00Z', '2026-11-23T15:00Z'), 'desk-first'],
    ['officer', 'high', duty('2026-11-18T11:00Z', '2026-11-18T15:00Z'), 'officer'],
    ['officer', 'low', null, 'officer'],
    ['person-first', 'high', null, 'person-first'],
    ['nobody', 'high', null, 'nobody'],
  ] as const)('asked for %s at %s risk with %j ahead is made by %s', (asked, risk, ahead, by) => {
    const receivedAt = at('2026-11-18T10:00Z')
    expect(promiseTo({ asked, risk, receivedAt, duty: ahead, force, reach: 'out' })).toMatchObject({
      asked: by,
      by: promisedBy(risk, receivedAt, force),
    })
  })

  const moment = fc.date({ min: at('2026-01-01'), max: at('2030-12-31'), noInvalidDate: true })
  const anyDuty = fc.option(
    fc.record({
      from: fc.integer({ min: -40 * 24, max: 40 * 24 }),
      hours: fc.integer({ min: -3, max: 24 * 3 }),
    }),
  )
  it('is never before the duty it names, nor after the target unless it says so, in any force', () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...Object.values(forces), none),
        fc.constantFrom(...risks),
        moment,
        anyDuty,
        fc.constantFrom('out' as const, 'code' as const, 'none' as const),
        (of, risk, receivedAt, span, reach) => {
          const from = new Date(receivedAt.getTime() + (span?.from ?? 0) * hour)
          const ahead = span === null ? null : { from, until: new Date(from.getTime() + span.hours * hour) }
          const { by, dutyAt, beyondTarget } = promiseFor({ risk, receivedAt, duty: ahead, force: of, reach })
          const target = promisedBy(risk, receivedAt, of)
          expect(by.getTime()).toBeGreaterThanOrEqual(receivedAt.getTime())
          if (dutyAt !== null) expect(by.getTime()).toBeGreaterThanOrEqual(dutyAt.getTime())
          expect(by > target).toBe(beyondTarget)
          expect(by < target).toBe(false)
          if (beyondTarget) expect(dutyAt).not.toBeNull()
          if (reach === 'none') expect(dutyAt).toBeNull()
        },
      ),
      { numRuns: 3000 },
    )
  })
})
