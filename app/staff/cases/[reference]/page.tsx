import { redirect } from 'next/navigation'
import { DeskAlertsNotice } from '@/components/staff/desk-alerts-notice'
import { OpeningQuestion } from '@/components/staff/opening-question'
import { GlassStrip } from '@/components/staff/glass-notice'
import { UnsavedGuard } from '@/components/staff/unsaved-guard'
import { now } from '@/lib/adapters/clock'
import { requireSession } from '@/lib/auth/require-actor'
import { noteSeen } from '@/lib/commands/note-seen'
import { riskOf } from '@/lib/domain/case-facts'
import { deskAlerts, isInDanger } from '@/lib/domain/desk-alerts'
import { DomainError } from '@/lib/domain/errors'
import { mayEnter } from '@/lib/domain/desk-areas'
import type { Actor } from '@/lib/domain/policy'
import { staffPaths } from '@/lib/config/paths'
import { ownGlass } from '@/lib/queries/glass-notices'
import { getCaseHeadline } from '@/lib/queries/get-case-headline'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'
import { listCaseHistory } from '@/lib/queries/list-case-history'
import { markOf } from '@/lib/queries/live/own-live'
import { caseClocks } from '@/lib/queries/list-clocks'
import { deskClockFor } from '../../_desk/clock'
import { DeskPage } from '../../_desk/desk-page'
import { DoneNotice } from '../../_desk/done-notice'
import { KeptNotice } from '../../_desk/kept-notice'
import { shownTo } from '../../_desk/shown-to'
import { keptForm } from '../../_http/kept-form'
import { readCase } from './_act/read-case'
import { waitingForm } from './_act/waiting-form'
import { AddressBar } from './_view/address-bar'
import { CaseAgreement } from './_view/case-agreement'
import { CaseAside } from './_view/case-aside'
import { CaseClockCards } from './_view/case-clocks'
import { CaseContact } from './_view/case-contact'
import { CaseHeader } from './_view/case-header'
import { CaseHistory } from './_view/case-history'
import { CaseIdentity } from './_view/case-identity'
import { CaseLetters } from './_view/case-letters'
import { CaseMessages } from './_view/case-messages'
import { CaseReading } from './_view/case-reading'
import { LiveCasePart } from './_view/live-case'
import { CaseSnooze } from './_view/case-snooze'
import { NotOpened } from './_view/not-opened'

type Query = Record<string, string | string[] | undefined>

interface Props {
  readonly params: Promise<{ readonly reference: string }>
  readonly searchParams: Promise<Query>
}

/**
 * One case. Where the policy lets this person open it, looking at the page opens it, once they have said why if they do not hold it:
 * each look is a row in the audit, committed before anything is opened.
 */
