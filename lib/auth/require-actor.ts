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
  const token = await sessionToken()
  return token === undefined ? null : findActor(token)
}

/** Whoever is signed in; sends everybody else to the sign-in page, which says so when a session is over. */
export async function requireActor(): Promise<Actor> {
  const actor = await currentActor()
  if (actor !== null) return actor
  redirect((await sessionToken()) === undefined ? staffPaths.signIn : `${staffPaths.signIn}?done=ended`)
}

async function sessionToken(): Promise<string | undefined> {
  const jar = await cookies()
  return jar.get(sessionCookie().name)?.value
}

/** Whoever is signed in, if this part of the desk is theirs. For everybody else it does not exist. */
export async function requireEntrance(area: DeskArea): Promise<Actor> {
  const actor = await requireActor()
  if (!mayEnter(actor.role, area)) notFound()
  return actor
}
