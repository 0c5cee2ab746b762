import { readdirSync } from 'node:fs'
import { join, relative } from 'node:path'

/** The addresses of the files of a build, as browsers ask for them. */
export function builtIn(folder: string): ReadonlySet<string> {
  const files = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) =>
    entry.isFile(),
  )
  return new Set(
    files.map(({ parentPath, name }) => {
      const parts = relative(folder, join(parentPath, name)).split('/')
      return `/_next/static/${parts.map((part) => encodeURIComponent(part)).join('/')}`
    }),
  )
}
