import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { root } from '../../../scripts/run/project'
import { faults } from './faults'

test.each(faults)('it can still be planted that $name', ({ file, search, times = 1, replace, tests }) => {
  const source = readFileSync(join(root, file), 'utf8')
  expect(source.split(search), `places in ${file}`).toHaveLength(times + 1)
  expect(replace).not.toBe(search)
  for (const name of tests) expect(existsSync(join(root, name)), name).toBe(true)
})
