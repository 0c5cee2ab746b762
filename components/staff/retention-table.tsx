import type { ReactNode } from 'react'
import { saidDay, saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { DataTable } from '@/components/staff/data-table'
import { askedWords, dayWords, lifeReasonWords, ruleWords } from '@/components/staff/retention-words'
import { lowerFirst } from '@/lib/i18n/lower-first'
import { staffPaths } from '@/lib/config/paths'
import { tickOf } from '@/lib/domain/many-cases'
import type { Retention, RetentionList } from '@/lib/domain/retention'

/** A case on a list, as far as the table says it. */
interface RetentionItem {
  readonly reference: string
  readonly version: number
  readonly kind: string
  readonly disposition: string | null
  readonly closedAt: Date | null
  readonly keptUntil: Date | null
  readonly legalHold: string | null
  readonly erasedAt: Date | null
  readonly retention: Retention | null
  readonly reason: string | null
  readonly askedAt: Date | null
  readonly askedBy: string | null
  readonly decidedBy: string | null
  readonly isOwnRequest: boolean
}

interface Props {
  readonly list: RetentionList
  readonly items: readonly RetentionItem[]
  /** The form its tick boxes belong to; null where there is nothing to choose. */
  readonly form: string | null
  /** References that were ticked when the form was not taken. */
  readonly ticked: ReadonlySet<string>
  readonly clock: Clock
}

/** Cases with when they were closed, when they are due by which rule, and what is to be decided of them. */
export function RetentionTable({ list, items, form, ticked, clock }: Props) {
  const { t } = clock
  const last = list === 'waiting' ? 'asked' : list === 'held' || list === 'erased' ? list : null
  const columns = [
    ...(form === null ? [] : ['tick']),
    ...['case', 'closed', 'due', 'rule'],
    ...(last === null ? [] : [last]),
  ].map((column) => t(`retention.column.${column}`))
  const rows = items.map((item) => ({
    key: item.reference,
    cells: [
      ...(form === null
        ? []
        : [<Tick key="tick" item={item} form={form} isTicked={ticked.has(item.reference)} clock={clock} />]),
      <CaseLink key="case" item={item} clock={clock} />,
      closedWords(item, clock),
      dueWords(item, clock),
      item.retention === null ? '' : ruleWords(item.retention, t),
      ...(last === null ? [] : [lastCell(last, item, clock)]),
    ],
  }))
  return <DataTable caption={t(`retention.list.${list}`)} columns={columns} rows={rows} />
}

interface TickProps {
  readonly item: RetentionItem
  readonly form: string
  readonly isTicked: boolean
  readonly clock: Clock
}

function Tick({ item, form, isTicked, clock: { t } }: TickProps) {
  const { reference } = item
  return (
    <input
      type="checkbox"
      name="case"
      form={form}
      value={tickOf(item)}
      defaultChecked={isTicked}
      aria-label={t('retention.tick', { reference })}
      className="tick"
    />
  )
}

function CaseLink({ item, clock: { t } }: { readonly item: RetentionItem; readonly clock: Clock }) {
  return (
    <>
      <a href={staffPaths.case(item.reference)} className="whitespace-nowrap">
        {item.reference}
      </a>
      <span className="block text-sm text-ink-soft">{t(`staff.kind.${item.kind}`)}</span>
    </>
  )
}

function closedWords({ closedAt, disposition }: RetentionItem, clock: Clock): string {
  const { t } = clock
  if (closedAt === null) return t('retention.stillOpen')
  const key = `staff.disposition.${disposition ?? ''}`
  const day = saidDay(closedAt, clock)
  return t.has(key) ? t('retention.closedAs', { day, disposition: lowerFirst(t(key)) }) : day
}

function dueWords({ retention, keptUntil, erasedAt }: RetentionItem, clock: Clock): ReactNode {
  const { t } = clock
  if (retention === null) return erasedAt === null ? t('retention.noDue') : ''
  const day = dayWords(retention.dueOn, clock)
  const isKept = keptUntil?.toISOString().slice(0, 10) === retention.dueOn
  return (
    <>
      <span className="whitespace-nowrap">{day}</span>
      {isKept ? (
        <span className="block text-sm text-ink-soft">{t('retention.keptUntil', { day })}</span>
      ) : null}
    </>
  )
}

function lastCell(last: 'asked' | 'held' | 'erased', item: RetentionItem, clock: Clock): ReactNode {
  const { t } = clock
  if (last === 'held') return lifeReasonWords(item.legalHold, t)
  if (last === 'erased') return erasedWords(item, clock)
  const { askedAt, askedBy, reason, legalHold } = item
  return (
    <>
      {askedAt === null ? '' : askedWords({ by: askedBy, at: askedAt, reason }, clock)}
      {item.isOwnRequest ? <strong className="block">{t('retention.own')}</strong> : null}
      {legalHold === null ? null : (
        <span className="block text-warn">
          {t('retention.heldToo', { reason: lifeReasonWords(legalHold, t) })}
        </span>
      )}
    </>
  )
}

function erasedWords({ erasedAt, reason, askedBy, decidedBy }: RetentionItem, clock: Clock): string {
  const { t } = clock
  const nobody = t('staff.case.somebody')
  return t('retention.erasedBy', {
    ...{ at: erasedAt === null ? '' : saidTime(erasedAt, clock), reason: lifeReasonWords(reason, t) },
    ...{ asked: askedBy ?? nobody, decided: decidedBy ?? nobody },
  })
}
