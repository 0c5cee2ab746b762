import { guarded } from '@/app/_form/guarded'
import { seeOther } from '@/app/_form/see-other'
import { proveStrongly } from '@/lib/auth/prove'
import { currentSession, signInPath } from '@/lib/auth/require-actor'
import { confirmPath, stepUp } from '@/lib/auth/step-up'
import { ownPath } from '@/lib/config/own-path'
import { staffPaths } from '@/lib/config/paths'
import { postedForm } from '../../_http/posted-form'

/** Takes the password and the code of somebody who is signed in, and leads back to what they were about to do. */
export function POST(request: Request): Promise<Response> {
  return guarded('desk', () => takeProof(request))
}

async function takeProof(request: Request): Promise<Response> {
  const form = await postedForm(request)
  const session = await currentSession()
  const back = (typeof form === 'string' ? null : ownPath(form.get('back'))) ?? staffPaths.queue
  if (session === null) return seeOther(signInPath(back, true))
  const again = (problem: 'wrong' | 'busy') => seeOther(`${confirmPath(back)}&problem=${problem}`)
  if (typeof form === 'string') return again('wrong')
  const field = (name: string) => (form.get(name) ?? '').slice(0, 500)
  const proof = await proveStrongly(session.actor.id, { password: field('password'), code: field('code') })
  if (proof !== 'proved') return again(proof)
  return (await stepUp()) ? seeOther(back) : seeOther(signInPath(back, true))
}
