import { dutyPost } from '../_duty/duty-post'

/** Takes a form about one’s own duty. */
export function POST(request: Request): Promise<Response> {
  return dutyPost(request, null)
}
