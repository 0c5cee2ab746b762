import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../run/project.ts'

const text = (file: string) => readFileSync(join(root, file), 'utf8')
const read = ['lib/config/env.ts', 'lib/config/oidc.ts'].flatMap((file) =>
  [...text(file).matchAll(/^ {2}([A-Z][A-Z_]+): /gmu)].map(([, name = '']) => name),
)
const started = [
  ...['scripts/start.ts', 'scripts/run/data.ts', 'scripts/run/listen.ts'].flatMap((file) =>
    [...text(file).matchAll(/process\.env\.([A-Z_]+)/gu)].map(([, name = '']) => name),
  ),
]

/** Settings of a kind have one line in README, which leads to the page that has each. */
const explained: readonly (readonly [RegExp, string])[] = [
  [/^OIDC_/u, 'docs/sign-in-with-entra-id.md'],
  [/^LANE_/u, 'docs/operations.md'],
  [/^/u, 'README.md'],
]

it('the settings that are read are found here', () => {
  expect(read).toEqual(expect.arrayContaining(['TIER', 'MIGRATE_DATABASE_URL', 'LOG_LEVEL', 'OIDC_ISSUER']))
  expect(started).toEqual(expect.arrayContaining(['DATABASE_URL', 'DATA_DIR', 'HOST', 'PORT']))
})

it.each([...new Set([...read, ...started])])(
  '%s is told of where README says settings are listed',
  (name) => {
    const [, page = ''] = explained.find(([kind]) => kind.test(name)) ?? []
    expect(text(page)).toContain(`\`${name}\``)
    if (page !== 'README.md') expect(text('README.md')).toContain(`(${page}`)
  },
)
