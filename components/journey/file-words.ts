import { mostFiles, mostMegabytes } from '@/lib/domain/evidence/limits'
import type { FileProblem } from '@/lib/domain/evidence/file-problem'
import type { Translate } from '@/lib/i18n/translate'

const KB = 1024

/** How large a file is, to one decimal, in the unit people know it by. */
export function sizeWords(bytes: number, t: Translate): string {
  if (bytes < KB) return t('files.size', { size: bytes, unit: 'b' })
  const inMegabytes = bytes >= KB * KB
  const size = bytes / (inMegabytes ? KB * KB : KB)
  return t('files.size', { size: Math.round(size * 10) / 10, unit: inMegabytes ? 'mb' : 'kb' })
}

/** A name as it is said; one that nothing could be shown of is said to have none. */
export function nameWords(name: string, t: Translate): string {
  return name === '' ? t('files.nameless') : `“${name}”`
}

/** What is wrong with a file, in words. */
export function problemWords(
  { name, problem }: { readonly name: string; readonly problem: FileProblem },
  t: Translate,
): string {
  return t(`files.problem.${problem}`, { name: nameWords(name, t), most: mostFiles, size: mostMegabytes })
}

/** The beginning of a digest, enough to compare by eye. */
export function shortDigest(sha256: string): string {
  return `${sha256.slice(0, 8)}…${sha256.slice(-8)}`
}
