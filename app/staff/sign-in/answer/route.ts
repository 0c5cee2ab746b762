import { guarded } from '@/app/_form/guarded'
import { seeOther } from '@/app/_form/see-other'
import { signIn } from '@/lib/auth/sign-in'
import { ownPath } from '@/lib/config/own-path'
import { staffPaths } from '@/lib/config/paths'
import { letIn, thisBrowser } from '../../_http/let-in'
import { postedForm } from '../../_http/posted-form'
import { forgetTypedAddress, keepTypedAddress } from '../typed-address'

/** Takes the sign-in form. Every kind of wrong leads to the same page with the same words. */
export function POST(request: Request): Promise<Response> {
  return guarded('desk', () => takeSignIn(request))
}

/** Longer than any address, password or code there can be: what is cut off here was never right. */
const longest = 2_000

async function takeSignIn(request: Request): Promise<Response> {
  const form = await postedForm(request)
  if (typeof form === 'string') return seeOther(`${staffPaths.signIn}?problem=${form}`)
  const field = (name: string) => (form.get(name) ?? '').slice(0, longest)
  const back = ownPath(form.get('back'))
  const given = { email: field('email'), password: field('password'), code: field('code') }
  const answer = await signIn(given, await thisBrowser())
  if (!answer.ok) {
    await keepTypedAddress(given.email)
    const way = form.get('way') === 'recovery' ? { way: 'recovery' } : {}
    const query = new URLSearchParams({ problem: answer.why, ...way, ...(back === null ? {} : { back }) })
    return seeOther(`${staffPaths.signIn}?${query.toString()}`)
  }
  await letIn(answer)
  await forgetTypedAddress()
  if (answer.method === 'recovery-code') return seeOther(`${staffPaths.ownSignIn}?done=recovered`)
  return seeOther(back ?? staffPaths.queue)
}
