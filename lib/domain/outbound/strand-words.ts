const words: Readonly<Record<string, string>> = {
  disability: 'blind deaf hearing sight carer crutches epilepsy syndrome dall byddar gofalwr',
  race: 'black asian african caribbean arab irish polish romanian traveller travellers foreign accent skin croen acen teithiwr',
  religion:
    'christian church temple priest vicar imam rabbi prayer prayers hijab turban kippah eglwys capel teml gweddi',
  'sexual-orientation': 'boyfriend girlfriend husband wife straight dating cariad gŵr gwraig',
  'transgender-identity': 'hormones surgery clinic deadnamed cisgender hormonau llawdriniaeth clinig',
}

/** Words that are ordinary of anybody, and tell something of somebody whose report is of these strands. */
export function strandWords(strands: readonly string[]): readonly string[] {
  return strands.flatMap((strand) => words[strand]?.split(' ') ?? [])
}
