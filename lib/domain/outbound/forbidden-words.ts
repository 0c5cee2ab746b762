import { mutationsOf } from './mutations'

/** What a word would tell somebody else who reads it. */
const wordKinds = ['police', 'crime', 'unit', 'hate', 'lgbt', 'identity'] as const
export type WordKind = (typeof wordKinds)[number]

/** Words that tell too much, of one language. Those in `within` are found inside other words too. */
interface WordList {
  readonly words: Readonly<Record<WordKind, readonly string[]>>
  readonly within: Readonly<Record<WordKind, readonly string[]>>
}

/** Words with commas between them. */
const listed = (words: string): readonly string[] => words.split(/,\s+/u)

const en: WordList = {
  words: {
    police:
      listed(`cop, cops, copper, coppers, pc, pcso, wpc, dci, sgt, insp, supt, det con, det sgt, det insp, det sergeant, cid, officer,
officers, sergeant, inspector, superintendent, detective, detectives, emergency, law enforcement, the force, old bill, the feds,
uniformed, liaison, liaise, safer neighbourhood, neighbourhood team, llo, snt, plod, rozzer, rozzers, boys in blue`),
    crime:
      listed(`cps, custody, arrest, arrested, crime, crimes, criminal, offence, offences, offender, offenders, suspect, suspects, victim,
victims, victimised, victimized, witness, witnesses, witnessed, prosecute, prosecuted, prosecution, magistrates, court, perpetrator,
report, reported, reporting, incident, incidents, your case, evidence, case number, casework, the case, statement, statements,
the station, investigation, investigate, investigated, investigating, investigator, allegation, complainant, crimestoppers, marac,
true vision, tell mama, bail, bailed, charged, caution, cautioned, solicitor, restraining order, idva`),
    unit: listed(`hate team, diversity team, return code, lagolo, laglo`),
    hate: listed(`hate, hated, hateful, hatred, bigot, bigots, bigotry, slur, slurs, prejudice, discrimination, harassment, harassed, abuse,
abused, abusing, abusive, abuser, assault, assaulted, attack, attacked, attacking, attacker, harass, harasses, harassing, bully, bullied,
bullying, threats, threaten, threatened, threatening, stalker, stalked, stalking, rape, raped, rapist, violence, violent, domestic,
paki, nigger, nigga, gyppo, pikey, wog, spastic, spaz, retard, retarded`),
    lgbt: listed(`gay, gays, bi, queer, queers, trans, transman, transwoman, enby, drag queen, dyke, dykes, fag, fags, poof, poofs, tranny,
pride, closeted, coming out, came out, outed, same sex, gender, genders, pronoun, pronouns, sexuality, sexual, orientation,
asexual, aromantic, faggot, homo, poofter, lesbo, shemale, transwomen, transmen, gaybashing, queerbashing, gayness, ftm, mtf, two spirit,
sapphic, butch, grindr, sexually, deadname, lgb, transition, transitioning, civil partner, stonewall, galop, mermaids, they/them, hormones`),
    identity:
      listed(`disabled, disability, autistic, autism, wheelchair, ethnic, ethnicity, race, races, racial, religion, religious, faith,
mosque, synagogue, gurdwara, islam, islamic, jew, jews, sikh, sikhs, hindu, hindus, gypsy, gypsies, roma, refugee, asylum,
immigrant, immigration, minority, hiv, jewish, hinduism, racially, disablist, disablism, ableist, ableism,
church, churches, temple, hijab, turban, traveller, asian, pakistani, deaf`),
  },
  within: {
    police: ['police', 'constab', 'policing', 'liaisonoff'],
    crime: [],
    unit: ['hatecrimeoff', 'hatecrimeunit'],
    hate: listed(
      `hatecrim, hateinciden, homophob, transphob, biphob, islamophob, antisemit, racist, racism, xenophob`,
    ),
    lgbt: listed(`lgbt, lesbian, bisexual, homosexual, transgender, transsexual, transexual, nonbinary, intersex, pansexual, genderqueer,
genderfluid, gayman, gaywoman`),
    identity: ['muslim', 'judais', 'protectedcharacteristic'],
  },
}

