import { ChoiceChip } from '@/components/staff/choice-chip'
import { MonthField } from '@/components/staff/month-field'
import { Button } from '@/components/ui/button'
import { staffPaths } from '@/lib/config/paths'
import type { Translate } from '@/lib/i18n/translate'
import type { FilterChoice } from './filter-choices'

interface Props {
  /** What is asked for, or was typed. */
  readonly typed: Readonly<Record<string, string>>
  /** What is wrong with a field, in words. */
  readonly problems: ReadonlyMap<string, string>
  readonly choices: readonly FilterChoice[]
  readonly t: Translate
}

/** Which months, and narrowed to what. The answers are in the address, so that a view can be kept and passed on. */
export function FigureFilters({ typed, problems, choices, t }: Props) {
  return (
    <form
      method="get"
      action={staffPaths.figures}
      role="search"
      aria-label={t('figures.filters')}
      className="flex flex-wrap items-end gap-x-3 gap-y-2 print:hidden"
    >
      {(['from', 'to'] as const).map((name) => (
        <MonthField
          key={name}
          name={name}
          id={`figure-${name}`}
          label={t(`figures.${name}`)}
          value={typed[name] ?? ''}
          problem={problems.get(name)}
          t={t}
        />
      ))}
      {choices.map(({ name, options }) => (
        <ChoiceChip
          key={name}
          id={`figure-${name}`}
          name={name}
          label={t(`figures.field.${name}`)}
          any={`${t(`figures.field.${name}`)}: ${t('figures.any')}`}
          value={typed[name]}
          options={options}
          isWrong={problems.has(name)}
        />
      ))}
      <Button look="quiet">{t('figures.show')}</Button>
      <a href={staffPaths.figures} className="px-1 py-2 text-sm">
        {t('figures.clear')}
      </a>
    </form>
  )
}
