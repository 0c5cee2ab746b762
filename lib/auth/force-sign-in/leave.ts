import 'server-only'
import { env } from '@/lib/config/env'
import { staffPaths } from '@/lib/config/paths'
import { ProviderAwayError, providerMetadata, ProviderWrongError } from './provider'

/**
 * Where somebody signs out at the provider too, or null when it has no such page or does not answer. It asks them itself
 * whether they mean it: we keep no ID token that would speak for them.
 */
export async function leaveProviderAt(): Promise<string | null> {
  const settings = env().forceSignIn
  if (settings === null) return null
  try {
    const { end_session_endpoint: page } = await providerMetadata(settings)
    if (page === undefined) return null
    const url = new URL(page)
    url.searchParams.set('client_id', settings.clientId)
    url.searchParams.set('post_logout_redirect_uri', `${settings.origin}${staffPaths.signIn}`)
    return url.href
  } catch (failure) {
    if (failure instanceof ProviderAwayError || failure instanceof ProviderWrongError) return null
    throw failure
  }
}
