import type { Role } from './words'

/** Who may make decoys and know which cases they are. Everybody else is whom they are for. */
export function mayMakeDecoys(role: Role): boolean {
  return role === 'auditor'
}