const cy: WordList = {
  words: {
    police:
      listed(`plismon, plismones, plismyn, heddwas, heddweision, swyddog, swyddogion, cwnstabl, rhingyll, arolygydd, ditectif,
argyfwng, swyddog cyswllt`),
    crime:
      listed(`trosedd, troseddau, troseddu, troseddol, troseddwr, troseddwyr, dioddefwr, dioddefwyr, dioddefydd, tyst, dyst, thyst,
tystion, adroddiad, eich achos, yr achos, tystiolaeth, dalfa, arestio, gorsaf, orsaf, llys, lys, mechnïaeth, cyhuddo, cyfreithiwr`),
    unit: ['cod dychwelyd', 'tîm amrywiaeth'],
    hate: listed(
      `casineb, atgasedd, rhagfarn, gwahaniaethu, aflonyddu, ymosod, ymosodiad, ymosodwr, ymosodwyd, camdriniaeth, bwlio,
fwlio, mwlio, trais, drais, thrais, nhrais, treisio, treisiwyd`,
    ),
    lgbt: listed(`hoyw, hoywon, deurywiol, lesbiad, lesbiaidd, trawsryweddol, traws, cwiar, anneuaidd, rhyngrywiol, lhdt, lhd, rhywedd,
rhywioldeb, rhywiol, cyfeiriadedd, rhagenw, rhagenwau, cyfunrywiol, gwrywgydiwr, gwrywgydwyr`),
    identity:
      listed(`hunaniaeth, anabl, anabledd, hiliol, hiliaeth, ethnig, crefydd, crefyddol, mwslim, mwslimaidd, iddew, iddewig, ffoadur,
lleiafrif, awtistig, eglwys, mosg, byddar`),
  },
  within: {
    police: ['heddlu'],
    crime: [],
    unit: [],
    hate: ['homoffob', 'trawsffob', 'islamoffob', 'gwrthsemit'],
    lgbt: ['lhdtc', 'trawsrywedd'],
    identity: [],
  },
}

const lists: Readonly<Record<string, WordList>> = { en, cy: mutated(cy) }

/** A word that tells too much, and whether it is found inside others. */
export interface ForbiddenWord {
  readonly kind: WordKind
  readonly word: string
  readonly within: boolean
}

const wordsByLanguage: Readonly<Record<string, readonly ForbiddenWord[]>> = Object.fromEntries(
  Object.entries(lists).map(([language, list]) => [
    language,
    wordKinds.flatMap((kind) => wordsOf(list, kind)),
  ]),
)

/** The words of some languages; a language without a list has none. */
export function forbiddenWords(languages: readonly string[]): readonly ForbiddenWord[] {
  return languages.flatMap((language) => wordsByLanguage[language] ?? [])
}

function wordsOf({ words, within }: WordList, kind: WordKind): readonly ForbiddenWord[] {
  return [
    ...words[kind].flatMap(withPlural).map((word) => ({ kind, word, within: false })),
    ...within[kind].map((word) => ({ kind, word, within: true })),
  ]
}

/** A word whose plural is more than an s after it, with that. */
export function withPlural(word: string): readonly string[] {
  return /[^aeiou]y$/u.test(word) ? [word, `${word.slice(0, -1)}ies`] : [word]
}

function mutated({ words, within }: WordList): WordList {
  const all = (kind: WordKind) => words[kind].flatMap(mutationsOf)
  return {
    words: {
      police: all('police'),
      crime: all('crime'),
      unit: all('unit'),
      hate: all('hate'),
      lgbt: all('lgbt'),
      identity: all('identity'),
    },
    within,
  }
}

/** Pictures that say as much as words. */
export const tellingPictures: readonly (readonly [string, WordKind])[] = [
  ...['👮', '🚓', '🚔', '🚨', '🕵', '⚖'].map((picture) => [picture, 'police'] as const),
  ...['🌈', '⚧', '⚢', '⚣', '⚤', '🏳'].map((picture) => [picture, 'lgbt'] as const),
]
