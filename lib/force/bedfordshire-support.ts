import type { SupportService } from '@/lib/domain/force'
import { readOn } from './sources'

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
    source: 'Bedford Today',
    checked: readOn,
  },
  {
    id: 'disability-resource-centre',
    name: 'Disability Resource Centre, Dunstable',
    helps: ['disability'],
    source: 'Bedford Today',
    checked: readOn,
  },
  { id: 'lgbt-links', name: 'LGBT Links', helps: ['lgbt'], source: 'Bedford Today', checked: readOn },
]
