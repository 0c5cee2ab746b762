import { env } from '@/lib/config/env'

/** Whether this deployment is for trying the product out: its accounts and its cases are made up, and so is every count of them. */
export function isDemonstration(): boolean {
  return env().DEMO === 'yes'
}
