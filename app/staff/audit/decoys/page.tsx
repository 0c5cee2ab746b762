import { redirect } from 'next/navigation'
import { DecoysForm, DecoysTable } from '@/components/staff/decoys'
import { requireEntrance } from '@/lib/auth/require-actor'
import { noteNoEntry } from '@/lib/commands/note-no-entry'
import { staffPaths } from '@/lib/config/paths'
import { decoysWanted, mayMakeDecoys } from '@/lib/domain/decoy'
import { readFilters } from '@/lib/domain/queue-filters'
import { listDecoys } from '@/lib/queries/list-decoys'
import { deskClock } from '../../_desk/clock'
import { KeptNotice } from '../../_desk/kept-notice'
import { keptForm } from '../../_http/kept-form'
import { AuditFrame } from '../_audit/audit-frame'
import { AuditNotice } from '../_audit/audit-notice'
import { NewerOlder } from '../_audit/newer-older'

interface Props {
  readonly searchParams: Promise<Record<string, string | string[] | undefined>>
}

/** The decoys there are, how many there ought to be, and the form that makes more. For auditors: for everybody else there is no such page. */
export default async function DecoysPage({ searchParams }: Props) {
  const actor = await requireEntrance('audit')
  if (!mayMakeDecoys(actor.role)) {
    await noteNoEntry(actor, 'audit')
    redirect(staffPaths.missing)
  }
  const query = await searchParams
  const { page } = readFilters(query, { districts: [], strands: [] })
  const [{ cases, decoys, total, more }, kept] = await Promise.all([
    listDecoys(actor, page),
    keptForm(actor, staffPaths.auditDecoys),
  ])
  const clock = deskClock()
  const { t } = clock
  const wanted = decoysWanted(cases)
  return (
    <AuditFrame actor={actor} tab="decoys" problem={query.problem !== undefined}>
      <h1 className="text-xl">{t('oversight.decoys.title')}</h1>
      <p className="mt-1 mb-4 max-w-measure text-ink-soft">{t('oversight.decoys.lead')}</p>
      <AuditNotice query={query} t={t} />
      <KeptNotice query={query} kept={kept} t={t} />
      <p className="mb-4 max-w-measure">{t('oversight.decoys.figure', { decoys: total, cases, wanted })}</p>
      <DecoysForm count={kept?.values.count ?? String(Math.min(20, Math.max(1, wanted - total)))} t={t} />
      {decoys.length === 0 ? (
        <p className="card mt-5 text-ink-soft">{t('oversight.decoys.none')}</p>
      ) : (
        <DecoysTable decoys={decoys} clock={clock} />
      )}
      <NewerOlder path={staffPaths.auditDecoys} narrowed={{}} {...{ page, more, t }} />
    </AuditFrame>
  )
}
