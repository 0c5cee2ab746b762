import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { Button } from '@/components/ui/button'
import { ForceSignIn } from '@/components/staff/force-sign-in'
import { linkedSince } from '@/lib/auth/force-sign-in/identities'
import { env } from '@/lib/config/env'
import { staffPaths } from '@/lib/config/paths'
import type { Actor } from '@/lib/domain/policy'

/** The force's own sign-in, where there is one: whether it is connected, and the way to connect it. */
export async function ForceSection({ actor, clock }: { readonly actor: Actor; readonly clock: Clock }) {
  const { forceSignIn } = env()
  if (forceSignIn === null) return null
  const { t } = clock
  const { name } = forceSignIn
  const since = await linkedSince(actor.id)
  return (
    <section className="mb-6 grid gap-2 border-t border-line pt-3">
      <h2 className="text-lg first-letter:uppercase">{name}</h2>
      <p>
        {since === null
          ? t('signIn.force.notLinked', { name })
          : t('signIn.force.linked', { name, date: saidTime(since, clock) })}
      </p>
      <div className="max-w-[24rem]">
        {since === null ? null : (
          <form method="post" action={`${staffPaths.ownSignIn}/force/disconnect`} className="mb-3">
            <Button look="quiet">{t('signIn.force.unlink', { name })}</Button>
          </form>
        )}
        <ForceSignIn
          name={name}
          href={staffPaths.forceSignIn('link')}
          purpose={since === null ? 'link' : 'link-again'}
          t={t}
        />
      </div>
    </section>
  )
}
