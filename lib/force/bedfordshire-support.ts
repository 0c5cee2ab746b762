import type { SupportService } from '@/lib/domain/force'
import { webUnconfirmed } from './sources'

/** Support in the county, beside the national services. */
export const bedfordshireSupport: readonly SupportService[] = [
  {
    id: 'signpost',
    name: 'Signpost for Bedfordshire',
    helps: ['everyone', 'hate-crime'],
    phone: '0800 0282 887',
    web: 'https://www.signpostforbedfordshire.com/',
    source: 'Beds Bulletin; the number is general knowledge: confirm before publishing',
    checked: null,
  },
  {
    id: 'mind-blmk',
    name: 'Mind BLMK',
    helps: ['everyone', 'hate-crime'],
    web: 'https://www.mind-blmk.org.uk/',
    source: `Bedford Today; ${webUnconfirmed}`,
    checked: null,
  },
]
