import { z } from 'zod'
import { forceSignInOf, oidcFields, oidcProblems } from './oidc'
import type { ForceSignInSettings } from './oidc'
import { senderProblems } from './senders'

const secret = z.string().min(32)
const yesNo = z.enum(['yes', 'no'])
const wholeNumber = z.coerce.number().int().min(0)

/**
 * What a process serves: `public` takes reports and opens none, `staff` is the desk and takes no public report, `all` is
 * both on one machine.
 */
const tierSetting = z.enum(['all', 'public', 'staff']).default('all')
export type Tier = z.infer<typeof tierSetting>

const schema = z.object({
  TIER: tierSetting,
  /** Connection string of PostgreSQL. */
  DATABASE_URL: z.url(),
  /** The login that migrates, where the server's own is another: for an operator's commands, never for the server. */
  MIGRATE_DATABASE_URL: z.url().optional(),
  /** Id of the force in `lib/force/forces.ts`. */
  FORCE: z.string().default('hertfordshire'),
  /** The address people type to report, without a path. Over https, cookies are `__Host-` and Secure. */
  PUBLIC_URL: z.url().default('http://localhost:3000'),
  /** The address of the desk, without a path, where it has one of its own. */
  STAFF_URL: z.url().optional(),
  /** Folder of the key files made by `lib/sealing`; the public tier's holds public halves only. */
  KEY_DIR: z.string().min(1),
  /** Signs staff session cookies and encrypts second factors at rest. The public tier has none. */
  AUTH_SECRET: secret.optional(),
  /** Mixed into return codes before they are hashed, so that the database alone cannot test guesses. */
  RETURN_CODE_PEPPER: secret,
  /** Addresses or networks of the proxies in front, with commas between: their `X-Forwarded-For` is believed. */
  TRUSTED_PROXY: z.string().default(''),
  /** Reports and requests an hour from one part of the network before further ones wait behind the others. */
  LANE_PART_PER_HOUR: wholeNumber.default(20),
  /** Reports and requests a minute altogether before browsers are given a puzzle; 0 never gives one. */
  LANE_PUZZLE_PER_MINUTE: wholeNumber.default(300),
  /** Folder for signed checkpoints of the audit, which ought to lie where nobody who administers the database can write. */
  AUDIT_CHECKPOINTS: z.string().min(1).optional(),
  /** Mailbox they are sent to, which ought to be nobody's who administers the database. Needs SMTP_URL and MAIL_FROM. */
  AUDIT_CHECKPOINTS_TO: z.email().optional(),
  /** The mail server: `smtps://user:password@host:465`, or `smtp://` where it is reached without leaving the machine or with STARTTLS. */
  SMTP_URL: z.url({ protocol: /^smtps?$/u }).optional(),
  /** Whom letters come from. */
  MAIL_FROM: z.email().optional(),
  /** What e-mails go out by, to people who reported and to staff: a mail server, GOV.UK Notify, or a folder that catches them. */
  SEND_EMAIL_BY: z.enum(['smtp', 'notify', 'catcher', 'none']).default('none'),
  /** The same for text messages. */
  SEND_TEXT_BY: z.enum(['notify', 'catcher', 'none']).default('none'),
  /** Whom e-mails to people who reported come from: an address that names no police and no force, and is not MAIL_FROM. */
  MAIL_FROM_NEUTRAL: z.email().optional(),
  /** GOV.UK Notify: where it is, its key, and the templates that are nothing but `((message))`, with `((subject))` as an e-mail's subject. */
  NOTIFY_URL: z.url().default('https://api.notifications.service.gov.uk'),
  NOTIFY_API_KEY: z.string().min(74).optional(),
  NOTIFY_EMAIL_TEMPLATE: z.uuid().optional(),
  NOTIFY_TEXT_TEMPLATE: z.uuid().optional(),
  /** Which of the text message senders of GOV.UK Notify is neutral: without one a text has the service's own name. */
  NOTIFY_TEXT_SENDER: z.uuid().optional(),
  /** Folder in which letters are caught instead of being sent. */
  OUTBOX_DIR: z.string().min(1).optional(),
  /** How many megabytes of files may wait to be sent, of everybody together, before no more are taken for a while. */
  EVIDENCE_UNSENT_MB: wholeNumber.default(5000),
  /** Where ClamAV's daemon is: `tcp://host:3310`, or `unix:/run/clamav/clamd.ctl`. Without one files are shown as unscanned. */
  CLAMD_ADDRESS: z
    .string()
    .regex(/^(?:tcp:\/\/[^/\s:]+:\d{1,5}|unix:\/\S+)$/u)
    .optional(),
  /** An address of its own, without a path, from which staff are given files and nothing else. Without one the desk's own gives them. */
  EVIDENCE_ORIGIN: z.url({ protocol: /^https?$/u }).optional(),
  /** `yes` marks a deployment with demonstration accounts and data. */
  DEMO: yesNo.default('no'),
  /** `no` is a demonstration without closed cases of the years before, and so without figures. */
  DEMO_PAST: yesNo.default('yes'),
  LOG_LEVEL: z.enum(['silent', 'error', 'warn', 'info', 'debug']).default('info'),
  ...oidcFields,
})

