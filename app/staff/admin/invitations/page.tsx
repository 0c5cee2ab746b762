import { InvitationsTable } from '@/components/staff/invitations-table'
import { PostFields } from '@/components/staff/post-fields'
import { Button } from '@/components/ui/button'
import { CopyAndPrint } from '@/components/ui/copy-and-print'
import { requireEntrance } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import type { KeptAct } from '@/lib/drafts/kept-act'
import type { Translate } from '@/lib/i18n/translate'
import { listInvitations } from '@/lib/queries/list-invitations'
import { deskClock, districtNames } from '../../_desk/clock'
import { KeptNotice } from '../../_desk/kept-notice'
import { keptForm } from '../../_http/kept-form'
import { AdminFrame } from '../_admin/admin-frame'
import { AdminNotice } from '../_admin/admin-notice'
import { linkToShow } from '../_admin/invitation-link'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

const fields = [
  { name: 'name', type: 'text', autoComplete: 'off', maxLength: 100 },
  {
    name: 'email',
    type: 'email',
    autoComplete: 'off',
    maxLength: 254,
    'aria-describedby': 'invite-email-hint',
  },
] as const

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
  const name = invitations.find(({ id }) => id === made?.id)?.name ?? ''
  return (
    <AdminFrame actor={actor} tab="invitations">
      <h1 className="text-xl">{t('accounts.invite.title')}</h1>
      <p className="mt-1 mb-4 max-w-measure text-ink-soft">{t('accounts.invite.lead')}</p>
      {made === null && (query.done === 'invite' || query.done === 'reset') ? null : (
        <AdminNotice query={query} t={t} />
      )}
      <KeptNotice query={query} kept={kept} t={t} />
      {made === null ? null : <ShownLink link={made.link} name={name} t={t} />}
      <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_24rem]">
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
        <section className="card content-start self-start max-lg:row-start-1" aria-labelledby="new-title">
          <h2 id="new-title" className="mb-2 text-lg">
            {t('accounts.invite.new')}
          </h2>
          <InviteForm kept={kept} t={t} />
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

function InviteForm({ kept, t }: { readonly kept: KeptAct | null; readonly t: Translate }) {
  const typed = kept?.form === 'invite' ? kept.values : {}
  return (
    <form method="post" action={staffPaths.invite} className="grid gap-3">
      {fields.map(({ name, ...attributes }) => (
        <div key={name}>
          <label className="label" htmlFor={`invite-${name}`}>
            {t(`accounts.invite.${name}`)}
          </label>
          {name === 'email' ? (
            <p id="invite-email-hint" className="mb-1 text-sm text-ink-soft">
              {t('accounts.invite.emailHint')}
            </p>
          ) : null}
          <input
            id={`invite-${name}`}
            name={name}
            required
            defaultValue={typed[name]}
            className="input"
            {...attributes}
          />
        </div>
      ))}
      <PostFields
        id="invite"
        known={districtNames()}
        role={typed.role}
        districts={(typed.districts ?? '').split('\n')}
        t={t}
      />
      <div>
        <Button>{t('accounts.invite.submit')}</Button>
      </div>
    </form>
  )
}
