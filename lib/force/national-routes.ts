import type { Route } from '@/lib/domain/force'
import { readOn, unconfirmed } from './sources'

/** Ways to reach the police and other help that every force in England shares, in the order to show them. */
export const nationalRoutes: readonly Route[] = [
  { id: 'emergency', use: 'emergency', phone: '999', source: 'police.uk', checked: readOn },
  { id: 'emergency-112', use: 'emergency', phone: '112', source: unconfirmed, checked: null },
  {
    id: 'silent-solution',
    use: 'emergency',
    phone: '999',
    press: '55',
    source: 'Isle of Wight Council, Silent Solution',
    checked: readOn,
  },
  {
    id: 'relay-emergency',
    use: 'emergency',
    phone: '18000',
    source: 'Three Rivers District Council; Kingston Council',
    checked: readOn,
  },
  {
    id: 'emergency-sms',
    use: 'emergency',
    text: '999',
    register: 'register',
    source: 'Stroud District Council; the word to register with is general knowledge',
    checked: null,
  },
  {
    id: 'bsl',
    use: 'emergency',
    web: 'https://999bsl.co.uk/',
    source: 'Ofcom, 17 June 2022',
    checked: readOn,
  },
  { id: 'non-emergency', use: 'non-emergency', phone: '101', source: 'police.uk', checked: readOn },
  {
    id: 'relay-non-emergency',
    use: 'non-emergency',
    phone: '18001 101',
    source: 'Citizens Advice Scotland',
    checked: readOn,
  },
  {
    id: 'transport-police',
    use: 'elsewhere',
    phone: '0800 40 50 40',
    text: '61016',
    web: 'https://www.btp.police.uk/',
    source: 'RNIB; Gazette News',
    checked: readOn,
  },
  {
    id: 'crimestoppers',
    use: 'elsewhere',
    phone: '0800 555 111',
    web: 'https://crimestoppers-uk.org/',
    source: 'crimestoppers-uk.org',
    checked: readOn,
  },
  {
    id: 'true-vision',
    use: 'elsewhere',
    web: 'https://www.report-it.org.uk/',
    source: 'report-it.org.uk',
    checked: readOn,
  },
  {
    id: 'anti-terrorism',
    use: 'elsewhere',
    phone: '0800 789 321',
    source: 'Parikiaki',
    checked: readOn,
  },
]
