/** A mistake that somebody could make: what it does to one file, and which tests must notice. */
export interface Fault {
  readonly name: string
  readonly file: string
  /** Found once in the file, or as often as `times` says; every one is replaced. */
  readonly search: string
  readonly times?: number
  readonly replace: string
  /** Tests, from the checkout, at least one of which must fail. */
  readonly tests: readonly string[]
}

const inProcess = (name: string) => `e2e/hostile/process/${name}`
const sealed = 'e2e/hostile/sealed/sealed.test.ts'

/** Mistakes planted on purpose, one at a time, in a copy: a suite that does not notice them protects nobody. */
export const faults: readonly Fault[] = [
  {
    name: 'words of a person go into the page as markup',
    file: 'components/staff/plain-text.tsx',
    search: '<bdi className="whitespace-pre-wrap">',
    replace: '<bdi className="whitespace-pre-wrap"><i dangerouslySetInnerHTML={{ __html: children }} />',
    tests: [inProcess('sinks.test.tsx')],
  },
  {
    name: 'scripts need no nonce',
    file: 'lib/edge/security-headers.ts',
    search: "`script-src 'nonce-${nonce}' 'strict-dynamic'",
    replace: "`script-src 'self' 'unsafe-inline'",
    tests: [inProcess('headers.test.ts')],
  },
  {
    name: 'pages come without the policy',
    file: 'proxy.ts',
    search: "response.headers.set('content-security-policy', givesFile ? filePolicy : policy)",
    replace: '',
    tests: [inProcess('headers.test.ts')],
  },
  {
    name: 'forms of the desk are taken from any site',
    file: 'app/staff/_http/posted-form.ts',
    search: "isSameOrigin(request.headers) ? await readForm(request) : 'foreign'",
    replace: 'await readForm(request)',
    tests: [inProcess('handlers.db.test.ts')],
  },
  {
    name: 'a page asks nobody who they are',
    file: 'app/staff/officers/page.tsx',
    search: "await requireEntrance('officers')",
    replace: "{ id: '', name: '', role: 'supervisor' as const, districts: [] }",
    tests: [inProcess('handlers.db.test.ts')],
  },
  {
    name: 'an administrator may do what a supervisor may',
    file: 'lib/domain/role-grants.ts',
    search: "    case 'supervisor':\n      return supervisorGrants(action)",
    replace: "    case 'supervisor':\n    case 'administrator':\n      return supervisorGrants(action)",
    tests: ['lib/domain/policy.test.ts'],
  },
  {
    name: 'row security shows every case to every role',
    file: 'prisma/migrations/20261121122000_roles_and_row_security/migration.sql',
    search: 'CREATE POLICY staff_sees ON "case" FOR SELECT TO alongside_staff USING (%s)',
    replace: 'CREATE POLICY staff_sees ON "case" FOR SELECT TO alongside_staff USING (true OR (%s))',
    tests: ['lib/queries/parity.db.test.ts'],
  },
  {
    name: 'what is sealed is tied to nothing',
    file: 'lib/sealing/suite.ts',
    search:
      "return [SUITE, force, table, id, field, version].map((part) => encodeURIComponent(part)).join('|')",
    replace: 'return String([force, table, id, field, version].length)',
    tests: [sealed],
  },
  {
    name: 'a code of the authenticator works twice',
    file: 'lib/auth/totp.ts',
    search: 'return result.timeStep > lastStep ? result.timeStep : null',
    replace: 'return lastStep < 0 ? null : result.timeStep',
    tests: [inProcess('replays.test.ts')],
  },
  {
    name: 'a session that was ended goes on',
    file: 'lib/auth/session.ts',
    // It is asked twice, and either place alone is enough.
    search: ' AND s.ended_at IS NULL\n',
    times: 2,
    replace: '\n',
    tests: ['lib/auth/session.db.test.ts'],
  },
  {
    name: 'wrong passwords cost nothing',
    file: 'lib/auth/throttle.ts',
    search: 'return tries < free ? 0 : Math.min(longest, 1_000 * 2 ** (tries - free))',
    replace: 'return tries < 0 ? longest : 0',
    tests: ['lib/auth/throttle.test.ts'],
  },
  {
    name: 'what is looked for in the queue is put together with the query',
    file: 'lib/queries/narrowed-queue.ts',
    search: 'Prisma.sql`(c.reference ILIKE ${like} OR a.name ILIKE ${like})`',
    replace: "Prisma.raw(`(c.reference ILIKE '${like}' OR a.name ILIKE '${like}')`)",
    tests: [inProcess('lookups.db.test.ts')],
  },
  {
    name: 'a page shows what went wrong inside',
    file: 'app/_form/guarded.ts',
    search: "return problemPage(isUnlogged ? 'not-logged' : 'wrong', frame)",
    replace: 'return new Response(`<h1>${String(isUnlogged)}</h1>${String(error)}`, { status: 500 })',
    tests: [inProcess('failures.test.ts')],
  },
  {
    name: 'the log repeats what somebody wrote',
    file: 'app/_form/guarded.ts',
    search: "code: error instanceof Error ? error.name : 'unknown'",
    replace: 'code: String(error)',
    tests: [inProcess('failures.test.ts')],
  },
  {
    name: 'scripts can read the cookie of a draft',
    file: 'lib/drafts/cookie.ts',
    search: "options: { httpOnly: true, sameSite: 'lax', path: '/', secure }",
    replace: "options: { httpOnly: false as true, sameSite: 'lax', path: '/', secure }",
    tests: [inProcess('headers.test.ts')],
  },
  {
    name: 'a code that cannot be one is answered at once',
    file: 'lib/queries/follow-up.ts',
    search: '  const { lookup, wrapKey } = await returnCodeKeys(',
    replace:
      '  if (parseReturnCode(typed) === null) return { ok: false }\n  const { lookup, wrapKey } = await returnCodeKeys(',
    tests: [inProcess('lookups.db.test.ts')],
  },
  {
    name: 'texts may be of any length',
    file: 'lib/journey/kinds/text.ts',
    search: 'text.length <= maxLength',
    replace: 'text.length <= maxLength * 1_000',
    tests: [inProcess('taken.test.ts')],
  },
  {
    name: 'NUL gets through to the database',
    file: 'lib/journey/clean-text.ts',
    search: '[\\u0000-\\u0008',
    replace: '[\\u0001-\\u0008',
    tests: [inProcess('taken.test.ts')],
  },
  {
    name: 'somebody who signs in can be led to another site',
    file: 'lib/config/own-path.ts',
    search:
      '  if (url.origin !== here || !/^\\/staff(?:\\/|$)/u.test(url.pathname) || never.test(url.pathname)) return null\n  return `${url.pathname}${url.search}`',
    replace: '  return url.pathname',
    tests: [inProcess('redirects.test.ts')],
  },
  {
    name: 'a case is handed to whoever the form names',
    file: 'lib/commands/find-holder.ts',
    search: 'if (!account?.active || role === undefined || !mayHold({ id: account.id, role }, found))',
    replace:
      'if (account === null || role === undefined || mayHold({ id: account.id, role }, found) === null)',
    tests: ['lib/commands/case-acts.db.test.ts'],
  },
  {
    name: 'a public process reads the private key',
    file: 'lib/sealing/key-ring.ts',
    search: "  requireTier('staff', 'A private key')\n",
    times: 2,
    replace: '',
    tests: ['lib/sealing/public-tier-keys.test.ts'],
  },
]
