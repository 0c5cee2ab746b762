import { afterEach, beforeEach, expect, test, vi } from 'vitest'

const complete = {
  DATABASE_URL: 'postgresql://user:word@127.0.0.1:5432/name',
  KEY_DIR: '/keys',
  AUTH_SECRET: 'a'.repeat(32),
  RETURN_CODE_PEPPER: 'b'.repeat(32),
}

beforeEach(() => {
  vi.resetModules()
})
afterEach(() => {
  vi.unstubAllEnvs()
})

async function withSettings(settings: Record<string, string>) {
  for (const [name, value] of Object.entries(settings)) vi.stubEnv(name, value)
  const { env } = await import('./env')
  return env
}

test.each([
  ['https://report.example.test', true],
  ['http://localhost:3000', false],
])('cookies are secure when the address is %s: %s', async (address, secure) => {
  const env = await withSettings({ ...complete, PUBLIC_URL: address })
  expect(env().secureCookies).toBe(secure)
})

test('names what is wrong and never shows a value', async () => {
  const env = await withSettings({ ...complete, AUTH_SECRET: 'too-short-secret', KEY_DIR: '' })
  expect(() => env()).toThrow(/AUTH_SECRET.*KEY_DIR|KEY_DIR.*AUTH_SECRET/)
  expect(() => env()).not.toThrow(/too-short-secret/)
})

const { AUTH_SECRET, ...forPublic } = { ...complete, TIER: 'public' }

test('the public tier needs no secret of sign-in, and asking for it there is an error', async () => {
  vi.stubEnv('AUTH_SECRET', undefined)
  const env = await withSettings(forPublic)
  expect(env().TIER).toBe('public')
  expect(() => env().AUTH_SECRET).toThrow(/public tier/)
})

test.each([
  ['AUTH_SECRET', AUTH_SECRET],
  ['MIGRATE_DATABASE_URL', 'postgresql://owner:word@127.0.0.1:5432/name'],
  ['OIDC_CLIENT_SECRET', 'c'.repeat(32)],
  ['SMTP_URL', 'smtps://user:word@mail.example.test'],
  ['NOTIFY_API_KEY', `name-${'a'.repeat(73)}`],
])('the public tier refuses to be given %s', async (name, value) => {
  vi.stubEnv('AUTH_SECRET', undefined)
  const env = await withSettings({ ...forPublic, [name]: value })
  expect(() => env()).toThrow(`${name} (not for TIER=public)`)
})

test('the staff tier needs it', async () => {
  vi.stubEnv('AUTH_SECRET', undefined)
  const env = await withSettings({ ...forPublic, TIER: 'staff' })
  expect(() => env()).toThrow('AUTH_SECRET (missing)')
})

test.each([
  ['staff', 'https://report.example.test', 'http://desk.example.test', false],
  ['staff', 'http://report.example.test', 'https://desk.example.test', true],
  ['all', 'https://report.example.test', 'https://desk.example.test', true],
  ['all', 'http://localhost:3000', 'http://desk.localhost:3000', false],
])(
  'cookies of TIER=%s, reports at %s, desk at %s: secure %s',
  async (TIER, PUBLIC_URL, STAFF_URL, secure) => {
    const env = await withSettings({ ...complete, TIER, PUBLIC_URL, STAFF_URL })
    expect(env().secureCookies).toBe(secure)
    expect(env().STAFF_URL).toBe(STAFF_URL)
  },
)

test.each([
  ['https://report.example.test', 'http://desk.example.test'],
  ['http://report.example.test', 'https://desk.example.test'],
])('one process for both is refused reports at %s with the desk at %s', async (PUBLIC_URL, STAFF_URL) => {
  const env = await withSettings({ ...complete, PUBLIC_URL, STAFF_URL })
  expect(() => env()).toThrow('STAFF_URL (https and http beside PUBLIC_URL)')
})

test('the desk is where the public is, unless it has an address of its own', async () => {
  const env = await withSettings({ ...complete, PUBLIC_URL: 'https://report.example.test' })
  expect(env().STAFF_URL).toBe('https://report.example.test')
})

test('a mailbox for checkpoints needs a mail server and a sender', async () => {
  const env = await withSettings({ ...complete, AUDIT_CHECKPOINTS_TO: 'audit@example.test' })
  expect(() => env()).toThrow(/SMTP_URL.*MAIL_FROM/)
})

test.each(['https://mail.example.test', 'mail.example.test'])('%s is no mail server', async (SMTP_URL) => {
  const env = await withSettings({ ...complete, SMTP_URL })
  expect(() => env()).toThrow('SMTP_URL')
})

test.each([
  [{ SEND_EMAIL_BY: 'smtp' }, /SMTP_URL .*MAIL_FROM .*MAIL_FROM_NEUTRAL/],
  [{ SEND_EMAIL_BY: 'notify' }, /NOTIFY_API_KEY .*NOTIFY_EMAIL_TEMPLATE/],
  [{ SEND_TEXT_BY: 'notify' }, /NOTIFY_API_KEY .*NOTIFY_TEXT_TEMPLATE .*NOTIFY_TEXT_SENDER/],
  [{ SEND_TEXT_BY: 'catcher' }, /OUTBOX_DIR \(needed by SEND_TEXT_BY=catcher\)/],
])('%o needs what it sends with', async (settings, names) => {
  const env = await withSettings({ ...complete, ...settings })
  expect(() => env()).toThrow(names)
})

const byMail = {
  ...complete,
  ...{ SEND_EMAIL_BY: 'smtp', SMTP_URL: 'smtps://mail.example.test', MAIL_FROM: 'desk@example.test' },
}

test.each(['liaison@herts.police.uk', 'hello@hertfordshire.example.test', 'Desk@example.test'])(
  '%s is no neutral sender',
  async (address) => {
    const env = await withSettings({ ...byMail, MAIL_FROM_NEUTRAL: address })
    expect(() => env()).toThrow('MAIL_FROM_NEUTRAL (')
    expect(() => env()).not.toThrow(address)
  },
)

test('a sender that names nobody is neutral', async () => {
  const env = await withSettings({ ...byMail, MAIL_FROM_NEUTRAL: 'hello@post.example.test' })
  expect(env().MAIL_FROM_NEUTRAL).toBe('hello@post.example.test')
})

test.each([
  ['https://files.example.test', true],
  ['https://files.example.test/', true],
  ['https://report.example.test:8443', false],
  ['https://desk.example.test', false],
  ['http://files.example.test', false],
  ['https://files.example.test/path', false],
  ['ftp://files.example.test', false],
])(
  'an origin for files has a name of its own and nothing behind it, %s: %s',
  async (EVIDENCE_ORIGIN, isTaken) => {
    const addresses = { PUBLIC_URL: 'https://report.example.test', STAFF_URL: 'https://desk.example.test' }
    const env = await withSettings({ ...complete, ...addresses, EVIDENCE_ORIGIN })
    if (isTaken) expect(env().EVIDENCE_ORIGIN).toBe(EVIDENCE_ORIGIN)
    else expect(() => env()).toThrow('EVIDENCE_ORIGIN')
  },
)
