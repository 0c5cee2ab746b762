// `npm run docs:asvs`: writes docs/asvs.md, and the counts in docs/security.md, from the data in docs/asvs.
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { readChapters } from './docs/asvs-data.ts'
import { asvsPage, countsTable } from './docs/asvs-page.ts'
import { root } from './run/project.ts'

const chapters = readChapters()
writeFileSync(join(root, 'docs/asvs.md'), asvsPage(chapters))

const security = join(root, 'docs/security.md')
const counts = /\| Level +\| met [\s\S]*?\n(?!\|)/u
writeFileSync(security, readFileSync(security, 'utf8').replace(counts, countsTable(chapters)))
