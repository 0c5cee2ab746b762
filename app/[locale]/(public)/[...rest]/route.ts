import { problemPage } from '@/app/_form/problem-page'
import { localeOf } from '../_shell/locale-of'

/** Every public address that is none of ours. */
export async function GET(
  _request: Request,
  { params }: { params: Promise<{ locale: string }> },
): Promise<Response> {
  return problemPage('not-found', localeOf((await params).locale))
}

export { GET as POST, GET as PUT, GET as PATCH, GET as DELETE, GET as OPTIONS }
