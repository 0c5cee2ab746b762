import { z } from 'zod'

const secret = z.string().min(32)
const yesNo = z.enum(['yes', 'no'])

const schema = z.object({
  /** Connection string of PostgreSQL. */
  DATABASE_URL: z.url(),
  /** Id of the force in `lib/force/forces.ts`. */
  FORCE: z.string().default('hertfordshire'),
  /** The address people type, without a path. Over https, cookies are `__Host-` and Secure. */
  PUBLIC_URL: z.url().default('http://localhost:3000'),
  /** Folder of the key files made by `lib/sealing`. */
  KEY_DIR: z.string().min(1),
  /** Signs staff session cookies and encrypts second factors at rest. */
  AUTH_SECRET: secret,
  /** Mixed into return codes before they are hashed, so that the database alone cannot test guesses. */
  RETURN_CODE_PEPPER: secret,
  /** `yes` marks a deployment with demonstration accounts and data. */
  DEMO: yesNo.default('no'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
})

type Environment = Readonly<z.infer<typeof schema>> & { readonly secureCookies: boolean }

let parsed: Environment | undefined

/**
 * The settings of this process, checked once at first use. The only reader of `process.env` in the product.
 * Throws naming each variable that is missing or wrong, never its value.
 */
export function env(): Environment {
  parsed ??= parse(process.env)
  return parsed
}

function parse(source: NodeJS.ProcessEnv): Environment {
  const result = schema.safeParse(source)
  if (!result.success) {
    const names = result.error.issues.map((issue) => `${issue.path.join('.')} (${issue.code})`)
    throw new Error(`Settings are missing or wrong: ${names.join(', ')}. The README lists them.`)
  }
  return { ...result.data, secureCookies: result.data.PUBLIC_URL.startsWith('https:') }
}
