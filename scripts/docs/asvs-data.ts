import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import { root } from '../run/project.ts'

const folder = join(root, 'docs/asvs')

export const statuses = ['met', 'partly', 'not met', 'not applicable'] as const

const requirement = z.strictObject({
  id: z.string(),
  level: z.union([z.literal(1), z.literal(2), z.literal(3)]),
  /** What is asked, in our own words. */
  asks: z.string().min(10),
  status: z.enum(statuses),
  /** How it is met; what is missing; or why it does not apply. */
  how: z.string(),
  /** `file › title of a test or heading`, or a file alone. */
  shown: z.array(z.string()).default([]),
})

const chapter = z.strictObject({ chapter: z.string(), title: z.string(), requirements: z.array(requirement) })
const scope = z.strictObject({
  source: z.string(),
  level1: z.array(z.string()),
  level2: z.array(z.string()),
  level3: z.array(z.string()),
})

export type Requirement = z.infer<typeof requirement>
export type Chapter = z.infer<typeof chapter>

/** The chapters of the map, in order, from `docs/asvs`. */
export function readChapters(): readonly Chapter[] {
  return readdirSync(folder)
    .filter((name) => /^v\d\d\.json$/u.test(name))
    .sort()
    .map((name) => chapter.parse(readJson(name)))
}

/** Which requirements the map has to speak of, by level. */
export function readScope(): z.infer<typeof scope> {
  return scope.parse(readJson('scope.json'))
}

function readJson(name: string): unknown {
  return JSON.parse(readFileSync(join(folder, name), 'utf8'))
}
