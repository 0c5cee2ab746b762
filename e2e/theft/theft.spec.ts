import { existsSync, mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from '@playwright/test'
import { sendMarked } from './marked-reports'
import { needlesOf } from './needles'
import { backUp, dumpTo, filesBelow, keepLog, writtenSince } from './places'

const reports = Number(process.env.THEFT_REPORTS ?? 200)
const atOnce = 8
/** Sending is about ten reports a second on a small machine with nothing else to do; this allows for a twentieth of that. */
const time = 300_000 + reports * 2000
const dataDir = process.env.DATA_DIR ?? ''
const serverLog = process.env.SERVER_LOG ?? ''

test(`of ${String(reports)} reports with a marker in every field nothing can be read in the database, its files, its log, a backup, temporary files or what the server said`, async ({
  baseURL,
}) => {
  test.setTimeout(time)
  const begun = new Date()
  const { url } = JSON.parse(readFileSync(join(dataDir, 'running.json'), 'utf8')) as { url: string }
  await keepLog(url)
  const sent = await sendMarked(baseURL ?? '', reports, atOnce)
  expect(sent.secrets).toBe(reports * 2)
  const sending = (Date.now() - begun.getTime()) / 1000

  const backup = mkdtempSync(join(tmpdir(), 'alongside-backup-'))
  try {
    const dump = join(backup, 'dump')
    // What was sent is there, sealed: nothing is found because nothing can be read, not because nothing was kept.
    expect(await dumpTo(dump, url)).toBeGreaterThanOrEqual(reports)
    await backUp(url, join(dataDir, 'postgres'), backup)
    const files = new Set([
      ...filesBelow(join(dataDir, 'postgres')),
      ...filesBelow(backup),
      ...writtenSince(tmpdir(), begun),
      ...writtenSince('.next', begun),
      serverLog,
    ])
    expect([...files].some((name) => name.includes('/pg_wal/'))).toBe(true)
    expect(statSync(serverLog).size).toBeGreaterThan(0)
    const needles = needlesOf(sent.shapes)
    let bytes = 0
    const found: string[] = []
    for (const name of files) {
      // Others' temporary files may go at any moment.
      if (!existsSync(name)) continue
      bytes += statSync(name).size
      found.push(...needles.inFile(name).map((shape) => `${shape} in ${name}`))
    }
    expect(found).toEqual([])
    const megabytes = (bytes / 1e6).toFixed(0)
    process.stdout.write(
      `\n  ${String(reports)} reports sent in ${sending.toFixed(0)} s; ${String(sent.shapes.length)} texts looked for in ${megabytes} MB of ${String(files.size)} files: 0 found\n`,
    )
  } finally {
    rmSync(backup, { recursive: true })
  }
})
