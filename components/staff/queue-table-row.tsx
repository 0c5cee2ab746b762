import { staffPaths } from '@/lib/config/paths'
import { aboutWords, riskRuleWords, sourceWords } from '@/components/staff/case-words'
import type { DistrictNames } from '@/components/staff/case-words'
import type { Clock } from '@/components/staff/clock'
import { CallBackMark } from '@/components/staff/call-back-mark'
import { NextDue } from '@/components/staff/next-due'
import type { QueueItem } from '@/components/staff/queue-item'
import { RowTick } from '@/components/staff/queue/row-tick'
import { RiskMark } from '@/components/staff/risk-mark'
import { WithName } from '@/components/staff/with-name'
import { isControlRoomDue } from '@/lib/domain/desk-alerts'
import { shownRules } from '@/lib/domain/shown-rules'
import type { Translate } from '@/lib/i18n/translate'

/** What every row needs beside its case. */
export interface RowSetting {
  readonly clock: Clock
  readonly districts: DistrictNames
  /** The account that is looking. */
  readonly actorId: string
  /** Address of the queue with this case in view. */
  readonly previewOf: (reference: string) => string
  /** What was ticked before the form of several cases was refused; left out where there is no such form. */
  readonly ticked?: ReadonlySet<string>
}

interface Props extends RowSetting {
  readonly item: QueueItem
  readonly selected: boolean
}

const row =
  'group relative hover:bg-paper-2 max-md:grid max-md:grid-cols-[1fr_auto] max-md:gap-x-4 max-md:gap-y-2 max-md:rounded-lg max-md:border max-md:border-line max-md:p-3.5 xl:aria-[current]:bg-brand-wash has-[a:focus-visible]:bg-brand-wash'
const cell = 'px-2.5 py-2.5 align-top md:border-b md:border-line max-md:p-0'
const small = 'block text-sm text-ink-soft'

/** One case of the queue. The reference opens it; anywhere else shows it beside the table, on a screen with room for that. */
export function QueueTableRow({ item, selected, clock, districts, actorId, previewOf, ticked }: Props) {
  const { t } = clock
  const [rule] = rulesOf(item)
  return (
    <tr className={row} aria-current={selected ? 'true' : undefined} data-row={item.reference}>
      <td className={`${cell} max-md:col-start-1 max-md:row-start-1 md:w-[11rem]`}>
        <RiskMark risk={item.risk} t={t} />
        {rule === undefined ? null : (
          <small className={`${small} max-md:hidden`}>{riskRuleWords(rule, t)}</small>
        )}
      </td>
      <td className={`${cell} max-md:col-span-2 max-md:row-start-2`}>
        <a
          href={previewOf(item.reference)}
          data-preview
          tabIndex={-1}
          aria-hidden="true"
          className="absolute inset-0 hidden xl:block"
        >
          <span className="sr-only">{t('staff.queue.preview', { reference: item.reference })}</span>
        </a>
        <span className="block whitespace-nowrap">
          {ticked === undefined ? null : <RowTick one={item} ticked={ticked} t={t} />}
          <a
            href={staffPaths.case(item.reference)}
            data-open
            className="relative font-semibold text-ink no-underline hover:underline"
          >
            {item.reference}
          </a>
          {item.isNew ? <b className="ms-2 text-sm text-brand">{t('speed.fresh.mark')}</b> : null}
        </span>
        <small className={small}>{sourceWords(item, districts, t)}</small>
      </td>
      <td className={`${cell} max-md:col-span-2`}>
        {aboutWords(item, t)}
        {isTellingDue(item) ? (
          <b className="block text-sm text-danger">{t('staff.queue.controlRoomDue')}</b>
        ) : null}
        <AboutDetail item={item} clock={clock} />
        {item.dangerAt === null ? null : (
          <b className="block text-sm text-danger">{t('staff.queue.danger')}</b>
        )}
        {item.withdrawn ? <b className="block text-sm text-warn">{t('staff.queue.withdrawn')}</b> : null}
        {item.taskLate && item.status !== 'closed' ? (
          <b className="block text-sm text-warn">{t('casework.task.lateMark')}</b>
        ) : null}
        <CallBackMark callBack={item.callBack} clock={clock} />
        {item.messageWaiting ? (
          <b className="block text-sm text-warn">{clock.t('staff.queue.messageWaiting')}</b>
        ) : null}
      </td>
      <td className={`${cell} max-md:col-start-2 max-md:row-start-1 max-md:text-end`}>
        <NextDue
          clocks={item.clocks}
          receivedAt={item.receivedAt}
          closedAt={item.status === 'closed' ? item.closedAt : null}
          clock={clock}
        />
      </td>
      <td className={`${cell} max-md:col-span-2`}>
        <Holder item={item} clock={clock} actorId={actorId} />
      </td>
    </tr>
  )
}

/** Whether the control room must still be told, of it or of a case merged into it: for whoever may open it. */
function isTellingDue(item: QueueItem): boolean {
  return item.mayOpen && (isControlRoomDue(item) || item.mergedUntold)
}

function rulesOf({ mayOpen, riskRules }: QueueItem): readonly string[] {
  return mayOpen ? shownRules(riskRules) : []
}

function AboutDetail({ item, clock: { t } }: Pick<Props, 'item' | 'clock'>) {
  const [, ...others] = rulesOf(item)
  const details = [
    ...(item.slowLane ? [t('staff.queue.slow')] : []),
    ...(item.restricted ? [t('staff.queue.restricted')] : []),
    ...others.slice(0, 1).map((rule) => riskRuleWords(rule, t)),
    ...(item.wantsOfficer && item.kind === 'report' ? [t('staff.queue.wantsOfficer')] : []),
  ]
  return details.length === 0 ? null : <small className={small}>{details.join('; ')}</small>
}

function Holder({ item, clock: { t }, actorId }: Pick<Props, 'item' | 'clock' | 'actorId'>) {
  if (item.assigneeId !== null) {
    return (
      <>
        {item.assigneeId === actorId ? <b>{t('staff.queue.you')}</b> : <bdi>{item.assigneeName}</bdi>}
        <small className={small}>{t(`staff.status.${item.status}`)}</small>
      </>
    )
  }
  return (
    <>
      {t('staff.queue.unassigned')}
      <AskedOrSuggested item={item} t={t} actorId={actorId} />
    </>
  )
}

function AskedOrSuggested({
  item: { offeredToId, offeredToName, suggested },
  t,
  actorId,
}: Pick<Props, 'item' | 'actorId'> & { readonly t: Translate }) {
  if (offeredToId !== null && offeredToId === actorId)
    return <b className="block text-sm">{t('offer.asked.youInRow')}</b>
  if (offeredToName !== null)
    return (
      <small className={small}>
        <WithName name={offeredToName} say={(name) => t('offer.asked.inRow', { name })} />
      </small>
    )
  if (suggested === null) return null
  return (
    <small className={small}>
      {t(`staff.queue.suggestedIn.${suggested.tier}`, { count: suggested.count })}
    </small>
  )
}
