import { randomUUID } from 'node:crypto'
import { open } from 'node:fs/promises'
import type { FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { parse } from 'csv-parse'
import { replacePostcodes } from '@/lib/db/replace-postcodes'
import type { Force } from '@/lib/domain/force'
import { columnsOf, directoryFault, rowReader } from '@/lib/domain/postcodes/directory'
import { directoryWords } from './directory-words'

/** A file that is not taken, and why, in words for whoever runs the command. */
export class DirectoryError extends Error {}

export interface Loading {
  readonly file: string
  readonly url: string
  readonly force: Force
  readonly mayBeFewer: boolean
  readonly at: Date
  /** Told now and then how many rows are read and how many kept. */
  readonly progress: (read: number, kept: number) => void
}

export interface Loaded {
  read: number
  unreadable: number
  kept: number
  own: number
}

const step = 200_000
/** Rows that go to the database in one piece. */
const piece = 2_000

/**
 * Loads the directory of postcodes of the Office for National Statistics (CSV) in the place of the one that is loaded: of the first halves that
 * the force's table names, whole postcodes with their district, those that are no more too. Throws DirectoryError, and leaves all as it was,
 * for a file that is none, is cut off or is not about this force.
 */
export async function loadPostcodes(loading: Loading): Promise<Readonly<Loaded>> {
  const { file, url, force, at, mayBeFewer } = loading
  const count: Loaded = { read: 0, unreadable: 0, kept: 0, own: 0 }
  const handle = await openFile(file)
  try {
    await replacePostcodes(url, linesOf(handle, loading, count), (before) => {
      const fault = directoryFault(count, before, mayBeFewer)
      if (fault !== null) throw new DirectoryError(directoryWords[fault]({ ...count, before }))
      const name = basename(file)
      return { id: randomUUID(), force: force.id, name, at, read: count.read, kept: count.kept }
    })
  } catch (error) {
    throw plainly(error)
  } finally {
    await handle.close()
  }
  return count
}

async function openFile(file: string): Promise<FileHandle> {
  const handle = await open(file).catch((error: unknown) => {
    throw plainly(error)
  })
  if ((await handle.stat()).isFile()) return handle
  await handle.close()
  throw new DirectoryError(directoryWords.noFile())
}

async function* linesOf(
  handle: FileHandle,
  { force, progress }: Loading,
  count: Loaded,
): AsyncGenerator<string> {
  const text = handle.createReadStream({ autoClose: false })
  const rows = parse({ bom: true, skip_empty_lines: true, max_record_size: 100_000 })
  // What goes wrong with reading goes wrong with what is read.
  text.on('error', (error) => rows.destroy(error)).pipe(rows)
  let read: ReturnType<typeof rowReader> | null = null
  let lines: string[] = []
  for await (const row of rows as AsyncIterable<string[]>) {
    if (read === null) {
      const columns = columnsOf(row)
      if (columns === null) throw new DirectoryError(directoryWords.columns(row))
      read = rowReader(force, columns)
      continue
    }
    count.read += 1
    if (count.read % step === 0) progress(count.read, count.kept)
    const found = read(row)
    if (found === 'unreadable') count.unreadable += 1
    if (typeof found === 'string') continue
    count.kept += 1
    if (found.district !== null) count.own += 1
    lines.push(`${found.postcode}\t${found.district ?? '\\N'}\n`)
    if (lines.length < piece) continue
    yield lines.join('')
    lines = []
  }
  yield lines.join('')
}

/** What a parser or the system says of a file, in words. */
function plainly(error: unknown): unknown {
  if (!(error instanceof Error)) return error
  const code = 'code' in error ? String(error.code) : ''
  const lines = 'lines' in error ? Number(error.lines) : 0
  if (code.startsWith('CSV_')) return new DirectoryError(directoryWords.cut(lines))
  if (['ENOENT', 'EISDIR', 'EACCES'].includes(code)) return new DirectoryError(directoryWords.noFile())
  return error
}
