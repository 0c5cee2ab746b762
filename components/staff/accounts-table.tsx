import { saidDay } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { DataTable } from '@/components/staff/data-table'
import { staffPaths } from '@/lib/config/paths'
import type { Translate } from '@/lib/i18n/translate'

interface Account {
  readonly id: string
  readonly name: string
  readonly email: string
  readonly role: string
  readonly active: boolean
  readonly districts: readonly string[]
  readonly ways: readonly string[]
  readonly lastSeenAt: Date | null
}

interface Props {
  readonly accounts: readonly Account[]
  /** District ids with their names. */
  readonly districts: ReadonlyMap<string, string>
  readonly clock: Clock
}

/** Accounts, one row each; the name leads to the account. */
export function AccountsTable({ accounts, districts, clock }: Props) {
  const { t } = clock
  const columns = ['name', 'roleColumn', 'ways', 'seen'].map((column) => t(`accounts.list.${column}`))
  const rows = accounts.map((account) => ({
    key: account.id,
    cells: [
      <Who key="name" account={account} t={t} />,
      <span key="role">
        {t(`staff.role.${account.role}`)}
        {account.districts.length === 0 ? null : (
          <span className="block text-sm text-ink-soft">
            {account.districts.map((id) => districts.get(id) ?? t('staff.district.gone')).join(', ')}
          </span>
        )}
      </span>,
      waysWords(account.ways, t),
      account.lastSeenAt === null ? (
        <span className="text-ink-soft">{t('accounts.list.never')}</span>
      ) : (
        saidDay(account.lastSeenAt, clock)
      ),
    ],
  }))
  return <DataTable caption={t('accounts.list.title')} columns={columns} rows={rows} />
}

function Who({ account, t }: { readonly account: Account; readonly t: Translate }) {
  return (
    <>
      <a href={staffPaths.account(account.id)} className="font-semibold wrap-anywhere">
        <bdi>{account.name}</bdi>
      </a>
      {account.active ? null : (
        <span className="ms-2 rounded-full border border-line-strong px-2 text-sm">
          {t('accounts.list.closedMark')}
        </span>
      )}
      <span className="block text-sm wrap-anywhere text-ink-soft">{account.email}</span>
    </>
  )
}

/** The ways somebody can sign in, in words. */
export function waysWords(ways: readonly string[], t: Translate): string {
  if (ways.length === 0) return t('accounts.list.noWay')
  return ways.map((way) => t(`accounts.list.way.${way}`)).join(', ')
}
