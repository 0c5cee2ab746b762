import fc from 'fast-check'
import { describe, expect, it, test } from 'vitest'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { consentGivers, consentWays, readConsent, servicesToRefer, supportService } from './support'

const services = servicesToRefer(hertfordshire).map(({ id }) => id)
const today = '2026-11-22'
const whole = fc.record({
  service: fc.constantFrom(...services),
  way: fc.constantFrom(...consentWays),
  givenBy: fc.constantFrom(...consentGivers),
  agreedOn: fc.constantFrom('2026-11-22', '2026-02-28', '2025-01-01'),
  account: fc.constantFrom('yes', '', 'no', 'true'),
})

test('a person is referred to services that call back, and never to a crisis line', () => {
  expect(services).not.toContain('samaritans')
  expect(services.length).toBeGreaterThan(5)
  expect(supportService(hertfordshire, 'samaritans')?.name).toBe('Samaritans')
  expect(supportService(hertfordshire, 'none-such')).toBeUndefined()
})

describe('consent', () => {
  it('is what was posted, and tells what happened only with a tick', () => {
    fc.assert(
      fc.property(whole, (posted) => {
        expect(readConsent(posted, hertfordshire, today)).toEqual({
          ...posted,
          account: posted.account === 'yes',
        })
      }),
    )
  })

  it('is none where anything of it is missing, unknown or to come', () => {
    const part = fc.constantFrom('service', 'way', 'givenBy', 'agreedOn')
    const wrong = fc.constantFrom('', 'code', 'samaritans', '2026-11-23', '2026-02-30', '__proto__')
    fc.assert(
      fc.property(whole, part, wrong, (posted, key, value) => {
        expect(readConsent({ ...posted, [key]: value }, hertfordshire, today)).toBeNull()
      }),
    )
  })
})
