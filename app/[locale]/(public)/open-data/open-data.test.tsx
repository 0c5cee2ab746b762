import { parse } from 'csv-parse/sync'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Force } from '@/lib/domain/force'
import type { PublishedRow } from '@/lib/domain/figures/rows'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { publishedRows } from '@/scripts/testing/figures/published-rows'
import { GET } from './file.csv/route'
import OpenDataPage from './page'

const told: { rows: readonly PublishedRow[]; force: Force } = { rows: [], force: hertfordshire }
vi.mock('@/lib/config/current-force', () => ({ currentForce: () => told.force }))
vi.mock('@/lib/queries/open-figures', () => ({ openFigures: () => Promise.resolve(told.rows) }))
// The frame asks a request for its cookies, of which there is none here.
vi.mock('../_shell/public-page', () => ({
  PublicPage: ({ children }: { children: React.ReactNode }) => children,
}))

const received = publishedRows().filter(({ measure }) => measure === 'received')
const params = (locale: string) => ({ params: Promise.resolve({ locale }) })
const pageIn = async (locale: string) => renderToStaticMarkup(await OpenDataPage(params(locale)))
const fileIn = (locale: string) => GET(new Request('http://localhost/open-data/file.csv'), params(locale))

beforeEach(() => {
  told.rows = received
  told.force = hertfordshire
})

describe.each([
  ['en', 'not shown', 'All cases', 'Open Government Licence v3.0'],
  ['cy', 'heb ei ddangos', 'Pob achos', 'Open Government Licence v3.0'],
])('open counts in %s', (locale, hidden, all, licence) => {
  it('has the cells of the page in the file, and no others', async () => {
    const page = await pageIn(locale)
    expect(page).toContain(licence)
    const shown = [...page.matchAll(/<td[^>]*>([^<]*)<\/td>/gu)].map(([, cell = '']) => cell)
    const text = await (await fileIn(locale)).text()
    const lines: string[][] = parse(text, { bom: true })
    const counted = lines.slice(1).filter(([by]) => by !== 'made')
    expect(counted.map(([, , , , , cases = '', note = '']) => note || cases).sort()).toEqual(
      shown.map((cell) => cell.replaceAll(',', '')).sort(),
    )
    expect(shown).toContain(hidden)
    expect(counted[0]?.[2]).toBe(all)
    expect(lines.slice(1).filter(([by]) => by === 'made')).toHaveLength(5)
  })

  it('says so where nothing is published yet, and has no file', async () => {
    told.rows = []
    const page = await pageIn(locale)
    expect(page).not.toContain('<table')
    expect(page).not.toContain('file.csv')
    const file = await fileIn(locale)
    expect([file.status, file.headers.get('location')?.endsWith('/open-data')]).toEqual([303, true])
  })

  it('is nowhere where the force gives none', async () => {
    const { openData, ...others } = hertfordshire
    expect(openData).toBeDefined()
    told.force = others
    await expect(pageIn(locale)).rejects.toThrow(/NEXT_HTTP_ERROR_FALLBACK;404/u)
    await expect(fileIn(locale)).rejects.toThrow(/NEXT_HTTP_ERROR_FALLBACK;404/u)
  })
})
