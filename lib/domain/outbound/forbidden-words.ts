import { mutationsOf } from './mutations'

/** What a word would tell somebody else who reads it. */
const wordKinds = ['police', 'unit', 'hate', 'lgbt', 'identity'] as const
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
      listed(`cop, cops, copper, coppers, pc, pcso, wpc, dci, sgt, insp, supt, cid, cps, officer, officers, sergeant, inspector,
superintendent, detective, detectives, custody, arrest, arrested, crime, crimes, criminal, offence, offences, offender,
offenders, suspect, suspects, victim, victims, witness, witnesses, prosecute, prosecution, magistrates, perpetrator, report,
reported, incident, incidents, your case, evidence, emergency, law enforcement, case number, casework, the case, the force,
old bill, the feds, uniformed`),
    unit: listed(`liaison, liaise, safer neighbourhood, hate team, diversity team, return code, lagolo`),
    hate: listed(`hate, hated, hateful, hatred, bigot, bigots, bigotry, slur, slurs, prejudice, discrimination, harassment, harassed, abuse,
abused, abusive, assault, assaulted, attacker, bullying`),
    lgbt: listed(`gay, gays, bi, queer, queers, trans, transman, transwoman, enby, drag queen, dyke, dykes, fag, fags, poof, poofs, tranny,
pride, closeted, coming out, came out, outed, same sex, gender, genders, pronoun, pronouns, sexuality, sexual, orientation,
asexual, aromantic, deadname, lgb, transition, transitioning, civil partner, stonewall, galop, mermaids`),
    identity:
      listed(`disabled, disability, autistic, autism, wheelchair, ethnic, ethnicity, race, races, racial, religion, religious, faith,
mosque, synagogue, gurdwara, islam, islamic, jew, jews, sikh, sikhs, hindu, hindus, gypsy, gypsies, roma, refugee, asylum,
immigrant, immigration, minority, hiv`),
  },
  within: {
    police: ['police', 'constab', 'policing'],
    unit: ['liaisonoff', 'hatecrimeoff', 'hatecrimeunit'],
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
      listed(`plismon, plismones, plismyn, heddwas, heddweision, swyddog, swyddogion, cwnstabl, rhingyll, arolygydd, ditectif, trosedd,
troseddau, troseddol, troseddwr, troseddwyr, dioddefwr, dioddefwyr, dioddefydd, tyst, tystion, adroddiad, eich achos,
tystiolaeth, dalfa, arestio, argyfwng`),
    unit: ['swyddog cyswllt', 'cod dychwelyd', 'tîm amrywiaeth'],
    hate: listed(`casineb, atgasedd, rhagfarn, gwahaniaethu, aflonyddu, ymosodiad, ymosodwr, camdriniaeth`),
    lgbt: listed(`hoyw, hoywon, deurywiol, lesbiad, lesbiaidd, trawsryweddol, traws, cwiar, anneuaidd, rhyngrywiol, lhdt, lhd, rhywedd,
rhywioldeb, rhywiol, cyfeiriadedd, rhagenw, rhagenwau, cyfunrywiol`),
    identity:
      listed(`hunaniaeth, anabl, anabledd, hiliol, hiliaeth, ethnig, crefydd, crefyddol, mwslim, mwslimaidd, iddew, iddewig, ffoadur,
lleiafrif, awtistig`),
  },
  within: {
    police: ['heddlu'],
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

/** The words of some languages; a language without a list has none. */
export function forbiddenWords(languages: readonly string[]): readonly ForbiddenWord[] {
  return languages.flatMap((language) => {
    const list = lists[language]
    return list === undefined ? [] : wordKinds.flatMap((kind) => wordsOf(list, kind))
  })
}

function wordsOf({ words, within }: WordList, kind: WordKind): readonly ForbiddenWord[] {
  return [
    ...words[kind].map((word) => ({ kind, word, within: false })),
    ...within[kind].map((word) => ({ kind, word, within: true })),
  ]
}

function mutated({ words, within }: WordList): WordList {
  const all = (kind: WordKind) => words[kind].flatMap(mutationsOf)
  return {
    words: {
      police: all('police'),
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
