export default {
  toCopy: 'Take the plan with you',
  title: 'Take the plan with you',
  ledeOwn: 'This is your plan, and you may take it wherever you go: on paper, or as a file for another service.',
  lede: 'What you may see of this plan, on paper or as a file for another service.',
  paper: 'On paper',
  paperWhat: 'A booklet to print, in Welsh, in English or side by side, also in large print and easy to read.',
  file: 'As a file',
  fileWhat:
    'For the system of another hospital, council or doctor. It holds the plan as it stands now, word for word: what is in it, who does what, and who agrees and who does not. It opens here again as it was.',
  fileFormat: 'The file is a FHIR document (R4). Keep it where nobody reads it who should not.',
  download: 'Download the file',
  inTrail: 'That you took a copy is written in the list of who has looked.',
  team: 'Those who do something in this plan',
  score: '{score} out of 10 on {day}',
  scoreIs: 'How the person feels about this, from 0 to 10',
  stance: 'Agreement or disagreement with a part of the plan',
  proposal: 'Other words offered for a part of the plan',
} as const
