import 'server-only'
import { to as copyTo } from 'pg-copy-streams'
import { clientAs } from './connect'

/** A row as binary strings: each character is one byte of what the database keeps. */
export type CopiedRow = readonly (string | null)[]

/**
 * Runs a query as the owner of the database at `url` and gives its rows as they come, some hundreds at a time: any number of them, in the memory
 * of a few.
 */
export async function* copyRows(url: string, query: string): AsyncGenerator<readonly CopiedRow[]> {
  const client = clientAs('alongside_owner', url)
  await client.connect()
  try {
    let rest = ''
    const chunks: AsyncIterable<Buffer> = client.query(copyTo(`COPY (${query}) TO STDOUT`))
    for await (const chunk of chunks) {
      const lines = `${rest}${chunk.toString('latin1')}`.split('\n')
      rest = lines.pop() ?? ''
      yield lines.map(rowOf)
    }
  } finally {
    await client.end()
  }
}

function rowOf(line: string): CopiedRow {
  const values = line.split('\t')
  return line.includes('\\') ? values.map(valueOf) : values
}

function valueOf(value: string): string | null {
  if (value === '\\N') return null
  return value.includes('\\') ? unescaped(value) : value
}

const escapes: Readonly<Record<string, string>> = { b: '\b', f: '\f', n: '\n', r: '\r', t: '\t', v: '\v' }

function unescaped(value: string): string {
  return value.replace(/\\(.)/gsu, (_, letter: string) => escapes[letter] ?? letter)
}
