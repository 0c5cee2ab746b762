import { FileReceipt } from '@/components/journey/file-receipt'
import type { Sent } from '@/lib/drafts/draft'
import type { Translate } from '@/lib/i18n/translate'

/** The files that went with it, each with its receipt. */
export function SentFiles({ files = [], t }: { readonly files: Sent['files']; readonly t: Translate }) {
  if (files.length === 0) return null
  return (
    <section className="grid gap-3">
      <h2 className="text-lg">{t('files.sent.title', { count: files.length })}</h2>
      <ul className="grid gap-4">
        {files.map((file, place) => (
          <li key={`${file.sha256}-${String(place)}`}>
            <FileReceipt file={file} t={t} />
          </li>
        ))}
      </ul>
    </section>
  )
}
