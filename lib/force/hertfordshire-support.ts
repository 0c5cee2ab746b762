import type { SupportService } from '@/lib/domain/force'
import { readOn, unconfirmed, webUnconfirmed } from './sources'

const threeRivers = 'Three Rivers District Council'

/** Support in the county, beside the national services. */
export const hertfordshireSupport: readonly SupportService[] = [
  {
    id: 'hertfordshire-beacon',
    name: 'Hertfordshire Beacon',
    helps: ['everyone', 'hate-crime'],
    phone: '0300 0115 555',
    web: 'https://www.hertfordshirebeacon.org/',
    source: 'hertfordshirebeacon.org; the number is general knowledge: confirm before publishing',
    checked: null,
  },
  {
    id: 'stop-hate-uk',
    name: 'Stop Hate UK',
    helps: ['hate-crime'],
    phone: '0800 138 1625',
    text: '07717 989 025',
    email: 'talk@stophateuk.org',
    web: 'https://www.stophateuk.org/',
    hours: 'any-time',
    source: 'stophateuk.org; that it serves this county is not confirmed',
    checked: null,
  },
  {
    id: 'herts-mind-network',
    name: 'Hertfordshire Mind Network',
    helps: ['everyone', 'hate-crime'],
    web: 'https://www.hertsmindnetwork.org/',
    source: `${threeRivers}; ${webUnconfirmed}`,
    checked: null,
  },
  {
    id: 'gate-herts',
    name: 'GATE Herts',
    helps: ['race'],
    web: 'https://gateherts.org.uk/',
    source: `${threeRivers}; ${webUnconfirmed}`,
    checked: null,
  },
  {
    id: 'disability-watford',
    name: 'Disability Watford',
    helps: ['disability'],
    web: 'https://www.disabilitywatford.org.uk/',
    source: `${threeRivers}; disabilitywatford.org.uk`,
    checked: readOn,
  },
  {
    id: 'herts-vision-loss',
    name: 'Herts Vision Loss',
    helps: ['disability'],
    phone: '01707 324680',
    source: unconfirmed,
    checked: null,
  },
  {
    id: 'herts-domestic-abuse',
    name: 'Herts Domestic Abuse Helpline',
    helps: ['domestic-abuse'],
    phone: '08 088 088 088',
    source: unconfirmed,
    checked: null,
  },
  {
    id: 'herts-sarc',
    name: 'Herts SARC (sexual assault referral centre)',
    helps: ['sexual-violence'],
    phone: '0808 178 4448',
    source: unconfirmed,
    checked: null,
  },
  {
    id: 'hertshelp',
    name: 'HertsHelp',
    helps: ['everyone'],
    phone: '0300 123 4044',
    source: unconfirmed,
    checked: null,
  },
  {
    id: 'services-for-young-people',
    name: 'Services for Young People (LGBT+ youth groups)',
    helps: ['lgbt', 'children'],
    web: 'https://www.servicesforyoungpeople.org/',
    source: `YC Hertfordshire, 2020; ${webUnconfirmed}`,
    checked: null,
  },
]