type Parsed = z.infer<typeof schema>
type Environment = Readonly<Omit<Parsed, 'AUTH_SECRET' | 'STAFF_URL'>> & {
  /** Throws in the public tier, which has none. */
  readonly AUTH_SECRET: string
  readonly STAFF_URL: string
  readonly secureCookies: boolean
  /** Null where the force's own sign-in is not set up. */
  readonly forceSignIn: ForceSignInSettings | null
}

let parsed: Environment | undefined

/**
 * The settings of this process, checked once at first use. The only reader of `process.env` in the product.
 * Throws naming each variable that is missing or wrong, never its value.
 */
export function env(): Environment {
  parsed ??= told(parse(process.env))
  return parsed
}

/** next-auth takes its own address from the environment alone, and from a visitor's headers where it finds none there. */
function told(settings: Environment): Environment {
  process.env.NEXTAUTH_URL = `${new URL(settings.STAFF_URL).origin}/api/auth`
  return settings
}

/** What this process serves. Asks for no other setting. */
export function tier(): Tier {
  return tierSetting.parse(process.env.TIER)
}

/** Whoever takes the public tier over reads its environment: what opens anything is refused there, not ignored. */
const notForPublic = [
  'AUTH_SECRET',
  'MIGRATE_DATABASE_URL',
  'OIDC_CLIENT_SECRET',
  'SMTP_URL',
  'NOTIFY_API_KEY',
] as const

function parse(source: NodeJS.ProcessEnv): Environment {
  const result = schema.safeParse(source)
  const names = result.success
    ? [
        ...misplaced(result.data.TIER, source),
        ...mixed(result.data),
        ...oidcProblems(result.data),
        ...unsendable(result.data),
        ...notApart(result.data),
        ...senderProblems(result.data),
      ]
    : result.error.issues.map((issue) => `${issue.path.join('.')} (${issue.code})`)
  if (!result.success || names.length > 0) {
    throw new Error(`Settings are missing or wrong: ${names.join(', ')}. The README lists them.`)
  }
  const { AUTH_SECRET: signing, STAFF_URL = result.data.PUBLIC_URL, ...settings } = result.data
  const own = settings.TIER === 'staff' ? STAFF_URL : settings.PUBLIC_URL
  return {
    ...settings,
    STAFF_URL,
    secureCookies: own.startsWith('https:'),
    forceSignIn: forceSignInOf(settings, STAFF_URL),
    get AUTH_SECRET() {
      if (signing === undefined) throw new Error('The public tier has no AUTH_SECRET: nobody signs in there.')
      return signing
    },
  }
}

/** One process marks its cookies in one way: half of them would be sent in the clear, or not at all. */
function mixed({ TIER, PUBLIC_URL, STAFF_URL = PUBLIC_URL }: Parsed): readonly string[] {
  const same = new URL(PUBLIC_URL).protocol === new URL(STAFF_URL).protocol
  return TIER !== 'all' || same ? [] : ['STAFF_URL (https and http beside PUBLIC_URL)']
}

/** Files are kept from what the desk's address holds in a browser only by a name of their own: another port would not do. */
function notApart({ EVIDENCE_ORIGIN, PUBLIC_URL, STAFF_URL = PUBLIC_URL }: Parsed): readonly string[] {
  if (EVIDENCE_ORIGIN === undefined) return []
  const { hostname, protocol, origin } = new URL(EVIDENCE_ORIGIN)
  const isOrigin = EVIDENCE_ORIGIN.replace(/\/$/u, '') === origin
  const isApart = [PUBLIC_URL, STAFF_URL].every((address) => new URL(address).hostname !== hostname)
  const isAlike = new URL(STAFF_URL).protocol === protocol
  return isOrigin && isApart && isAlike
    ? []
    : ['EVIDENCE_ORIGIN (a name of its own, with no path, https like the desk)']
}

/** A mailbox no letter can reach would leave the audit without checkpoints. */
function unsendable({ AUDIT_CHECKPOINTS_TO, SMTP_URL, MAIL_FROM }: Parsed): readonly string[] {
  const wanted = AUDIT_CHECKPOINTS_TO !== undefined
  return [
    ...(wanted && SMTP_URL === undefined ? ['SMTP_URL (needed by AUDIT_CHECKPOINTS_TO)'] : []),
    ...(wanted && MAIL_FROM === undefined ? ['MAIL_FROM (needed by AUDIT_CHECKPOINTS_TO)'] : []),
  ]
}

/** What a tier must have and has not, and what it has and must not have. */
function misplaced(given: Tier, source: NodeJS.ProcessEnv): readonly string[] {
  if (given === 'public') {
    return notForPublic.filter((name) => source[name]).map((name) => `${name} (not for TIER=public)`)
  }
  return source.AUTH_SECRET === undefined ? ['AUTH_SECRET (missing)'] : []
}
