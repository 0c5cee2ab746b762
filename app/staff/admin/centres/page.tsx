import { Button } from '@/components/ui/button'
import { requireEntrance } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import { longestName } from '@/lib/domain/account'
import { listCentres } from '@/lib/queries/list-centres'
import { deskClock } from '../../_desk/clock'
import { KeptNotice } from '../../_desk/kept-notice'
import { keptForm } from '../../_http/kept-form'
import { AdminFrame } from '../_admin/admin-frame'
import { AdminNotice } from '../_admin/admin-notice'
import { CentreCard } from './_view/centre-card'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Third-party reporting centres, and who works for which. */
export default async function CentresPage({ searchParams }: Props) {
  const actor = await requireEntrance('accounts')
  const { centres, people } = await listCentres(actor)
  const [query, kept] = [await searchParams, await keptForm(actor, staffPaths.centres)]
  const clock = deskClock()
  const { t } = clock
  return (
    <AdminFrame
      actor={actor}
      tab="centres"
      title={t('sent.centres.title')}
      problem={query.problem !== undefined}
    >
      <h1 className="text-xl">{t('sent.centres.title')}</h1>
      <p className="mt-1 mb-4 max-w-measure text-ink-soft">{t('sent.centres.lead')}</p>
      <AdminNotice query={query} t={t} />
      <KeptNotice query={query} kept={kept} t={t} />
      <div className="grid gap-6 xl:grid-cols-[minmax(0,1fr)_24rem]">
        <section aria-labelledby="centres-title" className="grid min-w-0 content-start gap-4">
          <h2 id="centres-title" className="text-lg">
            {t('sent.centres.list')}
          </h2>
          {centres.length === 0 ? (
            <p className="card text-ink-soft">{t('sent.centres.none')}</p>
          ) : (
            centres.map((centre) => (
              <CentreCard key={centre.id} centre={centre} people={people} clock={clock} />
            ))
          )}
        </section>
        <section className="card content-start self-start max-xl:row-start-1" aria-labelledby="new-centre">
          <h2 id="new-centre" className="mb-2 text-lg">
            {t('sent.centres.new')}
          </h2>
          <form method="post" action={staffPaths.centresChange} className="grid gap-3">
            <input type="hidden" name="act" value="add" />
            <div>
              <label className="label" htmlFor="centre-name">
                {t('sent.centres.name')}
              </label>
              <input
                id="centre-name"
                name="name"
                autoComplete="off"
                maxLength={longestName}
                required
                defaultValue={kept?.values.name}
                className="input"
              />
            </div>
            <div>
              <Button>{t('sent.centres.add')}</Button>
            </div>
          </form>
        </section>
      </div>
    </AdminFrame>
  )
}
