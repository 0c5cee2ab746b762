import { mkdtempSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { beforeAll, describe, expect, test } from 'vitest'
import { ownDatabase } from '../../scripts/testing/own-database'
import { journeySetting } from '@/lib/commands/journey-setting'
import { currentForce } from '@/lib/config/current-force'
import { env } from '@/lib/config/env'
import { publicDb } from '@/lib/db/client'
import { ownerDb } from '@/lib/db/owner'
import { unitPlace } from '@/lib/queries/unit-place'
import { DirectoryError, loadPostcodes } from './load-postcodes'

await ownDatabase()
const dir = mkdtempSync(join(tmpdir(), 'alongside-postcodes-'))
const force = currentForce()
const own = force.districts.slice(0, 2).map(({ id, code }) => ({ id, code }))
const outcode = Object.entries(force.outcodes).find(([, hint]) => hint.districts.length > 1)?.[0] ?? ''
const codes = [own[0]?.code ?? '', own[1]?.code ?? '']

let files = 0
function fileOf(text: string): string {
  files += 1
  const file = join(dir, `ONSPD_${String(files)}.csv`)
  writeFileSync(file, text)
  return file
}
const load = (text: string, more: object = {}) =>
  loadPostcodes({
    ...{
      file: fileOf(text),
      url: env().MIGRATE_DATABASE_URL ?? '',
      force,
      mayBeFewer: false,
      at: new Date(),
    },
    progress: () => undefined,
    ...more,
  })
const said = (work: Promise<unknown>) =>
  work.then(
    () => 'loaded',
    (error: unknown) => {
      if (error instanceof DirectoryError) return error.message
      throw error
    },
  )
const loaded = () => ownerDb().unitPostcode.count()
const edition = (rows: readonly string[]) => ['pcd,pcds,dointr,doterm,lad25cd,lat', ...rows, ''].join('\r\n')
const full = edition([
  `"${outcode} 1AA","${outcode} 1AA",198001,,${codes[0] ?? ''},51.8`,
  `"${outcode} 1AB","${outcode} 1AB",198001,199912,${codes[1] ?? ''},51.8`,
  `"${outcode} 1AD","${outcode} 1AD",198001,,E09000001,51.8`,
  `"ZE1  0AA","ZE1 0AA",198001,,S12000027,60.1`,
])

beforeAll(async () => {
  expect(await load(full)).toEqual({ read: 4, unreadable: 0, kept: 3, own: 2 })
})

describe('the directory of postcodes', () => {
  test('is loaded: what is near the force, ended postcodes too, and is on record', async () => {
    expect(await loaded()).toBe(3)
    expect(await ownerDb().postcodeRelease.findMany()).toMatchObject([
      { force: force.id, name: 'ONSPD_1.csv', rowsRead: 4, rowsKept: 3 },
    ])
  })

  test.each([
    [`${outcode} 1AA`, own[0]?.id],
    [`${outcode.toLowerCase()}1ab`, own[1]?.id],
    [`${outcode}1AD`, null],
  ])('%s lies in %j', async (typed, district) => {
    expect(await unitPlace(typed)).toMatchObject({ district })
  })

  test.each([[outcode], [`${outcode} 9ZZ`], ['ZE1 0AA'], ['nowhere'], ["'; DROP TABLE unit_postcode; --"]])(
    'of %j nothing is known',
    async (typed) => {
      expect(await unitPlace(typed)).toBe(null)
    },
  )

  test('is asked for the postcode of the answers, and gives the journey nothing else', async () => {
    const setting = await journeySetting('online', { postcode: `${outcode}1AA` })
    expect(setting.unit).toEqual({ unit: `${outcode} 1AA`, district: own[0]?.id })
    expect('unit' in (await journeySetting('online', { postcode: null }))).toBe(false)
    await expect(publicDb().$queryRaw`SELECT * FROM unit_postcode`).rejects.toThrow(/permission denied/)
  })

  test.each([
    [
      'wrong columns',
      'postcode,council\r\nSG1 1AA,x\r\n',
      /no column with the postcode .* postcode, council/,
    ],
    ['cut off', `${full}"SG1 1`, /cut off/],
    ['cut off within a row', `${full}"SG1 1AE","SG1 1AE",1980`, /Line 6 .* cut off/],
    ['empty', '', /no rows|no column/],
    ['a header alone', 'pcds,laua\r\n', /no rows/],
    ['another force’s', 'pcds,laua\r\nZE1 0AA,S12000027\r\n', /none lies in a district/],
    ['no postcodes', `pcds,laua\r\n${'nothing,E0\r\n'.repeat(20)}`, /holds no postcode/],
    ['an edition with far fewer', edition([`x,${outcode} 1AA,1,,${codes[0] ?? ''},5`]), /looks cut off/],
    ['no CSV', String.fromCharCode(0, 1, 2).repeat(500), /no column|cut off/],
  ])('a file with %s is not taken, and the old edition stays', async (_name, text, words) => {
    expect(await said(load(text))).toMatch(words)
    expect(await loaded()).toBe(3)
    expect(await ownerDb().postcodeRelease.count()).toBe(1)
  })

  test('a file that is not there is not taken', async () => {
    expect(await said(load('', { file: join(dir, 'none.csv') }))).toMatch(/not there/)
    expect(await said(load('', { file: dir }))).toMatch(/not there/)
  })

  test('an edition with fewer is taken where somebody says so; a postcode that comes twice is one', async () => {
    const row = `x,${outcode} 1AA,1,,${codes[1] ?? ''},5`
    expect(await said(load(edition([row, row]), { mayBeFewer: true }))).toBe('loaded')
    expect(await loaded()).toBe(1)
    expect(await unitPlace(`${outcode} 1AA`)).toMatchObject({ district: own[1]?.id })
  })
})
