import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../run/project.ts'
import { namesIn, rowsOf, sectionOf } from './security-page.ts'

interface Column {
  readonly table: string
  readonly column: string
  readonly type: string
}

const schema = readFileSync(join(root, 'prisma/schema.prisma'), 'utf8')
const models = [...schema.matchAll(/^model (\w+) \{\n([\s\S]*?)^\}/gmu)]
const names = new Set(models.map(([, name = '']) => name))

/** Columns of the schema by their names in the database; a field whose type is another table is none. */
const columns: readonly Column[] = models.flatMap(([, , body = '']) => {
  const table = /@@map\("(\w+)"\)/u.exec(body)?.[1] ?? ''
  const fields = [...body.matchAll(/^ {2}(\w+) +(\w+)(?:\[\]|\?)?(.*)$/gmu)]
  return fields
    .filter(([, , type = '']) => !names.has(type))
    .map(([, field = '', type = '', rest = '']) => ({
      table,
      column: /@map\("(\w+)"\)/u.exec(rest)?.[1] ?? field,
      type,
    }))
})

const section = sectionOf('## Plaintext, column by column')
const described = section
  .split(/^### /mu)
  .slice(1)
  .flatMap((part) => {
    const [table = ''] = namesIn(part.split('\n', 1)[0] ?? '')
    return rowsOf(part).map((cells) => ({ table, cells }))
  })

const key = (table: string, column: string) => `${table}.${column}`

describe('the list of what is plaintext', () => {
  it('every column of every table is in the list, and nothing else', () => {
    const listed = described.flatMap(({ table, cells }) =>
      namesIn(cells[0] ?? '').map((name) => key(table, name)),
    )
    expect(columns.length).toBeGreaterThan(100)
    expect([...listed].sort()).toEqual(columns.map(({ table, column }) => key(table, column)).sort())
  })

  it('calls nothing ciphertext that is text', () => {
    const bytes = new Set(
      columns.filter(({ type }) => type === 'Bytes').map(({ table, column }) => key(table, column)),
    )
    const claimed = described
      .filter(({ cells }) => cells[1]?.startsWith('Ciphertext'))
      .flatMap(({ table, cells }) => namesIn(cells[0] ?? '').map((name) => key(table, name)))
    expect(claimed.length).toBeGreaterThan(4)
    expect(claimed.filter((one) => !bytes.has(one))).toEqual([])
  })

  it('says of each column what it tells and why it is there', () => {
    const short = described.filter(({ cells }) => (cells[1] ?? '').length < 3 || (cells[2] ?? '').length < 3)
    expect(short).toEqual([])
  })
})
