import { nameWords, shortDigest, sizeWords } from './file-words'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly file: { readonly name: string; readonly bytes: number; readonly sha256: string }
  /** What kind of file it is, in a word; left out where that is not known any more. */
  readonly group?: string
  readonly t: Translate
}

/** A file that arrived: its name, its size, and by what it can be known again, folded. */
export function FileReceipt({ file, group, t }: Props) {
  const about = [group, sizeWords(file.bytes, t)].filter((words) => words !== undefined)
  return (
    <>
      <p className="font-semibold [overflow-wrap:anywhere]">
        <bdi>{nameWords(file.name, t)}</bdi>
      </p>
      <p className="text-sm text-ink-soft">{about.join(', ')}</p>
      <details className="text-sm">
        <summary className="cursor-pointer py-1.5 text-ink-soft">
          {t('files.receipt', { short: shortDigest(file.sha256) })}
        </summary>
        <p dir="ltr" className="font-mono [overflow-wrap:anywhere]">
          {file.sha256}
        </p>
        <p className="mt-1 text-ink-soft">{t('files.receiptWhat')}</p>
      </details>
    </>
  )
}
