/** Who holds the post that signs for each party of an agreement. */
export const signatories: Readonly<Record<string, string>> = {
  'bwrdd-iechyd': 'Gwenno Probert',
  'cyngor-dyffryn-banadl': 'Idwal Corbett',
  'cyngor-bro-rhedyn': 'Mererid Swaine',
  'cartrefi-gwennol': 'Huw Tanat',
  'tai-clicied': 'Rosalind Peate',
  'gofal-cannwyll': 'Arwel Hamer',
  'canolfan-gofalwyr': 'Siwan Bebb',
  tegell: 'Beca Manuel',
}
