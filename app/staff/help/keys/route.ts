import { setKeys } from '@/lib/commands/set-keys'
import { staffPaths } from '@/lib/config/paths'
import { deskPost } from '../../_http/desk-post'

const form = { page: staffPaths.help, form: 'keys', fields: [] } as const

/** Has single keys act for whoever is signed in, or not. */
export function POST(request: Request): Promise<Response> {
  return deskPost(request, form, async ({ actor }, field) => {
    const isOn = field('keys') === 'yes'
    await setKeys(actor, isOn)
    return `${staffPaths.help}?done=${isOn ? 'keys-on' : 'keys-off'}`
  })
}