export default async function CasePage({ params, searchParams }: Props) {
  const session = await requireSession()
  const { actor } = session
  const { reference } = await params
  // Before anything is read: what changes from here on is newer than the page.
  const mark = await markOf(actor, reference)
  const { headline, may } = await findOrNotFound(actor, reference)
  const loadedAt = now()
  const { opened, held, reason, asked, unlogged } = await readCase(session, headline, may)
  const [running, history, kept, query, glass] = await Promise.all([
    caseClocks(actor, { id: headline.id, risk: riskOf(headline) }),
    listCaseHistory(actor, headline.reference),
    keptForm(actor, staffPaths.case(headline.reference)),
    searchParams,
    ownGlass(actor, headline.id),
    markSeen(actor, headline, asked, loadedAt),
  ])
  const clock = await deskClockFor(actor, headline.recordTypeId)
  const asks = asked.length > 0
  const aside = { actor, headline, may, clock, kept, reach: running.reach, held, asks }
  return (
    <DeskPage
      actor={actor}
      here={null}
      title={clock.t('staff.case.pageTitle')}
      problem={query.problem !== undefined}
    >
      <UnsavedGuard />
      <div className="mx-auto max-w-[76rem] px-4 py-4 md:px-6">
        <LiveCasePart
          {...{ actor, opened, mark, t: clock.t }}
          reference={headline.reference}
          isKept={isKeptOrWrong(query, kept)}
        />
        <CaseHeader headline={headline} clocks={running.clocks} mayOpen={may.has('open')} clock={clock} />
        {glass === null ? null : (
          <GlassStrip reference={headline.reference} actorId={actor.id} until={glass} clock={clock} />
        )}
        <DoneNotice query={query} assigned={assignedOn(headline)} t={clock.t} />
        {asks ? null : <KeptNotice query={query} kept={kept} t={clock.t} />}
        {may.has('open') ? (
          <DeskAlertsNotice
            alerts={deskAlerts(headline)}
            told={isInDanger(headline) ? null : headline.told}
            telling={may.has('tell-control-room') ? { shown: shownTo(actor, headline) } : null}
            level={2}
            clock={clock}
          />
        ) : null}
        <div className="grid gap-6 lg:grid-cols-[minmax(0,1fr)_22rem] lg:grid-rows-[auto_1fr]">
          <div className="grid content-start gap-6">
            {asks ? (
              <OpeningQuestion
                shown={shownTo(actor, headline)}
                reasons={asked}
                after={waitingForm(query)}
                t={clock.t}
              />
            ) : opened === null ? (
              <NotOpened
                reference={headline.reference}
                mayOpen={may.has('open')}
                erased={headline.erasedAt !== null}
                unlogged={unlogged === true}
                mayBreak={mayEnter(actor.role, 'glass')}
                t={clock.t}
              />
            ) : (
              <>
                <CaseContact {...{ actor, headline, may, opened, kept, clock }} />
                <AddressBar reference={headline.reference} address={opened.address} t={clock.t} />
                <CaseIdentity {...{ session, headline, opened, kept }} t={clock.t} />
                <CaseAgreement {...{ actor, headline, may, clock, kept }} agreements={opened.agreements} />
                <CaseMessages {...{ actor, headline, may, clock, kept }} messages={opened.messages} />
                <CaseLetters {...{ actor, headline, may, opened, kept, clock }} problem={query.problem} />
              </>
            )}
          </div>
          <div className="grid content-start gap-4 lg:col-start-2 lg:row-span-2 lg:row-start-1">
            <CaseClockCards {...{ actor, headline, may, asks, running, clock }} />
            <CaseAside {...aside} />
            <CaseSnooze {...{ actor, headline, clock }} />
          </div>
          {headline.erasedAt !== null && may.has('open') ? (
            <div className="min-w-0 lg:col-start-1">
              <CaseHistory history={history} notes={new Map()} clock={clock} />
            </div>
          ) : null}
          {opened === null || reason === null ? null : (
            <div className="grid min-w-0 content-start gap-6 lg:col-start-1">
              <CaseReading headline={headline} opened={opened} reason={reason} clock={clock} />
              <CaseHistory history={history} notes={opened.notes} clock={clock} />
            </div>
          )}
        </div>
      </div>
    </DeskPage>
  )
}

/** A form is filled in as it was, or something is to be put right: the page stays as it is then. */
function isKeptOrWrong({ problem }: Query, kept: unknown): boolean {
  return kept !== null || problem !== undefined
}

function assignedOn({ reference, assignee }: CaseHeadline) {
  return { reference, officer: assignee }
}

/** What somebody is asked first why they open, they have not seen. */
async function markSeen(
  actor: Actor,
  { id }: CaseHeadline,
  asked: readonly unknown[],
  at: Date,
): Promise<void> {
  if (asked.length === 0) await noteSeen(actor, id, at)
}

async function findOrNotFound(actor: Actor, reference: string) {
  try {
    return await getCaseHeadline(actor, reference)
  } catch (error) {
    if (error instanceof DomainError) redirect(staffPaths.missing)
    throw error
  }
}
