import { requireEntrance } from '@/lib/auth/require-actor'
import type { CaseAction } from '@/lib/domain/role-grants'
import { rightsOf } from '@/lib/domain/role-rights'
import { roles } from '@/lib/domain/words'
import type { Role } from '@/lib/domain/words'
import { translator } from '@/lib/i18n/translate'
import type { Translate } from '@/lib/i18n/translate'
import { AdminFrame } from '../_admin/admin-frame'

/** What each role may do, in words made from the policy. */
export default async function RolesPage() {
  const actor = await requireEntrance('accounts')
  const t = translator('en')
  return (
    <AdminFrame actor={actor} tab="roles" title={t('accounts.roles.title')}>
      <h1 className="text-xl">{t('accounts.roles.title')}</h1>
      <p className="mt-1 mb-4 max-w-measure text-ink-soft">{t('accounts.roles.lead')}</p>
      <div className="grid gap-4 lg:grid-cols-2">
        {roles.map((role) => (
          <RoleCard key={role} role={role} t={t} />
        ))}
      </div>
    </AdminFrame>
  )
}

function RoleCard({ role, t }: { readonly role: Role; readonly t: Translate }) {
  const { areas, rights } = rightsOf(role)
  const name = t(`staff.role.${role}`)
  return (
    <section className="card" aria-labelledby={`role-${role}`}>
      <h2 id={`role-${role}`} className="text-lg">
        {name.charAt(0).toUpperCase() + name.slice(1)}
      </h2>
      <p className="mb-2 text-ink-soft">
        {t('accounts.roles.areas')}: {areas.map((area) => t(`accounts.roles.area.${area}`)).join(', ')}
      </p>
      {rights.length === 0 ? (
        <p>{t('accounts.roles.noCases')}</p>
      ) : (
        <ul className="grid gap-2">
          {rights.map(({ actions, afterProof, conditions }) => (
            <li key={conditions.join(' ')}>
              <p className="text-sm font-semibold text-ink-soft">
                {conditions.length === 0
                  ? t('accounts.roles.everyCase')
                  : t('accounts.roles.on', {
                      conditions: conditions
                        .map((condition) => t(`accounts.roles.condition.${condition}`))
                        .join(', '),
                    })}
              </p>
              <p>{actionWords(actions, t)}</p>
              {afterProof.length === 0 ? null : (
                <p>{t('accounts.roles.afterProof', { actions: actionWords(afterProof, t) })}</p>
              )}
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

function actionWords(actions: readonly CaseAction[], t: Translate): string {
  return actions.map((action) => t(`accounts.roles.action.${action}`)).join(', ')
}
