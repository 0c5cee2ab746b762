import { FieldNotes } from '@/components/staff/field-notes'
import { requireEntrance } from '@/lib/auth/require-actor'
import { previewReferral } from '@/lib/commands/preview-referral'
import { staffPaths } from '@/lib/config/paths'
import type { Actor } from '@/lib/domain/policy'
import type { ReferralSource } from '@/lib/domain/referral'
import { translator } from '@/lib/i18n/translate'
import { referralSources } from '@/lib/queries/referral-sources'
import { DeskPage } from '../_desk/desk-page'
import { DoneNotice } from '../_desk/done-notice'
import { keptForm } from '../_http/kept-form'
import { keptReferral } from './_view/kept-referral'
import { PreviewCard } from './_view/preview-card'
import { ReferralDone } from './_view/referral-done'
import { UploadForm } from './_view/upload-form'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Takes in a referral that came as a file: what was understood is shown before anything is recorded. */
export default async function ReferralsPage({ searchParams }: Props) {
  const actor = await requireEntrance('referrals')
  const t = translator('en')
  const [query, sources] = [await searchParams, await referralSources(actor)]
  const kept = await keptForm(actor, staffPaths.referrals)
  const shown = await shownOf(actor, sources)
  const wrong = query.file === 'none' || query.file === 'not-referral' ? query.file : null
  const isProblem = query.problem !== undefined || wrong !== null
  return (
    <DeskPage actor={actor} here="referrals" title={t('referral.file.title')} problem={isProblem}>
      <div className="max-w-measure px-4 py-4 md:px-6">
        <h1 className="text-xl">{t('referral.file.title')}</h1>
        <p className="mt-1 mb-4 text-ink-soft">{t('referral.file.lead')}</p>
        <DoneNotice query={query} t={t} />
        <ReferralDone query={query} t={t} />
        {wrong === null ? null : (
          <div role="alert" className="notice tone-danger mb-4">
            <FieldNotes
              id="referral-file-problem"
              error={t(`referral.file.problem.${wrong}`)}
              prefix={t('signIn.errorPrefix')}
            />
            {typeof query.where === 'string' && /^[\w., ]{1,600}$/u.test(query.where) ? (
              <p>{t('referral.file.where', { fields: query.where.replaceAll(',', ', ') })}</p>
            ) : null}
          </div>
        )}
        {shown === null ? null : <PreviewCard {...shown} actorId={actor.id} t={t} />}
        {sources.length === 0 ? (
          <p className="card">{t('referral.file.noSenders')}</p>
        ) : (
          <UploadForm sources={sources} chosen={kept?.values.sender} actorId={actor.id} t={t} />
        )}
      </div>
    </DeskPage>
  )
}

/** What was read last, in words; null where nothing was, or its sender was stopped since. */
async function shownOf(actor: Actor, sources: readonly ReferralSource[]) {
  const read = await keptReferral(actor)
  const source = sources.find(({ id }) => id === read?.sender)
  if (read === null || source === undefined) return null
  const { document } = read
  return { source, document, preview: await previewReferral(actor, source, document) }
}
