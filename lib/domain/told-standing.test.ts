import { expect, it } from 'vitest'
import { hearsAgain, standing } from './told-standing'

const fresh = { status: 'new', heldBefore: false, reach: 'out', wasWrittenTo: false } as const

it.each([
  ['new', {}],
  // Somebody may have written to them, or recorded a contact, who never had it.
  ['new', { wasWrittenTo: true }],
  ['passed-on', { heldBefore: true }],
  ['passed-on', { heldBefore: true, wasWrittenTo: true }],
  ['assigned', { status: 'assigned', heldBefore: true }],
  ['awaiting-contact', { status: 'awaiting-contact', heldBefore: true }],
  ['in-progress', { status: 'awaiting-contact', heldBefore: true, reach: 'code' }],
  ['awaiting-contact', { status: 'awaiting-contact', heldBefore: true, reach: 'code', wasWrittenTo: true }],
  ['closed', { status: 'closed', heldBefore: true }],
] as const)('is told as %s: %j', (told, more) => {
  expect(standing({ ...fresh, ...more })).toBe(told)
})

it.each([
  ['out', true],
  ['code', true],
  ['theirs', false],
  ['none', false],
] as const)('whoever is reached so: %s, hears from us again: %s', (reach, hears) => {
  expect(hearsAgain({ reach })).toBe(hears)
})
