import { attemptWords } from '@/components/staff/attempt-words'
import { saidHour, saidLongDay } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { eventWords } from '@/components/staff/history'
import type { HistoryItem } from '@/components/staff/history'
import { NoteQuote } from '@/components/staff/note-quote'
import type { AskedAgreement } from '@/lib/domain/agreement'
import { natureOf } from '@/lib/domain/note-nature'
import { byDay } from '@/lib/domain/story'
import type { Translate } from '@/lib/i18n/translate'

/** One thing a story tells: what somebody did, what was written to and fro, or what was agreed. */
export type StoryMoment =
  | (HistoryItem & { readonly kind: 'event' })
  | {
      readonly kind: 'message'
      readonly id: string
      readonly at: Date
      readonly author: 'reporter' | 'staff'
      readonly who: string | null
      readonly text: string | null
    }
  | {
      readonly kind: 'agreed'
      readonly id: string
      readonly at: Date
      readonly who: string
      readonly text: string | null
      readonly answer: AskedAgreement['answer']
    }

interface Props {
  readonly moments: readonly StoryMoment[]
  /** Names of the people and of the police forces whose ids stand in details. */
  readonly names: ReadonlyMap<string, string>
  readonly clock: Clock
}

/** What happened in a case, in sentences, the oldest day first. */
export function Story({ moments, names, clock }: Props) {
  const days = byDay(moments, clock.timeZone)
  if (days.length === 0) return <p>{clock.t('casework.story.empty')}</p>
  return days.map(({ day, moments: told }) => (
    <section key={day} className="mb-5" aria-labelledby={`day-${day}`}>
      <h2 id={`day-${day}`} className="mb-2 break-after-avoid text-lg">
        {told[0] === undefined ? day : saidLongDay(told[0].at, clock)}
      </h2>
      <ol className="grid gap-2.5">
        {told.map((moment) => (
          <li key={`${moment.kind} ${moment.id}`} className="break-inside-avoid">
            <Sentence {...{ moment, names, clock }} />
            <Words moment={moment} t={clock.t} />
          </li>
        ))}
      </ol>
    </section>
  ))
}

interface SentenceProps extends Pick<Props, 'names' | 'clock'> {
  readonly moment: StoryMoment
}

function Sentence({ moment, names, clock }: SentenceProps) {
  const { t } = clock
  return (
    <p>
      <time dateTime={moment.at.toISOString()} className="me-2 text-sm text-ink-soft">
        {saidHour(moment.at, clock)}
      </time>
      {moment.who === null ? null : <b>{moment.who} </b>}
      {didWords(moment, names, t)}
    </p>
  )
}

function didWords(moment: StoryMoment, names: Props['names'], t: Translate): string {
  if (moment.kind === 'agreed') return t('casework.story.agreed')
  if (moment.kind === 'message')
    return t(`casework.story.${moment.author === 'reporter' ? 'messageFromReporter' : 'messageFromStaff'}`)
  const words = `${eventWords(moment, names, t)} ${attemptWords(moment, t)}`.trim()
  return /[.!?]$/u.test(words) ? words : t('casework.story.sentence', { words })
}

function Words({ moment, t }: { readonly moment: StoryMoment; readonly t: Translate }) {
  if (moment.kind === 'event')
    return moment.note === null ? null : (
      <NoteQuote note={moment.note} nature={natureOf(moment.detail)} t={t} />
    )
  return (
    <>
      {moment.text === null ? (
        <p className="text-ink-soft">{t('casework.story.unreadable')}</p>
      ) : (
        <NoteQuote note={moment.text} nature="work" folded={t('work.words.folded')} t={t} />
      )}
      {moment.kind === 'agreed' ? (
        <p className="mt-1 text-sm">{t(`casework.story.answered.${moment.answer ?? 'open'}`)}</p>
      ) : null}
    </>
  )
}
