import 'server-only'
import { log } from '@/lib/adapters/log'
import { nameReadersAgain } from '@/lib/commands/name-readers-again'

/** Names somebody for every sealed case that nobody who is there to read it is named for, and gives for how many. */
export async function nameReaders(): Promise<number> {
  const named = await nameReadersAgain()
  if (named > 0) log('info', { event: 'readers-named', count: named })
  return named
}
