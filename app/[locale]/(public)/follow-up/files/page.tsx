import { FileForm } from '@/components/journey/file-form'
import { FileList } from '@/components/journey/file-list'
import { FileReceipt } from '@/components/journey/file-receipt'
import { problemWords } from '@/components/journey/file-words'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Heading } from '@/components/ui/heading'
import { publicPaths } from '@/lib/config/paths'
import { fileKind } from '@/lib/domain/evidence/file-kind'
import { translator } from '@/lib/i18n/translate'
import { followUpEvidence } from '@/lib/queries/follow-up-evidence'
import { localeOf } from '../../_shell/locale-of'
import { PublicPage } from '../../_shell/public-page'
import { BackToStatus } from '../_shell/back-to-status'
import { openFollowUp } from '../_shell/open-follow-up'
import type { FollowUpFile } from '@/lib/queries/follow-up-evidence'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly params: Promise<{ locale: string }>
}

/** Files added with a return code: sent at once, and what was sent before with its receipts. */
export default async function FollowUpFilesPage({ params }: Props) {
  const locale = localeOf((await params).locale)
  const { followUp } = await openFollowUp(locale)
  const sent = await followUpEvidence(followUp)
  const t = translator(locale)
  // What is here whole is sent: these broke off on their way.
  const held = followUp.files?.held ?? []
  const problems = (followUp.files?.refused ?? []).map((one) => problemWords(one, t))
  return (
    <PublicPage
      locale={locale}
      title={t('files.title')}
      path={(other) => publicPaths.files(other, 'follow-up')}
      problem={problems.length > 0}
    >
      <div className="grid max-w-measure gap-8 pt-2">
        {problems.length === 0 ? null : (
          <ErrorSummary
            title={t('public.form.problem')}
            items={[{ target: 'files', message: problems.join(' ') }]}
            attempt={0}
          />
        )}
        <Heading lead={t('files.later.lead')}>{t('files.heading')}</Heading>
        <p>{t('files.asSent')}</p>
        <FileForm
          action={publicPaths.fileAct(locale, 'follow-up', 'add')}
          problems={problems}
          kept={t('files.later.kept')}
          add={t('files.later.send')}
          script={publicPaths.fileScript(locale, 'follow-up')}
          t={t}
        />
        {held.length === 0 ? null : (
          <FileList files={held} removeAction={publicPaths.fileAct(locale, 'follow-up', 'remove')} t={t} />
        )}
        <Sent files={sent} t={t} />
        <BackToStatus locale={locale} />
      </div>
    </PublicPage>
  )
}

function Sent({ files, t }: { readonly files: readonly FollowUpFile[]; readonly t: Translate }) {
  return (
    <section aria-labelledby="files-sent">
      <h2 id="files-sent" className="mb-2 text-lg">
        {t('files.later.sent')}
      </h2>
      {files.length === 0 ? <p className="text-ink-soft">{t('files.none')}</p> : null}
      <ul className="grid gap-4">
        {files.map((file) => (
          <li key={file.id} className="rounded-md border border-line p-4">
            <FileReceipt
              file={file}
              group={t(`files.group.${fileKind(file.kind)?.group ?? 'document'}`)}
              t={t}
            />
            {file.scan === 'found' ? <p className="mt-1">{t('files.found')}</p> : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
