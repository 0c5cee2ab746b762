import { requireEntrance } from '@/lib/auth/require-actor'
import { RotaTable } from '@/components/staff/rota-table'
import { loadRota } from '@/lib/queries/load-rota'
import { deskClock, districtNames } from '../_desk/clock'
import { DeskPage } from '../_desk/desk-page'

/** Who can take cases, from when, and how much they hold: what suggestions are made from. */
export default async function OfficersPage() {
  const actor = await requireEntrance('officers')
  const clock = deskClock()
  const { t } = clock
  return (
    <DeskPage actor={actor} here="officers" title={t('staff.officers.title')}>
      <div className="px-4 py-4 md:px-6">
        <h1 className="text-xl">{t('staff.officers.title')}</h1>
        <p className="mt-1 mb-4 text-ink-soft">{t('staff.officers.lead')}</p>
        <RotaTable officers={await loadRota(actor)} districts={districtNames()} clock={clock} />
      </div>
    </DeskPage>
  )
}
