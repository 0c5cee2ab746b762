import 'server-only'
import { cookies } from 'next/headers'
import { notFound, redirect } from 'next/navigation'
import { staffPaths } from '@/lib/config/paths'
import { mayEnter } from '@/lib/domain/policy'
import type { Actor, DeskArea } from '@/lib/domain/policy'
import { findActor } from './session'
import { sessionCookie } from './session-cookie'

/** Whoever is signed in on this request, or null. */
export async function currentActor(): Promise<Actor | null> {
  const token = (await cookies()).get(sessionCookie().name)?.value
  return token === undefined ? null : findActor(token)
}

/** Whoever is signed in; sends everybody else to the sign-in page. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor()
  if (actor === null) redirect(staffPaths.signIn)
  return actor
}

/** Whoever is signed in, if this part of the desk is theirs. For everybody else it does not exist. */
export async function requireEntrance(area: DeskArea): Promise<Actor> {
  const actor = await requireActor()
  if (!mayEnter(actor.role, area)) notFound()
  return actor
}
