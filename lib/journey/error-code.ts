/** Every code a question can be refused with. The sentences are in the catalogues. */
export const errorCodes = [
  'required',
  'invalid',
  'too-long',
  'not-an-option',
  'exclusive',
  'not-a-date',
  'future',
  'not-a-time',
  'not-a-postcode',
  'not-an-email',
  'not-a-phone',
] as const

export type ErrorCode = (typeof errorCodes)[number]
