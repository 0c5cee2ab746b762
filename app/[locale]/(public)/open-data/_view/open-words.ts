import { currentForce } from '@/lib/config/current-force'
import { nameOn } from '@/lib/domain/districts/over-time'
import type { Answer } from '@/lib/domain/figures/answer'
import type { OpenSpan, OpenTableId } from '@/lib/domain/figures/open-data'
import { nowhere } from '@/lib/domain/queue-filters'
import { formatLocaleOf } from '@/lib/i18n/locales'
import type { Locale } from '@/lib/i18n/locales'
import type { Translate } from '@/lib/i18n/translate'

/** What open counts are said with, in the language of the page. */
export interface OpenWords {
  readonly t: Translate
  /** `April 2026`. */
  readonly month: (month: string) => string
  /** `April 2026`, or `Apr 2026 to Jun 2026`. */
  readonly span: (span: OpenSpan) => string
  /** What a value of a table is called. */
  readonly value: (id: OpenTableId, value: string) => string
  /** A number, that it is not shown, or a dash where nothing was counted yet. */
  readonly count: (answer: Answer) => string
}

/** Districts are called as they were in the last month that is told. */
export function openWords(t: Translate, locale: Locale, last = ''): OpenWords {
  const language = formatLocaleOf(locale)
  const months = new Intl.DateTimeFormat(language, { month: 'long', year: 'numeric', timeZone: 'UTC' })
  const short = new Intl.DateTimeFormat(language, { month: 'short', year: 'numeric', timeZone: 'UTC' })
  const numbers = new Intl.NumberFormat(language)
  const month = (of: string, by = months) => by.format(new Date(`${of}-01T00:00:00Z`))
  const districts = new Map(
    currentForce().districts.map((district) => [district.id, nameOn(district, `${last}-28`)]),
  )
  const said = (key: string, value: string) => (t.has(key) ? t(key) : value.replaceAll('-', ' '))
  return {
    t,
    month: (of) => month(of),
    span: ({ from, to }) =>
      from === to ? month(from) : t('openData.period', { from: month(from, short), to: month(to, short) }),
    value: (id, value) => {
      if (id === 'strand') return said(`report.strands.option.${value}`, value)
      if (id === 'channel') return said(`openData.channel.${value}`, value)
      return value === nowhere ? t('openData.nowhere') : (districts.get(value) ?? value)
    },
    count: (answer) => {
      if (answer.shown) return numbers.format(answer.count)
      return answer.why === 'before-figures' ? '–' : t('openData.hidden')
    },
  }
}
