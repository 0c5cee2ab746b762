import { expect, it } from 'vitest'
import { isNeutralAddress } from './neutral-address'

const against = { languages: ['en', 'cy'], names: ['Hertfordshire Constabulary', 'Hertfordshire'] }

it.each([
  'hello@post.example.test',
  'updates@mail.example.org',
  'no-reply@letterbox.org.uk',
  'someone@something-new.co.uk',
  'post@kind-words.org',
  'newyddion@post.cymru',
  'robin24@contact-us.net',
])('%s tells nothing', (address) => {
  expect(isNeutralAddress(address, against)).toBe(true)
})

it.each([
  'liaison@herts.police.uk',
  'hello@herts.police.uk',
  'hello@hertspolice.example.test',
  'hello@P0LICE.example.test',
  'liaison@post.example.test',
  'lgbtliaison@post.example.test',
  'victimcare@post.example.test',
  'hate.crime@post.example.test',
  'hello@heddlu.cymru',
  'hello@hertfordshire-constabulary.example.test',
  'pc.jones@post.example.test',
  'llo@quiet.example.test',
  'hello@hertfordshire.example.test',
])('%s tells too much', (address) => {
  expect(isNeutralAddress(address, against)).toBe(false)
})
