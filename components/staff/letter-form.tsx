import type { ReactNode } from 'react'
import { ReasonField } from '@/components/staff/act-fields'
import { ActForm } from '@/components/staff/act-form'
import type { ShownCase } from '@/components/staff/act-form'
import type { Clock } from '@/components/staff/clock'
import { TimesToRead } from '@/components/staff/times-to-read'
import { WhenItGoes } from '@/components/staff/when-it-goes'
import { Button } from '@/components/ui/button'
import type { Found } from '@/lib/domain/outbound/check-words'
import { longestLetter } from '@/lib/domain/outbound/letter'
import type { OutboundWay } from '@/lib/domain/outbound/letter'

interface Props {
  readonly shown: ShownCase
  /** The version of the contact plan that the page shows. */
  readonly plan: number
  /** Safe ways, from when on (null: now), and until when (null: no hour is known to end it). */
  readonly ways: readonly {
    readonly way: OutboundWay
    readonly from: Date | null
    readonly until: Date | null
  }[]
  /** What they wrote of times, for whoever sends something to read; null where they wrote nothing. */
  readonly times: string | null
  /** Nothing may say whom it is from. */
  readonly neutral: boolean
  readonly templates: readonly { readonly id: string; readonly text: string }[]
  readonly locale: string
  /** What was typed and chosen in a form that was not taken, and what in it told too much; null where that is a word of theirs. */
  readonly typed: Readonly<Record<string, string>>
  readonly found: readonly Found[] | null
  readonly open: boolean
  readonly clock: Clock
}

/** Writes a text or an e-mail, from one of the force's own texts or in other words, to whoever reported. */
export function LetterForm({
  shown,
  plan,
  ways,
  times,
  neutral,
  templates,
  locale,
  typed,
  found,
  open,
  clock,
}: Props) {
  const { t } = clock
  const hint = t('outbound.form.wordsHint', {
    max: longestLetter,
    language: t(`outbound.form.${locale === 'cy' ? 'welsh' : 'english'}`),
  })
  return (
    <details open={open} className="mt-4 border-t border-line pt-2.5">
      <summary className="cursor-pointer font-semibold text-brand">{t('outbound.form.open')}</summary>
      <p className="mt-2">{t(`outbound.form.${neutral ? 'neutral' : 'named'}`)}</p>
      <FoundWords found={found} clock={clock} />
      <ActForm shown={shown} act="letter" className="mt-2.5 grid gap-3">
        <input type="hidden" name="plan" value={plan} />
        <WayChoice {...{ ways, times, typed, clock }} />
        <TextChoice {...{ templates, locale, typed, clock }} />
        <ReasonField
          id="letter-text"
          name="text"
          label={t('outbound.form.words')}
          hint={hint}
          max={longestLetter}
          value={typed.text}
          isRequired={false}
        />
        <div>
          <Button look="quiet">{t('outbound.form.submit')}</Button>
        </div>
      </ActForm>
    </details>
  )
}

function WayChoice({ ways, times, typed, clock }: Pick<Props, 'ways' | 'times' | 'typed' | 'clock'>) {
  const { t } = clock
  return (
    <fieldset className="grid gap-1">
      <legend className="label">{t('outbound.form.way')}</legend>
      <TimesToRead times={times} t={t} />
      {ways.map(({ way, from, until }, index) => (
        <Choice
          key={way}
          name="way"
          value={way}
          isChosen={typed.way === undefined ? index === 0 : typed.way === way}
        >
          {t(`outbound.form.${way === 'text' ? 'byText' : 'byEmail'}`)}
          <WhenItGoes {...{ from, until, clock }} />
        </Choice>
      ))}
    </fieldset>
  )
}

function TextChoice({
  templates,
  locale,
  typed,
  clock: { t },
}: Pick<Props, 'templates' | 'locale' | 'typed' | 'clock'>) {
  return (
    <fieldset className="grid gap-1">
      <legend className="label">{t('outbound.form.template')}</legend>
      {templates.map(({ id, text }, index) => (
        <Choice
          key={id}
          name="template"
          value={id}
          isChosen={typed.template === undefined ? index === 0 : typed.template === id}
        >
          <span lang={locale}>{text}</span>
        </Choice>
      ))}
      <Choice name="template" value="" isChosen={typed.template === ''}>
        {t('outbound.form.own')}
      </Choice>
    </fieldset>
  )
}

function FoundWords({ found, clock: { t } }: Pick<Props, 'found' | 'clock'>) {
  if (found === null) return null
  return (
    <div className="notice tone-danger mt-2" data-found-words>
      <p className="font-bold text-danger">{t('outbound.found.title')}</p>
      {found.length === 0 ? (
        <p>{t('outbound.found.theirs')}</p>
      ) : (
        <ul>
          {found.map(({ word, kind }) => (
            <li key={`${kind} ${word}`}>
              {t('outbound.found.line', { word, kind: t(`outbound.found.${kind}`) })}
            </li>
          ))}
        </ul>
      )}
    </div>
  )
}

interface ChoiceProps {
  readonly name: string
  readonly value: string
  readonly isChosen: boolean
  readonly children: ReactNode
}

function Choice({ name, value, isChosen, children }: ChoiceProps) {
  return (
    <label className="flex cursor-pointer items-baseline gap-2">
      <input type="radio" name={name} value={value} defaultChecked={isChosen} className="tick" />
      <span>{children}</span>
    </label>
  )
}
