import { Button } from '@/components/ui/button'
import { fileKind } from '@/lib/domain/evidence/file-kind'
import { FileReceipt } from './file-receipt'
import { nameWords } from './file-words'
import type { Translate } from '@/lib/i18n/translate'

/** A file of the list, as far as it is known. */
interface ListedFile {
  readonly id: string
  readonly name: string
  readonly whole: {
    readonly kind: string
    readonly bytes: number
    readonly sha256: string
    readonly scan: string
  } | null
}

interface Props {
  readonly files: readonly ListedFile[]
  readonly removeAction: string
  readonly t: Translate
}

/** The files that were added and are not sent, each with its receipt and a way to take it out again. */
export function FileList({ files, removeAction, t }: Props) {
  const whole = files.flatMap((file) => (file.whole === null ? [] : [{ ...file, whole: file.whole }]))
  const begun = files.filter((file) => file.whole === null)
  return (
    <section aria-labelledby="files-list">
      <h2 id="files-list" className="mb-2 text-lg">
        {t('files.list')}
      </h2>
      {files.length === 0 ? <p className="text-ink-soft">{t('files.none')}</p> : null}
      <ul className="grid gap-4">
        {whole.map(({ id, name, whole: held }) => (
          <li key={id} className="rounded-md border border-line p-4">
            <FileReceipt file={{ name, ...held }} group={groupWords(held.kind, t)} t={t} />
            {held.scan === 'found' ? <p className="mt-1">{t('files.found')}</p> : null}
            <RemoveForm {...{ id, name, removeAction, t }} />
          </li>
        ))}
        {begun.map(({ id, name }) => (
          <li key={id} className="rounded-md border border-line p-4">
            <p className="[overflow-wrap:anywhere]">{t('files.progress.begun', { name })}</p>
            <RemoveForm {...{ id, name, removeAction, t }} />
          </li>
        ))}
      </ul>
    </section>
  )
}

interface RemoveProps extends Pick<ListedFile, 'id' | 'name'>, Pick<Props, 'removeAction' | 't'> {}

function RemoveForm({ id, name, removeAction, t }: RemoveProps) {
  return (
    <form method="post" action={removeAction} className="mt-2">
      <input type="hidden" name="file" value={id} />
      <Button look="quiet" aria-label={t('files.removeNamed', { name: nameWords(name, t) })}>
        {t('files.remove')}
      </Button>
    </form>
  )
}

function groupWords(kind: string, t: Translate): string {
  return t(`files.group.${fileKind(kind)?.group ?? 'document'}`)
}
