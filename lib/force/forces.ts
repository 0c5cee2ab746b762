import type { Force } from '@/lib/domain/force'
import { bedfordshire } from './bedfordshire'
import { hertfordshire } from './hertfordshire'

/** Every force this product can be deployed for, by the id that `FORCE` names. */
export const forces: Record<string, Force> = { hertfordshire, bedfordshire }
