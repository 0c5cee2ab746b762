import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { expect, it } from 'vitest'
import { root } from '../run/project.ts'
import { namesIn } from './security-page.ts'

const page = readFileSync(join(root, 'docs/security.md'), 'utf8')

it('names no file that is not there', () => {
  const files = namesIn(page).filter((name) =>
    /^(app|components|docs|e2e|lib|prisma|scripts)\/[^*\s]+$/u.test(name),
  )
  expect(files.length).toBeGreaterThan(40)
  expect(files.filter((file) => !existsSync(join(root, file)))).toEqual([])
})

it('leads to pages and headings that are there', () => {
  const anchors = new Set(
    [...page.matchAll(/^#+ (.*)$/gmu)].map(([, title = '']) =>
      title
        .toLowerCase()
        .replaceAll(/[^\w\s-]/gu, '')
        .replaceAll(' ', '-'),
    ),
  )
  const links = [...page.matchAll(/\]\(([^)]+)\)/gu)].map(([, link = '']) => link)
  const lost = links.filter((link) =>
    link.startsWith('#')
      ? !anchors.has(link.slice(1))
      : !link.startsWith('https:') && !existsSync(join(root, 'docs', link)),
  )
  expect(lost).toEqual([])
})
