import { InvitationsTable } from '@/components/staff/invitations-table'
import { CopyAndPrint } from '@/components/ui/copy-and-print'
import { ErrorSummary } from '@/components/ui/error-summary'
import { requireEntrance } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import type { Translate } from '@/lib/i18n/translate'
import { listInvitations } from '@/lib/queries/list-invitations'
import { deskClock } from '../../_desk/clock'
import { KeptNotice } from '../../_desk/kept-notice'
import { keptForm } from '../../_http/kept-form'
import { AdminFrame } from '../_admin/admin-frame'
import { AdminNotice } from '../_admin/admin-notice'
import { linkToShow } from '../_admin/invitation-link'
import { InviteForm } from './_view/invite-form'
import { inviteProblems } from './_view/invite-problems'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Invitations: to make one, to take one back, and once, right after it is made, its link. */
export default async function InvitationsPage({ searchParams }: Props) {
  const actor = await requireEntrance('accounts')
  const made = await linkToShow(actor)
  const [invitations, kept, query] = await Promise.all([
    listInvitations(actor),
    made === null ? keptForm(actor, staffPaths.invitations) : null,
    searchParams,
  ])
  const clock = deskClock()
  const { t } = clock
  const problems = inviteProblems(query.problem, kept, t)
  const name = invitations.find(({ id }) => id === made?.id)?.name ?? ''
  return (
    <AdminFrame
      actor={actor}
      tab="invitations"
      title={t('accounts.invite.title')}
      problem={query.problem !== undefined}
    >
      <h1 className="text-xl">{t('accounts.invite.title')}</h1>
      <p className="mt-1 mb-4 max-w-measure text-ink-soft">{t('accounts.invite.lead')}</p>
      {problems.length === 0 ? null : (
        <ErrorSummary
          title={t('accounts.problem.title')}
          items={problems.map(({ field, message }) => ({ target: `invite-${field}`, message }))}
          attempt={0}
        />
      )}
      {problems.length > 0 ||
      (made === null && (query.done === 'invite' || query.done === 'reset')) ? null : (
        <AdminNotice query={query} t={t} />
      )}
      <KeptNotice query={query} kept={kept} t={t} />
      {made === null ? null : <ShownLink link={made.link} name={name} t={t} />}
      <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <section aria-labelledby="made-title" className="min-w-0">
          <h2 id="made-title" className="mb-2 text-lg">
            {t('accounts.invite.list')}
          </h2>
          {invitations.length === 0 ? (
            <p className="card text-ink-soft">{t('accounts.invite.none')}</p>
          ) : (
            <InvitationsTable invitations={invitations} clock={clock} />
          )}
        </section>
        <section className="card content-start self-start max-xl:row-start-1" aria-labelledby="new-title">
          <h2 id="new-title" className="mb-2 text-lg">
            {t('accounts.invite.new')}
          </h2>
          <InviteForm kept={kept} problems={problems} t={t} />
        </section>
      </div>
    </AdminFrame>
  )
}

function ShownLink({
  link,
  name,
  t,
}: {
  readonly link: string
  readonly name: string
  readonly t: Translate
}) {
  return (
    <section className="notice tone-warn mb-6" aria-labelledby="link-title">
      <h2 id="link-title" className="text-lg">
        {t('accounts.invite.linkTitle')}
      </h2>
      <p className="mt-1 mb-2 max-w-measure">{t('accounts.invite.linkLead', { name })}</p>
      <p className="mb-3 rounded-md border border-line-strong bg-paper px-3 py-2 font-mono text-sm break-all">
        {link}
      </p>
      <CopyAndPrint
        text={link}
        words={{
          copy: t('accounts.invite.copy'),
          copied: t('accounts.invite.copied'),
          print: t('accounts.invite.print'),
        }}
      />
    </section>
  )
}
