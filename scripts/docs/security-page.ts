import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { root } from '../run/project.ts'

/** The text below a heading of docs/security.md, up to the next heading of the same or a higher level. */
export function sectionOf(heading: string): string {
  const page = readFileSync(join(root, 'docs/security.md'), 'utf8')
  const marks = /^#+/u.exec(heading)?.[0].length ?? 0
  const lines = page.split('\n')
  const start = lines.indexOf(heading)
  if (start < 0) throw new Error(`docs/security.md has no "${heading}".`)
  const after = lines.slice(start + 1)
  const end = after.findIndex((line) => new RegExp(`^#{1,${String(marks)}} `, 'u').test(line))
  return after.slice(0, end < 0 ? undefined : end).join('\n')
}

/** The cells of each row of the tables in some Markdown, without heads and rules. */
export function rowsOf(markdown: string): readonly (readonly string[])[] {
  const lines = markdown.split('\n')
  return lines
    .filter((line, at) => line.startsWith('|') && !isRule(line) && !isRule(lines[at + 1] ?? ''))
    .map((line) =>
      line
        .slice(1, -1)
        .split('|')
        .map((cell) => cell.trim()),
    )
}

/** What stands between backticks. */
export function namesIn(cell: string): readonly string[] {
  return [...cell.matchAll(/`([^`]+)`/gu)].map(([, name = '']) => name)
}

function isRule(line: string): boolean {
  return /^\|[\s:|-]+\|$/u.test(line)
}
