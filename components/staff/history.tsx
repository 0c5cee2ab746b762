import { lowerFirst } from '@/lib/i18n/lower-first'
import type { Translate } from '@/lib/i18n/translate'
import { attemptWords } from '@/components/staff/attempt-words'
import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { NoteQuote } from '@/components/staff/note-quote'
import { natureOf } from '@/lib/domain/note-nature'
import { readPersonRole } from '@/lib/domain/people'

/** One thing that happened to a case, and the words that came with it where they may be read. */
export interface HistoryItem {
  readonly id: string
  readonly at: Date
  readonly who: string | null
  readonly type: string
  readonly detail: Readonly<Record<string, string | number | boolean | null>>
  readonly note: string | null
}

interface Props {
  readonly items: readonly HistoryItem[]
  /** Names of the people and of the police forces whose ids stand in details. */
  readonly names: ReadonlyMap<string, string>
  readonly clock: Clock
}

/** What happened to a case, the newest first. */
export function History({ items, names, clock }: Props) {
  const { t } = clock
  return (
    <ol className="grid gap-3">
      {items.map((item) => (
        <li
          key={item.id}
          className="border-s-2 border-line ps-3"
          data-by-jobs={item.who === null && item.note === null ? '' : undefined}
        >
          <p>
            {item.who === null ? null : <b>{item.who} </b>}
            {eventWords(item, names, t)} {attemptWords(item, t)}{' '}
            <time dateTime={item.at.toISOString()} className="text-sm whitespace-nowrap text-ink-soft">
              {saidTime(item.at, clock)}
            </time>
          </p>
          {item.note === null ? null : <NoteQuote note={item.note} nature={natureOf(item.detail)} t={t} />}
        </li>
      ))}
    </ol>
  )
}

/** What happened, after the name of whoever did it; the whole sentence where that was nobody. */
export function eventWords({ who, type, detail }: HistoryItem, names: Props['names'], t: Translate): string {
  const alone = `staff.eventAlone.${type}`
  const said = (value: string | number | boolean | null | undefined) =>
    valueWords(String(value ?? ''), names, t)
  if (who === null && t.has(alone)) {
    return t(alone, {
      ...{ from: said(detail.from), to: said(detail.to) },
      ...{ clock: said(detail.clock), rule: said(detail.rule), recipient: said(detail.recipient) },
    })
  }
  const moved = `staff.event.${type}-moved`
  const key = detail.from !== undefined && t.has(moved) ? moved : `staff.event.${type}`
  if (!t.has(key)) return t('staff.event.other')
  return t(key, {
    ...{ from: said(detail.from), to: said(detail.to), disposition: said(detail.disposition) },
    offence: said(detail.offence),
    ...{ recipient: said(detail.recipient), rule: said(detail.rule), result: said(detail.result) },
    role: readPersonRole(detail.role) ?? '',
  })
}

/** A person's name, or the words of a status, a risk or a disposition. */
function valueWords(value: string, names: Props['names'], t: Translate): string {
  const name = names.get(value)
  if (name !== undefined) return name
  const key = [
    ...[
      'status',
      'risk',
      'disposition',
      'offence',
      'contactResult',
      'recipient',
      'clock.told',
      'escalation.rule',
    ],
  ]
    .map((group) => `staff.${group}.${value}`)
    .find((known) => t.has(known))
  return key === undefined ? t('staff.case.somebody') : lowerFirst(t(key))
}
