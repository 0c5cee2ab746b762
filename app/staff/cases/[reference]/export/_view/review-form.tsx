import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { NoteQuote } from '@/components/staff/note-quote'
import { PlainText } from '@/components/staff/plain-text'
import { natureOf } from '@/lib/domain/note-nature'
import { Button } from '@/components/ui/button'
import type { ExportReason } from '@/lib/domain/subject-access'
import { notTheirs, takesWords } from '@/lib/journeys/about-whom'
import type { OpenedForExport } from '@/lib/queries/open-for-export'
import { IdentityTick } from './identity-tick'
import { RecipientField } from './recipient-field'

interface Props {
  readonly action: string
  readonly actorId: string
  readonly opened: readonly OpenedForExport[]
  readonly reason: ExportReason
  /** Other forces by id and name. */
  readonly forces: readonly { readonly id: string; readonly name: string }[]
  /** What was chosen when the form was not taken. */
  readonly typed: Readonly<Record<string, string>>
  readonly clock: Clock
}

/** Everything somebody wrote, to be read before it is given, and what is to be blacked out or given besides. */
export function ReviewForm({ action, actorId, opened, reason, forces, typed, clock }: Props) {
  const { t } = clock
  const notes = new Set((typed.note ?? '').split('\n'))
  const hasIdentity = opened.some(({ identity }) => identity.given)
  return (
    <section className="max-w-3xl">
      <h2 className="text-lg">{t('exporting.review')}</h2>
      <p className="mb-3 text-ink-soft">{t('exporting.reviewLead')}</p>
      <form method="post" action={action} className="grid gap-5">
        <input type="hidden" name="shown-to" value={actorId} />
        {opened.map((one) => (
          <OneCase key={one.found.reference} opened={one} notes={notes} clock={clock} />
        ))}
        {hasIdentity ? <IdentityTick reason={reason} chosen={typed.identity === 'yes'} t={t} /> : null}
        <div className="card">
          <label className="label" htmlFor="words">
            {t('exporting.words')}
          </label>
          <p id="words-hint" className="mb-1 text-sm text-ink-soft">
            {t('exporting.wordsHint')}
          </p>
          <textarea
            id="words"
            name="words"
            rows={6}
            defaultValue={typed.words}
            autoComplete="off"
            spellCheck={false}
            aria-describedby="words-hint"
            className="input"
          />
        </div>
        <RecipientField {...{ reason, forces, t }} typed={typed.recipient} />
        <fieldset className="flex flex-wrap gap-3">
          <legend className="label">{t('exporting.make')}</legend>
          <Button name="format" value="pdf">
            {t('exporting.makePdf')}
          </Button>
          <Button look="quiet" name="format" value="json">
            {t('exporting.makeJson')}
          </Button>
        </fieldset>
      </form>
    </section>
  )
}

interface OneCaseProps {
  readonly opened: OpenedForExport
  readonly notes: ReadonlySet<string>
  readonly clock: Clock
}

function OneCase({ opened, notes, clock }: OneCaseProps) {
  const { t } = clock
  const { journeyId, answers, events } = opened
  const { reference } = opened.found
  const rows = opened.transcript.flatMap((section) => section.rows)
  const own = rows.filter(
    ({ questionId }) =>
      notTheirs(journeyId, questionId, answers) === null && takesWords(journeyId, questionId),
  )
  const others = rows.filter(({ questionId }) => notTheirs(journeyId, questionId, answers) !== null)
  const written = writtenWith(opened)
  const withNotes = events.filter(({ note }) => note !== null)
  return (
    <div className="card grid gap-4">
      <div lang={opened.language}>
        <h3 className="font-semibold" lang="en">
          {t('exporting.own', { reference })}
        </h3>
        {own.length === 0 ? <p lang="en">{t('exporting.noWords')}</p> : null}
        {own.map(({ questionId, label, value }) => (
          <Words key={questionId} label={label} text={value} />
        ))}
      </div>
      {written.length === 0 ? null : (
        <div>
          <h3 className="font-semibold">{t('exporting.messages', { reference })}</h3>
          {written.map(({ id, at, from, text }) => (
            <Words
              key={id}
              label={t(from, { at: saidTime(at, clock) })}
              text={text ?? t('staff.messages.unreadable')}
            />
          ))}
        </div>
      )}
      {withNotes.length === 0 ? null : (
        <fieldset>
          <legend className="font-semibold">{t('exporting.notesTitle', { reference })}</legend>
          <p className="text-sm text-ink-soft">{t('exporting.notesLead')}</p>
          {withNotes.map(({ id, at, note, detail }) => (
            <div key={id} className="mt-2">
              <label className="flex cursor-pointer items-center gap-2">
                <input
                  type="checkbox"
                  name="note"
                  value={id}
                  defaultChecked={notes.has(id)}
                  className="tick"
                />
                {t('exporting.note', { at: saidTime(at, clock) })}
              </label>
              <NoteQuote note={note ?? ''} nature={natureOf(detail)} t={t} />
            </div>
          ))}
        </fieldset>
      )}
      {others.length === 0 ? null : (
        <div>
          <h3 className="font-semibold">{t('exporting.leftOutTitle', { reference })}</h3>
          <ul className="bullets" lang={opened.language}>
            {others.map(({ questionId, label }) => (
              <li key={questionId}>{label}</li>
            ))}
          </ul>
        </div>
      )}
    </div>
  )
}

/** What was written to and fro in whatever way, and what was agreed, the oldest first. */
function writtenWith({ messages, letters, agreements }: OpenedForExport) {
  const fromForce = 'exporting.fromForce'
  return [
    ...messages.map(({ id, at, author, text }) => ({
      ...{ id, at, text },
      from: author === 'reporter' ? 'exporting.fromPerson' : fromForce,
    })),
    ...letters.map(({ id, at, text }) => ({ id, at, text, from: fromForce })),
    ...agreements.map(({ id, madeAt, text }) => ({ id, at: madeAt, text, from: fromForce })),
  ].sort((one, other) => one.at.getTime() - other.at.getTime())
}

function Words({ label, text }: { readonly label: string; readonly text: string }) {
  return (
    <div className="mt-2">
      <p className="text-sm text-ink-soft">{label}</p>
      <blockquote className="mt-1 rounded-md bg-paper-2 px-3 py-2 wrap-anywhere">
        <PlainText>{text}</PlainText>
      </blockquote>
    </div>
  )
}
