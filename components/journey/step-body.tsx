import { formWords } from '@/components/journey/form-words'
import { StepForm } from '@/components/journey/step-form'
import { Meter } from '@/components/ui/meter'
import type { Translate } from '@/lib/i18n/translate'
import type { Urgent } from '@/components/ui/error-summary'
import type { StepView } from '@/lib/journey/view'
import type { ReactNode } from 'react'

interface Props {
  readonly view: StepView
  readonly t: Translate
  readonly language: string
  /** The server's date, YYYY-MM-DD. */
  readonly today: string
  /** Help that answers call for: before anything else in the form, and before what is wrong with it. */
  readonly help?: Urgent | undefined
  /** What is to be known before the form. */
  readonly before?: ReactNode
}

/** A question page between header and footer: the way back, how far along, the form, and the answers to the fear beside it. */
export function StepBody({ view, t, language, today, help, before }: Props) {
  const { part, of, title } = view.section
  return (
    <>
      <div className="mb-6 flex flex-wrap items-center gap-x-4 gap-y-1 text-sm text-ink-soft">
        <a href={view.backHref} className="py-1">
          {t('public.form.back')}
        </a>
        {of === 1 ? null : <Meter part={part} of={of} label={t('public.form.part', { part, of })} />}
        <span>{title}</span>
      </div>
      <div className="grid gap-x-14 gap-y-10 md:grid-cols-[minmax(0,2fr)_minmax(0,1fr)]">
        <div>
          {before}
          <StepForm view={view} words={formWords(t)} today={today} language={language} help={help} />
        </div>
        <Asides asides={view.asides} />
      </div>
    </>
  )
}

function Asides({ asides }: Pick<StepView, 'asides'>) {
  if (asides.length === 0) return null
  return (
    <aside className="grid gap-4 self-start rounded-lg bg-paper-2 p-5 text-sm text-ink-soft">
      {asides.map(({ title, text }) => (
        <div key={title}>
          <h2 className="mb-1 text-base text-ink">{title}</h2>
          <p>{text}</p>
        </div>
      ))}
    </aside>
  )
}
