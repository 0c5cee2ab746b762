import { AnswerOffer } from '@/components/staff/answer-offer'
import { AskedCard } from '@/components/staff/asked-card'
import { AssignForm } from '@/components/staff/assign-form'
import { callBackAtClosing } from '@/components/staff/call-back-words'
import { CaseActs } from '@/components/staff/case-acts'
import type { Kept } from '@/components/staff/case-acts'
import { CaseFactsCard } from '@/components/staff/case-facts'
import type { Clock } from '@/components/staff/clock'
import { RiskCard } from '@/components/staff/risk-card'
import { withdrawalOf } from '@/components/staff/withdrawal'
import { SuggestedOfficers } from '@/components/staff/suggested-officers'
import { actsOn, statusesToChoose } from '@/lib/domain/case'
import { describeCase, riskOf, stateOf } from '@/lib/domain/case-facts'
import type { Reach } from '@/lib/domain/clocks/promise-words'
import { needsReason } from '@/lib/domain/opening-reason'
import { mayHold } from '@/lib/domain/policy'
import type { Actor } from '@/lib/domain/policy'
import type { CaseAction } from '@/lib/domain/role-grants'
import type { CallBacks } from '@/lib/queries/call-backs-of'
import type { CaseHeadline } from '@/lib/queries/get-case-headline'
import type { OpenClosing } from '@/lib/queries/open-closing'
import type { OpenedReach } from '@/lib/queries/open-case'
import { listHolders } from '@/lib/queries/list-holders'
import { loadRota } from '@/lib/queries/load-rota'
import { offersOfCase } from '@/lib/queries/offers-of-case'
import { withWarnings } from '@/lib/queries/with-warnings'
import { districtNames } from '../../../_desk/clock'
import { shownTo } from '../../../_desk/shown-to'
import { suggestionFor } from '../../../_desk/suggestion-for'
import { CaseAttempt } from './case-attempt'
import { CaseLife } from './case-life'
import { CaseOut } from './case-out'
import { CaseClosing } from './case-closing'
import { approvalFor, riskAgain } from './case-decisions'
import { CaseCrime } from './case-crime'
import { CaseTension } from './case-tension'
import { endingsFor } from './endings-for'
import { passedOnWords } from './passed-on'
import { CaseStandingCards } from './case-standing'

interface Props {
  readonly actor: Actor
  readonly headline: CaseHeadline
  readonly may: ReadonlySet<CaseAction>
  readonly clock: Clock
  readonly kept: Kept | null
  /** How the person hears from us; null where that was not kept. */
  readonly reach: Reach | null
  /** The plan that holds; null where the case was not opened. */
  readonly held: OpenedReach | null
  /** They said that they are not sure yet whether they would like an officer; false where the case was not opened. */
  readonly unsure: boolean
  readonly callBacks: CallBacks
  /** They have to say first why they open it: until then only what needs no opening is theirs to do. */
  readonly asks: boolean
  /** That somebody asks for it to be closed. */
  readonly closing: OpenClosing | null
}

/** Beside the case: who should take it, why it has its risk, and what this person may do. */
export async function CaseAside(props: Props) {
  const { actor, headline, may, clock, kept, reach, held, asks, closing } = props
  const { t } = clock
  const state = stateOf(headline)
  const [rota, holders, asked] = await Promise.all([
    loadRota(actor),
    listHolders(actor, headline),
    offersOfCase(actor, headline.id),
  ])
  const isFree = state.assigneeId === null && state.status !== 'closed' && headline.goesOnInId === null
  const isAsked = may.has('decline-offer')
  const suggestion = suggestionFor(headline, may, rota, clock)
  // They have pages of their own.
  const here = actsOn(state).filter((act) => act !== 'change-plan' && act !== 'call-back')
  const acts = here.filter(
    (act) =>
      act !== 'tell-control-room' &&
      // It has its button with the clocks.
      act !== 'review' &&
      // It waits for whoever decides what was asked for.
      (act !== 'close' || closing === null) &&
      may.has(act) &&
      !(asks && needsReason(act)) &&
      // Whoever is asked takes it where they can say no as well.
      (act !== 'take' || (mayHold(actor, headline) && !isAsked)),
  )
  const [endings, approval, passedOn] = acts.includes('close')
    ? await Promise.all([
        endingsFor(actor, headline),
        approvalFor(actor, headline),
        passedOnWords(actor, headline.id, t),
      ])
    : [[], [], null]
  const shown = shownTo(actor, headline)
  const found = describeCase(headline)
  const callBack = callBackAtClosing(props.callBacks, clock)
  const leftOut = may.has('assign') ? headline.excludedDistricts : []
  return (
    <>
      {isFree ? (
        <AskedCard
          asked={asked}
          unsure={props.unsure}
          actorId={actor.id}
          mayAssign={may.has('assign')}
          clock={clock}
          answer={isAsked ? <AnswerOffer shown={shown} t={t} /> : null}
        />
      ) : null}
      <CaseClosing {...{ actor, closing, shown, kept, callBack, clock }} />
      {suggestion === null ? null : (
        <SuggestedOfficers
          suggestion={suggestion}
          t={t}
          assign={
            may.has('assign')
              ? (officer, first) => <AssignForm shown={shown} officer={officer} first={first} t={t} />
              : undefined
          }
        />
      )}
      {acts.length === 0 ? null : (
        <CaseActs
          shown={shown}
          status={state.status}
          statuses={statusesToChoose(state)}
          may={new Set(acts.map((act) => formOf[act]))}
          holders={withWarnings(headline, holders, rota).filter(({ id }) => id !== headline.assigneeId)}
          endings={endings}
          withdrawal={withdrawalOf(headline)}
          approval={approval}
          passedOn={passedOn}
          callBack={callBack}
          contact={<CaseAttempt {...{ shown, reach, held, kept, clock }} version={headline.planVersion} />}
          kept={kept}
          t={t}
        />
      )}
      {may.has('open') ? (
        <RiskCard
          risk={found.risk}
          suggested={riskOf({ ...headline, riskDecided: null })}
          decided={headline.riskDecided !== null}
          rules={headline.riskRules}
          again={riskAgain(headline, clock)}
          t={t}
        />
      ) : null}
      <CaseFactsCard
        receivedAt={headline.receivedAt}
        holder={headline.assignee}
        recordedBy={headline.recordedBy}
        disposition={headline.disposition}
        excludedDistricts={leftOut.map((id) => districtNames(headline.receivedAt).get(id) ?? id)}
        namesExclusion={may.has('assign') && headline.namesExclusion}
        clock={clock}
      />
      <CaseCrime {...{ headline, may, asks, shown, kept, t }} />
      <CaseTension {...{ headline, may, asks, shown, kept, clock }} />
      <CaseStandingCards {...{ actor, headline, may, kept, t }} />
      <CaseOut {...{ headline, may, t }} />
      <CaseLife {...{ actor, headline, may, kept, clock }} />
    </>
  )
}

const formOf = {
  take: 'take',
  assign: 'assign',
  transfer: 'transfer',
  'set-status': 'status',
  'add-note': 'note',
  'tell-control-room': 'control-room',
  'send-message': 'message',
  'record-contact': 'contact',
  'decide-risk': 'risk',
  close: 'close',
  review: 'review',
} as const
