import { z } from 'zod'
import { caseHandOver } from './hand-over-document'

/** The ending of a case that another force has. */
export const passedOnEnding = 'other-force'

/** What a request between forces is signed for: one signed for anything else is not taken. */
export const passingTag = 'case-passing'
/** Where the other force's desk takes one. */
export const passingPath = '/exchange'
/** The largest case that is taken, in bytes, as it is sent. */
export const largestPassing = 4 * 1024 * 1024

const publicKey = z.string().regex(/^[A-Za-z0-9+/]{43}=$/u)
const keyId = z.string().regex(/^[0-9a-f]{32}$/u)
const forceId = z.string().regex(/^[a-z-]{1,60}$/u)

/** What one force gives another, to be known by: where its desk is, and its public keys. */
export const exchangeIdentity = z.strictObject({
  schema: z.literal('exchange-identity/1'),
  force: forceId,
  address: z.url({ protocol: /^https?$/u }).max(200),
  keyId,
  sealingKey: publicKey,
  signingKey: publicKey,
})
export type ExchangeIdentity = z.infer<typeof exchangeIdentity>

/** What says of a sealed case which it is: outside the seal, and inside it once more. */
const passingLabel = z.strictObject({
  from: forceId,
  to: forceId,
  passing: z.uuid(),
  madeAt: z.iso.datetime(),
})
export type PassingLabel = z.infer<typeof passingLabel>

/** A sealed box as it travels: as one of our own, bytes in base64. */
const sealedBox = z.strictObject({
  id: z.uuid(),
  suite: z.int(),
  fields: z.array(z.strictObject({ field: z.string(), version: z.int(), ciphertext: z.base64() })).length(1),
  wraps: z.array(z.strictObject({ keyId, wrap: z.base64() })).length(1),
})

/** A case as it goes to another force, sealed to its key and signed with ours: by a request, or as a file. */
export const passedCase = z.strictObject({
  schema: z.literal('passed-case/1'),
  label: passingLabel,
  box: sealedBox,
  signature: z.base64().length(88),
})
export type PassedCase = z.infer<typeof passedCase>

/** What is under the seal: the document, and what the person sent in a form that the other side can reckon with. */
export const passingContent = z.strictObject({
  label: passingLabel,
  document: caseHandOver,
  sent: z.strictObject({
    journey: z.enum(['report', 'liaison']),
    locale: z.enum(['en', 'cy']),
    /** With the plan that holds in place of the one that was sent. */
    answers: z.record(z.string(), z.union([z.string(), z.array(z.string()).readonly(), z.null()])),
  }),
})
export type PassingContent = z.infer<typeof passingContent>

/** Why a case is not taken. Each has words at the desk (`waysOut.refusal`). */
export const passingRefusals = [
  'malformed',
  'too-large',
  'forged',
  'replayed',
  'old',
  'unknown-force',
  'not-for-us',
  'unreadable',
  'not-set-up',
  'went-wrong',
] as const
export type PassingRefusal = (typeof passingRefusals)[number]

/** What the other side answers. */
export const passingAnswer = z.union([
  z.strictObject({
    schema: z.literal('passed-case-answer/1'),
    passing: z.uuid(),
    reference: z.string().regex(/^(HC|LR)-[0-9A-Z]{4}-[0-9A-Z]{4}$/u),
    signature: z.base64().length(88),
  }),
  z.strictObject({ schema: z.literal('passed-case-answer/1'), refusal: z.enum(passingRefusals) }),
])
export type PassingAnswer = z.infer<typeof passingAnswer>
