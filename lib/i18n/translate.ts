import { createTranslator } from 'next-intl'
import type { IntlError } from 'next-intl'
import { isProduction } from '@/lib/config/mode'
import { catalogues, flattened, layered } from './catalogues'
import { fallbackLocale, formatLocaleOf } from './locales'
import type { Locale } from './locales'

/** Gives the text of a key that starts with its namespace, for example `report.strands.label`. */
export interface Translate {
  (key: string, values?: Readonly<Record<string, string | number>>): string
  /** Whether the key exists, for texts that may be left out, such as hints. */
  has(key: string): boolean
}

const made = new Map<Locale, Translate>()

/**
 * The translator of a language, made once. A key the language lacks is given in English. A key that is missing
 * altogether, or a value a text needs and does not get, is a mistake of ours: it throws outside production, where
 * the key itself is shown instead. Dates are numbers (milliseconds) and are shown in the time of the United Kingdom.
 */
export function translator(locale: Locale): Translate {
  const known = made.get(locale)
  if (known !== undefined) return known
  const fresh = createFor(locale)
  made.set(locale, fresh)
  return fresh
}

/** Whether a key exists in a language or in the English it falls back to. */
export function hasMessage(locale: Locale, key: string): boolean {
  return translator(locale).has(key)
}

function createFor(locale: Locale): Translate {
  const created = createTranslator({
    locale: formatLocaleOf(locale),
    timeZone: 'Europe/London',
    messages: layered(catalogues[fallbackLocale], catalogues[locale]),
    onError: complain,
    getMessageFallback: ({ key }) => key,
  })
  // Its own `has` would find what every object inherits: `toString` is no message.
  const known = new Set(flattened(layered(catalogues[fallbackLocale], catalogues[locale])).keys())
  const isThere = (key: string) => known.has(key)
  // Its types want every key spelt out in the code; ours are derived from definitions, and a test walks them all.
  return Object.assign(created as unknown as Translate, { has: isThere })
}

function complain(error: IntlError): void {
  if (!isProduction) throw error
}
