import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { Button } from '@/components/ui/button'

interface ListedSession {
  readonly handle: string
  readonly method: string
  readonly createdAt: Date
  readonly lastSeenAt: Date
}

interface Props {
  readonly sessions: readonly ListedSession[]
  /** Handle of the session this page is seen with, when it is one of them. */
  readonly current: string | null
  /** Where the forms go: one session by its handle, or all the others when there is none. */
  readonly action: string
  readonly clock: Clock
}

/** Where somebody is signed in: how and when each began and was last used, with the way to end it. */
export function SessionList({ sessions, current, action, clock }: Props) {
  const { t } = clock
  if (sessions.length === 0) return <p className="text-ink-soft">{t('accounts.session.none')}</p>
  const others = sessions.filter(({ handle }) => handle !== current)
  return (
    <>
      <ul>
        {sessions.map(({ handle, method, createdAt, lastSeenAt }) => (
          <li
            key={handle}
            className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1 border-b border-line py-2"
          >
            <span>
              {t('accounts.session.began', {
                method: t(`accounts.session.method.${method}`),
                at: saidTime(createdAt, clock),
              })}
              <span className="text-ink-soft">
                {', '}
                {handle === current
                  ? t('accounts.session.this')
                  : t('accounts.session.seen', { at: saidTime(lastSeenAt, clock) })}
              </span>
            </span>
            {handle === current ? null : (
              <form method="post" action={action}>
                <input type="hidden" name="session" value={handle} />
                <Button look="quiet">
                  {t('accounts.session.end')}
                  <span className="sr-only">
                    {' '}
                    {t('accounts.session.endOne', { at: saidTime(createdAt, clock) })}
                  </span>
                </Button>
              </form>
            )}
          </li>
        ))}
      </ul>
      {others.length > 1 || (current === null && others.length > 0) ? (
        <form method="post" action={action} className="mt-3">
          <Button look="quiet">
            {t(current === null ? 'accounts.session.endAll' : 'accounts.session.endOthers')}
          </Button>
        </form>
      ) : null}
    </>
  )
}
