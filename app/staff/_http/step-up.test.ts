import { globSync, readFileSync } from 'node:fs'
import { describe, expect, it, test } from 'vitest'
import { expectFresh, isFresh, stepUpActs } from '@/lib/domain/step-up'

const at = new Date('2026-03-02T09:00:00Z')
const ago = (milliseconds: number) => new Date(at.getTime() - milliseconds)
const actor = { id: 'a', name: '', role: 'administrator', districts: [] } as const

test.each([
  [0, true],
  [599_999, true],
  [600_000, false],
  [86_400_000, false],
  [-1, false],
])('a proof %i ms old counts: %s', (age, counts) => {
  expect(isFresh(ago(age), at)).toBe(counts)
})

test('whoever has not proved it is refused', () => {
  expect(() => {
    expectFresh({ actor, strongAt: ago(600_000) }, 'export', at)
  }).toThrow('step-up')
  expect(() => {
    expectFresh({ actor, strongAt: ago(1) }, 'export', at)
  }).not.toThrow()
})

const routes = globSync('app/staff/**/route.ts').map((file) => ({ file, text: readFileSync(file, 'utf8') }))
const acts = Object.entries(stepUpActs)

describe('the guard of every act that needs a fresh proof', () => {
  it.each(acts.filter(([act]) => act !== 'change-factors'))('%s: a Route Handler names it', (act) => {
    // Somebody is put on the list for sealed cases by one and taken off it by another; data is looked through, then taken out; a case has four ways out.
    const expected = new Map([
      ['sealed-list', 2],
      ['export', 2],
      ['hand-out', 4],
    ]).get(act)
    expect(
      routes.filter(({ text }) => text.includes(`stepUp: '${act}'`)).map(({ file }) => file),
    ).toHaveLength(expected ?? 1)
  })

  it.each(acts.filter(([, state]) => state === 'twice'))('%s: one command asks for it too', (act) => {
    const commands = globSync('lib/commands/*.ts').map((file) => readFileSync(file, 'utf8'))
    const asking = new RegExp(`expectFresh\\(\\w+, '${act}'`, 'u')
    expect(commands.filter((text) => asking.test(text))).toHaveLength(1)
  })

  /** Showing a new set of codes again, naming a passkey, ending one's own sessions, and saying whom one knows and which e-mails one wants, change no factor. */
  const changesNoFactor = [
    'recovery-codes/kept',
    'passkeys/name',
    'sessions',
    'links/add',
    'links/remove',
    'letters',
  ]
  const ownFactors = routes
    .map(({ file }) => file)
    .filter((file) => file.startsWith('app/staff/account/'))
    .filter((file) => !changesNoFactor.some((path) => file === `app/staff/account/${path}/route.ts`))

  it('change-factors: there are factors to change', () => {
    expect(ownFactors.length).toBeGreaterThan(4)
  })

  it.each(ownFactors)('change-factors: %s asks for it', (file) => {
    expect(readFileSync(file, 'utf8')).toMatch(/isSteppedUp\(|stepUp: 'change-factors'/u)
  })

  it('change-factors: where the force’s own sign-in comes back to connect, one is asked for', () => {
    const text = readFileSync('app/api/auth/[...nextauth]/route.ts', 'utf8')
    expect(text).toMatch(/case 'unproved':\s+return confirmPath\(/u)
  })

  it('every form of the administrators’ pages is behind one', () => {
    const theirs = routes.filter(({ file }) => file.startsWith('app/staff/admin/'))
    expect(theirs.filter(({ text }) => !text.includes('stepUp: ')).map(({ file }) => file)).toEqual([])
  })
})
