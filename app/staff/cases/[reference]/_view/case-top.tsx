import { DeskAlertsNotice } from '@/components/staff/desk-alerts-notice'
import { GlassStrip } from '@/components/staff/glass-notice'
import { deskAlerts, isInDanger } from '@/lib/domain/desk-alerts'
import { DoneNotice } from '../../../_desk/done-notice'
import { KeptNotice } from '../../../_desk/kept-notice'
import { shownTo } from '../../../_desk/shown-to'
import type { CasePageRead } from '../_act/read-page'
import { CaseHeader } from './case-header'
import { CasePattern } from './case-pattern'
import { GoesOn } from './case-ties'
import { LiveCasePart } from './live-case'

/** What comes first on a case: what changed since, what it is, what an act came to, and what cannot wait. */
export function CaseTop({ page }: { readonly page: CasePageRead }) {
  const { actor, headline, may, mark, read, asks, running, kept, glass, query, clock } = page
  const { reference, assignee: officer, told } = headline
  const { t } = clock
  return (
    <>
      <LiveCasePart
        {...{ actor, reference, mark, t }}
        opened={read.opened}
        isKept={kept !== null || query.problem !== undefined}
      />
      <CaseHeader headline={headline} clocks={running.clocks} mayOpen={may.has('open')} clock={clock} />
      <GoesOn page={page} />
      <CasePattern page={page} />
      {glass === null ? null : (
        <GlassStrip reference={reference} actorId={actor.id} until={glass} clock={clock} />
      )}
      <DoneNotice query={query} assigned={{ reference, officer }} t={t} />
      {asks ? null : <KeptNotice query={query} kept={kept} t={t} />}
      {may.has('open') ? (
        <DeskAlertsNotice
          alerts={deskAlerts(headline)}
          told={isInDanger(headline) ? null : told}
          telling={may.has('tell-control-room') ? { shown: shownTo(actor, headline) } : null}
          level={2}
          clock={clock}
        />
      ) : null}
    </>
  )
}
