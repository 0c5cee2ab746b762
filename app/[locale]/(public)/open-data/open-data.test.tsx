import { parse } from 'csv-parse/sync'
import { renderToStaticMarkup } from 'react-dom/server'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import type { Force } from '@/lib/domain/force'
import type { PublishedRow } from '@/lib/domain/figures/rows'
import { hertfordshire } from '@/lib/force/hertfordshire'
import { publishedRows } from '@/scripts/testing/figures/published-rows'
import { GET } from './file.csv/route'
import OpenDataPage from './page'

const told: { rows: readonly PublishedRow[]; force: Force; isDemonstration: boolean } = {
  ...{ rows: [], force: hertfordshire, isDemonstration: false },
}
vi.mock('@/lib/config/current-force', () => ({ currentForce: () => told.force }))
vi.mock('@/lib/config/demonstration', () => ({ isDemonstration: () => told.isDemonstration }))
vi.mock('@/lib/queries/open-figures', () => ({ openFigures: () => Promise.resolve(told.rows) }))
// The frame asks a request for its cookies, of which there is none here.
vi.mock('../_shell/public-page', () => ({
  PublicPage: ({ children }: { children: React.ReactNode }) => children,
}))

const licence = 'Open Government Licence v3.0'
const received = publishedRows().filter(({ measure }) => measure === 'received')
const params = (locale: string) => ({ params: Promise.resolve({ locale }) })
const pageIn = async (locale: string) => renderToStaticMarkup(await OpenDataPage(params(locale)))
const fileIn = (locale: string) => GET(new Request('http://localhost/open-data/file.csv'), params(locale))

beforeEach(() => {
  told.rows = received
  told.force = hertfordshire
  told.isDemonstration = false
})

describe.each([
  ['en', 'not shown', 'All cases', /demonstration|made up/u],
  ['cy', 'heb ei ddangos', 'Pob achos', /arddangosiad|ddyfeisio/iu],
])('open counts in %s', (locale, hidden, all, madeUp) => {
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

  it('of a demonstration are said to be made up, on the page and in the file, and are given under no licence', async () => {
    told.isDemonstration = true
    const [page, file] = [await pageIn(locale), await (await fileIn(locale)).text()]
    expect(page.indexOf('<table')).toBeGreaterThan(page.search(madeUp))
    expect([...page.matchAll(new RegExp(madeUp, 'giu'))].length).toBeGreaterThan(1)
    expect(file.split('\r\n').find((line) => line.startsWith('"made"'))).toMatch(madeUp)
    expect(page + file).not.toContain(licence)
  })

  it('of a force are never said to be made up, and say the licence', async () => {
    const [page, file] = [await pageIn(locale), await (await fileIn(locale)).text()]
    expect(page + file).not.toMatch(madeUp)
    expect(page).toContain(licence)
    expect(file).toContain(licence)
  })

  it('says so where nothing is published yet, and has no file', async () => {
    told.rows = []
    const page = await pageIn(locale)
    expect(page).not.toContain('<table')
    expect(page).not.toContain('file.csv')
    const file = await fileIn(locale)
    expect([file.status, file.headers.get('location')?.endsWith('/open-data')]).toEqual([303, true])
  })

  it('of a demonstration with none yet says of none that they are made up, and has no heading over nothing', async () => {
    told.rows = []
    const headings = (html: string) => [...html.matchAll(/<h2/gu)].length
    const ofForce = await pageIn(locale)
    told.isDemonstration = true
    const page = await pageIn(locale)
    expect(page).not.toMatch(madeUp)
    expect(page).not.toContain(licence)
    expect(headings(page)).toBe(headings(ofForce) - 1)
  })

  it('is nowhere where the force gives none', async () => {
    const { openData, ...others } = hertfordshire
    expect(openData).toBeDefined()
    told.force = others
    await expect(pageIn(locale)).rejects.toThrow(/NEXT_HTTP_ERROR_FALLBACK;404/u)
    await expect(fileIn(locale)).rejects.toThrow(/NEXT_HTTP_ERROR_FALLBACK;404/u)
  })
})
