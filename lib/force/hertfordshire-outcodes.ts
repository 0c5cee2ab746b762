import { elsewhere, within } from './outcode-hint'

/**
 * Every outcode that touches the county, and the rest of the postcode areas it shares with its neighbours.
 * From public coverage tables and local-authority outcode lists, slivers included: hints until a table of unit
 * postcodes (ONS, Open Government Licence) is loaded.
 */
export const hertfordshireOutcodes = {
  AL1: within(['st-albans']),
  AL2: within(['st-albans', 'hertsmere']),
  AL3: within(['st-albans', 'dacorum'], ['bedfordshire']),
  AL4: within(['st-albans', 'hertsmere', 'north-herts']),
  AL5: within(['st-albans'], ['bedfordshire']),
  AL6: within(['welwyn-hatfield', 'east-herts', 'north-herts']),
  AL7: within(['welwyn-hatfield']),
  AL8: within(['welwyn-hatfield']),
  AL9: within(['welwyn-hatfield', 'east-herts']),
  AL10: within(['welwyn-hatfield']),

  CM20: within(['east-herts'], ['essex']),
  CM21: within(['east-herts'], ['essex']),
  CM22: within(['east-herts'], ['essex']),
  CM23: within(['east-herts'], ['essex']),
  ...elsewhere(
    ['essex'],
    'CM0 CM1 CM2 CM3 CM4 CM5 CM6 CM7 CM8 CM9 CM11 CM12 CM13 CM14 CM15 CM16 CM17 CM18 CM19 CM24',
  ),

  EN4: within(['hertsmere'], ['metropolitan']),
  EN5: within(['hertsmere'], ['metropolitan']),
  EN6: within(['hertsmere', 'welwyn-hatfield', 'broxbourne'], ['metropolitan']),
  EN7: within(['broxbourne'], ['metropolitan']),
  EN8: within(['broxbourne'], ['metropolitan']),
  EN9: within(['broxbourne'], ['essex']),
  EN10: within(['broxbourne', 'east-herts']),
  EN11: within(['broxbourne', 'east-herts']),
  ...elsewhere(['metropolitan'], 'EN1 EN2 EN3'),

  HA6: within(['three-rivers'], ['metropolitan']),
  ...elsewhere(['metropolitan'], 'HA0 HA1 HA2 HA3 HA4 HA5 HA7 HA8 HA9'),

  HP1: within(['dacorum']),
  HP2: within(['dacorum', 'st-albans', 'three-rivers'], ['thames-valley']),
  HP3: within(['dacorum', 'st-albans', 'three-rivers'], ['thames-valley']),
  HP4: within(['dacorum'], ['thames-valley']),
  HP5: within(['dacorum'], ['thames-valley']),
  HP23: within(['dacorum'], ['thames-valley']),
  ...elsewhere(
    ['thames-valley'],
    'HP6 HP7 HP8 HP9 HP10 HP11 HP12 HP13 HP14 HP15 HP16 HP17 HP18 HP19 HP20 HP21 HP22 HP27',
  ),

  LU1: within(['dacorum', 'st-albans', 'north-herts'], ['bedfordshire']),
  LU2: within(['north-herts', 'st-albans', 'dacorum'], ['bedfordshire']),
  LU6: within(['dacorum'], ['bedfordshire', 'thames-valley']),
  ...elsewhere(['bedfordshire'], 'LU3 LU4 LU5'),
  ...elsewhere(['bedfordshire', 'thames-valley'], 'LU7'),

  NW7: within(['hertsmere'], ['metropolitan']),
  ...elsewhere(['metropolitan'], 'NW1 NW2 NW3 NW4 NW5 NW6 NW8 NW9 NW10 NW11'),

  SG1: within(['stevenage', 'north-herts']),
  SG2: within(['stevenage', 'east-herts']),
  SG3: within(['north-herts', 'east-herts', 'welwyn-hatfield']),
  SG4: within(['north-herts']),
  SG5: within(['north-herts'], ['bedfordshire']),
  SG6: within(['north-herts']),
  SG7: within(['north-herts'], ['cambridgeshire', 'bedfordshire']),
  SG8: within(['north-herts'], ['cambridgeshire', 'essex', 'bedfordshire']),
  SG9: within(['east-herts', 'north-herts']),
  SG10: within(['east-herts']),
  SG11: within(['east-herts']),
  SG12: within(['east-herts']),
  SG13: within(['east-herts', 'broxbourne']),
  SG14: within(['east-herts']),
  ...elsewhere(['bedfordshire'], 'SG15 SG16 SG17 SG18'),
  ...elsewhere(['bedfordshire', 'cambridgeshire'], 'SG19'),

  WD3: within(['three-rivers'], ['thames-valley', 'metropolitan']),
  WD4: within(['dacorum', 'three-rivers']),
  WD5: within(['three-rivers', 'st-albans', 'dacorum']),
  WD6: within(['hertsmere'], ['metropolitan']),
  WD7: within(['hertsmere', 'st-albans']),
  WD17: within(['watford']),
  WD18: within(['watford', 'three-rivers']),
  WD19: within(['three-rivers', 'watford', 'hertsmere']),
  WD23: within(['hertsmere', 'watford']),
  WD24: within(['watford']),
  WD25: within(['watford', 'hertsmere', 'three-rivers', 'st-albans']),
}
