import { z } from 'zod'
import { machinePaths } from '@/lib/config/paths'
import { referralProblems } from '@/lib/domain/referral'
import { largestReferral, referralSchema } from '@/lib/journeys/referral/document'

const acknowledgement = z.object({
  reference: z
    .string()
    .meta({ description: 'Our reference, which opens nothing.', examples: ['HC-7K2Q-M4TD'] }),
  notUnderstood: z
    .array(z.string())
    .meta({ description: 'Fields that we keep as words, because they are no answers as we know them.' }),
  missing: z.array(z.string()).meta({
    description: 'Questions that people who report themselves have to answer. It is taken without them.',
  }),
})

const problem = z.object({
  type: z.string(),
  status: z.int(),
  code: z.enum(Object.keys(referralProblems)),
  title: z.string(),
  detail: z.string(),
  where: z.array(z.string()).optional().meta({ description: 'Names of the fields that are not right.' }),
})

const description = `Sends what somebody told you to the police force that ought to know. It is read by the same rules as a report on our own pages, and
is in the same queue. Nothing is refused for what it leaves out; what is not understood is kept as words.

**Signing.** Each request is signed as RFC 9421 says, with Ed25519, and carries a Content-Digest (RFC 9530, sha-256). The signature covers \`@method\`,
\`@authority\`, \`@path\`, \`content-type\` and \`content-digest\`, in any order, and has the parameters \`created\`, \`keyid\` (the name of your key, which
the force gives you), \`nonce\` (16 characters or more, new each time), \`alg="ed25519"\` and \`tag="alongside-referral"\`. It is good for five minutes, and once.
Send one signature, without spaces but between the covered parts, and the length of the body.

**No answer?** Sign again and send again. The same reference with the same content is one case, and gets the same answer.`

function header(name: string, text: string, example: string) {
  return {
    name,
    in: 'header',
    required: true,
    description: text,
    schema: { type: 'string' },
    example,
  } as const
}

const parameters = [
  header(
    'Content-Digest',
    'The sha-256 digest of the body.',
    'sha-256=:X48E9qOokqqrvdts8nOJRJN3OWDUoyWxBf7kbu9DBPE=:',
  ),
  header(
    'Signature-Input',
    'What the signature covers, and its parameters.',
    'sig=("@method" "@authority" "@path" "content-type" "content-digest");created=1763812800;keyid="5f0e9a1c-5a5e-4b0e-9a55-0a8d1b8f8a11";nonce="q2V0c2l4dGVlbmJ5dGVz";alg="ed25519";tag="alongside-referral"',
  ),
  header('Signature', 'The signature itself.', 'sig=:<88 characters of base64>:'),
]

/** What a status means, for each way in which a referral is not taken. */
const refusals: Readonly<Record<number, string>> = {
  401: 'The signature is not right, cannot be read or is too old.',
  409: 'This signed request came before, or this reference was used for another content.',
  413: `Larger than ${String(largestReferral / 1024)} kilobytes.`,
  415: 'Not application/json.',
  422: 'Not a referral as described here.',
  503: 'It could not be kept. Send it again in a few minutes.',
}

const schemaOf = (schema: z.ZodType) => {
  const made = Object.entries(z.toJSONSchema(schema, { target: 'draft-2020-12', io: 'input' }))
  return Object.fromEntries(made.filter(([key]) => key !== '$schema')) as Readonly<Record<string, unknown>>
}
const ref = (name: string) => ({ $ref: `#/components/schemas/${name}` })
const json = (name: string, type = 'application/json') => ({ content: { [type]: { schema: ref(name) } } })

/** How referrals are sent by machine, as OpenAPI 3.1: made of the very schema that reads them. */
export function referralOpenApi() {
  const refused = Object.entries(refusals).map(
    ([status, text]) =>
      [status, { description: text, ...json('Problem', 'application/problem+json') }] as const,
  )
  return {
    openapi: '3.1.0',
    info: {
      title: 'Referrals to Alongside',
      version: '1.0.0',
      description,
      license: { name: 'MIT', identifier: 'MIT' },
    },
    servers: [{ url: '/', description: 'The address of the force you send to.' }],
    tags: [{ name: 'referrals', description: 'What other bodies were told.' }],
    paths: {
      [machinePaths.referrals]: {
        post: {
          operationId: 'sendReferral',
          summary: 'Send a referral',
          tags: ['referrals'],
          security: [],
          parameters,
          requestBody: { required: true, ...json('Referral') },
          responses: {
            200: {
              description: 'The same referral came before: the same answer.',
              ...json('Acknowledgement'),
            },
            201: { description: 'It is a case now.', ...json('Acknowledgement') },
            ...Object.fromEntries(refused),
          },
        },
      },
    },
    components: {
      schemas: {
        Referral: schemaOf(referralSchema),
        Acknowledgement: schemaOf(acknowledgement),
        Problem: schemaOf(problem),
      },
    },
  }
}
