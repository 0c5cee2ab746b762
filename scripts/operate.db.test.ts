import { spawnSync } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, expect, it } from 'vitest'
import { dropDecoys } from '@/e2e/factories/drop-decoys'
import { ownerDb } from '@/lib/db/owner'
import { noteRunning } from './run/data.ts'
import { root } from './run/project.ts'
import { testSecrets } from './testing/secrets.ts'

const home = mkdtempSync(join(tmpdir(), 'alongside-operate-'))
afterAll(async () => {
  rmSync(home, { recursive: true })
  await dropDecoys()
})

const owner = process.env.MIGRATE_DATABASE_URL ?? ''
const complete = { ...testSecrets, KEY_DIR: join(home, 'keys'), DATABASE_URL: owner }
const away = 'postgresql://somebody:pass-word@127.0.0.1:1/none'

/** What a command says to an operator whose environment holds `settings` and nothing else. */
function told(program: string, settings: Record<string, string>, args: readonly string[] = []) {
  const { PATH = '' } = process.env
  const env = { PATH, NODE_ENV: 'production', DATA_DIR: join(home, 'empty'), ...settings } as const
  const [script = '', ...first] = program.split(' ')
  const command = [join('scripts', script), ...first, ...args]
  const { status, stdout, stderr } = spawnSync(process.execPath, command, {
    cwd: root,
    env,
    encoding: 'utf8',
  })
  return { status, said: `${stdout}${stderr}` }
}

const [admin, keys, publicKeys, decoys, many] = [
  'create-administrator',
  'create-keys',
  'public-keys',
  'make-decoys',
  'seed-many',
].map((name) => `operate.ts ${name}`) as [string, string, string, string, string]
const somebody = ['somebody@force.example', 'Their Name']

it.each<[string, string, Record<string, string>, readonly string[], RegExp]>([
  ['admin:create without settings', admin, {}, somebody, /no DATABASE_URL.*\n.*docs\/operations\.md/],
  ['keys:create without settings', keys, {}, [], /no DATABASE_URL/],
  ['db:url with nothing running', 'db-url.ts', {}, [], /npm start/],
  ['keys:create with a wrong setting', keys, { ...complete, AUTH_SECRET: 'short' }, [], /AUTH_SECRET/],
  ['keys:public without a folder', publicKeys, complete, [], /Name one folder/],
  ['keys:public before there are keys', publicKeys, complete, [join(home, 'out')], /intake\.public\.json/],
  ['admin:create with the database away', admin, { ...complete, DATABASE_URL: away }, somebody, /reach/],
  ['admin:create of a public tier', admin, { ...complete, TIER: 'public' }, somebody, /not in TIER=public/],
  ['decoys:create without a number', decoys, complete, [], /Say how many, from 1 to 20/],
  ['decoys:create with too great a one', decoys, complete, ['--count', '21'], /from 1 to 20/],
  ['seed where there is no demonstration', many, complete, ['--cases', '10'], /on a demonstration alone/],
  ['seed without a number', many, { ...complete, DEMO: 'yes' }, [], /Say how many, from 1 to/],
  ['admin:create without a name', admin, complete, ['somebody@force.example'], /Give an e-mail address/],
])('%s is refused in words', (_name, program, settings, args, words) => {
  const { status, said } = told(program, settings, args)
  expect(said).toMatch(words)
  expect(said).not.toMatch(/^\s+at |node:internal|pass-word/m)
  expect(status).toBe(1)
})

it('on a demonstration that runs from this folder the first administrator needs no setting', () => {
  const settings = { PUBLIC_URL: 'http://localhost:4345' }
  const dir = mkdtempSync(join(home, 'data-'))
  noteRunning(dir, owner, settings)
  const { status, said } = told(admin, { DATA_DIR: dir }, ['--another', ...somebody])
  expect(said).toMatch(/http:\/\/localhost:4345\/staff\/invitation\/[\w-]{43}\n/)
  expect(status).toBe(0)
})

it('of a staff tier the first administrator needs the login of the server and no other', () => {
  const login = process.env.DATABASE_URL ?? ''
  const settings = {
    ...complete,
    TIER: 'staff',
    DATABASE_URL: login,
    STAFF_URL: 'https://desk.force.example',
  }
  const { status, said } = told(admin, settings, ['--another', 'else@force.example', 'Another Name'])
  expect(said).toContain('https://desk.force.example/staff/invitation/')
  expect(status).toBe(0)
})

it('decoys are made by a command too, and what a check of the audit found is noted', async () => {
  expect(told(keys, complete).status).toBe(0)
  expect(told(decoys, complete, ['--count', '2'])).toMatchObject({
    status: 0,
    said: expect.stringMatching(/^2 decoys are made/m) as string,
  })
  expect(await ownerDb().decoy.count({ where: { madeById: null } })).toBe(2)
  const noted = await ownerDb().auditEvent.findFirst({ where: { action: 'decoys-made', actorId: null } })
  expect(noted?.detail).toEqual({ count: 2 })
  const before = await ownerDb().auditVerification.count()
  expect(told('operate.ts verify-audit', complete).said).toMatch(/Nothing was altered\./)
  expect(await ownerDb().auditVerification.count()).toBe(before + 1)
})

it('figures are counted anew and checked by a command', () => {
  expect(told('operate.ts rebuild-figures', complete)).toMatchObject({
    status: 0,
    said: expect.stringMatching(/were counted anew/) as string,
  })
  expect(told('operate.ts check-figures', complete)).toMatchObject({
    status: 0,
    said: expect.stringMatching(/^Wrong: 0 numbers\.$/m) as string,
  })
})
