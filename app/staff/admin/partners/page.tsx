import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { Button } from '@/components/ui/button'
import { requireEntrance } from '@/lib/auth/require-actor'
import { staffPaths } from '@/lib/config/paths'
import type { ExchangeIdentity } from '@/lib/domain/ways-out/exchange'
import { fingerprintOf } from '@/lib/domain/ways-out/fingerprint'
import type { Translate } from '@/lib/i18n/translate'
import { ownExchange } from '@/lib/queries/own-exchange'
import { listPartners } from '@/lib/queries/partner-forces'
import type { Partner } from '@/lib/queries/partner-forces'
import { deskClock, forceNames } from '../../_desk/clock'
import { DoneNotice } from '../../_desk/done-notice'
import { KeptNotice } from '../../_desk/kept-notice'
import { keptForm } from '../../_http/kept-form'
import { AdminFrame } from '../_admin/admin-frame'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

const act = `${staffPaths.partners}/act`

/** Forces that cases go to and come from, what this desk gives them, and what they give. */
export default async function PartnersPage({ searchParams }: Props) {
  const actor = await requireEntrance('accounts')
  const [partners, kept, query] = await Promise.all([
    listPartners(actor),
    keptForm(actor, staffPaths.partners),
    searchParams,
  ])
  const clock = deskClock()
  const { t } = clock
  const title = t('waysOut.partners.title')
  return (
    <AdminFrame actor={actor} tab="partners" title={title} problem={query.problem !== undefined}>
      <h1 className="text-xl">{title}</h1>
      <p className="mt-1 mb-4 max-w-measure text-ink-soft">{t('waysOut.partners.lead')}</p>
      <DoneNotice query={query} own="waysOut" t={t} />
      <KeptNotice query={query} kept={kept} t={t} />
      <div className="grid gap-6 lg:grid-cols-2">
        <Own identity={ownExchange()} t={t} />
        <form method="post" action={act} className="card grid content-start gap-3">
          <input type="hidden" name="shown-to" value={actor.id} />
          <div>
            <label className="label" htmlFor="identity">
              {t('waysOut.partners.identity')}
            </label>
            <p id="identity-hint" className="mb-1 text-sm text-ink-soft">
              {t('waysOut.partners.identityHint')}
            </p>
            <textarea
              id="identity"
              name="identity"
              rows={10}
              required
              defaultValue={kept?.values.identity}
              autoComplete="off"
              spellCheck={false}
              aria-describedby="identity-hint"
              className="input font-mono text-sm"
            />
          </div>
          <div>
            <Button>{t('waysOut.partners.save')}</Button>
          </div>
        </form>
      </div>
      <Known partners={partners} actorId={actor.id} clock={clock} />
    </AdminFrame>
  )
}

function Own({ identity, t }: { readonly identity: ExchangeIdentity | null; readonly t: Translate }) {
  return (
    <section className="card content-start" aria-labelledby="own-title">
      <h2 id="own-title" className="card-title">
        {t('waysOut.partners.own')}
      </h2>
      {identity === null ? (
        <p>{t('waysOut.partners.ownNone')}</p>
      ) : (
        <>
          <pre className="rounded-md bg-paper-2 p-3 text-sm break-all whitespace-pre-wrap">
            {JSON.stringify(identity, null, 2)}
          </pre>
          <p className="mt-2">
            {t('waysOut.partners.fingerprint', { fingerprint: fingerprintOf(identity) })}
          </p>
        </>
      )}
    </section>
  )
}

interface KnownProps {
  readonly partners: readonly Partner[]
  readonly actorId: string
  readonly clock: Clock
}

function Known({ partners, actorId, clock }: KnownProps) {
  const { t } = clock
  const names = forceNames()
  return (
    <section aria-labelledby="known-title" className="mt-6">
      <h2 id="known-title" className="mb-2 text-lg">
        {t('waysOut.partners.list')}
      </h2>
      {partners.length === 0 ? <p className="card text-ink-soft">{t('waysOut.partners.none')}</p> : null}
      <ul className="grid gap-3">
        {partners.map((one) => (
          <li key={one.partner} className="card flex flex-wrap items-start justify-between gap-3">
            <div className="min-w-0">
              <p className="font-semibold">{names.get(one.partner) ?? one.partner}</p>
              <p className="break-all">{t('waysOut.partners.address', { address: one.address })}</p>
              <p>{t('waysOut.partners.fingerprint', { fingerprint: fingerprintOf(one) })}</p>
              <p className="text-sm text-ink-soft">
                {t(`waysOut.partners.${one.active ? 'since' : 'ended'}`, { at: saidTime(one.madeAt, clock) })}
              </p>
            </div>
            {one.active ? (
              <form method="post" action={act}>
                <input type="hidden" name="shown-to" value={actorId} />
                <Button
                  look="quiet"
                  name="end"
                  value={one.partner}
                  aria-label={t('waysOut.partners.endOf', { force: names.get(one.partner) ?? one.partner })}
                >
                  {t('waysOut.partners.end')}
                </Button>
              </form>
            ) : null}
          </li>
        ))}
      </ul>
    </section>
  )
}
