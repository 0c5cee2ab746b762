import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { describe, expect, it } from 'vitest'
import { root } from '../run/project.ts'
import { readChapters, readScope } from './asvs-data.ts'
import { asvsPage, countsTable } from './asvs-page.ts'
import { rowsOf, sectionOf } from './security-page.ts'

const chapters = readChapters()
const requirements = chapters.flatMap((chapter) => chapter.requirements)
const scope = readScope()
const isTest = /\.(test|spec)\.tsx?$/u

const text = (file: string) => readFileSync(join(root, file), 'utf8')
const plain = (words: string) => words.replaceAll(/[‘’]|\\u2019|\\'/gu, "'")

/** What is wrong with a piece of evidence: a file that is not there, or a title that is not in it. */
function wrongWith(shown: string): string | null {
  const [file = '', title] = shown.split(' › ')
  if (!existsSync(join(root, file))) return `no such file: ${file}`
  if (title === undefined) return isTest.test(file) ? `no test named in ${file}` : null
  const before = isTest.test(file) ? [`'`, '`', '"'] : ['# ']
  const content = plain(text(file))
  return before.some((mark) => content.includes(`${mark}${plain(title)}`)) ? null : `not in ${file}: ${title}`
}

describe('the map of ASVS 5.0', () => {
  it('has the counts of the standard', () => {
    expect([scope.level1.length, scope.level2.length, scope.level3.length]).toEqual([70, 183, 32])
  })

  it('speaks once of every requirement that applies to it, at its level', () => {
    const wanted = ([1, 2, 3] as const).flatMap((level) =>
      scope[`level${level}`].map((id) => `${String(level)} ${id}`),
    )
    const given = requirements.map(({ id, level }) => `${String(level)} ${id}`)
    expect([...given].sort()).toEqual([...wanted].sort())
  })

  it.each(chapters.map((chapter) => [chapter.chapter, chapter] as const))(
    '%s holds its own',
    (id, chapter) => {
      const number = id.slice(1)
      expect(chapter.requirements.filter((one) => !one.id.startsWith(`${number}.`))).toEqual([])
    },
  )

  it.each(requirements.map((one) => [one.id, one] as const))('%s is shown by what is there', (_id, one) => {
    expect(one.shown.map(wrongWith).filter((wrong) => wrong !== null)).toEqual([])
    const titles = one.shown.filter((shown) => shown.includes(' › '))
    if (one.status === 'met') expect(titles).not.toEqual([])
    if (one.status !== 'met') expect(one.how.length).toBeGreaterThan(15)
  })

  it('finds a title that is not there', () => {
    expect(wrongWith('docs/operations.md › A heading that is not there')).not.toBeNull()
    expect(wrongWith('docs/nothing.md')).not.toBeNull()
    expect(wrongWith('lib/domain/policy.test.ts')).not.toBeNull()
    expect(wrongWith('docs/operations.md › Keys')).toBeNull()
  })

  it('is the page that is published, and the counts in security.md', () => {
    expect(text('docs/asvs.md') === asvsPage(chapters), 'npm run docs:asvs').toBe(true)
    expect(rowsOf(sectionOf('## OWASP ASVS 5.0'))).toEqual(rowsOf(countsTable(chapters)))
  })
})
