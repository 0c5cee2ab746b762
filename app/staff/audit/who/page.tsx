import { LookExportForm, LookFilterForm } from '@/components/staff/look-filter-form'
import { LookersList } from '@/components/staff/lookers-list'
import { requireEntrance } from '@/lib/auth/require-actor'
import { currentForce } from '@/lib/config/current-force'
import { staffPaths } from '@/lib/config/paths'
import { readLookQuery } from '@/lib/domain/look-query'
import { whoSaw } from '@/lib/queries/who-saw'
import { deskClock } from '../../_desk/clock'
import { KeptNotice } from '../../_desk/kept-notice'
import { keptForm } from '../../_http/kept-form'
import { AuditFrame } from '../_audit/audit-frame'
import { AuditNotice } from '../_audit/audit-notice'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** Who has seen a case, person by person, and the way to take that out. */
export default async function WhoPage({ searchParams }: Props) {
  const actor = await requireEntrance('audit')
  const query = await searchParams
  const returns = query.kept !== undefined || query.problem !== undefined
  const kept = returns ? await keptForm(actor, staffPaths.auditWho) : null
  const field = (name: string) => {
    // What somebody asked for before they proved who they are is in the form again.
    const value = query[name] ?? kept?.values[name]
    return typeof value === 'string' ? value : ''
  }
  const { typed, reference, filter } = readLookQuery(field, currentForce())
  const lookers = reference === null ? [] : await whoSaw(actor, reference, filter)
  const isWrong = typed.find !== '' && reference === null
  const clock = deskClock()
  const { t } = clock
  return (
    <AuditFrame actor={actor} tab="who" problem={query.problem !== undefined || isWrong}>
      <h1 className="text-xl">{t('oversight.who.title')}</h1>
      <p className="mt-1 mb-4 max-w-measure text-ink-soft">{t('oversight.who.lead')}</p>
      <AuditNotice query={query} t={t} />
      <KeptNotice query={query} kept={kept} t={t} />
      <LookFilterForm typed={typed} problemId={isWrong ? 'find-error' : null} t={t} />
      {isWrong ? (
        <p id="find-error" role="alert" className="notice tone-warn max-w-measure">
          {t('oversight.who.noReference')}
        </p>
      ) : null}
      {reference === null ? null : (
        <section aria-labelledby="lookers-title">
          <h2 id="lookers-title" className="mb-3 text-lg">
            {t('oversight.who.of', { reference })}
          </h2>
          {lookers.length === 0 ? (
            <p className="card max-w-measure text-ink-soft">{t('oversight.who.nobody')}</p>
          ) : (
            <>
              <LookersList lookers={lookers} clock={clock} />
              <LookExportForm typed={typed} t={t} />
            </>
          )}
        </section>
      )}
    </AuditFrame>
  )
}
