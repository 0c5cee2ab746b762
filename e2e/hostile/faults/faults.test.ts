import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../../scripts/run/project'
import { faults } from './faults'

test.each(faults)('it can still be planted that $name', ({ file, search, replace, tests }) => {
  const source = readFileSync(join(root, file), 'utf8')
  expect(source.split(search), `${file} holds it once`).toHaveLength(2)
  expect(replace).not.toBe(search)
  for (const name of tests) expect(existsSync(join(root, name)), name).toBe(true)
})
