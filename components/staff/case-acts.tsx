import type { ReactNode } from 'react'
import { ActForm } from '@/components/staff/act-form'
import type { ActName, ShownCase } from '@/components/staff/act-form'
import { HolderSelect, ReasonField, RiskAgain, RiskChoice } from '@/components/staff/act-fields'
import type { Holder } from '@/components/staff/act-fields'
import { NoteFields } from '@/components/staff/note-fields'
import { CloseForm } from '@/components/staff/close-form'
import type { Approval } from '@/components/staff/close-form'
import type { Ending } from '@/components/staff/close-fields'
import type { Withdrawal } from '@/components/staff/withdrawal'
import { Button } from '@/components/ui/button'
import { passedOnEnding } from '@/lib/domain/ways-out/exchange'
import type { CaseStatus } from '@/lib/domain/words'
import type { Translate } from '@/lib/i18n/translate'

/** What somebody wrote in a form that was refused. */
export interface Kept {
  readonly form: string
  readonly values: Readonly<Record<string, string>>
}

interface Props {
  readonly shown: ShownCase
  readonly status: CaseStatus
  readonly statuses: readonly CaseStatus[]
  readonly may: ReadonlySet<ActName>
  readonly holders: readonly Holder[]
  readonly endings: readonly Ending[]
  readonly withdrawal: Withdrawal | null
  /** What of it is closed with somebody's approval, for this person. */
  readonly approval: Approval
  /** That another force has it by now, in words; null where none has. */
  readonly passedOn: string | null
  /** That somebody waits to be rung back, which closing ends. */
  readonly callBack: string | null
  /** The form that records an attempt to reach the person. */
  readonly contact: ReactNode
  readonly kept: Kept | null
  readonly t: Translate
}

/** Everything this person may do to the case, each a plain form; the rarer ones are folded. */
export function CaseActs(props: Props) {
  const { may, t, kept, shown } = props
  const typed = (form: ActName, name: string) => (kept?.form === form ? kept.values[name] : undefined)
  const form = (act: ActName, title: string, submit: string, fields: ReactNode) =>
    may.has(act) ? (
      <Folded key={act} title={title} open={kept?.form === act}>
        <ActForm shown={shown} act={act} className="grid gap-3">
          {fields}
          <div>
            <Button look="quiet">{submit}</Button>
          </div>
        </ActForm>
      </Folded>
    ) : null
  return (
    <section className="card grid gap-2.5">
      <h3 className="card-title mb-0">{t('staff.case.next')}</h3>
      <QuickActs {...props} />
      {may.has('contact') ? props.contact : null}
      {props.status === 'closed' && props.statuses[0] !== undefined
        ? form('status', t('casework.reopen.title'), t('casework.reopen.submit'), [
            <input key="to" type="hidden" name="status" value={props.statuses[0]} />,
            <ReasonField
              key="why"
              id="reopen-reason"
              name="reason"
              label={t('casework.reopen.reason')}
              value={typed('status', 'reason')}
            />,
          ])
        : null}
      {form(
        'note',
        t('staff.act.note'),
        t('staff.act.noteSubmit'),
        <NoteFields typed={(name) => typed('note', name)} t={t} />,
      )}
      {form('risk', t('staff.act.risk'), t('staff.act.riskSubmit'), [
        <RiskChoice key="risk" value={typed('risk', 'risk')} t={t} />,
        <ReasonField
          key="why"
          id="risk-reason"
          name="reason"
          label={t('staff.act.riskReason')}
          value={typed('risk', 'reason')}
        />,
        <RiskAgain key="again" value={typed('risk', 'again')} t={t} />,
      ])}
      {form(
        'assign',
        t('staff.act.assignOther'),
        t('staff.act.assign'),
        <HolderSelect
          id="assign-to"
          holders={props.holders}
          label={t('staff.act.transferTo')}
          value={typed('assign', 'to')}
          t={t}
        />,
      )}
      {form('transfer', t('staff.act.transfer'), t('staff.act.transfer'), [
        <HolderSelect
          key="to"
          id="transfer-to"
          holders={props.holders}
          label={t('staff.act.transferTo')}
          value={typed('transfer', 'to')}
          t={t}
        />,
        <ReasonField
          key="why"
          id="transfer-reason"
          name="reason"
          label={t('staff.act.transferReason')}
          value={typed('transfer', 'reason')}
        />,
      ])}
      {may.has('close') ? (
        <Folded
          title={t('staff.act.close')}
          open={kept?.form === 'close' || isAsking(kept) || props.passedOn !== null}
        >
          <CloseForm
            {...{ shown, t }}
            callBack={props.callBack}
            endings={props.endings}
            withdrawal={props.withdrawal}
            approval={props.approval}
            passedOn={props.passedOn}
            typed={(name) =>
              typed('close', name) ?? (isAsking(kept) ? kept?.values[name] : passedOnChoice(props, name))
            }
          />
        </Folded>
      ) : null}
    </section>
  )
}

/** The form of closing was sent to ask for approval. */
function isAsking(kept: Kept | null): boolean {
  return kept?.form === 'closing' && kept.values.act === 'closing-asked'
}

/** Where another force has it, the ending that says so is chosen beforehand, as long as there is one. */
function passedOnChoice({ passedOn, endings }: Props, name: string): string | undefined {
  if (passedOn === null || name !== 'disposition') return undefined
  return endings.find(({ disposition }) => disposition === passedOnEnding)?.disposition
}

function QuickActs({ shown, status, statuses, may, t }: Props) {
  // A closed case is opened again with a reason, below.
  const moves = may.has('status') && status !== 'closed' ? statuses : []
  if (moves.length === 0 && !may.has('take')) return null
  return (
    <div className="flex flex-wrap gap-2">
      {may.has('take') ? (
        <ActForm shown={shown} act="take">
          <Button>{t('staff.act.take')}</Button>
        </ActForm>
      ) : null}
      {moves.map((to, index) => (
        <ActForm key={to} shown={shown} act="status">
          <input type="hidden" name="status" value={to} />
          <Button look={index === 0 ? 'main' : 'quiet'}>{t(`staff.act.setTo.${to}`)}</Button>
        </ActForm>
      ))}
    </div>
  )
}

interface FoldedProps {
  readonly title: string
  readonly open: boolean
  readonly children: ReactNode
}

function Folded({ title, open, children }: FoldedProps) {
  return (
    <details open={open} className="border-t border-line pt-2.5">
      <summary className="cursor-pointer font-semibold text-brand">{title}</summary>
      <div className="mt-2.5">{children}</div>
    </details>
  )
}
