import 'server-only'
import { z } from 'zod'
import type { AuthenticationResponseJSON, RegistrationResponseJSON } from '@simplewebauthn/server'

const text = z.string().max(100_000)
const name = z.string().min(1).max(1_400)

const shared = {
  id: name,
  rawId: name,
  type: z.literal('public-key'),
  clientExtensionResults: z.object({}).prefault({}),
}
const made = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: text,
    attestationObject: text,
    transports: z.array(z.string().max(40)).max(10).default([]),
  }),
})
const used = z.object({
  ...shared,
  response: z.object({
    clientDataJSON: text,
    authenticatorData: text,
    signature: text,
    userHandle: z.string().max(200).optional(),
  }),
})

/** What a browser sends after it made a passkey, or null for anything of another shape. What it says is checked later. */
export function readMadePasskey(sent: unknown): RegistrationResponseJSON | null {
  return made.safeParse(sent).data ?? null
}

/** What a browser sends after a passkey was used, or null for anything of another shape. */
export function readUsedPasskey(sent: unknown): AuthenticationResponseJSON | null {
  const data = used.safeParse(sent).data
  if (data === undefined) return null
  const { userHandle, ...response } = data.response
  return { ...data, response: { ...response, ...(userHandle === undefined ? {} : { userHandle }) } }
}
