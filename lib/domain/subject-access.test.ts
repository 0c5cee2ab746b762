import { readFileSync } from 'node:fs'
import { expect, it } from 'vitest'
import { z } from 'zod'
import { subjectAccess } from './subject-access'

it('is published for machines as it is', () => {
  const published: unknown = JSON.parse(readFileSync('docs/schemas/subject-access-1.json', 'utf8'))
  expect(published).toEqual(z.toJSONSchema(subjectAccess))
})
