import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { fileURLToPath } from 'node:url'
import { describe, expect, it } from 'vitest'
import { forces } from './forces'

const root = fileURLToPath(new URL('../..', import.meta.url))
const sources = ['app', 'components', 'lib', 'prisma', 'scripts', 'bench', 'proxy.ts', 'next.config.mjs']
const skipped = /^lib\/(force|db\/generated)\/|\.test\.tsx?$|\/node_modules\//u
const read = /\.(tsx?|mjs|json)$/u

function files(path: string): string[] {
  const full = join(root, path)
  const entries = readdirSync(full, { recursive: true, withFileTypes: true })
  return entries
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}

function unique(names: readonly string[]): string[] {
  return [...new Set(names)]
}

const scanned = sources
  .flatMap((path) => (read.test(path) ? [path] : files(path)))
  .filter((path) => read.test(path) && !skipped.test(path))

const places = unique(
  Object.values(forces).flatMap(({ name, area, districts }) => [
    name,
    area,
    ...districts.flatMap((district) => [district.name, ...district.places]),
  ]),
)
const numbers = unique(
  Object.values(forces)
    .flatMap(({ routes, support }) => [...routes, ...support])
    .flatMap(({ phone, text }) => [phone, text])
    .filter((number) => number !== undefined)
    .filter((number) => number.replaceAll(' ', '').length > 4),
)

/** Examples in comments are not what anybody reads or rings. */
function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\//gu, '')
}

/** A name counts where it stands as a word of its own, as it is written in the data. */
function mentions(text: string, names: readonly string[]): string[] {
  return names.filter((name) => new RegExp(`(?<![A-Za-z0-9])${name}(?![A-Za-z0-9])`, 'u').test(text))
}

describe('what belongs to one force', () => {
  it('is looked for in the sources', () => {
    expect(scanned).toEqual(
      expect.arrayContaining(['lib/domain/force.ts', 'lib/i18n/messages/en/public.json']),
    )
    expect(mentions('Report to Hertfordshire Constabulary', places)).not.toEqual([])
    expect(mentions('on duty in Bedfordshire', ['Bedford'])).toEqual([])
  })

  it.each(scanned)('is not named in %s', (path) => {
    const text = withoutComments(readFileSync(join(root, path), 'utf8'))
    expect(mentions(text, [...places, ...numbers])).toEqual([])
  })
})
