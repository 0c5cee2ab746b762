import { formatReturnCode, newReturnCode } from '@/lib/domain/return-code'

/** A code that opens nothing. */
export const plantedCode = formatReturnCode(
  newReturnCode(Uint8Array.from({ length: 19 }, (_, index) => index * 37 + 5)),
)

/** Planted: each would tell somebody who reads it over a shoulder. */
export const planted: readonly string[] = [
  'This is the police, please ring us',
  'Please ring the POLICE back',
  'A p o l i c e officer will ring',
  'A p.o.l.i.c.e. car will come',
  'The рolісе rang', // Cyrillic р, і, с, е
  'The p0l1ce rang',
  'The pol\u200bice rang',
  'The ｐｏｌｉｃｅ rang',
  'The 𝗽𝗼𝗹𝗶𝗰𝗲 rang',
  'The pólïcé rang',
  'The poliiiice rang',
  'The p*lice rang',
  'The poIice rang', // a capital I
  'Ring the po-lice please',
  'Ring me: PC Popescu',
  'DS Popescu wants a word',
  'Your liaison officer will ring',
  'From the hate crime unit',
  'About the hatecrime you told us of',
  'About the h@te cr1me',
  'About the homophobic remarks',
  'From the LGBT+ team',
  'From the L.G.B.T.Q. team',
  'From the l g b t team',
  'About you being gay',
  'About you being g4y',
  'About you being g@y!',
  'About you being (g4y)',
  'About you being bisexual',
  'About the trans group',
  'About the transgender group',
  'See you at Pride',
  'About the racist neighbour',
  'About the mosque',
  'About your disability',
  'Your reference is HC-7K2Q-M4TD',
  'Your reference is hc 7k2q m4td',
  'Quote 7K2Q-M4TD when you ring',
  `Your code is ${plantedCode}`,
  `Your code is ${plantedCode.replaceAll('-', ' ').toLowerCase()}`,
  'Ring 101 and ask for me',
  'Ring 9 9 9 if need be',
  'Ring nine nine nine',
  'Look at www.example.org',
  'Look at https://example.test/follow-up',
  'From Hertfordshire Constabulary',
  'As a demiboy you may like to come',
  'About the Quaker meeting, Ashling',
  'The victim support line',
  'A witness has come forward 👮',
  'Come along 🌈',
  'Mae’r heddlu eisiau siarad',
  'Bydd yr heddwas yn ffonio',
  'Ynghylch y drosedd gasineb',
  'Ynghylch bod yn hoyw',
  'Y grŵp LHDTC+',
]

const openings = ['Hello.', 'Hi Sam,', 'Good morning.', 'Hello, it is me.', 'Good evening.']
const middles = [
  'There is something new for you.',
  'Please ring me when you have a moment.',
  'I tried to ring you. I will try again tomorrow at 10:15.',
  'Could we talk on Thursday after 6pm?',
  'The appointment on 14 March is at 3.30pm.',
  'You can ring me on 01632 960 101 until eight.',
  'Your parcel is ready, bring £20 or pay by card.',
  'That took longer than we thought. It will be done by Friday.',
]
const ends = [
  'Thank you.',
  'No need to reply.',
  'See you soon!',
  'Best wishes, Sofia',
  'I will be in until 5.',
]
const welshNeutral = [
  'Mae rhywbeth newydd i chi.',
  'A allwch chi fy ffonio pan fydd gennych funud?',
  'Byddaf yn ffonio eto yfory am ddeg.',
  'Diolch. Does dim angen ateb.',
]
/** Letters as officers write them, which tell nothing. */
export const ordinary: readonly string[] = [
  ...openings.flatMap((one) => middles.flatMap((two) => ends.map((three) => `${one} ${two} ${three}`))),
  ...welshNeutral,
]
