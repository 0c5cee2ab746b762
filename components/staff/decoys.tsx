import { Button } from '@/components/ui/button'
import { saidDay, saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { DataTable } from '@/components/staff/data-table'
import { staffPaths } from '@/lib/config/paths'
import { mostDecoysAtOnce } from '@/lib/domain/decoy'
import type { Translate } from '@/lib/i18n/translate'

interface Decoy {
  readonly reference: string
  readonly madeAt: Date
  readonly openings: number
  readonly lastAt: Date | null
}

/** Decoys, one row each; the reference leads to who has seen it. */
export function DecoysTable({ decoys, clock }: { readonly decoys: readonly Decoy[]; readonly clock: Clock }) {
  const { t } = clock
  const columns = ['reference', 'made', 'openings'].map((column) => t(`oversight.decoys.${column}`))
  const rows = decoys.map(({ reference, madeAt, openings, lastAt }) => ({
    key: reference,
    cells: [
      <a
        key="reference"
        href={`${staffPaths.auditWho}?${new URLSearchParams({ find: reference }).toString()}`}
      >
        {reference}
      </a>,
      saidDay(madeAt, clock),
      lastAt === null ? (
        <span className="text-ink-soft">{t('oversight.decoys.never')}</span>
      ) : (
        t('oversight.decoys.opened', { count: openings, at: saidTime(lastAt, clock) })
      ),
    ],
  }))
  return (
    <div className="mt-5 max-w-[60rem]">
      <DataTable caption={t('oversight.decoys.title')} columns={columns} rows={rows} />
    </div>
  )
}

/** Makes so many more. */
export function DecoysForm({ count, t }: { readonly count: string; readonly t: Translate }) {
  return (
    <form method="post" action={staffPaths.auditDecoysMake} className="flex flex-wrap items-end gap-2">
      <div>
        <label className="label" htmlFor="count">
          {t('oversight.decoys.count')}
        </label>
        <input
          id="count"
          name="count"
          type="number"
          inputMode="numeric"
          min={1}
          max={mostDecoysAtOnce}
          required
          defaultValue={count}
          className="input w-24"
        />
      </div>
      <Button>{t('oversight.decoys.make')}</Button>
    </form>
  )
}
