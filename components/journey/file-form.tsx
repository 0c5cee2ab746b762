import { Button } from '@/components/ui/button'
import { FieldError, Hint } from '@/components/ui/field-text'
import { accepts } from '@/lib/domain/evidence/file-kind'
import { mostFiles, mostMegabytes, pieceBytes } from '@/lib/domain/evidence/limits'
import { FileProgress } from './file-progress'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly action: string
  /** What was wrong with the files that were sent last, in words. */
  readonly problems: readonly string[]
  /** What is kept all the same, in words. */
  readonly kept: string
  /** The word on the button. */
  readonly add: string
  /** Where a script sends them piece by piece, and the page that shows them. */
  readonly script: { readonly base: string; readonly query: string; readonly page: string }
  readonly t: Translate
}

/** What the script fills in, as it is left in the words. */
const left = { name: '{name}', share: '{share}' }

/** Chooses files and sends them in one plain form. */
export function FileForm({ action, problems, kept, add, script, t }: Props) {
  const described = problems.length === 0 ? 'files-hint' : 'files-hint files-error'
  return (
    <form
      method="post"
      action={action}
      encType="multipart/form-data"
      className="grid justify-items-start gap-4"
    >
      <div className="w-full">
        <label htmlFor="files" className="mb-1 block text-lg leading-tight font-semibold">
          {t('files.choose')}
        </label>
        <Hint id="files-hint">
          {t('files.what', { most: mostFiles, size: mostMegabytes })} {t('files.wait')}
        </Hint>
        {problems.length === 0 ? null : (
          <FieldError id="files-error" prefix={t('public.form.error-prefix')}>
            {problems.join(' ')} {kept}
          </FieldError>
        )}
        <input
          id="files"
          name="files"
          type="file"
          multiple
          accept={accepts}
          aria-describedby={described}
          aria-invalid={problems.length === 0 ? undefined : true}
          className="input w-full"
        />
      </div>
      <FileProgress
        {...script}
        pieceBytes={pieceBytes}
        words={{
          sending: t('files.progress.sending', left),
          waiting: t('files.progress.waiting', left),
          failed: t('files.progress.failed', left),
        }}
      />
      <Button look="quiet">{add}</Button>
    </form>
  )
}
