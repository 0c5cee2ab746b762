import { problemPage } from '@/app/_form/problem-page'

/** Every address at the desk that is none of ours. */
export function GET(): Response {
  return problemPage('not-found', 'desk')
}

export { GET as POST, GET as PUT, GET as PATCH, GET as DELETE, GET as OPTIONS }
