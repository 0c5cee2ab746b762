import { pathToFileURL } from 'node:url'
import { join } from 'node:path'

const preload = pathToFileURL(join(import.meta.dirname, 'preload.ts')).href

/** What has a server under test note every data key it opens, in `file`. For servers alone: what tests open themselves is no read. */
export function noteReadsIn(file: string): Readonly<Record<string, string>> {
  const { NODE_OPTIONS = '' } = process.env
  return { READS_FILE: file, NODE_OPTIONS: `${NODE_OPTIONS} --import=${preload}`.trim() }
}
