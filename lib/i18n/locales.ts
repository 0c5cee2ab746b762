/** The languages of the public pages, the fallback first. */
export const locales = ['en', 'cy'] as const
export type Locale = (typeof locales)[number]

/** The language every message exists in. */
export const fallbackLocale: Locale = 'en'

/** Whether a text, for example the first part of a path, names a language we have. */
export function isLocale(text: string): text is Locale {
  return (locales as readonly string[]).includes(text)
}

const rightToLeft: ReadonlySet<string> = new Set(['ar', 'fa', 'he', 'ku', 'ps', 'ur'])

/** Writing direction of a language, for `dir` on the page. Takes any language tag. */
export function directionOf(locale: string): 'ltr' | 'rtl' {
  return rightToLeft.has(locale.split('-', 1)[0] ?? '') ? 'rtl' : 'ltr'
}

/** The tag that dates and numbers are written by. */
export function formatLocaleOf(locale: Locale): string {
  return `${locale}-GB`
}
