import { DataTable } from '@/components/staff/data-table'
import type { Translate } from '@/lib/i18n/translate'

interface Props {
  readonly attempts: readonly { readonly result: string; readonly count: number }[]
  readonly t: Translate
}

/** What came of the attempts to reach people lately. */
export function Attempts({ attempts, t }: Props) {
  if (attempts.length === 0) return <p>{t('insight.attempts.none')}</p>
  return (
    <DataTable
      caption={t('insight.attempts.caption')}
      columns={[t('insight.attempts.result'), t('insight.attempts.count')]}
      rows={attempts.map(({ result, count }) => ({
        key: result,
        cells: [t(`staff.contactResult.${result}`), String(count)],
      }))}
    />
  )
}
