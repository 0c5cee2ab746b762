import { AccountsTable } from '@/components/staff/accounts-table'
import { ChoiceChip } from '@/components/staff/choice-chip'
import { Pager } from '@/components/staff/pager'
import { Button } from '@/components/ui/button'
import { requireEntrance } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { readAccountFilters, writeAccountFilters } from '@/lib/domain/account-filters'
import type { AccountFilters } from '@/lib/domain/account-filters'
import { roles } from '@/lib/domain/words'
import type { Translate } from '@/lib/i18n/translate'
import { accountsPageSize, listAccounts } from '@/lib/queries/list-accounts'
import { deskClock, districtNames } from '../_desk/clock'
import { DoneNotice } from '../_desk/done-notice'
import { AdminFrame } from './_admin/admin-frame'
import { SealedListNotice } from './_admin/sealed-list-notice'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Who can sign in, as what, and how. */
export default async function AccountsPage({ searchParams }: Props) {
  const actor = await requireEntrance('accounts')
  const query = await searchParams
  const filters = readAccountFilters(query)
  const { rows, total } = await listAccounts(actor, filters)
  const clock = deskClock()
  const { t } = clock
  return (
    <AdminFrame actor={actor} tab="accounts" title={t('accounts.list.title')}>
      <div className="mb-1 flex flex-wrap items-baseline gap-x-4 gap-y-1">
        <h1 className="text-xl">{t('accounts.list.title')}</h1>
        <p className="text-ink-soft">{t('accounts.list.summary', { count: total })}</p>
      </div>
      <p className="mb-4 text-ink-soft">{t('accounts.list.lead')}</p>
      <DoneNotice query={query} t={t} />
      <SealedListNotice actor={actor} t={t} />
      <Filters filters={filters} t={t} />
      {rows.length === 0 ? (
        <p className="card text-ink-soft">{t('accounts.list.none')}</p>
      ) : (
        <AccountsTable accounts={rows} districts={districtNames()} clock={clock} />
      )}
      <Pager
        page={filters.page}
        pages={Math.ceil(total / accountsPageSize)}
        hrefOf={(page) => `${staffPaths.accounts}?${writeAccountFilters({ ...filters, page })}`}
        t={t}
      />
    </AdminFrame>
  )
}

function Filters({ filters, t }: { readonly filters: AccountFilters; readonly t: Translate }) {
  const chips = [
    {
      name: 'role',
      any: 'anyRole',
      value: filters.role,
      options: roles.map((value) => ({ value, label: t(`staff.role.${value}`) })),
    },
    {
      name: 'state',
      any: 'anyState',
      value: filters.state,
      options: ['active', 'closed'].map((value) => ({ value, label: t(`accounts.list.${value}`) })),
    },
  ] as const
  return (
    <form
      method="get"
      action={staffPaths.accounts}
      role="search"
      aria-label={t('accounts.list.filters')}
      className="mb-4 flex flex-wrap items-center gap-2"
    >
      <input
        type="search"
        name="find"
        defaultValue={filters.find}
        aria-label={t('accounts.list.find')}
        placeholder={t('accounts.list.find')}
        data-find
        className="chip min-w-44 max-md:grow"
      />
      {chips.map(({ name, any, value, options }) => (
        <ChoiceChip
          key={name}
          name={name}
          label={t(`accounts.list.${name}`)}
          any={t(`accounts.list.${any}`)}
          value={value ?? undefined}
          options={options}
        />
      ))}
      <Button look="quiet">{t('accounts.list.show')}</Button>
      {writeAccountFilters({ ...filters, page: 1 }) === '' ? null : (
        <a href={staffPaths.accounts} className="px-1 text-sm">
          {t('accounts.list.clear')}
        </a>
      )}
    </form>
  )
}
