import 'server-only'
import { currentForce } from '@/lib/config/current-force'
import { monthsOfYear, yearOf } from '@/lib/domain/figures/statistics-year'
import type { Translate } from '@/lib/i18n/translate'
import { districtNames } from '../../_desk/clock'
import type { FigureWords } from './figure-words'

/** What a page of figures is said with, districts as they were called at the end of the months asked for. */
export function figureWords(t: Translate, to: string): FigureWords {
  const { statistics } = currentForce()
  const language = 'en-GB'
  const months = monthsOfYear(yearOf(to, statistics), statistics)
  const said = (month: string | undefined) =>
    new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' }).format(
      new Date(`${month ?? to}-01T00:00:00Z`),
    )
  return {
    speech: { language, t },
    districts: districtNames(new Date(`${to}-28T12:00:00Z`)),
    year: { begins: said(months[0]), ends: said(months.at(-1)) },
    yearBegins: statistics.yearBegins,
  }
}
