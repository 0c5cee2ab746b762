import { saidTime } from '@/components/staff/clock'
import type { Clock } from '@/components/staff/clock'
import { FieldNotes } from '@/components/staff/field-notes'
import { describedBy, messageFor } from '@/components/staff/field-problem'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import { calendarUses } from '@/lib/domain/rota/understood-calendar'
import type { CalendarUse, UnderstoodCalendar } from '@/lib/domain/rota/understood-calendar'
import { DutyForm } from './duty-form'
import type { DutyForms } from './duty-form'
import { occasionWords } from './duty-words'

interface UploadProps {
  readonly forms: DutyForms
  readonly isOwn: boolean
  /** What the calendar was said to be before; null: nothing yet, and nothing is taken for granted. */
  readonly chosen: CalendarUse | null
}

/** Sends a calendar to be read, as duty or as time away. */
export function CalendarUpload({ forms, isOwn, chosen }: UploadProps) {
  const { place, version, actorId, t } = forms
  return (
    <form
      method="post"
      action={staffPaths.dutyCalendarRead(place)}
      encType="multipart/form-data"
      className="grid max-w-xl gap-4"
    >
      <input type="hidden" name="version" value={version} />
      <input type="hidden" name="shown-to" value={actorId} />
      <UseField {...{ forms, isOwn, chosen }} />
      <FileField forms={forms} />
      <p className="text-ink-soft">{t('staff.duty.calendar.replaces')}</p>
      <div>
        <Button>{t('staff.duty.calendar.read')}</Button>
      </div>
    </form>
  )
}

const errorOf = (id: string, { problems }: DutyForms) =>
  messageFor(id, problems.find(({ field }) => field === id) ?? null)

function UseField({ forms, isOwn, chosen }: UploadProps) {
  const { t } = forms
  const id = 'calendar-use'
  const error = errorOf(id, forms)
  return (
    <fieldset aria-describedby={describedBy(id, { error: error !== undefined })}>
      <legend className="label">{t('staff.duty.calendar.use')}</legend>
      <FieldNotes id={id} error={error} prefix={t('signIn.errorPrefix')} />
      <div className="grid gap-1.5">
        {calendarUses.map((use, place) => (
          <label key={use} className="flex cursor-pointer items-center gap-2">
            <input
              id={place === 0 ? id : undefined}
              type="radio"
              name="use"
              value={use}
              required
              defaultChecked={use === chosen}
              className="tick"
            />
            {t(`staff.duty.calendar.${use}`, { who: isOwn ? 'you' : 'they' })}
          </label>
        ))}
      </div>
    </fieldset>
  )
}

function FileField({ forms }: Pick<UploadProps, 'forms'>) {
  const { t } = forms
  const id = 'calendar-file'
  const error = errorOf(id, forms)
  return (
    <div>
      <label className="label" htmlFor={id}>
        {t('staff.duty.calendar.file')}
      </label>
      <FieldNotes
        id={id}
        hint={t('staff.duty.calendar.fileHint')}
        error={error}
        prefix={t('signIn.errorPrefix')}
      />
      <input
        id={id}
        name="file"
        type="file"
        required
        accept=".ics,text/calendar"
        className="input"
        aria-describedby={describedBy(id, { hint: true, error: error !== undefined })}
        aria-invalid={error === undefined ? undefined : true}
      />
    </div>
  )
}

interface PreviewProps {
  readonly understood: UnderstoodCalendar
  readonly use: CalendarUse
  readonly forms: DutyForms
  readonly clock: Clock
}

const shownTimes = 10

/** What was understood of a calendar, to be saved or thrown away. */
export function CalendarPreview({ understood: { events, spans, leftOut }, use, forms, clock }: PreviewProps) {
  const { t } = clock
  const [first, last] = [spans[0], spans.at(-1)]
  const some = spans.slice(0, shownTimes)
  return (
    <section className="card mb-6 max-w-xl" aria-labelledby="preview-title">
      <h2 id="preview-title" className="text-lg">
        {t('staff.duty.calendar.preview')}
      </h2>
      <p className="mb-2 text-ink-soft">{t('staff.duty.calendar.previewLead')}</p>
      <p className="font-semibold">{t('staff.duty.calendar.found', { count: spans.length, use })}</p>
      {first === undefined || last === undefined ? null : (
        <p>
          {t('staff.duty.calendar.foundMore', {
            from: saidTime(first.startsAt, clock),
            to: saidTime(last.endsAt, clock),
          })}
        </p>
      )}
      <p>{t('staff.duty.calendar.ofEvents', { count: events })}</p>
      <LeftOut leftOut={leftOut} t={t} />
      {some.length === 0 ? null : (
        <>
          <h3 className="mt-3 font-semibold">{t('staff.duty.calendar.firstOnes', { count: some.length })}</h3>
          <ul className="tabular-nums">
            {some.map((span) => (
              <li key={span.startsAt.toISOString()}>{occasionWords(span, clock)}</li>
            ))}
          </ul>
        </>
      )}
      <div className="mt-4 flex flex-wrap gap-3">
        {some.length === 0 ? null : (
          <DutyForm forms={forms} act="calendar-save">
            <Button>{t('staff.duty.calendar.save')}</Button>
          </DutyForm>
        )}
        <DutyForm forms={forms} act="calendar-drop">
          <Button look="quiet">{t('staff.duty.calendar.drop')}</Button>
        </DutyForm>
      </div>
    </section>
  )
}

function LeftOut({ leftOut, t }: Pick<UnderstoodCalendar, 'leftOut'> & Pick<DutyForms, 't'>) {
  if (leftOut.size === 0) return null
  return (
    <>
      <h3 className="mt-3 font-semibold">{t('staff.duty.calendar.leftOut')}</h3>
      <ul className="bullets">
        {[...leftOut].map(([reason, count]) => (
          <li key={reason}>
            {t('staff.duty.calendar.leftOutLine', { count, why: t(`staff.duty.calendar.why.${reason}`) })}
          </li>
        ))}
      </ul>
    </>
  )
}
