import 'server-only'
import type { Invited } from '@/lib/commands/invite'
import { env } from '@/lib/config/env'
import { staffPaths } from '@/lib/config/paths'
import type { Actor } from '@/lib/domain/policy'
import { showOnce, shownOnce, withQuery } from '../../_http/kept-form'

const form = 'link'
const fields = ['invitation', 'token'] as const

/** Keeps a link for the next page, which alone shows it, and gives the address of that page. */
export async function showLink(actor: Actor, { id, token }: Invited, done: string): Promise<string> {
  const page = staffPaths.invitations
  await showOnce(actor, { page, form, fields }, { invitation: id, token })
  return withQuery(page, { done })
}

/** The link that was made a moment ago, for whoever made it, once. */
export async function linkToShow(actor: Actor): Promise<{ id: string; link: string } | null> {
  const kept = await shownOnce(actor, staffPaths.invitations, form)
  const { invitation, token } = kept?.values ?? {}
  if (invitation === undefined || token === undefined) return null
  return { id: invitation, link: new URL(`${staffPaths.invitation}/${token}`, env().STAFF_URL).href }
}
