export default {
  matters: 'Something that is important to the person, as they would say it.',
  strength: 'What the person does well, and who and what they can count on.',
  need: 'What is hard, and what help it takes.',
  goal: 'What the person would like to reach.',
  action: 'Something that somebody does to help reach a goal: who, by when, and who pays.',
  monitoring: 'Who looks at what, and how often.',
  contingency: 'What should happen if something goes wrong, such as a fall, or a carer who cannot come.',
  warningSign: 'What shows early that things are getting worse, and what to do then.',
  anticipatory: 'Medicines or equipment kept ready, where they are, and when they are used.',
  advanceStatement: 'What the person would want if they could no longer say so.',
  directPayment: 'What a direct payment is for, and who looks after it. How much it is stays with the council.',
  home: 'Adaptations, repairs, and the tenancy.',
  safeguardingConclusion:
    'What an enquiry concluded, and what is in place since. The enquiry itself is not written here.',
} as const
