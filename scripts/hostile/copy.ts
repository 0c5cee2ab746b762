import { cpSync, symlinkSync } from 'node:fs'
import { join, relative } from 'node:path'
import { root } from '../run/project.ts'

/** What is not part of the sources, or is shared with the copy. */
const apart = new Set(['node_modules', '.next', '.data', '.git', 'test-results', 'tsconfig.tsbuildinfo'])

/** Copies the checkout's sources as they are now, with the packages it has; nothing done to the copy touches the checkout. */
export function copyCheckout(to: string): void {
  cpSync(root, to, {
    recursive: true,
    filter: (from) => {
      const [first = ''] = relative(root, from).split('/')
      return !apart.has(first)
    },
  })
  symlinkSync(join(root, 'node_modules'), join(to, 'node_modules'))
}
