import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { Button } from '@/components/ui/button'

interface ListedPasskey {
  readonly id: string
  readonly name: string
  readonly createdAt: Date
  readonly lastUsedAt: Date | null
}

interface Props {
  readonly passkeys: readonly ListedPasskey[]
  /** Where the forms go: `name` and `remove` below it. */
  readonly action: string
  /** Removing one more would leave no way in. */
  readonly isLast: boolean
  readonly clock: Clock
}

/** One's passkeys, each with its name to change and the way to remove it. */
export function PasskeyList({ passkeys, action, isLast, clock }: Props) {
  const { t } = clock
  if (passkeys.length === 0) return null
  return (
    <ul>
      {passkeys.map((passkey, index) => (
        <li key={passkey.id} className="grid gap-2 border-b border-line py-2">
          <div className="flex flex-wrap items-center justify-between gap-x-6 gap-y-1">
            <span className="min-w-0">
              <b className="wrap-anywhere">{passkey.name}</b>
              <span className="text-ink-soft">{`, ${whenOf(passkey, clock)}`}</span>
            </span>
            {isLast ? null : (
              <form method="post" action={`${action}/remove`}>
                <input type="hidden" name="passkey" value={passkey.id} />
                <Button look="quiet">
                  {t('signIn.own.passkeys.remove')}
                  <span className="sr-only"> {passkey.name}</span>
                </Button>
              </form>
            )}
          </div>
          <NameForm
            passkey={passkey}
            field={`passkey-name-${String(index)}`}
            action={`${action}/name`}
            t={t}
          />
          {isLast ? <p className="text-sm text-ink-soft">{t('signIn.own.passkeys.last')}</p> : null}
        </li>
      ))}
    </ul>
  )
}

function whenOf({ createdAt, lastUsedAt }: ListedPasskey, clock: Clock): string {
  const { t } = clock
  const made = t('signIn.own.passkeys.made', { at: saidTime(createdAt, clock) })
  const used =
    lastUsedAt === null
      ? t('signIn.own.passkeys.unused')
      : t('signIn.own.passkeys.used', { at: saidTime(lastUsedAt, clock) })
  return `${made}, ${used}`
}

interface NameProps {
  readonly passkey: ListedPasskey
  readonly field: string
  readonly action: string
  readonly t: Clock['t']
}

function NameForm({ passkey, field, action, t }: NameProps) {
  return (
    <details>
      <summary className="w-fit cursor-pointer py-1 text-sm text-brand underline underline-offset-3">
        {t('signIn.own.passkeys.rename')}
        <span className="sr-only"> {passkey.name}</span>
      </summary>
      <form method="post" action={action} className="mt-1 flex flex-wrap items-end gap-2">
        <input type="hidden" name="passkey" value={passkey.id} />
        <div className="min-w-0 flex-1">
          <label className="label" htmlFor={field}>
            {t('signIn.own.passkeys.name')}
          </label>
          <input
            id={field}
            name="name"
            className="input"
            defaultValue={passkey.name}
            maxLength={60}
            required
          />
        </div>
        <Button look="quiet">{t('signIn.own.passkeys.save')}</Button>
      </form>
    </details>
  )
}
