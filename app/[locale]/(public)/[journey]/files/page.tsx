import { redirect } from 'next/navigation'
import { FileForm } from '@/components/journey/file-form'
import { FileList } from '@/components/journey/file-list'
import { problemWords } from '@/components/journey/file-words'
import { LinkButton } from '@/components/ui/button'
import { ErrorSummary } from '@/components/ui/error-summary'
import { Heading } from '@/components/ui/heading'
import { filesAt } from '@/lib/commands/evidence/file-place'
import { publicPaths } from '@/lib/config/paths'
import { translator } from '@/lib/i18n/translate'
import { isSendable, placeOf } from '../../_shell/journey-place'
import { pageDraft } from '../../_shell/page-draft'
import { PublicPage } from '../../_shell/public-page'
import type { JourneyParams } from '../../_shell/journey-place'

interface Props {
  readonly params: Promise<JourneyParams>
}

/** Files for a report or request that is not sent: nobody has to add any. */
export default async function FilesPage({ params }: Props) {
  const { locale, journey } = placeOf(await params)
  if (journey === undefined || !isSendable(journey.id)) redirect(publicPaths.missing(locale))
  const { id } = journey
  const draft = await pageDraft(locale)
  const files = filesAt(draft, id)
  if (files === null) redirect(publicPaths.start(locale))
  const t = translator(locale)
  const problems = files.refused.map((one) => problemWords(one, t))
  return (
    <PublicPage
      locale={locale}
      title={t('files.title')}
      path={(other) => publicPaths.files(other, id)}
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
        <Heading lead={t('files.lead')}>{t('files.heading')}</Heading>
        <p>{t('files.asSent')}</p>
        <FileForm
          action={publicPaths.fileAct(locale, id, 'add')}
          problems={problems}
          kept={t('files.kept')}
          add={t('files.add')}
          script={publicPaths.fileScript(locale, id)}
          t={t}
        />
        <FileList files={files.held} removeAction={publicPaths.fileAct(locale, id, 'remove')} t={t} />
        <p>
          <LinkButton href={publicPaths.check(locale, id)}>{t('files.goOn')}</LinkButton>
        </p>
      </div>
    </PublicPage>
  )
}
