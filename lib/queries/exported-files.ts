import 'server-only'
import { fileKind } from '@/lib/domain/evidence/file-kind'
import type { Translate } from '@/lib/i18n/translate'
import type { OpenedFile } from './open-evidence'

/** What is held of files, a line to each: what it is called and is, when it came, and the receipt its sender has for it. */
export function exportedFiles(files: readonly OpenedFile[], t: Translate): readonly string[] {
  return files.flatMap(({ at, file }) => {
    if (file === null) return []
    const { name, kind, bytes, sha256 } = file
    return t('exporting.held.file', {
      name: name === '' ? t('files.nameless') : name,
      group: t(`files.group.${fileKind(kind)?.group ?? 'document'}`),
      ...{ bytes, sha256, at: at.toISOString() },
    })
  })
}

/** How many do not open. */
export function unreadableFiles(files: readonly OpenedFile[]): number {
  return files.filter(({ file }) => file === null).length
}
