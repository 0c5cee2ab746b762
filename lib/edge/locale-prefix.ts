import { locales } from '@/lib/i18n/locales'

/** First parts of addresses that have no language: staff, machines, leaving, and what takes files. */
const withoutLanguage = ['staff', 'api', 'health', 'referrals', 'exchange', 'exit', 'files', '_next']

/**
 * What stands before a path inside the app: `/en` for an English address, which is written without it, and nothing for
 * addresses that name their language or have none.
 */
export function localePrefixOf(pathname: string): '' | '/en' {
  const [, first = ''] = pathname.split('/')
  const named = locales.some((locale) => locale === first)
  return named || withoutLanguage.includes(first) ? '' : '/en'
}
