import { expect, it } from 'vitest'
import { leftOutRules } from '../eligibility'
import offer from '@/lib/i18n/messages/en/offer.json'
import { declineReasons } from './decline-reasons'

it('there are words for every reason to say no, for every rule that leaves somebody out, and for all that ends an offer', () => {
  expect(Object.keys(offer.decline)).toEqual([...declineReasons])
  expect(Object.keys(offer.short)).toEqual(Object.keys(leftOutRules))
  // The last three stand for a reason that is not for whoever looks.
  const ends = [
    'given',
    'closed',
    'sealed',
    'merged',
    'reporter-withdrew',
    'accepted',
    'declined',
    'lapsed',
    'withdrawn',
  ]
  expect(Object.keys(offer.reason)).toEqual([
    ...declineReasons,
    'duty-over',
    'duty-too-short',
    'too-late',
    ...Object.keys(leftOutRules),
    ...ends,
  ])
})
