import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { DataTable } from '@/components/staff/data-table'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'

interface Invitation {
  readonly id: string
  readonly email: string
  readonly name: string
  readonly role: string
  readonly invitedBy: string | null
  readonly expiresAt: Date
  readonly state: 'open' | 'used' | 'withdrawn' | 'expired'
}

interface Props {
  readonly invitations: readonly Invitation[]
  readonly clock: Clock
}

/** Invitations, one row each; an open one can be taken back. */
export function InvitationsTable({ invitations, clock }: Props) {
  const { t } = clock
  const columns = ['who', 'as', 'by', 'state'].map((column) => t(`accounts.invite.${column}`))
  const rows = invitations.map((invitation) => ({
    key: invitation.id,
    cells: [
      <span key="who" className="block md:min-w-60">
        <b className="wrap-anywhere">
          <bdi>{invitation.name}</bdi>
        </b>
        <span className="block text-sm wrap-anywhere text-ink-soft">{invitation.email}</span>
      </span>,
      t(`staff.role.${invitation.role}`),
      <span key="by" className="wrap-anywhere md:block md:min-w-28">
        {invitation.invitedBy ?? t('accounts.invite.commandLine')}
      </span>,
      <State key="state" invitation={invitation} clock={clock} />,
    ],
  }))
  return <DataTable caption={t('accounts.invite.list')} columns={columns} rows={rows} />
}

function State({ invitation, clock }: { readonly invitation: Invitation; readonly clock: Clock }) {
  const { t } = clock
  const { id, name, state, expiresAt } = invitation
  const words = t(`accounts.invite.states.${state}`, { at: saidTime(expiresAt, clock) })
  if (state !== 'open') return <span className="text-ink-soft">{words}</span>
  return (
    <form
      method="post"
      action={staffPaths.withdrawInvitation(id)}
      className="inline-flex flex-wrap items-center gap-x-4 gap-y-1"
    >
      <span>{words}</span>
      <Button look="quiet">
        {t('accounts.invite.withdraw')}
        <span className="sr-only"> {t('accounts.invite.withdrawOf', { name })}</span>
      </Button>
    </form>
  )
}
