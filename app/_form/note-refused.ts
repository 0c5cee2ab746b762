import 'server-only'
import { countedLog } from '@/lib/adapters/counted-log'

/** Counts forms that were not taken, by what was wrong with them: from another site, too large, of another type. */
export const noteRefused = countedLog('form-refused')
