import { Temporal } from 'temporal-polyfill'
import { describe, expect, it } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { parseReference } from '@/lib/domain/reference'
import { arrivalTimes } from './arrival-times'
import { madeCase } from './made-case'

const until = Temporal.ZonedDateTime.from('2026-11-22T12:00[Europe/London]')
const holders = [{ accountId: '00000000-0000-4000-8000-000000000001', districts: ['stevenage'] }]
const making = {
  force: hertfordshire,
  seed: 3,
  until: until.epochMilliseconds,
  holders,
  openShare: 1,
  mix: 'usual',
} as const
const times = [...arrivalTimes(20_000, 3, until, 120)].flat()
const cases = times.map((at, number) => madeCase(number, at, making))
const share = (of: (one: (typeof cases)[number]) => boolean) => cases.filter(of).length / cases.length

describe('cases that are made up', () => {
  it('are as many as were asked for, in order, over ten years', () => {
    expect(times).toHaveLength(20_000)
    expect(times).toEqual([...times].sort((a, b) => a - b))
    expect(new Date(times[0] ?? 0).toISOString()).toMatch(/^2016-11/u)
    expect(new Date(times.at(-1) ?? 0).toISOString()).toMatch(/^2026-11-2/u)
  })

  it('are the same for the same seed and others for another', () => {
    expect(times.map((at, number) => madeCase(number, at, making))).toEqual(cases)
    const others = times.map((at, number) => madeCase(number, at, { ...making, seed: 4 }))
    const known = new Set(cases.flatMap(({ id, reference }) => [id, reference]))
    expect(others.filter(({ id, reference }) => known.has(id) || known.has(reference))).toEqual([])
    expect([...arrivalTimes(20_000, 4, until, 120)].flat()).not.toEqual(times)
  })

  it('have ids and references of their own', () => {
    expect(new Set(cases.map(({ id }) => id)).size).toBe(cases.length)
    expect(new Set(cases.map(({ reference }) => reference)).size).toBe(cases.length)
    expect(cases.every(({ reference }) => parseReference(reference) === reference)).toBe(true)
  })

  it('go on in the order in which a case does, and not into the future', () => {
    const end = until.epochMilliseconds
    for (const { receivedAt, contactedAt, closedAt, answeredAt, status } of cases) {
      expect(contactedAt ?? receivedAt).toBeGreaterThanOrEqual(receivedAt)
      expect(closedAt ?? end).toBeGreaterThanOrEqual(contactedAt ?? receivedAt)
      expect(answeredAt ?? end).toBeGreaterThanOrEqual(closedAt ?? receivedAt)
      expect(Math.max(receivedAt, contactedAt ?? 0, closedAt ?? 0, answeredAt ?? 0)).toBeLessThanOrEqual(end)
      expect(status === 'closed').toBe(closedAt !== null)
    }
  })

  it('are closed sooner where not so many can be open', () => {
    const pressed = times.map((at, number) => madeCase(number, at, { ...making, openShare: 0.1 }))
    const openOf = (some: typeof cases) => some.filter(({ closedAt }) => closedAt === null).length
    expect(openOf(pressed)).toBeGreaterThan(0)
    expect(openOf(pressed)).toBeLessThan(openOf([...cases]) / 4)
    for (const { receivedAt, contactedAt, closedAt } of pressed) {
      expect(contactedAt ?? receivedAt).toBeGreaterThanOrEqual(receivedAt)
      expect(closedAt ?? until.epochMilliseconds).toBeGreaterThanOrEqual(contactedAt ?? receivedAt)
      expect(closedAt ?? 0).toBeLessThan(until.epochMilliseconds)
    }
  })

  it('have nothing rare where they are few, and more of them have an answer', () => {
    const few = times.map((at, number) => madeCase(number, at, { ...making, mix: 'few' }))
    for (const name of ['channel', 'disposition'] as const) {
      const values = new Set(few.flatMap((one) => one[name] ?? []))
      const shares = [...values].map((value) => few.filter((one) => one[name] === value).length / few.length)
      expect(shares.length).toBeGreaterThan(4)
      expect(Math.min(...shares)).toBeGreaterThan(0.01)
    }
    const answered = (some: readonly (typeof cases)[number][]) => some.filter(({ answer }) => answer !== null)
    expect(answered(few).length).toBeGreaterThan(2 * answered(cases).length)
  })

  it('are as uneven as cases are', () => {
    const open = cases.filter(({ status }) => status !== 'closed')
    expect(open.length).toBeGreaterThan(20)
    expect(open.length).toBeLessThan(600)
    expect(
      share(({ contactedAt, promisedBy }) => contactedAt !== null && contactedAt <= promisedBy),
    ).toBeGreaterThan(0.7)
    expect(
      share(({ contactedAt, promisedBy }) => contactedAt !== null && contactedAt > promisedBy),
    ).toBeGreaterThan(0.05)
    expect(cases.filter(({ person }, number) => person !== number).length).toBeGreaterThan(2_000)
    const byDistrict = hertfordshire.districts.map(({ id }) => share(({ district }) => district === id))
    expect(Math.max(...byDistrict)).toBeGreaterThan(2.5 * Math.min(...byDistrict))
    expect(share(({ strands }) => strands.length === 0)).toBe(0)
  })
})
