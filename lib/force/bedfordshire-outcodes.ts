import { elsewhere, within } from './outcode-hint'

/**
 * Every outcode that touches the county, and the rest of the postcode areas it shares with its neighbours, from public
 * local-authority outcode lists. MK43, MK44, NN and PE slivers are general knowledge: confirm them with unit postcodes.
 */
export const bedfordshireOutcodes = {
  MK17: within(['central-bedfordshire'], ['thames-valley']),
  MK40: within(['bedford']),
  MK41: within(['bedford']),
  MK42: within(['bedford', 'central-bedfordshire']),
  MK43: within(['bedford', 'central-bedfordshire']),
  MK44: within(['bedford', 'central-bedfordshire']),
  MK45: within(['central-bedfordshire', 'bedford']),
  ...elsewhere(
    ['thames-valley'],
    'MK1 MK2 MK3 MK4 MK5 MK6 MK7 MK8 MK9 MK10 MK11 MK12 MK13 MK14 MK15 MK16 MK46',
  ),
  ...elsewhere(['thames-valley', 'northamptonshire'], 'MK18 MK19'),

  LU1: within(['luton', 'central-bedfordshire'], ['hertfordshire']),
  LU2: within(['luton', 'central-bedfordshire'], ['hertfordshire']),
  LU3: within(['luton', 'central-bedfordshire']),
  LU4: within(['luton', 'central-bedfordshire']),
  LU5: within(['central-bedfordshire']),
  LU6: within(['central-bedfordshire'], ['thames-valley', 'hertfordshire']),
  LU7: within(['central-bedfordshire'], ['thames-valley']),

  SG5: within(['central-bedfordshire'], ['hertfordshire']),
  SG7: within(['central-bedfordshire'], ['hertfordshire', 'cambridgeshire']),
  SG8: within(['central-bedfordshire'], ['hertfordshire', 'cambridgeshire', 'essex']),
  SG15: within(['central-bedfordshire']),
  SG16: within(['central-bedfordshire']),
  SG17: within(['central-bedfordshire']),
  SG18: within(['central-bedfordshire']),
  SG19: within(['central-bedfordshire'], ['cambridgeshire']),
  ...elsewhere(['hertfordshire'], 'SG1 SG2 SG3 SG4 SG6 SG9 SG10 SG11 SG12 SG13 SG14'),

  AL3: within(['central-bedfordshire'], ['hertfordshire']),
  AL5: within(['central-bedfordshire'], ['hertfordshire']),
  ...elsewhere(['hertfordshire'], 'AL1 AL2 AL4 AL6 AL7 AL8 AL9 AL10'),

  NN9: within(['bedford'], ['northamptonshire']),
  NN10: within(['bedford'], ['northamptonshire']),
  NN29: within(['bedford'], ['northamptonshire']),
  ...elsewhere(['northamptonshire'], 'NN1 NN2 NN3 NN4 NN5 NN6 NN7 NN8 NN11 NN12 NN14 NN15 NN16 NN17 NN18'),
  ...elsewhere(['northamptonshire', 'thames-valley'], 'NN13'),

  PE19: within(['bedford'], ['cambridgeshire']),
  ...elsewhere(['cambridgeshire'], 'PE1 PE2 PE3 PE4 PE5 PE7 PE15 PE16 PE26 PE27 PE28 PE29'),
  ...elsewhere(['cambridgeshire', 'lincolnshire', 'northamptonshire'], 'PE6 PE8 PE9'),
  ...elsewhere(['cambridgeshire', 'norfolk'], 'PE13 PE14'),
  ...elsewhere(['lincolnshire'], 'PE10 PE11 PE12 PE20 PE21 PE22 PE23 PE24 PE25'),
  ...elsewhere(['norfolk'], 'PE30 PE31 PE32 PE33 PE34 PE35 PE36 PE37 PE38'),
}
