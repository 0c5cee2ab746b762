import { problemPage } from '@/app/_form/problem-page'
import { localeOf } from '../_shell/locale-of'

/** Where a page leads that cannot be made: the words and the status of a failure, without JavaScript too. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  return problemPage('wrong', localeOf((await params).locale))
}
