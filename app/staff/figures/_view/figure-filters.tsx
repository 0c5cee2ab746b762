import { ChoiceChip } from '@/components/staff/choice-chip'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import type { Translate } from '@/lib/i18n/translate'
import { MonthField } from './month-field'

const clearId = 'figure-clear'
/** What is asked for in a page's address alone has no control: what is wrong with it goes away with the way back to everything. */
const controls = ['from', 'to', 'district', 'strand', 'channel', 'kind', 'risk']

/** The id of the control of a field, or of what clears it. */
export function controlOf(field: string): string {
  return controls.includes(field) ? `figure-${field}` : clearId
}

interface Choice {
  readonly name: string
  readonly options: readonly { readonly value: string; readonly label: string }[]
}

interface Props {
  /** What is asked for, or was typed. */
  readonly typed: Readonly<Record<string, string>>
  /** What is wrong with a field, in words. */
  readonly problems: ReadonlyMap<string, string>
  readonly choices: readonly Choice[]
  readonly t: Translate
}

/** Which months, and narrowed to what. The answers are in the address, so that a view can be kept and passed on. */
export function FigureFilters({ typed, problems, choices, t }: Props) {
  // What an address narrows to that no choice here has: it stays until it is cleared.
  const shown = new Set(['from', 'to', ...choices.map(({ name }) => name)])
  const kept = Object.entries(typed).filter(([name]) => !shown.has(name))
  return (
    <form
      method="get"
      action={staffPaths.figures}
      role="search"
      aria-label={t('figures.filters')}
      className="flex flex-wrap items-end gap-x-3 gap-y-2 print:hidden"
    >
      {(['from', 'to'] as const).map((name) => (
        <MonthField key={name} name={name} value={typed[name] ?? ''} problem={problems.get(name)} t={t} />
      ))}
      {choices.map(({ name, options }) => (
        <ChoiceChip
          key={name}
          id={`figure-${name}`}
          name={name}
          label={t(`figures.${name}`)}
          any={`${t(`figures.${name}`)}: ${t('figures.any')}`}
          value={typed[name]}
          options={options}
          isWrong={problems.has(name)}
        />
      ))}
      {kept.map(([name, value]) => (
        <input key={name} type="hidden" name={name} value={value} />
      ))}
      <Button look="quiet">{t('figures.show')}</Button>
      <a id={clearId} href={staffPaths.figures} className="px-1 py-2 text-sm">
        {t('figures.clear')}
      </a>
    </form>
  )
}
