import type { Answers } from '@/lib/journey/definition'

/** Whether the words of a step are to whoever was harmed, or about them. */
export function whoIsMeant({ role }: Answers): Readonly<Record<string, string>> {
  return { who: role === 'victim' ? 'you' : 'them' }
}
