import { beginPasskeySignIn } from '@/lib/auth/passkey/passkey-sign-in'
import { begun, ceremonyStep } from '../../../_http/ceremony'

/** Asks the browser for a passkey of this site. */
export function POST(request: Request): Promise<Response> {
  return ceremonyStep(request, async () => begun(await beginPasskeySignIn()))
}
