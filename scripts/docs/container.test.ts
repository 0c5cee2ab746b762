import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../run/project.ts'

const lines = (file: string) => readFileSync(join(root, file), 'utf8').split('\n')
const stages = lines('Containerfile')
  .join('\n')
  .split(/^FROM /mu)
  .slice(1)
const serve = stages.at(-1) ?? ''

it('the image that serves has what runs and nothing else: no tests, tools, commands or development packages', () => {
  const copied = [...serve.matchAll(/^COPY (?:--from=\w+ )?(.+) \S+$/gmu)].flatMap(([, from = '']) =>
    from.split(' '),
  )
  expect(copied.sort()).toEqual(
    [
      ...['package.json', 'package-lock.json', '/app/.next', '/app/lib', 'next.config.mjs', 'public'],
      ...['scripts/serve.ts', 'scripts/serve', 'scripts/run/listen.ts'],
    ].sort(),
  )
  expect(serve).toContain('npm ci --omit=dev --ignore-scripts')
})

it('an image holds no history, no data, no setting and no secret, and runs as nobody special', () => {
  expect(lines('.containerignore')).toEqual(
    expect.arrayContaining(['.git', '.data', '**/*.test.ts', '**/*.spec.ts']),
  )
  for (const stage of stages) {
    expect(stage).toMatch(/^USER node$/mu)
    expect(stage).not.toMatch(/SECRET|PEPPER|PASSWORD|DATABASE_URL|KEY_DIR/u)
  }
})
