import { currentForce } from '@/lib/config/current-force'
import { leaveDraft } from '@/lib/commands/leave'
import { draftKey, takeDraftKey } from '@/app/_form/draft-cookie'
import { seeOther } from '@/app/_form/see-other'

/**
 * The way out: deletes what was being written, here and in the browser, and goes to a dull page. The browser's cache is
 * not cleared: nothing personal is ever in it, and clearing it makes some browsers wait for seconds.
 */
export async function GET(request: Request): Promise<Response> {
  const answer = seeOther(currentForce().exitTo)
  if (!isMeant(request.headers)) return answer
  await forget()
  answer.headers.set('clear-site-data', '"cookies", "storage"')
  return answer
}

/** A program that only asks what is here leaves everything as it is. */
export function HEAD(): Response {
  return seeOther(currentForce().exitTo)
}

/** Not a browser looking ahead, and not another site's link. */
function isMeant(headers: Headers): boolean {
  const ahead = headers.get('sec-purpose') ?? headers.get('purpose') ?? ''
  return !ahead.includes('prefetch') && headers.get('sec-fetch-site') !== 'cross-site'
}

/** The person must get away even when the database does not answer: without its key the draft is closed for good anyway. */
async function forget(): Promise<void> {
  const key = await draftKey('public')
  await takeDraftKey('public')
  try {
    await leaveDraft('public', key)
  } catch {
    return
  }
}
