import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import type { LookQuery } from '@/lib/domain/look-query'
import { roles } from '@/lib/domain/words'
import type { Translate } from '@/lib/i18n/translate'

type Typed = LookQuery['typed']

interface FilterProps {
  readonly typed: Typed
  /** Of what says what is wrong with the reference, where something is. */
  readonly problemId: string | null
  readonly t: Translate
}

/** Asks whose looks at which case are wanted. Everything is in the address, so that a view can be kept. */
export function LookFilterForm({ typed, problemId, t }: FilterProps) {
  return (
    <form
      method="get"
      action={staffPaths.auditWho}
      role="search"
      className="mb-4 flex flex-wrap items-end gap-3"
    >
      <div>
        <label className="label" htmlFor="find">
          {t('staff.audit.find')}
        </label>
        <input
          id="find"
          name="find"
          defaultValue={typed.find}
          data-find
          aria-invalid={problemId === null ? undefined : true}
          aria-describedby={problemId ?? undefined}
          className="input w-44"
        />
      </div>
      <Day name="from" value={typed.from} t={t} />
      <Day name="until" value={typed.until} t={t} />
      <div>
        <label className="label" htmlFor="role">
          {t('oversight.who.role')}
        </label>
        <select id="role" name="role" defaultValue={typed.role} className="input">
          <option value="">{t('oversight.who.anyRole')}</option>
          {roles.map((role) => (
            <option key={role} value={role}>
              {t(`staff.role.${role}`)}
            </option>
          ))}
        </select>
      </div>
      <Button look="quiet">{t('staff.audit.show')}</Button>
    </form>
  )
}

function Day({
  name,
  value,
  t,
}: {
  readonly name: 'from' | 'until'
  readonly value: string
  readonly t: Translate
}) {
  return (
    <div>
      <label className="label" htmlFor={name}>
        {t(`oversight.who.${name}`)}
      </label>
      <input id={name} name={name} type="date" defaultValue={value} className="input w-40" />
    </div>
  )
}

/** Takes what is shown out as a file. */
export function LookExportForm({ typed, t }: { readonly typed: Typed; readonly t: Translate }) {
  return (
    <form method="post" action={staffPaths.auditWhoExport} className="no-print mt-5">
      {(['find', 'from', 'until', 'role'] as const).map((name) => (
        <input key={name} type="hidden" name={name} value={typed[name]} />
      ))}
      <p className="mb-2 max-w-measure text-sm text-ink-soft">{t('oversight.who.exportLead')}</p>
      <p className="flex flex-wrap gap-2">
        <Button look="quiet" name="format" value="csv">
          {t('oversight.who.csv')}
        </Button>
        <Button look="quiet" name="format" value="json">
          {t('oversight.who.json')}
        </Button>
      </p>
    </form>
  )
}
