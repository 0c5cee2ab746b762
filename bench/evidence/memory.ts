import { readFileSync, readdirSync } from 'node:fs'

const page = 4096
const megabyte = 1024 * 1024

/** The process that answers requests, among those this one has started. Throws where it cannot be seen. */
export function serverProcess(): number {
  const server = descendants(process.pid).find((id) => commandOf(id).includes('scripts/serve.ts'))
  if (server === undefined) throw new Error('The server’s memory cannot be seen here: this needs Linux.')
  return server
}

/** The memory a process has, in megabytes. */
export function memoryOf(id: number): number {
  const [, resident = '0'] = readFileSync(`/proc/${String(id)}/statm`, 'utf8').split(' ')
  return (Number(resident) * page) / megabyte
}

function descendants(of: number): readonly number[] {
  const parents = new Map(readdirSync('/proc').flatMap((name) => parentOf(name)))
  const found = [of]
  for (const one of found) for (const [id, parent] of parents) if (parent === one) found.push(id)
  return found.slice(1)
}

function parentOf(name: string): readonly (readonly [number, number])[] {
  if (!/^\d+$/u.test(name)) return []
  try {
    // The name of a process stands in brackets and may hold anything.
    const [, parent = ''] = readFileSync(`/proc/${name}/stat`, 'utf8').split(') ').at(-1)?.split(' ') ?? []
    return [[Number(name), Number(parent)]]
  } catch {
    // It has ended meanwhile.
    return []
  }
}

function commandOf(id: number): string {
  try {
    return readFileSync(`/proc/${String(id)}/cmdline`, 'utf8').replaceAll('\0', ' ')
  } catch {
    return ''
  }
}
