import { waysWords } from '@/components/staff/accounts-table'
import { saidDay } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import type { AccountDetail } from '@/lib/queries/get-account'

interface Props {
  readonly account: AccountDetail
  readonly districts: ReadonlyMap<string, string>
  readonly clock: Clock
}

/** What an account is. */
export function AccountFactsCard({ account, districts, clock }: Props) {
  const { t } = clock
  const { lastSeenAt, openCases } = account
  const facts: readonly (readonly [string, string])[] = [
    ['email', account.email],
    ['role', t(`staff.role.${account.role}`)],
    ...(account.districts.length === 0
      ? []
      : [
          [
            'districts',
            account.districts.map((id) => districts.get(id) ?? t('staff.district.gone')).join(', '),
          ] as const,
        ]),
    ['holds', openCases === 0 ? t('accounts.one.holdsNone') : String(openCases)],
    ['ways', waysWords(account.ways, t)],
    ...(account.isPasswordClosed ? [['password', t('accounts.one.passwordClosed')] as const] : []),
    ['codes', String(account.recoveryCodes)],
    ['since', saidDay(account.createdAt, clock)],
    ['seen', lastSeenAt === null ? t('accounts.list.never') : saidDay(lastSeenAt, clock)],
  ]
  return (
    <section className="card" aria-labelledby="facts-title">
      <h2 id="facts-title" className="card-title">
        {t('accounts.one.facts')}
      </h2>
      <dl className="grid gap-2 sm:grid-cols-2 lg:grid-cols-1">
        {facts.map(([name, value]) => (
          <div key={name}>
            <dt className="text-sm text-ink-soft">{t(`accounts.one.${name}`)}</dt>
            <dd className="wrap-anywhere">{value}</dd>
          </div>
        ))}
      </dl>
    </section>
  )
}
