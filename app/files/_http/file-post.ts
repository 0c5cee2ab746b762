import 'server-only'
import { guarded } from '@/app/_form/guarded'
import { problemPage } from '@/app/_form/problem-page'
import { filePlaceOf } from '@/lib/commands/evidence/file-place'
import type { FilePlace } from '@/lib/commands/evidence/file-place'
import { publicPaths } from '@/lib/config/paths'
import { isLocale } from '@/lib/i18n/locales'
import type { Locale } from '@/lib/i18n/locales'

export interface FileParams {
  readonly params: Promise<{ readonly place: string }>
}

/** Where a form of files belongs, and the language of the page it is on. */
export interface PostedPlace {
  readonly place: FilePlace
  readonly locale: Locale
  /** The page of the files. */
  readonly page: string
  /** Where somebody goes who has nothing that files could be added to. */
  readonly lost: string
}

/** Runs the handler of a form of files for the place its address names. */
export async function filePost(
  request: Request,
  { params }: FileParams,
  work: (at: PostedPlace) => Promise<Response>,
): Promise<Response> {
  const place = filePlaceOf((await params).place)
  const asked = new URL(request.url).searchParams.get('in') ?? 'en'
  const locale = isLocale(asked) ? asked : 'en'
  if (place === null) return problemPage('not-found', locale)
  const back = place === 'follow-up' ? publicPaths.followUp(locale) : publicPaths.start(locale)
  return guarded(locale, () => work({ place, locale, page: publicPaths.files(locale, place), lost: back }))
}
