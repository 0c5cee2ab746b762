import { nameWords, shortDigest, sizeWords } from '@/components/journey/file-words'
import type { ShownCase } from '@/components/staff/act-form'
import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import { fileKind } from '@/lib/domain/evidence/file-kind'
import { hasPlainCopy } from '@/lib/domain/evidence/plain/plain-copy'
import type { OpenedFile } from '@/lib/queries/open-evidence'

interface Props {
  readonly files: readonly OpenedFile[]
  readonly shown: ShownCase
  readonly clock: Clock
}

/** What was sent beside words, folded until it is asked for. Nothing of any file is shown here: each is a download. */
export function CaseFiles({ files, shown, clock }: Props) {
  const { t } = clock
  if (files.length === 0) return null
  return (
    <section className="card" aria-labelledby="files-title">
      <h2 id="files-title" className="card-title">
        {t('evidence.title')}
      </h2>
      <details>
        <summary className="cursor-pointer py-1">{t('evidence.count', { count: files.length })}</summary>
        <p className="my-2 text-sm text-ink-soft">
          {t('evidence.warning')} {t('evidence.audited')}
        </p>
        <ol className="grid gap-4">
          {files.map((one) => (
            <li key={one.id} className="border-s-2 border-line ps-3" data-file={one.scan}>
              <FileFacts file={one} clock={clock} />
              {one.file === null || one.scan === 'found' ? null : (
                <Downloads file={one} kind={one.file.kind} shown={shown} clock={clock} />
              )}
            </li>
          ))}
        </ol>
      </details>
    </section>
  )
}

interface DownloadsProps {
  readonly file: OpenedFile
  readonly kind: string
  readonly shown: ShownCase
  readonly clock: Clock
}

/** The file as it was sent and, of a picture, a copy without what is hidden in it. */
function Downloads({ file, kind, shown, clock }: DownloadsProps) {
  const { t } = clock
  const ways = hasPlainCopy(kind) ? (['sent', 'copy'] as const) : (['sent'] as const)
  return (
    <form method="post" action={staffPaths.caseAction(shown.reference, 'file')} className="mt-2">
      <input type="hidden" name="shown-to" value={shown.actorId} />
      <input type="hidden" name="file" value={file.id} />
      <div className="flex flex-wrap gap-2">
        {ways.map((as) => (
          <Button
            key={as}
            look="quiet"
            name="as"
            value={as}
            aria-label={t(`evidence.named.${as}`, { name: nameOf(file, clock) })}
          >
            {t(`evidence.download.${as}`)}
          </Button>
        ))}
      </div>
      {ways.length === 1 ? null : <p className="mt-1 text-sm text-ink-soft">{t('evidence.copyWhat')}</p>}
    </form>
  )
}

function nameOf({ file }: OpenedFile, { t }: Clock): string {
  return file === null || file.name === '' ? t('evidence.nameless') : nameWords(file.name, t)
}

function FileFacts({ file: one, clock }: { readonly file: OpenedFile; readonly clock: Clock }) {
  const { t } = clock
  const { file, scan } = one
  if (file === null) return <p>{t('evidence.unreadable')}</p>
  const group = t(`files.group.${fileKind(file.kind)?.group ?? 'document'}`)
  return (
    <>
      <p className="font-semibold [overflow-wrap:anywhere]">
        <bdi>{nameOf(one, clock)}</bdi>
      </p>
      <p className="text-sm text-ink-soft">
        {[group, sizeWords(file.bytes, t), t(`evidence.${one.withCode ? 'later' : 'sentWith'}`)].join(', ')},{' '}
        {saidTime(one.at, clock)}
      </p>
      <p className={scan === 'found' ? 'font-bold text-danger' : scan === 'clean' ? '' : 'text-warn'}>
        {t(`evidence.scan.${scan}`)}
      </p>
      <details className="text-sm">
        <summary className="cursor-pointer py-1 text-ink-soft">
          {t('evidence.receipt', { short: shortDigest(file.sha256) })}
        </summary>
        <p className="text-ink-soft">{t('evidence.whole')}</p>
        <p dir="ltr" className="font-mono [overflow-wrap:anywhere]">
          {file.sha256}
        </p>
      </details>
    </>
  )
}
