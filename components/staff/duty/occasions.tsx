import type { ReactNode } from 'react'
import type { Clock } from '@/components/staff/clock'
import { Button } from '@/components/ui/button'
import type { Shift } from '@/lib/domain/officer-facts'
import { DutyField, DutyForm } from './duty-form'
import type { DutyForms } from './duty-form'
import { occasionWords } from './duty-words'

interface Occasion extends Shift {
  readonly id: string
  readonly source: string
}

interface Props {
  readonly occasions: readonly Occasion[]
  /** Null for whoever may not change them. */
  readonly forms: DutyForms | null
  readonly clock: Clock
}

/** How many are shown at once; the rest lies behind a line that opens. */
const shownAtOnce = 8

/** Duty on single days, and a form for another. */
export function Extras(props: Props) {
  const { forms, clock } = props
  const { t } = clock
  return (
    <Section
      {...props}
      name="extra"
      lead={t('staff.duty.extra.lead')}
      removes={() => t('staff.duty.extra.remove')}
      act="extra-remove"
    >
      {forms === null ? null : (
        <DutyForm forms={forms} act="extra-add" className="mt-3 grid gap-3">
          <DutyField
            forms={forms}
            act="extra-add"
            name="extra-day"
            type="date"
            label={t('staff.duty.extra.day')}
          />
          <DutyField
            forms={forms}
            act="extra-add"
            name="extra-from"
            type="time"
            label={t('staff.duty.extra.from')}
          />
          <DutyField
            {...{ forms, act: 'extra-add', name: 'extra-to', type: 'time' }}
            label={t('staff.duty.extra.to')}
            hint={t('staff.duty.extra.toHint')}
          />
          <div>
            <Button>{t('staff.duty.extra.submit')}</Button>
          </div>
        </DutyForm>
      )}
    </Section>
  )
}

/** When somebody is away, and a form for more of it. */
export function Leave({ isOwn, ...props }: Props & { readonly isOwn: boolean }) {
  const { forms, clock } = props
  const { t, now } = clock
  const field = { act: 'leave-add' } as const
  return (
    <Section
      {...props}
      name="leave"
      lead={t(isOwn ? 'staff.duty.leave.lead' : 'staff.duty.leave.leadOf')}
      removes={({ startsAt }) => t(`staff.duty.leave.${startsAt <= now ? 'end' : 'remove'}`)}
      act="leave-end"
    >
      {forms === null ? null : (
        <DutyForm forms={forms} act="leave-add" className="mt-3 grid gap-3">
          <DutyField
            {...{ ...field, forms }}
            name="leave-first"
            type="date"
            label={t('staff.duty.leave.first')}
          />
          <DutyField
            {...{ ...field, forms }}
            name="leave-from"
            type="time"
            label={t('staff.duty.leave.from')}
            isRequired={false}
          />
          <DutyField
            {...{ ...field, forms }}
            name="leave-last"
            type="date"
            label={t('staff.duty.leave.last')}
          />
          <DutyField
            {...{ ...field, forms }}
            name="leave-to"
            type="time"
            label={t('staff.duty.leave.to')}
            isRequired={false}
          />
          <div>
            <Button>{t('staff.duty.leave.submit')}</Button>
          </div>
        </DutyForm>
      )}
    </Section>
  )
}

interface SectionProps extends Props {
  readonly name: 'extra' | 'leave'
  readonly lead: string
  readonly act: string
  /** What the button says that takes one away. */
  readonly removes: (one: Occasion) => string
  readonly children: ReactNode
}

function Section({ occasions, forms, clock, name, lead, act, removes, children }: SectionProps) {
  const { t } = clock
  const item = (one: Occasion) => <Item key={one.id} {...{ one, forms, clock, act }} button={removes(one)} />
  const more = occasions.slice(shownAtOnce)
  return (
    <section className="card" aria-labelledby={`${name}-title`}>
      <h2 id={`${name}-title`} className="mb-1 text-lg">
        {t(`staff.duty.${name}.title`)}
      </h2>
      <p className="mb-2 max-w-measure text-ink-soft">{lead}</p>
      {occasions.length === 0 ? <p>{t(`staff.duty.${name}.none`)}</p> : null}
      <ul className="grid gap-1">{occasions.slice(0, shownAtOnce).map(item)}</ul>
      {more.length === 0 ? null : (
        <details>
          <summary className="cursor-pointer py-1 text-brand">
            {t('staff.duty.more', { count: more.length })}
          </summary>
          <ul className="grid gap-1">{more.map(item)}</ul>
        </details>
      )}
      {children}
    </section>
  )
}

interface ItemProps {
  readonly one: Occasion
  readonly forms: DutyForms | null
  readonly clock: Clock
  readonly act: string
  readonly button: string
}

function Item({ one, forms, clock, act, button }: ItemProps) {
  const named = `occasion-${one.id}`
  return (
    <li className="flex flex-wrap items-baseline justify-between gap-x-4 border-b border-line py-1">
      <span id={named} className="tabular-nums">
        {occasionWords(one, clock)}{' '}
        <span className="text-sm text-ink-soft">
          {clock.t(`staff.duty.source.${one.source === 'calendar' ? 'calendar' : 'own'}`)}
        </span>
      </span>
      {forms === null ? null : (
        <DutyForm forms={forms} act={act} id={one.id}>
          <Button look="quiet" aria-describedby={named}>
            {button}
          </Button>
        </DutyForm>
      )}
    </li>
  )
}
