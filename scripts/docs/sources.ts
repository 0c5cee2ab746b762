import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from '../run/project.ts'

/** What the product runs: its sources without tests and without what is generated. */
export function productSources(): readonly { readonly path: string; readonly text: string }[] {
  return ['app', 'components', 'lib', 'scripts/serve', 'proxy.ts', 'instrumentation.ts']
    .flatMap(filesAt)
    .filter((path) => /\.tsx?$/u.test(path) && !/\.(test|spec)\.tsx?$|^lib\/db\/generated\//u.test(path))
    .map((path) => ({ path, text: withoutComments(readFileSync(join(root, path), 'utf8')) }))
}

function filesAt(path: string): readonly string[] {
  if (path.endsWith('.ts')) return filesAt('.').includes(path) ? [path] : []
  return readdirSync(join(root, path), { recursive: path !== '.', withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(root, join(entry.parentPath, entry.name)))
}

function withoutComments(text: string): string {
  return text.replaceAll(/\/\*[\s\S]*?\*\/|^\s*\/\/.*$/gmu, '')
}
