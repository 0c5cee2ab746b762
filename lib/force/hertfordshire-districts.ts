import type { District } from '@/lib/domain/force'

/** The ten Community Safety Partnership areas. Neighbours share a border; the longest or best connected comes first. */
export const hertfordshireDistricts: readonly District[] = [
  {
    id: 'broxbourne',
    name: 'Broxbourne',
    code: 'E07000095',
    places: ['Cheshunt', 'Hoddesdon', 'Waltham Cross'],
    neighbours: ['welwyn-hatfield', 'east-herts'],
  },
  {
    id: 'dacorum',
    name: 'Dacorum',
    code: 'E07000096',
    places: ['Hemel Hempstead', 'Berkhamsted', 'Tring'],
    neighbours: ['st-albans', 'three-rivers'],
  },
  {
    id: 'east-herts',
    name: 'East Herts',
    code: 'E07000242',
    places: ["Bishop's Stortford", 'Hertford', 'Ware', 'Sawbridgeworth', 'Buntingford'],
    neighbours: ['stevenage', 'welwyn-hatfield', 'north-herts', 'broxbourne'],
  },
  {
    id: 'hertsmere',
    name: 'Hertsmere',
    code: 'E07000098',
    places: ['Borehamwood', 'Bushey', 'Potters Bar', 'Radlett'],
    neighbours: ['watford', 'st-albans', 'welwyn-hatfield', 'three-rivers'],
  },
  {
    id: 'north-herts',
    name: 'North Herts',
    code: 'E07000099',
    places: ['Letchworth', 'Hitchin', 'Royston', 'Baldock'],
    neighbours: ['stevenage', 'east-herts', 'welwyn-hatfield', 'st-albans'],
  },
  {
    id: 'st-albans',
    name: 'St Albans',
    code: 'E07000240',
    places: ['St Albans', 'Harpenden', 'Wheathampstead', 'Redbourn'],
    neighbours: ['welwyn-hatfield', 'hertsmere', 'dacorum', 'three-rivers', 'watford', 'north-herts'],
  },
  {
    id: 'stevenage',
    name: 'Stevenage',
    code: 'E07000243',
    places: ['Stevenage'],
    neighbours: ['north-herts', 'east-herts'],
  },
  {
    id: 'three-rivers',
    name: 'Three Rivers',
    code: 'E07000102',
    places: ['Rickmansworth', 'South Oxhey', 'Abbots Langley', 'Chorleywood'],
    neighbours: ['watford', 'dacorum', 'hertsmere', 'st-albans'],
  },
  {
    id: 'watford',
    name: 'Watford',
    code: 'E07000103',
    places: ['Watford'],
    neighbours: ['three-rivers', 'hertsmere', 'st-albans'],
  },
  {
    id: 'welwyn-hatfield',
    name: 'Welwyn Hatfield',
    code: 'E07000241',
    places: ['Welwyn Garden City', 'Hatfield', 'Cuffley'],
    neighbours: ['st-albans', 'hertsmere', 'east-herts', 'north-herts', 'broxbourne'],
  },
]
