import { cookies } from 'next/headers'
import { signIn } from '@/lib/auth/sign-in'
import { sessionCookie } from '@/lib/auth/session-cookie'
import { staffPaths } from '@/lib/config/paths'
import { guarded } from '@/app/_form/guarded'
import { postedForm } from '../../_http/posted-form'
import { seeOther } from '@/app/_form/see-other'

/** Takes the sign-in form. Every kind of wrong leads to the same page with the same words. */
export function POST(request: Request): Promise<Response> {
  return guarded('en', () => takeSignIn(request))
}

async function takeSignIn(request: Request): Promise<Response> {
  const form = await postedForm(request)
  if (typeof form === 'string') return seeOther(`${staffPaths.signIn}?problem=${form}`)
  const field = (name: string) => (form.get(name) ?? '').slice(0, 500)
  const token = await signIn({ email: field('email'), password: field('password'), code: field('code') })
  if (token === null) return seeOther(`${staffPaths.signIn}?problem=wrong`)
  const { name, options } = sessionCookie()
  const jar = await cookies()
  jar.set(name, token, options)
  return seeOther(staffPaths.queue)
}
